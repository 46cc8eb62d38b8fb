"""Records as plain JSON, frozen into the outbox the moment they are made.

The upload room turns these into what a server wants. Names of keys are a promise to later versions: an entry
may wait for weeks and be sent by a newer kit. `form` counts up when a key changes its meaning.

Nothing sensitive passes here: these functions take ordinary records only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.domain.advice import Outcome
from kit.domain.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from kit.domain.advice import AdviceGiven
    from kit.domain.fact import Fact
    from kit.domain.family import Family
    from kit.domain.plan import Action
    from kit.domain.settings import Settings
    from kit.domain.sleep import SleepCheck
    from kit.domain.visit import Visit

FORM = 1
"""Version of the keys below."""


def visit_payload(
    family: Family, visit: Visit, settings: Settings, first_sent_at: datetime | None = None
) -> dict[str, Any]:
    """The visit with the people and the organisation it names: all a server needs before any advice.

    Args:
        family: as it stands now.
        visit: closed.
        settings: who sends.
        first_sent_at: when the first visit to this family was closed, if there was one. A child goes on under the name
            the server got it by then: an NHS number learnt later would make a second child of it there.
    """
    return {
        "form": FORM,
        "id": visit.id,
        "contact": visit.contact.value,
        "started_at": _instant(visit.started_at),
        "ended_at": _instant(visit.ended_at),
        "recorded_at": _instant(visit.recorded_at),
        "outcome": visit.outcome.value,
        "worker": {"name": visit.worker, "role": settings.worker_role},
        "organisation": {"name": settings.organisation_name, "code": settings.organisation_code},
        "children": [
            {
                "id": child.id,
                "given_name": child.given_name,
                "family_name": child.family_name,
                "born_on": _day(child.born_on),
                "due_on": _day(child.due_on),
                "nhs_number": _number(family.fact(child.id, FactKind.NHS_NUMBER), first_sent_at),
                "is_seen": child.id in visit.children_seen,
            }
            for child in family.children
        ],
        "carers": [
            {
                "id": carer.id,
                "given_name": carer.given_name,
                "family_name": carer.family_name,
                "attended": visit.attended(carer.id).value,
                "ties": [{"child_id": tie.child_id, "tie": tie.tie.value} for tie in family.ties_of(carer.id)],
            }
            for carer in family.carers
        ],
    }


def advice_payload(record: AdviceGiven) -> dict[str, Any]:
    """One piece of advice given or not given, or the correction of one."""
    return {
        "form": FORM,
        "id": record.id,
        "visit_id": record.visit_id,
        "child_id": record.child_id,
        "carer_id": record.carer_id,
        "topic": record.topic.value,
        "resource_id": record.text.resource_id,
        "version": record.text.version,
        "variant": record.text.variant,
        "language": record.text.language,
        "digest": record.text.digest,
        "outcome": record.outcome.value,
        "ways": [way.value for way in record.ways],
        "reason": record.reason.value if record.reason else None,
        "understanding": record.understanding.value if record.understanding else None,
        "occurred_at": _instant(record.occurred_at),
        "recorded_at": _instant(record.recorded_at),
        "worker": record.worker,
        "corrects": record.corrects,
        "why": record.why,
        "met": [{"need": one.need.value, "how": one.how.value} for one in record.met],
    }


def _number(fact: Fact | None, first_sent_at: datetime | None) -> str:
    return fact.value if fact and (first_sent_at is None or fact.recorded_at <= first_sent_at) else ""


SLEEP_SPACE, ACTION = "sleep-space", "action"
"""What a payload with the key "record" is of; one without it is advice."""


def sleep_payload(check: SleepCheck) -> dict[str, Any]:
    """One sleep check: fine, to change or not asked for each item, and nothing else.

    What was agreed, the plain questions and the address are the worker's own words about a home; `fhir.md` maps none
    of them, so they stay on this laptop.
    """
    return {
        "form": FORM,
        "record": SLEEP_SPACE,
        "id": check.id,
        "visit_id": check.visit_id,
        "child_id": check.child_id,
        "night": check.night.value,
        "items": {line.item.value: line.answer.value for line in check.lines},
        "occurred_at": _instant(check.occurred_at),
        "recorded_at": _instant(check.recorded_at),
        "worker": check.worker,
        "corrects": check.corrects,
        "why": check.why,
    }


def action_payload(action: Action) -> dict[str, Any]:
    """One action of the plan. What became of it and the parent's own words stay on this laptop."""
    return {
        "form": FORM,
        "record": ACTION,
        "id": action.id,
        "visit_id": action.visit_id,
        "child_id": action.child_id,
        "carer_id": action.carer_id,
        "who": action.who,
        "want": action.want,
        "does": action.does,
        "due_on": _day(action.due_on),
        "occurred_at": _instant(action.occurred_at),
        "recorded_at": _instant(action.recorded_at),
        "worker": action.worker,
        "corrects": action.corrects,
        "why": action.why,
    }


def void_payload(
    record: Mapping[str, Any], void_id: str, recorded_at: datetime, worker: str, why: str
) -> dict[str, Any]:
    """That a record should never have been made: the record again, under an id of its own, entered in error."""
    return {
        **record,
        "id": void_id,
        "outcome": Outcome.ENTERED_IN_ERROR.value,
        "recorded_at": _instant(recorded_at),
        "worker": worker,
        "corrects": record["id"],
        "why": why,
    }


def _instant(moment: datetime) -> str:
    """ISO 8601 with the local offset it happened in."""
    return moment.isoformat(timespec="seconds")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
