"""Ordering leaflets: advice, design and reader become frozen orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Addressee, Audience, Form
from kit.domain.carer import NeedKind
from kit.domain.errors import PressError, RuleError
from kit.domain.leaflet import NEEDS_IDEAS, ContactBox, FamilyWords, LeafletOrder
from kit.domain.open_words import check_open_words
from kit.domain.safety import check_leaflet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.domain.advice import Resource, VariantKey
    from kit.domain.family import Family
    from kit.domain.leaflet import Design
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Library, Press

CARD_RESOURCE = "useful-numbers"
"""The resource whose paper form is the plain card."""
LARGE_PRINT = "large-print"
"""The kind of design for who needs large print."""
NOT_FOR_TEXTS = frozenset({"card", "record", "plan"})
"""Kinds of design that are for something else than the texts of the library."""
MOST_IN_PACK = 20
"""More paper than this at once is read by nobody."""
NOT_SIGNED_OFF = "Written by the Home Visit Kit project. Waiting for a local clinician to check it."
NO_FAMILY = FamilyWords()


def order_leaflet(
    library: Library,
    press: Press,
    clock: Clock,
    settings: Settings,
    resource_id: str,
    key: VariantKey,
    design_key: str = "",
    *,
    family: FamilyWords = NO_FAMILY,
) -> LeafletOrder:
    """Everything the press needs for this variant, in this design or else the one made for its form.

    Raises:
        RuleError: the resource is sensitive, or the family's words hold what does not belong on paper in a home.
        PressError: there is no such design for this text.
    """
    resource = library.resource(resource_id)
    check_leaflet(resource)
    for words in (*family.agreed, family.next_visit):
        check_open_words(words)
    variant = library.variant(resource_id, key)
    is_card = resource_id == CARD_RESOURCE
    return LeafletOrder(
        design=_design(
            designs_for(library, press, resource_id, key), design_key or ("card" if is_card else key.form.value)
        ),
        variant=variant,
        text_code=resource.text_code(variant),
        made_on=clock.today(),
        contact=ContactBox(settings.worker_name, settings.worker_role, settings.worker_phone),
        pictures={} if is_card else {idea.picture: library.picture(idea.picture) for idea in variant.ideas},
        numbers=tuple(number for number in library.numbers() if number.is_on_card) if is_card else (),
        note=resource.sign_off if resource.is_signed_off else NOT_SIGNED_OFF,
        # The card says nothing of anybody, and leads nowhere.
        family=NO_FAMILY if is_card else family,
        page=None if is_card else resource.page,
    )


def order_pack(
    library: Library,
    press: Press,
    clock: Clock,
    settings: Settings,
    texts: Sequence[tuple[str, VariantKey]],
    design_key: str = "",
    *,
    family: FamilyWords = NO_FAMILY,
) -> tuple[LeafletOrder, ...]:
    """Several leaflets for one job; the family's words are on the first. A text the design does not suit gets its own.

    Raises:
        RuleError: one of them is sensitive, one is here twice, there are none or too many. Nothing is ordered then.
        PressError: as for one leaflet.
    """
    for resource_id, _ in texts:
        check_leaflet(library.resource(resource_id))
    if not 0 < len(texts) <= MOST_IN_PACK:
        message = f"Choose from 1 to {MOST_IN_PACK} texts for one print."
        raise RuleError(message, field="texts")
    if len({resource_id for resource_id, _ in texts}) < len(texts):
        message = "One of these texts is here twice. Take one out."
        raise RuleError(message, field="texts")
    orders = []
    for place, (resource_id, key) in enumerate(texts):
        fits = any(design_key in {one.key, one.kind} for one in designs_for(library, press, resource_id, key))
        # Whoever comes later gets the usual ideas: what was chosen counts the ideas of the first.
        own = family if place == 0 else NO_FAMILY
        design = design_key if fits else ""
        orders.append(order_leaflet(library, press, clock, settings, resource_id, key, design, family=own))
    return tuple(orders)


def designs_for(library: Library, press: Press, resource_id: str, key: VariantKey) -> tuple[Design, ...]:
    """The designs this text can be laid out in: cards for the card, and what needs ideas for texts that have them."""
    if resource_id == CARD_RESOURCE:
        return tuple(design for design in press.designs() if design.kind == "card")
    has_ideas = bool(library.variant(resource_id, key).ideas)
    sheets = (design for design in press.designs() if design.kind not in NOT_FOR_TEXTS)
    return tuple(design for design in sheets if has_ideas or design.kind not in NEEDS_IDEAS)


def fitting_design(resource_id: str, family: Family, carer_id: str) -> str:
    """The kind of design this carer's needs ask for; nothing where the one of the form will do. Cards have one size."""
    is_large = family.has_need(carer_id, NeedKind.LARGE_PRINT) and resource_id != CARD_RESOURCE
    return LARGE_PRINT if is_large else ""


def packable(library: Library, chosen: Iterable[str]) -> tuple[Resource, ...]:
    """What can be added to a pack: texts for carers that are not in it yet, and never anything sensitive."""
    taken = set(chosen)
    return tuple(
        resource
        for resource in library.resources()
        if not resource.is_sensitive and resource.audience is Audience.CARER and resource.id not in taken
    )


def variant_like(resource: Resource, key: VariantKey) -> VariantKey:
    """The variant of this resource for the reader of another one."""
    return resource.best_variant(
        easy_read=key.form is Form.EASY_READ, is_father=key.addressee is Addressee.FATHERS, language=key.language
    )


def _design(offered: Sequence[Design], wanted: str) -> Design:
    """The design with this key, else the first of this kind."""
    found = [design for design in offered if design.key == wanted] or [one for one in offered if one.kind == wanted]
    if not found:
        message = f"This cannot be laid out as {wanted!r}. The advice itself is not affected. Choose another design."
        raise PressError(message)
    return found[0]
