"""Dates as a worker types them, and as they are said."""

from datetime import date

import pytest

from kit.domain.dates import as_typed, day_and_month, long_date, short_date, typed_day
from kit.domain.errors import RuleError


@pytest.mark.parametrize("text", ["20/10/2026", "20.10.2026", " 20-10-2026 ", "20 10 2026"])
def test_a_day_is_read_as_it_is_typed(text):
    assert typed_day(text) == date(2026, 10, 20)


def test_the_day_comes_first():
    assert typed_day("3/4/2026") == date(2026, 4, 3)
    assert as_typed(date(2026, 4, 3)) == "03/04/2026"


@pytest.mark.parametrize("text", ["", "yesterday", "20/10/26", "2026-10-20", "20/10", "٣/٤/٢٠٢٦ and"])
def test_what_is_no_date_is_said_with_an_example(text):
    with pytest.raises(RuleError, match="such as 20/10/2026"):
        typed_day(text, "born_on")


def test_a_day_that_is_not_in_the_calendar():
    with pytest.raises(RuleError, match=r"31/02/2026 is not in the calendar") as caught:
        typed_day("31/02/2026", "born_on")
    assert caught.value.field == "born_on"


def test_a_day_is_said_as_long_as_there_is_room_for():
    day = date(2026, 11, 5)
    assert (long_date(day), day_and_month(day), short_date(day)) == ("5 November 2026", "5 November", "5 Nov")
