"""Help for a family: open from the day the family is added, closed by a decision, opened again by a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import date, datetime


class HelpState(OpenWord):
    """Whether help goes on after a decision."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class HelpDecision:
    """Help was closed, or opened again.

    Attributes:
        on: the day it counts from.
        discussed_on: the day of the discussion with the worker's manager; needed when nobody was seen.
    """

    id: str
    family_id: str
    state: HelpState
    on: date
    recorded_at: datetime
    worker: str
    why: str
    discussed_on: date | None = None

    @property
    def is_closing(self) -> bool:
        """Whether help ended with it."""
        return self.state is HelpState.CLOSED
