"""A visit being held, as the JSON it is kept in. Keys are a promise: a draft may be older than the kit."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from kit.domain.advice import HowFar, Outcome, Reason, TextGiven, Topic, Understanding, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.plan import ActionOutcome, NewAction, NewReview, PlanDraft
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem, SleepLine, SleepSpace
from kit.domain.together import Tried
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
        "spaces": [_space_body(space) for space in draft.spaces],
        "plan": _plan_body(draft.plan),
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
        spaces=tuple(_space_of(space) for space in body.get("spaces", ())),
        plan=_plan_of(body["plan"]) if "plan" in body else PlanDraft(),
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
        "tried": [asdict(one) for one in tick.tried],
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
        tried=tuple(Tried.read(**one) for one in body.get("tried", ())),
    )


def _space_body(space: SleepSpace) -> dict[str, Any]:
    return {
        "place_id": space.place_id,
        "night": space.night.value,
        "at": instant_text(space.at),
        "lines": [
            {
                "item": line.item.value,
                "answer": line.answer.value,
                **asdict(line.agreed),
                "due_on": _day_text(line.agreed.due_on),
                "known": line.agreed.known.value if line.agreed.known else None,
            }
            for line in space.lines
        ],
        "conditions": [[condition.value, reply.value] for condition, reply in space.conditions],
    }


def _space_of(body: dict[str, Any]) -> SleepSpace:
    return SleepSpace(
        place_id=body["place_id"],
        night=Night(body["night"]),
        at=instant_of(body["at"]),
        lines=tuple(_sleep_line_of(line) for line in body["lines"]),
        conditions=tuple((Condition(condition), Reply(reply)) for condition, reply in body["conditions"]),
    )


def _sleep_line_of(body: dict[str, Any]) -> SleepLine:
    known = Known(body["known"]) if body["known"] else None
    words = {key: body[key] for key in ("what", "who", "missing", "asked_from")}
    agreed = Agreed(**words, due_on=_day_of(body["due_on"]), known=known)
    return SleepLine(SleepItem(body["item"]), SleepAnswer(body["answer"]), agreed)


def _plan_body(plan: PlanDraft) -> dict[str, Any]:
    return {
        "actions": [
            {**asdict(action), "at": instant_text(action.at), "due_on": _day_text(action.due_on)}
            for action in plan.actions
        ],
        "reviews": [
            {
                "action_id": review.action_id,
                "outcome": review.outcome.value,
                "at": instant_text(review.at),
                "note": review.note,
            }
            for review in plan.reviews
        ],
        "words": plan.words,
        "words_of": plan.words_of,
    }


def _plan_of(body: dict[str, Any]) -> PlanDraft:
    return PlanDraft(
        actions=tuple(
            NewAction(**{**one, "at": instant_of(one["at"]), "due_on": _day_of(one["due_on"])})
            for one in body["actions"]
        ),
        reviews=tuple(
            NewReview(one["action_id"], ActionOutcome(one["outcome"]), instant_of(one["at"]), one["note"])
            for one in body["reviews"]
        ),
        words=body["words"],
        words_of=body["words_of"],
    )


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
