"""Sensitive advice to one carer: straight into the restricted records, never through the draft of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Audience, Outcome, Reason, TextGiven, Understanding, Way, check_advice
from kit.domain.dates import long_date
from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.identity import new_id
from kit.domain.restricted import RestrictedAdvice, RestrictedReason, SafeContact
from kit.domain.safety import check_in_use, may_list
from kit.domain.visit import Room
from kit.domain.wording import say

if TYPE_CHECKING:
    from kit.domain.advice import Resource, VariantKey
    from kit.domain.carer import Carer
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class PrivateAdvice:
    """What one carer was given, alone.

    Attributes:
        resource_id: a sensitive resource, in the variant `key`.
        kept_where: where they said they keep what was left with them; asked each time.
    """

    carer_id: str
    resource_id: str
    key: VariantKey
    ways: tuple[Way, ...]
    understanding: Understanding = Understanding.NOT_CHECKED
    kept_where: str = ""


def give_private_advice(
    records: Records, library: Library, clock: Clock, family_id: str, given: PrivateAdvice, room: Room
) -> RestrictedAdvice:
    """Record sensitive advice given to one carer who was alone.

    Args:
        records: where the restricted layer is.
        library: the compiled library.
        clock: the time.
        family_id: the family the carer belongs to.
        given: what was given.
        room: the answer of the room gate.

    Raises:
        RuleError: somebody else could see or hear, or paper was left without asking where it is kept.
    """
    resource = library.resource(given.resource_id)
    check_in_use(resource)
    if not may_list(resource, room):
        message = "Someone else may see or hear this. Record it another time, or as not safe."
        raise RuleError(message, field="room")
    leaves_paper = {Way.PRINTED, Way.READY_MADE, Way.NUMBER_ONLY} & set(given.ways)
    if leaves_paper and not given.kept_where.strip():
        message = "Is it safe for them to keep anything? Say where they will keep it."
        raise RuleError(message, field="kept_where")
    check_advice(Outcome.GIVEN, given.ways, None, given.understanding)
    now = clock.now()
    with records:
        carer = records.family(family_id).carer(given.carer_id)
        record = RestrictedAdvice(
            id=new_id(now),
            carer_id=carer.id,
            text=TextGiven.of(library.variant(given.resource_id, given.key)),
            outcome=Outcome.GIVEN,
            occurred_at=now,
            recorded_at=now,
            worker=records.settings().worker_name,
            ways=given.ways,
            understanding=given.understanding,
            kept_where=checked_line(given.kept_where, "kept_where", what="The answer", required=False),
        )
        records.restricted.add(record)
        records.commit()
    return record


def not_safe_to_ask(records: Records, clock: Clock, family_id: str, carer_id: str) -> RestrictedReason:
    """Asking was not safe today: that is the record, and the next visit asks again. Never "denies"."""
    now = clock.now()
    with records:
        carer = records.family(family_id).carer(carer_id)
        record = RestrictedReason(new_id(now), carer.id, Reason.NOT_SAFE, now, now, records.settings().worker_name)
        records.restricted.add(record)
        records.commit()
    return record


def keep_safe_contact(
    records: Records, clock: Clock, family_id: str, carer_id: str, how: str, when: str, may_say: str
) -> SafeContact:
    """Keep how this carer can be reached safely. It shows on their private page and nowhere else.

    Raises:
        RuleError: a line is too long, or all of them are empty.
    """
    if not (how.strip() or when.strip() or may_say.strip()):
        message = "Say how, when, or what may be said."
        raise RuleError(message, field="how")
    now = clock.now()
    with records:
        kept = SafeContact(
            id=new_id(now),
            carer_id=records.family(family_id).carer(carer_id).id,
            how=checked_line(how, "how", what="How to reach them", required=False),
            when=checked_line(when, "when", what="When", required=False),
            may_say=checked_line(may_say, "may_say", what="What may be said", required=False),
            occurred_at=now,
            recorded_at=now,
            worker=records.settings().worker_name,
        )
        records.restricted.add(kept)
        records.commit()
    return kept


@dataclass(frozen=True, slots=True)
class PrivateRecord:
    """One record of the restricted layer as a person reads it: the title, or empty where it was not safe to ask."""

    record: RestrictedAdvice | RestrictedReason
    title: str = ""


@dataclass(frozen=True, slots=True)
class PrivateView:
    """The private page of one carer: what is on record, newest first, what may be shown, how to reach them safely."""

    carer: Carer
    records: tuple[PrivateRecord, ...]
    resources: tuple[Resource, ...]
    contact: SafeContact | None = None


def private_view(records: Records, library: Library, family_id: str, carer_id: str, room: Room) -> PrivateView:
    """What is kept of one carer apart, asked for by a worker who is alone with them.

    Raises:
        RuleError: somebody else could see or hear.
    """
    if room is not Room.ALONE:
        message = "Someone else may see or hear this. Open it another time."
        raise RuleError(message, field="room")
    with records:
        carer = records.family(family_id).carer(carer_id)
        kept = records.restricted.of_carer(carer_id)
        contact = records.restricted.safe_contact(carer_id)
    offered = tuple(one for one in library.resources() if one.is_sensitive and one.audience is Audience.CARER)
    titles = {one.id: one.title for one in (*library.resources(), *library.withdrawn())}
    lines = tuple(
        PrivateRecord(one, titles.get(one.text.resource_id, one.text.resource_id))
        if isinstance(one, RestrictedAdvice)
        else PrivateRecord(one)
        for one in reversed(kept)
    )
    return PrivateView(carer, lines, offered, contact)


def private_summary(view: PrivateView) -> str:
    """What is kept of this carer as plain text, for a secure record and nothing else; asked for by the worker."""
    head = f"Restricted. {view.carer.full_name}. For a secure record only."
    return "\n".join([head, "", *(_private_line(one) for one in view.records)])


def _private_line(one: PrivateRecord) -> str:
    record = one.record
    when = f"- {long_date(record.occurred_at.date())}, {record.occurred_at:%H:%M}"
    by = f" By {record.worker}." if record.worker else ""
    if isinstance(record, RestrictedReason):
        return f"{when}: not safe to ask. Ask again another time.{by}"
    ways = ", ".join(say(way).lower() for way in record.ways)
    understood = say(record.understanding or Understanding.NOT_CHECKED).lower()
    kept = f" Kept: {record.kept_where}." if record.kept_where else ""
    text = f"{record.text.variant}, version {record.text.version}"
    return f"{when}: {one.title} ({text}). How: {ways}. Understanding: {understood}.{kept}{by}"
