"""Every record of the sleep spaces of a family, newest first; and the form that corrects one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.add_family_parts.child_form import LINE_WIDTH
from kit.app.pages.add_family_parts.reading import read_line
from kit.app.pages.family_parts.records import RecordsView, remark
from kit.app.widgets.button import Button
from kit.app.widgets.field import Field, Mistake
from kit.app.widgets.layouts import Column
from kit.app.widgets.panel import row_of
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import TwoLines
from kit.domain.dates import day_and_month, long_date
from kit.domain.plan_words import line_words
from kit.domain.sleep import Agreed, SleepAnswer, SleepItem, SleepLine
from kit.domain.wording import called, say
from kit.service.sleep import correct_sleep_check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.family import Family
    from kit.domain.sleep import SleepCheck
    from kit.service.families import FamilyView

ANSWERS = tuple((answer.value, say(answer)) for answer in SleepAnswer)


class SleepRecordsView(RecordsView):
    """What was seen or told, where and when.

    Signals:
        correction_requested: a record is wrong; carries the SleepCheck.
    """

    correction_requested = Signal(object)

    def __init__(self, theme: Theme, view: FamilyView) -> None:
        checks = sorted(view.checks, key=lambda check: (check.occurred_at, check.id), reverse=True)
        newer = {check.corrects: check for check in checks if check.corrects}
        rows = [self._row(theme, view.family, check, newer.get(check.id)) for check in checks]
        super().__init__(theme, "Sleep spaces", "Newest first. A new place is not seen.", rows, "Nothing yet.")

    def _row(self, theme: Theme, family: Family, check: SleepCheck, newer: SleepCheck | None) -> QWidget:
        """Where and which sleep; under it each item, the questions, and whether it was corrected."""
        tone = Role.INK2 if newer else Role.INK
        line = [Words(long_date(check.occurred_at.date()), TextStyle.STRONG, tone)]
        where = f"{family.place(check.place_id).address}, {say(check.night).lower()}"
        line.append(Words(f"{where} · {called(family.child(check.child_id))}", TextStyle.BODY, tone, gap=12))
        mark = Mark.SHOWED_ME if check.is_seen else Mark.TOLD_ME if check.lines else Mark.NOT_CHECKED
        lines = Column(theme, 2, (0, 8, 0, 8))
        seen = "Seen" if check.is_seen else "Not seen"
        sign = Sign(mark, 20, Role.INK3 if newer else None)
        lines.add(TwoLines(theme, line, f"{seen} · by {check.worker or 'nobody named'}", sign))
        lines.add(*(remark(theme, words) for words in _said(check, newer)))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if newer:
            return row_of(theme, place, height=66)
        name = f"Correct this: {where}, {day_and_month(check.occurred_at.date())}"
        button = Button(theme, "Correct this", name=name, pressed=lambda: self.correction_requested.emit(check))
        return row_of(theme, place, button, height=66)


def _said(check: SleepCheck, newer: SleepCheck | None) -> Iterator[str]:
    if newer:
        yield f"No longer counts. Corrected on {day_and_month(newer.recorded_at.date())}: {newer.why}"
    if check.corrects:
        yield f"Corrects an earlier record: {check.why}"
    yield from (f"{line_words(line)}." for line in check.lines)
    yield from (f"{say(condition)} {say(reply)}." for condition, reply in check.conditions)


class SleepCorrectionForm(QWidget):
    """Each item again, and why. What was agreed stays with what is still to change."""

    def __init__(self, theme: Theme, check: SleepCheck) -> None:
        super().__init__()
        self._check = check
        self.items = {item: Picks(theme, say(item), ANSWERS) for item in SleepItem}
        for item, picks in self.items.items():
            picks.set_values(check.line(item).answer.value)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        self._mistake = Mistake(theme)
        Column(theme, 10, parent=self).add(*self.items.values(), self._mistake, self.why)

    def read(self) -> Work | None:
        """The correction."""
        why = read_line(self.why, "The reason for correcting")
        if why is None:
            return None
        return partial(
            correct_sleep_check,
            family_id=self._check.family_id,
            check_id=self._check.id,
            why=why,
            lines=tuple(self._lines()),
        )

    def _lines(self) -> Iterator[SleepLine]:
        for item, picks in self.items.items():
            answer = SleepAnswer(picks.value)
            if answer is not SleepAnswer.NOT_ASKED:
                agreed = self._check.line(item).agreed if answer is SleepAnswer.CHANGE else Agreed()
                yield SleepLine(item, answer, agreed)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "why":
            self.why.set_mistake(sentence)
        elif field == "lines":
            self._mistake.say(sentence)
        return field in {"why", "lines"}
