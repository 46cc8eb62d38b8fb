"""How words look follows what the carers need who look at them, and is what the needs ask for."""

import pytest

from kit.domain.carer import MetHow, NeedKind, NeedMet
from kit.domain.letters import Ground, Letters, Size, letters_for
from kit.domain.met import met_by_showing, ways_to_meet

LETTER_NEEDS = (NeedKind.LARGE_PRINT, NeedKind.WIDER_LETTERS, NeedKind.CREAM_PAPER, NeedKind.LIGHT_ON_DARK)


def test_who_needs_nothing_gets_the_usual_letters():
    assert letters_for(()) == Letters()
    assert letters_for({NeedKind.EASY_READ, NeedKind("sunshine")}) == Letters()


@pytest.mark.parametrize("kind", LETTER_NEEDS)
def test_each_need_is_suited_by_the_letters_it_chooses_and_by_no_others(kind):
    assert letters_for({kind}).suits(kind)
    assert not Letters().suits(kind)
    assert not letters_for(set(LETTER_NEEDS) - {kind, NeedKind.LIGHT_ON_DARK}).suits(kind)


def test_large_print_is_larger_and_further_apart():
    assert letters_for({NeedKind.LARGE_PRINT}) == Letters(Size.LARGER, is_spaced=True)


def test_two_who_look_together_get_what_both_can_read():
    both = letters_for({NeedKind.LARGE_PRINT, NeedKind.WIDER_LETTERS, NeedKind.CREAM_PAPER})
    assert both == Letters(Size.LARGER, is_spaced=True, is_wide=True, ground=Ground.CREAM)


def test_of_two_grounds_the_one_that_somebody_may_not_do_without_is_chosen():
    assert letters_for({NeedKind.CREAM_PAPER, NeedKind.LIGHT_ON_DARK}).ground is Ground.DARK


def test_a_need_about_something_else_is_never_suited():
    assert not Letters(Size.LARGEST, is_spaced=True, is_wide=True, ground=Ground.DARK).suits(NeedKind.INTERPRETER)


@pytest.mark.parametrize("kind", LETTER_NEEDS[1:])
def test_showing_in_these_letters_meets_the_need_in_a_way_the_worker_can_say_too(kind):
    assert met_by_showing(letters_for({kind}), is_read_aloud=False) == (NeedMet(kind, MetHow.SHOWN_TO_SUIT),)
    assert MetHow.SHOWN_TO_SUIT in ways_to_meet(kind)


def test_having_it_read_aloud_meets_that_need():
    assert met_by_showing(Letters(), is_read_aloud=True) == (NeedMet(NeedKind.READ_ALOUD, MetHow.READ_ALOUD),)
    assert met_by_showing(Letters(), is_read_aloud=False) == ()
    assert MetHow.READ_ALOUD in ways_to_meet(NeedKind.READ_ALOUD)
