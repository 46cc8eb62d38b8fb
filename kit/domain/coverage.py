"""Coverage: for each carer and topic, what was given, when, understood or not, what is due.

The rules of what is due are data (`resources/due.toml`); this is how they are applied. A rule is met by advice
given inside its window of the child's age, so repeating is asked for by a second rule, not by a counter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.domain.advice import AdviceGiven, Reason, Topic, Understanding, standing
from kit.domain.carer import Carer, Tie
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.domain.family import Child, Family, ParentPlace, ParentRole


class Who(OpenWord):
    """For which carers a rule counts."""

    EVERY_CARER = "every-carer"
    PARENTS = "parents"
    MOTHER = "mother"
    FATHERS = "fathers"


class Again(OpenWord):
    """What makes a topic due again after it was given."""

    NEW_PLACE = "new-place"
    NOT_YET = "not-yet"


_TIES = {
    Who.PARENTS: {Tie.MOTHER, Tie.FATHER, Tie.OTHER_PARENT, Tie.PARTNER_OF_PARENT},
    Who.MOTHER: {Tie.MOTHER},
    Who.FATHERS: {Tie.FATHER, Tie.OTHER_PARENT, Tie.PARTNER_OF_PARENT},
}


@dataclass(frozen=True, slots=True)
class DueRule:
    """One rule: this topic, for these carers, at these ages in completed weeks (negative before birth)."""

    topic: Topic
    from_weeks: int
    by_weeks: int
    until_weeks: int
    who: Who
    again: tuple[Again, ...]
    why: str
    source: str

    def counts_for(self, tie: Tie) -> bool:
        """Whether a carer with this tie is meant; a word we do not know means everyone."""
        return self.who not in _TIES or tie in _TIES[self.who]


class CellState(StrEnum):
    """What a cell of the coverage grid says. The order is that of look.md section 1."""

    SHOWED_ME = "showed-me"
    TOLD_ME = "told-me"
    NOT_YET = "not-yet"
    NOT_CHECKED = "not-checked"
    NOT_GIVEN = "not-given"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_DUE = "not-due"


OPEN_STATES = frozenset({CellState.NOT_YET, CellState.DUE, CellState.OVERDUE})
"""States that ask for something at the next visit."""

_UNDERSTOOD = {
    Understanding.SHOWED_ME: CellState.SHOWED_ME,
    Understanding.TOLD_ME: CellState.TOLD_ME,
    Understanding.NOT_YET: CellState.NOT_YET,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One carer and one topic.

    Attributes:
        times: at how many visits it was given.
        last_on: day of the record the state comes from.
        reason: why it was not given, when that is the state.
        due_by: the day after which it is overdue, when something is due.
        due_from: the day from which the next rule counts, when nothing is due yet.
        is_new_place: due again because the child moved.
    """

    carer_id: str
    topic: Topic
    state: CellState
    times: int = 0
    last_on: date | None = None
    reason: Reason | None = None
    due_by: date | None = None
    due_from: date | None = None
    is_new_place: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it asks for something at the next visit (a "not given" stays open until it is given)."""
        return self.state in OPEN_STATES or (self.state is CellState.NOT_GIVEN and self.due_by is not None)


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A parent place nobody stands in yet; it keeps its own column."""

    child: Child
    role: ParentRole
    answer: ParentPlace | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole grid of one family: topics down, carers across, always side by side."""

    carers: tuple[Carer, ...]
    topics: tuple[Topic, ...]
    cells: tuple[tuple[Cell, ...], ...]
    unfilled: tuple[Unfilled, ...]

    def cell(self, carer_id: str, topic: Topic) -> Cell:
        """The cell of this carer and topic."""
        column = next(index for index, carer in enumerate(self.carers) if carer.id == carer_id)
        return self.cells[self.topics.index(topic)][column]

    def open_for(self, carer_id: str) -> tuple[Cell, ...]:
        """What is open for this carer, overdue first."""
        mine = [row[index] for row in self.cells for index, carer in enumerate(self.carers) if carer.id == carer_id]
        return tuple(
            sorted((cell for cell in mine if cell.is_open), key=lambda cell: cell.state is not CellState.OVERDUE)
        )


def coverage(
    family: Family, advice: Iterable[AdviceGiven], rules: Sequence[DueRule], topics: Sequence[Topic], today: date
) -> Coverage:
    """The coverage grid of a family on that day.

    Args:
        family: as it stands today.
        advice: every ordinary advice record of the family, corrections included.
        rules: what is due, from the library.
        topics: the rows, in order. Sensitive topics never have one.
        today: the day the grid is for, in local time.
    """
    kept: dict[tuple[str, Topic], list[AdviceGiven]] = {}
    for record in standing(advice):
        kept.setdefault((record.carer_id, record.topic), []).append(record)
    carers = family.columns()
    asked = [_asks(family, carer, rules, today) for carer in carers]
    return Coverage(
        carers=carers,
        topics=tuple(topics),
        cells=tuple(
            tuple(
                _cell(carer, topic, kept.get((carer.id, topic), []), asks.get(topic, _Asks()), today)
                for carer, asks in zip(carers, asked, strict=True)
            )
            for topic in topics
        ),
        unfilled=tuple(Unfilled(child, role, answer) for child, role, answer in family.unfilled_places()),
    )


@dataclass(frozen=True, slots=True)
class _Ask:
    """One rule that counts today for one child of one carer.

    Attributes:
        starts: advice before this day does not meet it.
        by: the day after which it is overdue.
        moved_on: the day of the last move, when the rule asks again at a new place.
    """

    child_id: str
    starts: date
    by: date
    moved_on: date | None

    def unmet(self, given: Sequence[AdviceGiven]) -> _Open | None:
        """What is still to do, when this was given."""
        days = (record.occurred_at.date() for record in given if record.child_id == self.child_id)
        newest = max((day for day in days if day >= self.starts), default=None)
        if newest is None:
            return _Open(self.by)
        if self.moved_on is not None and self.moved_on > newest:
            return _Open(self.moved_on + timedelta(days=DAYS_TO_ASK_AT_NEW_PLACE), is_new_place=True)
        return None


@dataclass(slots=True)
class _Asks:
    """What one topic asks for one carer: today, and the day the next rule begins."""

    today: list[_Ask] = field(default_factory=list)
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class _Open:
    """One rule not met."""

    by: date
    is_new_place: bool = False


def _asks(family: Family, carer: Carer, rules: Sequence[DueRule], today: date) -> dict[Topic, _Asks]:
    """The rules that count for this carer, by topic."""
    found: dict[Topic, _Asks] = {}
    for tie in family.ties_of(carer.id):
        child = family.child(tie.child_id)
        zero, age = child.born_on or child.due_on, child.age_weeks(today)
        if zero is None:
            continue
        stay = family.stay_of(child.id, today)
        for rule in rules:
            if age > rule.until_weeks or not rule.counts_for(tie.tie):
                continue
            asks = found.setdefault(rule.topic, _Asks())
            starts = zero + timedelta(weeks=rule.from_weeks)
            if today < starts:
                asks.begins = min(starts, asks.begins or starts)
            else:
                moved_on = stay.from_on if stay and Again.NEW_PLACE in rule.again else None
                asks.today.append(_Ask(child.id, starts, zero + timedelta(weeks=rule.by_weeks), moved_on))
    return found


def _cell(carer: Carer, topic: Topic, records: Sequence[AdviceGiven], asks: _Asks, today: date) -> Cell:
    given = [record for record in records if record.is_given]
    times = len({record.visit_id for record in given})
    last = records[-1] if records else None
    last_given = given[-1] if given else None
    unmet = [still for ask in asks.today if (still := ask.unmet(given))]
    first = min(unmet, key=lambda one: one.by, default=None)

    def cell(state: CellState, record: AdviceGiven | None, *, is_new_place: bool = False) -> Cell:
        return Cell(
            carer_id=carer.id,
            topic=topic,
            state=state,
            times=times,
            last_on=record.occurred_at.date() if record else None,
            reason=record.reason if record and state is CellState.NOT_GIVEN else None,
            due_by=first.by if first else None,
            due_from=asks.begins,
            is_new_place=is_new_place,
        )

    if first and first.by < today:
        return cell(CellState.OVERDUE, last_given)
    if last_given and last_given is last and last_given.understanding is Understanding.NOT_YET:
        return cell(CellState.NOT_YET, last_given)
    if last and not last.is_given:
        return cell(CellState.NOT_GIVEN, last)
    if first:
        return cell(CellState.DUE, last_given, is_new_place=first.is_new_place)
    if last_given:
        understood = last_given.understanding or Understanding.NOT_CHECKED
        return cell(_UNDERSTOOD.get(understood, CellState.NOT_CHECKED), last_given)
    return cell(CellState.NOT_DUE, None)


DAYS_TO_ASK_AT_NEW_PLACE = 7
"""Days after a move within which safer sleep should be talked about again. The project's own choice, awaiting
clinical sign-off; the facts only say "at every move" (facts/safer-sleep.md section 22)."""
