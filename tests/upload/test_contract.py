"""What the courier promises, on our own receiver and on a server of other people."""

from collections import Counter

import fhirkit
import pytest

from kit.domain.advice import Understanding
from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.outbox import Verdict
from kit.domain.visit import VisitOutcome
from kit.upload import events, people
from tests.upload import homes, servers

DIALECT = homes.DIALECT


def accepted(receipt):
    assert receipt.stopped == ""
    assert {answer.verdict for answer in receipt.answers} <= {Verdict.ACCEPTED}, receipt.answers
    return {answer.entry_id: answer.reference for answer in receipt.answers}


def communication(server, home, name):
    return server.the("Communication", events.advice_key(DIALECT, home.id(name)))


def teach_back(server, home, name):
    return server.the("Observation", events.teach_back_key(DIALECT, home.id(name)))


def references_in(part):
    if isinstance(part, dict):
        for name, value in part.items():
            yield from [value] if name == "reference" else references_in(value)
    elif isinstance(part, list):
        for one in part:
            yield from references_in(one)


def test_a_visit_with_three_pieces_of_advice_arrives_whole(server, courier, home):
    upload, heard = home.upload(server.url, *home.three()), []
    references = accepted(courier.send(upload, heard.append))
    assert heard == list(upload.entry_ids)
    assert list(references) == list(upload.entry_ids)
    kinds = Counter(reference.partition("/")[0] for reference in references.values())
    assert kinds == {"Encounter": 1, "Communication": 3}
    for reference in references.values():
        assert server.read(reference)["meta"]["versionId"] == "1"


def test_everything_a_server_keeps_is_valid_r4(server, courier, home):
    receipt = courier.send(home.upload(server.url, *home.three()))
    kept = [server.read(one.reference) for one in receipt.references]
    found = Counter(one["resourceType"] for one in kept)
    assert found == {
        "Organization": 1,
        "Practitioner": 1,
        "Patient": 1,
        "RelatedPerson": 3,
        "Encounter": 1,
        "Communication": 3,
        "Observation": 2,
    }
    assert [fhirkit.validate(one) for one in kept] == [[]] * len(kept)


def test_sending_everything_again_gives_the_same_ids_and_makes_no_copy(server, courier, home):
    upload = home.upload(server.url, *home.three())
    first, second = courier.send(upload), courier.send(upload)
    assert accepted(first) == accepted(second)
    assert first.references == second.references
    for one in first.references:
        assert len(server.find(one.reference.partition("/")[0], one.identifier)) == 1
        assert server.read(one.reference)["meta"]["versionId"] == "1"


def test_later_advice_uses_what_is_known_and_sends_no_context(courier, home, line):
    first = courier.send(home.upload(line.url, *home.three()))
    line.asked.clear()
    late = home.upload(line.url, home.advice("late"), known=first.references, is_visit_known=True)
    receipt = courier.send(late)
    assert list(accepted(receipt)) == [home.id("late")]
    assert [asked.method for asked in line.asked] == ["POST"]
    assert {one.reference.partition("/")[0] for one in receipt.references} == {"Communication", "Observation"}


def test_a_line_that_breaks_after_the_server_has_kept_it_leaves_one_copy(server, courier, home):
    with servers.Line(server.url) as line:
        line.on(servers.drop, about=home.id("told"))
        upload = home.upload(line.url, *home.three())
        broken = courier.send(upload)
        assert [answer.entry_id for answer in broken.answers] == [home.id("visit")]
        assert "kept on this laptop" in broken.stopped
        accepted(courier.send(upload))
    assert communication(server, home, "told")["meta"]["versionId"] == "1"
    assert teach_back(server, home, "told")["meta"]["versionId"] == "1"


