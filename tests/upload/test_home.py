"""Sleep checks and actions of the plan on their way: what goes, what stays, and corrections of them."""

import json
from dataclasses import replace

import fhirkit
import pytest

from kit.domain.outbox import EntryKind, OutboxEntry, Verdict
from kit.domain.plan import Action
from kit.domain.sleep import (
    Agreed,
    Condition,
    Known,
    Night,
    Reply,
    SleepAnswer,
    SleepCheck,
    SleepItem,
    SleepLine,
)
from kit.service.parcels import action_payload, sleep_payload
from kit.upload import events, home, people
from kit.upload.delivery import NEWER, UNREADABLE
from tests.upload import homes

DIALECT = homes.DIALECT
SECRETS = ("Denise’s sofa", "Baby bank", "smoking", "tired", "I saw it", "told-fine", "seen-fine")


def check(family, name="space", lines=None, **changes):
    agreed = Agreed("Denise’s sofa is out", "Denise", None, "Mattress", "Baby bank", Known.SEEN)
    usual = (
        SleepLine(SleepItem.OWN_BED, SleepAnswer.SEEN_FINE),
        SleepLine(SleepItem.SMOKE, SleepAnswer.TOLD_FINE),
        SleepLine(SleepItem.MATTRESS, SleepAnswer.CHANGE, agreed),
    )
    ids = (family.id(name), family.id("family"), family.id("visit"), family.id("noah"), "a-place", None)
    replies = ((Condition.SMOKING, Reply.YES),)
    when = {"occurred_at": homes.START, "recorded_at": homes.START, "worker": "Sam Whitfield"}
    return SleepCheck(
        *ids, Night.TONIGHT, **when, lines=usual if lines is None else lines, conditions=replies, **changes
    )


def action(family, name="action", **changes):
    values = {
        "want": "Noah has a cot",
        "who": "Jade",
        "carer_id": family.id("jade"),
        "does": "Rings the baby bank",
        "due_on": homes.START.date(),
        "sign": "We see it",
        "occurred_at": homes.START,
        "recorded_at": homes.START,
        "worker": "Sam Whitfield",
    }
    ids = (family.id(name), family.id("family"), family.id("visit"), family.id("noah"))
    return Action(*ids, **(values | changes))


def entry(made, **changes):
    is_check = isinstance(made, SleepCheck)
    kind = EntryKind.SLEEP_SPACE if is_check else EntryKind.ACTION
    kind = EntryKind.CORRECTION if made.corrects else kind
    payload = {**(sleep_payload if is_check else action_payload)(made), **changes}
    return OutboxEntry(made.id, kind, made.family_id, made.visit_id, made.recorded_at, payload)


def upload_of(family, url, *entries, **changes):
    return replace(family.upload(url, **changes), entries=entries)


def observation(family, record):
    [item] = events.event_items(DIALECT, family.visit_payload, sleep_payload(record))
    return item.resource


def task(family, record):
    [item] = events.event_items(DIALECT, family.visit_payload, action_payload(record))
    return item.resource


def test_a_sleep_check_is_one_observation_with_every_item():
    family = homes.Home()
    made = observation(family, check(family))
    assert fhirkit.validate(made) == []
    values = {
        part["code"]["coding"][0]["code"]: part.get("valueBoolean", part.get("dataAbsentReason", {}).get("text"))
        for part in made["component"]
    }
    assert values == {
        "own-bed": True,
        "mattress": False,
        "bedding": "Not asked",
        "in-the-bed": "Not asked",
        "same-room": "Not asked",
        "temperature": "Not asked",
        "smoke": True,
        "sharing": "Not asked",
    }
    assert made["code"]["coding"][0]["code"] == "sleep-space-check"
    assert made["identifier"][0]["system"].endswith("/Id/sleep-space")
    assert made["subject"]["reference"] == people.child_key(DIALECT, {"id": family.id("noah")})


