"""The caseload: every family with the one gap that matters, mothers beside fathers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.domain.carer import Tie
from kit.domain.coverage import Cell, CellState, Coverage, coverage
from kit.domain.seen import LastSeen, last_seen
from kit.domain.visit import standing_visits, withdrawn_visits
from kit.service.plans import late_plans

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.advice import AdviceGiven, Topic, TopicName
    from kit.domain.family import Family
    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One family in the caseload.

    Attributes:
        gap: the open cell that matters most, or None; overdue before due, fathers before mothers when equal.
        is_place_unfilled: whether a parent place waits to be asked about.
        last_visit: the newest closed visit.
        seen: when anyone of the family was last seen.
        late_since: since when the oldest overdue action of the plan should have been done; None when none is overdue.
    """

    family: Family
    coverage: Coverage
    gap: Cell | None
    is_place_unfilled: bool
    last_visit: Visit | None
    seen: LastSeen = field(default_factory=lambda: LastSeen(None))
    late_since: date | None = None

    @property
    def urgency(self) -> tuple[int, str]:
        """Sort key: overdue, due, a parent place to ask about, all well; then by name."""
        if self.late_since is not None or (self.gap is not None and self.gap.state is CellState.OVERDUE):
            rank = 0
        elif self.gap is not None:
            rank = 1
        else:
            rank = 2 if self.is_place_unfilled else 3
        return rank, self.family.name.casefold()


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many mothers and how many fathers have been told about a topic, of how many."""

    topic: Topic
    name: str
    mothers_told: int
    mothers: int
    fathers_told: int
    fathers: int


@dataclass(frozen=True, slots=True)
class TopicGap:
    """How many parents were never told about a topic that is due for them."""

    topic: Topic
    name: str
    count: int
    are_fathers: bool


@dataclass(frozen=True, slots=True)
class Caseload:
    """Everything the first page shows. `closed` are the families whose help is closed: found, and asked nothing of."""

    today: date
    rows: tuple[CaseloadRow, ...]
    counts: tuple[TopicCount, ...]
    drafts: tuple[tuple[VisitDraft, Family], ...]
    places_unfilled: int
    gaps: tuple[TopicGap, ...] = ()
    is_practice: bool = False
    closed: tuple[CaseloadRow, ...] = ()


TOLD = frozenset({CellState.SHOWED_ME, CellState.TOLD_ME})
"""States that count as told and understood."""

_FATHER_TIES = frozenset({Tie.FATHER, Tie.OTHER_PARENT})


def caseload(records: Records, library: Library, clock: Clock) -> Caseload:
    """The caseload of today. Loads everything in a fixed number of queries."""
    today = clock.today()
    with records:
        families = records.families()
        advice: dict[str, list[AdviceGiven]] = {}
        for record in records.advice():
            advice.setdefault(record.family_id, []).append(record)
        visits: dict[str, list[Visit]] = {}
        every_visit = records.visits()
        for visit in standing_visits(every_visit):
            visits.setdefault(visit.family_id, []).append(visit)
        drafts = records.drafts()
        late = late_plans(records, today, withdrawn_visits(every_visit))
        is_practice = records.settings().is_practice
    names = [name for name in library.topics() if name.has_row]
    rules, topics = library.due_rules(), [name.topic for name in names]
    every = []
    for family in families:
        grid = coverage(family, advice.get(family.id, ()), rules, topics, today)
        held, since = visits.get(family.id, []), late.get(family.id)
        seen, newest = last_seen(family, held), held[0] if held else None
        every.append(CaseloadRow(family, grid, _gap(family, grid), bool(grid.unfilled), newest, seen, since))
    rows = [row for row in every if not row.family.closed]
    by_id = {family.id: family for family in families}
    return Caseload(
        today=today,
        rows=tuple(sorted(rows, key=lambda row: row.urgency)),
        counts=_counts(rows, names),
        drafts=tuple((draft, by_id[draft.family_id]) for draft in drafts),
        places_unfilled=sum(len(row.coverage.unfilled) for row in rows),
        gaps=_gaps(rows, names),
        is_practice=is_practice,
        closed=tuple(row for row in every if row.family.closed),
    )


def is_father(family: Family, carer_id: str) -> bool:
    """Whether this carer is a father or other parent of a child of the family."""
    return any(tie.tie in _FATHER_TIES for tie in family.ties_of(carer_id))


def is_mother(family: Family, carer_id: str) -> bool:
    """Whether this carer is the mother of a child of the family."""
    return any(tie.tie is Tie.MOTHER for tie in family.ties_of(carer_id))


def _gap(family: Family, grid: Coverage) -> Cell | None:
    """Overdue first; among equals, the father's, because he is the one the review found forgotten."""
    found = [
        cell
        for row in grid.cells
        for cell in row
        if cell.state in {CellState.OVERDUE, CellState.DUE, CellState.NOT_YET}
    ]
    return min(
        found,
        key=lambda cell: (cell.state is not CellState.OVERDUE, not is_father(family, cell.carer_id)),
        default=None,
    )


def _counts(rows: list[CaseloadRow], names: list[TopicName]) -> tuple[TopicCount, ...]:
    told: Counter[tuple[Topic, str]] = Counter()
    people: Counter[str] = Counter()
    for row in rows:
        for index, carer in enumerate(row.coverage.carers):
            for kind, counts in (("mothers", is_mother), ("fathers", is_father)):
                if not counts(row.family, carer.id):
                    continue
                people[kind] += 1
                for cells in row.coverage.cells:
                    told[cells[index].topic, kind] += _is_told(cells[index])
    return tuple(
        TopicCount(
            topic=name.topic,
            name=name.name,
            mothers_told=told[name.topic, "mothers"],
            mothers=people["mothers"],
            fathers_told=told[name.topic, "fathers"],
            fathers=people["fathers"],
        )
        for name in names
    )


def _gaps(rows: list[CaseloadRow], names: list[TopicName]) -> tuple[TopicGap, ...]:
    """The most common first; among equals fathers, and topics in the order of the screens."""
    counts: Counter[tuple[Topic, bool]] = Counter()
    for row in rows:
        for cells in row.coverage.cells:
            for cell in cells:
                if cell.times or not cell.is_open:
                    continue
                counts[cell.topic, True] += is_father(row.family, cell.carer_id)
                counts[cell.topic, False] += is_mother(row.family, cell.carer_id)
    found = [
        TopicGap(name.topic, name.name, counts[name.topic, are_fathers], are_fathers)
        for name in names
        for are_fathers in (True, False)
        if counts[name.topic, are_fathers]
    ]
    return tuple(sorted(found, key=lambda gap: (-gap.count, not gap.are_fathers)))


def _is_told(cell: Cell) -> bool:
    return cell.state in TOLD
