"""Words stay open to newer versions; ids are made on the laptop."""

import uuid

import pytest

from kit.domain.advice import Reason, VariantKey, ordinary_reason
from kit.domain.carer import Tie
from kit.domain.identity import new_id
from tests import makers


def test_an_unknown_word_is_kept_exactly_as_it_came():
    word = Tie("great-aunt")
    assert (str(word), word.is_known, word == Tie("great-aunt")) == ("great-aunt", False, True)


def test_a_known_word_is_the_one_we_know():
    assert Tie("mother") is Tie.MOTHER


def test_an_empty_word_is_refused():
    with pytest.raises(ValueError, match="not a valid Tie"):
        Tie("")


def test_ids_are_uuid_version_7_and_sort_by_time():
    first, later = new_id(makers.NOON), new_id(makers.NOON.replace(hour=13))
    assert uuid.UUID(first).version == 7
    assert uuid.UUID(first).variant == uuid.RFC_4122
    assert first < later


def test_ids_of_one_moment_differ():
    assert len({new_id(makers.NOON) for _ in range(1000)}) == 1000


@pytest.mark.parametrize("name", ["standard", "easy-read", "easy-read.fathers", "standard.pl", "easy-read.fathers.pl"])
def test_the_name_of_a_variant_says_all_of_it(name):
    assert VariantKey.named(name).name == name


@pytest.mark.parametrize(
    "name", ["", "large", "standard.PL", "easy-read.mothers", "standard.pl.pl", "standard.fathers.x1"]
)
def test_a_name_that_is_no_variant_is_refused(name):
    with pytest.raises(ValueError, match="is not"):
        VariantKey.named(name)


def test_not_safe_never_reaches_an_ordinary_record():
    assert ordinary_reason(Reason.NOT_SAFE) is Reason.ANOTHER_DAY
    assert ordinary_reason(Reason.DECLINED) is Reason.DECLINED
