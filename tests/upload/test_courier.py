"""What the courier does when a server, a line or a record is not as it should be."""

import json
import logging
import socket
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from itertools import count
from types import SimpleNamespace

import pytest

from kit.domain.advice import Reason, Topic
from kit.domain.errors import RefusedError, TryLaterError
from kit.domain.outbox import Verdict
from kit.upload.courier import HttpCourier
from kit.upload.receiver import PracticeReceiver
from tests import fakes
from tests.upload import homes, servers
from tests.upload.servers import refuse, say

HTML = "<!doctype html><title>Welcome to Free WiFi</title>"
NAMES = ("Jade", "Noah", "Callum", "Ellison", "Whitfield")


def verdicts(receipt):
    return {answer.entry_id: answer.verdict for answer in receipt.answers}


def said(receipt, entry_id):
    [found] = [answer.said for answer in receipt.answers if answer.entry_id == entry_id]
    return found


@pytest.fixture
def upload(home, line):
    return home.upload(line.url, *home.three())


TROUBLES = {
    "captive portal": (say(200, HTML, Content_Type="text/html"), None),
    "garbage": (say(200, "{garbage"), None),
    "JSON of somebody else": (say(200, '{"portal": true}'), None),
    "nothing": (say(200, ""), None),
    "500": (say(500, "oh"), None),
    "502": (say(502, HTML), None),
    "503": (say(503, HTML, Retry_After="120"), 120),
    "429": (say(429, "", Retry_After="7"), 7),
    "511": (say(511, HTML), None),
    "400 of a proxy": (say(400, HTML), None),
    "202": (say(202, "", Content_Location="/later"), None),
    "a batch": (servers.change(lambda bundle: bundle | {"type": "batch-response"}), None),
    "fewer entries": (servers.change(lambda bundle: bundle | {"entry": bundle["entry"][1:]}), None),
    "no entries": (servers.change(lambda bundle: bundle | {"entry": None}), None),
    "entries of nothing": (servers.change(lambda bundle: bundle | {"entry": [{}] * len(bundle["entry"])}), None),
    "dropped": (servers.drop, None),
}


@pytest.mark.parametrize(("act", "wait_s"), TROUBLES.values(), ids=TROUBLES)
def test_a_server_in_trouble_is_asked_again_later(courier, line, upload, act, wait_s):
    line.on(*[act] * 2)
    with pytest.raises(TryLaterError) as caught:
        courier.send(upload)
    assert caught.value.wait_s == wait_s
    assert "later" in str(caught.value) or "again" in str(caught.value)
    line.heal()
    assert len(verdicts(courier.send(upload))) == 4


@pytest.mark.parametrize("status", [401, 403, 404, 405, 406, 407, 415, 501])
def test_a_server_that_takes_nothing_from_this_laptop_stops_the_round(courier, line, upload, status):
    line.on(say(status, HTML))
    with pytest.raises(RefusedError, match="kept on this laptop"):
        courier.send(upload)


def test_a_redirect_is_not_followed(courier, line, upload):
    with PracticeReceiver() as elsewhere:
        line.on(say(307, "", Location=elsewhere.base_url))
        with pytest.raises(RefusedError, match="not followed"):
            courier.send(upload)
        assert elsewhere.received() == {}


def test_no_server_at_all_is_asked_again_later(courier, home):
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}/fhir"
    with pytest.raises(TryLaterError, match="could not be reached"):
        courier.send(home.upload(address, *home.three()))


def test_a_server_that_never_answers_is_given_up(home):
    impatient = HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), timeout_s=0.2)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/fhir"
        with pytest.raises(TryLaterError, match="could not be reached"):
            impatient.send(home.upload(address, *home.three()))


def test_an_endless_answer_is_given_up(courier, line, upload):
    line.on(say(200, " " * (17 * 1024 * 1024)), method="GET", path="/fhir/metadata")
    with pytest.raises(TryLaterError):
        courier.send(upload)


def test_an_answer_that_drips_is_given_up(courier, upload, monkeypatch):
    """A clock that jumps stands in for a server that sends one byte now and then."""
    monkeypatch.setattr("kit.upload.wire.time", SimpleNamespace(monotonic=count(0, 20).__next__))
    with pytest.raises(TryLaterError, match="could not be reached"):
        courier.send(upload)


