"""What is learnt later is a fact of its own, with its day and its source; the first record stays as it was."""

from datetime import timedelta

import pytest

from kit.domain.carer import NeedKind, Tie
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import ELSEWHERE, FactKind, Source
from kit.domain.family import PlaceKind
from kit.domain.settings import Settings
from kit.service import families
from kit.service.learning import NewFact, learn
from tests import makers

JADE = Source(told_by="Jade")


def know(desk, *facts):
    return learn(desk.records, desk.clock, desk.family_id, *(NewFact(*each) for each in facts))


def test_a_baby_is_born_and_named(desk):
    due = desk.clock.today() + timedelta(weeks=3)
    child = families.add_child(desk.records, desk.clock, desk.family_id, "", due_on=due)
    born = desk.clock.today()
    found = know(
        desk,
        (child.id, FactKind.GIVEN_NAME, "Wren", JADE),
        (child.id, FactKind.BORN_ON, born.isoformat(), JADE),
    ).child(child.id)
    assert (found.given_name, found.born_on, found.weeks_early) == ("Wren", born, 3)
    assert child.born_on is None
    assert desk.family.fact(child.id, FactKind.BORN_ON).told_by == "Jade"


def test_a_birth_in_the_future_is_refused_and_nothing_of_it_is_kept(desk):
    noah = desk.people["noah"]
    late = (desk.clock.today() + timedelta(days=2)).isoformat()
    with pytest.raises(RuleError, match="in the future"):
        know(desk, (noah, FactKind.GIVEN_NAME, "Noé"), (noah, FactKind.BORN_ON, late))
    assert desk.family.child(noah).given_name == "Noah"


def test_an_nhs_number_is_checked_and_belongs_to_one_child(desk):
    noah, ruby = desk.people["noah"], desk.people["ruby"]
    know(desk, (noah, FactKind.NHS_NUMBER, "999 000 0018"))
    assert desk.family.known(noah, FactKind.NHS_NUMBER) == "9990000018"
    with pytest.raises(RuleError, match="one of its digits is wrong") as caught:
        know(desk, (ruby, FactKind.NHS_NUMBER, "999 000 0019"))
    assert caught.value.field == "nhs_number"
    with pytest.raises(RuleError, match="another child"):
        know(desk, (ruby, FactKind.NHS_NUMBER, "9990000018"))


def test_a_number_that_was_put_right_is_free_again(desk):
    noah, ruby = desk.people["noah"], desk.people["ruby"]
    know(desk, (noah, FactKind.NHS_NUMBER, "9990000018"))
    know(desk, (noah, FactKind.NHS_NUMBER, "9990000026"))
    know(desk, (ruby, FactKind.NHS_NUMBER, "9990000018"))
    assert desk.family.known(ruby, FactKind.NHS_NUMBER) == "9990000018"


@pytest.mark.parametrize("number", ["٩٩٩٠٠٠٠٠١٨", "99900000l8", "0" * 9, "9" * 10_000])
def test_what_looks_like_a_number_is_said_plainly(desk, number):
    with pytest.raises(RuleError) as caught:
        know(desk, (desk.people["noah"], FactKind.NHS_NUMBER, number))
    assert len(str(caught.value)) < 80


def test_parental_responsibility_says_how_it_is_known(desk):
    tie = desk.family.ties_of(desk.people["callum"])[0]
    with pytest.raises(RuleError, match="who told you, or what you have seen") as caught:
        know(desk, (tie.id, FactKind.RESPONSIBILITY, "yes"))
    assert caught.value.field == "told_by"
    know(desk, (tie.id, FactKind.RESPONSIBILITY, "yes", Source("", "Birth certificate")))
    know(desk, (tie.id, FactKind.RESPONSIBILITY, "no", JADE))
    fact = desk.family.fact(tie.id, FactKind.RESPONSIBILITY)
    assert (fact.value, fact.told_by, fact.worker) == ("no", "Jade", "Sam Whitfield")
    assert [one.value for one in desk.family.facts] == ["yes", "no"]


