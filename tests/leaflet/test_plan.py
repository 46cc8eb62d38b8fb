"""The plan on paper, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, PlanLine, PlanPaper
from tests.leaflet import orders, paper


@pytest.fixture(scope="module")
def made(press):
    return press.make(orders.plan())


def test_its_name_tells_nothing(made):
    assert (made.title, made.file_name) == ("Our plan", "leaflet.pdf")


def test_a_plan_of_three_actions_is_one_sheet_to_keep(made):
    assert made.pages == 1


def test_everything_that_was_said_is_on_it_and_nothing_else(made):
    text = paper.texts(made.pdf)[0]
    assert "Noah has his own clear cot Who: Jade What: Rings the baby bank By: Friday 27 November" in text
    assert "We will know when: It is up" in text
    assert "Denise’s sofa is not for sleep What: Puts the travel cot up Done" in text
    assert "Jade said: “I want him to sleep near me.”" in text
    assert "01632 960142" in text
    assert text.count("Done") == 3
    assert text.count("Who:") == 2


def test_an_action_without_a_wish_is_called_by_its_deed(made):
    assert "Rings Callum in the evening Who: Sam Whitfield By:" in paper.texts(made.pdf)[0]


def test_each_action_is_a_section_with_a_heading(made):
    kinds = paper.kinds(made.pdf)
    assert kinds.count("/H1") == 1
    assert kinds.count("/Sect") == 5
    assert kinds.count("/H2") == 5


def test_a_plan_with_nothing_in_it_is_not_made(press):
    for empty in (None, PlanPaper(())):
        with pytest.raises(PressError, match="nothing in the plan yet"):
            press.make(orders.plan(empty))


def test_what_a_parent_chose_is_enough_for_a_plan(press):
    said = "My walk-away plan: I go to the kitchen."
    text = " ".join(paper.texts(press.make(orders.plan(PlanPaper((), (("Jade", said),)))).pdf))
    assert "My walk-away plan" in text
    assert "to do" not in text


def test_very_long_words_go_on_to_further_pages_and_are_never_lost(press):
    long = PlanLine("Noah sleeps well " * 9, "Jade and Denise", "Rings " * 25, "Friday 27 November", "It is up " * 20)
    leaflet = press.make(orders.plan(replace(orders.PLAN, lines=(long,) * 3), contact=ContactBox()))
    assert leaflet.pages > 1
    assert sum(text.count("Friday 27 November") for text in paper.texts(leaflet.pdf)) == 3
