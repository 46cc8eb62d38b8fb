"""Whatever order events and corrections come in: every record stays readable, and what stands is what was said last."""

import itertools
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way, standing
from kit.domain.carer import NeedKind, Tie
from kit.domain.correction import RecordKind
from kit.domain.errors import RuleError
from kit.domain.family import PlaceKind
from kit.domain.visit import Attended, TriedBy, VisitOutcome, first_records, standing_visits
from kit.service import attempts, closing, corrections, families, visits
from kit.store.door import create_records
from tests import fakes, makers
from tests.store import story

WHY = "Typed wrongly."
NAMES = some.sampled_from(["Ada", "Bo", "Cy", "Di"])
EASY = VariantKey.named("easy-read")


@dataclass
class Model:
    """What stands, as plain values by the id of the first record."""

    names: dict = field(default_factory=dict)
    ties: dict = field(default_factory=dict)
    needs: dict = field(default_factory=dict)
    stays: dict = field(default_factory=dict)
    advice: dict = field(default_factory=dict)
    visits: dict = field(default_factory=dict)
    is_closed: bool = False


class Machine(RuleBasedStateMachine):
    """Events and corrections in any order, beside a model of one dictionary a kind."""

    def make_records(self):
        return fakes.FakeRecords()

    @initialize()
    def begin(self):
        self.records, self.clock, self.model = self.make_records(), fakes.FakeClock(), Model()
        self.library = fakes.FakeLibrary(fakes.resource("on-the-back"))
        self.seen_before = None
        self.family = families.add_family(self.records, self.clock, "Ellison").id
        self.number = itertools.count()
        child = families.add_child(self.records, self.clock, self.family, "Noah", "", born_on=makers.BORN)
        self.child = child.id
        self.model.names[child.id] = "Noah"
        self.add_carer("Ada", Tie.MOTHER)

    def pick(self, kept, number):
        return sorted(kept)[number % len(kept)]

    # -- events ----------------------------------------------------------------------------------------------------

    @rule(name=NAMES, tie=some.sampled_from(Tie))
    def add_carer(self, name, tie):
        made = families.add_carer(self.records, self.clock, self.family, name, "", [(self.child, tie, "")])
        self.model.names[made.id] = name
        with self.records:
            ties = self.records.family(self.family).ties_of(made.id)
        self.model.ties[ties[0].id] = tie

    @rule(kind=some.sampled_from(NeedKind), number=some.integers(0, 9))
    def add_need(self, kind, number):
        carer = self.pick(self.model.names.keys() - {self.child}, number)
        made = families.add_need(self.records, self.clock, self.family, carer, kind)
        self.model.needs[made.id] = kind

    @rule()
    def move(self):
        address, today = f"{next(self.number)} Mill Lane", self.clock.today()
        args = (self.records, self.clock, self.family, [self.child], address, PlaceKind.HOME, today)
        place = families.move_children(*args)
        with self.records:
            stay = next(one for one in self.records.family(self.family).stays if one.place_id == place.id)
        self.model.stays[stay.id] = today

    @precondition(lambda self: not self.model.is_closed)
    @rule(number=some.integers(0, 9), understanding=some.sampled_from(Understanding))
    def hold_visit(self, number, understanding):
        carer = self.pick(self.model.names.keys() - {self.child}, number)
        draft = visits.open_visit(self.records, self.clock, self.family).with_presence(carer, Attended.ALL)
        args = (self.library, self.clock, draft, carer, "on-the-back", EASY)
        visit = visits.close_visit(self.records, self.clock, visits.give(*args, understanding=understanding))
        self.model.visits[visit.id] = visit.started_at
        with self.records:
            made = [one for one in self.records.advice(self.family) if one.visit_id == visit.id]
        self.model.advice |= {one.id: (Outcome.GIVEN, understanding) for one in made}

    @precondition(lambda self: not self.model.is_closed)
    @rule()
    def attempt(self):
        said = attempts.Attempt(VisitOutcome.NO_ACCESS, TriedBy.TELEPHONE, "No answer.")
        made = attempts.record_attempt(self.records, self.clock, self.family, said, self.clock.now())
        self.model.visits[made.id] = made.started_at

    @rule()
    def close_or_open_help(self):
        if self.model.is_closed:
            closing.open_help(self.records, self.clock, self.family, why="Back.")
        else:
            today = self.clock.today()
            closing.close_help(self.records, self.clock, self.family, why="Moved.", discussed_on=today)
        self.model.is_closed = not self.model.is_closed

    @rule(days=some.integers(1, 40))
    def wait(self, days):
        self.clock.move(days=days)

    # -- corrections -----------------------------------------------------------------------------------------------

    def correct(self, kind, record_id, **values):
        """Whether it was different and is kept."""
        try:
            corrections.correct_record(self.records, self.clock, self.family, kind, record_id, values, why=WHY)
        except RuleError as error:
            assert "Nothing is different" in str(error)  # noqa: PT017 - the only refusal there may be
            return False
        return True

    @rule(number=some.integers(0, 9), name=NAMES)
    def correct_name(self, number, name):
        person = self.pick(self.model.names, number)
        kind = RecordKind.CHILD if person == self.child else RecordKind.CARER
        assert self.correct(kind, person, given_name=name) is (self.model.names[person] != name)
        self.model.names[person] = name

    @precondition(lambda self: self.model.ties)
    @rule(number=some.integers(0, 9), tie=some.sampled_from(Tie))
    def correct_tie(self, number, tie):
        wanted = self.pick(self.model.ties, number)
        self.correct(RecordKind.RELATIONSHIP, wanted, tie=tie)
        self.model.ties[wanted] = tie

    @precondition(lambda self: self.model.stays)
    @rule(number=some.integers(0, 9))
    def correct_move(self, number):
        wanted = self.pick(self.model.stays, number)
        self.model.stays[wanted] -= timedelta(days=1)
        self.correct(RecordKind.STAY, wanted, from_on=self.model.stays[wanted])

    @precondition(lambda self: self.model.needs or self.model.stays or self.model.ties)
    @rule(number=some.integers(0, 9))
    def withdraw(self, number):
        kinds = ((RecordKind.NEED, self.model.needs), (RecordKind.STAY, self.model.stays))
        kinds = (*kinds, (RecordKind.RELATIONSHIP, self.model.ties))
        kind, kept = next((kind, kept) for kind, kept in kinds if kept)
        gone = self.pick(kept, number)
        corrections.withdraw_record(self.records, self.clock, self.family, kind, gone, why=WHY)
        del kept[gone]

    @precondition(lambda self: self.model.advice)
    @rule(number=some.integers(0, 9), outcome=some.sampled_from(Outcome))
    def correct_advice(self, number, outcome):
        wanted = self.pick(self.model.advice, number)
        given = outcome is Outcome.GIVEN
        made = visits.correct_advice(
            self.records,
            self.clock,
            wanted,
            why=WHY,
            outcome=outcome,
            ways=[Way.TALKED] if given else [],
            reason=Reason.DECLINED if outcome is Outcome.NOT_GIVEN else None,
            understanding=Understanding.NOT_YET if given else None,
        )
        del self.model.advice[wanted]
        if outcome is not Outcome.ENTERED_IN_ERROR:
            self.model.advice[made.id] = (outcome, made.understanding)

    @precondition(lambda self: self.model.visits)
    @rule(number=some.integers(0, 9))
    def correct_visit(self, number):
        wanted = self.pick(self.model.visits, number)
        earlier = self.model.visits.pop(wanted) - timedelta(minutes=5)
        made = corrections.correct_visit(self.records, self.clock, wanted, why=WHY, started_at=earlier)
        self.model.visits[made.id] = earlier

    @precondition(lambda self: self.model.visits)
    @rule(number=some.integers(0, 9))
    def withdraw_visit(self, number):
        wanted = self.pick(self.model.visits, number)
        corrections.withdraw_visit(self.records, self.clock, wanted, why=WHY)
        del self.model.visits[wanted]
        with self.records:
            kept, told = self.records.visits(self.family), self.records.advice(self.family)
        firsts = first_records(kept)
        gone = {one.id for one in told if firsts[one.visit_id] == firsts[wanted]}
        self.model.advice = {key: value for key, value in self.model.advice.items() if key not in gone}

    # -- what must always be so ------------------------------------------------------------------------------------

    @invariant()
    def what_stands_is_what_was_said_last(self):
        with self.records:
            family = self.records.family(self.family)
            kept, told = self.records.visits(self.family), self.records.advice(self.family)
        people = (*family.children, *family.carers)
        assert {one.id: one.given_name for one in people} == self.model.names
        assert {one.id: one.tie for one in family.relationships} == self.model.ties
        assert {one.id: one.kind for one in family.needs} == self.model.needs
        assert {one.id: one.from_on for one in family.stays} == self.model.stays
        assert {one.id: one.started_at for one in standing_visits(kept)} == self.model.visits
        assert {one.id: (one.outcome, one.understanding) for one in standing(told)} == self.model.advice
        assert bool(family.closed) is self.model.is_closed

    @invariant()
    def nothing_that_was_ever_kept_is_gone(self):
        """Every visit, piece of advice, correction, decision and outbox entry reads as it always read."""
        with self.records:
            family = self.records.family(self.family)
            now = {
                "visits": {one.id: one for one in self.records.visits(self.family)},
                "advice": {one.id: one for one in self.records.advice(self.family)},
                "corrections": {one.id: one for one in family.corrections},
                "decisions": {one.id: one for one in family.help},
                "outbox": {entry.id: entry for entry, *_ in self.records.outbox()},
            }
        for kind, kept in (self.seen_before or {}).items():
            assert kept.items() <= now[kind].items()
        self.seen_before = now

    @invariant()
    def what_was_corrected_can_be_read_back(self):
        """Undoing every correction of a name, newest first, leads to the name that was kept first."""
        with self.records:
            family = self.records.family(self.family)
        for person in (*family.children, *family.carers):
            mine = [one for one in family.corrections if one.record_id == person.id]
            names = [change for one in mine for change in one.changes if change.field == "given_name"]
            assert [one.now for one in names[:-1]] == [one.was for one in names[1:]]
            assert not names or names[-1].now == person.given_name


class StoredMachine(Machine):
    """The same on a real, encrypted file."""

    def make_records(self):
        self.folder = tempfile.mkdtemp()
        return create_records(Path(self.folder) / "records.kit", story.PASSPHRASE, story.CHEAP)

    def teardown(self):
        if hasattr(self, "folder"):
            self.records.close()
            shutil.rmtree(self.folder)


@pytest.mark.parametrize(("machine", "examples", "steps"), [(Machine, 40, 30), (StoredMachine, 6, 25)])
def test_nothing_ever_disappears(machine, examples, steps):
    limits = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=limits)