def test_a_correction_says_what_it_corrects_and_marks_the_old_one(server, courier, home):
    upload = home.upload(server.url, home.advice("old"), home.correction("new", of="old"))
    first = accepted(courier.send(upload))
    old, new = communication(server, home, "old"), communication(server, home, "new")
    assert (old["status"], new["status"]) == ("entered-in-error", "completed")
    assert teach_back(server, home, "old")["status"] == "entered-in-error"
    assert teach_back(server, home, "new")["status"] == "final"
    [provenance] = _provenances(server, home, "new")
    assert provenance["target"] == [{"reference": f"Communication/{new['id']}"}]
    assert provenance["entity"] == [{"role": "revision", "what": {"reference": f"Communication/{old['id']}"}}]
    assert provenance["activity"]["coding"][0]["code"] == "UPDATE"
    assert "asleep" not in str(provenance)
    assert accepted(courier.send(upload)) == first
    again = communication(server, home, "old")
    assert (again["status"], again["meta"]["versionId"]) == ("entered-in-error", "2")
    assert len(_provenances(server, home, "new")) == 1


def _provenances(server, home, name):
    [found] = [
        item
        for item in events.event_items(DIALECT, home.visit_payload, homes.entry(home.correction(name, "old")).payload)
        if item.is_tagged
    ]
    return server.find("Provenance", found.key)


def test_a_correction_that_comes_weeks_later_finds_the_old_one_by_itself(server, courier, home):
    courier.send(home.upload(server.url, home.advice("old")))
    receipt = courier.send(home.upload(server.url, home.correction("new", of="old"), is_visit_known=True))
    assert list(accepted(receipt)) == [home.id("new")]
    assert communication(server, home, "old")["status"] == "entered-in-error"


def test_entered_in_error_marks_the_old_one_and_puts_nothing_in_its_place(server, courier, home):
    upload = home.upload(server.url, home.advice("old"), home.entered_in_error("void", of="old"))
    references = accepted(courier.send(upload))
    assert references[home.id("void")] == references[home.id("old")]
    assert communication(server, home, "old")["status"] == "entered-in-error"
    assert teach_back(server, home, "old")["status"] == "entered-in-error"
    assert server.find("Communication", events.advice_key(DIALECT, home.id("void"))) == []
    payload = homes.entry(home.entered_in_error("void", of="old")).payload
    item = events.nullifying_item(DIALECT, home.visit_payload, payload)
    provenance = server.the("Provenance", item.key)
    assert provenance["activity"]["coding"][0]["code"] == "NULLIFY"
    assert provenance["target"] == [{"reference": references[home.id("old")]}]
    assert accepted(courier.send(upload)) == references


def test_what_was_done_for_needs_arrives_and_goes_with_what_it_belonged_to(server, courier, home):
    met = (NeedMet(NeedKind.EASY_READ, MetHow.EASY_READ_TEXT),)
    old = home.advice("old", met=met)
    accepted(courier.send(home.upload(server.url, old)))
    key = events.adjustments_key(DIALECT, home.id("old"))
    made = server.the("Observation", key)
    assert made["component"][0]["valueCodeableConcept"]["coding"][0]["code"] == "796161000000101"
    upload = home.upload(server.url, old, home.entered_in_error("void", of="old"))
    accepted(courier.send(upload))
    assert server.the("Observation", key)["status"] == "entered-in-error"


def test_a_correction_waits_until_the_server_has_what_it_corrects(server, courier, home):
    receipt = courier.send(home.upload(server.url, home.correction("new", of="old")))
    assert list(accepted(receipt)) == [home.id("visit")]
    assert server.find("Communication", events.advice_key(DIALECT, home.id("new"))) == []


def test_a_correction_of_a_voided_record_still_finds_its_way(server, courier, home):
    first = courier.send(home.upload(server.url, home.advice("old"), home.entered_in_error("void", of="old")))
    new = home.correction("new", of="void")
    accepted(courier.send(home.upload(server.url, new, known=first.references, is_visit_known=True)))
    assert communication(server, home, "new")["status"] == "completed"


