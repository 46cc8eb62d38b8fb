"""Printed and not yet talked through: a leaflet alone tells nobody, so it stays on a list until somebody was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, standing
from kit.domain.paper import came_out
from kit.service.summary import title_of

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.carer import Carer
    from kit.domain.family import Family
    from kit.domain.paper import LeafletPrinted
    from kit.service.ports import Clock, Library, Records

REMEMBERED = timedelta(weeks=8)
"""After that the coverage grid says better what is due than a sheet somebody once printed."""


@dataclass(frozen=True, slots=True)
class UntoldLeaflet:
    """A leaflet that was printed, and nobody it is for has been given the advice since."""

    printed: LeafletPrinted
    title: str
    family: Family
    carer: Carer | None


def untold(records: Records, library: Library, clock: Clock) -> tuple[UntoldLeaflet, ...]:
    """What was printed lately and not talked through, newest first; of several alike, the newest."""
    since = clock.today() - REMEMBERED
    with records:
        printed = [one for one in came_out(records.paper.printed()) if one.occurred_at.date() >= since]
        families = {one: records.family(one) for one in {sheet.family_id for sheet in printed}}
        told = {
            (record.family_id, record.carer_id, record.text.resource_id, record.occurred_at.date())
            for family_id in families
            for record in standing(records.advice(family_id))
            if record.is_given
        }
        told |= {
            (draft.family_id, tick.carer_id, tick.text.resource_id, tick.at.date())
            for draft in records.drafts()
            for tick in draft.ticks
            if tick.outcome is Outcome.GIVEN
        }
    newest = {(one.family_id, one.carer_id, one.text.resource_id): one for one in printed if not _is_told(one, told)}
    found = [
        UntoldLeaflet(one, title_of(library, one.text.resource_id), family, _carer(family, one.carer_id))
        for one in newest.values()
        for family in [families[one.family_id]]
    ]
    return tuple(sorted(found, key=lambda one: (one.printed.occurred_at, one.printed.id), reverse=True))


def _is_told(sheet: LeafletPrinted, told: set[tuple[str, str, str, date]]) -> bool:
    """Whether the carer, or for a whole family any of them, was given the advice on that day or later."""
    return any(
        family_id == sheet.family_id
        and sheet.carer_id in {None, carer_id}
        and resource_id == sheet.text.resource_id
        and on >= sheet.occurred_at.date()
        for family_id, carer_id, resource_id, on in told
    )


def _carer(family: Family, carer_id: str | None) -> Carer | None:
    return family.carer(carer_id) if carer_id else None
