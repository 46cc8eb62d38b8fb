"""The plan on paper: the leaflet page with the plan of a family in place of advice."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kit.app.pages.leaflet.page import LeafletPage
from kit.app.pages.leaflet.wish import Wish
from kit.domain.advice import Form, VariantKey
from kit.domain.leaflet import PlanPaper
from kit.service.plan_paper import PLAN_COPY, order_plan, plan_designs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.app.look.theme import Theme
    from kit.app.printing import Printing
    from kit.app.rooms import Rooms
    from kit.domain.leaflet import Design, LeafletOrder
    from kit.service.ports import Clock, Library, Press

EASY_READ = VariantKey(Form.EASY_READ)


@dataclass(frozen=True, slots=True)
class PlanWish(Wish):
    """A wish for the plan of a family."""

    paper: PlanPaper = field(default_factory=lambda: PlanPaper((), ()))

    def orders(self, library: Library, press: Press, clock: Clock) -> tuple[LeafletOrder, ...]:
        """The plan alone."""
        settings, visit = self.printed_settings, self.family.next_visit
        return (order_plan(library, press, clock, settings, self.paper, self.design, next_visit=visit),)


class PlanLeafletPage(LeafletPage):
    """A copy of the plan: always easy read, in ordinary or large print."""

    def __init__(
        self, theme: Theme, rooms: Rooms, paper: PlanPaper, *, is_large: bool = False, printing: Printing | None = None
    ) -> None:
        self._paper, self._is_large = paper, is_large
        super().__init__(theme, rooms, PLAN_COPY, EASY_READ, printing=printing)

    @property
    def is_advice(self) -> bool:
        """It is the family's own."""
        return False

    def _variants(self) -> Sequence[VariantKey]:
        """Only easy read."""
        return (EASY_READ,)

    def _designs_of(self, library: Library, press: Press) -> Callable[[], Sequence[Design]]:
        del library
        return partial(plan_designs, press)

    def _wish(self) -> PlanWish:
        design = self._design or ("our-plan-large" if self._is_large else "")
        texts = ((PLAN_COPY, EASY_READ),)
        return PlanWish(texts, design, self.family.words, self._settings, self._has_name, self._paper)

    def _has_pictures(self) -> bool:
        return True
