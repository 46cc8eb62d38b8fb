"""Attempts: the visit nobody was seen at, with how it was tried, what was noticed and what happens next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.identity import new_id
from kit.domain.visit import Attended, Presence, VisitDraft, VisitOutcome, suggested_contact
from kit.service.attendance import set_next
from kit.service.visits import close_visit, keep_visit

if TYPE_CHECKING:
    from datetime import date, datetime

    from kit.domain.visit import TriedBy, Visit
    from kit.service.ports import Clock, Records


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a worker says of an attempt.

    Attributes:
        noticed: what was seen or heard: a car, curtains, voices, who answered.
        next_step: what happens next, and `next_on` when.
    """

    outcome: VisitOutcome
    tried_by: TriedBy | None
    noticed: str = ""
    next_step: str = ""
    next_on: date | None = None


def with_attempt(draft: VisitDraft, attempt: Attempt, today: date) -> VisitDraft:
    """The draft with everything said of the attempt.

    Raises:
        RuleError: it is no attempt, nobody said how it was tried, or the next step is in the past.
    """
    if attempt.outcome is VisitOutcome.SEEN or attempt.outcome is VisitOutcome.ENTERED_IN_ERROR:
        message = "Say why nobody was seen."
        raise RuleError(message, field="outcome")
    if attempt.tried_by is None:
        message = "Say how you tried to reach them."
        raise RuleError(message, field="tried_by")
    noticed = checked_line(attempt.noticed, "noticed", what="What you noticed", required=False)
    changed = replace(draft, tried_by=attempt.tried_by, noticed=noticed)
    return set_next(changed, attempt.next_step, attempt.next_on, today)


def close_as_attempt(records: Records, clock: Clock, draft: VisitDraft, attempt: Attempt) -> Visit:
    """Close a visit that was begun as an attempt. Raises as `close_visit` and `with_attempt`."""
    return close_visit(records, clock, with_attempt(draft, attempt, clock.today()), attempt.outcome)


def record_attempt(records: Records, clock: Clock, family_id: str, attempt: Attempt, at: datetime) -> Visit:
    """An attempt that never was a visit under way: a telephone nobody answered, a letter, a closed door.

    A visit under way to the same family stays as it is.

    Raises:
        RuleError: as `with_attempt`, a moment in the future, or help for the family is closed.
    """
    now = clock.now()
    with records:
        family = records.family(family_id)
        if family.closed:
            message = "Help for this family is closed. Open it again first."
            raise RuleError(message)
        youngest = next(iter(family.youngest_first), None)
        draft = VisitDraft(
            id=new_id(now),
            family_id=family.id,
            contact=suggested_contact(youngest.age_weeks(clock.today()) if youngest else 0),
            place_id=None,
            started_at=at,
            worker=records.settings().worker_name,
            presences=tuple(Presence(carer.id, Attended.NOT_HERE) for carer in family.columns()),
        )
        closed = with_attempt(draft, attempt, clock.today()).close(now, attempt.outcome)
        visit = replace(closed, ended_at=at)
        keep_visit(records, family, visit)
        records.commit()
    return visit
