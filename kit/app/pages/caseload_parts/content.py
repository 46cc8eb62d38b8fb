"""What the caseload page shows, from the caseload: which families under which title, and the gaps as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kit.app.pages.caseload_parts.bars import TopicBars
from kit.domain.coverage import CellState
from kit.domain.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kit.domain.visit import VisitDraft
    from kit.service.caseload import Caseload, CaseloadRow

MOST_ROWS = 7
MOST_FIRST = 4
"""Rows of what is overdue while something else waits too."""
MOST_GAPS = 2
WEEK = timedelta(days=7)
YESTERDAY = 1


@dataclass(frozen=True, slots=True)
class Section:
    """Families under one title: how many there are, and those shown."""

    title: str
    count: int
    rows: tuple[CaseloadRow, ...]

    @property
    def has_more(self) -> bool:
        """Whether some are not shown."""
        return self.count > len(self.rows)


def sections(found: Caseload) -> tuple[Section, ...]:
    """What is overdue, what is due this week, and what else is open: seven rows in all."""
    late = [row for row in found.rows if is_late(row)]
    week = [row for row in found.rows if row not in late and _is_due_by(row, found.today + WEEK)]
    later = [row for row in found.rows if row not in late and row not in week and _is_open(row)]
    groups = [("Needs you first", late), ("Due this week", week), ("Also open", later)]
    first = MOST_FIRST if week or later else MOST_ROWS
    limits = [first, max(0, MOST_ROWS - min(first, len(late)) - min(1, len(later)))]
    limits.append(MOST_ROWS - sum(min(most, len(rows)) for most, (_, rows) in zip(limits, groups, strict=False)))
    return tuple(
        Section(title, len(rows), tuple(rows[:most]))
        for most, (title, rows) in zip(limits, groups, strict=True)
        if rows and most > 0
    )


def is_late(row: CaseloadRow) -> bool:
    """Whether advice or an action of the plan is overdue."""
    return row.late_since is not None or (row.gap is not None and row.gap.state is CellState.OVERDUE)


def _is_due_by(row: CaseloadRow, day: date) -> bool:
    return row.gap is not None and row.gap.due_by is not None and row.gap.due_by <= day


def _is_open(row: CaseloadRow) -> bool:
    return row.gap is not None or row.is_place_unfilled


def bars(found: Caseload) -> tuple[TopicBars, ...]:
    """Two bars for each topic that is meant for any parent."""
    return tuple(
        TopicBars(each.name, each.mothers_told, each.mothers, each.fathers_told, each.fathers)
        for each in found.counts
        if each.mothers or each.fathers
    )


@dataclass(frozen=True, slots=True)
class GapLine:
    """A number, what it counts, and the part of the families it leads to: 54, fathers not told: crying."""

    count: int
    words: str
    part: str


def gap_lines(found: Caseload) -> tuple[GapLine, ...]:
    """The most common gaps, the people never met, the parents not known."""
    said = [
        GapLine(gap.count, _gap_words(gap.name, gap.count, are_fathers=gap.are_fathers), gap.key)
        for gap in found.gaps[:MOST_GAPS]
    ]
    unmet = sum(len(row.never_met) for row in found.rows)
    said += [GapLine(unmet, f"{_plural('carer', unmet)} never met", "never-met")] if unmet else []
    places = found.places_unfilled
    said += [GapLine(places, f"parent {_plural('place', places)} not known yet", "place")] if places else []
    return tuple(said)


def _gap_words(topic: str, count: int, *, are_fathers: bool) -> str:
    who = _plural("father" if are_fathers else "mother", count)
    return f"{who} not told: {topic[:1].lower()}{topic[1:]}"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def waiting_words(count: int) -> str:
    """Records that are on this laptop only; said of their number, which stands before it."""
    return f"{_plural('record', count)} not sent yet"


def facts_line(found: Caseload) -> str:
    """96 families · 4 with something overdue."""
    total = len(found.rows)
    families = f"{total} {'family' if total == 1 else 'families'}"
    late = sum(map(is_late, found.rows))
    return f"{families} · {late} with something overdue" if late else f"{families} · nothing overdue"


def not_closed(draft: VisitDraft, family_name: str, today: date) -> str:
    """Friday’s visit to the Brennan family is not closed."""
    return f"{_whose(draft.started_at.date(), today)} to the {family_name} family is not closed."


def _whose(day: date, today: date) -> str:
    days = (today - day).days
    if days <= 0:
        return "Today’s visit"
    if days == YESTERDAY:
        return "Yesterday’s visit"
    return f"{day:%A}’s visit" if days < WEEK.days else f"The visit of {day_and_month(day)}"


def ids(rows: Iterable[tuple[VisitDraft, object]]) -> frozenset[str]:
    """The families with a visit that is not closed."""
    return frozenset(draft.family_id for draft, _family in rows)
