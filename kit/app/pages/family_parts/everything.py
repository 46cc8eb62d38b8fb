"""Everything that is kept about a family, each record with its corrections and a way to correct it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Words
from kit.app.look.tokens import TextStyle
from kit.app.pages.family_parts.records import RecordsView, remark
from kit.app.widgets.button import Button
from kit.app.widgets.layouts import Column
from kit.app.widgets.panel import row_of
from kit.app.widgets.text import TwoLines
from kit.domain.dates import day_and_month
from kit.service.record_words import correction_words, record_lines, withdrawn

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.domain.correction import Correction
    from kit.domain.family import Family
    from kit.service.record_words import RecordLine


class EverythingView(RecordsView):
    """People, what they are to each other, needs, places; what was withdrawn at the end.

    Signals:
        correction_requested: a record is wrong; carries its RecordKind and id.
    """

    correction_requested = Signal(object, str)

    def __init__(self, theme: Theme, family: Family) -> None:
        self._family = family
        rows = [self._row(theme, line) for line in record_lines(family)]
        rows += [self._gone(theme, correction) for correction in withdrawn(family)]
        note = "Advice is corrected in its own cell, and a visit among the visits."
        super().__init__(theme, "Everything on record", note, rows, "Nothing yet.")

    def _row(self, theme: Theme, line: RecordLine) -> QWidget:
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(TwoLines(theme, [Words(line.title, TextStyle.STRONG)], line.note))
        lines.add(*(remark(theme, _said(self._family, one)) for one in line.corrections))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button = Button(theme, "Correct this", name=f"Correct this: {line.title}, {line.note}")
        button.clicked.connect(partial(self._on_pressed, line))
        return row_of(theme, place, button, height=66)

    def _gone(self, theme: Theme, correction: Correction) -> QWidget:
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(remark(theme, _said(self._family, correction)))
        place = QWidget()
        place.setLayout(lines)
        return row_of(theme, place, height=58)

    def _on_pressed(self, line: RecordLine, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.correction_requested.emit(line.kind, line.record_id)


def _said(family: Family, correction: Correction) -> str:
    """What was wrong, on which day, by whom and why."""
    on, by = day_and_month(correction.recorded_at.date()), correction.worker or "nobody named"
    return f"{correction_words(family, correction)} On {on} by {by}: {correction.why}"
