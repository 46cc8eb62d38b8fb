"""Where a baby slept and what was planned, as the record for a review says it: visit by visit, with corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.dates import long_date
from kit.domain.plan import plan_of
from kit.domain.plan_words import action_words, agreed_words
from kit.domain.sleep import WEEKS_A_BABY, Known, SleepAnswer, SleepItem, standing_checks
from kit.domain.visit import withdrawn_visits
from kit.domain.wording import called, counted, say
from kit.service.record_words import corrected_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kit.domain.family import Family, Stay
    from kit.domain.plan import Action, ActionReview, ParentWords, Plan, Planned
    from kit.domain.sleep import SleepCheck, SleepLine
    from kit.service.ports import Records


@dataclass(frozen=True)
class HomeRecords:
    """Everything kept of a family's sleep spaces and plan, corrections included, without visits entered in error."""

    checks: tuple[SleepCheck, ...]
    actions: tuple[Action, ...]
    reviews: tuple[ActionReview, ...]
    words: tuple[ParentWords, ...]

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return plan_of(self.actions, self.reviews, self.words)


def read_home(records: Records, family_id: str) -> HomeRecords:
    """What is kept of a family; inside a transaction."""
    void = withdrawn_visits(records.visits(family_id))
    return HomeRecords(
        tuple(one for one in records.sleep_checks(family_id) if one.visit_id not in void),
        tuple(one for one in records.actions(family_id) if one.visit_id not in void),
        tuple(one for one in records.action_reviews(family_id) if one.visit_id not in void),
        tuple(one for one in records.parents_words(family_id) if one.visit_id not in void),
    )


class HomeWriter:
    """Says the sleep spaces and the plan of one family, oldest first."""

    def __init__(self, family: Family, kept: HomeRecords) -> None:
        self._family, self._kept, self._plan = family, kept, kept.plan
        self._standing = standing_checks(kept.checks)
        self._checks = {one.id: one for one in kept.checks}
        self._actions = {one.id: one for one in kept.actions}
        self._reviews = {one.id: one for one in kept.reviews}
        self._words = {one.id: one for one in kept.words}

    # -- by place --------------------------------------------------------------------------------------------------

    def places(self, first: date) -> Iterator[str]:
        """Where each child slept from when, whether it was seen there, and since when nobody knows.

        Args:
            first: the first day that is told of.
        """
        yield from self._not_known(first)
        together: dict[tuple[str, str, str], list[str]] = {}
        for stay in sorted(self._family.stays, key=lambda one: one.from_on):
            key = (self._while(stay), self._named(stay.place_id), self._seen_in(stay))
            together.setdefault(key, []).append(called(self._family.child(stay.child_id)))
        for (when, place, seen), names in together.items():
            yield f"{when}: {_and(names)} at {place}{seen}"
        lived = {stay.place_id for stay in self._family.stays}
        for place_id in dict.fromkeys(check.place_id for check in self._standing if check.place_id not in lived):
            mine = [check for check in self._standing if check.place_id == place_id]
            yield f"Asked about too: {self._named(place_id)}{_seen(mine)}"

    def _not_known(self, first: date) -> Iterator[str]:
        """From when on, or until when, nobody has said where a child that is born sleeps."""
        together: dict[str, list[str]] = {}
        for child in self._family.youngest_first:
            begins = max(first, child.born_on) if child.born_on else None
            known = min((one.from_on for one in self._family.stays if one.child_id == child.id), default=None)
            if begins and (known is None or known > begins):
                until = f" to {long_date(known)}" if known else ""
                together.setdefault(f"From {long_date(begins)}{until}", []).append(called(child))
        for when, names in together.items():
            yield f"{when}: not known where {_and(names)} slept"

    def _while(self, stay: Stay) -> str:
        """From when to when a child lived there; to the next move, if there was one."""
        later = [one.from_on for one in self._family.stays if one.child_id == stay.child_id]
        until = min((day for day in later if day > stay.from_on), default=None)
        return f"From {long_date(stay.from_on)}" + (f" to {long_date(until)}" if until else "")

    def _named(self, place_id: str) -> str:
        place = self._family.place(place_id)
        return f"{place.address} ({say(place.kind).lower()})"

    def _seen_in(self, stay: Stay) -> str:
        """Whether the sleep space of a baby was seen while it lived there; nothing for an older child."""
        if self._family.child(stay.child_id).age_weeks(stay.from_on) > WEEKS_A_BABY:
            return ""
        return _seen([one for one in self._standing if (one.stay_id, one.place_id) == (stay.id, stay.place_id)])

    # -- by visit --------------------------------------------------------------------------------------------------

    def in_visit(self, visit_id: str, day: date, *, is_attempt: bool) -> Iterator[str]:
        """What was seen or told, agreed, looked at again and said in the visit that was closed under this id."""
        checks = [one for one in self._standing if one.visit_id == visit_id]
        has_baby = any(child.age_weeks(day) <= WEEKS_A_BABY for child in self._family.children)
        if not checks and has_baby and not is_attempt:
            yield "Sleep space: not seen and not asked about"
        yield from self._spaces(checks)
        planned = (*self._plan.ended, *self._plan.open)
        for one in sorted(planned, key=lambda each: each.action.occurred_at):
            if one.action.visit_id == visit_id:
                yield f"Agreed: {self._corrected_action(one.action)}"
        for one in planned:
            yield from (self._review_line(one, each) for each in one.reviews if each.visit_id == visit_id)
        corrected = {one.corrects for one in self._kept.words}
        for words in self._kept.words:
            if words.visit_id == visit_id and words.id not in corrected:
                yield self._words_line(words)

    def _spaces(self, checks: Iterable[SleepCheck]) -> Iterator[str]:
        """One sleep space, however many children it is about."""
        alike: dict[object, list[SleepCheck]] = {}
        for check in checks:
            corrected = corrected_words(check, self._checks, self._before)
            alike.setdefault((check.place_id, check.night, check.lines, check.conditions, corrected), []).append(check)
        for found in alike.values():
            first, names = found[0], [called(self._family.child(one.child_id)) for one in found]
            where = f"{self._family.place(first.place_id).address}, {say(first.night).lower()}"
            yield _joined(f"Sleep space of {_and(names)}, {where}.", *_answers(first))
            yield from (f"To change, {where}: {_change(line)}" for line in first.lines if line.is_change)
            yield from (f"Asked, {where}: {asked}" for asked in _replies(first))
            yield from filter(None, [corrected_words(first, self._checks, self._before)])

    def _before(self, check: SleepCheck) -> str:
        changes = [f"To change: {_change(line)}" for line in check.lines if line.is_change]
        return _joined(*_answers(check), *changes, *_replies(check))

    def _corrected_action(self, action: Action) -> str:
        said = action_words(action, long_date)
        return _joined(said, corrected_words(action, self._actions, lambda one: action_words(one, long_date)))

    def _review_line(self, planned: Planned, review: ActionReview) -> str:
        said = f"Looked at again: {planned.action.want.rstrip('.')}. {_review(review)}."
        return _joined(said, corrected_words(review, self._reviews, _review))

    def _words_line(self, words: ParentWords) -> str:
        name = self._family.carer(words.carer_id).full_name if words.carer_id else "A parent"
        said = f"{name}, in their own words: “{words.words}”"
        return _joined(said, corrected_words(words, self._words, lambda one: f"“{one.words}”"))

    # -- as it stands ----------------------------------------------------------------------------------------------

    def plan(self, today: date) -> Iterator[str]:
        """Every action with what became of it, in the order of agreeing; that there is none is said too."""
        planned = sorted((*self._plan.ended, *self._plan.open), key=lambda one: one.action.occurred_at)
        for one in planned:
            agreed = f"Agreed on {long_date(one.action.occurred_at.date())}."
            yield _joined(f"{one.action.want.rstrip('.')}.", agreed, _standing(one, today))
        if not planned:
            yield "No plan is on record"


