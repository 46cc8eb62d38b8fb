"""A visit entered in error: what a server has of it is marked, and what it does not have never leaves this laptop."""

import json
from dataclasses import replace

import fhirkit
import pytest

from kit.domain.carer import Tie
from kit.domain.errors import RuleError
from kit.domain.family import PlaceKind
from kit.domain.outbox import EntryKind, EntryState, Verdict
from kit.domain.plan import Plan
from kit.domain.settings import Settings
from kit.domain.sleep import Night, SleepAnswer, SleepItem, SleepLine
from kit.domain.visit import Attended
from kit.service import corrections, families, plans, uploads, visits
from kit.service.sleep import answer_item, correct_sleep_check
from kit.upload import events
from tests import fakes, makers
from tests.upload import homes
from tests.upload.servers import Server, change, drop, refuse, say

DIALECT = homes.DIALECT
WHY = "Typed under the wrong family."
SENT = {"advice": "Communication", "sleep-space": "Observation", "action": "Task"}


@pytest.fixture
def clock():
    return fakes.FakeClock()


@pytest.fixture
def library():
    return fakes.FakeLibrary(fakes.resource("on-the-back"))


class Case:
    """The Ellisons, visited once: advice to Jade, none to Callum, one sleep check, one action."""

    def __init__(self, server_url, clock, library):
        self.records, self.clock, self.library = fakes.FakeRecords(), clock, library
        with self.records:
            self.records.keep_settings(
                Settings(worker_name="Sam Whitfield", server_url=server_url, organisation_name=f"Trust {homes.fresh()}")
            )
            self.records.commit()
        self.family_id = families.add_family(self.records, clock, "Ellison").id
        args = (self.records, clock, self.family_id)
        self.noah = families.add_child(*args, "Noah", "Ellison", born_on=makers.BORN).id
        self.jade = families.add_carer(*args, "Jade", "Ellison", [(self.noah, Tie.MOTHER, "")]).id
        self.callum = families.add_carer(*args, "Callum", "Reed", [(self.noah, Tie.FATHER, "")]).id
        self.place = families.move_children(*args, [self.noah], "2 Mill Lane", PlaceKind.HOME, clock.today()).id
        self.visit = self.hold_visit()

    @property
    def family(self):
        with self.records:
            return self.records.family(self.family_id)

    def hold_visit(self):
        clock, library = self.clock, self.library
        draft = visits.open_visit(self.records, clock, self.family_id).with_presence(self.jade, Attended.ALL)
        draft = draft.with_presence(self.callum, Attended.NOT_HERE)
        key = visits.fitting_variant(library.resource("on-the-back"), self.family, self.jade)
        draft = visits.give(library, clock, draft, self.jade, "on-the-back", key)
        draft = visits.not_given(library, clock, draft, self.callum, "on-the-back", key, visits.Reason.NOT_PRESENT)
        draft = answer_item(draft, clock, self.place, Night.TONIGHT, SleepItem.OWN_BED, SleepAnswer.SEEN_FINE)
        start = replace(plans.STARTS[0], who="Jade")
        draft = plans.add_action(draft, Plan(), self.family, clock, start)
        return visits.close_visit(self.records, clock, draft)

    def withdraw(self):
        return corrections.withdraw_visit(self.records, self.clock, self.visit.id, why=WHY)

    def send(self, courier):
        return uploads.send_all(self.records, courier, self.clock)

    def states(self, *, are_corrections=False):
        with self.records:
            return {
                entry.id: state
                for entry, state, _, _ in self.records.outbox()
                if (entry.kind is EntryKind.CORRECTION) is are_corrections
            }

    def entries(self, kind):
        return [entry for entry in self.records.kept.outbox if entry.kind is kind]

    def voids(self):
        found = self.entries(EntryKind.CORRECTION)
        return [entry for entry in found if entry.payload.get("outcome") == "entered-in-error"]

    def on_server(self, server):
        """Advice, sleep checks and actions of this visit, as the server shows them."""
        return [
            resource
            for kind, resource_type in SENT.items()
            for entry in self.entries(EntryKind(kind))
            for resource in server.find(resource_type, events.event_key(DIALECT, entry.payload))
        ]

    def provenances(self, server):
        keys = (DIALECT.key("provenance", events.derived_id("provenance", one.id)) for one in self.voids())
        return [found for key in keys for found in server.find("Provenance", key)]


@pytest.fixture
def case(server, clock, library):
    return Case(server.url, clock, library)


