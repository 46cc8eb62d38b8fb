"""How values are written into a column."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.domain.advice import Way
from kit.store.columns import Json, Word, instant_of, instant_text

OFFSETS = some.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = some.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - zones are given


def test_an_instant_is_utc_that_sorts_with_the_local_offset_behind():
    summer = datetime(2026, 7, 24, 9, 42, tzinfo=timezone(timedelta(hours=1)))
    assert instant_text(summer) == "2026-07-24T08:42:00.000000Z+01:00"


@given(MOMENTS)
def test_an_instant_comes_back_exactly(moment):
    back = instant_of(instant_text(moment))
    assert (back, back.utcoffset()) == (moment, moment.utcoffset())


@given(MOMENTS, MOMENTS)
def test_instants_sort_as_text(one, other):
    if one != other:
        assert (instant_text(one) < instant_text(other)) == (one < other)


def test_an_instant_without_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        instant_text(datetime(2026, 7, 24))  # noqa: DTZ001 - that is what is refused


def test_an_instant_in_utc_is_in_utc_again():
    assert instant_of("2026-11-24T09:42:00.000000Z+00:00").tzinfo is UTC


def test_a_word_of_a_newer_kit_is_kept_as_it_came():
    word = Word(Way)
    sung = word.process_result_value("sung", None)
    assert (sung, sung.is_known, word.process_bind_param(sung, None)) == ("sung", False, "sung")


def test_a_known_word_comes_back_as_itself():
    assert Word(Way).process_result_value("talked-through", None) is Way.TALKED


def test_json_keeps_the_order_of_its_keys():
    assert Json().process_bind_param({"z": 1, "a": "Zoë"}, None) == '{"z":1,"a":"Zoë"}'
