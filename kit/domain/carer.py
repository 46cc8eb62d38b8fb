"""Carers: who looks after a child, what they are to that child, and how they like to be told things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import date, datetime


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
        """Given and family name, as it is said; somebody met at a visit may not have told it yet."""
        return f"{self.given_name} {self.family_name}".strip() or NAME_NOT_KNOWN

    @property
    def called(self) -> str:
        """The first name, or what there is."""
        return self.given_name or self.full_name

    @property
    def is_named(self) -> bool:
        """Whether any name is known."""
        return bool(self.given_name or self.family_name)


NAME_NOT_KNOWN = "Name not known"
"""How a carer is called who was met and has not said a name."""


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
    WIDER_LETTERS = "wider-letters"
    CREAM_PAPER = "cream-paper"
    LIGHT_ON_DARK = "light-on-dark"
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


class MetHow(OpenWord):
    """How a need was met on one day."""

    EASY_READ_TEXT = "easy-read-text"
    LARGE_PRINT_LEAFLET = "large-print-leaflet"
    SHOWN_LARGE = "shown-large"
    SHOWN_TO_SUIT = "shown-to-suit"
    READ_ALOUD = "read-aloud"
    TALKED_THROUGH = "talked-through"
    PICTURES_SHOWN = "pictures-shown"
    INTERPRETER_THERE = "interpreter-there"
    INTERPRETER_BY_PHONE = "interpreter-by-phone"
    SUPPORTER_THERE = "supporter-there"
    LONGER_VISIT = "longer-visit"
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class NeedMet:
    """One need of a carer, and how it was met when advice was given, or that it was not."""

    need: NeedKind
    how: MetHow


@dataclass(frozen=True, slots=True)
class NeedStep:
    """One stage of one need, reached or taken back. Never changed: a newer step takes its place.

    Attributes:
        reached_on: the day it was reached, or taken back.
        is_reached: False when it was said by mistake.
        how: how it was met, at the stage "met".
        with_whom: who it was shared with, at the stage "shared".
        is_still_needed: whether the need goes on, at the stage "reviewed".
        review_by: the day of the next review, at the stage "reviewed".
    """

    id: str
    need_id: str
    stage: NeedStage
    reached_on: date
    recorded_at: datetime
    worker: str
    is_reached: bool = True
    how: MetHow | None = None
    with_whom: str = ""
    is_still_needed: bool = True
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One need of one carer. `detail` holds the language of an interpreter or the size of print.

    Attributes:
        reached: the stages it had when it was first written down.
        review_by: the first review; a step "reviewed" names the next.
        steps: every stage reached or taken back later, in the order of keeping.
    """

    id: str
    carer_id: str
    kind: NeedKind
    detail: str = ""
    reached: tuple[tuple[NeedStage, date], ...] = ()
    review_by: date | None = None
    steps: tuple[NeedStep, ...] = ()

    def step(self, stage: NeedStage) -> NeedStep | None:
        """The step that holds for this stage: the one kept last, when it was not taken back."""
        newest = next((step for step in reversed(self.steps) if step.stage == stage), None)
        return newest if newest and newest.is_reached else None

    def reached_on(self, stage: NeedStage) -> date | None:
        """The day this stage was reached last, or None."""
        if any(step.stage == stage for step in self.steps):
            step = self.step(stage)
            return step.reached_on if step else None
        return next((day for one, day in self.reached if one == stage), None)

    @property
    def is_over(self) -> bool:
        """Whether a review found that it is needed no longer."""
        review = self.step(NeedStage.REVIEWED)
        return review is not None and not review.is_still_needed

    @property
    def next_review(self) -> date | None:
        """The day by which it is to be reviewed."""
        review = self.step(NeedStage.REVIEWED)
        return review.review_by if review else self.review_by

    def is_review_overdue(self, today: date) -> bool:
        """Whether the day of its review has passed."""
        return not self.is_over and self.next_review is not None and self.next_review < today


@dataclass(frozen=True, slots=True)
class CarerLink:
    """This carer is the same person as a carer of another family: the one who was written down first."""

    id: str
    carer_id: str
    same_as: str
