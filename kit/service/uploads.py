"""Sending what waits: one visit a parcel, so that one bad record never blocks another family."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RefusedError, TryLaterError
from kit.domain.identity import new_id
from kit.domain.outbox import EntryAnswer, EntryKind, EntryState, OutboxEntry, Receipt, Upload, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from kit.domain.family import Family
    from kit.service.ports import Clock, Courier, Records


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One visit or deed of correcting in the outbox, with what belongs to it.

    Attributes:
        state: needs you before waiting before received before withdrawn.
        records: how many records it holds.
        said: what the server said, when it needs you.
        settled_at: when the last of it was received or refused.
    """

    entry_ids: tuple[str, ...]
    kind: EntryKind
    family: Family
    state: EntryState
    made_at: datetime
    records: int
    said: str = ""
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxView:
    """Everything the outbox page shows. Held back is a number without names."""

    lines: tuple[OutboxLine, ...]
    waiting: int
    received: int
    needs_you: int
    held_back: int
    server: str


_ORDER = {EntryState.NEEDS_YOU: 0, EntryState.WAITING: 1, EntryState.RECEIVED: 2, EntryState.WITHDRAWN: 3}


def outbox_view(records: Records) -> OutboxView:
    """The outbox as it stands: states come from receipts, counts from the entries themselves."""
    with records:
        kept = records.outbox()
        families = {family.id: family for family in records.families()}
        held, server = records.restricted.held_back(), records.settings().server_url
    groups: dict[tuple[str, datetime | None], list[tuple[OutboxEntry, EntryState, str, datetime | None]]] = {}
    for one in kept:
        is_correction = one[0].kind is EntryKind.CORRECTION
        groups.setdefault((one[0].visit_id, one[0].made_at if is_correction else None), []).append(one)
    lines = [_line(group, families) for group in groups.values()]
    states = [state for _, state, _, _ in kept]
    return OutboxView(
        lines=tuple(sorted(lines, key=lambda line: (_ORDER.get(line.state, 1), -line.made_at.timestamp()))),
        waiting=states.count(EntryState.WAITING),
        received=states.count(EntryState.RECEIVED),
        needs_you=states.count(EntryState.NEEDS_YOU),
        held_back=held,
        server=server,
    )


def _line(
    group: Sequence[tuple[OutboxEntry, EntryState, str, datetime | None]], families: dict[str, Family]
) -> OutboxLine:
    first = min((entry for entry, _, _, _ in group), key=lambda entry: (entry.kind is not EntryKind.VISIT, entry.id))
    state = min((state for _, state, _, _ in group), key=lambda state: _ORDER.get(state, 1))
    settled = [at for _, _, _, at in group if at is not None]
    return OutboxLine(
        entry_ids=tuple(entry.id for entry, _, _, _ in group),
        kind=first.kind,
        family=families[first.family_id],
        state=state,
        made_at=first.made_at,
        records=len(group),
        said=next((said for _, one, said, _ in group if one is EntryState.NEEDS_YOU), ""),
        settled_at=max(settled) if settled and state is not EntryState.WAITING else None,
    )


def next_upload(records: Records, clock: Clock, skip: frozenset[str] = frozenset()) -> Upload | None:
    """The oldest visit with something waiting, as one frozen parcel; None when nothing can go.

    Advice about a visit that the server refused stays where it is until a person has dealt with the visit.

    Args:
        records: where the outbox is.
        clock: gives the parcel its id.
        skip: ids of visits already tried in this round.

    Raises:
        RefusedError: no server address is set.
    """
    with records:
        settings = records.settings()
        by_visit: dict[str, list[OutboxEntry]] = {}
        for entry in records.waiting():
            by_visit.setdefault(entry.visit_id, []).append(entry)
        ready = (one for one in by_visit if one not in skip and records.state(one) is not EntryState.NEEDS_YOU)
        visit_id = next(ready, None)
        if visit_id is None:
            return None
        if not settings.server_url:
            message = "No server address is set. Everything is kept on this laptop. Set the address in Settings."
            raise RefusedError(message)
        visit = records.entry(visit_id)
        rest = [entry for entry in by_visit[visit_id] if entry.id != visit_id]
        corrected = {entry.payload["corrects"] for entry in rest if entry.payload.get("corrects")}
        return Upload(
            id=new_id(clock.now()),
            server=settings.server_url,
            visit_entry_id=visit.id,
            visit=visit.payload,
            is_visit_known=records.state(visit.id) is EntryState.RECEIVED,
            entries=tuple(sorted(rest, key=_corrections_last)),
            known=tuple(records.references(settings.server_url)),
            withheld=frozenset(one for one in (visit.id, *corrected) if records.state(one) is EntryState.WITHDRAWN),
        )


def _corrections_last(entry: OutboxEntry) -> tuple[bool, datetime, str]:
    return entry.kind is EntryKind.CORRECTION, entry.made_at, entry.id


def count_waiting(records: Records) -> int:
    """How many entries wait to be sent."""
    with records:
        return len(records.waiting())


def keep_receipt(records: Records, receipt: Receipt) -> None:
    """Keep a receipt: one transaction, after which the entries it names are settled.

    What was withdrawn while the parcel was on its way needs nobody when the server refused it; when the server took it,
    its correction waits to be sent.
    """
    with records:
        answers = tuple(one for one in receipt.answers if not _is_refused_anyway(records, one))
        records.keep_receipt(replace(receipt, answers=answers))
        records.commit()


def _is_refused_anyway(records: Records, answer: EntryAnswer) -> bool:
    return answer.verdict is Verdict.REFUSED and records.state(answer.entry_id) is EntryState.WITHDRAWN


def retry_entries(records: Records, entry_ids: Sequence[str]) -> None:
    """Let refused entries wait again, after a person has dealt with what was wrong."""
    with records:
        for entry_id in entry_ids:
            records.retry(entry_id)
        records.commit()


@dataclass(frozen=True, slots=True)
class UploadRound:
    """What one round of sending came to. `stopped` says why it ended early, or is empty."""

    accepted: int
    refused: int
    left: int
    stopped: str = ""
    wait_s: float | None = None


def send_all(
    records: Records, courier: Courier, clock: Clock, answered: Callable[[int, int], None] | None = None
) -> UploadRound:
    """Send everything that waits, visit by visit, on one thread. The screens do the same across two threads.

    Args:
        records: where the outbox is.
        courier: carries each parcel.
        clock: the time.
        answered: hears how many entries were answered, of how many.
    """
    with records:
        total = len(records.waiting())
    accepted = refused = 0
    tried: set[str] = set()

    def round_so_far(stopped: str = "", wait_s: float | None = None) -> UploadRound:
        left = max(0, total - accepted - refused)  # a withdrawn visit may turn out to be there: answered, not waiting
        return UploadRound(accepted, refused, left, stopped, wait_s)

    while True:
        try:
            upload = next_upload(records, clock, frozenset(tried))
            if upload is None:
                return round_so_far()
            tried.add(upload.visit_entry_id)
            receipt = courier.send(upload)
        except (TryLaterError, RefusedError) as error:
            wait_s = error.wait_s if isinstance(error, TryLaterError) else None
            return round_so_far(str(error), wait_s)
        keep_receipt(records, receipt)
        accepted += sum(answer.verdict is Verdict.ACCEPTED for answer in receipt.answers)
        refused += sum(answer.verdict is Verdict.REFUSED for answer in receipt.answers)
        if answered:
            answered(accepted + refused, total)
        if receipt.stopped:
            return round_so_far(receipt.stopped)
