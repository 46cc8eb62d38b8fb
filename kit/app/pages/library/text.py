"""One resource to read: what it is, its variants, the paper, and what is for workers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.announce import announce
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.library.contents import LANGUAGES, said_variant
from kit.app.widgets.advice_view import AdviceView
from kit.app.widgets.button import Kind
from kit.app.widgets.check import Select
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.fold import Fold
from kit.app.widgets.header import DeedButton
from kit.app.widgets.layouts import Column, Flow, Row, clear
from kit.app.widgets.panel import Panel
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import LineView, Text
from kit.domain.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kit.app.heading import Deed
    from kit.app.look.theme import Theme
    from kit.domain.advice import Question, Resource, Source, Variant, VariantKey
    from kit.service.ports import Library

_SURE = {
    "seen": "Read in the source",
    "from-memory": "From memory: to be confirmed locally",
    "inferred": "Our own conclusion from the source",
}


class TextPane(QWidget):
    """The right side of the library: title, facts, deeds, variants, paper.

    Signals:
        variant_chosen: the worker wants another variant; carries its name.
    """

    variant_chosen = Signal(str)

    def __init__(self, theme: Theme, show: Deed, *others: Deed) -> None:
        super().__init__()
        self._theme = theme
        self._deeds = (*others, show)
        self._buttons = (*(DeedButton(theme, deed) for deed in others), DeedButton(theme, show, Kind.PRIMARY))
        self._title = Text(style=TextStyle.H2, wraps=True)
        self._facts = Column(theme, 1)
        self._choices = Flow(theme, 12, 6)
        self.paper = AdviceView(theme)
        self._under = Column(theme, 8, (0, 2, 0, 16))
        self._lay_out()
        theme.layout_changed.connect(self._on_layout_changed)

    def _lay_out(self) -> None:
        words = Column(self._theme, 1)
        words.add(self._title, self._facts)
        head = Row(self._theme, 8, (0, 0, 10, 0))
        head.add(words, stretch=1)
        for button in self._buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        content = QWidget()
        inside = Column(self._theme, 10, (0, 0, 10, 0), content)
        inside.add(self.paper, self._under, None)
        self.area = ScrollArea(content)
        # Reading by keys: arrows and Page Down move the paper once Tab has come to it.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName("Text of the advice")
        column = Column(self._theme, 12, (24, 16, 6, 0), self)
        column.add(head, self._choices)
        column.add(self.area, stretch=1)

    def show_text(self, resource: Resource, variant: Variant, library: Library, today: date, chosen_for: str) -> None:
        """Show a resource in one variant; `chosen_for` names the carer it was chosen for, or is empty."""
        self._title.setText(resource.title)
        self._say_facts(resource, today)
        self._offer_variants(resource, variant.key, chosen_for)
        self.paper.show_blocks(variant.blocks, library.picture)
        self._say_under(resource, library.questions(resource.id))
        self.area.verticalScrollBar().setValue(0)
        announce(self.area, f"{variant.title}, {said_variant(variant.key)}")
        self._on_layout_changed(self._theme.layout)

    def empty(self) -> None:
        """Hold nothing of what was shown."""
        self._title.setText("")
        self.paper.empty()
        for each in (self._facts, self._choices, self._under):
            clear(each)

    def _say_facts(self, resource: Resource, today: date) -> None:
        clear(self._facts)
        is_past = resource.review_by < today
        signed = "signed off" if resource.is_signed_off else "awaiting local sign-off"
        review = "" if is_past else f"review by {long_date(resource.review_by)}"
        facts = " · ".join(filter(None, (f"Version {resource.version}", review, signed)))
        self._facts.add(Text(facts, TextStyle.NOTE, Role.INK2, wraps=True))
        if is_past:
            words = Words(f"Review date passed, {long_date(resource.review_by)}", TextStyle.NOTE, Role.AGAIN, gap=5)
            self._facts.add(LineView(self._theme, Icon("calendar-clock", 16, Role.AGAIN), words))

    def _offer_variants(self, resource: Resource, key: VariantKey, chosen_for: str) -> None:
        """Segments for the variants in this language, a list for the languages, and for whom it was chosen."""
        clear(self._choices)
        same = [one for one in resource.variants if one.language == key.language]
        if len(same) > 1:
            choices = [Choice(one.name, said_variant(one)) for one in same]
            segments = Segments(self._theme, choices, "Variant", key.name)
            segments.chosen.connect(self.variant_chosen)
            self._choices.add(segments)
        if languages := self._languages(resource, key):
            self._choices.add(languages)
        if chosen_for:
            line = LineView(self._theme, Icon("ear", 20, Role.NEED), Words(f"Chosen for {chosen_for}", role=Role.INK2))
            line.setMinimumHeight(self._theme.target())
            self._choices.add(line)

    def _languages(self, resource: Resource, key: VariantKey) -> Select | None:
        """The other languages, each leading to the variant nearest to this one."""
        spoken = sorted({one.language for one in resource.variants} | {key.language})
        if len(spoken) == 1:
            return None
        nearest = {}
        for language in spoken:
            those = [one for one in resource.variants if one.language == language]
            alike = min(those, key=lambda one: (one.form != key.form, one.addressee != key.addressee))
            nearest[language] = alike.name
        choices = [(name, LANGUAGES.get(language, language)) for language, name in nearest.items()]
        select = Select(self._theme, "Language", choices)
        select.set_value(nearest[key.language])
        select.activated.connect(lambda _at: self.variant_chosen.emit(select.value))
        return select

    def _say_under(self, resource: Resource, questions: Sequence[Question]) -> None:
        """What a worker asks, and where the text comes from."""
        clear(self._under)
        if questions:
            self._under.add(_questions(self._theme, questions))
        if resource.sources:
            words = f"Where this comes from ({len(resource.sources)})"
            self._under.add(Fold(self._theme, words, lambda: _sources(resource)))

    def _on_layout_changed(self, layout: Layout) -> None:
        """In the compact layout the primary deed is in the window's bar."""
        for deed, button in zip(self._deeds, self._buttons, strict=True):
            button.setVisible(deed.isVisible())
        if layout is Layout.COMPACT:
            self._buttons[-1].hide()


def _questions(theme: Theme, questions: Sequence[Question]) -> Panel:
    """What to ask, and what a right answer holds."""
    panel = Panel(theme, space=10)
    panel.add(Text("Ask, so that you know it is clear", TextStyle.H3))
    for question in questions:
        pair = Column(theme, 2)
        pair.add(Text(question.ask, TextStyle.STRONG, wraps=True))
        pair.add(Text(f"Listen for: {_small_start(question.listen_for)}", tone=Role.INK2, wraps=True))
        panel.add(pair)
    return panel


def _small_start(sentence: str) -> str:
    """A sentence after a colon."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _sources(resource: Resource) -> list[QWidget]:
    """Who wrote it, then each fact with its source and how sure it is."""
    rows: list[QWidget] = [Text(resource.sign_off, wraps=True)]
    for source in resource.sources:
        rows += _source(source)
    return rows


def _source(source: Source) -> list[QWidget]:
    sure = _SURE.get(source.sure, source.sure)
    fact = Text(source.fact, wraps=True)
    where = ", ".join(part for part in (source.source, source.where) if part)
    note = Text(f"{where}. {sure}.", TextStyle.NOTE, Role.INK2, wraps=True)
    return [fact, note]
