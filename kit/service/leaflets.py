"""Ordering a leaflet: advice, design and reader become one frozen order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.carer import NeedKind
from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, LeafletOrder
from kit.domain.safety import check_leaflet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.advice import VariantKey
    from kit.domain.family import Family
    from kit.domain.leaflet import Design
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Library, Press

CARD_RESOURCE = "useful-numbers"
"""The resource whose paper form is the plain card."""


LARGE_PRINT = "large-print"
"""The kind of design for who needs large print."""

OF_OUR_OWN = frozenset({"plan", "record"})
"""Kinds of designs for what the kit writes itself: no advice is laid out in them."""

NOT_SIGNED_OFF = "Written by the Home Visit Kit project. Waiting for a local clinician to check it."


def order_leaflet(
    library: Library,
    press: Press,
    clock: Clock,
    settings: Settings,
    resource_id: str,
    key: VariantKey,
    design_key: str = "",
) -> LeafletOrder:
    """Everything the press needs for this variant, in this design or else the one made for its form.

    Raises:
        RuleError: the resource is sensitive.
        PressError: there is no such design for this text.
    """
    resource = library.resource(resource_id)
    check_leaflet(resource)
    variant = library.variant(resource_id, key)
    is_card = resource_id == CARD_RESOURCE
    return LeafletOrder(
        design=_design(designs_for(press, resource_id), design_key or ("card" if is_card else key.form.value)),
        variant=variant,
        text_code=resource.text_code(variant),
        made_on=clock.today(),
        contact=ContactBox(settings.worker_name, settings.worker_role, settings.worker_phone),
        pictures={} if is_card else {idea.picture: library.picture(idea.picture) for idea in variant.ideas},
        numbers=tuple(number for number in library.numbers() if number.is_on_card) if is_card else (),
        note=resource.sign_off if resource.is_signed_off else NOT_SIGNED_OFF,
    )


def fitting_design(resource_id: str, family: Family, carer_id: str) -> str:
    """The kind of design this carer's needs ask for; nothing where the one of the form will do. Cards have one size."""
    is_large = family.has_need(carer_id, NeedKind.LARGE_PRINT) and resource_id != CARD_RESOURCE
    return LARGE_PRINT if is_large else ""


def designs_for(press: Press, resource_id: str) -> tuple[Design, ...]:
    """The designs this resource can be laid out in: cards for the card, sheets for everything else."""
    is_card = resource_id == CARD_RESOURCE
    advice = (design for design in press.designs() if design.kind not in OF_OUR_OWN)
    return tuple(design for design in advice if (design.kind == "card") is is_card)


def _design(offered: Sequence[Design], wanted: str) -> Design:
    """The design with this key, else the first of this kind."""
    found = [design for design in offered if design.key == wanted] or [one for one in offered if one.kind == wanted]
    if not found:
        message = f"This cannot be laid out as {wanted!r}. The advice itself is not affected. Choose another design."
        raise PressError(message)
    return found[0]
