"""Ordering a leaflet: advice, design and reader become one frozen order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, LeafletOrder
from kit.domain.safety import check_leaflet

if TYPE_CHECKING:
    from kit.domain.advice import VariantKey
    from kit.domain.leaflet import Design
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Library, Press

CARD_RESOURCE = "useful-numbers"
"""The resource whose paper form is the plain card."""


def order_leaflet(
    library: Library,
    press: Press,
    clock: Clock,
    settings: Settings,
    resource_id: str,
    key: VariantKey,
    design_key: str | None = None,
) -> LeafletOrder:
    """Everything the press needs for this variant in this design (by default the first that fits).

    Raises:
        RuleError: the resource is sensitive.
        PressError: there is no such design.
    """
    resource = library.resource(resource_id)
    check_leaflet(resource)
    variant = library.variant(resource_id, key)
    design = _design(press, design_key, kind="card" if resource_id == CARD_RESOURCE else "advice")
    is_card = design.kind == "card"
    return LeafletOrder(
        design=design,
        variant=variant,
        text_code=resource.text_code(variant),
        made_on=clock.today(),
        contact=ContactBox(settings.worker_name, settings.worker_role, settings.worker_phone),
        pictures={} if is_card else {idea.picture: library.picture(idea.picture) for idea in variant.ideas},
        numbers=tuple(number for number in library.numbers() if number.is_on_card) if is_card else (),
    )


def _design(press: Press, wanted: str | None, *, kind: str) -> Design:
    for design in press.designs():
        if design.kind == kind and wanted in {None, design.key}:
            return design
    message = f"There is no leaflet design called {wanted or kind}. The advice itself is not affected."
    raise PressError(message)
