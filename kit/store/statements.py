"""Every statement the ordinary records run, built once. `wanted` is an id; `family_id` narrows to one family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, exists, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kit.domain.outbox import Verdict
from kit.store import tables

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Select, Table

_ID: BindParameter[str] = bindparam("wanted")
_FAMILY: BindParameter[str] = bindparam("family_id")


def _columns(table: Table) -> list[Any]:
    """All but the order of keeping."""
    return [column for column in table.c if column.name != "number"]


def _parts_of(part: Table, of: Table) -> Select[Any]:
    """The parts of the records of one family, each with the id of its record in front."""
    values = [column for column in part.c if column.name != "position"]
    return (
        select(*values)
        .join_from(part, of)
        .where(of.c.family_id == _FAMILY)
        .order_by(part.c[f"{of.name}_id"], part.c.position)
    )


FACTS = (
    select(*_columns(tables.fact))
    .where(tables.fact.c.kind == bindparam("kind"), tables.fact.c.value == bindparam("value"))
    .order_by(tables.fact.c.number)
)


ADVICE = select(*_columns(tables.advice)).order_by(tables.advice.c.occurred_at, tables.advice.c.number)
ADVICE_OF = ADVICE.where(tables.advice.c.family_id == _FAMILY)
ADVICE_RECORD = ADVICE.where(tables.advice.c.id == _ID)
ADVICE_WAYS = select(tables.advice_way.c.advice_id, tables.advice_way.c.way).order_by(
    tables.advice_way.c.advice_id, tables.advice_way.c.position
)
ADVICE_WAYS_OF = ADVICE_WAYS.join(tables.advice).where(tables.advice.c.family_id == _FAMILY)
ADVICE_WAYS_RECORD = ADVICE_WAYS.where(tables.advice_way.c.advice_id == _ID)
ADVICE_MET = select(tables.advice_met.c.advice_id, tables.advice_met.c.need, tables.advice_met.c.how).order_by(
    tables.advice_met.c.advice_id, tables.advice_met.c.position
)
ADVICE_MET_OF = ADVICE_MET.join(tables.advice).where(tables.advice.c.family_id == _FAMILY)
ADVICE_MET_RECORD = ADVICE_MET.where(tables.advice_met.c.advice_id == _ID)

VISITS = select(*_columns(tables.visit)).order_by(tables.visit.c.started_at.desc(), tables.visit.c.number.desc())
VISITS_OF = VISITS.where(tables.visit.c.family_id == _FAMILY)
VISIT = VISITS.where(tables.visit.c.id == _ID)
VISIT_PRESENCES = select(
    tables.presence.c.visit_id, tables.presence.c.carer_id, tables.presence.c.attended, tables.presence.c.reach_by
).order_by(tables.presence.c.visit_id, tables.presence.c.position)
VISIT_PRESENCES_OF = VISIT_PRESENCES.join(tables.visit).where(tables.visit.c.family_id == _FAMILY)
VISIT_PRESENCE = VISIT_PRESENCES.where(tables.presence.c.visit_id == _ID)
SEEN = select(tables.child_seen.c.visit_id, tables.child_seen.c.child_id).order_by(
    tables.child_seen.c.visit_id, tables.child_seen.c.position
)
SEEN_OF = SEEN.join(tables.visit).where(tables.visit.c.family_id == _FAMILY)
SEEN_ONE = SEEN.where(tables.child_seen.c.visit_id == _ID)
JOINT = select(tables.joint_worker.c.visit_id, tables.joint_worker.c.name, tables.joint_worker.c.role).order_by(
    tables.joint_worker.c.visit_id, tables.joint_worker.c.position
)
JOINT_OF = JOINT.join(tables.visit).where(tables.visit.c.family_id == _FAMILY)
JOINT_ONE = JOINT.where(tables.joint_worker.c.visit_id == _ID)


class VisitStatements(NamedTuple):
    """What together reads some visits: the visits, who was there, which children were seen, who else worked there."""

    visits: Select[Any]
    presences: Select[Any]
    seen: Select[Any]
    joint: Select[Any]


ALL_VISITS = VisitStatements(VISITS, VISIT_PRESENCES, SEEN, JOINT)
VISITS_OF_FAMILY = VisitStatements(VISITS_OF, VISIT_PRESENCES_OF, SEEN_OF, JOINT_OF)
ONE_VISIT = VisitStatements(VISIT, VISIT_PRESENCE, SEEN_ONE, JOINT_ONE)

SLEEP_CHECKS_OF = (
    select(*_columns(tables.sleep_check))
    .where(tables.sleep_check.c.family_id == _FAMILY)
    .order_by(tables.sleep_check.c.occurred_at, tables.sleep_check.c.number)
)
SLEEP_LINES_OF = _parts_of(tables.sleep_line, tables.sleep_check)
SLEEP_CONDITIONS_OF = _parts_of(tables.sleep_condition, tables.sleep_check)
ACTIONS = select(*_columns(tables.plan_action)).order_by(tables.plan_action.c.number)
ACTIONS_OF = ACTIONS.where(tables.plan_action.c.family_id == _FAMILY)
REVIEWS = select(*_columns(tables.plan_review)).order_by(tables.plan_review.c.number)
REVIEWS_OF = REVIEWS.where(tables.plan_review.c.family_id == _FAMILY)
PARENTS_WORDS_OF = (
    select(*_columns(tables.plan_words))
    .where(tables.plan_words.c.family_id == _FAMILY)
    .order_by(tables.plan_words.c.number)
)

DRAFTS = select(tables.visit_draft.c.id, tables.visit_draft.c.family_id, tables.visit_draft.c.body)
DRAFT = DRAFTS.where(tables.visit_draft.c.id == _ID)
DRAFT_OWNERS = select(tables.visit_draft.c.id, tables.visit_draft.c.family_id).where(
    (tables.visit_draft.c.id == _ID) | (tables.visit_draft.c.family_id == _FAMILY)
)
DRAFT_KEEP = upsert(tables.visit_draft)
DRAFT_KEEP = DRAFT_KEEP.on_conflict_do_update(index_elements=["id"], set_={"body": DRAFT_KEEP.excluded.body})
DRAFT_DROP = delete(tables.visit_draft).where(tables.visit_draft.c.id == _ID)

ENTRIES = select(*_columns(tables.outbox_entry)).order_by(
    tables.outbox_entry.c.made_at.desc(), tables.outbox_entry.c.number.desc()
)
ENTRY = ENTRIES.where(tables.outbox_entry.c.id == _ID)
ANSWERS_KEPT = (
    select(
        tables.receipt_answer.c.entry_id,
        tables.receipt_answer.c.verdict,
        tables.receipt_answer.c.said,
        tables.receipt.c.received_at,
        tables.receipt.c.id,
        tables.retry.c.receipt_id.label("retried"),
    )
    .join_from(tables.receipt_answer, tables.receipt)
    .outerjoin(
        tables.retry,
        and_(
            tables.retry.c.entry_id == tables.receipt_answer.c.entry_id,
            tables.retry.c.receipt_id == tables.receipt.c.id,
        ),
    )
    .order_by(tables.receipt.c.number, tables.receipt_answer.c.position)
)
ANSWERS_TO = ANSWERS_KEPT.where(tables.receipt_answer.c.entry_id == _ID)
RETRY = insert(tables.retry).values(asked_at=func.strftime("%Y-%m-%dT%H:%M:%fZ", "now"))

ENTRIES_UNSETTLED = (
    select(*_columns(tables.outbox_entry))
    .where(
        ~exists().where(
            tables.receipt_answer.c.entry_id == tables.outbox_entry.c.id,
            tables.receipt_answer.c.verdict.in_((Verdict.ACCEPTED, Verdict.WITHDRAWN)),
        )
    )
    .order_by(tables.outbox_entry.c.made_at, tables.outbox_entry.c.number)
)

RECEIPTS = select(*_columns(tables.receipt)).order_by(tables.receipt.c.number.desc())
RECEIPT = select(tables.receipt.c.id).where(tables.receipt.c.id == _ID)
RECEIPT_ANSWERS = select(
    tables.receipt_answer.c.receipt_id,
    tables.receipt_answer.c.entry_id,
    tables.receipt_answer.c.verdict,
    tables.receipt_answer.c.reference,
    tables.receipt_answer.c.said,
).order_by(tables.receipt_answer.c.receipt_id, tables.receipt_answer.c.position)
RECEIPT_REFERENCES = select(
    tables.remote_reference.c.receipt_id, tables.remote_reference.c.identifier, tables.remote_reference.c.reference
).order_by(tables.remote_reference.c.receipt_id, tables.remote_reference.c.position)
REFERENCES_OF = (
    select(tables.remote_reference.c.identifier, tables.remote_reference.c.reference)
    .join(tables.receipt)
    .where(tables.receipt.c.server == bindparam("server"))
    .order_by(tables.receipt.c.number, tables.remote_reference.c.position)
)

SETTINGS = select(tables.settings.c.key, tables.settings.c.value)
SETTINGS_KEEP = upsert(tables.settings)
SETTINGS_KEEP = SETTINGS_KEEP.on_conflict_do_update(
    index_elements=["key"], set_={"value": SETTINGS_KEEP.excluded.value}
)
