"""The choices at the left: for whom, which advice, which design, whose name and whose words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kit.app.look.line import Icon
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.leaflet.design_card import DesignCard
from kit.app.widgets.check import Check, Select
from kit.app.widgets.chip import Chip
from kit.app.widgets.layouts import Column, Flow, Row, clear
from kit.app.widgets.text import LineView, Text
from kit.domain.advice import Addressee, Form, VariantKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.pages.leaflet.family_words import FamilyWordsPanel
    from kit.app.pages.leaflet.texts import TextsPanel
    from kit.domain.leaflet import Design

ACROSS = 3
"""Designs beside each other."""
NOT_TELLING = "Printing is not telling. After it, tick who you talked it through with."


@dataclass(frozen=True, slots=True)
class ForWhom:
    """One carer the leaflet may be for, the variant that fits them, and the kind of design if they need another."""

    carer_id: str
    name: str
    key: VariantKey
    design: str = ""


def said_form(key: VariantKey) -> str:
    """Easy read, fathers; Standard."""
    form = {Form.STANDARD: "Standard", Form.EASY_READ: "Easy read"}.get(key.form, key.form.value.capitalize())
    fathers = ", fathers" if key.addressee is Addressee.FATHERS else ""
    language = "" if key.language == "en" else f", {key.language}"
    return form + fathers + language


class _WhomChip(Chip):
    """A carer to choose; a very long name is shortened on screen and said whole."""

    def __init__(self, theme: Theme, name: str, form: str) -> None:
        super().__init__(theme, name, form)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters and the mark."""
        size = self.sizeHint()
        return QSize(min(size.width(), round(self.theme.em() * 12)), size.height())


class LeafletChoices(QWidget):
    """Everything the worker chooses before printing.

    Args:
        theme: the theme.
        for_whom: carers it may be for.
        variants: forms there are, where it is for nobody in particular.
        texts: which advice; None where it is no advice, and nobody is told anything by it.
        family: the family's words.

    Signals:
        carer_chosen: for whom; carries the id of the carer.
        variant_chosen: another form, where it is for nobody in particular; carries its name.
        design_chosen: another design; carries its key.
        name_chosen: whether the worker's name and number go on it.
    """

    carer_chosen = Signal(str)
    variant_chosen = Signal(str)
    design_chosen = Signal(str)
    name_chosen = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        for_whom: Sequence[ForWhom],
        variants: Sequence[VariantKey],
        texts: TextsPanel | None,
        family: FamilyWordsPanel,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._chips: dict[str, Chip] = {}
        self._form: Select | None = None
        self._cards: dict[str, DesignCard] = {}
        self._designs = QWidget()
        self._designs_grid = QGridLayout(self._designs)
        self._designs_grid.setContentsMargins(0, 0, 0, 0)
        self._name = Check(theme, "My name and number", is_checked=True)
        self._name.clicked.connect(self.name_chosen)
        column = Column(theme, 8, (24, 14, 20, 12), self)
        column.add(Text("Leaflet", TextStyle.H2))
        if for_whom:
            column.add(*self._whom(for_whom))
        if not for_whom or len(variants) > 1:
            column.add(*self._forms(variants))
        if texts:
            column.add(4, Text("Advice", TextStyle.STRONG), texts)
        column.add(4, Text("Design", TextStyle.STRONG), self._designs, 4, family, self._name, None)
        if texts:
            remark = Row(theme, 10)
            remark.add(LineView(theme, Icon("info", 18, Role.INK2), name="Remember"))
            remark.add(Text(NOT_TELLING, tone=Role.INK2, wraps=True), stretch=1)
            column.add(remark)

    def _whom(self, for_whom: Sequence[ForWhom]) -> list[QWidget | Flow]:
        """A chip for each carer."""
        flow = Flow(self._theme)
        for one in for_whom:
            chip = _WhomChip(self._theme, one.name, said_form(one.key).lower())
            chip.clicked.connect(lambda _on=False, carer=one.carer_id: self.carer_chosen.emit(carer))
            self._chips[one.carer_id] = chip
            flow.add(chip)
        self._words = {one.carer_id: said_form(one.key).lower() for one in for_whom}
        return [Text("For", TextStyle.STRONG), flow]

    def _forms(self, variants: Sequence[VariantKey]) -> list[QWidget | Flow]:
        """A list of the forms there are."""
        form = Select(self._theme, "Form", [(key.name, said_form(key)) for key in variants])
        form.activated.connect(lambda _at: self.variant_chosen.emit(form.value))
        self._form = form
        return [Text("Form", TextStyle.STRONG), form]

    def take_focus(self) -> None:
        """At for whom, or in which form."""
        chosen = next((chip for chip in self._chips.values() if chip.isChecked()), None)
        first = chosen or next(iter(self._chips.values()), None) or self._form
        if first:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_carer(self, carer_id: str) -> None:
        """Show for whom it is."""
        for each, chip in self._chips.items():
            is_chosen = each == carer_id
            chip.setChecked(is_chosen)
            chip.show_as(Mark.HERE_ALL if is_chosen else Mark.NOT_HERE, self._words[each])

    def show_variant(self, key: VariantKey, *, has_pictures: bool) -> None:
        """Show which form it has."""
        if self._form:
            self._form.set_value(key.name)
        for card in self._cards.values():
            card.show_pictures(has_pictures=has_pictures)

    def show_designs(self, designs: Sequence[Design], *, has_pictures: bool) -> None:
        """Offer these designs; where they are offered already, the cards and the focus on them stay."""
        if [design.key for design in designs] == list(self._cards):
            return
        clear(self._designs_grid)
        self._cards = {design.key: DesignCard(self._theme, design, has_pictures=has_pictures) for design in designs}
        self._designs_grid.setSpacing(self._theme.space(8))
        for place, (key, card) in enumerate(self._cards.items()):
            card.clicked.connect(lambda _on=False, chosen=key: self.design_chosen.emit(chosen))
            self._designs_grid.addWidget(card, *divmod(place, ACROSS))
        for column in range(ACROSS):
            self._designs_grid.setColumnStretch(column, 1)

    def show_design(self, key: str) -> None:
        """Show which design it has."""
        if key in self._cards:
            self._cards[key].setChecked(True)

    def offer_name(self, *, is_known: bool) -> None:
        """Offer the worker's name and number if there are any."""
        self._name.setVisible(is_known)
