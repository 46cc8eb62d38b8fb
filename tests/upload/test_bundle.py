"""The mapping itself: every word of the kit, as FHIR R4 that validates and follows the samples of the brief."""

import json
import uuid
from dataclasses import replace
from itertools import product
from pathlib import Path

import fhirkit
import pytest

from kit.domain.adjustments import CODES
from kit.domain.advice import Outcome, Reason, Topic, Understanding, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet, Tie
from kit.domain.sleep import Night, SleepAnswer, SleepItem, SleepLine
from kit.domain.visit import Contact, VisitOutcome
from kit.service.parcels import action_payload, sleep_payload
from kit.upload.bundle import in_parts, transaction
from kit.upload.codes import Dialect
from kit.upload.events import event_items, nullifying_item
from kit.upload.people import context_items
from tests.upload import homes, test_home

DIALECT = homes.DIALECT
SAMPLES = Path(__file__).with_name("samples")

REQUIRED_BINDINGS = {
    "Encounter.status": {"finished", "cancelled", "unknown"},
    "Communication.status": {"completed", "not-done", "unknown"},
    "Observation.status": {"final"},
    "Task.status": {"accepted"},
    "Task.intent": {"plan"},
    "Provenance.entity.role": {"revision"},
    "Patient.name.use": {"usual"},
    "RelatedPerson.name.use": {"usual"},
}
"""Every code we send to which R4 binds a fixed list, and which of that list we send."""

TARGETS = {
    "Encounter.subject": {"Patient"},
    "Encounter.participant.individual": {"Practitioner"},
    "Encounter.serviceProvider": {"Organization"},
    "RelatedPerson.patient": {"Patient"},
    "Communication.subject": {"Patient"},
    "Communication.encounter": {"Encounter"},
    "Communication.recipient": {"RelatedPerson"},
    "Communication.sender": {"Practitioner"},
    "Observation.subject": {"Patient"},
    "Observation.encounter": {"Encounter"},
    "Observation.focus": {"RelatedPerson", "Communication"},
    "Observation.performer": {"Practitioner"},
    "Task.for": {"Patient"},
    "Task.encounter": {"Encounter"},
    "Task.owner": {"RelatedPerson", "Practitioner"},
    "Task.requester": {"Practitioner"},
    "Provenance.target": {"Communication", "Observation", "Task"},
    "Provenance.entity.what": {"Communication", "Observation", "Task"},
    "Provenance.agent.who": {"Practitioner"},
    "Provenance.agent.onBehalfOf": {"Organization"},
}
"""What R4 lets each reference point to, and what ours do."""

SYSTEMS = {
    "http://snomed.info/sct",
    "http://terminology.hl7.org/CodeSystem/communication-category",
    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
    "http://terminology.hl7.org/CodeSystem/observation-category",
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
    "http://terminology.hl7.org/CodeSystem/v3-ActCode",
    "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    "http://terminology.hl7.org/CodeSystem/v3-DataOperation",
    "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode",
    "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
    "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
    "https://fhir.hl7.org.uk/CodeSystem/UKCore-AdditionalPersonRelationshipRole",
    "https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",
}
"""Code systems of others; every other coding is our own."""


