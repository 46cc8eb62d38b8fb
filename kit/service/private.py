"""Sensitive advice to one carer: straight into the restricted records, never through the draft of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Reason, TextGiven, Understanding, VariantKey, Way, check_advice
from kit.domain.errors import RuleError
from kit.domain.family import checked_line
from kit.domain.identity import new_id
from kit.domain.restricted import RestrictedAdvice, RestrictedReason
from kit.domain.safety import may_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.visit import Room
    from kit.service.ports import Clock, Library, Records


def give_private_advice(
    records: Records,
    library: Library,
    clock: Clock,
    family_id: str,
    carer_id: str,
    resource_id: str,
    key: VariantKey,
    *,
    room: Room,
    ways: Sequence[Way],
    understanding: Understanding | None = None,
    kept_where: str = "",
) -> RestrictedAdvice:
    """Record sensitive advice given to one carer who was alone.

    Args:
        records: where the restricted layer is.
        library: the compiled library.
        clock: the time.
        family_id: the family the carer belongs to.
        carer_id: the carer.
        resource_id: a sensitive resource.
        key: the variant given.
        room: the answer of the room gate.
        ways: how it was given.
        understanding: what the carer showed.
        kept_where: where they said they keep it; required when anything was left with them.

    Raises:
        RuleError: somebody else could see or hear, or paper was left without asking where it is kept.
    """
    resource = library.resource(resource_id)
    if not may_list(resource, room):
        message = "Someone else may see or hear this. Record it another time, or as not safe."
        raise RuleError(message, field="room")
    leaves_paper = {Way.PRINTED, Way.READY_MADE, Way.NUMBER_ONLY} & set(ways)
    if leaves_paper and not kept_where.strip():
        message = "Is it safe for them to keep anything? Say where they will keep it."
        raise RuleError(message, field="kept_where")
    check_advice(Outcome.GIVEN, ways, None, understanding)
    now = clock.now()
    with records:
        carer = records.family(family_id).carer(carer_id)
        record = RestrictedAdvice(
            id=new_id(now),
            carer_id=carer.id,
            text=TextGiven.of(library.variant(resource_id, key)),
            outcome=Outcome.GIVEN,
            occurred_at=now,
            recorded_at=now,
            worker=records.settings().worker_name,
            ways=tuple(ways),
            understanding=understanding or Understanding.NOT_CHECKED,
            kept_where=checked_line(kept_where, "kept_where", what="The answer", required=False),
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
