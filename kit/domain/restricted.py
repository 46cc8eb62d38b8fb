"""Records of the restricted layer (design section 6): kept apart, shown only on asking, held back from uploads.

They name a carer and a day, never a visit, so that nobody who can follow a visit can find them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kit.domain.advice import Outcome, Reason, TextGiven, Understanding, Way


@dataclass(frozen=True, slots=True)
class RestrictedAdvice:
    """Sensitive advice to one carer. `kept_where` is the answer to "is it safe to keep anything?"."""

    id: str
    carer_id: str
    text: TextGiven
    outcome: Outcome
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    ways: tuple[Way, ...] = ()
    reason: Reason | None = None
    understanding: Understanding | None = None
    kept_where: str = ""
    corrects: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class RestrictedReason:
    """The true reason behind an ordinary record that says "another day"."""

    id: str
    carer_id: str
    reason: Reason
    occurred_at: datetime
    recorded_at: datetime
    worker: str


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How one carer can be reached safely: how, when, and what may be said or left. The one kept last holds."""

    id: str
    carer_id: str
    how: str
    when: str
    may_say: str
    occurred_at: datetime
    recorded_at: datetime
    worker: str