def test_what_was_answered_before_the_line_broke_is_kept(courier, home, line, upload):
    line.on(say(503, "", Retry_After="60"), about=home.id("unchecked"))
    receipt = courier.send(upload)
    assert list(verdicts(receipt)) == [home.id("visit"), home.id("told")]
    assert "kept on this laptop" in receipt.stopped
    assert receipt.references


@pytest.mark.parametrize("status", [400, 422])
def test_a_refused_record_names_the_field_and_nobody(courier, home, line, upload, status):
    line.on(refuse(status, "invariant", "Communication.recipient[0]"), about=home.id("told"))
    receipt = courier.send(upload)
    assert verdicts(receipt)[home.id("told")] is Verdict.REFUSED
    assert said(receipt, home.id("told")).endswith("It names the field Communication.recipient[0].")
    assert [*verdicts(receipt).values()].count(Verdict.ACCEPTED) == 3
    assert receipt.stopped == ""


def test_a_field_with_a_name_in_it_is_not_repeated(courier, home, line, upload):
    line.on(refuse(422, "value", "Patient.name.where(family='Ellison')"), about=home.id("told"))
    line.on(refuse(422, "value", "Jade Ellison"), about=home.id("unchecked"))
    receipt = courier.send(upload)
    for name in ("told", "unchecked"):
        assert "Ellison" not in said(receipt, home.id(name))


@pytest.mark.parametrize(("status", "code"), [(410, "deleted"), (412, "multiple-matches"), (413, "too-long")])
def test_a_record_that_only_a_person_can_mend_is_put_before_one(courier, home, line, upload, status, code):
    line.on(refuse(status, code), about=home.id("told"))
    receipt = courier.send(upload)
    assert verdicts(receipt)[home.id("told")] is Verdict.REFUSED
    assert not any(name in said(receipt, home.id("told")) for name in NAMES)


def test_a_refused_context_is_the_visits_and_the_rest_waits(courier, home, line, upload):
    line.on(refuse(422, "required", "Bundle.entry[2].resource.name"))
    receipt = courier.send(upload)
    assert verdicts(receipt) == {home.id("visit"): Verdict.REFUSED}
    assert receipt.stopped == ""
    assert len(verdicts(courier.send(upload))) == 4


def test_a_refused_context_of_a_visit_received_before_is_the_entries(courier, home, line):
    line.on(refuse(422, "required"))
    receipt = courier.send(home.upload(line.url, home.advice("late"), is_visit_known=True))
    assert verdicts(receipt) == {home.id("late"): Verdict.REFUSED}


def test_a_context_too_big_is_halved(courier, line, upload):
    line.on(refuse(413, "too-costly"))
    assert len(verdicts(courier.send(upload))) == 4
    assert [len(asked.json["entry"]) for asked in line.bundles[:3]] == [7, 3, 4]


def test_a_busy_record_is_tried_again_at_once(courier, home, line, upload, pauses):
    line.on(*[refuse(409, "conflict")] * 2, about=home.id("told"))
    assert len(verdicts(courier.send(upload))) == 4
    assert pauses == [0.1, 0.3]


def test_a_record_that_stays_busy_waits_and_is_put_before_a_person_after_eight_tries(courier, home, line, upload):
    line.on(*[refuse(409, "conflict")] * 8, about=home.id("told"))
    first, second = courier.send(upload), courier.send(upload)
    assert home.id("told") not in verdicts(first)
    assert first.stopped == ""
    assert verdicts(second)[home.id("told")] is Verdict.REFUSED


def test_a_record_a_server_fails_on_five_times_is_put_before_a_person(courier, home, line, upload):
    line.on(*[say(500, HTML)] * 5, about=home.id("told"))
    receipts = [courier.send(upload) for _ in range(5)]
    assert all(home.id("told") not in verdicts(receipt) for receipt in receipts[:4])
    assert all(receipt.stopped == "" for receipt in receipts)
    assert verdicts(receipts[4])[home.id("told")] is Verdict.REFUSED


