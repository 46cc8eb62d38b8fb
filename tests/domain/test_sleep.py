"""Sleep spaces: what was answered, what is known now, and that a move makes everything unseen again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.errors import RuleError
from kit.domain.family import Place, PlaceKind, Stay
from kit.domain.plan_words import agreed_words, line_words, space_words
from kit.domain.sleep import (
    Agreed,
    Condition,
    Known,
    Night,
    Reply,
    SleepAnswer,
    SleepCheck,
    SleepItem,
    SleepLine,
    SleepSpace,
    babies_at,
    space_now,
    standing_checks,
)
from tests import makers

START = datetime(2026, 11, 1, 10, 0, tzinfo=UTC)
FINE = SleepLine(SleepItem.OWN_BED, SleepAnswer.SEEN_FINE)
TOLD = SleepLine(SleepItem.SMOKE, SleepAnswer.TOLD_FINE)
CHANGE = SleepLine(SleepItem.BEDDING, SleepAnswer.CHANGE, Agreed("Duvet out", "Jade", date(2026, 11, 27)))


def home(*stays):
    """The Ellisons, Noah staying at these places one after the other, a day each."""
    places = tuple(Place(name, "ellison", name.title(), PlaceKind.HOME) for name in "abc")
    kept = tuple(
        Stay(f"s{number}", "noah", place, START.date() + timedelta(days=day))
        for number, (place, day) in enumerate(stays)
    )
    return replace(makers.half_siblings(), places=places, stays=kept)


def check(name="c1", place="a", stay="s0", lines=(FINE,), **changes):
    values = {"night": Night.TONIGHT, "occurred_at": START, "recorded_at": START, "worker": "Sam", "lines": lines}
    return SleepCheck(name, "ellison", "v1", "noah", place, stay, **(values | changes))


def now(checks, family, place="a", day=30):
    return space_now(checks, family, "noah", place, START.date() + timedelta(days=day))


def test_nothing_is_answered_at_first():
    space = SleepSpace("a", Night.TONIGHT, START)
    assert space.is_empty
    assert {space.line(item).answer for item in SleepItem} == {SleepAnswer.NOT_ASKED}
    assert {space.reply(condition) for condition in Condition} == {Reply.NOT_ASKED}


def test_an_answer_replaces_the_one_before_and_not_asked_takes_it_back():
    space = SleepSpace("a", Night.TONIGHT, START).answered(CHANGE, START).answered(FINE, START)
    assert [line.item for line in space.lines] == [SleepItem.OWN_BED, SleepItem.BEDDING]
    fine = space.answered(replace(CHANGE, answer=SleepAnswer.SEEN_FINE), START)
    assert fine.line(SleepItem.BEDDING) == SleepLine(SleepItem.BEDDING, SleepAnswer.SEEN_FINE)
    assert space.answered(replace(CHANGE, answer=SleepAnswer.NOT_ASKED), START).lines == (FINE,)


def test_a_question_is_answered_and_taken_back():
    space = SleepSpace("a", Night.TONIGHT, START).replied(Condition.SOFAS, Reply.YES, START)
    assert space.reply(Condition.SOFAS) is Reply.YES
    assert space.replied(Condition.SOFAS, Reply.NOT_ASKED, START).is_empty


@pytest.mark.parametrize("field", ["what", "who", "missing", "asked_from"])
@pytest.mark.parametrize("words", ["Refuge", "He is ABUSIVE", "domestic things", "rang the IDVA"])
def test_what_rule_zero_hides_is_refused_where_others_read(field, words):
    line = SleepLine(SleepItem.BEDDING, SleepAnswer.CHANGE, Agreed(**{field: words}))
    with pytest.raises(RuleError, match="private page") as caught:
        SleepSpace("a", Night.TONIGHT, START).answered(line, START)
    assert caught.value.field == field


def test_seen_told_and_what_is_to_change():
    found = now([check(lines=(TOLD,))], home(("a", 0)))
    assert (found.seen_on, found.told_on) == (None, START.date())
    found = now([check(lines=(FINE, CHANGE))], home(("a", 0)))
    assert (found.seen_on, found.told_on) == (START.date(), None)
    assert found.changes == (CHANGE,)
    seen = replace(CHANGE, agreed=replace(CHANGE.agreed, known=Known.SEEN))
    assert now([check(lines=(seen,))], home(("a", 0))).seen_on == START.date()
    assert now([check(lines=(CHANGE,))], home(("a", 0))).seen_on is None


def test_the_newest_answer_holds_for_each_sleep():
    later = check("c2", lines=(SleepLine(SleepItem.BEDDING, SleepAnswer.SEEN_FINE),), occurred_at=START.replace(day=3))
    away = check("c3", lines=(CHANGE,), night=Night.AWAY)
    assert now([later, check(lines=(CHANGE,))], home(("a", 0))).changes == ()
    assert now([later, check(lines=(CHANGE,)), away], home(("a", 0))).changes == (CHANGE,)


def test_a_corrected_check_no_longer_counts():
    mended = check("c2", lines=(TOLD,), corrects="c1", why="Wrong row.")
    assert standing_checks([check(), mended]) == (mended,)
    assert now([check(), mended], home(("a", 0))).seen_on is None


def test_another_place_and_another_child_know_nothing_of_it():
    assert now([check()], home(("a", 0)), place="b").lines == ()
    assert space_now([check()], home(("a", 0)), "ruby", "a", START.date()).lines == ()


def test_after_a_move_it_says_so():
    family = home(("a", 0), ("b", 2))
    assert space_words(now([check()], family, "b")) == "Sleep space not seen since the move"
    assert space_words(now([check()], home(("a", 0)))) == "Sleep space seen 1 Nov"
    assert space_words(now([], family, "b")) == "Sleep space not seen yet"


def test_coming_back_to_an_old_place_the_same_day_is_not_seen_either():
    family = home(("a", 0), ("b", 0), ("a", 0))
    assert now([check()], family).lines == ()
    assert now([check(), check("c2", stay="s2")], family).seen_on == START.date()


DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from("abc")),
        st.tuples(
            st.just("check"),
            st.tuples(
                st.sampled_from("abc"),
                st.sampled_from(list(Night)),
                st.sampled_from(list(SleepItem)),
                st.sampled_from([answer for answer in SleepAnswer if answer is not SleepAnswer.NOT_ASKED]),
            ),
        ),
    ),
    max_size=24,
)


def live(deeds):
    """The family after these deeds, and every check; several of them may fall on one day."""
    numbers, stays, checks = count(), [("a", 0)], []
    for number, (deed, what) in enumerate(deeds):
        if deed == "move":
            stays.append((what, number // 3))
        else:
            place, night, item, answer = what
            at = START + timedelta(days=number // 3, minutes=number)
            stay = home(*stays).stay_of("noah", at.date())
            name = f"c{next(numbers):03}"
            checks.append(check(name, place, stay.id, (SleepLine(item, answer),), night=night, occurred_at=at))
    return stays, checks


@given(DEEDS, st.sampled_from("abc"))
def test_a_move_makes_every_item_of_every_place_unseen_again(deeds, to):
    stays, checks = live(deeds)
    after = home(*stays, (to, 20))
    for place in "abc":
        found = now(checks, after, place)
        assert not any(found.is_known(item) for item in SleepItem)
        assert (found.seen_on, found.told_on, found.changes) == (None, None, ())
        assert found.was_moved is bool(checks)


@given(DEEDS, st.randoms())
def test_the_order_in_which_records_are_read_changes_nothing(deeds, random):
    stays, checks = live(deeds)
    shuffled = random.sample(checks, len(checks))
    for place in "abc":
        one, other = now(checks, home(*stays), place), now(shuffled, home(*stays), place)
        assert (one.seen_on, one.told_on) == (other.seen_on, other.told_on)
        assert by_item(one) == by_item(other)


def by_item(found):
    return {(night, line.item): line for night, line in found.lines}


@given(DEEDS)
def test_a_correction_hides_one_check_and_loses_none(deeds):
    _, checks = live(deeds)
    for old in checks:
        new = replace(old, id=f"{old.id}-new", corrects=old.id, why="Wrong.")
        assert set(standing_checks([*checks, new])) == {*checks, new} - {old}


def test_whose_sleep_space_it_is():
    family = home(("a", 0))
    twin = makers.child("mia")
    twins = replace(family, children=(*family.children, twin))
    today = START.date()
    assert babies_at(twins, "a", today) == ("noah",)
    assert set(babies_at(twins, "b", today)) == {"noah", "mia"}
    assert babies_at(family, "b", today) == ("noah",)
    assert babies_at(replace(family, children=(makers.child("ruby", date(2023, 9, 1)),)), "b", today) == ("ruby",)
    assert babies_at(replace(family, children=()), "b", today) == ()


def test_how_it_is_said():
    whole = Agreed("A new mattress", "Denise", date(2026, 11, 27), "Mattress", "Baby bank", Known.SEEN)
    assert agreed_words(whole) == ("A new mattress, Denise, by 27 November. Missing: mattress, asked from: Baby bank")
    assert agreed_words(Agreed()) == ""
    line = SleepLine(SleepItem.MATTRESS, SleepAnswer.CHANGE, replace(whole, missing="", asked_from=""))
    assert line_words(line) == "Mattress: change (I saw it). A new mattress, Denise, by 27 November"
    assert line_words(TOLD) == "Smoke: told, fine"