def test_an_answer_that_is_none_is_refused(desk):
    tie = desk.family.ties_of(desk.people["callum"])[0]
    with pytest.raises(RuleError, match="not an answer"):
        know(desk, (tie.id, FactKind.RESPONSIBILITY, "perhaps", JADE))


def test_a_carer_lives_at_a_place_of_the_family_or_elsewhere(desk):
    place = families.move_children(
        desk.records,
        desk.clock,
        desk.family_id,
        [desk.people["noah"]],
        "2 Mill Lane",
        PlaceKind.HOME,
        desk.clock.today(),
    )
    jade, callum = desk.people["jade"], desk.people["callum"]
    know(desk, (jade, FactKind.LIVES_AT, place.id), (callum, FactKind.LIVES_AT, ELSEWHERE))
    assert desk.family.home_of(jade).address == "2 Mill Lane"
    assert desk.family.home_of(callum) is None
    with pytest.raises(UnknownError):
        know(desk, (jade, FactKind.LIVES_AT, "nowhere"))


def test_the_same_said_twice_is_kept_once(desk):
    phone = (desk.people["jade"], FactKind.PHONE, "01632 960999")
    know(desk, phone)
    know(desk, phone)
    know(desk, (desk.people["callum"], FactKind.PHONE, ""))
    assert len(desk.family.facts) == 1


def test_nothing_is_learnt_about_somebody_of_another_family(desk):
    with pytest.raises(RuleError, match="not in this family"):
        know(desk, ("stranger", FactKind.PHONE, "01632 960999"))


def test_a_local_number_belongs_to_one_family(desk):
    know(desk, (desk.family_id, FactKind.LOCAL_NUMBER, "A-1"))
    assert desk.family.local_number == "A-1"
    with pytest.raises(RuleError, match="A-1 belongs to another family"):
        families.add_family(desk.records, desk.clock, "Okoro", "A-1")
    other = families.add_family(desk.records, desk.clock, "Okoro", "B-2")
    assert other.name == "Okoro"


def test_where_only_initials_are_kept_there_is_no_name(desk):
    with desk.records:
        desk.records.keep_settings(Settings(keeps_initials_only=True))
        desk.records.commit()
    family = families.add_family(desk.records, desk.clock, "", "C-3")
    assert family.name == "C-3"
    with pytest.raises(RuleError, match="Initials only"):
        families.add_child(desk.records, desk.clock, family.id, "Philippa", born_on=makers.BORN)
    child = families.add_child(desk.records, desk.clock, family.id, "p.", "v", born_on=makers.BORN)
    assert child.full_name == "P V"
    with pytest.raises(RuleError, match="no NHS number"):
        learn(desk.records, desk.clock, family.id, NewFact(child.id, FactKind.NHS_NUMBER, "9990000018"))
    with pytest.raises(RuleError, match="local number is needed"):
        families.add_family(desk.records, desk.clock, "Vane")


def test_a_carer_of_two_families_is_one_person(desk):
    other = families.add_family(desk.records, desk.clock, "Reed")
    child = families.add_child(desk.records, desk.clock, other.id, "Max", born_on=makers.BORN)
    same = families.same_names(desk.records, other.id, "callum", "reed")
    assert same == (desk.people["callum"],)
    ties = [(child.id, Tie.FATHER, "")]
    there = families.add_carer(desk.records, desk.clock, other.id, "Callum", "Reed", ties, same_as=same[0])
    families.add_need(desk.records, desk.clock, other.id, there.id, NeedKind.READ_ALOUD)
    assert desk.family.is_elsewhere_too(desk.people["callum"])
    assert desk.family.has_need(desk.people["callum"], NeedKind.READ_ALOUD)
    assert families.same_names(desk.records, "a third family", "Callum", "Reed") == (desk.people["callum"],)


def test_a_stranger_is_nobody_of_another_family(desk):
    with pytest.raises(UnknownError, match="not in another family"):
        families.add_carer(
            desk.records,
            desk.clock,
            desk.family_id,
            "Callum",
            "Reed",
            [(desk.people["noah"], Tie.OTHER, "")],
            same_as=desk.people["callum"],
        )
