"""Plans: at most three open actions, what became of them, and words that belong on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.errors import RuleError
from kit.domain.plan import (
    Action,
    ActionOutcome,
    ActionReview,
    NewAction,
    NewReview,
    ParentWords,
    PlanDraft,
    plan_of,
)
from kit.domain.plan_words import action_words, late_words

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DUE = date(2026, 11, 27)


def action(name="p1", **changes):
    values = {"want": "A cot", "who": "Jade", "carer_id": "jade", "does": "Rings", "due_on": DUE, "sign": "It is up"}
    when = {"occurred_at": AT, "recorded_at": AT, "worker": "Sam"}
    return Action(name, "ellison", "v1", "noah", **(values | when | changes))


def review(name, outcome, of="p1", minutes=0, **changes):
    at = AT + timedelta(minutes=minutes)
    return ActionReview(name, of, "ellison", "v2", outcome, "", at, at, "Sam", **changes)


def test_an_action_is_open_until_it_is_done_or_changed():
    for outcome, is_open in (
        (ActionOutcome.DONE, False),
        (ActionOutcome.CHANGED, False),
        (ActionOutcome.PARTLY, True),
        (ActionOutcome.NOT_DONE, True),
        (ActionOutcome("postponed-by-a-newer-kit"), True),
    ):
        plan = plan_of([action()], [review("r1", outcome)])
        assert bool(plan.open) is is_open
        assert bool(plan.ended) is not is_open


def test_the_last_review_holds_and_a_corrected_one_does_not():
    first, later = review("r1", ActionOutcome.DONE), review("r2", ActionOutcome.PARTLY, minutes=5)
    assert plan_of([action()], [later, first]).open
    mended = review("r3", ActionOutcome.DONE, minutes=5, corrects="r2", why="Wrong.")
    assert not plan_of([action()], [later, first, mended]).open


def test_overdue_begins_the_day_after():
    plan = plan_of([action()], [])
    assert not plan.overdue(DUE)
    assert plan.overdue(DUE + timedelta(days=1))
    assert not plan_of([action(due_on=None)], []).overdue(DUE + timedelta(days=400))
    assert not plan_of([action()], [review("r1", ActionOutcome.DONE)]).overdue(DUE + timedelta(days=1))
    assert late_words(DUE, DUE + timedelta(days=1)) == "Was to be done by 27 Nov, 1 day ago"


def test_a_new_wording_takes_the_reviews_of_the_old_one_along():
    mended = action("p2", want="A travel cot", corrects="p1", why="Not that.")
    plan = plan_of([action(), mended], [review("r1", ActionOutcome.PARTLY)])
    assert [(one.action.want, one.outcome) for one in plan.open] == [("A travel cot", ActionOutcome.PARTLY)]


def test_the_earliest_day_comes_first_and_no_day_last():
    plan = plan_of([action("p1", due_on=None), action("p2"), action("p3", due_on=date(2026, 11, 25))], [])
    assert [one.action.id for one in plan.open] == ["p3", "p2", "p1"]


def test_the_last_words_of_each_parent_that_still_stand():
    def said(name, carer, minutes, **changes):
        at = AT + timedelta(minutes=minutes)
        return ParentWords(name, "ellison", "v1", carer, name, at, at, "Sam", **changes)

    kept = [said("w1", "jade", 0), said("w2", "jade", 5), said("w3", "callum", 1)]
    assert [one.id for one in plan_of([], [], kept).words] == ["w2", "w3"]
    mended = said("w4", "callum", 9, corrects="w2")
    assert [one.id for one in plan_of([], [], [*kept, mended]).words] == ["w1", "w4"]


@given(st.data())
def test_any_order_of_events_gives_the_same_plan_and_nothing_disappears(data):
    actions, reviews = [], []
    for number in range(data.draw(st.integers(1, 6))):
        old = data.draw(st.sampled_from([None, *actions]))
        is_taken = old is not None and any(one.corrects == old.id for one in actions)
        changes = {"corrects": old.id, "why": "x"} if old and not is_taken else {}
        actions.append(action(f"p{number}", want=f"w{number}", **changes))
    for number in range(data.draw(st.integers(0, 8))):
        of = data.draw(st.sampled_from(actions)).id
        outcome = data.draw(st.sampled_from(list(ActionOutcome)))
        reviews.append(review(f"r{number}", outcome, of, data.draw(st.integers(0, 3))))
    plan = plan_of(actions, reviews)
    random = data.draw(st.randoms())
    other = plan_of(random.sample(actions, len(actions)), random.sample(reviews, len(reviews)))
    assert plan == other
    everyone = (*plan.open, *plan.ended)
    corrected = {one.corrects for one in actions}
    assert {one.action.id for one in everyone} == {one.id for one in actions} - corrected
    assert sorted(one.id for planned in everyone for one in planned.reviews) == sorted(one.id for one in reviews)


def test_room_for_three():
    plan = plan_of([action("p1"), action("p2")], [])
    draft = PlanDraft()
    assert plan.room(draft) == 1
    full = draft.with_action(NewAction("n1", AT, "A cot"))
    assert plan.room(full) == 0
    assert plan.room(full.with_review(NewReview("p1", ActionOutcome.DONE, AT))) == 1
    assert plan.room(full.with_review(NewReview("p1", ActionOutcome.NOT_DONE, AT))) == 0


def test_what_is_said_again_replaces_what_was_said():
    first = NewAction("n1", AT, "A cot")
    draft = PlanDraft().with_action(first).with_action(replace(first, want="A travel cot"))
    assert [one.want for one in draft.actions] == ["A travel cot"]
    assert draft.without_action("n1").is_empty
    again = draft.with_review(NewReview("p1", ActionOutcome.DONE, AT)).with_review(
        NewReview("p1", ActionOutcome.PARTLY, AT)
    )
    assert [one.outcome for one in again.reviews] == [ActionOutcome.PARTLY]
    assert again.without_review("p1").reviews == ()


def test_an_empty_action_is_no_plan():
    assert PlanDraft().with_action(NewAction("n1", AT, due_on=DUE, who="Jade")).is_empty


@pytest.mark.parametrize("field", ["want", "who", "does", "sign"])
def test_what_rule_zero_hides_is_refused(field):
    with pytest.raises(RuleError, match="private page") as caught:
        PlanDraft().with_action(NewAction("n1", AT, **{field: "Ring the refuge"}))
    assert caught.value.field == field


def test_a_parents_words_are_kept_as_one_line_and_not_too_long():
    assert PlanDraft().with_words("  I want\nhim near. ", "jade").words == "I want him near."
    with pytest.raises(RuleError, match="longer than 300 letters"):
        PlanDraft().with_words("a" * 301, "jade")
    with pytest.raises(RuleError, match="private page"):
        PlanDraft().with_words("He is violent", "jade")


def test_how_an_action_is_said():
    assert action_words(action()) == "A cot. Jade: Rings. By 27 November. We will know: It is up."
    assert action_words(action(want="A cot.", who="", does="", due_on=None, sign="")) == "A cot."
