"""The ports: what the service asks of the rooms, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from types import TracebackType

    from kit.domain.advice import (
        AdviceGiven,
        Question,
        Resource,
        TextGiven,
        TopicName,
        UsefulNumber,
        Variant,
        VariantKey,
    )
    from kit.domain.carer import Carer, CarerLink, Need, NeedStep, Relationship
    from kit.domain.correction import Correction
    from kit.domain.coverage import DueRule, MeetRule
    from kit.domain.fact import Fact, FactKind
    from kit.domain.family import Child, Family, ParentPlace, Place, Stay
    from kit.domain.help import HelpDecision
    from kit.domain.leaflet import Design, Leaflet, LeafletOrder, WebLeaflet
    from kit.domain.outbox import EntryState, OutboxEntry, Receipt, RemoteReference, Upload
    from kit.domain.paper import LeafletPrinted, RecallTold, Stock, ToPrint
    from kit.domain.picture import Picture
    from kit.domain.plan import Action, ActionReview, ParentWords
    from kit.domain.restricted import RestrictedAdvice, RestrictedReason, SafeContact
    from kit.domain.settings import Settings
    from kit.domain.sleep import SleepCheck
    from kit.domain.visit import Visit, VisitDraft

    Person = Child | Carer | CarerLink | Relationship | ParentPlace | Need | NeedStep | Fact
    Home = SleepCheck | Action | ActionReview | ParentWords
    Ordinary = Family | Person | Place | Stay | Visit | AdviceGiven | Home | Correction | HelpDecision
    """What an ordinary table keeps. A Family is added with its name alone; its people are records of their own."""


class Clock(Protocol):
    """The time, asked for and never taken."""

    def now(self) -> datetime:
        """This moment, with the local offset."""
        ...

    def today(self) -> date:
        """This day, in local time."""
        ...


class Records(Protocol):
    """The encrypted records of one worker. One `with` is one transaction; leaving without `commit` undoes it.

    Every method raises a StoreError when the file cannot be used. Owned by one thread.
    """

    @property
    def restricted(self) -> RestrictedRecords:
        """The restricted layer, in the same transaction but behind its own door."""
        ...

    @property
    def paper(self) -> PaperRecords:
        """What was printed, is to be printed and lies ready, in the same transaction."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Close the file for good; the records are locked after it."""
        ...

    def commit(self) -> None:
        """Make everything added since `with` permanent, all of it or nothing."""
        ...

    def add(self, *records: Ordinary) -> None:
        """Keep these records, in this order. Nothing added is ever changed or removed."""
        ...

    def families(self) -> Sequence[Family]:
        """Every family as it stands now, by name. Loaded in bulk: a fixed number of queries."""
        ...

    def family(self, family_id: str) -> Family:
        """One family as it stands now, or UnknownError."""
        ...

    def facts(self, kind: FactKind, value: str) -> Sequence[Fact]:
        """Every fact of this kind that ever said exactly this, whether it still holds or not, oldest first."""
        ...

    def advice(self, family_id: str | None = None) -> Sequence[AdviceGiven]:
        """Ordinary advice records, corrections included, oldest first; of one family or of all."""
        ...

    def advice_record(self, advice_id: str) -> AdviceGiven:
        """One ordinary advice record, or UnknownError."""
        ...

    def visits(self, family_id: str | None = None) -> Sequence[Visit]:
        """Closed visits, corrections included, newest first; of one family or of all."""
        ...

    def visit(self, visit_id: str) -> Visit:
        """One closed visit, or UnknownError."""
        ...

    def sleep_checks(self, family_id: str) -> Sequence[SleepCheck]:
        """Every sleep check of a family, corrections included, oldest first."""
        ...

    def actions(self, family_id: str | None = None) -> Sequence[Action]:
        """Actions of plans, corrections included, in the order of keeping; of one family or of all."""
        ...

    def action_reviews(self, family_id: str | None = None) -> Sequence[ActionReview]:
        """What became of actions, in the order of keeping; of one family or of all."""
        ...

    def parents_words(self, family_id: str) -> Sequence[ParentWords]:
        """What parents of a family said about the plan, in the order of keeping."""
        ...

    def keep_draft(self, draft: VisitDraft) -> None:
        """Keep this draft in place of the earlier one of the same id."""
        ...

    def drafts(self) -> Sequence[VisitDraft]:
        """Visits begun and not closed, oldest first."""
        ...

    def draft(self, draft_id: str) -> VisitDraft:
        """One draft, or UnknownError."""
        ...

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft; closing a visit does it in the same transaction."""
        ...

    def post(self, *entries: OutboxEntry) -> None:
        """Put entries into the outbox."""
        ...

    def outbox(self) -> Sequence[tuple[OutboxEntry, EntryState, str, datetime | None]]:
        """Every entry with its state, what the server said, and when; newest made first."""
        ...

    def waiting(self) -> Sequence[OutboxEntry]:
        """The entries that wait to be sent, oldest made first. Its cost follows what waits, not what was ever sent."""
        ...

    def state(self, entry_id: str) -> EntryState:
        """Where one entry stands, or UnknownError."""
        ...

    def entry(self, entry_id: str) -> OutboxEntry:
        """One outbox entry, or UnknownError."""
        ...

    def keep_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt with its answers and references."""
        ...

    def receipts(self) -> Sequence[Receipt]:
        """Every receipt, newest first."""
        ...

    def references(self, server: str) -> Sequence[RemoteReference]:
        """What this server calls our records."""
        ...

    def retry(self, entry_id: str) -> None:
        """Make a refused entry wait again; its refusal stays on record."""
        ...

    def rows_kept(self, stamp: str) -> tuple[Mapping[str, dict[str, Any]], frozenset[str]]:
        """What was kept of each family under this stamp, and the families whose records are newer than that.

        A family of which nothing is kept is always among the newer ones.
        """
        ...

    def keep_rows(self, stamp: str, rows: Mapping[str, dict[str, Any]]) -> None:
        """Keep these in place of what was kept of these families. What is kept is no record; it may be forgotten."""
        ...

    def settings(self) -> Settings:
        """The settings kept with the records."""
        ...

    def keep_settings(self, settings: Settings) -> None:
        """Keep these settings."""
        ...


