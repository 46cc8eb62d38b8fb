"""Honest stand-ins for the ports: they keep every promise of the port, in memory."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kit.domain.advice import (
    AdviceGiven,
    Audience,
    Idea,
    Question,
    Resource,
    TextGiven,
    Topic,
    TopicName,
    UsefulNumber,
    Variant,
    VariantKey,
)
from kit.domain.amending import amended
from kit.domain.carer import Carer, CarerLink, Need, NeedStep, Relationship
from kit.domain.correction import Correction
from kit.domain.errors import RuleError, StoreError, TryLaterError, UnknownError, WrongPassphraseError
from kit.domain.fact import Fact
from kit.domain.family import Child, Family, ParentPlace, Place, Stay, as_known
from kit.domain.help import HelpDecision
from kit.domain.leaflet import Design, Leaflet, LeafletOrder, WebLeaflet
from kit.domain.outbox import EntryAnswer, EntryState, OutboxEntry, Receipt, RemoteReference, Upload, Verdict
from kit.domain.paper import LeafletPrinted, RecallTold, Stock, ToPrint
from kit.domain.picture import Picture
from kit.domain.plan import Action, ActionReview, ParentWords
from kit.domain.restricted import SafeContact
from kit.domain.settings import Settings
from kit.domain.sleep import SleepCheck
from kit.domain.visit import Visit, VisitDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from kit.domain.coverage import DueRule, MeetRule
    from kit.domain.fact import FactKind
    from kit.domain.restricted import RestrictedAdvice, RestrictedReason


class FakeClock:
    """A clock that stands still until told to move; each look is a millisecond later, so that ids sort."""

    def __init__(self, at: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)) -> None:
        self.at = at

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def today(self) -> date:
        return self.at.date()

    def move(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class _Kept:
    """Everything a records file holds."""

    families: dict[str, str] = field(default_factory=dict)
    people: list[Any] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    advice: list[AdviceGiven] = field(default_factory=list)
    sleep_plan: list[SleepCheck | Action | ActionReview | ParentWords] = field(default_factory=list)
    drafts: dict[str, VisitDraft] = field(default_factory=dict)
    outbox: list[OutboxEntry] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    retried: dict[str, int] = field(default_factory=dict)
    restricted: list[RestrictedAdvice | RestrictedReason] = field(default_factory=list)
    contacts: list[SafeContact] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    printed: list[LeafletPrinted] = field(default_factory=list)
    told: list[RecallTold] = field(default_factory=list)
    to_print: dict[str, ToPrint] = field(default_factory=dict)
    stock: dict[str, Stock] = field(default_factory=dict)


_STATES = {
    Verdict.ACCEPTED: EntryState.RECEIVED,
    Verdict.REFUSED: EntryState.NEEDS_YOU,
    Verdict.WITHDRAWN: EntryState.WITHDRAWN,
}


class FakeRecords:
    """The records port in memory. `fail_on_commit` proves that a failed commit leaves nothing behind."""

    def __init__(self) -> None:
        self.kept = _Kept()
        self.fail_on_commit: Exception | None = None
        self.is_closed = False
        self._work: _Kept | None = None

    @property
    def restricted(self) -> FakeRestrictedRecords:
        return FakeRestrictedRecords(self)

    @property
    def paper(self) -> FakePaper:
        return FakePaper(self)

    @property
    def open(self) -> _Kept:
        assert self._work is not None, "records are used inside `with`"
        return self._work

    def __enter__(self) -> Self:
        assert self._work is None, "one transaction at a time"
        self._work = copy.deepcopy(self.kept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work = None

    def close(self) -> None:
        assert self._work is None, "closed inside a transaction"
        self.is_closed = True

    def commit(self) -> None:
        if self.fail_on_commit:
            raise self.fail_on_commit
        self.kept, self._work = self.open, None

    def add(self, *records: Any) -> None:
        for record in records:
            match record:
                case Family():
                    self.open.families[record.id] = record.name
                case Visit():
                    self.open.visits.append(record)
                case AdviceGiven():
                    self.open.advice.append(record)
                case SleepCheck() | Action() | ActionReview() | ParentWords():
                    self.open.sleep_plan.append(record)
                case _:
                    self.open.people.append(record)

    def families(self) -> Sequence[Family]:
        return [self.family(key) for key in sorted(self.open.families, key=self.open.families.__getitem__)]

    def family(self, family_id: str) -> Family:
        if family_id not in self.open.families:
            raise UnknownError("There is no such family.")
        children = tuple(one for one in self.open.people if isinstance(one, Child) and one.family_id == family_id)
        carers = tuple(one for one in self.open.people if isinstance(one, Carer) and one.family_id == family_id)
        child_ids, carer_ids = {one.id for one in children}, {one.id for one in carers}

        def those(kind: type, key: str, ids: set[str]) -> tuple[Any, ...]:
            return tuple(one for one in self.open.people if isinstance(one, kind) and getattr(one, key) in ids)

        found = Family(
            family_id,
            self.open.families[family_id],
            children,
            carers,
            those(Relationship, "child_id", child_ids),
            those(ParentPlace, "child_id", child_ids),
            self._needs(carer_ids),
            those(Place, "family_id", {family_id}),
            those(Stay, "child_id", child_ids),
            those(Fact, "family_id", {family_id}),
            tuple(one for one in self._links() if {one.carer_id, one.same_as} & carer_ids),
            those(Correction, "family_id", {family_id}),
            those(HelpDecision, "family_id", {family_id}),
        )
        return amended(as_known(found))

    def _links(self) -> list[CarerLink]:
        return [one for one in self.open.people if isinstance(one, CarerLink)]

    def _needs(self, carer_ids: set[str]) -> tuple[Need, ...]:
        """The needs of these carers: their own, then those of the same person in another family."""
        first = {link.carer_id: link.same_as for link in self._links()}
        linked = {first.get(one, one): one for one in carer_ids}
        needs = [one for one in self.open.people if isinstance(one, Need)]
        own = [one for one in needs if one.carer_id in carer_ids]
        theirs = [
            replace(one, carer_id=linked[first.get(one.carer_id, one.carer_id)])
            for one in needs
            if one.carer_id not in carer_ids and first.get(one.carer_id, one.carer_id) in linked
        ]
        steps = [one for one in self.open.people if isinstance(one, NeedStep)]
        return tuple(
            replace(need, steps=tuple(step for step in steps if step.need_id == need.id)) for need in [*own, *theirs]
        )

    def facts(self, kind: FactKind, value: str) -> Sequence[Fact]:
        facts = [one for one in self.open.people if isinstance(one, Fact)]
        return [one for one in facts if (one.kind, one.value) == (kind, value)]

    def advice(self, family_id: str | None = None) -> Sequence[AdviceGiven]:
        found = [one for one in self.open.advice if family_id in {None, one.family_id}]
        return sorted(found, key=lambda one: (one.occurred_at, one.id))

    def advice_record(self, advice_id: str) -> AdviceGiven:
        return _found(self.open.advice, advice_id)

    def visits(self, family_id: str | None = None) -> Sequence[Visit]:
        found = [one for one in reversed(self.open.visits) if family_id in {None, one.family_id}]
        return sorted(found, key=lambda one: -one.started_at.timestamp())

    def visit(self, visit_id: str) -> Visit:
        return _found(self.open.visits, visit_id)

    def sleep_checks(self, family_id: str) -> Sequence[SleepCheck]:
        return sorted(self._of(SleepCheck, family_id), key=lambda one: one.occurred_at)

    def actions(self, family_id: str | None = None) -> Sequence[Action]:
        return self._of(Action, family_id)

    def action_reviews(self, family_id: str | None = None) -> Sequence[ActionReview]:
        return self._of(ActionReview, family_id)

    def parents_words(self, family_id: str) -> Sequence[ParentWords]:
        return self._of(ParentWords, family_id)

    def _of(self, kind: type[Any], family_id: str | None) -> list[Any]:
        kept = [one for one in self.open.sleep_plan if isinstance(one, kind)]
        return [one for one in kept if family_id in {None, one.family_id}]

    def keep_draft(self, draft: VisitDraft) -> None:
        self.open.drafts[draft.id] = draft

    def drafts(self) -> Sequence[VisitDraft]:
        return list(self.open.drafts.values())

    def draft(self, draft_id: str) -> VisitDraft:
        return _found(list(self.open.drafts.values()), draft_id)

    def drop_draft(self, draft_id: str) -> None:
        self.open.drafts.pop(draft_id, None)

    def post(self, *entries: OutboxEntry) -> None:
        self.open.outbox.extend(entries)

    def outbox(self) -> Sequence[tuple[OutboxEntry, EntryState, str, datetime | None]]:
        return [(entry, *self._state(entry.id)) for entry in reversed(self.open.outbox)]

    def _state(self, entry_id: str) -> tuple[EntryState, str, datetime | None]:
        for index in range(len(self.open.receipts) - 1, -1, -1):
            for answer in self.open.receipts[index].answers:
                if answer.entry_id == entry_id and index >= self.open.retried.get(entry_id, 0):
                    return _STATES[answer.verdict], answer.said, self.open.receipts[index].received_at
        return EntryState.WAITING, "", None

    def waiting(self) -> Sequence[OutboxEntry]:
        return [entry for entry in self.open.outbox if self.state(entry.id) is EntryState.WAITING]

    def state(self, entry_id: str) -> EntryState:
        return self._state(self.entry(entry_id).id)[0]

    def entry(self, entry_id: str) -> OutboxEntry:
        return _found(self.open.outbox, entry_id)

    def keep_receipt(self, receipt: Receipt) -> None:
        self.open.receipts.append(receipt)

    def receipts(self) -> Sequence[Receipt]:
        return list(reversed(self.open.receipts))

    def references(self, server: str) -> Sequence[RemoteReference]:
        return [one for receipt in self.open.receipts if receipt.server == server for one in receipt.references]

    def retry(self, entry_id: str) -> None:
        if self.state(entry_id) is EntryState.NEEDS_YOU:
            self.open.retried[entry_id] = len(self.open.receipts)

    def rows_kept(self, stamp: str) -> tuple[Mapping[str, dict[str, Any]], frozenset[str]]:
        """Nothing is remembered, which is allowed."""
        return {}, frozenset(self.open.families)

    def keep_rows(self, stamp: str, rows: Mapping[str, dict[str, Any]]) -> None:
        assert set(rows) <= set(self.open.families)
        json.dumps(rows)

    def settings(self) -> Settings:
        return self.open.settings

    def keep_settings(self, settings: Settings) -> None:
        self.open.settings = settings


class FakeRestrictedRecords:
    """The restricted layer of a FakeRecords."""

    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, record: RestrictedAdvice | RestrictedReason | SafeContact) -> None:
        if isinstance(record, SafeContact):
            self._records.open.contacts.append(record)
        else:
            self._records.open.restricted.append(record)

    def safe_contact(self, carer_id: str) -> SafeContact | None:
        return next((one for one in reversed(self._records.open.contacts) if one.carer_id == carer_id), None)

    def of_carer(self, carer_id: str) -> Sequence[RestrictedAdvice | RestrictedReason]:
        return [one for one in self._records.open.restricted if one.carer_id == carer_id]

    def held_back(self) -> int:
        return len(self._records.open.restricted)


class FakePaper:
    """The paper of a FakeRecords."""

    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, record: LeafletPrinted | RecallTold) -> None:
        kept: list[Any] = self._records.open.printed if isinstance(record, LeafletPrinted) else self._records.open.told
        kept.append(record)

    def printed(self, family_id: str | None = None) -> Sequence[LeafletPrinted]:
        found = [one for one in self._records.open.printed if family_id in {None, one.family_id}]
        return sorted(found, key=lambda one: one.occurred_at)

    def told(self) -> Sequence[RecallTold]:
        return sorted(self._records.open.told, key=lambda one: one.occurred_at)

    def to_print(self) -> Sequence[ToPrint]:
        return sorted(self._records.open.to_print.values(), key=lambda one: (one.kept_at, one.id))

    def keep_to_print(self, wish: ToPrint) -> None:
        self._records.open.to_print[wish.id] = wish

    def strike_off(self, wish_id: str) -> None:
        self._records.open.to_print.pop(wish_id, None)

    def stock(self) -> Sequence[Stock]:
        return sorted(self._records.open.stock.values(), key=lambda one: one.code)

    def keep_stock(self, stock: Stock) -> None:
        if stock.count > 0:
            self._records.open.stock[stock.code] = stock
        else:
            self._records.open.stock.pop(stock.code, None)

    def take_from_stock(self, text: TextGiven) -> None:
        for code, one in self._records.open.stock.items():
            if one.text == text and one.count:
                self._records.open.stock[code] = replace(one, count=one.count - 1)


Kept = TypeVar("Kept", AdviceGiven, Visit, VisitDraft, OutboxEntry)


def _found(kept: Sequence[Kept], wanted: str) -> Kept:
    for one in kept:
        if one.id == wanted:
            return one
    raise UnknownError("Nothing is kept under that id.")


class FakeLibrary:
    """A library of whatever resources it is given; every variant has the same ideas, or none."""

    version = "0" * 12
    built_on = date(2026, 11, 24)

    def __init__(
        self,
        *resources: Resource,
        rules: Sequence[DueRule] = (),
        numbers: Sequence[UsefulNumber] = (),
        ideas: tuple[Idea, ...] = (),
        meet: MeetRule | None = None,
    ) -> None:
        self._resources = {one.id: one for one in resources}
        self._ideas = ideas
        self._rules = rules
        self._meet = meet
        self._numbers = numbers

    def resources(self) -> Sequence[Resource]:
        return [one for one in self._resources.values() if not one.withdrawal]

    def withdrawn(self) -> Sequence[Resource]:
        return [one for one in self._resources.values() if one.withdrawal]

    def resource(self, resource_id: str) -> Resource:
        if resource_id not in self._resources:
            raise UnknownError("There is no such resource.")
        return self._resources[resource_id]

    def variant(self, resource_id: str, key: VariantKey) -> Variant:
        resource = self.resource(resource_id)
        if key not in resource.variants:
            raise UnknownError("There is no such variant.")
        return Variant(
            resource_id,
            resource.version,
            key,
            resource.title,
            self._ideas,
            hashlib.sha256(f"{resource_id}{key.name}".encode()).hexdigest(),
        )

    def questions(self, resource_id: str) -> Sequence[Question]:
        return []

    def search(self, words: str, *, with_sensitive: bool = False, limit: int = 50) -> Sequence[tuple[Resource, str]]:
        found = [one for one in self.resources() if words.casefold() in one.title.casefold()]
        return [(one, one.summary) for one in found if with_sensitive or not one.is_sensitive][:limit]

    def picture(self, key: str) -> Picture:
        return Picture(key, key, "", 400, 300, ())

    def topics(self) -> Sequence[TopicName]:
        return [TopicName(topic, topic.value, topic is not Topic.DOMESTIC_ABUSE) for topic in Topic]

    def due_rules(self) -> Sequence[DueRule]:
        return self._rules

    def meet_rule(self) -> MeetRule | None:
        return self._meet

    def numbers(self) -> Sequence[UsefulNumber]:
        return self._numbers

    def numbers_checked(self) -> str:
        return "Checked in a test."


class FakePress:
    """Makes a leaflet of nothing, in designs of these kinds."""

    kinds: tuple[str, ...] = ("easy-read", "standard", "large-print", "card", "record", "plan")

    def designs(self) -> Sequence[Design]:
        sizes = {"page_mm": (210, 297), "margin_mm": 15, "picture_mm": 50, "title_pt": 24, "lead_pt": 18}
        rest = {"body_pt": 16, "note_pt": 9, "line_height": 1.4, "row_gap_mm": 8}
        return [Design(key, key, key, **sizes, **rest) for key in self.kinds]  # type: ignore[arg-type]

    def make(self, order: LeafletOrder) -> Leaflet:
        return Leaflet(b"%PDF-", 1, order.variant.title, "leaflet.pdf", order.text_code)

    def make_pack(self, orders: Sequence[LeafletOrder], told: Callable[[int, int], None]) -> Leaflet:
        told(0, len(orders))
        return Leaflet(b"%PDF-", len(orders), "Leaflets", "leaflets.pdf", " ".join(one.text_code for one in orders))

    def make_web(self, order: LeafletOrder) -> WebLeaflet:
        return WebLeaflet("<!DOCTYPE html>", order.variant.title, "leaflet.html")


class FakeCourier:
    """Accepts everything, or does what it is told: refuse entries, leave them unanswered, fail before any answer."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.sent: list[Upload] = []
        self.refuses: set[str] = set()
        self.leaves: set[str] = set()
        self.fails: list[Exception] = []

    def send(self, upload: Upload, answered: Callable[[str], None] | None = None) -> Receipt:
        if self.fails:
            raise self.fails.pop(0)
        self.sent.append(upload)
        answers = tuple(
            EntryAnswer(entry_id, Verdict.REFUSED, said="The server did not accept it.")
            if entry_id in self.refuses
            else EntryAnswer(entry_id, Verdict.ACCEPTED, f"Communication/{entry_id}")
            for entry_id in upload.entry_ids
            if entry_id not in self.leaves
        )
        if answered:
            for answer in answers:
                answered(answer.entry_id)
        known = (RemoteReference(f"visit|{upload.visit_entry_id}", "Encounter/1"),)
        return Receipt(f"receipt-{len(self.sent)}", upload.id, upload.server, self.clock.now(), answers, known)


