"""How sleep spaces and plans are said: one place for screens, paper, the summary and a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.dates import day_and_month, short_date
from kit.domain.wording import counted, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kit.domain.plan import Action, NewAction
    from kit.domain.sleep import Agreed, SleepLine, SpaceNow


def agreed_words(agreed: Agreed, said_day: Callable[[date], str] = day_and_month) -> str:
    """New mattress, Denise, by 27 November. Missing: mattress, asked from the baby bank."""
    by = f"by {said_day(agreed.due_on)}" if agreed.due_on else ""
    said = ", ".join(part for part in (agreed.what, agreed.who, by) if part)
    missing = ", ".join(
        part for part in (agreed.missing.lower(), agreed.asked_from and f"asked from: {agreed.asked_from}") if part
    )
    return ". ".join(part for part in (said, missing and f"Missing: {missing}") if part)


def agreed_short(agreed: Agreed) -> str:
    """New mattress, Denise, by 27 Nov: what fits into a row."""
    by = f"by {short_date(agreed.due_on)}" if agreed.due_on else ""
    what = agreed.what or (f"Missing: {agreed.missing.lower()}" if agreed.missing else "")
    return ", ".join(part for part in (what, agreed.who, by) if part)


def line_words(line: SleepLine) -> str:
    """Mattress: change (I saw it). New mattress, Denise, by 27 November."""
    known = f" ({say(line.agreed.known).lower()})" if line.agreed.known else ""
    said = f"{say(line.item)}: {_lower(say(line.answer))}{_lower_i(known)}"
    agreed = agreed_words(line.agreed)
    return f"{said}. {agreed}" if agreed else said


def space_words(space: SpaceNow) -> str:
    """Seen 12 Nov · 2 things to change; Told 12 Nov, not seen; Not seen since the move; Not seen yet."""
    changes = counted(len(space.changes), "thing")
    more = f" · {changes} to change" if space.changes else ""
    if space.seen_on:
        return f"Sleep space seen {short_date(space.seen_on)}{more}"
    if space.told_on:
        return f"Told {short_date(space.told_on)}, not seen{more}"
    return "Sleep space not seen since the move" if space.was_moved else "Sleep space not seen yet"


def action_words(action: Action | NewAction, said_day: Callable[[date], str] = day_and_month) -> str:
    """Noah has a cot of his own. Jade: rings the baby bank. By 1 December. We will know: the cot is up."""
    parts = (action.want.rstrip("."), rest_words(action, said_day))
    return ". ".join(part for part in parts if part) + ("" if parts[1] else ".")


def rest_words(action: Action | NewAction, said_day: Callable[[date], str] = day_and_month) -> str:
    """What belongs to what we want: Jade: rings the baby bank. By 1 December. We will know: the cot is up."""
    by = f"By {said_day(action.due_on)}" if action.due_on else ""
    sign = f"We will know: {action.sign}" if action.sign else ""
    said = [part.rstrip(".") for part in (deed_words(action), by, sign) if part]
    return ". ".join(said) + "." if said else ""


def deed_words(action: Action | NewAction) -> str:
    """Jade: rings the baby bank."""
    return f"{action.who}: {action.does}" if action.who and action.does else action.who or action.does


def late_words(due_on: date, today: date) -> str:
    """Was to be done by 20 Nov, 4 days ago."""
    return f"Was to be done by {short_date(due_on)}, {counted((today - due_on).days, 'day')} ago"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _lower_i(words: str) -> str:
    """The little word I stays as it is written."""
    return words.replace("(i ", "(I ")
