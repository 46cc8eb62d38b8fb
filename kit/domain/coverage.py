"""Coverage: for each carer and topic, what was given, when, understood or not, what is due.

The rules of what is due are data (`resources/due.toml`); this is how they are applied. A rule is met by advice
given inside its window of the child's age, so repeating is asked for by a second rule, not by a counter. Nothing is
due twice for the same reason: a rule once met stays met, a move is answered by the first advice after it, and a
"not yet" by the next time the same text is understood.
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
    from datetime import datetime

    from kit.domain.family import Child, Family, ParentPlace, ParentRole
    from kit.domain.visit import Contact, ReachBy, Visit


class Who(OpenWord):
    """For which carers a rule counts."""

    EVERY_CARER = "every-carer"
    PARENTS = "parents"
    MOTHER = "mother"
    FATHERS = "fathers"
    WITH_NEED = "carers-with-a-need"


class AgeFrom(OpenWord):
    """From when the weeks of a rule are counted."""

    BIRTH = "birth"
    DUE_DATE = "due-date"
    """The corrected age: for a baby born early from the day it was expected, for every other from birth."""


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
    """One rule: this topic, for these carers, at these ages in completed weeks (negative before birth).

    Attributes:
        counts_from: whether the weeks are those since birth or the corrected age.
        contacts: planned reviews at which it is talked about again, whatever was given before.
        offer: the resources of which any one fulfils it, the best first; with none, any advice of the topic does.
        offer_moved: those that come first at a new place.
        offer_early: those that come first for a baby born before 37 weeks, and for twins.
    """

    topic: Topic
    from_weeks: int
    by_weeks: int
    until_weeks: int
    who: Who
    again: tuple[Again, ...]
    why: str
    source: str
    counts_from: AgeFrom = AgeFrom.BIRTH
    contacts: tuple[Contact, ...] = ()
    offer: tuple[str, ...] = ()
    offer_moved: tuple[str, ...] = ()
    offer_early: tuple[str, ...] = ()

    def counts_for(self, tie: Tie, *, has_need: bool = False) -> bool:
        """Whether a carer with this tie is meant; a word we do not know means everyone."""
        if self.who is Who.WITH_NEED:
            return has_need
        return self.who not in _TIES or tie in _TIES[self.who]

    def is_fulfilled_by(self, resource_id: str) -> bool:
        """Whether having been given this resource is what the rule asks for."""
        return not self.offer or resource_id in (*self.offer, *self.offer_moved, *self.offer_early)

    def offer_about(self, child: Child, family: Family, *, has_moved: bool = False) -> tuple[str, ...]:
        """What to offer about this child, the best first."""
        moved = self.offer_moved if has_moved else ()
        early = self.offer_early if is_early(child) or is_twin(child, family) else ()
        return (*moved, *early, *self.offer)

    def zero(self, child: Child) -> date | None:
        """The day this rule counts the age of a child from; None while no date is known."""
        born, due = child.born_on, child.due_on
        if self.counts_from is AgeFrom.DUE_DATE and born and due:
            return max(born, due)
        return born or due


DAYS_TOO_EARLY = 21
"""Born before 37 completed weeks: more than three weeks before the expected date (facts/safer-sleep.md section 10)."""


def is_early(child: Child) -> bool:
    """Whether this child was born before 37 weeks."""
    return bool(child.born_on and child.due_on and (child.due_on - child.born_on).days > DAYS_TOO_EARLY)


def is_twin(child: Child, family: Family) -> bool:
    """Whether another child of the family was born, or is expected, on the same day."""
    day = child.born_on or child.due_on
    return any(one.id != child.id and (one.born_on or one.due_on) == day for one in family.children)


@dataclass(frozen=True, slots=True)
class MeetRule:
    """By when a carer should have been met, and the ways to reach one who was not.

    Weeks are counted from the birth of the youngest child the carer has a tie to.
    """

    by_weeks: int
    until_weeks: int
    steps: tuple[ReachBy, ...]
    why: str
    source: str


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
        is_meant: whether a rule has begun to count for this carer, or they were given something.
        again: the texts that were given and are not understood yet.
        offer: the resources that answer what is open, the most pressing first.
        changes_on: the next day on which the cell may say something else with no new record.
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
    is_meant: bool = False
    again: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    changes_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it asks for something at the next visit: what is due, and what is to be tried again.

        A "not given" stays open until it is given. What no rule speaks of any more stays on record and asks for
        nothing.
        """
        return self.state in {CellState.DUE, CellState.OVERDUE} or self.due_by is not None or bool(self.again)


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


