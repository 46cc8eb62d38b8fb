"""Dates as a worker types them, day, month, year, and as they are said."""

from __future__ import annotations

import re
from datetime import date, time

from kit.domain.errors import RuleError

DAY_PATTERN = "dd/mm/yyyy"
"""How a field asks for a date."""

_TYPED = re.compile(r"\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*")


def typed_day(text: str, field: str = "") -> date:
    """The day that was typed.

    Raises:
        RuleError: it is no date, said in one plain sentence.
    """
    found = _TYPED.fullmatch(text)
    if found is None:
        message = "Type the day, month and year, such as 20/10/2026."
        raise RuleError(message, field=field)
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        message = f"{text.strip()} is not in the calendar. Please check the day and the month."
        raise RuleError(message, field=field) from None


TIME_PATTERN = "hh:mm"
"""How a field asks for a time of day."""

MIDNIGHT = 24
_TIME = re.compile(r"\s*(\d{1,2})\s*[:.]\s*(\d{2})\s*")


def typed_time(text: str, field: str = "") -> time:
    """The time of day that was typed.

    Raises:
        RuleError: it is no time, said in one plain sentence.
    """
    found = _TIME.fullmatch(text)
    hour, minute = (int(part) for part in found.groups()) if found else (MIDNIGHT, 0)
    if hour >= MIDNIGHT or minute >= 60:  # noqa: PLR2004 - minutes
        message = "Type the hour and the minutes, such as 10:30."
        raise RuleError(message, field=field)
    return time(hour, minute)


def as_typed(day: date) -> str:
    """The day as a worker would type it: 20/10/2026."""
    return f"{day:%d/%m/%Y}"


def long_date(day: date) -> str:
    """12 November 2026."""
    return f"{day.day} {day:%B %Y}"


def day_and_month(day: date) -> str:
    """12 November."""
    return f"{day.day} {day:%B}"


def short_date(day: date) -> str:
    """12 Nov."""
    return f"{day.day} {day:%b}"