@pytest.fixture
def on_line(line, clock, library):
    """The same behind a line that can be made a bad one."""
    return Case(line.url, clock, library)


def nothing_kept(receiver):
    return sum(receiver.received().values()) == 0


def test_everything_a_server_has_of_it_is_marked_and_explained(case, courier, server):
    case.send(courier)
    case.withdraw()
    done = case.send(courier)
    assert (done.accepted, done.refused, done.left) == (4, 0, 0)
    assert [one["status"] for one in case.on_server(server)] == ["entered-in-error"] * 4
    explained = case.provenances(server)
    assert [one["activity"]["coding"][0]["code"] for one in explained] == ["NULLIFY"] * 4
    targets = {one["target"][0]["reference"] for one in explained}
    assert targets == {f"{one['resourceType']}/{one['id']}" for one in case.on_server(server)}
    assert [fhirkit.validate(one) for one in (*explained, *case.on_server(server))] == [[]] * 8
    assert WHY not in json.dumps(explained)


def test_the_corrections_are_kept_with_the_visit_or_not_at_all(case):
    case.records.fail_on_commit = fakes.StoreError("The disk is full.")
    before = list(case.records.kept.outbox)
    with pytest.raises(fakes.StoreError):
        case.withdraw()
    assert (case.records.kept.outbox, case.voids()) == (before, [])


def test_it_is_withdrawn_once(case):
    case.withdraw()
    before = list(case.records.kept.outbox)
    with pytest.raises(RuleError, match="Correct the newer one"):
        case.withdraw()
    assert case.records.kept.outbox == before


def test_sending_the_corrections_again_changes_nothing(case, courier, server):
    case.send(courier)
    case.withdraw()
    upload = uploads.next_upload(case.records, case.clock)
    first = courier.send(upload)
    before = case.on_server(server), case.provenances(server)
    assert courier.send(upload).answers == first.answers
    assert (case.on_server(server), case.provenances(server)) == before


def test_a_visit_never_sent_never_leaves(on_line, courier, line, receiver):
    on_line.withdraw()
    assert set(on_line.states().values()) == {EntryState.WITHDRAWN}
    done = on_line.send(courier)
    assert (done.accepted, done.refused, done.left) == (4, 0, 0)
    assert nothing_kept(receiver)
    assert {asked.path.rpartition("/")[2] for asked in line.asked if asked.method == "POST"} == {"_search"}
    asked = b"".join(asked.body for asked in line.asked)
    ids = {entry.id.encode() for entry in on_line.records.kept.outbox if entry.kind is not EntryKind.VISIT}
    assert sum(one in asked for one in ids) == 4
    assert b"Noah" not in asked
    assert uploads.outbox_view(on_line.records).waiting == 0


def test_what_was_not_sent_of_it_stays_here(on_line, courier, line, receiver):
    [action], checks = on_line.entries(EntryKind.ACTION), on_line.entries(EntryKind.SLEEP_SPACE)
    not_told = next(one for one in on_line.entries(EntryKind.ADVICE) if one.payload["outcome"] == "not-given")
    for entry in (not_told, action):
        line.on(say(500), refuse(422, "invalid"), about=entry.id)
    on_line.send(courier)
    assert on_line.states()[action.id] is EntryState.WAITING
    line.heal()
    on_line.withdraw()
    assert on_line.send(courier).left == 0
    server = Server(receiver.base_url)
    assert [one["resourceType"] for one in on_line.on_server(server)] == ["Communication", "Observation"]
    assert {one["status"] for one in on_line.on_server(server)} == {"entered-in-error"}
    assert len(on_line.provenances(server)) == 2
    states = on_line.states()
    assert states[checks[0].id] is states[on_line.visit.id] is EntryState.RECEIVED
    assert states[action.id] is states[not_told.id] is EntryState.WITHDRAWN


def test_a_refused_record_of_it_needs_nobody_any_more(on_line, courier, line):
    [action] = on_line.entries(EntryKind.ACTION)
    line.on(refuse(422, "invalid"), about=action.id)
    on_line.send(courier)
    on_line.withdraw()
    assert uploads.outbox_view(on_line.records).needs_you == 0
    uploads.retry_entries(on_line.records, [action.id])
    on_line.send(courier)
    assert on_line.states()[action.id] is EntryState.WITHDRAWN


def test_a_visit_whose_answer_was_lost_is_found_and_marked(case, courier, server):
    courier.send(uploads.next_upload(case.records, case.clock))
    case.withdraw()
    assert case.send(courier).left == 0
    assert [one["status"] for one in case.on_server(server)] == ["entered-in-error"] * 4
    assert len(case.provenances(server)) == 4
    assert case.states()[case.visit.id] is EntryState.RECEIVED


