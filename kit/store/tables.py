"""The tables every page may read. One table for each kind of record; the migrations make them append-only.

`number` counts records in the order they were kept, whatever the clock of the laptop said.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

from kit.domain.advice import Outcome, Reason, Topic, Understanding, Way
from kit.domain.carer import MetHow, NeedKind, NeedStage, Tie
from kit.domain.correction import RecordKind
from kit.domain.fact import FactKind
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.help import HelpState
from kit.domain.outbox import EntryKind, Verdict
from kit.domain.plan import ActionOutcome
from kit.domain.sleep import Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.domain.visit import Attended, Contact, ReachBy, TriedBy, VisitOutcome
from kit.store.columns import NAMING, Day, Instant, Json, Word, YesNo

METADATA = MetaData(naming_convention=NAMING)


def _kept(name: str, *columns: Column[Any]) -> Table:
    """A table of records, each with its id and its place in the order of keeping."""
    first = (Column("number", Integer, primary_key=True), Column("id", Text, nullable=False, unique=True))
    return Table(name, METADATA, *first, *columns, sqlite_strict=True)


def _part(name: str, of: Table, *columns: Column[Any]) -> Table:
    """A table of the parts of one record, in their order."""
    key = (
        Column(f"{of.name}_id", Text, ForeignKey(of.c.id), primary_key=True),
        Column("position", Integer, primary_key=True),
    )
    return Table(name, METADATA, *key, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _of(table: Table, name: str = "", *, index: bool = True, nullable: bool = False) -> Column[Any]:
    """A column that names a record of another table."""
    return Column(name or f"{table.name}_id", Text, ForeignKey(table.c.id), nullable=nullable, index=index)


def _text(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable)


def _word(name: str, kind: Any, *, nullable: bool = False) -> Column[Any]:  # noqa: ANN401 - a class, which mypy takes for abstract
    return Column(name, Word(kind), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Day, nullable=nullable)


def _yes_or_no(name: str) -> Column[Any]:
    return Column(name, YesNo, nullable=False)


def _instant(name: str) -> Column[Any]:
    return Column(name, Instant, nullable=False)


def _later_text(name: str) -> Column[Any]:
    """A line that came to a table after its first records, where it is empty."""
    return Column(name, Text, nullable=False, server_default="")


family = _kept("family", _text("name"))
child = _kept(
    "child",
    _of(family),
    _text("given_name"),
    _text("family_name"),
    _day("born_on", nullable=True),
    _day("due_on", nullable=True),
)
carer = _kept("carer", _of(family), _text("given_name"), _text("family_name"))
relationship = _kept("relationship", _of(carer), _of(child, index=False), _word("tie", Tie), _text("note"))
parent_place = _kept(
    "parent_place",
    _of(child),
    _word("role", ParentRole),
    _word("state", PlaceState),
    _day("as_of"),
    _of(carer, index=False, nullable=True),
    _day("last_asked_on", nullable=True),
)
need = _kept("need", _of(carer), _word("kind", NeedKind), _text("detail"), _day("review_by", nullable=True))
need_stage = _part("need_stage", need, _word("stage", NeedStage), _day("reached_on"))
need_step = _kept(
    "need_step",
    _of(need),
    _word("stage", NeedStage),
    _day("reached_on"),
    _instant("recorded_at"),
    _text("worker"),
    _yes_or_no("is_reached"),
    _word("how", MetHow, nullable=True),
    _text("with_whom"),
    _yes_or_no("is_still_needed"),
    _day("review_by", nullable=True),
)
carer_link = _kept("carer_link", _of(carer), _of(carer, "same_as"))
fact = _kept(
    "fact",
    _of(family),
    _text("about_id"),
    _word("kind", FactKind),
    Column("value", Text, nullable=False, index=True),
    _day("learnt_on"),
    _instant("recorded_at"),
    _text("worker"),
    _text("told_by"),
    _text("seen_in"),
)
place = _kept("place", _of(family), _text("address"), _word("kind", PlaceKind))
stay = _kept("stay", _of(child), _of(place, index=False), _day("from_on"))

visit = _kept(
    "visit",
    _of(family),
    _word("contact", Contact),
    _of(place, index=False, nullable=True),
    _instant("started_at"),
    _instant("ended_at"),
    _instant("recorded_at"),
    _text("worker"),
    _word("outcome", VisitOutcome),
    Column("corrects", Text, ForeignKey("visit.id")),
    _text("why"),
    _word("tried_by", TriedBy, nullable=True),
    _later_text("noticed"),
    _later_text("next_step"),
    _day("next_on", nullable=True),
)
presence = _part(
    "presence",
    visit,
    _of(carer, index=False),
    _word("attended", Attended),
    _word("reach_by", ReachBy, nullable=True),
)
child_seen = _part("child_seen", visit, _of(child, index=False))
joint_worker = _part("joint_worker", visit, _text("name"), _text("role"))
advice = _kept(
    "advice",
    _of(family),
    _of(visit, index=False),
    _of(child, index=False),
    _of(carer, index=False),
    _word("topic", Topic),
    _text("resource_id"),
    Column("version", Integer, nullable=False),
    _text("variant"),
    _text("language"),
    _text("digest"),
    _word("outcome", Outcome),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    _word("reason", Reason, nullable=True),
    _word("understanding", Understanding, nullable=True),
    Column("corrects", Text, ForeignKey("advice.id")),
    _text("why"),
    _later_text("note"),
    Column("ideas_seen", Integer),
    Column("ideas_of", Integer),
    Column("tried", Json, nullable=False, server_default="[]"),
)
advice_way = _part("advice_way", advice, _word("way", Way))
advice_met = _part("advice_met", advice, _word("need", NeedKind), _word("how", MetHow))

correction = _kept(
    "correction",
    _of(family),
    _word("kind", RecordKind),
    _text("record_id"),
    Column("changes", Json, nullable=False),
    _instant("recorded_at"),
    _text("worker"),
    _text("why"),
    Column("is_withdrawal", Integer, nullable=False),
)
help_decision = _kept(
    "help_decision",
    _of(family),
    _word("state", HelpState),
    _day("on"),
    _instant("recorded_at"),
    _text("worker"),
    _text("why"),
    _day("discussed_on", nullable=True),
)

sleep_check = _kept(
    "sleep_check",
    _of(family),
    _of(visit, index=False),
    _of(child, index=False),
    _of(place, index=False),
    _of(stay, index=False, nullable=True),
    _word("night", Night),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    Column("corrects", Text, ForeignKey("sleep_check.id")),
    _text("why"),
)
sleep_line = _part(
    "sleep_line",
    sleep_check,
    _word("item", SleepItem),
    _word("answer", SleepAnswer),
    _text("what"),
    _text("who"),
    _day("due_on", nullable=True),
    _text("missing"),
    _text("asked_from"),
    _word("known", Known, nullable=True),
)
sleep_condition = _part("sleep_condition", sleep_check, _word("condition", Condition), _word("reply", Reply))
plan_action = _kept(
    "plan_action",
    _of(family),
    _of(visit, index=False),
    _of(child, index=False),
    _text("want"),
    _text("who"),
    _of(carer, index=False, nullable=True),
    _text("does"),
    _day("due_on", nullable=True),
    _text("sign"),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    Column("corrects", Text, ForeignKey("plan_action.id")),
    _text("why"),
)
plan_review = _kept(
    "plan_review",
    _of(plan_action, "action_id", index=False),
    _of(family),
    _of(visit, index=False),
    _word("outcome", ActionOutcome),
    _text("note"),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    Column("corrects", Text, ForeignKey("plan_review.id")),
    _text("why"),
)
plan_words = _kept(
    "plan_words",
    _of(family),
    _of(visit, index=False),
    _of(carer, index=False, nullable=True),
    _text("words"),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    Column("corrects", Text, ForeignKey("plan_words.id")),
    _text("why"),
)

visit_draft = Table(
    "visit_draft",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("family_id", Text, ForeignKey(family.c.id), nullable=False, unique=True),
    Column("body", Json, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

outbox_entry = _kept(
    "outbox_entry",
    _word("kind", EntryKind),
    _of(family, index=False),
    _of(visit),
    _instant("made_at"),
    Column("payload", Json, nullable=False),
)
receipt = _kept("receipt", _text("upload_id"), _text("server"), _instant("received_at"), _text("stopped"))
receipt_answer = _part(
    "receipt_answer",
    receipt,
    Column("entry_id", Text, nullable=False, index=True),  # as the server said it, known to us or not
    _word("verdict", Verdict),
    _text("reference"),
    _text("said"),
)
remote_reference = _part("remote_reference", receipt, _text("identifier"), _text("reference"))
retry = Table(
    "retry",
    METADATA,
    Column("entry_id", Text, ForeignKey(outbox_entry.c.id), primary_key=True),
    Column("receipt_id", Text, ForeignKey(receipt.c.id), primary_key=True),
    _text("asked_at"),  # UTC, by SQLite's clock; what counts is the receipt it sets aside
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

settings = Table(
    "settings",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Json, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

caseload_row = Table(
    "caseload_row",
    METADATA,
    Column("family_id", Text, ForeignKey(family.c.id), primary_key=True),
    _text("stamp"),
    Column("body", Json, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What the first page says of each family. No record: made from the records, and made anew when they are newer."""
