"""A visit as its page shows it: the family, what was due before it began, and the draft of now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.domain.carer import Tie
from kit.domain.coverage import Coverage, Unmet, coverage, unmet_carers
from kit.domain.plan import Plan
from kit.domain.visit import Attended, Room, standing_visits
from kit.domain.wording import name_among
from kit.service.plans import read_plan
from kit.service.sleep import read_checks
from kit.service.visits import open_visit

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.carer import Carer
    from kit.domain.family import Family
    from kit.domain.sleep import SleepCheck
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class VisitView:
    """Everything the page of a visit shows. `coverage`, `checks` and `plan` are as they were before the visit.

    `is_recovered` says that the visit was begun before and is gone on with.
    """

    family: Family
    coverage: Coverage
    draft: VisitDraft
    today: date
    is_recovered: bool = False
    unmet: tuple[Unmet, ...] = ()
    checks: tuple[SleepCheck, ...] = ()
    plan: Plan = field(default_factory=Plan)

    @property
    def here(self) -> tuple[Carer, ...]:
        """The carers here for all or part of it, in the order of the screens."""
        return tuple(one for one in self.family.columns() if self.draft.attended(one.id) is not Attended.NOT_HERE)

    @property
    def away(self) -> tuple[Carer, ...]:
        """The carers who are not here, in the same order."""
        return tuple(one for one in self.family.columns() if self.draft.attended(one.id) is Attended.NOT_HERE)

    @property
    def alone_with(self) -> Carer | None:
        """The one carer who can see and hear the screen, and nobody else; None when that is not said."""
        return self.here[0] if self.draft.room is Room.ALONE and len(self.here) == 1 else None

    def name_of(self, carer_id: str) -> str:
        """What a carer is called so that nobody takes them for another."""
        return name_among(self.family, carer_id)

    def due_count(self, carer_id: str) -> int:
        """How many topics were open for this carer when the visit began."""
        return len(self.coverage.open_for(carer_id))


def visit_view(records: Records, library: Library, clock: Clock, family_id: str) -> VisitView:
    """Begin a visit to this family, or go on with the one begun, with everything its page shows.

    Raises:
        UnknownError: there is no such family.
        RuleError: help for the family is closed, or the draft is another family's.
    """
    with records:
        begun = {draft.id for draft in records.drafts()}
    draft = open_visit(records, clock, family_id)
    with records:
        family, advice = records.family(family_id), records.advice(family_id)
        held = standing_visits(records.visits(family_id))
        checks, plan = read_checks(records, family_id), read_plan(records, family_id)
    topics = [name.topic for name in library.topics() if name.has_row]
    today = clock.today()
    grid = coverage(family, advice, library.due_rules(), topics, today)
    unmet = unmet_carers(family, held, advice, library.meet_rule(), today)
    return VisitView(family, grid, draft, today, draft.id in begun, unmet, checks, plan)


@dataclass(frozen=True, slots=True)
class Pronouns:
    """How to speak of a carer, as in "How will you reach him?" and "His 3 due topics stay open."."""

    whom: str
    whose: str


def pronouns(family: Family, carer_id: str) -> Pronouns:
    """Her for a mother, him for a father, and them for everyone else: nobody's gender is guessed."""
    ties = {tie.tie for tie in family.ties_of(carer_id)}
    if Tie.MOTHER in ties:
        return Pronouns("her", "her")
    return Pronouns("him", "his") if Tie.FATHER in ties else Pronouns("them", "their")
