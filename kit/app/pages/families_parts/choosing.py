"""Which families the list shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kit.app.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.service.caseload import Caseload, TopicGap
    from kit.service.caseload_row import CaseloadRow

FIRST, NAME, AGE, SEEN = "first", "name", "age", "seen"
ORDERS = (Choice(NAME, "A to Z"), Choice(FIRST, "Needs you first"), Choice(AGE, "Youngest"), Choice(SEEN, "Last seen"))
EVERY = "every"


@dataclass(frozen=True, slots=True)
class Only:
    """A part of the families: its key, how it is said, and who is in it."""

    key: str
    words: str
    holds: Callable[[CaseloadRow], bool]


def ordered(rows: Sequence[CaseloadRow], order: str) -> list[CaseloadRow]:
    """The rows in this order; among equals A to Z."""
    return sorted(rows, key=_KEYS.get(order, _KEYS[NAME]))


def _age(row: CaseloadRow) -> tuple[int, str]:
    """Youngest first, and those still expected before everyone; nobody added yet comes last."""
    day = (row.youngest.born_on or row.youngest.due_on) if row.youngest else None
    return -(day.toordinal() if day else 0), row.name.casefold()


def _seen(row: CaseloadRow) -> tuple[date, str]:
    """Never seen first, then those not seen for longest."""
    return row.last_seen_on or date.min, row.name.casefold()


_KEYS: dict[str, Callable[[CaseloadRow], tuple[object, str]]] = {
    FIRST: lambda row: row.urgency,
    NAME: lambda row: (0, row.name.casefold()),
    AGE: _age,
    SEEN: _seen,
}


def parts(found: Caseload) -> tuple[tuple[Only, ...], ...]:
    """The parts there are, in groups; the gaps are those of this caseload."""
    drafts = frozenset(row.family_id for _draft, row in found.drafts)
    return (
        (Only(EVERY, "All families", lambda _row: True),),
        (
            Only("due", "Something due", lambda row: row.gap is not None),
            Only("never-met", "Somebody never met", lambda row: bool(row.never_met)),
            Only("not-seen", "Nobody seen yet", lambda row: row.last_seen_on is None),
            Only("place", "A parent not known yet", lambda row: bool(row.places)),
            Only("need", "A communication need", lambda row: bool(row.need)),
            Only("draft", "Visit not closed", lambda row: row.family_id in drafts),
        ),
        tuple(_only_gap(gap) for gap in found.gaps),
    )


def _only_gap(gap: TopicGap) -> Only:
    who = "Fathers" if gap.are_fathers else "Mothers"
    words = f"{who} not told: {gap.name[:1].lower()}{gap.name[1:]}"
    return Only(gap.key, words, lambda row: row.family_id in gap.families)
