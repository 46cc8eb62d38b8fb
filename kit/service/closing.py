"""Closing help for a family, and opening it again. Nothing is lost: a closed family stays findable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.help import HelpDecision, HelpState
from kit.domain.identity import new_id
from kit.domain.seen import check_closing, was_seen
from kit.domain.visit import standing_visits

if TYPE_CHECKING:
    from datetime import date

    from kit.service.ports import Clock, Records


def close_help(
    records: Records, clock: Clock, family_id: str, *, why: str, discussed_on: date | None = None
) -> HelpDecision:
    """Close help for this family from today.

    Raises:
        RuleError: no reason, help is closed already, a visit is under way, or nobody was seen and no discussion with
            the worker's manager is named.
    """
    with records:
        family = records.family(family_id)
        if family.closed:
            message = "Help for this family is closed already."
            raise RuleError(message)
        if any(draft.family_id == family_id for draft in records.drafts()):
            message = "A visit to this family is not closed yet. Close it first, so that nothing is lost."
            raise RuleError(message)
        is_seen = was_seen(family, standing_visits(records.visits(family_id)))
        check_closing(is_seen=is_seen, discussed_on=discussed_on, today=clock.today())
        decision = _decision(records, clock, family_id, HelpState.CLOSED, why, discussed_on)
        records.add(decision)
        records.commit()
    return decision


def open_help(records: Records, clock: Clock, family_id: str, *, why: str) -> HelpDecision:
    """Open help for this family again from today.

    Raises:
        RuleError: no reason, or help is open.
    """
    with records:
        if not records.family(family_id).closed:
            message = "Help for this family is open."
            raise RuleError(message)
        decision = _decision(records, clock, family_id, HelpState.OPEN, why)
        records.add(decision)
        records.commit()
    return decision


def _decision(
    records: Records, clock: Clock, family_id: str, state: HelpState, why: str, discussed_on: date | None = None
) -> HelpDecision:
    now = clock.now()
    said = checked_line(why, "why", what="The reason")
    worker = records.settings().worker_name
    return HelpDecision(new_id(now), family_id, state, clock.today(), now, worker, said, discussed_on)
