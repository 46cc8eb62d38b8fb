"""Corrections of what is kept about a family: a new event beside a record that stays as it was.

Advice and visits are corrected by whole new records of their kind, because both records go to a server. Everything else
is corrected field by field, so that other records can go on naming it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import datetime


class RecordKind(OpenWord):
    """What kind of record a correction is about."""

    FAMILY = "family"
    CHILD = "child"
    CARER = "carer"
    RELATIONSHIP = "relationship"
    PARENT_PLACE = "parent-place"
    NEED = "need"
    PLACE = "place"
    STAY = "stay"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Change:
    """One field, as it was written and as it should have been; days as 2026-11-24, nothing as an empty text."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong with one record and why. A withdrawal says that the record should never have been made."""

    id: str
    family_id: str
    kind: RecordKind
    record_id: str
    changes: tuple[Change, ...]
    recorded_at: datetime
    worker: str
    why: str
    is_withdrawal: bool = False


WITHDRAWABLE = frozenset({RecordKind.RELATIONSHIP, RecordKind.PARENT_PLACE, RecordKind.NEED, RecordKind.STAY})
"""What can be withdrawn as a whole. People and places cannot: other records name them."""


def text_of(value: object) -> str:
    """A value of a field as a correction writes it."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