def test_a_server_that_fails_on_everything_puts_nothing_before_a_person(courier, home, line):
    first = courier.send(home.upload(line.url, *home.three()))
    line.on(*[say(500, HTML)] * 20)
    late = home.upload(line.url, home.advice("late"), known=first.references, is_visit_known=True)
    for _ in range(10):
        with pytest.raises(TryLaterError):
            courier.send(late)


def test_one_record_alone_that_fails_is_tried_against_the_context(courier, home, line):
    first = courier.send(home.upload(line.url, *home.three()))
    late = home.upload(line.url, home.advice("late"), known=first.references, is_visit_known=True)
    line.on(*[say(500, HTML)] * 5, about=home.id("late"))
    assert [verdicts(courier.send(late)) for _ in range(5)][3:] == [{}, {home.id("late"): Verdict.REFUSED}]


def test_a_server_set_up_anew_is_told_the_context_again(courier, home, line, receiver):
    first = courier.send(home.upload(line.url, *home.three()))
    receiver.forget()
    late = home.upload(line.url, home.advice("late"), known=first.references, is_visit_known=True)
    receipt = courier.send(late)
    assert verdicts(receipt) == {home.id("late"): Verdict.ACCEPTED}
    assert receiver.received()["Patient"] == 1
    assert any(one.reference.startswith("Patient/") for one in receipt.references)


def test_the_context_is_told_again_only_once_a_parcel(courier, home, line):
    first = courier.send(home.upload(line.url, *home.three()))
    line.asked.clear()
    for name in ("late", "later"):
        line.on(*[refuse(400, "not-found")] * 4, about=home.id(name))
    records = (home.advice("late"), home.advice("later"))
    receipt = courier.send(home.upload(line.url, *records, known=first.references, is_visit_known=True))
    assert set(verdicts(receipt).values()) == {Verdict.REFUSED}
    about = [asked.headers["x-correlation-id"] for asked in line.bundles]
    assert about == [home.id("late"), home.id("visit"), home.id("late"), home.id("later")]


def test_a_mixture_in_one_answer_is_read_entry_by_entry(courier, home, line, upload):
    """Medplum without transactions: 200 outside, 400 or 404 inside, the rest kept."""

    def mixed(bundle):
        issue = {"code": "required", "expression": ["Observation.code"]}
        bundle["entry"][1] = {"response": {"status": "422", "outcome": {"issue": [issue]}}}
        return bundle

    line.on(servers.change(mixed), about=home.id("told"))
    receipt = courier.send(upload)
    assert said(receipt, home.id("told")).endswith("Observation.code.")


def test_a_server_that_does_not_say_where_it_put_things_is_searched(courier, line, upload, receiver):
    def silent(bundle):
        return bundle | {"entry": [{"response": {"status": one["response"]["status"]}} for one in bundle["entry"]]}

    line.on(*[servers.change(silent)] * 9)
    receipt = courier.send(upload)
    assert len(verdicts(receipt)) == 4
    searches = [asked for asked in line.asked if asked.path.endswith("/_search")]
    assert searches
    assert all("?" not in asked.path for asked in line.asked)
    assert {one.reference.partition("/")[2] for one in receipt.references} == {
        one["id"] for kind in receiver.received() for one in receiver.resources(kind)
    }


def test_an_old_record_changed_meanwhile_is_read_again_before_it_is_marked(courier, home, line, receiver):
    def meanwhile(asked, forward):
        forward(replace(asked, headers={k: v for k, v in asked.headers.items() if k != "if-match"}, body=_noted(asked)))
        return forward(asked)

    line.on(meanwhile, method="PUT", path="/fhir/Communication")
    courier.send(home.upload(line.url, home.advice("old"), home.correction("new", of="old")))
    [old] = [one for one in receiver.resources("Communication") if one["status"] == "entered-in-error"]
    assert (old["note"], old["meta"]["versionId"]) == ([{"text": "seen by a doctor"}], "3")


def _noted(asked):
    return json.dumps(asked.json | {"status": "completed", "note": [{"text": "seen by a doctor"}]}).encode()


def test_an_old_record_that_keeps_changing_waits(courier, home, line, receiver):
    line.on(*[refuse(412, "conflict")] * 4, method="PUT", path="/fhir/Communication")
    receipt = courier.send(home.upload(line.url, home.advice("old"), home.correction("new", of="old")))
    assert home.id("new") not in verdicts(receipt)
    assert receipt.stopped == ""


