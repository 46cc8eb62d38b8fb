"""One parcel on its way: context first, then each event by itself, then corrections (`fhir.md` section 8).

What becomes of a failure:

the context is refused     the visit's own entry is refused and the rest stays waiting, because it depends on it;
                           when the visit was received before, it is the waiting entries that are refused
one event is refused       that entry is refused, the others go on
the server fails on one    it stays waiting and the others go on; the fifth time a person is asked
a corrected record lacks   the correction stays waiting until the server has the record it corrects
a withdrawn record lacks   nothing is left to correct: the correction is settled, and nothing of the visit was sent
the line or server fails   everything answered so far is kept, the rest stays waiting
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.domain.advice import Outcome, Topic
from kit.domain.errors import TryLaterError, UploadError
from kit.domain.outbox import EntryAnswer, RemoteReference, Verdict
from kit.service.parcels import FORM
from kit.upload.answer import NOT_ACCEPTED, SEVERAL, Answer, Kind
from kit.upload.events import (
    adjustments_key,
    event_items,
    event_key,
    has_teach_back,
    nullifying_item,
    resource_type_of,
    teach_back_key,
)
from kit.upload.people import context_items

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping, Sequence

    from kit.domain.outbox import OutboxEntry, Upload
    from kit.upload.bundle import Item
    from kit.upload.codes import Dialect
    from kit.upload.sender import Sender

STUMBLES = 5
"""How often a server may fail on one record, while others pass, before a person is asked (`fhir.md` section 9)."""

BUSY_COUNTS = 3
"""A record that stays busy through all pauses counts as so many stumbles: eight tries in two rounds."""

UNREADABLE = "This record is not complete, so it was not sent. It is kept on this laptop."
NEWER = "A newer version of the kit made this record. Please update the kit to send it."
STAYS = "This record stays on this laptop. It was not sent."
FAILS_ALWAYS = "The server fails on this record again and again. Others are not affected."
"""Sentences for records that are not sent, or not again."""

_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)
"""What a payload with something missing raises in `people` and `events`."""


class Delivery:
    """One parcel being sent. Made new for each parcel; only `stumbles` lives longer.

    Attributes:
        answers: what became of each entry the server has answered for.
    """

    def __init__(
        self,
        sender: Sender,
        dialect: Dialect,
        upload: Upload,
        stumbles: Counter[str],
        answered: Callable[[str], None],
    ) -> None:
        self.answers: list[EntryAnswer] = []
        self._sender = sender
        self._dialect = dialect
        self._upload = upload
        self._stumbles = stumbles
        self._answered = answered
        self._unfit = {entry.id: self._why_unfit(entry.payload) for entry in upload.entries}
        self._entries: Sequence[OutboxEntry] = upload.entries
        self._is_fresh = False

    @property
    def references(self) -> tuple[RemoteReference, ...]:
        """What was learnt that was not known, or is known by another name now."""
        given = {one.identifier: one.reference for one in self._upload.known}
        return tuple(
            RemoteReference(key, found) for key, found in self._sender.known.items() if given.get(key) != found
        )

    def run(self) -> str:
        """Send what can be sent. The sentence that says why it stopped early, or nothing.

        Raises:
            TryLaterError: it stopped before anything was answered; try again later.
            RefusedError: likewise, and trying again alone will not help.
        """
        try:
            self._entries = [entry for entry in self._upload.entries if self._may_go(entry)]
            if (self._entries or not self._upload.is_visit_withheld) and self._introduce():
                for entry in self._entries:
                    self._deliver(entry)
        except UploadError as error:
            if not self.answers:
                raise
            return str(error)
        return ""

    def _may_go(self, entry: OutboxEntry) -> bool:
        """Whether there is anything to send. For a record that is withheld the server is asked by its UUID alone."""
        corrected = entry.payload.get("corrects")
        if corrected not in self._upload.withheld:
            return True
        if self._unfit[entry.id]:
            self._settle(entry.id, Verdict.REFUSED, said=self._unfit[entry.id])
            return False
        key = event_key(self._dialect, entry.payload, corrected)
        found = self._sender.find(resource_type_of(entry.payload), key, entry.id)
        if found == "":
            self._accept(entry.id, found)
        return bool(found)

    def _introduce(self) -> bool:
        """Make sure the server knows the context; without it nothing else can go."""
        visit_id, is_known = self._upload.visit_entry_id, self._upload.is_visit_known
        answer = self._context()
        if answer.kind is not Kind.DONE:
            for entry_id in [entry.id for entry in self._entries] if is_known else [visit_id]:
                self._refuse(entry_id, answer)
            return False
        if not is_known:
            visits = (item.key for item in self._context_items() if item.resource_type == "Encounter")
            self._accept(visit_id, self._sender.known[next(visits)])
        return True

    def _context(self) -> Answer:
        """Send the context: all of it with the visit itself, later only what this server was never told."""
        if _is_newer(self._upload.visit):
            return Answer(Kind.REFUSED, NEWER)
        try:
            items = self._context_items()
        except _UNREADABLE:
            return Answer(Kind.REFUSED, UNREADABLE)
        if not self._upload.is_visit_known:
            return self._renew(items)
        unknown = [item for item in items if item.key not in self._sender.known]
        answer = self._sender.send_all(unknown, self._upload.visit_entry_id)
        return self._renew(items) if answer.kind is Kind.MISSING else answer

    def _renew(self, items: Sequence[Item]) -> Answer:
        """Send the whole context as if the server knew nothing: harmless, and right after a server was emptied."""
        for item in items:
            self._sender.known.pop(item.key, None)
        self._is_fresh = True
        return self._sender.send_all(items, self._upload.visit_entry_id)

    def _deliver(self, entry: OutboxEntry) -> None:
        """One event. A refusal is answered and the others go on; what must wait is left unanswered."""
        advice, known = entry.payload, self._sender.known
        if self._unfit[entry.id]:
            self._settle(entry.id, Verdict.REFUSED, said=self._unfit[entry.id])
            return
        answer = self._correct(entry.id, advice) if advice["corrects"] else self._tell(entry.id, advice)
        if answer is None:
            return
        if answer.kind is not Kind.DONE:
            self._refuse(entry.id, answer)
            return
        is_void = advice.get("outcome") == Outcome.ENTERED_IN_ERROR
        found = known[event_key(self._dialect, advice, advice["corrects"] if is_void else "")]
        known[event_key(self._dialect, advice)] = found
        self._accept(entry.id, found)

    def _tell(self, about: str, advice: Mapping[str, Any]) -> Answer:
        return self._send_event(event_items(self._dialect, self._upload.visit, advice), about)

    def _send_event(self, items: Sequence[Item], about: str) -> Answer:
        """The event bundle; once more with the context made new when the server misses something in it."""
        answer = self._sender.send(items, about)
        if answer.kind is Kind.MISSING and not self._is_fresh:
            answer = self._renew(self._context_items())
            if answer.kind is Kind.DONE:
                answer = self._sender.send(items, about)
        return answer

    def _correct(self, about: str, advice: Mapping[str, Any]) -> Answer | None:
        """Steps 9A and 9B of `fhir.md` section 8; None while the server does not have the record to be corrected.

        A record entered in error is marked first and explained after, so that it stops being read as soon as possible.
        """
        old_id = advice["corrects"]
        old = self._sender.reference_of(resource_type_of(advice), event_key(self._dialect, advice, old_id), about)
        if not old:
            return None
        beside = []
        if has_teach_back(advice):
            keys = (teach_back_key(self._dialect, old_id), adjustments_key(self._dialect, old_id))
            beside = [found for key in keys if (found := self._sender.reference_of("Observation", key, about))]
        if advice.get("outcome") != Outcome.ENTERED_IN_ERROR:
            answer = self._tell(about, advice)
            return self._mark([old, *beside], about) if answer.kind is Kind.DONE else answer
        answer = self._mark([old, *beside], about)
        if answer.kind is not Kind.DONE:
            return answer
        return self._send_event([nullifying_item(self._dialect, self._upload.visit, advice)], about)

    def _mark(self, gone: Sequence[str], about: str) -> Answer:
        """Mark a record, then the teach-back and the adjustments that belong to it; stop where the server does."""
        first, *rest = gone
        answer = self._sender.mark(first, about)
        return self._mark(rest, about) if answer.kind is Kind.DONE and rest else answer

    def _refuse(self, entry_id: str, answer: Answer) -> None:
        """Put it before a person, unless the server only stumbled: then it waits, and others go on."""
        if answer.kind in {Kind.BUSY, Kind.STUMBLED}:
            if not self._others_pass():
                raise TryLaterError(answer.said, wait_s=answer.wait_s)
            self._stumbles[entry_id] += 1 if answer.kind is Kind.STUMBLED else BUSY_COUNTS
            if self._stumbles[entry_id] >= STUMBLES:
                self._settle(entry_id, Verdict.REFUSED, said=FAILS_ALWAYS)
            return
        said = SEVERAL if answer.kind is Kind.CHANGED else answer.said or NOT_ACCEPTED
        self._settle(entry_id, Verdict.REFUSED, said=said)

    def _others_pass(self) -> bool:
        """Whether the server works otherwise: something passed in this parcel, or the first of its context does."""
        if not self._sender.has_passed:
            self._sender.send(self._context_items()[:1], self._upload.visit_entry_id)
        return self._sender.has_passed

    def _accept(self, entry_id: str, reference: str) -> None:
        del self._stumbles[entry_id]
        self._settle(entry_id, Verdict.ACCEPTED, reference=reference)

    def _settle(self, entry_id: str, verdict: Verdict, *, reference: str = "", said: str = "") -> None:
        self.answers.append(EntryAnswer(entry_id, verdict, reference, said))
        self._answered(entry_id)

    def _context_items(self) -> tuple[Item, ...]:
        """The context of the entries that can be sent; the others are refused one by one."""
        fit = [entry.payload for entry in self._entries if not self._unfit[entry.id]]
        return context_items(self._dialect, self._upload.visit, fit)

    def _why_unfit(self, advice: Mapping[str, Any]) -> str:
        """Why this record must not be sent, or nothing.

        Advice on domestic abuse never becomes an ordinary record; should one ever arrive here, it goes no further
        (`fhir.md` section 1, decision 8).
        """
        if advice.get("topic") == Topic.DOMESTIC_ABUSE:
            return STAYS
        if _is_newer(advice):
            return NEWER
        try:
            event_items(self._dialect, self._upload.visit, advice)
            context_items(self._dialect, self._upload.visit, [advice])
        except _UNREADABLE:
            return UNREADABLE
        return ""


def _is_newer(payload: Mapping[str, Any]) -> bool:
    return isinstance(payload.get("form"), int) and payload["form"] > FORM