def walk(part, path=""):
    """Each value in a resource with its path, lists left out of the path."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from walk(value, f"{path}.{name}")
    elif isinstance(part, list):
        for one in part:
            yield from walk(one, path)
    else:
        yield path, part


def values(resource):
    return [(f"{resource['resourceType']}{path}", value) for path, value in walk(resource)]


def payload(record):
    return homes.entry(record).payload


def everything():
    """Items for every ordinary word there is, and for some from a newer version."""
    home = homes.Home()
    newer = "from-a-newer-version"
    topics = [topic for topic in Topic if topic is not Topic.DOMESTIC_ABUSE]
    given = [
        payload(home.advice("given", topic=topic, ways=tuple(ways), understanding=understanding))
        for topic, ways, understanding in product(
            [*topics, Topic(newer)],
            [[way] for way in (*Way, Way(newer))],
            [None, *Understanding, Understanding(newer)],
        )
    ]
    met = tuple(NeedMet(need, how) for need in (*NeedKind, NeedKind(newer)) for how in (*MetHow, MetHow(newer)))
    given.append(payload(home.advice("given", met=met)))
    missed = [payload(home.not_given("missed", reason=reason)) for reason in (*Reason, Reason(newer))]
    mended = [payload(home.correction("new", of="given")), payload(home.entered_in_error("void", of="given"))]
    strange = [payload(home.advice("strange", outcome=Outcome(newer)))]
    for outcome, contact, tie in product(
        (*VisitOutcome, VisitOutcome(newer)), (*Contact, Contact(newer)), (*Tie, Tie(newer))
    ):
        home.outcome = outcome
        visit = {**home.visit_payload, "contact": contact.value}
        visit["carers"] = [
            {**carer, "ties": [{**one, "tie": tie.value} for one in carer["ties"]]} for carer in visit["carers"]
        ]
        yield from context_items(DIALECT, visit, given[:1] + missed[:1])
    for advice in (*given, *missed, *mended[:1], *strange):
        yield from event_items(DIALECT, home.visit_payload, advice)
    yield nullifying_item(DIALECT, home.visit_payload, mended[1])
    yield from at_home(home, newer)


def at_home(home, newer):
    """Sleep checks with every answer and sleep, and actions of whoever does them, each corrected too."""
    for answer, night in product((*SleepAnswer, SleepAnswer(newer)), (*Night, Night(newer))):
        lines = tuple(SleepLine(item, answer) for item in (*SleepItem, SleepItem(newer)))
        check = replace(test_home.check(home), lines=lines, night=night)
        for one in (check, replace(check, id=home.id("mended"), corrects=check.id, why="x")):
            yield from event_items(DIALECT, home.visit_payload, sleep_payload(one))
    for carer, who in ((home.id("jade"), "Jade"), (None, "Sam Whitfield"), (None, "Baby bank")):
        action = test_home.action(home, carer_id=carer, who=who)
        for one in (action, replace(action, id=home.id("reworded"), corrects=action.id, why="x")):
            yield from event_items(DIALECT, home.visit_payload, action_payload(one))


@pytest.fixture(scope="module")
def resources():
    """Everything as it is sent, each once, with references in place."""
    items = {json.dumps(item.resource, sort_keys=True): item for item in everything()}
    known = {item.key: f"{item.resource_type}/{uuid.uuid4()}" for item in items.values()}
    return [
        entry["resource"] for part in in_parts(list(items.values()), 1) for entry in transaction(part, known)["entry"]
    ]


def test_every_word_there_is_makes_valid_r4(resources):
    assert len(resources) > 100
    assert {one["resourceType"] for one in resources} >= {"Patient", "Provenance", "Observation"}
    assert [(one, fhirkit.validate(one)) for one in resources if fhirkit.validate(one)] == []


def test_codes_of_required_bindings_are_those_of_r4(resources):
    seen = {}
    for resource in resources:
        for path, value in values(resource):
            if path in REQUIRED_BINDINGS:
                seen.setdefault(path, set()).add(value)
    assert seen == REQUIRED_BINDINGS


def test_references_point_where_r4_lets_them(resources):
    seen = {}
    for resource in resources:
        for path, value in values(resource):
            if path.endswith(".reference"):
                seen.setdefault(path.removesuffix(".reference"), set()).add(value.partition("/")[0])
    assert {path: kinds - {"urn:uuid:"} for path, kinds in seen.items()}.keys() == TARGETS.keys()
    for path, kinds in seen.items():
        assert {kind for kind in kinds if not kind.startswith("urn:")} <= TARGETS[path]


def test_only_verified_codes_of_others_are_used(resources):
    snomed, foreign = set(), set()
    for resource in resources:
        for part in _codings(resource):
            if part["system"] == "http://snomed.info/sct":
                snomed.add(part["code"])
            if not part["system"].startswith(homes.NAMESPACE):
                foreign.add(part["system"])
    assert snomed == {"439708006", *(one.code for one in CODES.values())}
    assert foreign == SYSTEMS


def _codings(part):
    if isinstance(part, dict):
        if "system" in part and "code" in part:
            yield part
        for value in part.values():
            yield from _codings(value)
    elif isinstance(part, list):
        for one in part:
            yield from _codings(one)


def test_nothing_ordinary_says_anything_sensitive(resources):
    text = json.dumps(resources)
    for word in ("413457006", "domestic", "abuse", "not-safe", "NOPAT", "SDV", "DVD", '"V"', '"R"'):
        assert word not in text, word


def test_a_word_from_a_newer_version_is_sent_as_text_alone(resources):
    newer = [part for resource in resources for part in _texts(resource) if part["text"] == "from-a-newer-version"]
    assert newer
    assert all(part == {"text": "from-a-newer-version"} for part in newer)


def _texts(part):
    if isinstance(part, dict):
        if "text" in part:
            yield part
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, list):
        for one in part:
            yield from _texts(one)


def test_every_local_code_comes_with_text_for_a_person(resources):
    for resource in resources:
        for part in _codings(resource):
            assert part.get("display") or part["system"].endswith("/Id/provenance")


def test_keys_are_bare_uuids_and_full_urls_are_others():
    home = homes.Home()
    advice = payload(home.correction("new", of="old"))
    items = [
        *context_items(DIALECT, home.visit_payload, [advice]),
        *event_items(DIALECT, home.visit_payload, advice),
    ]
    bundle = transaction(items, {f"{homes.NAMESPACE}/Id/advice-event|{home.id('old')}": "Communication/1"})
    keys = {item.key.partition("|")[2] for item in items}
    assert all(str(uuid.UUID(key)) == key for key in keys)
    full_urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(set(full_urls)) == len(full_urls)
    assert not keys & {url.removeprefix("urn:uuid:") for url in full_urls}
    text = json.dumps([entry["resource"].get("identifier") for entry in bundle["entry"]])
    assert "urn:uuid" not in text


def test_full_urls_are_thrown_away_and_keys_stay():
    home = homes.Home()
    [first, second] = [
        transaction(context_items(DIALECT, home.visit_payload, [payload(home.advice("told"))]), {}) for _ in range(2)
    ]
    assert [one["request"] for one in first["entry"]] == [one["request"] for one in second["entry"]]
    assert not {one["fullUrl"] for one in first["entry"]} & {one["fullUrl"] for one in second["entry"]}


def test_the_context_of_one_child_is_whole_and_in_order():
    home = homes.Home()
    items = context_items(DIALECT, home.visit_payload, [payload(one) for one in home.three()])
    assert [item.resource_type for item in items] == [
        "Organization",
        "Practitioner",
        "Patient",
        *["RelatedPerson"] * 3,
        "Encounter",
    ]
    encounter = items[-1].resource
    assert encounter["type"][0]["coding"][0]["code"] == "439708006"
    assert encounter["class"]["code"] == "HH"
    assert encounter["period"] == {"start": "2026-11-24T10:00:00+00:00", "end": "2026-11-24T10:50:00+00:00"}
    assert encounter["participant"][0]["type"][1] == {"text": "Health visitor"}


@pytest.mark.parametrize(
    ("name", "code", "key"),
    [
        ("Trust", "rxx ", "https://fhir.nhs.uk/Id/ods-organization-code|RXX"),
        ("Trust", "", f"{homes.NAMESPACE}/Id/organisation|"),
        ("Trust", "R|X", f"{homes.NAMESPACE}/Id/organisation|"),
        ("", "", None),
    ],
)
def test_an_organisation_is_known_by_its_ods_code_or_by_our_own(name, code, key):
    home = homes.Home()
    home.settings = replace(home.settings, organisation_name=name, organisation_code=code)
    items = context_items(DIALECT, home.visit_payload, [])
    assert [item.key for item in items if item.resource_type == "Organization" and item.key.startswith(key)] or not key
    encounter = items[-1].resource
    assert ("serviceProvider" in encounter) is (key is not None)


def test_a_worker_without_an_id_keeps_one_made_from_trust_and_name():
    home, other = homes.Home(), homes.Home()
    mine = _worker(home, "Sam Whitfield")
    assert _worker(home, " sam  whitfield ") == mine
    assert _worker(home, "Sam Whitfeld") != mine
    assert _worker(other, "Sam Whitfield") != mine
    assert uuid.UUID(mine.partition("|")[2])


def _worker(home, name):
    visit = {**home.visit_payload, "worker": {"name": name, "role": ""}}
    return next(item.key for item in context_items(DIALECT, visit, []) if item.resource_type == "Practitioner")


def test_one_worker_written_two_ways_is_sent_once():
    home = homes.Home()
    items = context_items(DIALECT, home.visit_payload, [payload(home.advice("told", worker="sam whitfield "))])
    keys = [item.key for item in items]
    assert len(set(keys)) == len(keys)
    assert [item.resource["name"] for item in items if item.resource_type == "Practitioner"] == [
        [{"text": "Sam Whitfield"}]
    ]


def test_a_correction_by_another_worker_is_sent_in_their_name():
    home = homes.Home()
    advice = payload(home.correction("new", of="old", worker="Ruth Okafor"))
    items = context_items(DIALECT, home.visit_payload, [advice])
    names = {item.key: item.resource["name"][0]["text"] for item in items if item.resource_type == "Practitioner"}
    assert set(names.values()) == {"Sam Whitfield", "Ruth Okafor"}
    communication, _, provenance = event_items(DIALECT, home.visit_payload, advice)
    assert names[communication.resource["sender"]["reference"]] == "Ruth Okafor"
    assert names[provenance.resource["agent"][0]["who"]["reference"]] == "Ruth Okafor"


def test_ids_given_by_others_are_used_when_a_payload_has_them():
    home = homes.Home()
    visit = home.visit_payload
    visit["worker"]["sds_user_id"] = "555000000001"
    visit["children"][0] |= {"nhs_number": "9449305552", "is_nhs_number_verified": True}
    items = {item.resource_type: item for item in context_items(DIALECT, visit, [payload(home.advice("told"))])}
    assert items["Practitioner"].key == "https://fhir.nhs.uk/Id/sds-user-id|555000000001"
    patient = items["Patient"]
    assert patient.key == "https://fhir.nhs.uk/Id/nhs-number|9449305552"
    assert [one["value"] for one in patient.resource["identifier"]] == ["9449305552", home.id("noah")]
    assert patient.resource["identifier"][0] == _samples("Patient")[0]["identifier"][0]
    assert fhirkit.validate(patient.resource) == []


def test_an_expected_child_has_no_date_of_birth_and_may_have_no_name():
    home = homes.Home()
    visit = home.visit_payload
    visit["children"][0] |= {"born_on": None, "due_on": "2027-01-01", "given_name": "", "family_name": ""}
    [patient] = [
        item.resource
        for item in context_items(DIALECT, visit, [payload(home.advice("told"))])
        if item.resource_type == "Patient"
    ]
    assert not {"birthDate", "name"} & set(patient)


def test_a_family_without_children_still_has_its_visit():
    home = homes.Home(outcome=VisitOutcome.NO_ACCESS)
    visit = {**home.visit_payload, "children": [], "carers": []}
    encounter = context_items(DIALECT, visit, [])[-1]
    assert encounter.key == f"{homes.NAMESPACE}/Id/visit|{home.id('visit')}"
    assert "subject" not in encounter.resource


def test_a_carer_without_a_tie_has_no_relationship():
    home = homes.Home()
    visit = home.visit_payload
    visit["carers"][0]["ties"] = []
    items = context_items(DIALECT, visit, [payload(home.advice("told"))])
    [carer] = [item.resource for item in items if item.resource_type == "RelatedPerson"]
    assert "relationship" not in carer


def test_profiles_are_named_only_where_that_is_wanted():
    home = homes.Home()
    for sends, expected in ((True, 1), (False, 0)):
        items = context_items(Dialect(homes.NAMESPACE, sends), home.visit_payload, [])
        assert {len(item.resource["meta"].get("profile", [])) for item in items} == {expected}


def test_the_exact_text_can_be_found_again():
    home = homes.Home()
    [communication, _] = event_items(DIALECT, home.visit_payload, payload(home.advice("told")))
    assert communication.resource["instantiatesUri"] == [f"{homes.NAMESPACE}/advice-resource/on-the-back-easy-read|1"]
    [content] = communication.resource["payload"]
    assert content["contentAttachment"]["url"].endswith(f"/on-the-back-easy-read/1#sha256-{'a' * 64}")
    assert content["contentAttachment"]["title"] == "On the back (easy-read, version 1)"
    assert content["contentAttachment"]["language"] == "en"


def _samples(resource_type):
    found = []
    for file in sorted(SAMPLES.glob("*.json")):
        found += [entry["resource"] for entry in json.loads(file.read_text(encoding="utf-8"))["entry"]]
    return [one for one in found if one["resourceType"] == resource_type]


BEYOND_THE_SAMPLES = {
    "Communication.medium.text",
    "Communication.statusReason.text",
    "Encounter.participant.type.text",
    "Encounter.type.text",
    "Observation.code.text",
    "Observation.component.code.text",
    "Observation.dataAbsentReason.text",
    "Observation.valueCodeableConcept.text",
    "Practitioner.name.text",
    "RelatedPerson.name.family",
    "RelatedPerson.name.given",
    "RelatedPerson.name.use",
    "RelatedPerson.relationship.text",
}
"""What we send that the samples do not: texts for people, and names as the kit keeps them."""

NOT_KNOWN_HERE = {
    "Patient.gender",
    "Patient.identifier.extension.url",
    "Patient.identifier.extension.valueCodeableConcept.coding.code",
    "Patient.identifier.extension.valueCodeableConcept.coding.display",
    "Patient.identifier.extension.valueCodeableConcept.coding.system",
    "Practitioner.name.family",
    "Practitioner.name.given",
    "RelatedPerson.name.text",
    "Task.focus.reference",
}
"""What the samples send that the kit does not keep: sex, NHS numbers, a worker's names apart, what led to an action."""


