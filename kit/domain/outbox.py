"""The outbox: what waits to be sent, the parcel it goes in, and the receipt that comes back.

"Being sent" is never stored: an entry waits until a receipt names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class EntryKind(OpenWord):
    """What an entry holds. Outcomes of actions and parents' words have no entry: they stay on this laptop."""

    VISIT = "visit"
    ADVICE = "advice"
    SLEEP_SPACE = "sleep-space"
    ACTION = "action"
    CORRECTION = "correction"


class EntryState(OpenWord):
    """Where an entry stands; derived from its newest receipt, never kept."""

    WAITING = "waiting"
    RECEIVED = "received"
    NEEDS_YOU = "needs-you"
    WITHDRAWN = "withdrawn"


class Verdict(OpenWord):
    """What the server said about one entry; "withdrawn" is said by this laptop: it will not be sent."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One record as it was when it was made, ready to be sent. `payload` is plain JSON (service.parcels)."""

    id: str
    kind: EntryKind
    family_id: str
    visit_id: str
    made_at: datetime
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RemoteReference:
    """What a server calls one of our records: identifier "system|value" and its "Type/id"."""

    identifier: str
    reference: str


@dataclass(frozen=True, slots=True)
class Upload:
    """One parcel: the visit it is about, the entries that wait, and what the server already knows.

    Attributes:
        visit: payload of the visit, needed also when the visit itself was received long ago.
        is_visit_known: whether the visit entry itself has been accepted.
        withheld: ids of the visit and of records in it that were withdrawn before the server said it had them. They are
            not sent; the server is only asked whether it has them after all.
    """

    id: str
    server: str
    visit_entry_id: str
    visit: Mapping[str, Any]
    is_visit_known: bool
    entries: tuple[OutboxEntry, ...]
    known: tuple[RemoteReference, ...] = ()
    withheld: frozenset[str] = frozenset()

    @property
    def is_visit_withheld(self) -> bool:
        """Whether the visit itself must not be sent."""
        return self.visit_entry_id in self.withheld

    @property
    def entry_ids(self) -> tuple[str, ...]:
        """Every entry this parcel asks the server about."""
        ids = [] if self.is_visit_known or self.is_visit_withheld else [self.visit_entry_id]
        return (*ids, *(entry.id for entry in self.entries))


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What the server said about one entry. `said` is a plain sentence for a refusal."""

    entry_id: str
    verdict: Verdict
    reference: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to one upload. Entries it does not name are still waiting.

    Attributes:
        stopped: the sentence that says why the rest was not sent; empty when everything was answered.
    """

    id: str
    upload_id: str
    server: str
    received_at: datetime
    answers: tuple[EntryAnswer, ...]
    references: tuple[RemoteReference, ...] = ()
    stopped: str = ""
