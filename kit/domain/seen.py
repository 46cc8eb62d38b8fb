"""When a family and each of its children was last seen, and what closing help for one that was not asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kit.domain.family import Family
    from kit.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class LastSeen:
    """When anyone of a family was last seen, and each child who is born, youngest first.

    Attributes:
        attempts: how many attempts failed since then.
    """

    on: date | None
    children: tuple[tuple[str, date | None], ...] = ()
    attempts: int = 0


def last_seen(family: Family, visits: Iterable[Visit]) -> LastSeen:
    """Who was last seen when.

    Args:
        family: as it stands.
        visits: the visits that hold, in any order.
    """
    newest_first = sorted(visits, key=lambda visit: visit.started_at, reverse=True)
    seen = [visit for visit in newest_first if not visit.is_attempt]
    on = seen[0].started_at.date() if seen else None
    children = tuple(
        (child.id, next((visit.started_at.date() for visit in seen if child.id in visit.children_seen), None))
        for child in family.youngest_first
        if child.born_on is not None
    )
    failed = [visit for visit in newest_first if visit.is_attempt and (on is None or visit.started_at.date() >= on)]
    return LastSeen(on, children, len(failed))


def was_seen(family: Family, visits: Iterable[Visit]) -> bool:
    """Whether anyone was seen since help was opened last.

    Args:
        family: as it stands.
        visits: the visits that hold.
    """
    opened = [one.on for one in family.help if not one.is_closing]
    return any(not visit.is_attempt and (not opened or visit.started_at.date() >= opened[-1]) for visit in visits)


def check_closing(*, is_seen: bool, discussed_on: date | None, today: date) -> None:
    """Refuse to close help for a family nobody has seen, unless that was talked about.

    Raises:
        RuleError: nobody was seen and no discussion is named, or the discussion is still to come.
    """
    if discussed_on is not None and discussed_on > today:
        message = "The discussion is still to come. Close help after it."
        raise RuleError(message, field="discussed_on")
    if not is_seen and discussed_on is None:
        message = "Nobody was seen. Have a discussion with your manager first, and give its date."
        raise RuleError(message, field="discussed_on")
