"""The practice receiver: as strict as the strictest server, on this computer only, and forgetful."""

import json
import socket
from contextlib import closing

import httpx
import pytest

from kit.domain.errors import RefusedError
from kit.upload.receiver import PracticeReceiver
from tests.upload import homes


@pytest.fixture
def http(receiver):
    with httpx.Client(base_url=receiver.base_url, trust_env=False, verify=False) as http:  # noqa: S501 - plain http
        yield http


def create(resource, *, key="a|1", full_url="urn:uuid:1"):
    request = {"method": "POST", "url": resource["resourceType"], "ifNoneExist": f"identifier={key}"}
    return {"fullUrl": full_url, "resource": resource, "request": request}


def patient(value="1", **changes):
    return {"resourceType": "Patient", "identifier": [{"system": "a", "value": value}], **changes}


def post(http, *entries, **changes):
    return http.post("", json={"resourceType": "Bundle", "type": "transaction", "entry": entries, **changes})


def issue(response):
    [found] = response.json()["issue"]
    return response.status_code, found["code"], found.get("expression", [""])[0]


def test_it_takes_a_record_once(http, receiver):
    first, second = post(http, create(patient())), post(http, create(patient()))
    [one, two] = [answer.json()["entry"][0]["response"] for answer in (first, second)]
    assert (one["status"], two["status"]) == ("201 Created", "200 OK")
    assert one["location"] == two["location"]
    assert receiver.received() == {"Patient": 1}


def test_the_same_condition_twice_in_one_bundle_makes_one(http, receiver):
    post(http, create(patient()), create(patient(), full_url="urn:uuid:2"))
    assert receiver.received() == {"Patient": 1}


def test_a_transaction_is_whole_or_nothing(http, receiver):
    bad = {"resourceType": "Communication", "identifier": [{"system": "a", "value": "2"}]}
    answer = post(http, create(patient()), create(bad, key="a|2", full_url="urn:uuid:2"))
    assert issue(answer) == (422, "required", "Bundle.entry[1].resource.status")
    assert receiver.received() == {}


def test_it_refuses_what_the_strictest_server_refuses(http, receiver):
    lost = {"resourceType": "RelatedPerson", "patient": {"reference": "Patient/lost"}}
    assert issue(post(http, create(lost)))[:2] == (400, "not-found")
    assert issue(post(http, *[create(patient(str(n)), key=f"a|{n}") for n in range(9)]))[:2] == (400, "too-costly")
    assert issue(post(http, create({"resourceType": "Medication"})))[:2] == (404, "not-supported")
    wrong = {"resourceType": "Communication", "status": "bogus"}
    assert issue(post(http, create(wrong)))[:2] == (422, "code-invalid")
    assert issue(post(http, type="batch"))[:2] == (400, "invalid")
    assert issue(post(http, create(patient()), {"request": {"method": "DELETE"}}))[:2] == (400, "not-supported")
    assert issue(http.post("", content=b"[1"))[:2] == (400, "structure")
    assert issue(http.post("", content=b"[1]"))[:2] == (400, "structure")
    assert issue(post(http, "not an entry"))[:2] == (400, "structure")
    assert issue(http.put("/Patient/made-up", json=patient()))[:2] == (404, "not-found")
    assert issue(http.get("/Patient/made-up"))[:2] == (404, "not-found")
    assert issue(http.get("/Patient", params={"name": "Jade"}))[:2] == (400, "not-supported")
    assert http.get("/metadata/more/steps").status_code == 404
    assert http.get(receiver.base_url.removesuffix("/fhir")).status_code == 404
    assert receiver.received() == {}


def test_several_matches_are_for_a_person(http):
    for value in ("1", "2"):
        post(http, create(patient(value), key=f"a|{value}"))
    both = patient("1")
    both["identifier"].append({"system": "a", "value": "2"})
    post(http, create(both, key="b|3"))
    assert issue(post(http, create(patient())))[:2] == (412, "multiple-matches")


def test_it_replaces_only_the_version_that_was_read(http):
    where = post(http, create(patient())).json()["entry"][0]["response"]["location"].removesuffix("/_history/1")
    found = http.get(f"/{where}")
    assert found.headers["ETag"] == 'W/"1"'
    put = http.put(f"/{where}", json=found.json() | {"active": False}, headers={"If-Match": 'W/"1"'})
    assert (put.status_code, put.headers["ETag"]) == (200, 'W/"2"')
    assert http.put(f"/{where}", json=patient(), headers={"If-Match": 'W/"1"'}).status_code == 412


def test_it_rewrites_full_urls_wherever_they_stand_as_medplum_does(http, receiver):
    post(http, create(patient(active=True, language="urn:uuid:1"), full_url="urn:uuid:1"))
    [kept] = receiver.resources("Patient")
    assert kept["language"] == f"Patient/{kept['id']}"


def test_it_finds_by_identifier_in_the_address_or_in_the_body(http):
    post(http, create(patient()))
    asked = (
        http.get("/Patient", params={"identifier": "a|1"}),
        http.post("/Patient/_search", data={"identifier": "a|1"}),
    )
    assert [answer.json()["total"] for answer in asked] == [1, 1]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "practice.example.org"])  # noqa: S104 - refused, that is
def test_it_works_on_this_computer_only(host):
    with pytest.raises(RefusedError, match="this computer only"):
        PracticeReceiver(host=host)


def test_a_port_in_use_is_said_so():
    with closing(socket.create_server(("127.0.0.1", 0))) as taken, pytest.raises(RefusedError, match="port"):
        PracticeReceiver(port=taken.getsockname()[1])


def test_it_keeps_nothing_unless_told(tmp_path, courier, home):
    kept = tmp_path / "kept.json"
    with PracticeReceiver(keep=kept) as receiver:
        courier.send(home.upload(receiver.base_url, *home.three()))
        receiver.save(tmp_path / "saved.json")
        assert not kept.exists()
    bundle = json.loads(kept.read_text(encoding="utf-8"))
    assert (bundle["type"], len(bundle["entry"])) == ("collection", 12)
    assert kept.read_bytes() == (tmp_path / "saved.json").read_bytes()
    assert homes.NAMESPACE in kept.read_text(encoding="utf-8")
    with PracticeReceiver() as anew:
        assert anew.received() == {}
