"""Sleep spaces and plans of the practice families, said in a visit as a worker would."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kit.domain.plan import ActionOutcome, Plan
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.service.plans import Start, add_action, read_plan, review_action, say_words
from kit.service.sleep import answer_item, reply_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.domain.family import Family
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock, Records

_SEEN = (SleepItem.OWN_BED, SleepItem.MATTRESS, SleepItem.BEDDING, SleepItem.IN_THE_BED, SleepItem.SAME_ROOM)
_TOLD = (SleepItem.TEMPERATURE, SleepItem.SMOKE, SleepItem.SHARING)


def _looked_at(draft: VisitDraft, clock: Clock, *left_out: SleepItem) -> VisitDraft:
    """The sleep space where the visit is: most of it seen, the rest told."""
    place = draft.place_id or ""
    for item in (*_SEEN, *_TOLD):
        answer = SleepAnswer.SEEN_FINE if item in _SEEN else SleepAnswer.TOLD_FINE
        if item not in left_out:
            draft = answer_item(draft, clock, place, Night.TONIGHT, item, answer)
    return draft


def ellison(draft: VisitDraft, family: Family, clock: Clock) -> VisitDraft:
    """After the move: no mattress of his own that fits; asked for, and overdue by now."""
    place, due = draft.place_id or "", clock.today() + timedelta(days=8)
    jade, denise = (carer for carer in family.columns() if carer.given_name in {"Jade", "Denise"})
    mattress = Agreed("A new mattress", denise.given_name, due, "Mattress", "Baby bank", Known.SEEN)
    draft = _looked_at(draft, clock, SleepItem.MATTRESS, SleepItem.SHARING)
    draft = answer_item(draft, clock, place, Night.TONIGHT, SleepItem.MATTRESS, SleepAnswer.CHANGE, mattress)
    draft = reply_to(draft, clock, place, Night.TONIGHT, Condition.EARLY_OR_SMALL, Reply.YES)
    want = Start(
        "Noah sleeps on a firm, flat mattress", "Rings the baby bank", denise.given_name, due, "The mattress is in"
    )
    draft = add_action(draft, Plan(), family, clock, want)
    return say_words(draft, "I want him close to me, in his own cot.", jade.id)


def okoro(draft: VisitDraft, family: Family, clock: Clock) -> VisitDraft:
    """All as it should be; one thing to do before the next visit."""
    draft = _looked_at(draft, clock)
    start = Start("Grandma knows the main steps", "Shows her the page", "Daniel", sign="She says them to Ada")
    return add_action(draft, Plan(), family, clock, start)


def okoro_again(records: Records) -> Callable[[VisitDraft, Family, Clock], VisitDraft]:
    """The next visit: it was done."""

    def home(draft: VisitDraft, family: Family, clock: Clock) -> VisitDraft:
        with records:
            plan = read_plan(records, family.id)
        for planned in plan.open:
            draft = review_action(draft, clock, planned.action.id, ActionOutcome.DONE)
        return _looked_at(draft, clock)

    return home


def brennan(draft: VisitDraft, _family: Family, clock: Clock) -> VisitDraft:
    """Seen before the move, so that it is not seen now."""
    return _looked_at(draft, clock, SleepItem.SHARING)
