"""The tick grid offers what is due for those here, then those of the contact: a few rows, never everything."""

from dataclasses import replace

import pytest

from kit.domain.advice import Topic, Understanding, VariantKey
from kit.domain.carer import NeedKind
from kit.domain.coverage import Who
from kit.domain.errors import RuleError
from kit.domain.family import PlaceKind
from kit.domain.visit import Attended, Contact
from kit.service import families, visits
from kit.service.offering import MOST_ROWS, check_addable, offers_of
from kit.service.visit_view import visit_view
from tests import fakes, makers

SLEEP = tuple(f"sleep-{number}" for number in range(8))
CRYING = tuple(f"crying-{number}" for number in range(8))
EASY = VariantKey.named("easy-read")


@pytest.fixture
def full(desk):
    """The same desk with a library of 26 resources to carers."""
    rules = [
        makers.rule(offer=SLEEP[:4], offer_moved=("sleep-7",), contacts=(Contact.TWELVE_MONTHS,)),
        makers.rule(Topic.CRYING, offer=CRYING[:3]),
        makers.rule(Topic.FATHERS, who=Who.FATHERS, by_weeks=8, offer=("fathers-1",)),
        makers.rule(Topic.EARLY_HELP, by_weeks=8, offer=("help-1", "help-2")),
        makers.rule(Topic.LEARNING_DIFFICULTIES, who=Who.WITH_NEED, by_weeks=8, offer=("told-1",)),
    ]
    made = [
        *(fakes.resource(key) for key in SLEEP),
        *(fakes.resource(key, topic=Topic.CRYING) for key in CRYING),
        *(fakes.resource(f"fathers-{number}", topic=Topic.FATHERS) for number in range(3)),
        *(fakes.resource(f"help-{number}", topic=Topic.EARLY_HELP) for number in range(4)),
        *(fakes.resource(f"told-{number}", topic=Topic.LEARNING_DIFFICULTIES) for number in range(3)),
        fakes.resource("asking-safely", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True),
        fakes.resource("for-workers", audience="worker"),
    ]
    desk.library = fakes.FakeLibrary(*made, rules=rules)
    return desk


def view_of(desk, *here):
    view = visit_view(desk.records, desk.library, desk.clock, desk.family_id)
    draft = view.draft
    for name in here:
        draft = draft.with_presence(desk.people[name], Attended.ALL)
    visits.keep_draft(desk.records, draft)
    return visit_view(desk.records, desk.library, desk.clock, desk.family_id)


def rows(desk, *here, added=()):
    return [offer.resource.id for offer in offers_of(desk.library, view_of(desk, *here), added)]


def tell(desk, carer, *resource_ids, understanding=Understanding.TOLD_ME):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = draft.with_presence(desk.people[carer], Attended.ALL)
    for resource_id in resource_ids:
        draft = visits.give(
            desk.library, desk.clock, draft, desk.people[carer], resource_id, EASY, understanding=understanding
        )
    visits.close_visit(desk.records, desk.clock, draft)
    desk.clock.move(days=1)


def test_a_grid_of_26_resources_has_8_rows_and_every_due_topic_in_it(full):
    found = rows(full, "jade", "callum")
    assert len(found) == MOST_ROWS
    assert {full.library.resource(each).topic for each in found} == {
        Topic.SAFER_SLEEP, Topic.CRYING, Topic.FATHERS, Topic.EARLY_HELP, Topic.LEARNING_DIFFICULTIES,
    }  # fmt: skip


def test_what_is_overdue_stands_over_what_is_due(full):
    found = [full.library.resource(each).topic for each in rows(full, "jade")]
    assert found[: found.index(Topic.LEARNING_DIFFICULTIES)] == [Topic.SAFER_SLEEP] * 3 + [Topic.CRYING] * 2


def test_what_is_due_for_fathers_is_offered_when_he_is_here(full):
    assert "fathers-1" not in rows(full, "jade")
    assert "fathers-1" in rows(full, "jade", "callum")


def test_what_was_not_understood_is_offered_again_though_no_rule_names_it(full):
    tell(full, "jade", "sleep-0", "crying-0", "help-1", "told-1")
    tell(full, "jade", "sleep-6", understanding=Understanding.NOT_YET)
    assert rows(full, "jade")[0] == "sleep-6"
    tell(full, "jade", "sleep-6")
    assert "sleep-6" not in rows(full, "jade")[:1]


def test_a_move_brings_what_belongs_to_a_new_place(full):
    tell(full, "jade", "sleep-0", "crying-0", "help-1", "told-1")
    today = full.clock.today()
    families.move_children(
        full.records, full.clock, full.family_id, [full.people["noah"]], "Room 4, Harbour House", PlaceKind.TEMPORARY,
        today,
    )  # fmt: skip
    assert rows(full, "jade")[0] == "sleep-7"


def test_a_contact_talks_about_it_again_though_everything_was_told(full):
    tell(full, "jade", "sleep-0", "crying-0", "help-1", "told-1")
    view = view_of(full, "jade")
    draft = replace(view.draft, contact=Contact.TWELVE_MONTHS)
    visits.keep_draft(full.records, draft)
    found = rows(full, "jade")
    assert found[:4] == list(SLEEP[:4])


def test_a_few_rows_are_there_though_nothing_is_due(full):
    tell(full, "jade", "sleep-0", "crying-0", "help-1", "told-1")
    assert 1 <= len(rows(full, "jade")) <= 4


def test_what_was_added_or_ticked_stays(full):
    assert "crying-7" in rows(full, "jade", added=["crying-7"])
    view = view_of(full, "jade")
    draft = visits.give(full.library, full.clock, view.draft, full.people["jade"], "help-3", EASY)
    visits.keep_draft(full.records, draft)
    assert "help-3" in rows(full, "jade")


def test_what_has_no_place_in_a_visit_is_never_a_row(full):
    for resource_id in ("asking-safely", "for-workers"):
        with pytest.raises(RuleError):
            check_addable(full.library, resource_id)
        assert resource_id not in rows(full, "jade", added=[resource_id, "gone-from-the-library"])


def test_a_rule_for_carers_with_a_need_leaves_others_alone(full):
    assert "told-1" not in rows(full, "callum")
    families.add_need(full.records, full.clock, full.family_id, full.people["callum"], NeedKind.READ_ALOUD)
    assert "told-1" in rows(full, "callum")