@dataclass(frozen=True, slots=True)
class Unmet:
    """A carer who should have been met by now and never was.

    Attributes:
        since: the day by which it should have been.
        planned: how they were to be reached, as it was said last.
        planned_on: the day that was said.
    """

    carer_id: str
    since: date
    planned: ReachBy | None = None
    planned_on: date | None = None


def unmet_carers(
    family: Family, visits: Iterable[Visit], advice: Iterable[AdviceGiven], rule: MeetRule | None, today: date
) -> tuple[Unmet, ...]:
    """The carers never met though it is time, in the order of the screens; whoever was told something was met."""
    if rule is None:
        return ()
    held = sorted(visits, key=lambda visit: (visit.started_at, visit.id))
    met = {one.carer_id for visit in held if not visit.is_attempt for one in visit.presences if one.was_here}
    met |= {record.carer_id for record in standing(advice) if record.is_given}
    planned = {one.carer_id: (one.reach_by, visit) for visit in held for one in visit.presences if one.reach_by}
    found = []
    for carer in family.columns():
        since = _to_be_met_by(family, carer, rule, today)
        if since is None or carer.id in met:
            continue
        way, visit = planned.get(carer.id, (None, None))
        found.append(Unmet(carer.id, since, way, visit.started_at.date() if visit else None))
    return tuple(found)


def _to_be_met_by(family: Family, carer: Carer, rule: MeetRule, today: date) -> date | None:
    """The day by which this carer should have been met, when it has passed and still matters."""
    begins, ends = _to_be_met(family, carer, rule) or (date.max, date.min)
    return begins if begins <= today < ends else None


def _to_be_met(family: Family, carer: Carer, rule: MeetRule) -> tuple[date, date] | None:
    """From when to before when it matters that this carer was never met."""
    births = [child.born_on for tie in family.ties_of(carer.id) if (child := family.child(tie.child_id)).born_on]
    if not births:
        return None
    return max(births) + timedelta(weeks=rule.by_weeks), max(births) + timedelta(weeks=rule.until_weeks + 1)


def meeting_changes_on(family: Family, rule: MeetRule | None, today: date) -> date | None:
    """The next day on which somebody never met may begin, or cease, to be asked about."""
    if rule is None:
        return None
    spans = (_to_be_met(family, carer, rule) or () for carer in family.carers)
    return min((day for span in spans for day in span if day > today), default=None)


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


def again_at_contact(
    family: Family, carers: Iterable[Carer], rules: Sequence[DueRule], contact: Contact, today: date
) -> tuple[tuple[Topic, tuple[str, ...]], ...]:
    """What this contact talks about again with these carers, whatever was given before: topics, and what to offer."""
    asked = (asks for carer in carers for asks in _asks(family, carer, rules, today).values())
    found = (ask for asks in asked for ask in asks.today if contact in ask.rule.contacts)
    return tuple(dict.fromkeys((ask.rule.topic, ask.rule.offer_about(ask.child, family)) for ask in found))


@dataclass(frozen=True, slots=True)
class _Ask:
    """One rule that counts today for one child of one carer.

    Attributes:
        starts: advice before this day does not meet it.
        by: the day after which it is overdue.
        moved_on: the day of the last move, when the rule asks again at a new place.
    """

    rule: DueRule
    family: Family
    child: Child
    starts: date
    by: date
    moved_on: date | None

    def unmet(self, given: Sequence[AdviceGiven]) -> _Open | None:
        """What is still to do, when this was given."""
        mine = (record for record in given if record.child_id == self.child.id)
        days = (one.occurred_at.date() for one in mine if self.rule.is_fulfilled_by(one.text.resource_id))
        newest = max((day for day in days if day >= self.starts), default=None)
        if newest is None:
            return _Open(self.by, self.rule.offer_about(self.child, self.family))
        if self.moved_on is not None and self.moved_on > newest:
            by = self.moved_on + timedelta(days=DAYS_TO_ASK_AT_NEW_PLACE)
            offer = self.rule.offer_about(self.child, self.family, has_moved=True)
            return _Open(by, offer, is_new_place=True)
        return None


@dataclass(slots=True)
class _Asks:
    """What one topic asks for one carer.

    Attributes:
        today: the rules that count today.
        begins: the day the next rule begins.
        ends: the day the first of those that count today is over.
        tries_again: whether a text not understood is to be tried again; so it is where no rule says otherwise.
    """

    today: list[_Ask] = field(default_factory=list)
    begins: date | None = None
    ends: date | None = None
    tries_again: bool = True


