"""What is tried together, and what came of it."""

import pytest

from kit.domain import together
from kit.domain.together import Tried, chosen_plans, newest
from kit.domain.wording import tried_line
from tests import makers

FOUND = Tried("find", "What is wrong in this cot?", 3, 4)
PLAN = Tried("walk-away-plan", "My walk-away plan", words=("I go to the kitchen.", "I ring a friend."))


def test_the_most_that_was_found_counts_and_the_plan_chosen_last():
    fewer, other = (
        Tried("find", "What is wrong in this cot?", 1, 4),
        Tried("walk-away-plan", "My plan", words=("Out.",)),
    )
    assert newest((FOUND, PLAN), (fewer, other)) == (FOUND, other)
    assert newest((fewer,), (FOUND,)) == (FOUND,)


def test_each_carer_has_a_plan_of_their_own_and_the_newest_holds():
    other = Tried("walk-away-plan", "My plan", words=("I go to the garden.",))
    given = [makers.advice("a1", carer_id="jade", tried=(FOUND, PLAN)), makers.advice("a2", carer_id="jade")]
    given.append(makers.advice("a3", carer_id="callum", tried=(PLAN,)))
    assert chosen_plans(given) == (("jade", PLAN), ("callum", PLAN))
    assert chosen_plans([makers.advice("a4", carer_id="jade", tried=(other,))], chosen_plans(given)) == (
        ("jade", other),
        ("callum", PLAN),
    )


def test_it_is_said_in_a_line():
    assert tried_line((FOUND, PLAN)) == (
        "What is wrong in this cot? 3 of 4 found; My walk-away plan: I go to the kitchen. I ring a friend."
    )


def test_what_was_kept_is_read_as_it_was():
    assert Tried.read("walk-away-plan", "My walk-away plan", 0, 0, list(PLAN.words)) == PLAN


@pytest.mark.parametrize("place", [key for key, _ in together.WALK_AWAY.places])
def test_the_plan_in_whole_is_what_was_chosen_between_what_holds_for_everybody(place):
    people = ("friend", "other")
    own = together.WALK_AWAY.own(place, people)
    assert together.WALK_AWAY.sentences(place, people)[1:-1] == own