caseload_mark = Table(
    "caseload_mark",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("up_to", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Up to which record of each table the rows of the caseload were made."""
leaflet_printed = _kept(
    "leaflet_printed",
    _of(family),
    _of(carer, index=False, nullable=True),
    _text("resource_id"),
    Column("version", Integer, nullable=False),
    _text("variant"),
    _text("language"),
    _text("digest"),
    _text("design"),
    Column("copies", Integer, nullable=False),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
    Column("corrects", Text, ForeignKey("leaflet_printed.id")),
    _text("why"),
)
recall_told = _kept(
    "recall_told",
    _of(family),
    _of(carer, index=False, nullable=True),
    _text("resource_id"),
    _instant("occurred_at"),
    _instant("recorded_at"),
    _text("worker"),
)
to_print = Table(
    "to_print",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("resource_id"),
    _text("variant"),
    _text("design"),
    Column("copies", Integer, nullable=False),
    _of(family, index=False, nullable=True),
    _of(carer, index=False, nullable=True),
    _instant("kept_at"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
stock = Table(
    "stock",
    METADATA,
    Column("code", Text, primary_key=True),
    _text("resource_id"),
    Column("version", Integer, nullable=False),
    _text("variant"),
    _text("language"),
    _text("digest"),
    Column("count", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