def _standing(planned: Planned, today: date) -> str:
    """Where an action stands: done on a day; open, and how late."""
    last = planned.reviews[-1] if planned.reviews else None
    said = f"{say(last.outcome)} on {long_date(last.occurred_at.date())}" if last else "Not looked at again yet"
    due_on = planned.action.due_on
    if planned.is_overdue(today) and due_on:
        return f"{said}. To be done by {long_date(due_on)}, {counted((today - due_on).days, 'day')} overdue."
    if planned.is_open and due_on:
        return f"{said}. To be done by {long_date(due_on)}."
    return f"{said}."


def _seen(checks: Sequence[SleepCheck]) -> str:
    """Sleep space seen on which days; told of on which days and never seen; neither."""
    seen = dict.fromkeys(long_date(one.occurred_at.date()) for one in checks if one.is_seen)
    told = dict.fromkeys(long_date(one.occurred_at.date()) for one in checks if one.lines and not one.is_seen)
    if seen:
        return f". Sleep space seen on {_and(seen)}"
    return f". Sleep space told of on {_and(told)}, not seen" if told else ". Sleep space not seen"


def _answers(check: SleepCheck) -> Iterator[str]:
    """Seen, fine: own cot or basket. Told, fine: smoke. Not asked: bedding."""
    for answer in dict.fromkeys(line.answer for line in check.lines if not line.is_change):
        yield f"{say(answer)}: {_items(line.item for line in check.lines if line.answer == answer)}."
    if left := [item for item in SleepItem if check.line(item).answer is SleepAnswer.NOT_ASKED]:
        yield f"Not asked: {_items(left)}."


def _replies(check: SleepCheck) -> Iterator[str]:
    """The plain questions with their answers, in one line; nothing when none was asked."""
    if check.conditions:
        yield " ".join(f"{say(condition)} {say(reply)}." for condition, reply in check.conditions)


def _change(line: SleepLine) -> str:
    """Mattress, seen. A new mattress, Denise, by 27 November 2026. Missing: mattress, asked from: Baby bank."""
    how = {Known.SEEN: ", seen", Known.TOLD: ", told"}.get(line.agreed.known, "") if line.agreed.known else ""
    agreed = agreed_words(line.agreed, long_date)
    return _joined(f"{say(line.item).lower()}{how}.", f"{agreed}." if agreed else "Nothing agreed.")


def _review(review: ActionReview) -> str:
    return f"{say(review.outcome)}: {review.note.rstrip('.')}" if review.note else say(review.outcome)


def _items(items: Iterable[SleepItem]) -> str:
    return ", ".join(say(item).lower() for item in items)


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)
