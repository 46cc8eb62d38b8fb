"""The plan in a visit: up to three actions, what became of earlier ones, the parent's own words; and its records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from kit.domain.advice import AdviceGiven, standing
from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import checked_line
from kit.domain.identity import new_id
from kit.domain.open_words import check_open_words
from kit.domain.outbox import EntryKind, OutboxEntry
from kit.domain.plan import (
    MOST_ACTIONS,
    Action,
    ActionOutcome,
    ActionReview,
    NewAction,
    NewReview,
    ParentWords,
    Plan,
    PlanDraft,
    plan_of,
)
from kit.domain.sleep import SleepItem
from kit.domain.together import chosen_plans
from kit.domain.visit import withdrawn_visits
from kit.service.parcels import action_payload

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date, datetime

    from kit.domain.family import Family
    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Records

USUAL_DAYS = 7
"""By when, if nobody says otherwise."""


def read_plan(records: Records, family_id: str) -> Plan:
    """The plan of a family as it stands, without visits entered in error; inside a transaction."""
    void = withdrawn_visits(records.visits(family_id))
    plan = plan_of(
        _holding(records.actions(family_id), void),
        _holding(records.action_reviews(family_id), void),
        _holding(records.parents_words(family_id), void),
    )
    given = standing(_holding(records.advice(family_id), void))
    return replace(plan, chosen=chosen_plans(given))


Kept = TypeVar("Kept", Action, ActionReview, ParentWords, AdviceGiven)


def _holding(kept: Iterable[Kept], void: Container[str]) -> list[Kept]:
    return [one for one in kept if one.visit_id not in void]


def first_due(plan: Plan) -> date | None:
    """The day by which the next open action is to be done, passed or not."""
    return next((one.action.due_on for one in plan.open if one.action.due_on), None)


def late_plans(records: Records, visits: Sequence[Visit], today: date) -> dict[str, date]:
    """Families with an overdue action, and the day its oldest was to be done by; inside a transaction.

    Args:
        records: where the plans are.
        visits: of all families, corrections included.
        today: the day.
    """
    void = withdrawn_visits(visits)
    actions, reviews = defaultdict(list), defaultdict(list)
    for action in _holding(records.actions(), void):
        actions[action.family_id].append(action)
    for review in _holding(records.action_reviews(), void):
        reviews[review.family_id].append(review)
    due = {family_id: first_due(plan_of(mine, reviews[family_id])) for family_id, mine in actions.items()}
    return {family_id: day for family_id, day in due.items() if day and day < today}


@dataclass(frozen=True, slots=True)
class Start:
    """An action to begin with, so that nothing needs to be typed."""

    want: str
    does: str = ""
    who: str = ""
    due_on: date | None = None
    sign: str = ""


STARTS = (
    Start("Everyone who looks after the baby knows the main steps", "Tells them, shows the page", sign="They say it"),
    Start("Somebody takes over when the crying gets too much", "Agrees who it is", sign="The number is by the phone"),
    Start("The next visit happens", "Puts it in the phone", sign="We meet on that day"),
)
"""What many plans begin with; the worker changes the words."""

WANTS = {
    SleepItem.OWN_BED: "Baby has a cot of their own",
    SleepItem.MATTRESS: "The mattress is firm and flat",
    SleepItem.BEDDING: "The bedding is light and low",
    SleepItem.IN_THE_BED: "The cot is clear",
    SleepItem.SAME_ROOM: "Baby sleeps in the same room as an adult",
    SleepItem.TEMPERATURE: "The room is not too warm",
    SleepItem.SMOKE: "Baby sleeps away from smoke",
    SleepItem.SHARING: "Baby sleeps in their own cot, every sleep",
}
"""What we want when an item of a sleep space is to change."""


def starts_of(draft: VisitDraft) -> tuple[Start, ...]:
    """What an action can begin with: first what was agreed about the sleep spaces, then what many plans hold."""
    taken = {action.want for action in draft.plan.actions}
    found = [
        Start(WANTS[line.item], line.agreed.what, line.agreed.who, line.agreed.due_on, "We look at it together")
        for space in draft.spaces
        for line in space.lines
        if line.is_change and line.item in WANTS
    ]
    kept = {start.want: start for start in (*found, *STARTS) if start.want not in taken}
    return tuple(kept.values())


def add_action(draft: VisitDraft, plan: Plan, family: Family, clock: Clock, start: Start = Start("")) -> VisitDraft:
    """The draft with one more action, to be done within a week unless another day is said.

    Raises:
        RuleError: there are three already.
    """
    if not plan.room(draft.plan):
        message = f"A plan has at most {MOST_ACTIONS} actions. Say first what became of one of them."
        raise RuleError(message, field="plan")
    now = clock.now()
    action = NewAction(
        id=new_id(now),
        at=now,
        want=start.want,
        who=start.who,
        carer_id=carer_named(family, start.who),
        does=start.does,
        due_on=start.due_on or clock.today() + timedelta(days=USUAL_DAYS),
        sign=start.sign,
    )
    return replace(draft, plan=draft.plan.with_action(action))


def carer_named(family: Family, who: str) -> str | None:
    """The carer of the family who is called so, when it is one and only one."""
    found = [carer.id for carer in family.carers if who and who in {carer.called, carer.full_name}]
    return found[0] if len(found) == 1 else None


def set_action(draft: VisitDraft, action: NewAction) -> VisitDraft:
    """The draft with this action as it is said now."""
    return replace(draft, plan=draft.plan.with_action(action))


def drop_action(draft: VisitDraft, action_id: str) -> VisitDraft:
    """The draft without an action that was only just said."""
    return replace(draft, plan=draft.plan.without_action(action_id))


def review_action(
    draft: VisitDraft, clock: Clock, action_id: str, outcome: ActionOutcome | None, note: str = ""
) -> VisitDraft:
    """The draft with what became of an earlier action; None takes it back."""
    if outcome is None:
        return replace(draft, plan=draft.plan.without_review(action_id))
    check_open_words(note, "note")
    return replace(draft, plan=draft.plan.with_review(NewReview(action_id, outcome, clock.now(), note)))


def say_words(draft: VisitDraft, words: str, carer_id: str | None) -> VisitDraft:
    """The draft with what a parent said about the plan."""
    return replace(draft, plan=draft.plan.with_words(words, carer_id))


def plan_records(
    family: Family, draft: VisitDraft, now: datetime
) -> tuple[tuple[Action, ...], tuple[ActionReview, ...], tuple[ParentWords, ...]]:
    """What goes on record of the plan. Actions nobody filled in are left out."""
    kept = [action for action in draft.plan.actions if not action.is_empty]
    youngest = next(iter(family.youngest_first), None)
    if kept and youngest is None:
        message = "Add a child to the family before closing the visit."
        raise RuleError(message, field="children")
    actions = tuple(
        Action(
            id=one.id,
            family_id=family.id,
            visit_id=draft.id,
            child_id=youngest.id if youngest else "",
            want=one.want,
            who=one.who,
            carer_id=one.carer_id,
            does=one.does,
            due_on=one.due_on,
            sign=one.sign,
            occurred_at=one.at,
            recorded_at=now,
            worker=draft.worker,
        )
        for one in kept
    )
    reviews = tuple(
        ActionReview(new_id(now), one.action_id, family.id, draft.id, one.outcome, one.note, one.at, now, draft.worker)
        for one in draft.plan.reviews
    )
    said = draft.plan.words
    words = (ParentWords(new_id(now), family.id, draft.id, draft.plan.words_of, said, now, now, draft.worker),)
    return actions, reviews, words if said else ()


def action_entry(action: Action, kind: EntryKind = EntryKind.ACTION) -> OutboxEntry:
    """What waits to be sent of an action."""
    return OutboxEntry(action.id, kind, action.family_id, action.visit_id, action.recorded_at, action_payload(action))


def correct_action(
    records: Records, clock: Clock, family_id: str, action_id: str, *, why: str, wording: NewAction
) -> Action:
    """A new wording that names the one it corrects, and why; what became of the old one stays with it.

    Raises:
        RuleError: no reason given, nothing wanted, or that wording was corrected already.
    """
    now = clock.now()
    reason = checked_line(why, "why", what="The reason for correcting")
    checked_line(wording.want, "want", what="What you want")
    PlanDraft().with_action(wording)
    with records:
        kept = records.actions(family_id)
        old = _uncorrected(kept, action_id)
        new = replace(
            old,
            id=new_id(now),
            recorded_at=now,
            worker=records.settings().worker_name,
            want=wording.want,
            who=wording.who,
            carer_id=wording.carer_id,
            does=wording.does,
            due_on=wording.due_on,
            sign=wording.sign,
            corrects=old.id,
            why=reason,
        )
        records.add(new)
        records.post(action_entry(new, EntryKind.CORRECTION))
        records.commit()
    return new


def correct_review(
    records: Records, clock: Clock, family_id: str, review_id: str, *, why: str, outcome: ActionOutcome
) -> ActionReview:
    """Another outcome in place of the one recorded, and why.

    Raises:
        RuleError: no reason given, or that record was corrected already.
    """
    now = clock.now()
    reason = checked_line(why, "why", what="The reason for correcting")
    with records:
        old = _uncorrected(records.action_reviews(family_id), review_id)
        worker = records.settings().worker_name
        new = replace(old, id=new_id(now), outcome=outcome, recorded_at=now, worker=worker, corrects=old.id, why=reason)
        records.add(new)
        records.commit()
    return new


def correct_words(
    records: Records, clock: Clock, family_id: str, words_id: str, *, why: str, words: str
) -> ParentWords:
    """What the parent said instead, and why it is corrected.

    Raises:
        RuleError: no reason given, nothing said, or that record was corrected already.
    """
    now = clock.now()
    reason = checked_line(why, "why", what="The reason for correcting")
    said = PlanDraft().with_words(words, None).words
    if not said:
        message = "Say what they said."
        raise RuleError(message, field="words")
    with records:
        old = _uncorrected(records.parents_words(family_id), words_id)
        worker = records.settings().worker_name
        new = replace(old, id=new_id(now), words=said, recorded_at=now, worker=worker, corrects=old.id, why=reason)
        records.add(new)
        records.commit()
    return new


def _uncorrected(kept: Sequence[Kept], wanted: str) -> Kept:
    """The record with this id, if it still counts."""
    old = next((one for one in kept if one.id == wanted), None)
    if old is None:
        message = "This record is not there."
        raise UnknownError(message)
    if any(one.corrects == old.id for one in kept):
        message = "This record has been corrected already. Correct the newer one."
        raise RuleError(message)
    return old
