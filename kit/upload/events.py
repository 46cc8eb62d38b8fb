"""One event as FHIR: advice with its teach-back, or what `home` makes; and Provenance of corrections (section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.domain.advice import Outcome, Reason, Understanding, ordinary_reason
from kit.domain.carer import MetHow
from kit.service.parcels import ACTION, SLEEP_SPACE
from kit.upload import codes
from kit.upload.bundle import Item, derived_id, reference
from kit.upload.home import action_item, action_key, sleep_item, sleep_key
from kit.upload.people import carer_key, context_of, identifier, organisation_key, worker_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.upload.codes import Dialect, Json

WHY_NOT_SENT = "Corrected by the worker, who kept the reason."
"""Said in place of the worker's own words: free text is not uploaded unless it is turned on (`fhir.md` section 3)."""


def event_items(dialect: Dialect, visit: Mapping[str, Any], event: Mapping[str, Any]) -> tuple[Item, ...]:
    """The record, the teach-back when something was given, and what it corrects (`fhir.md` section 8, 4 and 9A)."""
    kind = event.get("record", ADVICE)
    makers = {ADVICE: _communication, SLEEP_SPACE: sleep_item, ACTION: action_item}
    items = [makers[kind](dialect, visit, event)]
    if kind == ADVICE and event["outcome"] == Outcome.GIVEN:
        items.append(_teach_back(dialect, visit, event))
        items += _adjustments(dialect, visit, event)
    if event["corrects"]:
        items.append(_provenance(dialect, visit, event, event["id"], codes.REVISED, event["corrects"]))
    return tuple(items)


ADVICE = "advice"
"""What a payload is of that does not say it."""


def event_key(dialect: Dialect, event: Mapping[str, Any], event_id: str = "") -> str:
    """How this event is known, or another of the same kind: by the UUID it got on the laptop."""
    keys = {ADVICE: advice_key, SLEEP_SPACE: sleep_key, ACTION: action_key}
    return keys[event.get("record", ADVICE)](dialect, event_id or event["id"])


def resource_type_of(event: Mapping[str, Any]) -> str:
    """What this event is on a server."""
    return {ADVICE: "Communication", SLEEP_SPACE: "Observation", ACTION: "Task"}[event.get("record", ADVICE)]


def has_teach_back(event: Mapping[str, Any]) -> bool:
    """Whether a check of understanding may belong to it."""
    return bool(event.get("record", ADVICE) == ADVICE)


def nullifying_item(dialect: Dialect, visit: Mapping[str, Any], advice: Mapping[str, Any]) -> Item:
    """The Provenance of a record entered in error: nothing takes its place."""
    return _provenance(dialect, visit, advice, advice["corrects"], codes.NULLIFIED)


def advice_key(dialect: Dialect, advice_id: str) -> str:
    """How a piece of advice is known: by the UUID it got on the laptop."""
    return dialect.key("advice-event", advice_id)


def teach_back_key(dialect: Dialect, advice_id: str) -> str:
    """How the check of understanding that belongs to a piece of advice is known."""
    return dialect.key("teach-back", derived_id("teach-back", advice_id))


def adjustments_key(dialect: Dialect, advice_id: str) -> str:
    """How what was done for the carer's needs, with a piece of advice, is known."""
    return dialect.key("adjustment", derived_id("adjustment", advice_id))


def _communication(dialect: Dialect, visit: Mapping[str, Any], advice: Mapping[str, Any]) -> Item:
    """Advice given is completed; advice not given is not-done with its reason and carries no content."""
    key, is_given = advice_key(dialect, advice["id"]), advice["outcome"] == Outcome.GIVEN
    made: Json = {
        "resourceType": "Communication",
        "meta": dialect.meta("Communication", is_labelled=True),
        "identifier": [identifier(key)],
        "instantiatesUri": [_canonical(dialect, advice)],
        "status": _STATUS.get(advice["outcome"], "unknown"),
        "category": [{"coding": [codes.ADVICE_GIVEN]}, {"coding": [codes.INSTRUCTION]}],
        **context_of(dialect, visit, advice),
        "topic": dialect.concept("advice-topic", codes.TOPICS, advice["topic"]),
        "sent": advice["occurred_at"],
        "recipient": [reference(carer_key(dialect, advice["carer_id"], advice["child_id"]))],
        "sender": reference(worker_key(dialect, visit, advice["worker"])),
    }
    if is_given:
        made |= {"medium": _media(dialect, advice), "received": advice["occurred_at"]}
        made["payload"] = [{"contentAttachment": _attachment(dialect, advice)}]
    elif advice["reason"]:
        reason = ordinary_reason(Reason(advice["reason"]))
        made["statusReason"] = dialect.concept("not-given-reason", codes.REASONS, str(reason))
    return Item(key, made)


_STATUS = {Outcome.GIVEN: "completed", Outcome.NOT_GIVEN: "not-done"}
"""Communication.status (required binding); an outcome from a newer version is "unknown"."""


