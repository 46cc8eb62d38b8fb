"""The six stages of a need, whether it may be shared, and the note that asks for the Reasonable Adjustment Flag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.adjustments import category_of, code_of
from kit.domain.carer import MetHow, NeedStage, NeedStep
from kit.domain.dates import long_date
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import NOWHERE, FactKind, Sharing
from kit.domain.family import MAX_LINE, checked_line
from kit.domain.identity import new_id
from kit.domain.wording import need_line, ties_line
from kit.service.learning import new_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from kit.domain.advice import AdviceGiven
    from kit.domain.carer import Need
    from kit.domain.fact import Fact
    from kit.domain.family import Family
    from kit.service.ports import Clock, Records

ASKING = frozenset({NeedStage.FLAGGED, NeedStage.SHARED})
"""Stages at which something leaves this laptop, so that the carer must have agreed."""

FIRST = frozenset({NeedStage.IDENTIFIED, NeedStage.RECORDED})
"""Stages every need on record has; they are not taken back."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What is said of one stage: reached or taken back, how it was met, and what the review found.

    Attributes:
        is_still_needed: False when a review found that it is needed no longer.
        review_by: the next review; None keeps the span there was before.
    """

    stage: NeedStage
    is_reached: bool = True
    how: MetHow | None = None
    is_still_needed: bool = True
    review_by: date | None = None


def reach(records: Records, clock: Clock, family_id: str, need_id: str, said: Stage) -> NeedStep:
    """Keep that a stage was reached today, or taken back.

    Raises:
        RuleError: the carer has not agreed to share it, or "met" does not say how.
    """
    with records:
        family = records.family(family_id)
        need = _need(family, need_id)
        _check(family, need, said)
        today, worker = clock.today(), records.settings().worker_name
        step = NeedStep(
            id=new_id(clock.now()),
            need_id=need.id,
            stage=said.stage,
            reached_on=today,
            recorded_at=clock.now(),
            worker=worker,
            is_reached=said.is_reached,
            how=said.how,
            with_whom=shared_with(family, need.carer_id) if said.stage is NeedStage.SHARED else "",
            is_still_needed=said.is_still_needed,
            review_by=(said.review_by or next_review(need, today)) if said.stage is NeedStage.REVIEWED else None,
        )
        records.add(step)
        records.commit()
    return step


def _need(family: Family, need_id: str) -> Need:
    found = next((need for need in family.needs if need.id == need_id), None)
    if found is None:
        message = "This family has no such need."
        raise UnknownError(message)
    return found


def _check(family: Family, need: Need, said: Stage) -> None:
    if said.stage in FIRST:
        message = "This need is on record. Its first two stages stay as they are."
        raise RuleError(message, field="stage")
    if said.is_reached and said.stage in ASKING and not may_share(family, need.carer_id):
        name = family.carer(need.carer_id).given_name
        message = f"Ask {name} first whether this may be shared, and record the answer."
        raise RuleError(message, field="consent")
    if said.is_reached and said.stage is NeedStage.MET and said.how in {None, MetHow.NOT_MET}:
        message = "Say how it was met."
        raise RuleError(message, field="how")


def next_review(need: Need, today: date) -> date | None:
    """As long from today as the span that was agreed when it was written down; None where none was."""
    began = need.reached_on(NeedStage.IDENTIFIED)
    return today + (need.review_by - began) if need.review_by and began else None


def late_reviews(family: Family, today: date) -> str:
    """Review overdue: Jade, Callum; nothing when no review is."""
    late = [
        carer.given_name
        for carer in family.columns()
        if any(need.is_review_overdue(today) for need in family.needs_of(carer.id))
    ]
    return f"Review overdue: {', '.join(late)}" if late else ""


# -- whether it may be shared ------------------------------------------------------------------------------------------


def consent(family: Family, carer_id: str) -> Fact | None:
    """The newest answer of this carer about sharing their needs, or None when nobody has asked."""
    return family.fact(carer_id, FactKind.SHARING)


def may_share(family: Family, carer_id: str) -> bool:
    """Whether this carer has agreed."""
    return family.known(carer_id, FactKind.SHARING) == Sharing.AGREED


def shared_with(family: Family, carer_id: str) -> str:
    """With whom this carer agreed to share: "GP, Midwife"."""
    return family.known(carer_id, FactKind.SHARE_WITH) if may_share(family, carer_id) else ""


def ask_to_share(
    records: Records, clock: Clock, family_id: str, carer_id: str, answer: Sharing, with_whom: Iterable[str] = ()
) -> Fact:
    """Keep what a carer said today when asked whether their needs may be shared, and with whom.

    Raises:
        RuleError: they agreed, and nobody said with whom.
    """
    whom = checked_line(", ".join(with_whom), "with_whom", what="The list", most=MAX_LINE, required=False)
    if answer is Sharing.AGREED and not whom:
        message = "Say with whom it may be shared."
        raise RuleError(message, field="with_whom")
    with records:
        carer = records.family(family_id).carer(carer_id)
        said = new_fact(records, clock, family_id, carer.id, FactKind.SHARING, answer.value, NOWHERE)
        records.add(said, new_fact(records, clock, family_id, carer.id, FactKind.SHARE_WITH, whom, NOWHERE))
        records.commit()
    return said


# -- the note ----------------------------------------------------------------------------------------------------------


def flag_note(family: Family, carer_id: str, worker: str, today: date) -> str:
    """A note to paste into the record system. It asks for the flag; the kit does not set it.

    Raises:
        RuleError: the carer has no need on record, or has not agreed to share it.
    """
    carer, needs, said = family.carer(carer_id), family.needs_of(carer_id), consent(family, carer_id)
    if not needs:
        message = f"{carer.given_name} has no need on record."
        raise RuleError(message, field="needs")
    if said is None:
        message = f"Ask {carer.given_name} first whether this may be shared, and record the answer."
        raise RuleError(message, field="consent")
    if not may_share(family, carer_id):
        message = f"{carer.given_name} did not agree to share this. No note is made."
        raise RuleError(message, field="consent")
    agreed = f"{carer.given_name} agreed on {long_date(said.learnt_on)}."
    lines = [
        "Please add to the Reasonable Adjustment Flag",
        f"{carer.full_name}, {_lower(ties_line(family, carer_id).partition(' · ')[0])}",
        f"{agreed} May be shared with: {shared_with(family, carer_id)}.",
        "",
        *(line for need in needs for line in _adjustment(need)),
        "",
        f"Asked for by {worker or 'a worker'}, {long_date(today)}. This note does not set the flag.",
        "Category names are from memory: please use those of your system.",
    ]
    return "\n".join(lines)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _adjustment(need: Need) -> Iterator[str]:
    """One need: what helps, its category, its code."""
    yield f"- {need_line(need)}"
    if category := category_of(need):
        yield f"  Category: {category}"
    if code := code_of(need):
        yield f"  SNOMED CT: {code.code} {code.display}"


def make_flag_note(records: Records, clock: Clock, family_id: str, carer_id: str) -> str:
    """The note, and for each need it holds that it was asked to be flagged today. Raises RuleError as `flag_note`."""
    with records:
        family, worker = records.family(family_id), records.settings().worker_name
        note = flag_note(family, carer_id, worker, clock.today())
        for need in family.needs_of(carer_id):
            if need.reached_on(NeedStage.FLAGGED) is None:
                now = clock.now()
                records.add(NeedStep(new_id(now), need.id, NeedStage.FLAGGED, clock.today(), now, worker))
        records.commit()
    return note


# -- met at a visit ----------------------------------------------------------------------------------------------------


def steps_met(family: Family, advice: Iterable[AdviceGiven], now: datetime) -> tuple[NeedStep, ...]:
    """For each need that the advice of a visit met, that it was met that day, and how."""
    found: dict[str, NeedStep] = {}
    for record in advice:
        hows = {one.need: one.how for one in record.met if one.how is not MetHow.NOT_MET}
        for need in family.needs_of(record.carer_id):
            if need.kind in hows and need.id not in found:
                day, how = record.occurred_at.date(), hows[need.kind]
                found[need.id] = NeedStep(new_id(now), need.id, NeedStage.MET, day, now, record.worker, how=how)
    return tuple(found.values())
