"""What became of a leaflet: printed, which never means told, or kept to be printed later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import TextGiven, VariantKey
from kit.domain.errors import KitError, UnknownError
from kit.domain.identity import new_id
from kit.domain.paper import LeafletPrinted, ToPrint
from kit.domain.safety import check_leaflet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.domain.family import Family
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What a worker prints: which words in which design, how often, and for whom if for anybody."""

    resource_id: str
    key: VariantKey
    design: str = ""
    copies: int = 1
    family_id: str = ""
    carer_id: str = ""


@dataclass(frozen=True, slots=True)
class WaitingLeaflet:
    """A leaflet still to be printed, as a list says it; why it cannot be any more, if it cannot."""

    wish: ToPrint
    title: str
    key: VariantKey
    family: Family | None
    trouble: str = ""

    @property
    def as_wish(self) -> PrintWish:
        """What to print again."""
        wish = self.wish
        ids = wish.family_id or "", wish.carer_id or ""
        return PrintWish(wish.resource_id, self.key, wish.design, wish.copies, *ids)


def note_all_printed(
    records: Records, library: Library, clock: Clock, wishes: Iterable[PrintWish]
) -> tuple[LeafletPrinted, ...]:
    """Record that each text went to a printer for a family, or none of them, and take them off the list of what waits.

    For nobody in particular there is nothing to record. It is not sent anywhere: whether advice was given is another
    record, made by a person.
    """
    now = clock.now()
    printed = []
    with records:
        for wish in wishes:
            for kept in records.paper.to_print():
                if _what(kept) == _what(wish):
                    records.paper.strike_off(kept.id)
            if wish.family_id:
                one = LeafletPrinted(
                    new_id(now),
                    wish.family_id,
                    wish.carer_id or None,
                    TextGiven.of(library.variant(wish.resource_id, wish.key)),
                    wish.design,
                    wish.copies,
                    occurred_at=now,
                    recorded_at=now,
                    worker=records.settings().worker_name,
                )
                records.paper.add(one)
                printed.append(one)
        records.commit()
    return tuple(printed)


def note_none_printed(
    records: Records, clock: Clock, printed: Iterable[LeafletPrinted], why: str
) -> tuple[LeafletPrinted, ...]:
    """Record of each text that nothing came out after all: new records that name those they correct."""
    now = clock.now()
    corrections = tuple(
        replace(one, id=new_id(now), copies=0, recorded_at=now, corrects=one.id, why=why) for one in printed
    )
    with records:
        for one in corrections:
            records.paper.add(one)
        records.commit()
    return corrections


def keep_for_later(
    records: Records, library: Library, clock: Clock, wishes: Sequence[PrintWish]
) -> tuple[ToPrint, ...]:
    """Keep each text of a print to print again, or none of them; the same wish is not kept twice.

    Raises:
        RuleError: one may not be on paper.
    """
    for wish in wishes:
        check_leaflet(library.resource(wish.resource_id))
    now = clock.now()
    with records:
        before = {(_what(one), one.design): one for one in records.paper.to_print()}
        kept = []
        for wish in wishes:
            one = before.get((_what(wish), wish.design))
            if one is None:
                one = ToPrint(
                    id=new_id(now),
                    resource_id=wish.resource_id,
                    variant=wish.key.name,
                    design=wish.design,
                    copies=wish.copies,
                    family_id=wish.family_id or None,
                    carer_id=wish.carer_id or None,
                    kept_at=now,
                )
                records.paper.keep_to_print(one)
            kept.append(one)
        records.commit()
    return tuple(kept)


def strike_off(records: Records, wish_id: str) -> None:
    """It was printed, or is not wanted any more."""
    with records:
        records.paper.strike_off(wish_id)
        records.commit()


def waiting_leaflets(records: Records, library: Library) -> tuple[WaitingLeaflet, ...]:
    """What is still to be printed, oldest first."""
    with records:
        kept = records.paper.to_print()
        families = {one: records.family(one) for one in {wish.family_id for wish in kept} if one}
    return tuple(_waiting(library, wish, families.get(wish.family_id or "")) for wish in kept)


def _waiting(library: Library, wish: ToPrint, family: Family | None) -> WaitingLeaflet:
    key, title = VariantKey.named(wish.variant), wish.resource_id
    try:
        resource = library.resource(wish.resource_id)
        title = resource.title
        check_leaflet(resource)
        library.variant(wish.resource_id, key)
    except UnknownError:
        return WaitingLeaflet(wish, title, key, family, "The kit no longer has it.")
    except KitError as error:
        return WaitingLeaflet(wish, title, key, family, str(error))
    return WaitingLeaflet(wish, title, key, family)


def _what(wish: ToPrint | PrintWish) -> tuple[object, ...]:
    """The words and for whom; the design may be another."""
    variant = wish.variant if isinstance(wish, ToPrint) else wish.key.name
    return wish.resource_id, variant, wish.family_id or None, wish.carer_id or None