def _teach_back(dialect: Dialect, visit: Mapping[str, Any], advice: Mapping[str, Any]) -> Item:
    """What the carer showed; a nod is "not performed". Its focus names the Communication (`fhir.md` section 3)."""
    key = teach_back_key(dialect, advice["id"])
    carer = reference(carer_key(dialect, advice["carer_id"], advice["child_id"]))
    understanding = advice["understanding"] or Understanding.NOT_CHECKED
    if understanding == Understanding.NOT_CHECKED:
        result = {"dataAbsentReason": {"coding": [codes.NOT_PERFORMED], "text": "Not checked"}}
    else:
        result = {"valueCodeableConcept": dialect.concept("teach-back-result", codes.UNDERSTANDINGS, understanding)}
    made: Json = {
        "resourceType": "Observation",
        "meta": dialect.meta("Observation", is_labelled=True),
        "identifier": [identifier(key)],
        "status": "final",
        "category": [{"coding": [codes.SURVEY]}],
        "code": {"coding": [dialect.local("observation", "teach-back", "Understanding checked (teach-back)")]},
        **context_of(dialect, visit, advice),
        "focus": [carer, reference(advice_key(dialect, advice["id"]))],
        "effectiveDateTime": advice["occurred_at"],
        "performer": [reference(worker_key(dialect, visit, advice["worker"]))],
        **result,
    }
    return Item(key, made)


def _adjustments(dialect: Dialect, visit: Mapping[str, Any], advice: Mapping[str, Any]) -> list[Item]:
    """Which needs of the carer the advice met, and how (`fhir.md` section 3); none when there was no need."""
    met = [one for one in advice.get("met", ()) if one["how"] != MetHow.NOT_MET]
    if not met:
        return []
    carer = reference(carer_key(dialect, advice["carer_id"], advice["child_id"]))
    key = adjustments_key(dialect, advice["id"])
    made: Json = {
        "resourceType": "Observation",
        "meta": dialect.meta("Observation", is_labelled=True),
        "identifier": [identifier(key)],
        "status": "final",
        "code": {"coding": [dialect.local("observation", "adjustments-made", "Reasonable adjustments made")]},
        **context_of(dialect, visit, advice),
        "focus": [carer, reference(advice_key(dialect, advice["id"]))],
        "effectiveDateTime": advice["occurred_at"],
        "performer": [reference(worker_key(dialect, visit, advice["worker"]))],
        "component": [_adjustment(dialect, one["need"], one["how"]) for one in met],
    }
    return [Item(key, made)]


def _adjustment(dialect: Dialect, need: str, how: str) -> Json:
    """What was done, and the need it met in the national words where there are any."""
    done = dialect.concept("adjustment", codes.MET_BY, how)
    national = codes.NEEDS.get(need)
    value = {"coding": [national], "text": national["display"]} if national else {"text": done["text"]}
    return {"code": done, "valueCodeableConcept": value}


def _provenance(
    dialect: Dialect, visit: Mapping[str, Any], advice: Mapping[str, Any], target: str, activity: Json, old: str = ""
) -> Item:
    """Who corrected what, when and why. It has no identifier in R4, so a tag is its key (`fhir.md` section 6)."""
    key = dialect.key("provenance", derived_id("provenance", advice["id"]))
    system, _, code = key.partition("|")
    organisation = organisation_key(dialect, visit)
    agent: Json = {"type": {"coding": [codes.AUTHOR]}, "who": reference(worker_key(dialect, visit, advice["worker"]))}
    if organisation:
        agent["onBehalfOf"] = reference(organisation)
    why = advice["why"].strip() if dialect.sends_free_text else ""
    made: Json = {
        "resourceType": "Provenance",
        "meta": {**dialect.meta("Provenance", is_labelled=True), "tag": [{"system": system, "code": code}]},
        "target": [reference(event_key(dialect, advice, target))],
        "recorded": advice["recorded_at"],
        "activity": {"coding": [activity]},
        "reason": [{"text": why or WHY_NOT_SENT}],
        "agent": [agent],
    }
    if old:
        made["entity"] = [{"role": "revision", "what": reference(event_key(dialect, advice, old))}]
    return Item(key, made, is_tagged=True)


def _media(dialect: Dialect, advice: Mapping[str, Any]) -> list[Json]:
    """One for the form and one for each way, easy read being no way of the national list (`fhir.md` section 3)."""
    form = str(advice["variant"]).partition(".")[0]
    ways = [dialect.concept("advice-format", codes.WAYS, way) for way in advice["ways"]]
    return [dialect.concept("advice-format", codes.FORMS, form), *ways]


def _canonical(dialect: Dialect, advice: Mapping[str, Any]) -> str:
    """Which resource in which variant and version, as one address."""
    return f"{dialect.namespace}/advice-resource/{advice['resource_id']}-{advice['variant']}|{advice['version']}"


def _attachment(dialect: Dialect, advice: Mapping[str, Any]) -> Json:
    """The exact words, named by the SHA-256 of their text in the address; Attachment.hash would have to be SHA-1."""
    name, title = f"{advice['resource_id']}-{advice['variant']}", advice["resource_id"].replace("-", " ").capitalize()
    return {
        "contentType": "text/markdown",
        "language": advice["language"],
        "url": f"{dialect.namespace}/advice-resource/{name}/{advice['version']}#sha256-{advice['digest']}",
        "title": f"{title} ({advice['variant'].replace('.', ', ')}, version {advice['version']})",
    }