@pytest.mark.parametrize(
    "resource_type",
    ["Organization", "Practitioner", "Patient", "RelatedPerson", "Encounter", "Communication", "Task", "Provenance"],
)
def test_resources_are_built_as_in_the_samples(resources, resource_type):
    ours = {path for one in resources if one["resourceType"] == resource_type for path, _ in values(one)}
    theirs = {path for one in _samples(resource_type) for path, _ in values(one)}
    assert ours - theirs <= BEYOND_THE_SAMPLES
    assert theirs - ours <= NOT_KNOWN_HERE


def test_only_needs_that_were_met_are_sent_with_the_codes_that_were_seen():
    home = homes.Home()
    met = (
        NeedMet(NeedKind.EASY_READ, MetHow.EASY_READ_TEXT),
        NeedMet(NeedKind.PICTURES, MetHow.NOT_MET),
        NeedMet(NeedKind.PICTURES, MetHow.PICTURES_SHOWN),
    )
    _, _, made = event_items(DIALECT, home.visit_payload, payload(home.advice("given", met=met)))
    easy, pictures = made.resource["component"]
    assert easy["valueCodeableConcept"]["coding"][0]["code"] == "796161000000101"
    assert pictures["valueCodeableConcept"] == {"text": "Pictures shown"}
    none = (NeedMet(NeedKind.EASY_READ, MetHow.NOT_MET),)
    assert len(event_items(DIALECT, home.visit_payload, payload(home.advice("given", met=none)))) == 2


def test_a_payload_of_an_older_kit_says_nothing_of_needs():
    home = homes.Home()
    old = payload(home.advice("given"))
    del old["met"]
    assert len(event_items(DIALECT, home.visit_payload, old)) == 2


@pytest.mark.parametrize("code", ["teach-back", "adjustments-made", "sleep-space-check"])
def test_observations_are_built_as_in_the_samples(resources, code):
    ours, theirs = (
        {
            path
            for one in kept
            if one["resourceType"] == "Observation" and one["code"]["coding"][0]["code"] == code
            for path, _ in values(one)
        }
        for kept in (resources, _samples("Observation"))
    )
    assert {path for path in ours - theirs if "dataAbsentReason" not in path} <= BEYOND_THE_SAMPLES
    assert theirs - ours == set()