def test_an_old_record_without_an_etag_is_marked_by_its_version(courier, home, line, receiver):
    def bare(asked, forward):
        return replace(forward(asked), headers={})

    line.on(bare, bare, method="GET", path="/fhir/")
    courier.send(home.upload(line.url, home.advice("old"), home.correction("new", of="old")))
    marks = [asked.headers["if-match"] for asked in line.asked if asked.method == "PUT"]
    assert marks == ['W/"1"', 'W/"1"']


def test_an_old_record_deleted_there_is_put_before_a_person(courier, home, line):
    line.on(refuse(410, "deleted"), method="GET", path="/fhir/Communication")
    receipt = courier.send(home.upload(line.url, home.advice("old"), home.correction("new", of="old")))
    assert "deleted" in said(receipt, home.id("new"))


def test_a_correction_half_done_is_finished_the_next_time(courier, home, line, receiver):
    upload = home.upload(line.url, home.advice("old"), home.correction("new", of="old"))
    line.on(say(503), method="PUT", path="/fhir/")
    first = courier.send(upload)
    assert home.id("new") not in verdicts(first)
    assert verdicts(courier.send(upload))[home.id("new")] is Verdict.ACCEPTED
    statuses = sorted(one["status"] for one in receiver.resources("Communication"))
    assert statuses == ["completed", "entered-in-error"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fhirVersion": "5.0.0"}, "another version"),
        ({"rest": [{"mode": "server", "interaction": []}]}, "transactions"),
        ({"rest": [{"mode": "server", "interaction": [{"code": "transaction"}], "resource": [{"type": "X"}]}]}, "take"),
        ({"resourceType": "Patient"}, "address"),
    ],
    ids=["R5", "no transactions", "no patients", "no capabilities"],
)
def test_a_server_that_cannot_do_it_is_found_out_before_anything_is_sent(courier, line, upload, changes, sentence):
    line.on(servers.change(lambda content: content | changes), method="GET", path="/fhir/metadata")
    with pytest.raises(RefusedError, match=sentence):
        courier.send(upload)
    assert line.bundles == []


@pytest.mark.parametrize(
    "act", [say(200, HTML), say(503), say(500), say(200, '{"a": 1}')], ids=["HTML", "503", "500", "JSON"]
)
def test_a_server_whose_start_page_is_not_ours_is_asked_again_later(courier, line, upload, act):
    line.on(act, method="GET", path="/fhir/metadata")
    with pytest.raises(TryLaterError):
        courier.send(upload)
    assert line.bundles == []


def test_a_wrong_path_on_a_fhir_server_is_said_so(courier, home, receiver):
    with pytest.raises(RefusedError, match="check the address"):
        courier.send(home.upload(receiver.base_url + "/R4", *home.three()))


def test_a_server_is_asked_once_what_it_can_do(courier, line, upload):
    courier.send(upload)
    courier.send(upload)
    assert [asked.path for asked in line.asked].count("/fhir/metadata") == 1


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://fhir.example.nhs.uk/R4", "needs https"),
        ("http://127.0.0.1.example.org/fhir", "needs https"),
        ("http://10.0.0.1/fhir", "needs https"),
        ("https://sam:secret@fhir.example.nhs.uk/R4", "name or password"),
        ("fhir.example.nhs.uk/R4", "begins with https"),
        ("ftp://fhir.example.nhs.uk", "begins with https"),
        ("https://fhir.example.nhs.uk/R4?key=1", "not complete"),
        ("https://", "not complete"),
        ("http://[::1", "not complete"),
        ("https://fhir.example.nhs.uk:port/", "not complete"),
        ("", "not complete"),
    ],
)
def test_an_address_that_is_not_safe_is_refused_unsent(courier, home, address, sentence):
    with pytest.raises(RefusedError, match=sentence) as caught:
        courier.send(home.upload(address, *home.three()))
    assert "secret" not in str(caught.value)