@dataclass(frozen=True, slots=True)
class _Open:
    """One rule not met."""

    by: date
    offer: tuple[str, ...]
    is_new_place: bool = False


def _asks(family: Family, carer: Carer, rules: Sequence[DueRule], today: date) -> dict[Topic, _Asks]:
    """The rules that speak of this carer, by topic; those that are over only say that nothing is tried again."""
    found: dict[Topic, _Asks] = {rule.topic: _Asks(tries_again=False) for rule in rules}
    has_need = bool(family.needs_of(carer.id))
    for tie in family.ties_of(carer.id):
        child = family.child(tie.child_id)
        stay = family.stay_of(child.id, today)
        for rule in rules:
            zero = rule.zero(child)
            if zero is None or not rule.counts_for(tie.tie, has_need=has_need):
                continue
            starts, over = zero + timedelta(weeks=rule.from_weeks), zero + timedelta(weeks=rule.until_weeks + 1)
            asks = found[rule.topic]
            if today < starts:
                asks.begins = _sooner(asks.begins, starts)
            elif today < over:
                asks.ends = _sooner(asks.ends, over)
                asks.tries_again |= Again.NOT_YET in rule.again
                moved_on = stay.from_on if stay and Again.NEW_PLACE in rule.again else None
                by = zero + timedelta(weeks=rule.by_weeks)
                asks.today.append(_Ask(rule, family, child, starts, by, moved_on))
    return found


def _sooner(first: date | None, second: date) -> date:
    return second if first is None else min(first, second)


def _not_understood(given: Sequence[AdviceGiven]) -> tuple[str, ...]:
    """The texts whose newest giving was not understood, the one tried last first."""
    newest = {record.text.resource_id: record for record in given}
    tried = [record for record in newest.values() if record.understanding is Understanding.NOT_YET]
    return tuple(record.text.resource_id for record in sorted(tried, key=_order, reverse=True))


def _order(record: AdviceGiven) -> tuple[datetime, str]:
    """What came first; of one moment the id decides, so that any order of reading gives the same."""
    return record.occurred_at, record.id


def _next_change(asks: _Asks, unmet: Sequence[_Open], today: date) -> date | None:
    """The next day a rule begins, ends, or makes something overdue."""
    late = (one.by + timedelta(days=1) for one in unmet)
    days = [day for day in (asks.begins, asks.ends, *late) if day is not None and day > today]
    return min(days, default=None)


def _cell(carer: Carer, topic: Topic, records: Sequence[AdviceGiven], asks: _Asks, today: date) -> Cell:
    given = [record for record in records if record.is_given]
    last = records[-1] if records else None
    last_given = given[-1] if given else None
    unmet = sorted((still for ask in asks.today if (still := ask.unmet(given))), key=lambda one: one.by)
    first = unmet[0] if unmet else None
    tried = _not_understood(given)
    again = tried if asks.tries_again else ()
    offer = dict.fromkeys((*again, *(resource_id for one in unmet for resource_id in one.offer)))

    def cell(state: CellState, record: AdviceGiven | None, *, is_new_place: bool = False) -> Cell:
        return Cell(
            carer_id=carer.id,
            topic=topic,
            state=state,
            times=len({record.visit_id for record in given}),
            last_on=record.occurred_at.date() if record else None,
            reason=record.reason if record and state is CellState.NOT_GIVEN else None,
            due_by=first.by if first else None,
            due_from=asks.begins,
            is_new_place=is_new_place,
            is_meant=bool(asks.today or records),
            again=again,
            offer=tuple(offer),
            changes_on=_next_change(asks, unmet, today),
        )

    if first and first.by < today:
        return cell(CellState.OVERDUE, last_given)
    if last and not last.is_given and (last_given is None or last_given.visit_id != last.visit_id):
        return cell(CellState.NOT_GIVEN, last)
    if tried:
        return cell(CellState.NOT_YET, last_given)
    if first:
        return cell(CellState.DUE, last_given, is_new_place=first.is_new_place)
    if last_given:
        understood = last_given.understanding or Understanding.NOT_CHECKED
        return cell(_UNDERSTOOD.get(understood, CellState.NOT_CHECKED), last_given)
    return cell(CellState.NOT_DUE, None)


DAYS_TO_ASK_AT_NEW_PLACE = 7
"""Days after a move within which safer sleep should be talked about again. The project's own choice, awaiting
clinical sign-off; the facts only say "at every move" (facts/safer-sleep.md section 22)."""