class Drawer(Protocol):
    """Where the records of this laptop lie: made once, opened with the passphrase. Slow on purpose."""

    def has_records(self) -> bool:
        """Whether there is anything to unlock."""
        ...

    def create(self, passphrase: str) -> Records:
        """New, empty records, open for this thread. RuleError for a passphrase too easy to guess."""
        ...

    def open(self, passphrase: str) -> Records:
        """The records, open for this thread, or the StoreError that says why not."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` open them instead of `old`, also while they are open.

        WrongPassphraseError for the old one, RuleError for a new one too easy to guess.
        """
        ...


class RestrictedRecords(Protocol):
    """Sensitive records: own tables, own door, no link an ordinary view, summary or upload could follow."""

    def add(self, record: RestrictedAdvice | RestrictedReason | SafeContact) -> None:
        """Keep a record; it is held back from every upload."""
        ...

    def safe_contact(self, carer_id: str) -> SafeContact | None:
        """How this carer can be reached safely: what was kept last. Asked for by a person, never by a list."""
        ...

    def of_carer(self, carer_id: str) -> Sequence[RestrictedAdvice | RestrictedReason]:
        """What is kept of this carer, oldest first. Asked for by a person, never by a list."""
        ...

    def held_back(self) -> int:
        """How many records are held back. A number, no names."""
        ...


