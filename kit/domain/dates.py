"""Dates as a worker types them: day, month, year."""

from __future__ import annotations

import re
from datetime import date

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


def as_typed(day: date) -> str:
    """The day as a worker would type it: 20/10/2026."""
    return f"{day:%d/%m/%Y}"
