"""The records in memory, which every other test trusts, and the real ones say the same of the same deeds."""

from dataclasses import replace
from itertools import count

import pytest

from kit.domain import identity
from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way
from kit.domain.carer import NeedKind, Tie
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.plan import ActionOutcome, Plan
from kit.domain.settings import Settings
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.domain.visit import Attended, ReachBy, Room, VisitOutcome
from kit.service import caseload, corrections, families, plans, private, uploads, visits
from kit.service.sleep import answer_item, correct_sleep_check, reply_to
from kit.store.door import open_records
from tests import fakes, makers
from tests.store import story

EASY = VariantKey.named("easy-read")


def look_at_home(draft, clock, family, jade):
    """The draft with a sleep space and a plan in it."""
    place = draft.place_id
    draft = answer_item(draft, clock, place, Night.TONIGHT, SleepItem.OWN_BED, SleepAnswer.SEEN_FINE)
    change = Agreed("Duvet out", "Jade", clock.today(), known=Known.TOLD)
    draft = answer_item(draft, clock, place, Night.TONIGHT, SleepItem.BEDDING, SleepAnswer.CHANGE, change)
    draft = reply_to(draft, clock, place, Night.AWAY, Condition.SOFAS, Reply.YES)
    draft = plans.add_action(draft, Plan(), family, clock, plans.STARTS[0])
    return plans.say_words(draft, "I want him near.", jade)


def look_again(records, clock, family_id, jade, draft):
    """What became of the plan, and corrections of it and of the sleep space."""
    with records:
        plan, check = plans.read_plan(records, family_id), records.sleep_checks(family_id)[0]
    action = plan.open[0].action
    again = visits.open_visit(records, clock, family_id).with_presence(jade, Attended.PART)
    again = plans.review_action(again, clock, action.id, ActionOutcome.PARTLY, "Half of it")
    visits.close_visit(records, clock, again)
    wording = replace(draft.plan.actions[0], want="Everybody knows")
    plans.correct_action(records, clock, family_id, action.id, why="Shorter.", wording=wording)
    correct_sleep_check(records, clock, family_id, check.id, why="Wrong row.", lines=check.lines[:1])


def take_back(records, clock, visit):
    """The visit was entered in error; what waits after it."""
    corrections.withdraw_visit(records, clock, visit.id, why="Another family.")
    with records:
        return [entry.id for entry in records.waiting()]


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
    draft = look_at_home(draft, clock, family, jade.id)
    draft = visits.keep_draft(records, draft)
    begun = families.family_view(records, library, clock, home.id)
    first = visits.close_visit(records, clock, draft)
    alone = private.PrivateAdvice(jade.id, "asking-safely", EASY, (Way.TALKED,))
    private.give_private_advice(records, library, clock, home.id, alone, Room.ALONE)
    clock.move(days=7)
    look_again(records, clock, home.id, jade.id, draft)
    attempt = visits.open_visit(records, clock, home.id)
    visits.close_visit(records, clock, attempt, VisitOutcome.NO_ACCESS)
    with records:
        told = next(one for one in records.advice(home.id) if one.outcome is Outcome.GIVEN)
    courier = fakes.FakeCourier(clock)
    courier.refuses = {told.id}
    rounds, seen = [uploads.send_all(records, courier, clock)], [uploads.outbox_view(records)]
    courier.refuses = set()
    uploads.retry_entries(records, [told.id])
    seen.append(uploads.outbox_view(records))
    visits.correct_advice(records, clock, told.id, why="Wrong box.", outcome=Outcome.NOT_GIVEN, reason=Reason.NOT_SAFE)
    rounds.append(uploads.send_all(records, courier, clock))
    seen.append(uploads.outbox_view(records))
    waiting = take_back(records, clock, first)
    seen.append(uploads.outbox_view(records))
    rounds.append(uploads.send_all(records, courier, clock))
    visits.open_visit(records, clock, home.id)
    with records:
        return {
            "waiting": waiting,
            "begun": begun,
            "first": first,
            "rounds": rounds,
            "seen": seen,
            "families": list(records.families()),
            "advice": list(records.advice()),
            "none": list(records.advice(empty.id)),
            "visits": list(records.visits()),
            "sleep": list(records.sleep_checks(home.id)),
            "actions": list(records.actions()),
            "reviews": list(records.action_reviews(home.id)),
            "words": list(records.parents_words(home.id)),
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
