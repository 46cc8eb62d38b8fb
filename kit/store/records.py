"""The ordinary records: what a worker keeps of families, visits, advice and uploads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kit.domain.advice import AdviceGiven, HowFar, TextGiven
from kit.domain.carer import NeedMet
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import Fact
from kit.domain.outbox import EntryAnswer, EntryState, OutboxEntry, Receipt, RemoteReference, Verdict
from kit.domain.plan import Action, ActionReview, ParentWords
from kit.domain.settings import Settings
from kit.domain.sleep import Agreed, SleepCheck, SleepLine
from kit.domain.together import Tried
from kit.domain.visit import JointWorker, Presence, Visit
from kit.store import caseload_rows, statements
from kit.store.drafts import draft_body, draft_of
from kit.store.households import all_families, one_family
from kit.store.paper import SqlPaper
from kit.store.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy import Executable

    from kit.domain.fact import FactKind
    from kit.domain.family import Family
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Ordinary, PaperRecords, RestrictedRecords
    from kit.store.engine import Ledger

    Values = dict[str, Any]

Kept = TypeVar("Kept")


class SqlRecords:
    """The records of one worker, in one encrypted file; see `kit.service.ports.Records` for each promise."""

    def __init__(self, ledger: Ledger, restricted: RestrictedRecords) -> None:
        self._ledger = ledger
        self._restricted = restricted
        self._paper = SqlPaper(ledger)

    @property
    def restricted(self) -> RestrictedRecords:
        """The restricted layer, in the same transaction but behind its own door."""
        return self._restricted

    @property
    def paper(self) -> PaperRecords:
        """What was printed, is to be printed and lies ready, in the same transaction."""
        return self._paper

    def close(self) -> None:
        """Empty the log into the file and let go of it; again is harmless."""
        self._ledger.close()

    def __enter__(self) -> Self:
        self._ledger.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.end()

    def commit(self) -> None:
        """Make everything added since `with` permanent, all of it or nothing."""
        self._ledger.commit()

    def add(self, *records: Ordinary) -> None:
        """Keep these records, in this order."""
        write(self._ledger, records)

    def families(self) -> Sequence[Family]:
        """Every family as it stands now, by name."""
        return all_families(self._ledger)

    def family(self, family_id: str) -> Family:
        """One family as it stands now, or UnknownError."""
        return _first(one_family(self._ledger, family_id), "This family is not in the records.")

    def facts(self, kind: FactKind, value: str) -> Sequence[Fact]:
        """Every fact of this kind that ever said exactly this, oldest first."""
        return [Fact(*row) for row in self._ledger.rows(statements.FACTS, {"kind": kind, "value": value})]

    def advice(self, family_id: str | None = None) -> Sequence[AdviceGiven]:
        """Ordinary advice records, corrections included, oldest first; of one family or of all."""
        if family_id is None:
            return self._advice(statements.ADVICE, statements.ADVICE_WAYS, statements.ADVICE_MET, {})
        values = {"family_id": family_id}
        return self._advice(statements.ADVICE_OF, statements.ADVICE_WAYS_OF, statements.ADVICE_MET_OF, values)

    def advice_record(self, advice_id: str) -> AdviceGiven:
        """One ordinary advice record, or UnknownError."""
        values = {"wanted": advice_id}
        found = self._advice(
            statements.ADVICE_RECORD, statements.ADVICE_WAYS_RECORD, statements.ADVICE_MET_RECORD, values
        )
        return _first(found, "This advice is not in the records.")

    def visits(self, family_id: str | None = None) -> Sequence[Visit]:
        """Closed visits, newest first; of one family or of all."""
        if family_id is None:
            return self._visits(statements.ALL_VISITS, {})
        return self._visits(statements.VISITS_OF_FAMILY, {"family_id": family_id})

    def visit(self, visit_id: str) -> Visit:
        """One closed visit, or UnknownError."""
        found = self._visits(statements.ONE_VISIT, {"wanted": visit_id})
        return _first(found, "This visit is not in the records.")

    def sleep_checks(self, family_id: str) -> Sequence[SleepCheck]:
        """Every sleep check of a family, corrections included, oldest first."""
        values = {"family_id": family_id}
        lines = _grouped(self._ledger.rows(statements.SLEEP_LINES_OF, values), _sleep_line)
        conditions = _grouped(self._ledger.rows(statements.SLEEP_CONDITIONS_OF, values), tuple)
        return [
            SleepCheck(**row._asdict(), lines=lines[row.id], conditions=conditions[row.id])
            for row in self._ledger.rows(statements.SLEEP_CHECKS_OF, values)
        ]

    def actions(self, family_id: str | None = None) -> Sequence[Action]:
        """Actions of plans, corrections included, in the order of keeping; of one family or of all."""
        return self._plain(Action, statements.ACTIONS, statements.ACTIONS_OF, family_id)

    def action_reviews(self, family_id: str | None = None) -> Sequence[ActionReview]:
        """What became of actions, in the order of keeping; of one family or of all."""
        return self._plain(ActionReview, statements.REVIEWS, statements.REVIEWS_OF, family_id)

    def parents_words(self, family_id: str) -> Sequence[ParentWords]:
        """What parents of a family said about the plan, in the order of keeping."""
        rows = self._ledger.rows(statements.PARENTS_WORDS_OF, {"family_id": family_id})
        return [ParentWords(**row._asdict()) for row in rows]

    def keep_draft(self, draft: VisitDraft) -> None:
        """Keep this draft in place of the earlier one of the same id. Raises RuleError when it is another family's."""
        owner = {"wanted": draft.id, "family_id": draft.family_id}
        for draft_id, family_id in self._ledger.rows(statements.DRAFT_OWNERS, owner):
            if draft_id != draft.id:
                message = "A visit to this family has been begun already. Go on with that one."
                raise RuleError(message)
            if family_id != draft.family_id:
                message = "This visit belongs to another family. It was not saved there."
                raise RuleError(message)
        row = {"id": draft.id, "family_id": draft.family_id, "body": draft_body(draft)}
        self._ledger.run(statements.DRAFT_KEEP, row)

    def drafts(self) -> Sequence[VisitDraft]:
        """Visits begun and not closed, oldest first."""
        drafts = [draft_of(*row) for row in self._ledger.rows(statements.DRAFTS)]
        return sorted(drafts, key=lambda draft: (draft.started_at, draft.id))

    def draft(self, draft_id: str) -> VisitDraft:
        """One draft, or UnknownError."""
        rows = self._ledger.rows(statements.DRAFT, {"wanted": draft_id})
        return draft_of(*_first(rows, "This visit is not among those begun."))

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft; one that is not there is forgotten already."""
        self._ledger.run(statements.DRAFT_DROP, {"wanted": draft_id})

    def post(self, *entries: OutboxEntry) -> None:
        """Put entries into the outbox."""
        write(self._ledger, entries)

    def outbox(self) -> Sequence[tuple[OutboxEntry, EntryState, str, datetime | None]]:
        """Every entry with its state, what the server said, and when; newest made first."""
        newest = {row.entry_id: row for row in self._ledger.rows(statements.ANSWERS_KEPT)}
        entries = (OutboxEntry(*row) for row in self._ledger.rows(statements.ENTRIES))
        return [(entry, *_standing(newest.get(entry.id))) for entry in entries]

    def waiting(self) -> Sequence[OutboxEntry]:
        """The entries that wait to be sent, oldest made first."""
        unsettled = (OutboxEntry(*row) for row in self._ledger.rows(statements.ENTRIES_UNSETTLED))
        return [entry for entry in unsettled if self._state(entry.id) is EntryState.WAITING]

    def state(self, entry_id: str) -> EntryState:
        """Where one entry stands, or UnknownError."""
        return self._state(self.entry(entry_id).id)

    def _state(self, entry_id: str) -> EntryState:
        answers = self._ledger.rows(statements.ANSWERS_TO, {"wanted": entry_id})
        return _standing(answers[-1] if answers else None)[0]

    def entry(self, entry_id: str) -> OutboxEntry:
        """One outbox entry, or UnknownError."""
        rows = self._ledger.rows(statements.ENTRY, {"wanted": entry_id})
        return OutboxEntry(*_first(rows, "This record is not in the outbox."))

    def keep_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt with its answers and references; keeping it again is harmless."""
        if not self._ledger.rows(statements.RECEIPT, {"wanted": receipt.id}):
            write(self._ledger, [receipt])

    def receipts(self) -> Sequence[Receipt]:
        """Every receipt, newest first."""
        answers = _grouped(self._ledger.rows(statements.RECEIPT_ANSWERS), lambda row: EntryAnswer(*row))
        references = _grouped(self._ledger.rows(statements.RECEIPT_REFERENCES), lambda row: RemoteReference(*row))
        return [
            Receipt(one, upload_id, server, received_at, answers[one], references[one], stopped)
            for one, upload_id, server, received_at, stopped in self._ledger.rows(statements.RECEIPTS)
        ]

    def references(self, server: str) -> Sequence[RemoteReference]:
        """What this server calls our records; where it changed its mind, what it said last."""
        rows = self._ledger.rows(statements.REFERENCES_OF, {"server": server})
        newest = {row.identifier: row.reference for row in rows}
        return [RemoteReference(identifier, reference) for identifier, reference in newest.items()]

    def retry(self, entry_id: str) -> None:
        """Make a refused entry wait again; its refusal stays on record. Nothing happens to one not refused."""
        self.entry(entry_id)
        answers = self._ledger.rows(statements.ANSWERS_TO, {"wanted": entry_id})
        if answers and _standing(answers[-1])[0] is EntryState.NEEDS_YOU:
            self._ledger.run(statements.RETRY, {"entry_id": entry_id, "receipt_id": answers[-1].id})

    def rows_kept(self, stamp: str) -> tuple[Mapping[str, dict[str, Any]], frozenset[str]]:
        """What was kept of each family under this stamp, and the families whose records are newer than that."""
        return caseload_rows.rows_kept(self._ledger, stamp)

    def keep_rows(self, stamp: str, rows: Mapping[str, dict[str, Any]]) -> None:
        """Keep these in place of what was kept of these families; what is out of date is forgotten."""
        caseload_rows.keep_rows(self._ledger, stamp, rows)

    def settings(self) -> Settings:
        """The settings kept with the records."""
        known = {field.name for field in fields(Settings)}
        return Settings(**{key: value for key, value in self._ledger.rows(statements.SETTINGS) if key in known})

    def keep_settings(self, settings: Settings) -> None:
        """Keep these settings; those of a newer kit stay as they are."""
        rows = [{"key": key, "value": value} for key, value in asdict(settings).items()]
        self._ledger.run(statements.SETTINGS_KEEP, rows)

    def _plain(
        self, kind: Callable[..., Kept], every: Executable, of_one: Executable, family_id: str | None
    ) -> list[Kept]:
        """Records whose fields are the columns of one table, of one family or of all."""
        rows = self._ledger.rows(every) if family_id is None else self._ledger.rows(of_one, {"family_id": family_id})
        return [kind(**row._asdict()) for row in rows]

    def _advice(self, records: Executable, ways: Executable, met: Executable, values: Values) -> list[AdviceGiven]:
        by_record = _grouped(self._ledger.rows(ways, values), itemgetter(0))
        needs = _grouped(self._ledger.rows(met, values), lambda row: NeedMet(*row))
        return [_advice_of(row, by_record, needs) for row in self._ledger.rows(records, values)]

    def _visits(self, statements_of: statements.VisitStatements, values: Values) -> list[Visit]:
        visits, presences, seen, joint = statements_of
        here = _grouped(self._ledger.rows(presences, values), lambda row: Presence(*row))
        children = _grouped(self._ledger.rows(seen, values), itemgetter(0))
        workers = _grouped(self._ledger.rows(joint, values), lambda row: JointWorker(*row))
        return [
            Visit(
                **row._asdict(),
                presences=here[row.id],
                children_seen=children[row.id],
                joint_workers=workers[row.id],
            )
            for row in self._ledger.rows(visits, values)
        ]


