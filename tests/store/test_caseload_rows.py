"""What the first page says of each family is what its records say, whatever was kept of it before."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kit.domain.advice import Outcome, Reason, Topic, Understanding, VariantKey
from kit.domain.carer import NeedKind, Tie
from kit.domain.coverage import MeetRule
from kit.domain.errors import DiskFullError
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.plan import ActionOutcome, Plan
from kit.domain.visit import Attended, ReachBy, VisitOutcome, standing_visits
from kit.service import corrections, families, plans, visits
from kit.service.caseload import caseload
from kit.service.caseload_row import FORMAT, made_row, row_body, row_of
from kit.store import caseload_rows, tables
from kit.store.door import create_records
from kit.store.key import KeyCost
from tests import fakes, makers

PASSPHRASE = "nobody uses this one"
CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)
STANDARD = VariantKey.named("standard")
RULES = [
    makers.rule(offer=("sleep-1", "sleep-2")),
    makers.rule(Topic.CRYING, offer=("crying-1",)),
    makers.rule(Topic.CRYING, from_weeks=3, by_weeks=6, offer=("crying-1",)),
]
LIBRARY = fakes.FakeLibrary(
    *(fakes.resource(key) for key in ("sleep-1", "sleep-2")),
    fakes.resource("crying-1", topic=Topic.CRYING),
    rules=RULES,
    meet=MeetRule(6, 52, tuple(ReachBy), "Nobody out of sight.", "a test"),
)


def slow_way(records, library, today):
    """Every row from every record."""
    with records:
        families_now, advice, held = records.families(), records.advice(), records.visits()
        due = {family.id: plans.first_due(plans.read_plan(records, family.id)) for family in families_now}
    return {
        family.id: made_row(
            family,
            [one for one in advice if one.family_id == family.id],
            [one for one in held if one.family_id == family.id],
            library,
            today,
            due[family.id],
        )
        for family in families_now
    }


def said(row):
    """All a row says; on which day it was made is its own affair."""
    body = row_body(row)
    return {key: value for key, value in body.items() if key not in {"made_on", "changes_on"}}


@pytest.fixture
def records(tmp_path):
    opened = create_records(tmp_path / "records.kit", PASSPHRASE, CHEAP)
    yield opened
    opened.close()


def household(records, clock, name="Ellison", born=makers.BORN):
    family = families.add_family(records, clock, name)
    child = families.add_child(records, clock, family.id, "Noah", name, born_on=born)
    mother = families.add_carer(records, clock, family.id, "Jade", name, [(child.id, Tie.MOTHER, "")])
    father = families.add_carer(records, clock, family.id, "Callum", name, [(child.id, Tie.FATHER, "")])
    return family.id, child.id, mother.id, father.id


def hold(records, clock, family_id, carer_id, resource_id="sleep-1", understanding=Understanding.TOLD_ME):
    draft = visits.open_visit(records, clock, family_id).with_presence(carer_id, Attended.ALL)
    draft = visits.give(LIBRARY, clock, draft, carer_id, resource_id, STANDARD, understanding=understanding)
    return visits.close_visit(records, clock, draft)


def test_a_row_comes_back_as_it_was(records):
    clock = fakes.FakeClock()
    family_id, *_ = household(records, clock)
    families.move_children(records, clock, family_id, [_[0]], "2 Mill Lane", PlaceKind.HOME, clock.today())
    for row in slow_way(records, LIBRARY, clock.today()).values():
        assert row_of(row.family_id, row_body(row)) == row


def test_only_the_family_something_happened_to_is_made_anew(records, monkeypatch):
    clock = fakes.FakeClock()
    first, second = household(records, clock), household(records, clock, "Haddad")
    caseload(records, LIBRARY, clock)
    read = []
    family = type(records).family
    monkeypatch.setattr(type(records), "family", lambda self, one: read.append(one) or family(self, one))
    caseload(records, LIBRARY, clock)
    assert read == []
    hold(records, clock, second[0], second[2])
    read.clear()
    caseload(records, LIBRARY, clock)
    assert read == [second[0]]
    assert first[0] not in read


def test_a_day_on_which_something_changes_is_seen_though_no_record_came(records):
    clock = fakes.FakeClock()
    born = clock.today() - timedelta(weeks=1)
    household(records, clock, born=born)
    before = caseload(records, LIBRARY, clock).rows[0]
    clock.move(weeks=2)
    after = caseload(records, LIBRARY, clock).rows[0]
    assert (before.gap.state.value, after.gap.state.value) == ("due", "overdue")


def test_a_clock_set_back_is_not_fooled(records):
    clock = fakes.FakeClock()
    household(records, clock, born=clock.today() - timedelta(weeks=1))
    clock.move(weeks=3)
    caseload(records, LIBRARY, clock)
    clock.move(weeks=-3)
    assert caseload(records, LIBRARY, clock).rows[0].gap.state.value == "due"


def test_other_rules_make_every_row_anew(records):
    clock = fakes.FakeClock()
    household(records, clock)
    caseload(records, LIBRARY, clock)

    class Newer(fakes.FakeLibrary):
        version = "1" * 12

    assert caseload(records, Newer(), clock).rows[0].gap is None
    assert caseload(records, LIBRARY, clock).rows[0].gap is not None


def test_a_full_disk_hides_nothing(records, monkeypatch):
    clock = fakes.FakeClock()
    household(records, clock)

    def full(_self):
        raise DiskFullError("There is no room.")

    monkeypatch.setattr(type(records), "commit", full)
    assert len(caseload(records, LIBRARY, clock).rows) == 1


def test_what_is_out_of_date_and_not_made_anew_is_forgotten(records):
    clock = fakes.FakeClock()
    first, second = household(records, clock), household(records, clock, "Haddad")
    caseload(records, LIBRARY, clock)
    hold(records, clock, first[0], first[2])
    hold(records, clock, second[0], second[2])
    stamp = f"{FORMAT}-{LIBRARY.version}"
    with records:
        kept, _ = records.rows_kept(stamp)
        records.keep_rows(stamp, {first[0]: kept[first[0]]})
        assert records.rows_kept(stamp)[1] == {second[0]}


def test_every_table_of_records_is_watched_or_is_known_to_say_nothing():
    """A new kind of record either changes what the first page says, or is named here."""
    numbered = {table.name for table in tables.METADATA.sorted_tables if "number" in table.c}
    watched = {table.name for table in caseload_rows.WATCHED}
    assert numbered - watched == {"outbox_entry", "receipt"}
    for table in caseload_rows.WATCHED:
        assert list(caseload_rows.homes(table, table.c.number > 0)), table.name


class Days(RuleBasedStateMachine):
    """Any deeds on any days, in two families: what was kept says the same as everything read anew."""

    @initialize()
    def begin(self):
        import tempfile  # noqa: PLC0415
        from pathlib import Path  # noqa: PLC0415

        self.folder = tempfile.TemporaryDirectory()
        self.clock = fakes.FakeClock()
        self.records = create_records(Path(self.folder.name) / "records.kit", PASSPHRASE, CHEAP)
        self.homes = [household(self.records, self.clock, name) for name in ("Ellison", "Haddad")]
        self.ever = set()

    def teardown(self):
        if hasattr(self, "records"):
            self.records.close()
            self.folder.cleanup()

    @rule(days=st.integers(1, 40))
    def time_goes_on(self, days):
        self.clock.move(days=days)

    @rule(
        home=st.integers(0, 1),
        who=st.integers(2, 3),
        what=st.sampled_from(["sleep-1", "sleep-2", "crying-1"]),
        how=st.sampled_from(list(Understanding)),
    )
    def tell(self, home, who, what, how):
        hold(self.records, self.clock, self.homes[home][0], self.homes[home][who], what, how)

    @rule(home=st.integers(0, 1))
    def attempt(self, home):
        draft = visits.open_visit(self.records, self.clock, self.homes[home][0])
        visits.close_visit(self.records, self.clock, draft, VisitOutcome.NO_ACCESS)

    @rule(home=st.integers(0, 1))
    def absent(self, home):
        family_id, _, mother, father = self.homes[home]
        draft = visits.open_visit(self.records, self.clock, family_id).with_presence(mother, Attended.ALL)
        draft = visits.give(LIBRARY, self.clock, draft, mother, "sleep-1", STANDARD)
        with self.records:
            family = self.records.family(family_id)
        draft = visits.absent(LIBRARY, self.clock, draft, family, father, ReachBy.LEAFLET)
        visits.close_visit(self.records, self.clock, draft)

    @rule(home=st.integers(0, 1), days=st.integers(1, 30), what=st.sampled_from([None, *ActionOutcome]))
    def plan(self, home, days, what):
        """Look again at what is open, and agree something if there is room."""
        family_id, _, mother, _ = self.homes[home]
        draft = visits.open_visit(self.records, self.clock, family_id).with_presence(mother, Attended.ALL)
        with self.records:
            family, plan = self.records.family(family_id), plans.read_plan(self.records, family_id)
        for planned in plan.open:
            draft = plans.review_action(draft, self.clock, planned.action.id, what)
        if plan.room(draft.plan):
            start = plans.Start("A cot", "asks", "Jade", self.clock.today() + timedelta(days=days))
            draft = plans.add_action(draft, Plan(), family, self.clock, start)
        visits.close_visit(self.records, self.clock, draft)

    @rule(home=st.integers(0, 1), which=st.integers(0, 50))
    def withdraw(self, home, which):
        with self.records:
            held = standing_visits(self.records.visits(self.homes[home][0]))
        if held:
            chosen = held[which % len(held)].id
            corrections.withdraw_visit(self.records, self.clock, chosen, why="Another family.")

    @rule(home=st.integers(0, 1))
    def move(self, home):
        family_id, child, *_ = self.homes[home]
        today = self.clock.today()
        families.move_children(self.records, self.clock, family_id, [child], "Room 4", PlaceKind.TEMPORARY, today)

    @rule(home=st.integers(0, 1), kind=st.sampled_from(list(NeedKind)))
    def need(self, home, kind):
        families.add_need(self.records, self.clock, self.homes[home][0], self.homes[home][2], kind)

    @rule(home=st.integers(0, 1), state=st.sampled_from([PlaceState.NOT_YET_KNOWN, PlaceState.NOT_INVOLVED]))
    def place_changes_hands(self, home, state):
        family_id, child, *_ = self.homes[home]
        role = ParentRole.OTHER_PARENT
        families.answer_parent_place(self.records, self.clock, family_id, child, role, state)

    @rule(outcome=st.sampled_from([Outcome.ENTERED_IN_ERROR, Outcome.NOT_GIVEN]), which=st.integers(0, 50))
    def correct(self, outcome, which):
        with self.records:
            advice = self.records.advice()
        corrected = {one.corrects for one in advice}
        open_to_it = [one for one in advice if one.id not in corrected and one.is_given]
        if not open_to_it:
            return
        reason = Reason.DECLINED if outcome is Outcome.NOT_GIVEN else None
        chosen = open_to_it[which % len(open_to_it)]
        visits.correct_advice(self.records, self.clock, chosen.id, why="Wrong box.", outcome=outcome, reason=reason)

    @invariant()
    def the_page_says_what_the_records_say(self):
        if not hasattr(self, "records"):
            return
        rows = {row.family_id: row for row in caseload(self.records, LIBRARY, self.clock).rows}
        found = {family_id: said(row) for family_id, row in rows.items()}
        slow = slow_way(self.records, LIBRARY, self.clock.today())
        with self.records:
            late = plans.late_plans(self.records, self.records.visits(), self.clock.today())
        assert late == {one: row.late_since for one, row in rows.items() if row.late_since}
        assert found == {family_id: said(row) for family_id, row in slow.items()}

    @invariant()
    def nothing_ever_disappears(self):
        if not hasattr(self, "records"):
            return
        with self.records:
            now = {one.id for one in self.records.advice()} | {one.id for one in self.records.visits()}
        assert self.ever <= now
        self.ever = now


TestDays = Days.TestCase
TestDays.settings = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_the_day_of_birth_is_not_lost_in_a_row():
    row = made_row(makers.half_siblings(), [], [], LIBRARY, date(2026, 11, 24), None)
    assert row_of("ellison", row_body(row)).youngest == makers.child("noah")
