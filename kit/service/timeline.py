"""The timeline of one carer: every piece of advice and every visit, whatever the topic, with what was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.service.history import HistoryEntry, entries_of

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.visit import Presence, Visit
    from kit.service.ports import Library, Records


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """One visit as it was for one carer, or advice on record without one.

    Attributes:
        on: the day.
        visit: the visit, as it stands now.
        presence: how much of it this carer was there for, and how they were to be reached.
        entries: what they were given, or why not; each correction above what it corrects.
    """

    on: date
    visit: Visit | None
    presence: Presence | None
    entries: tuple[HistoryEntry, ...]


def carer_timeline(records: Records, library: Library, family_id: str, carer_id: str) -> tuple[TimelineDay, ...]:
    """Every visit of the family with what became of this carer in it, newest first. Nothing sensitive is read."""
    with records:
        advice = [one for one in records.advice(family_id) if one.carer_id == carer_id]
        visits = records.visits(family_id)
    by_visit: dict[str, list[HistoryEntry]] = {}
    for entry in entries_of(library, advice):
        by_visit.setdefault(entry.record.visit_id, []).append(entry)
    days = []
    for visit in visits:
        presence = next((one for one in visit.presences if one.carer_id == carer_id), None)
        entries = tuple(by_visit.pop(visit.id, ()))
        if presence or entries or visit.is_attempt:
            days.append(TimelineDay(visit.started_at.date(), visit, presence, entries))
    days += [
        TimelineDay(entries[0].record.occurred_at.date(), None, None, tuple(entries)) for entries in by_visit.values()
    ]
    return tuple(sorted(days, key=lambda day: day.on, reverse=True))
