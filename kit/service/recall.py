"""Recall: which families hold a resource that was withdrawn, and who has been told.

Sensitive resources are left out: who holds one is asked of the restricted records by a person, never by a list.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import Way, standing
from kit.domain.errors import UnknownError
from kit.domain.identity import new_id
from kit.domain.paper import RecallTold, came_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kit.domain.advice import AdviceGiven, Resource, Withdrawal
    from kit.domain.carer import Carer
    from kit.domain.family import Family
    from kit.domain.paper import LeafletPrinted, Stock
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class Holder:
    """One carer who was given it, or for whom it was printed; nobody in particular where it was for the whole family.

    Attributes:
        since: when they got it last.
        has_paper: whether a leaflet may lie in their home.
    """

    family: Family
    carer: Carer | None
    since: datetime
    has_paper: bool


@dataclass(frozen=True, slots=True)
class Recall:
    """A withdrawn resource, what takes its place, who still has to be told, and how many lie in the bag."""

    resource: Resource
    withdrawal: Withdrawal
    replacement: Resource | None
    holders: tuple[Holder, ...]
    in_bag: int


def recalls(records: Records, library: Library) -> tuple[Recall, ...]:
    """The recalls that concern somebody, or the bag; newest first."""
    withdrawn = [one for one in library.withdrawn() if not one.is_sensitive]
    if not withdrawn:
        return ()
    with records:
        kept = _Kept(
            records.families(),
            [record for record in standing(records.advice()) if record.is_given],
            came_out(records.paper.printed()),
            records.paper.told(),
            records.paper.stock(),
        )
    found = (kept.recall(library, one, one.withdrawal) for one in withdrawn if one.withdrawal)
    concerning = [one for one in found if one.holders or one.in_bag]
    return tuple(sorted(concerning, key=lambda one: one.withdrawal.on, reverse=True))


def note_told(records: Records, clock: Clock, family_id: str, carer_id: str | None, resource_id: str) -> RecallTold:
    """Record that this carer, or the family, knows."""
    now = clock.now()
    with records:
        worker = records.settings().worker_name
        told = RecallTold(new_id(now), family_id, carer_id, resource_id, now, now, worker)
        records.paper.add(told)
        records.commit()
    return told


def clear_bag(records: Records, resource_id: str) -> None:
    """No sheet of this resource is in the bag any more."""
    with records:
        for pile in records.paper.stock():
            if pile.text.resource_id == resource_id:
                records.paper.keep_stock(replace(pile, count=0))
        records.commit()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the records say, read once for all recalls."""

    families: Sequence[Family]
    given: Sequence[AdviceGiven]
    printed: Sequence[LeafletPrinted]
    told: Sequence[RecallTold]
    stock: Sequence[Stock]

    def recall(self, library: Library, resource: Resource, withdrawal: Withdrawal) -> Recall:
        """One recall, with those who do not know yet."""
        done = {(one.family_id, one.carer_id) for one in self.told if one.resource_id == resource.id}
        done |= {
            (one.family_id, one.carer_id)
            for one in self.given
            if one.text.resource_id == withdrawal.replaced_by and one.occurred_at.date() >= withdrawal.on
        }
        got: dict[tuple[str, str | None], list[tuple[datetime, bool]]] = defaultdict(list)
        for record in self.given:
            if record.text.resource_id == resource.id:
                is_on_paper = bool(_ON_PAPER.intersection(record.ways))
                got[record.family_id, record.carer_id].append((record.occurred_at, is_on_paper))
        for sheet in self.printed:
            if sheet.text.resource_id == resource.id:
                got[sheet.family_id, sheet.carer_id].append((sheet.occurred_at, True))
        holders = [
            Holder(
                family,
                family.carer(carer_id) if carer_id else None,
                since=max(at for at, _ in times),
                has_paper=any(is_on_paper for _, is_on_paper in times),
            )
            for family in self.families
            for carer_id in (*(carer.id for carer in family.columns()), None)
            if (times := got.get((family.id, carer_id))) and (family.id, carer_id) not in done
        ]
        in_bag = sum(pile.count for pile in self.stock if pile.text.resource_id == resource.id)
        return Recall(resource, withdrawal, _replacement(library, withdrawal), tuple(holders), in_bag)


def _replacement(library: Library, withdrawal: Withdrawal) -> Resource | None:
    """What takes its place, if the library has it."""
    try:
        return library.resource(withdrawal.replaced_by) if withdrawal.replaced_by else None
    except UnknownError:
        return None


_ON_PAPER = frozenset({Way.PRINTED, Way.READY_MADE})
