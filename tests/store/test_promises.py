"""The records in memory, which every other test trusts, and the real ones say the same of the same deeds."""

from itertools import count

import pytest

from kit.domain import identity
from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way
from kit.domain.carer import NeedKind, Tie
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.settings import Settings
from kit.domain.visit import Attended, ReachBy, Room, VisitOutcome
from kit.service import caseload, families, private, uploads, visits
from kit.store.door import open_records
from tests import fakes, makers
from tests.store import story

EASY = VariantKey.named("easy-read")


def work_a_day(records):
    """A day of deeds, each by the function a worker uses; what they and the records say of it."""
    clock = fakes.FakeClock()
    library = fakes.FakeLibrary(
        fakes.resource("on-the-back"),
        fakes.resource("walk-away", topic=makers.Topic.CRYING),
        fakes.resource("asking-safely", topic=makers.Topic.DOMESTIC_ABUSE, is_sensitive=True),
        rules=[makers.rule(), makers.rule(makers.Topic.CRYING)],
    )
    with records:
        records.keep_settings(Settings(worker_name="Sam Whitfield", server_url="http://127.0.0.1:1/fhir"))
        records.commit()
    home = families.add_family(records, clock, "Ellison")
    noah = families.add_child(records, clock, home.id, "Noah", "Ellison", born_on=makers.BORN)
    ruby = families.add_child(records, clock, home.id, "Ruby", "Ellison", born_on=makers.BORN.replace(year=2023))
    both = [(noah.id, Tie.MOTHER, ""), (ruby.id, Tie.MOTHER, "")]
    jade = families.add_carer(records, clock, home.id, "Jade", "Ellison", both)
    callum = families.add_carer(records, clock, home.id, "Callum", "Reed", [(noah.id, Tie.FATHER, "lives apart")])
    families.add_need(records, clock, home.id, jade.id, NeedKind.EASY_READ)
    families.answer_parent_place(records, clock, home.id, ruby.id, ParentRole.OTHER_PARENT, PlaceState.NOT_SAFE_TO_ASK)
    families.move_children(records, clock, home.id, [noah.id], "2 Mill Lane", PlaceKind.HOME, clock.today())
    empty = families.add_family(records, clock, "Adams")

    def give(draft, resource_id, **more):
        return visits.give(library, clock, draft, jade.id, resource_id, EASY, **more)

    draft = visits.open_visit(records, clock, home.id).with_presence(jade.id, Attended.ALL)
    draft = visits.set_room(draft, Room.ALONE)
    draft = give(draft, "on-the-back", understanding=Understanding.SHOWED_ME, ways=[Way.SHOWN, Way.TALKED])
    draft = visits.not_safe(records, library, clock, draft, jade.id, "walk-away", EASY)
    family = families.family_view(records, library, clock, home.id).family
    draft = visits.absent(library, clock, draft, family, callum.id, ReachBy.EVENING_VISIT)
    draft = visits.keep_draft(records, draft)
    begun = families.family_view(records, library, clock, home.id)
    first = visits.close_visit(records, clock, draft)
    alone = private.PrivateAdvice(jade.id, "asking-safely", EASY, (Way.TALKED,))
    private.give_private_advice(records, library, clock, home.id, alone, Room.ALONE)
    clock.move(days=7)
    attempt = visits.open_visit(records, clock, home.id)
    visits.close_visit(records, clock, attempt, VisitOutcome.NO_ACCESS)
    with records:
        told = next(one for one in records.advice(home.id) if one.outcome is Outcome.GIVEN)
    courier = fakes.FakeCourier(clock)
    courier.refuses = {told.id}
    rounds = [uploads.send_all(records, courier, clock)]
    seen = [uploads.outbox_view(records)]
    courier.refuses = set()
    uploads.retry_entries(records, [told.id])
    seen.append(uploads.outbox_view(records))
    visits.correct_advice(records, clock, told.id, why="Wrong box.", outcome=Outcome.NOT_GIVEN, reason=Reason.NOT_SAFE)
    rounds.append(uploads.send_all(records, courier, clock))
    seen.append(uploads.outbox_view(records))
    visits.open_visit(records, clock, home.id)
    with records:
        return {
            "begun": begun,
            "first": first,
            "rounds": rounds,
            "seen": seen,
            "families": list(records.families()),
            "advice": list(records.advice()),
            "none": list(records.advice(empty.id)),
            "visits": list(records.visits()),
            "drafts": list(records.drafts()),
            "outbox": list(records.outbox()),
            "receipts": list(records.receipts()),
            "references": set(records.references("http://127.0.0.1:1/fhir")),
            "jade": set(records.restricted.of_carer(jade.id)),
            "held": records.restricted.held_back(),
            "settings": records.settings(),
        }, lambda: caseload.caseload(records, library, clock)


@pytest.fixture
def same_ids(monkeypatch):
    """Ids that come in the same order each time."""

    def start():
        numbers = count(1)
        monkeypatch.setattr(identity.secrets, "randbits", lambda _: next(numbers))

    return start


def test_both_say_the_same_of_the_same_day(records, same_ids):
    same_ids()
    in_memory, page = work_a_day(fakes.FakeRecords())
    first = page()
    same_ids()
    on_disk, page = work_a_day(records)
    assert on_disk.keys() == in_memory.keys()
    for what, said in in_memory.items():
        assert on_disk[what] == said, what
    assert page() == first


def test_a_day_survives_closing_and_opening(records, path, same_ids):
    same_ids()
    said, _ = work_a_day(records)
    records.close()
    opened = open_records(path, story.PASSPHRASE)
    with opened:
        assert list(opened.families()) == said["families"]
        assert list(opened.outbox()) == said["outbox"]
        assert list(opened.advice()) == said["advice"]
    opened.close()
