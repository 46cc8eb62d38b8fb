"""Carers: who looks after a child, what they are to that child, and how they like to be told things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import date


class Tie(OpenWord):
    """What one carer is to one child."""

    MOTHER = "mother"
    FATHER = "father"
    OTHER_PARENT = "other-parent"
    PARTNER_OF_PARENT = "partner-of-parent"
    GRANDPARENT = "grandparent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Carer:
    """An adult who looks after a child."""

    id: str
    family_id: str
    given_name: str
    family_name: str

    @property
    def full_name(self) -> str:
        """Given and family name, as it is said."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Relationship:
    """What this carer is to this child; half-siblings have different ones. `note` is free text ("lives apart")."""

    id: str
    carer_id: str
    child_id: str
    tie: Tie
    note: str = ""


class NeedKind(OpenWord):
    """A communication need or reasonable adjustment."""

    EASY_READ = "easy-read"
    LARGE_PRINT = "large-print"
    READ_ALOUD = "read-aloud"
    PICTURES = "pictures"
    INTERPRETER = "interpreter"
    SUPPORTER_PRESENT = "supporter-present"
    MORE_TIME = "more-time"


class NeedStage(OpenWord):
    """The six stages of the Accessible Information Standard (DAPB1605, version 4.0, 2025), in order."""

    IDENTIFIED = "identified"
    RECORDED = "recorded"
    FLAGGED = "flagged"
    SHARED = "shared"
    MET = "met"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Need:
    """One need of one carer. `detail` holds the language of an interpreter or the size of print."""

    id: str
    carer_id: str
    kind: NeedKind
    detail: str = ""
    reached: tuple[tuple[NeedStage, date], ...] = ()
    review_by: date | None = None
