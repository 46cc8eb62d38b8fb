"""A visit being held, as the JSON it is kept in. Keys are a promise: a draft may be older than the kit."""

from __future__ import annotations

from datetime import date
from typing import Any

from kit.domain.advice import HowFar, Outcome, Reason, TextGiven, Topic, Understanding, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.visit import Attended, Contact, JointWorker, Presence, ReachBy, Room, Tick, TriedBy, VisitDraft
from kit.store.columns import instant_of, instant_text


def draft_body(draft: VisitDraft) -> dict[str, Any]:
    """The draft as plain JSON."""
    return {
        "contact": draft.contact.value,
        "place_id": draft.place_id,
        "started_at": instant_text(draft.started_at),
        "worker": draft.worker,
        "room": draft.room.value,
        "presences": [
            {
                "carer_id": one.carer_id,
                "attended": one.attended.value,
                "reach_by": one.reach_by.value if one.reach_by else None,
            }
            for one in draft.presences
        ],
        "children_seen": list(draft.children_seen),
        "ticks": [_tick_body(tick) for tick in draft.ticks],
        "joint_workers": [{"name": one.name, "role": one.role} for one in draft.joint_workers],
        "tried_by": draft.tried_by.value if draft.tried_by else None,
        "noticed": draft.noticed,
        "next_step": draft.next_step,
        "next_on": draft.next_on.isoformat() if draft.next_on else None,
    }


def draft_of(draft_id: str, family_id: str, body: dict[str, Any]) -> VisitDraft:
    """The draft kept under this id, for this family."""
    return VisitDraft(
        id=draft_id,
        family_id=family_id,
        contact=Contact(body["contact"]),
        place_id=body["place_id"],
        started_at=instant_of(body["started_at"]),
        worker=body["worker"],
        room=Room(body["room"]),
        presences=tuple(
            Presence(one["carer_id"], Attended(one["attended"]), ReachBy(one["reach_by"]) if one["reach_by"] else None)
            for one in body["presences"]
        ),
        children_seen=tuple(body["children_seen"]),
        ticks=tuple(_tick_of(tick) for tick in body["ticks"]),
        joint_workers=tuple(JointWorker(one["name"], one["role"]) for one in body.get("joint_workers", ())),
        tried_by=TriedBy(body["tried_by"]) if body.get("tried_by") else None,
        noticed=body.get("noticed", ""),
        next_step=body.get("next_step", ""),
        next_on=date.fromisoformat(body["next_on"]) if body.get("next_on") else None,
    )


def _tick_body(tick: Tick) -> dict[str, Any]:
    return {
        "carer_id": tick.carer_id,
        "topic": tick.topic.value,
        "resource_id": tick.text.resource_id,
        "version": tick.text.version,
        "variant": tick.text.variant,
        "language": tick.text.language,
        "digest": tick.text.digest,
        "outcome": tick.outcome.value,
        "at": instant_text(tick.at),
        "ways": [way.value for way in tick.ways],
        "reason": tick.reason.value if tick.reason else None,
        "understanding": tick.understanding.value if tick.understanding else None,
        "met": [[one.need.value, one.how.value] for one in tick.met],
        "note": tick.note,
        "how_far": [tick.how_far.seen, tick.how_far.of] if tick.how_far else None,
    }


def _tick_of(body: dict[str, Any]) -> Tick:
    return Tick(
        carer_id=body["carer_id"],
        topic=Topic(body["topic"]),
        text=TextGiven(body["resource_id"], body["version"], body["variant"], body["language"], body["digest"]),
        outcome=Outcome(body["outcome"]),
        at=instant_of(body["at"]),
        ways=tuple(Way(way) for way in body["ways"]),
        reason=Reason(body["reason"]) if body["reason"] else None,
        understanding=Understanding(body["understanding"]) if body["understanding"] else None,
        met=tuple(NeedMet(NeedKind(need), MetHow(how)) for need, how in body.get("met", ())),
        note=body.get("note", ""),
        how_far=HowFar(*body["how_far"]) if body.get("how_far") else None,  # not in drafts of the first kit
    )
