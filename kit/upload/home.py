"""A sleep check and an action of the plan as FHIR: Observation and Task (`fhir.md` section 3).

Only what is mapped there goes. What was agreed about a sleep space, the plain questions, whether an item was seen or
only told, the address, what became of an action and the parent's own words stay on the laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.domain.sleep import Night, SleepAnswer, SleepItem
from kit.upload import codes
from kit.upload.bundle import Item, reference
from kit.upload.people import carer_key, context_of, identifier, worker_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.upload.codes import Dialect, Json

ITEMS: Mapping[str, str] = {
    SleepItem.OWN_BED: "Cot or other own bed is as it should be",
    SleepItem.MATTRESS: "Mattress is firm and flat",
    SleepItem.BEDDING: "Bedding is as it should be",
    SleepItem.IN_THE_BED: "Nothing else is in the bed",
    SleepItem.SAME_ROOM: "Baby sleeps in the same room as an adult",
    SleepItem.TEMPERATURE: "Room is neither too warm nor too cold",
    SleepItem.SMOKE: "Nobody smokes there",
    SleepItem.SHARING: "Nobody shares the bed, a sofa or a chair",
}
"""Component codes: each is true when it is fine, and false when it is to change."""

NIGHTS: Mapping[str, str] = {Night.TONIGHT: "tonight", Night.TOMORROW: "tomorrow", Night.AWAY: "away from home"}

_FINE = {SleepAnswer.SEEN_FINE: True, SleepAnswer.TOLD_FINE: True, SleepAnswer.CHANGE: False}


def sleep_key(dialect: Dialect, check_id: str) -> str:
    """How a sleep check is known: by the UUID it got on the laptop."""
    return dialect.key("sleep-space", check_id)


def action_key(dialect: Dialect, action_id: str) -> str:
    """How an action is known: by the UUID it got on the laptop."""
    return dialect.key("action", action_id)


def sleep_item(dialect: Dialect, visit: Mapping[str, Any], check: Mapping[str, Any]) -> Item:
    """One Observation with a component for each item, answered or not asked."""
    key, night = sleep_key(dialect, check["id"]), check["night"]
    code = dialect.local("observation", "sleep-space-check", "Sleep space check")
    words = {**ITEMS, **{item: item for item in check["items"] if item not in ITEMS}}
    made: Json = {
        "resourceType": "Observation",
        "meta": dialect.meta("Observation", is_labelled=True),
        "identifier": [identifier(key)],
        "status": "final",
        "category": [{"coding": [codes.SURVEY]}],
        "code": {"coding": [code], "text": f"Sleep space: {NIGHTS.get(night, night)}"},
        **context_of(dialect, visit, check),
        "effectiveDateTime": check["occurred_at"],
        "performer": [reference(worker_key(dialect, visit, check["worker"]))],
        "component": [_component(dialect, item, text, check["items"].get(item)) for item, text in words.items()],
    }
    return Item(key, made)


def _component(dialect: Dialect, item: str, text: str, answer: str | None) -> Json:
    """Fine, to change, or absent; an item or an answer of a newer version is said in text or absent."""
    known = item in ITEMS
    code: Json = {"coding": [dialect.local("sleep-space-item", item, text)], "text": text} if known else {"text": text}
    is_fine = _FINE.get(SleepAnswer(answer)) if answer else None
    if is_fine is None:
        return {"code": code, "dataAbsentReason": {"coding": [codes.NOT_ASKED], "text": "Not asked"}}
    return {"code": code, "valueBoolean": is_fine}


def action_item(dialect: Dialect, visit: Mapping[str, Any], action: Mapping[str, Any]) -> Item:
    """One Task: accepted and planned; whose it is, and by when."""
    key, child, carer = action_key(dialect, action["id"]), action["child_id"], action["carer_id"]
    context = context_of(dialect, visit, action)
    made: Json = {
        "resourceType": "Task",
        "meta": dialect.meta("Task", is_labelled=True),
        "identifier": [identifier(key)],
        "status": "accepted",
        "intent": "plan",
        "description": _description(action),
        "for": context["subject"],
        "encounter": context["encounter"],
        "authoredOn": action["occurred_at"],
        "requester": reference(worker_key(dialect, visit, action["worker"])),
    }
    if carer:
        made["owner"] = reference(carer_key(dialect, carer, child))
    elif action["who"] == action["worker"]:
        made["owner"] = reference(worker_key(dialect, visit, action["worker"]))
    if action["due_on"]:
        made["restriction"] = {"period": {"end": action["due_on"]}}
    return Item(key, made)


def _description(action: Mapping[str, Any]) -> str:
    """What we want, and who does what."""
    who, does = action["who"].strip(), action["does"].strip()
    deed = f"{who}: {does}" if who and does else who or does
    return ". ".join(part for part in (action["want"].strip(), deed) if part)