def test_what_fhir_does_not_map_stays_on_the_laptop():
    family = homes.Home()
    text = json.dumps(observation(family, check(family)), ensure_ascii=False)
    assert not [word for word in SECRETS if word in text]
    assert "We see it" not in json.dumps(task(family, action(family)))


def test_an_item_or_answer_of_a_newer_kit_goes_as_text_or_absent():
    family = homes.Home()
    new = SleepLine(SleepItem("monitor"), SleepAnswer("half-fine"))
    part = observation(family, check(family, lines=(new,)))["component"][-1]
    assert part == {"code": {"text": "monitor"}, "dataAbsentReason": {"coding": [part_coding()], "text": "Not asked"}}


def part_coding():
    system = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
    return {"system": system, "code": "not-asked", "display": "Not Asked"}


def test_an_action_is_a_planned_task_for_the_child():
    family = homes.Home()
    made = task(family, action(family))
    assert fhirkit.validate(made) == []
    assert (made["status"], made["intent"]) == ("accepted", "plan")
    assert made["description"] == "Noah has a cot. Jade: Rings the baby bank"
    assert made["restriction"] == {"period": {"end": "2026-11-24"}}
    assert made["owner"]["reference"] == people.carer_key(DIALECT, family.id("jade"), family.id("noah"))


@pytest.mark.parametrize(("who", "has_owner"), [("Sam Whitfield", True), ("Baby bank", False), ("", False)])
def test_the_owner_is_a_carer_the_worker_or_said_in_words(who, has_owner):
    family = homes.Home()
    made = task(family, action(family, carer_id=None, who=who, due_on=None))
    assert fhirkit.validate(made) == []
    assert ("owner" in made, "restriction" in made) == (has_owner, False)


def test_both_arrive_with_their_context_and_once(server, courier):
    family = homes.Home()
    upload = upload_of(family, server.url, entry(check(family)), entry(action(family)))
    first, second = courier.send(upload), courier.send(upload)
    assert {answer.verdict for answer in first.answers} == {Verdict.ACCEPTED}
    assert first.answers == second.answers
    kinds = [answer.reference.partition("/")[0] for answer in first.answers]
    assert kinds == ["Encounter", "Observation", "Task"]
    for answer in first.answers:
        assert fhirkit.validate(server.read(answer.reference)) == []
        assert server.read(answer.reference)["meta"]["versionId"] == "1"


@pytest.mark.parametrize(("make", "kind"), [(check, "Observation"), (action, "Task")])
def test_a_correction_says_what_it_corrects_and_marks_the_old_one(server, courier, make, kind):
    family = homes.Home()
    mended = make(family, "mended", corrects=family.id("old"), why="Wrong row")
    upload = upload_of(family, server.url, entry(make(family, "old")), entry(mended))
    receipt = courier.send(upload)
    assert {answer.verdict for answer in receipt.answers} == {Verdict.ACCEPTED}
    key = home.sleep_key if kind == "Observation" else home.action_key
    old, new = (server.the(kind, key(DIALECT, family.id(name))) for name in ("old", "mended"))
    assert old["status"] == "entered-in-error"
    assert new["status"] in {"final", "accepted"}
    assert courier.send(upload).answers == receipt.answers


def test_a_correction_waits_until_the_server_has_what_it_corrects(server, courier):
    family = homes.Home()
    mended = check(family, "mended", corrects=family.id("old"), why="Wrong row")
    receipt = courier.send(upload_of(family, server.url, entry(mended)))
    assert [answer.entry_id for answer in receipt.answers] == [family.id("visit")]


def test_a_record_of_a_kind_this_kit_does_not_know_is_put_before_a_person(server, courier):
    family = homes.Home()
    strange, newer = entry(check(family), record="weather"), entry(action(family), form=99)
    answers = courier.send(upload_of(family, server.url, strange, newer)).answers
    assert [answer.said for answer in answers[1:]] == [UNREADABLE, NEWER]
