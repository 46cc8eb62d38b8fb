"""The plan in a visit: actions, reviews and words in the draft, on record when it closes, on paper when wished."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.errors import PressError, RuleError, UnknownError
from kit.domain.family import PlaceKind
from kit.domain.leaflet import FamilyWords
from kit.domain.outbox import EntryKind
from kit.domain.plan import ActionOutcome, NewAction, Plan
from kit.domain.settings import Settings
from kit.domain.sleep import Agreed, Night, SleepAnswer, SleepItem
from kit.domain.visit import Attended, VisitOutcome
from kit.service import corrections, families, plans, visits
from kit.service.caseload import caseload
from kit.service.missing import Lack, missing
from kit.service.plan_paper import order_plan, plan_paper
from kit.service.sleep import answer_item
from kit.service.summary import visit_summary
from kit.service.visit_view import visit_view
from tests import fakes

COT = plans.Start("Noah has a cot", "Rings the baby bank", "Jade", sign="The cot is up")


@pytest.fixture
def draft(desk):
    begun = visits.open_visit(desk.records, desk.clock, desk.family_id)
    return begun.with_presence(desk.people["jade"], Attended.ALL)


def plan_of_family(desk):
    with desk.records:
        return plans.read_plan(desk.records, desk.family_id)


def add(desk, draft, start=COT, plan=None):
    return plans.add_action(draft, plan or plan_of_family(desk), desk.family, desk.clock, start)


def close(desk, draft):
    return visits.close_visit(desk.records, desk.clock, draft)


def begin(desk):
    return visits.open_visit(desk.records, desk.clock, desk.family_id).with_presence(desk.people["jade"], Attended.ALL)


def view_of(desk, draft):
    return replace(visit_view(desk.records, desk.library, desk.clock, desk.family_id), draft=draft)


def test_an_action_begins_with_a_carer_and_a_day_in_a_week(desk, draft):
    [action] = add(desk, draft).plan.actions
    assert (action.want, action.carer_id) == ("Noah has a cot", desk.people["jade"])
    assert action.due_on == desk.clock.today() + timedelta(days=7)
    assert plans.carer_named(desk.family, "Callum Reed") == desk.people["callum"]
    assert plans.carer_named(desk.family, "Sam Whitfield") is None


def test_closing_keeps_the_plan_and_posts_the_actions_alone(desk, draft):
    draft = plans.say_words(add(desk, draft), "I want him near.", desk.people["jade"])
    draft = add(desk, draft, plans.Start(""))
    visit = close(desk, draft)
    plan = plan_of_family(desk)
    assert [one.action.id for one in plan.open] == [draft.plan.actions[0].id]
    assert (plan.open[0].action.visit_id, plan.open[0].action.child_id) == (visit.id, desk.people["noah"])
    assert [one.words for one in plan.words] == ["I want him near."]
    assert [entry.kind for entry in desk.records.kept.outbox] == [EntryKind.VISIT, EntryKind.ACTION]
    assert "near" not in str(desk.records.kept.outbox)


def test_a_review_ends_an_action_or_leaves_it_open_and_is_not_posted(desk, draft):
    close(desk, add(desk, draft))
    [planned] = plan_of_family(desk).open
    for outcome, still_open in ((ActionOutcome.PARTLY, 1), (ActionOutcome.NOT_DONE, 1), (ActionOutcome.DONE, 0)):
        desk.clock.move(days=1)
        entries = len(desk.records.kept.outbox)
        close(desk, plans.review_action(begin(desk), desk.clock, planned.action.id, outcome))
        assert len(plan_of_family(desk).open) == still_open
        assert len(desk.records.kept.outbox) == entries + 1
    assert [one.outcome for one in plan_of_family(desk).ended[0].reviews] == [
        ActionOutcome.PARTLY,
        ActionOutcome.NOT_DONE,
        ActionOutcome.DONE,
    ]


def test_a_fourth_action_waits_until_one_is_done(desk, draft):
    for number in range(3):
        draft = add(desk, draft, replace(COT, want=f"Action {number}"))
    with pytest.raises(RuleError, match="at most 3 actions"):
        add(desk, draft)
    close(desk, draft)
    again, plan = begin(desk), plan_of_family(desk)
    with pytest.raises(RuleError, match="at most 3 actions"):
        add(desk, again)
    again = plans.review_action(again, desk.clock, plan.open[0].action.id, ActionOutcome.CHANGED)
    assert len(add(desk, again).plan.actions) == 1
    back = plans.review_action(again, desk.clock, plan.open[0].action.id, None)
    assert back.plan.reviews == ()


def test_what_was_agreed_about_the_sleep_space_begins_an_action(desk):
    noah, today = desk.people["noah"], desk.clock.today()
    home = families.move_children(desk.records, desk.clock, desk.family_id, [noah], "2 Mill", PlaceKind.HOME, today)
    agreed = Agreed("A new mattress", "Callum", today)
    draft = answer_item(begin(desk), desk.clock, home.id, Night.TONIGHT, SleepItem.MATTRESS, SleepAnswer.CHANGE, agreed)
    first = plans.starts_of(draft)[0]
    assert (first.want, first.does, first.who) == ("The mattress is firm and flat", "A new mattress", "Callum")
    taken = add(desk, draft, first)
    assert (taken.plan.actions[0].due_on, taken.plan.actions[0].carer_id) == (today, desk.people["callum"])
    assert first.want not in {start.want for start in plans.starts_of(taken)}


def test_an_action_can_be_said_again_and_taken_out(desk, draft):
    draft = add(desk, draft)
    [action] = draft.plan.actions
    assert plans.set_action(draft, replace(action, want="A travel cot")).plan.actions[0].want == "A travel cot"
    assert plans.drop_action(draft, action.id).plan.is_empty
    with pytest.raises(RuleError, match="private page"):
        plans.set_action(draft, replace(action, does="Ring the refuge"))


def test_the_end_of_a_visit_asks_for_what_is_overdue_and_for_who_and_when(desk, draft):
    close(desk, add(desk, draft))
    desk.clock.move(days=9)
    again = begin(desk)
    found = [(one.what, one.sentence, one.note) for one in missing(desk.library, view_of(desk, again))]
    said = "What became of “Noah has a cot” is not said."
    assert (Lack.ACTION, said, "Was to be done by 1 Dec, 2 days ago.") in found
    [planned] = plan_of_family(desk).open
    again = plans.review_action(again, desk.clock, planned.action.id, ActionOutcome.NOT_DONE)
    open_ended = NewAction("n1", desk.clock.now(), "A sleep bag")
    again = plans.set_action(again, open_ended)
    left = [one.sentence for one in missing(desk.library, view_of(desk, again)) if one.what is Lack.ACTION]
    assert left == ["“A sleep bag”: who does it and by when is not said."]


def test_an_overdue_plan_is_on_the_caseload_until_it_is_done(desk, draft):
    def row():
        return next(iter(caseload(desk.records, desk.library, desk.clock).rows))

    close(desk, add(desk, draft))
    assert row().late_since is None
    desk.clock.move(days=9)
    assert row().late_since == desk.clock.today() - timedelta(days=2)
    assert row().urgency[0] == 0
    [planned] = plan_of_family(desk).open
    close(desk, plans.review_action(begin(desk), desk.clock, planned.action.id, ActionOutcome.DONE))
    assert row().late_since is None


def test_the_summary_says_the_plan(desk, draft):
    close(desk, add(desk, draft))
    desk.clock.move(days=9)
    plan, again = plan_of_family(desk), begin(desk)
    text = visit_summary(desk.library, desk.family, again, desk.clock.now(), plan)
    assert "Plan\n- Overdue: Noah has a cot. Jade: Rings the baby bank. By 1 December. We will know: The" in text
    again = plans.review_action(again, desk.clock, plan.open[0].action.id, ActionOutcome.PARTLY, "Half of it")
    again = plans.say_words(add(desk, again, replace(COT, want="A sleep bag")), "It helps.", desk.people["jade"])
    text = visit_summary(desk.library, desk.family, again, desk.clock.now(), plan)
    assert "- Partly done (Half of it): Noah has a cot." in text
    assert "- New: A sleep bag." in text
    assert "- Jade Ellison said: “It helps.”" in text


def test_a_correction_of_the_words_is_posted_and_one_of_an_outcome_is_not(desk, draft):
    close(desk, add(desk, draft))
    [planned] = plan_of_family(desk).open
    close(desk, plans.review_action(begin(desk), desk.clock, planned.action.id, ActionOutcome.DONE))
    entries, wording = len(desk.records.kept.outbox), NewAction("", desk.clock.now(), "A travel cot", "Callum")
    at = (desk.records, desk.clock, desk.family_id)
    new = plans.correct_action(*at, planned.action.id, why="Not that one.", wording=wording)
    assert desk.records.kept.outbox[entries].kind is EntryKind.CORRECTION
    assert desk.records.kept.outbox[entries].payload["corrects"] == planned.action.id
    [ended] = plan_of_family(desk).ended
    assert (ended.action, ended.outcome) == (new, ActionOutcome.DONE)
    plans.correct_review(*at, ended.reviews[0].id, why="Not yet.", outcome=ActionOutcome.NOT_DONE)
    assert [one.action for one in plan_of_family(desk).open] == [new]
    assert len(desk.records.kept.outbox) == entries + 1
    with pytest.raises(RuleError, match="corrected already"):
        plans.correct_action(*at, planned.action.id, why="Again.", wording=wording)
    with pytest.raises(RuleError, match="What you want is needed"):
        plans.correct_action(*at, new.id, why="Again.", wording=replace(wording, want=""))
    with pytest.raises(RuleError, match="corrected already"):
        plans.correct_review(*at, ended.reviews[0].id, why="Again.", outcome=ActionOutcome.DONE)
    with pytest.raises(UnknownError):
        plans.correct_review(*at, "nobody", why="Again.", outcome=ActionOutcome.DONE)


def test_what_a_parent_said_is_corrected_by_a_new_record(desk, draft):
    close(desk, plans.say_words(draft, "I want him far.", desk.people["jade"]))
    [said] = plan_of_family(desk).words
    at = (desk.records, desk.clock, desk.family_id)
    new = plans.correct_words(*at, said.id, why="Misheard.", words="I want him near.")
    assert plan_of_family(desk).words == (new,)
    assert (new.corrects, new.carer_id) == (said.id, desk.people["jade"])
    for wrong in (" ", "the refuge"):
        with pytest.raises(RuleError):
            plans.correct_words(*at, new.id, why="x", words=wrong)


def test_the_copy_for_the_family_holds_what_is_open_and_what_is_being_said(desk, draft):
    close(desk, plans.say_words(add(desk, draft), "I want him near.", desk.people["jade"]))
    plan, again = plan_of_family(desk), begin(desk)
    assert [line.want for line in plan_paper(desk.family, plan).lines] == ["Noah has a cot"]
    again = plans.review_action(again, desk.clock, plan.open[0].action.id, ActionOutcome.DONE)
    again = add(desk, again, replace(COT, want="A sleep bag"))
    paper = plan_paper(desk.family, plan, again.plan)
    assert [(line.want, line.by) for line in paper.lines] == [("A sleep bag", "Tuesday 1 December")]
    assert paper.words == (("Jade", "I want him near."),)
    assert plan_paper(desk.family, Plan()).lines == ()


def test_the_order_of_a_plan_has_its_picture_and_the_worker(desk, draft):
    paper = plan_paper(desk.family, Plan(), add(desk, draft).plan)
    settings = Settings(worker_name="Sam")
    order = order_plan(desk.library, fakes.FakePress(), desk.clock, settings, paper, next_visit="Monday")
    assert (order.design.kind, order.variant.title, order.contact.name) == ("plan", "Our plan", "Sam")
    assert order.family == FamilyWords(next_visit="Monday")
    assert (list(order.pictures), order.plan) == (["plan-together"], paper)


def test_a_plan_that_says_too_much_is_never_laid_out(desk, draft):
    paper = plan_paper(desk.family, Plan(), add(desk, draft).plan)
    wrong = replace(paper, words=(("Jade", "domestic abuse"),))
    with pytest.raises(RuleError, match="private page"):
        order_plan(desk.library, fakes.FakePress(), desk.clock, Settings(), wrong)
    with pytest.raises(RuleError, match="private page"):
        order_plan(desk.library, fakes.FakePress(), desk.clock, Settings(), paper, next_visit="After the refuge")


def test_a_press_without_a_design_for_plans_says_so(desk, draft):
    class Bare(fakes.FakePress):
        def designs(self):
            return [one for one in super().designs() if one.kind != "plan"]

    paper = plan_paper(desk.family, Plan(), add(desk, draft).plan)
    with pytest.raises(PressError, match="no design for a plan"):
        order_plan(desk.library, Bare(), desk.clock, Settings(), paper)


def looked_at(desk, draft):
    """A visit with an action that is overdue in two weeks, and a sleep space."""
    today = desk.clock.today()
    place = families.move_children(
        desk.records, desk.clock, desk.family_id, [desk.people["noah"]], "2 Mill Lane", PlaceKind.HOME, today
    )
    return answer_item(add(desk, draft), desk.clock, place.id, Night.TONIGHT, SleepItem.SMOKE, SleepAnswer.TOLD_FINE)


def test_nothing_of_a_visit_entered_in_error_holds(desk, draft):
    visit = close(desk, looked_at(desk, draft))
    mended = corrections.correct_visit(desk.records, desk.clock, visit.id, why="Not seen.", children_seen=("noah",))
    desk.clock.move(days=14)
    before = families.family_view(desk.records, desk.library, desk.clock, desk.family_id)
    assert (len(before.checks), len(before.plan.open)) == (1, 1)
    assert caseload(desk.records, desk.library, desk.clock).rows[0].late_since is not None
    corrections.withdraw_visit(desk.records, desk.clock, mended.id, why="Wrong family.")
    after = families.family_view(desk.records, desk.library, desk.clock, desk.family_id)
    assert (after.checks, after.plan) == ((), Plan())
    assert caseload(desk.records, desk.library, desk.clock).rows[0].late_since is None
    assert view_of(desk, draft).checks == ()


def test_a_visit_with_a_plan_cannot_become_an_attempt(desk, draft):
    visit = close(desk, add(desk, draft))
    with pytest.raises(RuleError, match="a plan is on record from this visit"):
        corrections.correct_visit(
            desk.records, desk.clock, visit.id, why="No.", outcome=VisitOutcome.NO_ACCESS, presences=()
        )
