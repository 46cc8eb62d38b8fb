"""Every visit and attempt of a family, each with what was corrected in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.family_parts.content import visit_line
from kit.app.pages.family_parts.records import RecordsView, remark
from kit.app.widgets.button import Button
from kit.app.widgets.layouts import Column
from kit.app.widgets.panel import row_of
from kit.app.widgets.text import TwoLines
from kit.domain.dates import day_and_month, long_date
from kit.domain.visit import VisitOutcome
from kit.domain.wording import say
from kit.service.summary import worker_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.app.look.theme import Theme
    from kit.domain.family import Family
    from kit.domain.visit import Visit
    from kit.service.families import FamilyView


class VisitsView(RecordsView):
    """Newest first; a corrected record stands under the one that took its place.

    Signals:
        correction_requested: a record is wrong; carries the Visit.
        copy_requested: the worker wants an attempt as plain text; carries the Visit.
    """

    correction_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, theme: Theme, view: FamilyView) -> None:
        self._view = view
        self._kept = {visit.id: visit for visit in view.every_visit}
        corrected = {visit.corrects for visit in view.every_visit}
        newest = [visit for visit in view.every_visit if visit.id not in corrected]
        rows = [self._row(theme, visit) for visit in newest]
        super().__init__(theme, "Visits", "Newest first", rows, "No visit yet.")

    def _row(self, theme: Theme, visit: Visit) -> QWidget:
        is_void = visit.outcome is VisitOutcome.ENTERED_IN_ERROR
        line = visit_line(self._view.family, visit, self._view.today)
        head = Words(line.words, TextStyle.STRONG, Role.INK2 if is_void else Role.INK)
        sign = Sign(line.mark or Mark.NOT_DUE, 20, Role.INK3 if is_void else None)
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(TwoLines(theme, [head], facts_of(visit), sign))
        lines.add(*(remark(theme, words) for words in remarks(self._view.family, visit, self._kept)))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return row_of(theme, place, *self._buttons(theme, visit), height=66)

    def _buttons(self, theme: Theme, visit: Visit) -> Iterator[Button]:
        if visit.outcome is VisitOutcome.ENTERED_IN_ERROR:
            return
        named = f"{say(visit.outcome)}, {day_and_month(visit.started_at.date())}"
        if visit.is_attempt:
            copy = Button(theme, "Copy", name=f"Copy as text: {named}")
            copy.clicked.connect(lambda: self.copy_requested.emit(visit))
            yield copy
        correct = Button(theme, "Correct this", name=f"Correct this: {named}")
        correct.clicked.connect(lambda: self.correction_requested.emit(visit))
        yield correct


def facts_of(visit: Visit) -> str:
    """12 November 2026, 10:00 to 10:40 · New birth · by Sam Whitfield."""
    day, start = long_date(visit.started_at.date()), f"{visit.started_at:%H:%M}"
    times = start if visit.is_attempt else f"{start} to {visit.ended_at:%H:%M}"
    said = (f"{day}, {times}", say(visit.contact), f"by {visit.worker}" if visit.worker else "")
    return " · ".join(each for each in said if each)


def remarks(family: Family, visit: Visit, kept: dict[str, Visit]) -> Iterator[str]:
    """What was noticed, who else worked there, what is next, and every record this one took the place of."""
    tried = f"{say(visit.tried_by)}. " if visit.tried_by else ""
    if tried or visit.noticed:
        yield f"Tried: {tried}{visit.noticed}"
    if visit.joint_workers:
        yield f"With {'; '.join(worker_line(one) for one in visit.joint_workers)}"
    if visit.next_on or visit.next_step:
        day = f" {day_and_month(visit.next_on)}" if visit.next_on else ""
        yield f"Next: {visit.next_step or 'visit'},{day}".rstrip(",")
    while visit.corrects and visit.corrects in kept:
        before = kept[visit.corrects]
        on, by = day_and_month(visit.recorded_at.date()), visit.worker or "nobody named"
        was = visit_line(family, before, before.started_at.date())
        yield f"Corrected on {on} by {by}: {visit.why} Before: {was.words}, {facts_of(before)}"
        visit = before