def no_network() -> TryLaterError:
    """What a courier raises when nothing answers."""
    return TryLaterError("No network. Everything is safe on this laptop.", wait_s=None)


def resource(resource_id: str = "on-the-back", *, topic: Topic = Topic.SAFER_SLEEP, **changes: Any) -> Resource:
    """A resource for carers with the three variants most have."""
    keys = tuple(VariantKey.named(name) for name in ("standard", "easy-read", "easy-read.fathers"))
    made = Resource(
        id=resource_id,
        title=resource_id.replace("-", " ").capitalize(),
        summary="One line.",
        topic=topic,
        audience=Audience.CARER,
        code=resource_id.upper()[:7],
        contacts=(),
        ages_weeks=(-12, 52),
        is_sensitive=False,
        version=1,
        written_on=date(2026, 11, 24),
        review_by=date(2027, 5, 24),
        is_signed_off=False,
        sign_off="Awaiting sign-off.",
        variants=keys,
    )
    return replace(made, **changes)


class FakeDrawer:
    """A drawer with records in memory and one passphrase."""

    def __init__(self, records: FakeRecords | None = None, passphrase: str = "") -> None:
        self.records, self.passphrase = records, passphrase
        self.opened = 0

    def has_records(self) -> bool:
        return self.records is not None

    def create(self, passphrase: str) -> FakeRecords:
        if len(passphrase) < 12:
            raise RuleError("A passphrase needs at least 12 characters.", field="passphrase")
        self.records, self.passphrase = FakeRecords(), passphrase
        return self.records

    def open(self, passphrase: str) -> FakeRecords:
        if self.records is None:
            raise StoreError("There are no records on this laptop yet.")
        if passphrase != self.passphrase:
            raise WrongPassphraseError("This passphrase does not open the records. Nothing is lost.")
        self.opened += 1
        self.records.is_closed = False
        return self.records

    def change_passphrase(self, old: str, new: str) -> None:
        if old != self.passphrase:
            raise WrongPassphraseError("This passphrase does not open the records. Nothing is lost.")
        if len(new) < 12:
            raise RuleError("A passphrase needs at least 12 characters.", field="passphrase")
        self.passphrase = new
