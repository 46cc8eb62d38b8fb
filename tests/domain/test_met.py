"""What text and ways tell of needs met; what they do not tell is not said."""

from datetime import date

import pytest

from kit.domain.adjustments import CATEGORIES, category_of, code_of
from kit.domain.advice import Outcome, Reason, Topic, Way
from kit.domain.carer import MetHow, Need, NeedKind, NeedMet, NeedStage, NeedStep
from kit.domain.met import MET_BY, met_by, ways_to_meet
from kit.domain.visit import Tick
from tests import makers


def tick(variant="easy-read", ways=(Way.TALKED,), **changes):
    return Tick(
        "jade", Topic.SAFER_SLEEP, makers.text(variant=variant), Outcome.GIVEN, makers.NOON, ways=ways, **changes
    )


def how(kind, one):
    return next((met.how for met in met_by(one, [makers.need("jade", kind)])), None)


@pytest.mark.parametrize(
    ("kind", "one", "expected"),
    [
        (NeedKind.EASY_READ, tick("easy-read.fathers"), MetHow.EASY_READ_TEXT),
        (NeedKind.EASY_READ, tick("standard"), MetHow.NOT_MET),
        (NeedKind.EASY_READ, tick("of.a.newer.kit"), MetHow.NOT_MET),
        (NeedKind.PICTURES, tick(ways=(Way.TALKED,)), MetHow.NOT_MET),
        (NeedKind.PICTURES, tick(ways=(Way.SHOWN,)), MetHow.PICTURES_SHOWN),
        (NeedKind.LARGE_PRINT, tick(ways=(Way.TALKED,)), None),
        (NeedKind.LARGE_PRINT, tick(ways=(Way.SHOWN, Way.PRINTED)), MetHow.LARGE_PRINT_LEAFLET),
        (NeedKind.LARGE_PRINT, tick(ways=(Way.SHOWN,)), MetHow.SHOWN_LARGE),
        (NeedKind.READ_ALOUD, tick(ways=(Way.PRINTED,)), None),
        (NeedKind.READ_ALOUD, tick(), MetHow.TALKED_THROUGH),
        (NeedKind.INTERPRETER, tick(), None),
        (NeedKind.MORE_TIME, tick(), None),
        (NeedKind("sunshine"), tick(), None),
    ],
)
def test_what_goes_without_saying(kind, one, expected):
    assert how(kind, one) == expected


def test_what_the_worker_said_comes_before_it():
    said = (NeedMet(NeedKind.EASY_READ, MetHow.TALKED_THROUGH), NeedMet(NeedKind.MORE_TIME, MetHow.LONGER_VISIT))
    needs = [makers.need("jade"), makers.need("jade", NeedKind.MORE_TIME)]
    assert met_by(tick(met=said), needs) == said


def test_advice_that_was_not_given_met_nothing():
    away = Tick("jade", Topic.CRYING, makers.text(), Outcome.NOT_GIVEN, makers.NOON, reason=Reason.DECLINED)
    assert met_by(away, [makers.need("jade")]) == ()


def test_every_need_can_be_met_and_every_one_be_not_met():
    assert set(MET_BY) == set(CATEGORIES) == set(NeedKind)
    assert all(ways_to_meet(kind)[-1] is MetHow.NOT_MET for kind in NeedKind)
    assert ways_to_meet(NeedKind("sunshine")) == (MetHow.NOT_MET,)


@pytest.mark.parametrize(
    ("kind", "detail", "code"),
    [
        (NeedKind.INTERPRETER, " polish", "203901000000102"),
        (NeedKind.INTERPRETER, "Tigrinya", "315594003"),
        (NeedKind.LARGE_PRINT, "24 point", "957351000000102"),
        (NeedKind.LARGE_PRINT, "", None),
        (NeedKind.LARGE_PRINT, "16", None),
        (NeedKind.PICTURES, "", None),
        (NeedKind("sunshine"), "", None),
    ],
)
def test_codes_are_those_that_were_seen_and_no_others(kind, detail, code):
    found = code_of(Need("n", "jade", kind, detail))
    assert (found.code if found else None) == code


def test_a_word_of_a_newer_kit_has_no_category():
    assert category_of(makers.need("jade", NeedKind("sunshine"))) == ""


def step(stage, day, **changes):
    return NeedStep(f"s{day}", "n", stage, date(2026, 11, day), makers.NOON, "Sam", **changes)


def test_of_two_steps_of_a_stage_the_one_kept_last_holds():
    need = Need("n", "jade", NeedKind.EASY_READ, steps=(step(NeedStage.MET, 12), step(NeedStage.MET, 10)))
    assert need.reached_on(NeedStage.MET) == date(2026, 11, 10)


def test_a_review_overdue_is_after_its_day():
    need = Need("n", "jade", NeedKind.EASY_READ, review_by=date(2026, 11, 20))
    assert [need.is_review_overdue(date(2026, 11, day)) for day in (19, 20, 21)] == [False, False, True]
    done = Need("n", "jade", NeedKind.EASY_READ, steps=(step(NeedStage.REVIEWED, 1, is_still_needed=False),))
    assert done.is_over
    assert not done.is_review_overdue(date(2027, 11, 20))
