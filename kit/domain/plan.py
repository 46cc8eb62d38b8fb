"""The plan of a family: up to three actions in plain words, what became of them, and the parent's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.open_words import check_open_words
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kit.domain.together import Chosen

MOST_ACTIONS = 3
"""Open at one time: more than three are not done (early-help-visits, section 11)."""

MOST_WORDS = 300
"""Letters of the parent's own words."""


class ActionOutcome(OpenWord):
    """What became of an action when it was looked at again. Partly done and not done stay in the plan."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    CHANGED = "changed"


ENDS = frozenset({ActionOutcome.DONE, ActionOutcome.CHANGED})
"""Outcomes after which an action is no longer open."""


@dataclass(frozen=True, slots=True)
class Action:
    """The record of one action: what we want, who does what, by when, how we will know. Corrected by a new one.

    Attributes:
        want: what we want, in the family's words.
        carer_id: who does it, when it is a carer of the family.
        who: who does it, in words.
        child_id: the child it is for.
    """

    id: str
    family_id: str
    visit_id: str
    child_id: str
    want: str
    who: str
    carer_id: str | None
    does: str
    due_on: date | None
    sign: str
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    corrects: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ActionReview:
    """The record of looking at an action again: what became of it."""

    id: str
    action_id: str
    family_id: str
    visit_id: str
    outcome: ActionOutcome
    note: str
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    corrects: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ParentWords:
    """The record of what a parent said about the plan, in their own words."""

    id: str
    family_id: str
    visit_id: str
    carer_id: str | None
    words: str
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    corrects: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action being agreed in a visit. It has its id from the start."""

    id: str
    at: datetime
    want: str = ""
    who: str = ""
    carer_id: str | None = None
    does: str = ""
    due_on: date | None = None
    sign: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said that would be worth keeping."""
        return not (self.want or self.does)


@dataclass(frozen=True, slots=True)
class NewReview:
    """What became of an action, said in a visit."""

    action_id: str
    outcome: ActionOutcome
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is being said about the plan in a visit."""

    actions: tuple[NewAction, ...] = ()
    reviews: tuple[NewReview, ...] = ()
    words: str = ""
    words_of: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not self.reviews and not self.words and all(action.is_empty for action in self.actions)

    def review(self, action_id: str) -> NewReview | None:
        """What was said of this action today."""
        return next((one for one in self.reviews if one.action_id == action_id), None)

    def with_action(self, action: NewAction) -> PlanDraft:
        """The plan with this action, in place of itself as it was before.

        Raises:
            RuleError: a line is too long, or holds words that do not belong where others can read them.
        """
        for field, what in (("want", "What you want"), ("who", "The name"), ("does", "What they do"), ("sign", "That")):
            checked_line(getattr(action, field), field, what=what, required=False)
            check_open_words(getattr(action, field), field)
        kept = {one.id: one for one in self.actions} | {action.id: action}
        return replace(self, actions=tuple(kept.values()))

    def without_action(self, action_id: str) -> PlanDraft:
        """The plan without this action."""
        return replace(self, actions=tuple(one for one in self.actions if one.id != action_id))

    def with_review(self, review: NewReview) -> PlanDraft:
        """The plan with this outcome, in place of what was said of the same action before."""
        return replace(self, reviews=(*self.without_review(review.action_id).reviews, review))

    def without_review(self, action_id: str) -> PlanDraft:
        """The plan with nothing said of this action today."""
        return replace(self, reviews=tuple(one for one in self.reviews if one.action_id != action_id))

    def with_words(self, words: str, carer_id: str | None) -> PlanDraft:
        """The plan with what this parent said.

        Raises:
            RuleError: too long, or words that do not belong where others can read them.
        """
        said = " ".join(words.split())
        if len(said) > MOST_WORDS:
            message = f"That is longer than {MOST_WORDS} letters. Keep the sentence that matters most."
            raise RuleError(message, field="words")
        check_open_words(said, "words")
        return replace(self, words=said, words_of=carer_id)


@dataclass(frozen=True, slots=True)
class Planned:
    """One action as it stands: its newest wording, and every time it was looked at again, oldest first."""

    action: Action
    reviews: tuple[ActionReview, ...] = ()

    @property
    def outcome(self) -> ActionOutcome | None:
        """What became of it last; None when nobody has looked yet."""
        return self.reviews[-1].outcome if self.reviews else None

    @property
    def is_open(self) -> bool:
        """Whether it is still to do."""
        return self.outcome not in ENDS

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done."""
        return self.is_open and self.action.due_on is not None and self.action.due_on < today


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan as it stands.

    Attributes:
        open: still to do, the earliest day first, those without a day last.
        ended: done or changed, the newest first.
        words: what a parent said last, oldest first by carer.
        chosen: the plans that carers chose on the screen, the last of each.
    """

    open: tuple[Planned, ...] = ()
    ended: tuple[Planned, ...] = ()
    words: tuple[ParentWords, ...] = ()
    chosen: tuple[Chosen, ...] = ()

    def overdue(self, today: date) -> tuple[Planned, ...]:
        """What should have been done by now."""
        return tuple(one for one in self.open if one.is_overdue(today))

    def after(self, draft: PlanDraft) -> tuple[Planned, ...]:
        """The actions still open when what was said today counts."""
        ended = {review.action_id for review in draft.reviews if review.outcome in ENDS}
        return tuple(one for one in self.open if one.action.id not in ended)

    def room(self, draft: PlanDraft) -> int:
        """How many more actions there can be."""
        return max(0, MOST_ACTIONS - len(self.after(draft)) - len(draft.actions))


def plan_of(actions: Iterable[Action], reviews: Iterable[ActionReview], words: Iterable[ParentWords] = ()) -> Plan:
    """The plan from every record about it, in any order. A review of a corrected action is one of its new wording."""
    kept = sorted(actions, key=lambda one: one.id)
    newer = {one.corrects: one.id for one in kept if one.corrects}
    found: dict[str, list[ActionReview]] = {}
    all_reviews = tuple(reviews)
    corrected = {one.corrects for one in all_reviews}
    for review in sorted(all_reviews, key=lambda one: (one.occurred_at, one.id)):
        if review.id not in corrected:
            found.setdefault(_newest(review.action_id, newer), []).append(review)
    standing = [Planned(one, tuple(found.get(one.id, ()))) for one in kept if one.id not in newer]
    return Plan(
        open=tuple(sorted((one for one in standing if one.is_open), key=_by_day)),
        ended=tuple(one for one in reversed(standing) if not one.is_open),
        words=_last_words(words),
    )


def _newest(action_id: str, newer: dict[str, str]) -> str:
    """The id of the newest wording of an action."""
    seen = {action_id}
    while (following := newer.get(action_id)) is not None and following not in seen:
        seen.add(following)
        action_id = following
    return action_id


def _by_day(planned: Planned) -> tuple[bool, str, str]:
    due = planned.action.due_on
    return due is None, due.isoformat() if due else "", planned.action.id


def _last_words(words: Iterable[ParentWords]) -> tuple[ParentWords, ...]:
    """The last thing each parent said that still stands."""
    kept = tuple(words)
    corrected = {one.corrects for one in kept}
    last: dict[str | None, ParentWords] = {}
    for one in sorted(kept, key=lambda said: (said.occurred_at, said.id)):
        if one.id not in corrected:
            last[one.carer_id] = one
    return tuple(last.values())