def test_a_parcel_on_its_way_meanwhile_is_corrected_after_it(case, courier, server):
    receipt = courier.send(uploads.next_upload(case.records, case.clock))
    case.withdraw()
    uploads.keep_receipt(case.records, receipt)
    assert set(case.states().values()) == {EntryState.RECEIVED}
    assert case.send(courier).left == 0
    assert [one["status"] for one in case.on_server(server)] == ["entered-in-error"] * 4


def test_a_refusal_that_comes_after_it_changes_nothing(on_line, courier, line):
    [action] = on_line.entries(EntryKind.ACTION)
    line.on(refuse(422, "invalid"), about=action.id)
    receipt = courier.send(uploads.next_upload(on_line.records, on_line.clock))
    assert Verdict.REFUSED in {answer.verdict for answer in receipt.answers}
    on_line.withdraw()
    uploads.keep_receipt(on_line.records, receipt)
    assert on_line.states()[action.id] is EntryState.WITHDRAWN


def test_a_correction_not_sent_yet_does_not_leave_and_what_it_corrected_is_marked(on_line, courier, receiver):
    on_line.send(courier)
    [check] = on_line.entries(EntryKind.SLEEP_SPACE)
    told = next(one for one in on_line.entries(EntryKind.ADVICE) if one.payload["outcome"] == "given")
    lines = [SleepLine(SleepItem.SMOKE, SleepAnswer.TOLD_FINE)]
    args = (on_line.records, on_line.clock)
    correct_sleep_check(*args, on_line.family_id, check.id, why="Wrong row.", lines=lines)
    visits.correct_advice(*args, told.id, why="Asleep.", outcome=visits.Outcome.GIVEN, ways=[visits.Way.TALKED])
    on_line.withdraw()
    assert on_line.send(courier).left == 0
    assert len(receiver.resources("Communication")) == 2
    spaces = [one for one in receiver.resources("Observation") if "component" in one]
    assert [one["status"] for one in (*spaces, *receiver.resources("Communication"))] == ["entered-in-error"] * 3


def test_a_correction_sent_before_is_marked_and_what_it_corrected_is_left(on_line, courier, receiver):
    [check] = on_line.entries(EntryKind.SLEEP_SPACE)
    lines = [SleepLine(SleepItem.SMOKE, SleepAnswer.TOLD_FINE)]
    correct_sleep_check(on_line.records, on_line.clock, on_line.family_id, check.id, why="Row.", lines=lines)
    on_line.send(courier)
    on_line.withdraw()
    assert check.id not in {one.payload["corrects"] for one in on_line.voids()}
    assert on_line.send(courier).left == 0
    spaces = [one for one in receiver.resources("Observation") if "component" in one]
    assert [one["status"] for one in spaces] == ["entered-in-error"] * 2


@pytest.mark.parametrize(
    "act",
    [say(500), say(200, {"resourceType": "Basic"}), change(lambda _found: {"resourceType": "OperationOutcome"})],
    ids=["fails", "no-bundle", "outcome"],
)
def test_a_server_that_does_not_say_whether_it_has_it_is_asked_again_and_told_nothing(
    on_line, courier, line, receiver, act
):
    on_line.withdraw()
    line.on(*[act] * 40, path="/fhir/")
    on_line.send(courier)
    assert nothing_kept(receiver)
    assert uploads.outbox_view(on_line.records).waiting == 4
    line.heal()
    assert on_line.send(courier).left == 0
    assert nothing_kept(receiver)


def test_an_answer_lost_half_way_is_made_good_by_the_next_round(on_line, courier, line, receiver):
    on_line.send(courier)
    on_line.withdraw()
    void = on_line.voids()[1]
    line.on(drop, about=void.id)
    assert on_line.send(courier).left > 0
    line.heal()
    assert on_line.send(courier).left == 0
    server = Server(receiver.base_url)
    assert len(receiver.resources("Provenance")) == len(on_line.provenances(server)) == 4


def test_one_withdrawal_is_one_line_of_the_outbox(on_line, courier):
    on_line.send(courier)
    on_line.withdraw()
    lines = uploads.outbox_view(on_line.records).lines
    assert [(one.kind, one.records, one.state) for one in lines] == [
        (EntryKind.CORRECTION, 4, EntryState.WAITING),
        (EntryKind.VISIT, 5, EntryState.RECEIVED),
    ]