class PaperRecords(Protocol):
    """Paper: two kinds of records that never change, and two lists that a worker strikes off."""

    def add(self, record: LeafletPrinted | RecallTold) -> None:
        """Keep a record. It is never changed, removed or sent."""
        ...

    def printed(self, family_id: str | None = None) -> Sequence[LeafletPrinted]:
        """What was printed, oldest first; for one family or for all."""
        ...

    def told(self) -> Sequence[RecallTold]:
        """Who was told that a resource was withdrawn, oldest first."""
        ...

    def to_print(self) -> Sequence[ToPrint]:
        """What is still to be printed, oldest first."""
        ...

    def keep_to_print(self, wish: ToPrint) -> None:
        """Put a leaflet on that list."""
        ...

    def strike_off(self, wish_id: str) -> None:
        """Take a leaflet off that list; one that is not on it is off already."""
        ...

    def stock(self) -> Sequence[Stock]:
        """What lies ready in the bag, by code."""
        ...

    def keep_stock(self, stock: Stock) -> None:
        """Keep how many there are of this code, in place of what was known; none takes it off the list."""
        ...

    def take_from_stock(self, text: TextGiven) -> None:
        """One sheet with exactly these words left the bag; nothing happens when none was known to be there."""
        ...


class Library(Protocol):
    """The compiled library: read-only, open before unlock, nothing personal. May be read from any thread."""

    @property
    def version(self) -> str:
        """Digest of everything in it, 12 hexadecimal characters."""
        ...

    @property
    def built_on(self) -> date:
        """The newest `written_on` in it."""
        ...

    def resources(self) -> Sequence[Resource]:
        """Every resource in use, by topic and title; sensitive ones included: ask domain.safety before listing."""
        ...

    def withdrawn(self) -> Sequence[Resource]:
        """Every resource that was withdrawn, by topic and title; sensitive ones included."""
        ...

    def resource(self, resource_id: str) -> Resource:
        """One resource, in use or withdrawn, or UnknownError: records name both."""
        ...

    def variant(self, resource_id: str, key: VariantKey) -> Variant:
        """One variant with its blocks, or UnknownError."""
        ...

    def questions(self, resource_id: str) -> Sequence[Question]:
        """Teach-back questions of a resource; may be empty."""
        ...

    def search(self, words: str, *, with_sensitive: bool = False, limit: int = 50) -> Sequence[tuple[Resource, str]]:
        """Resources that hold these words or begin with them, best first, each with a short excerpt."""
        ...

    def picture(self, key: str) -> Picture:
        """One picture, or UnknownError."""
        ...

    def topics(self) -> Sequence[TopicName]:
        """Topics in the order of the screens."""
        ...

    def due_rules(self) -> Sequence[DueRule]:
        """What is due, as data."""
        ...

    def meet_rule(self) -> MeetRule | None:
        """By when a carer should have been met, as data; None where nothing says so."""
        ...

    def numbers(self) -> Sequence[UsefulNumber]:
        """The directory of useful numbers, in order."""
        ...

    def numbers_checked(self) -> str:
        """Who owns the directory and how far its numbers were checked, in one sentence."""
        ...


class Press(Protocol):
    """Makes leaflets."""

    def designs(self) -> Sequence[Design]:
        """The designs there are, in order."""
        ...

    def make(self, order: LeafletOrder) -> Leaflet:
        """The PDF, or PressError."""
        ...

    def make_pack(self, orders: Sequence[LeafletOrder], told: Callable[[int, int], None]) -> Leaflet:
        """One PDF of several; `told` hears how many are done, of how many, and may raise StoppedError."""
        ...

    def make_web(self, order: LeafletOrder) -> WebLeaflet:
        """The same as one HTML file to send, or PressError."""
        ...


class Courier(Protocol):
    """Carries one upload at a time."""

    def send(self, upload: Upload, answered: Callable[[str], None] | None = None) -> Receipt:
        """Send what is in the parcel and bring back the receipt.

        `answered` hears the id of each entry the server has answered for. A receipt may answer for part of the
        parcel only and say why it stopped.

        Raises:
            TryLaterError: nothing was answered; try again later.
            RefusedError: the server cannot take uploads from this laptop as it is set up.
        """
        ...
