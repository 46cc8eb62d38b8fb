"""Everything on record of one carer, day by day: visits, what they were shown and understood, what was corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kit.app.look.line import Icon, Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.family_parts.content import unmet_words
from kit.app.pages.family_parts.records import RecordsView, record_row
from kit.app.widgets.panel import row_of
from kit.app.widgets.text import TwoLines
from kit.domain.dates import long_date
from kit.domain.visit import Attended, Contact
from kit.domain.wording import counted, say, ties_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.domain.advice import AdviceGiven
    from kit.service.families import FamilyView
    from kit.service.timeline import TimelineDay

_PRESENT = {Attended.ALL: Mark.HERE_ALL, Attended.PART: Mark.HERE_PART}


class TimelineView(RecordsView):
    """The timeline of one carer, newest first.

    Signals:
        correction_requested: a record is wrong; carries the AdviceGiven.
    """

    correction_requested = Signal(object)

    def __init__(self, theme: Theme, view: FamilyView, carer_id: str, days: Sequence[TimelineDay]) -> None:
        family = view.family
        has_children = len({entry.record.child_id for day in days for entry in day.entries}) > 1
        rows: list[QWidget] = []
        for day in days:
            rows.append(_day_row(theme, day))
            rows += [
                record_row(theme, family, entry, self._on_correct_pressed, is_dated=False, has_children=has_children)
                for entry in day.entries
            ]
        title = family.carer(carer_id).full_name
        super().__init__(theme, title, carer_line(view, carer_id), rows, "Nothing is recorded of this person yet.")

    def _on_correct_pressed(self, record: AdviceGiven) -> None:
        self.correction_requested.emit(record)


def carer_line(view: FamilyView, carer_id: str) -> str:
    """Who they are, what is open for them, and whether they were ever met."""
    said = [ties_line(view.family, carer_id)]
    if count := len(view.coverage.open_for(carer_id)):
        said.append(f"{counted(count, 'topic')} open")
    said += [unmet_words(view.family, one, is_named=False) for one in view.unmet if one.carer_id == carer_id]
    return " · ".join(said)


def _day_row(theme: Theme, day: TimelineDay) -> QWidget:
    """The day, what kind of visit, and whether this carer was there."""
    line = [Words(long_date(day.on), TextStyle.STRONG)]
    visit, presence = day.visit, day.presence
    if visit is None:
        return row_of(theme, TwoLines(theme, line, "Without a visit", Icon("calendar", 20, Role.INK2)), height=58)
    kind = "Visit" if visit.contact is Contact.OTHER else f"{say(visit.contact)} visit"
    line.append(Words(f"{kind}: {say(visit.outcome).lower()}" if visit.is_attempt else kind, gap=12))
    note = "Nobody was seen"
    if not visit.is_attempt:
        attended = presence.attended if presence else Attended.NOT_HERE
        note = say(attended)
    if presence and presence.reach_by:
        note += f" · to be reached: {say(presence.reach_by).lower()}"
    mark = Mark.NOT_HERE if visit.is_attempt or not presence else _PRESENT.get(presence.attended, Mark.NOT_HERE)
    sign = Sign(mark, 20, Role.INK2 if mark is Mark.NOT_HERE else None)
    return row_of(theme, TwoLines(theme, line, f"{note} · by {visit.worker or 'nobody named'}", sign), height=58)