def test_headers_are_those_of_the_mapping(courier, home, line, upload):
    courier.send(upload)
    courier.send(upload)
    told = [asked for asked in line.bundles if asked.headers["x-correlation-id"] == home.id("told")]
    assert {asked.headers["content-type"] for asked in told} == {"application/fhir+json"}
    assert {asked.headers["accept"] for asked in told} == {"application/fhir+json"}
    assert {asked.headers["prefer"] for asked in told} == {"return=minimal"}
    assert len({asked.headers["x-request-id"] for asked in told}) == 2
    assert all("authorization" not in asked.headers for asked in line.asked)


def test_a_token_that_has_run_out_is_replaced_once(line, upload):
    tokens = ["first", "second", "third"]
    courier = HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), token=lambda: tokens.pop(0))
    line.on(say(401))
    assert len(verdicts(courier.send(upload))) == 4
    bearers = [asked.headers["authorization"] for asked in line.bundles]
    assert bearers == ["Bearer first", *["Bearer second"] * 4]


def test_without_a_good_token_a_person_is_asked_to_sign_in(line, upload):
    courier = HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), token=lambda: "old")
    line.on(say(401), say(401))
    with pytest.raises(RefusedError, match="sign in"):
        courier.send(upload)


def test_nothing_about_anybody_is_logged_or_said(line, upload, home, caplog):
    caplog.set_level(logging.DEBUG)
    courier = HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), token=lambda: "secret-token")
    line.on(refuse(422, "value", "Communication.topic"), about=home.id("told"))
    receipt = courier.send(upload)
    logged = caplog.text + repr(receipt)
    assert logged
    assert not any(word in logged for word in (*NAMES, "secret-token", "2026-10-20"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"carer_id": ...}, "not complete"),
        ({"child_id": "nobody"}, "not complete"),
        ({"ways": None}, "not complete"),
        ({"form": 2}, "newer version"),
    ],
    ids=["no carer", "unknown child", "no ways", "newer"],
)
def test_a_record_that_cannot_be_read_does_not_hold_up_the_others(courier, home, line, upload, changes, sentence):
    receipt = courier.send(homes.changed(upload, home.id("told"), **changes))
    assert sentence in said(receipt, home.id("told"))
    assert [*verdicts(receipt).values()].count(Verdict.ACCEPTED) == 3


def test_a_visit_that_cannot_be_read_is_put_before_a_person(courier, home, upload):
    for broken in ({"form": 1}, {**upload.visit, "form": 2}):
        receipt = courier.send(replace(upload, visit=broken))
        assert verdicts(receipt)[home.id("visit")] is Verdict.REFUSED


def test_advice_on_domestic_abuse_never_leaves_even_when_it_comes_by_mistake(courier, home, line):
    records = (home.advice("told"), home.advice("secret", topic=Topic.DOMESTIC_ABUSE))
    receipt = courier.send(home.upload(line.url, *records))
    assert said(receipt, home.id("secret")) == "This record stays on this laptop. It was not sent."
    sent = b"".join(asked.body for asked in line.asked)
    assert home.id("secret").encode() not in sent
    assert b"domestic" not in sent


def test_not_safe_is_sent_as_another_day_even_when_it_comes_by_mistake(courier, home, line):
    unsafe = home.not_given("unsafe", reason=Reason.NOT_SAFE)
    courier.send(home.upload(line.url, home.not_given("late", reason=Reason.ANOTHER_DAY), unsafe))
    reasons = [
        asked.json["entry"][0]["resource"]["statusReason"]
        for asked in line.bundles
        if asked.json["entry"][0]["resource"]["resourceType"] == "Communication"
    ]
    assert len(reasons) == 2
    assert reasons[0] == reasons[1]
    assert b"safe" not in b"".join(asked.body for asked in line.asked).replace(b"safer", b"")


def test_free_text_goes_only_where_it_was_turned_on(home, line):
    for sends, expected in ((False, False), (True, True)):
        line.asked.clear()
        courier = HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), sends_free_text=sends)
        courier.send(home.upload(line.url, home.advice("old"), home.correction("new", of="old")))
        assert any(b"asleep" in asked.body for asked in line.asked) is expected


def test_the_room_opens_without_httpx():
    code = "import sys, kit.upload.courier, kit.upload.receiver; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own
