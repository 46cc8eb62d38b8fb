"""The rows of a sleep space: each item with its answer, what was agreed beside it, and the plain questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.line import Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, TextStyle
from kit.app.pages.visit_steps.agreed import AgreedEditor
from kit.app.pages.visit_steps.people import AnswerRows
from kit.app.widgets.button import Button
from kit.app.widgets.chip import AgreedChip
from kit.app.widgets.choices import Choice
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.text import TwoLines
from kit.domain.plan_words import agreed_short, agreed_words
from kit.domain.sleep import Condition, Reply, SleepAnswer, SleepItem
from kit.domain.wording import say

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.visit_steps.agreed import Offers
    from kit.domain.sleep import SleepLine, SleepSpace
    from kit.service.sleep import Lead

ANSWERS = (
    Choice(SleepAnswer.SEEN_FINE, say(SleepAnswer.SEEN_FINE), Mark.SHOWED_ME),
    Choice(SleepAnswer.TOLD_FINE, say(SleepAnswer.TOLD_FINE), Mark.TOLD_ME),
    Choice(SleepAnswer.CHANGE, say(SleepAnswer.CHANGE), Mark.NOT_YET),
    Choice(SleepAnswer.NOT_ASKED, say(SleepAnswer.NOT_ASKED), Mark.NOT_CHECKED),
)
REPLIES = tuple(Choice(reply, say(reply)) for reply in Reply)

LOOK_FOR = {
    SleepItem.OWN_BED: "Separate, clear, flat and firm",
    SleepItem.MATTRESS: "Firm, flat, waterproof, fits with no gaps",
    SleepItem.BEDDING: "Light, tucked in, below the shoulders; head clear",
    SleepItem.IN_THE_BED: "No pillow, duvet, bumper, toy, pod or wedge",
    SleepItem.SAME_ROOM: "Day and night, for the first 6 months",
    SleepItem.TEMPERATURE: "16 to 20 degrees, away from heater and sun",
    SleepItem.SMOKE: "Nobody smokes or vapes indoors",
    SleepItem.SHARING: "Adults, children and pets; bed, sofa or chair",
}
"""What to look for (facts of safer sleep, sections 1 to 9 and 22)."""

TITLES = {
    Condition.EARLY_OR_SMALL: "Early or small",
    Condition.SMOKING: "Smoking",
    Condition.DRINK_OR_DRUGS: "Drink, drugs, medicines",
    Condition.SOFAS: "Sofas and chairs",
}

_ITEM_KEYS = {
    Qt.Key.Key_1: str(SleepAnswer.SEEN_FINE),
    Qt.Key.Key_2: str(SleepAnswer.TOLD_FINE),
    Qt.Key.Key_3: str(SleepAnswer.CHANGE),
    Qt.Key.Key_0: str(SleepAnswer.NOT_ASKED),
}
_REPLY_KEYS = {
    Qt.Key.Key_Y: str(Reply.YES),
    Qt.Key.Key_N: str(Reply.NO),
    Qt.Key.Key_0: str(Reply.NOT_ASKED),
}
_LONGEST_CHIP = 44


class SleepRows(AnswerRows):
    """A row for each item. "Change" shows the amber chip in the same row; a press on it says more.

    Signals:
        agreed: what was agreed about an item; carries the SleepItem and the Agreed.
        advice_wished: the worker wants to talk about it; carries the id of the resource.
    """

    agreed = Signal(object, object)
    advice_wished = Signal(str)
    row_height = 55

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ITEM_KEYS)
        self._chips: dict[SleepItem, AgreedChip] = {}
        self._places: dict[SleepItem, Column] = {}
        self.editors: dict[SleepItem, AgreedEditor] = {}
        self._space: SleepSpace | None = None

    def build(self) -> None:
        """Make the rows for the layout of now."""
        self.clear_rows()
        self._chips, self._places, self.editors = {}, {}, {}
        for item in SleepItem:
            chip = AgreedChip(self.theme, "Say what")
            chip.hide()
            self._chips[item] = chip
            self.add_answer(item, self._item_words(item, chip), ANSWERS, say(item))
            self._rows[-1] = self._with_room_under(item, self._rows[-1])
        self.show_rows()

    def show_space(self, space: SleepSpace) -> None:
        """Show the answers of one place and sleep."""
        before, self._space = self._space, space
        is_other = before is None or (before.place_id, before.night) != (space.place_id, space.night)
        for item in SleepItem:
            line = space.line(item)
            self.show_value(item, line.answer)
            self._show_chip(line)
            if item in self.editors and (is_other or not line.is_change):
                self.close_editor(item)

    def open_editor(self, item: SleepItem, offers: Offers) -> None:
        """Ask what was agreed, under the row."""
        if self._space is None or item in self.editors:
            return
        editor = AgreedEditor(self.theme, item, self._space.line(item).agreed, offers)
        editor.changed.connect(lambda agreed: self.agreed.emit(item, agreed))
        editor.advice_wished.connect(self.advice_wished)
        editor.done.connect(lambda: self._on_done(item))
        self.editors[item] = editor
        self._places[item].add(editor)

    def close_editor(self, item: SleepItem) -> None:
        """Fold it away; what it says is kept already."""
        if editor := self.editors.pop(item, None):
            editor.hide()
            editor.deleteLater()

    def chip(self, item: SleepItem) -> AgreedChip:
        """The chip of this row."""
        return self._chips[item]

    def _on_done(self, item: SleepItem) -> None:
        self.close_editor(item)
        self._chips[item].setFocus(Qt.FocusReason.TabFocusReason)

    def _item_words(self, item: SleepItem, chip: AgreedChip) -> QWidget:
        """The item, what to look for, and the chip: beside them, or under where there is little room."""
        place = QWidget()
        words = TwoLines(self.theme, [Words(say(item), TextStyle.STRONG)], LOOK_FOR[item])
        if self.theme.layout is Layout.WIDE:
            row = Row(self.theme, 8, parent=place)
            row.add(words, None, chip)
        else:
            column = Column(self.theme, 4, parent=place)
            column.add(words)
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        return place

    def _with_room_under(self, item: SleepItem, row: QWidget) -> QWidget:
        place = QWidget()
        column = Column(self.theme, 0, parent=place)
        column.add(row)
        self._places[item] = Column(self.theme, 0)
        column.add(self._places[item])
        return place

    def _show_chip(self, line: SleepLine) -> None:
        chip = self._chips[line.item]
        chip.setVisible(line.is_change)
        said = agreed_words(line.agreed)
        name = f"Agreed about {say(line.item).lower()}: {said or 'nothing said yet'}"
        chip.set_words(_shortened(agreed_short(line.agreed)) or "Say what", name)
        chip.setToolTip(said)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_CHIP else f"{words[: _LONGEST_CHIP - 1].rstrip()}…"


class ConditionRows(AnswerRows):
    """The plain questions. A "yes" offers the advice that belongs to it.

    Signals:
        advice_wished: the worker wants to talk about it; carries the id of the resource.
    """

    advice_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _REPLY_KEYS)
        self._buttons: dict[Condition, Button] = {}

    def build(self, leads: dict[Condition, Lead | None], known: dict[Condition, str]) -> None:
        """Make the rows; `known` is what the record says already, said in place of the question."""
        self.clear_rows()
        self._buttons = {}
        for condition in Condition:
            note = known.get(condition) or say(condition)
            place = QWidget()
            words = TwoLines(self.theme, [Words(TITLES[condition], TextStyle.STRONG)], note)
            line = Row(self.theme, 8, parent=place)
            line.add(words, None)
            if lead := leads[condition]:
                name, wish = f"Talk about: {lead.title}", partial(self.advice_wished.emit, lead.resource_id)
                button = Button(self.theme, "Talk about it", icon="message-square", name=name, pressed=wish)
                button.hide()
                self._buttons[condition] = button
                line.add(button)
            self.add_answer(condition, place, REPLIES, say(condition))
        self.show_rows()

    def show_space(self, space: SleepSpace) -> None:
        """Show the answers."""
        for condition in Condition:
            self.show_value(condition, space.reply(condition))
            if button := self._buttons.get(condition):
                button.setVisible(space.reply(condition) is Reply.YES)

    def button(self, condition: Condition) -> Button:
        """What a "yes" to this question offers."""
        return self._buttons[condition]


def changes_and_gaps(space: SleepSpace) -> tuple[int, int]:
    """How many items are to change, and how many were not asked."""
    answered = {line.item for line in space.lines}
    return sum(line.is_change for line in space.lines), sum(item not in answered for item in SleepItem)