def test_half_siblings_have_nothing_in_common_a_reader_could_follow(server, courier, home):
    """The mother is told about both; neither father's record leads to the other's child."""
    records = (home.advice("noah-1"), home.advice("ruby-1", child="ruby"), home.advice("ruby-2", "dean", "ruby"))
    receipt = courier.send(home.upload(server.url, *records))
    accepted(receipt)
    kept = {one.reference: server.read(one.reference) for one in receipt.references}
    found = Counter(reference.partition("/")[0] for reference in kept)
    assert (found["Patient"], found["Encounter"], found["RelatedPerson"]) == (2, 2, 3)
    noah = server.the("Patient", people.child_key(DIALECT, {"id": home.id("noah")}))
    ruby = server.the("Patient", people.child_key(DIALECT, {"id": home.id("ruby")}))
    noahs, rubys = _reached(kept, f"Patient/{noah['id']}"), _reached(kept, f"Patient/{ruby['id']}")
    assert (len(noahs), len(rubys)) == (5, 8)
    assert noahs & rubys == set()


def _reached(kept, start):
    """Every reference that can be reached from this Patient, forwards and backwards, short of worker and Trust."""
    shared = ("Practitioner", "Organization")
    links = {name: {one for one in references_in(kept[name]) if not one.startswith(shared)} for name in kept}
    reached, news = set(), {start}
    while news:
        reached |= news
        forward = {target for name in news for target in links.get(name, ())}
        back = {name for name, targets in links.items() if targets & news and not name.startswith(shared)}
        news = (forward | back) - reached
    return reached


def test_each_carer_is_to_each_child_what_they_are_to_that_child(server, courier, home):
    courier.send(home.upload(server.url, home.advice("a", "callum", "noah"), home.advice("b", "callum", "ruby")))
    said = {}
    for child in ("noah", "ruby"):
        key = people.carer_key(DIALECT, home.id("callum"), home.id(child))
        said[child] = server.the("RelatedPerson", key)["relationship"][0]["text"]
    assert said == {"noah": "Father", "ruby": "Partner of a parent"}


def test_a_large_family_goes_in_bundles_of_eight_at_most(courier, home, line):
    records = [home.advice(f"{c}-{k}", c, k) for c in ("jade", "callum", "dean", "denise") for k in ("noah", "ruby")]
    receipt = courier.send(home.upload(line.url, *records))
    assert len(accepted(receipt)) == 9
    sizes = [len(asked.json["entry"]) for asked in line.bundles]
    assert sizes[:2] == [8, 6]
    assert set(sizes[2:]) == {2}


@pytest.mark.parametrize("outcome", [VisitOutcome.NO_ACCESS, VisitOutcome.REFUSED])
def test_a_failed_attempt_is_a_cancelled_encounter_for_each_child(server, courier, home, outcome):
    home.outcome = outcome
    receipt = courier.send(home.upload(server.url))
    assert list(accepted(receipt)) == [home.id("visit")]
    encounters = [server.read(one.reference) for one in receipt.references if one.reference.startswith("Encounter")]
    assert [one["status"] for one in encounters] == ["cancelled"] * 2
    assert {one["type"][2]["coding"][0]["code"] for one in encounters} == {outcome.value}


def test_a_record_a_server_will_never_take_does_not_hold_up_the_others(sekmet, courier, home):
    upload = homes.changed(home.upload(sekmet.url, *home.three()), home.id("unchecked"), occurred_at="yesterday")
    receipt = courier.send(upload)
    said = {answer.entry_id: answer for answer in receipt.answers}
    assert said[home.id("unchecked")].verdict is Verdict.REFUSED
    assert "Communication." in said[home.id("unchecked")].said
    assert said[home.id("missed")].verdict is Verdict.ACCEPTED
    assert receipt.stopped == ""


def test_what_the_carer_showed_arrives(server, courier, home):
    courier.send(home.upload(server.url, home.advice("a", understanding=Understanding.SHOWED_ME), *home.three()[1:]))
    shown = teach_back(server, home, "a")["valueCodeableConcept"]["coding"]
    assert [one["code"] for one in shown] == ["understood", "showed-me"]
    assert teach_back(server, home, "unchecked")["dataAbsentReason"]["coding"][0]["code"] == "not-performed"
    missed = communication(server, home, "missed")
    assert (missed["status"], missed["statusReason"]["text"]) == ("not-done", "Not present")
    assert "payload" not in missed
    assert "received" not in missed