def _advice_of(
    row: Any,  # noqa: ANN401 - a row
    ways: dict[str, tuple[Any, ...]],
    met: dict[str, tuple[NeedMet, ...]],
) -> AdviceGiven:
    (
        record_id, family_id, visit_id, child_id, carer_id, topic, resource_id, version, variant, language, digest,
        outcome, occurred_at, recorded_at, worker, reason, understanding, corrects, why, note,
        ideas_seen, ideas_of, tried,
    ) = row  # fmt: skip
    text = TextGiven(resource_id, version, variant, language, digest)
    return AdviceGiven(
        record_id, family_id, visit_id, child_id, carer_id, topic, text, outcome, occurred_at, recorded_at, worker,
        ways[record_id], reason, understanding, corrects, why, met[record_id], note,
        None if ideas_seen is None else HowFar(ideas_seen, ideas_of), tuple(Tried.read(**one) for one in tried),
    )  # fmt: skip


def _sleep_line(row: Any) -> SleepLine:  # noqa: ANN401 - a row
    item, answer, *agreed = row
    return SleepLine(item, answer, Agreed(*agreed))


_STATES = {
    Verdict.ACCEPTED: EntryState.RECEIVED,
    Verdict.REFUSED: EntryState.NEEDS_YOU,
    Verdict.WITHDRAWN: EntryState.WITHDRAWN,
}


def _standing(answer: Any | None) -> tuple[EntryState, str, datetime | None]:  # noqa: ANN401 - a row
    """Where an entry stands: its newest answer counts, unless a person asked to try again after it.

    An answer in words of a newer kit leaves it waiting: sending twice is harmless.
    """
    if answer is None or answer.retried is not None:
        return EntryState.WAITING, "", None
    state = _STATES.get(answer.verdict, EntryState.WAITING)
    return (state, "", None) if state is EntryState.WAITING else (state, answer.said, answer.received_at)


def _grouped(rows: Iterable[Any], make: Callable[[Any], Any]) -> defaultdict[str, tuple[Any, ...]]:
    """What is made of the rest of each row, by the id in front; rows of one id follow one another."""
    found: defaultdict[str, tuple[Any, ...]] = defaultdict(tuple)
    for key, group in groupby(rows, itemgetter(0)):
        found[key] = tuple(make(row[1:]) for row in group)
    return found


def _first(found: Sequence[Kept], message: str) -> Kept:
    if not found:
        raise UnknownError(message)
    return found[0]
