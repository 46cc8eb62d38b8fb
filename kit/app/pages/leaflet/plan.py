"""The plan on paper: the leaflet page with the plan of a family in place of advice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kit.app.pages.leaflet.page import LeafletPage
from kit.domain.advice import Form, VariantKey
from kit.service.plan_paper import PLAN_COPY, order_plan, plan_designs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.pages.leaflet.page import Order
    from kit.app.printing import Printing
    from kit.app.rooms import Rooms
    from kit.domain.leaflet import Design, PlanPaper
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Library, Press


class PlanLeafletPage(LeafletPage):
    """A copy of the plan: always easy read, in ordinary or large print."""

    def __init__(
        self, theme: Theme, rooms: Rooms, paper: PlanPaper, *, is_large: bool = False, printing: Printing | None = None
    ) -> None:
        self._paper, self._is_large = paper, is_large
        super().__init__(theme, rooms, PLAN_COPY, VariantKey(Form.EASY_READ), printing=printing)

    def _variants(self) -> Sequence[VariantKey]:
        """Only easy read."""
        return (VariantKey(Form.EASY_READ),)

    def _designs_of(self, press: Press) -> Sequence[Design]:
        return plan_designs(press)

    def _order_of(self, library: Library, press: Press, clock: Clock, settings: Settings) -> Order:
        design = self._design or ("our-plan-large" if self._is_large else "")
        return partial(order_plan, library, press, clock, settings, self._paper, design)

    def _has_pictures(self) -> bool:
        return True
