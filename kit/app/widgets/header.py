"""What stands at the top and the bottom of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kit.app.look.line import Icon, Words
from kit.app.look.tokens import BOTTOM_BAR_HEIGHT, Layout, Role, TextStyle
from kit.app.widgets.button import Button, IconButton, Kind
from kit.app.widgets.layouts import ANY_WIDTH, Column, Flow, Margins, Row, clear, set_shown
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.steps import VisitSteps
from kit.app.widgets.text import ElidedText, LineView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kit.app.heading import Deed, Heading
    from kit.app.look.theme import Theme
    from kit.app.widgets.menu import Menu

SAVED = "Saved"
"""The status of a visit that is kept."""


class DeedButton(Button):
    """A button for a deed: its words, icon and whether it can be done follow the deed."""

    def __init__(self, theme: Theme, deed: Deed, kind: Kind = Kind.SECOND, *, has_icon: bool = True) -> None:
        super().__init__(theme, deed.text(), kind, icon=deed.icon_name if has_icon else "", name=deed.name)
        self._deed = deed
        self.clicked.connect(deed.trigger)
        deed.changed.connect(self._on_deed_changed)
        self._on_deed_changed()

    def _on_deed_changed(self) -> None:
        self.set_words(self._deed.text(), self._deed.name)
        self.setEnabled(self._deed.isEnabled())


class PageHeader(QWidget):
    """Title and children, one line of facts, up to three buttons with the primary last.

    In the compact layout title and primary stand in the window's bar, and only the tool is left here.

    Args:
        theme: the theme.
        heading: what the page says about itself.
        tool: what stands before the buttons: a field to find something.
    """

    def __init__(self, theme: Theme, heading: Heading, tool: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._heading = heading
        self._tool = tool
        self._row = Row(theme, 8)
        self._buttons = Row(theme, 8)
        across = Row(theme, 8, parent=self)
        across.add(self._row, stretch=1)
        if tool:
            across.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)
        across.add(self._buttons)
        heading.changed.connect(self._on_changed)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title is read before anything is looked for: where there is little room, the tool is narrower."""
        super().resizeEvent(event)
        self._fit_tool()

    def _fit_tool(self) -> None:
        if self._tool is None:
            return
        others = self._row.sizeHint().width() + self._buttons.sizeHint().width() + 2 * self._theme.space(8)
        is_alone = self._theme.layout is Layout.COMPACT
        least = self._tool.minimumSizeHint().width()
        self._tool.setMaximumWidth(ANY_WIDTH if is_alone else max(least, self.width() - others))

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._on_changed()

    def _on_changed(self) -> None:
        self._fill()
        self._fit_tool()

    def _fill(self) -> None:
        clear(self._row)
        clear(self._buttons)
        is_compact = self._theme.layout is Layout.COMPACT
        set_shown(self, is_shown=self._tool is not None or not is_compact)
        if is_compact:
            return
        if self._heading.has_back:
            back = IconButton(self._theme, "arrow-left", "Back", pressed=self._heading.back_requested.emit)
            self._row.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.add(self._words(), stretch=1)
        for deed in self._heading.deeds:
            self._add_button(deed, Kind.SECOND)
        if self._heading.primary:
            self._add_button(self._heading.primary, Kind.PRIMARY)

    def _add_button(self, deed: Deed, kind: Kind) -> None:
        """A button in the middle of the header's height; a deed without words is its icon."""
        if deed.is_icon_alone:
            button: Button = IconButton(self._theme, deed.icon_name, deed.name, kind, pressed=deed.trigger)
        else:
            button = DeedButton(self._theme, deed, kind)
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _words(self) -> Column:
        """Title with the children, facts under it."""
        first = Flow(self._theme, 18, 2)
        first.add(ElidedText(self._theme, self._heading.title, TextStyle.H1))
        for person in self._heading.people:
            name = Words(person.name, TextStyle.STRONG)
            icon = Icon(person.icon, 18, Role.INK2)
            first.add(_InTitle(self._theme, icon, name, Words(person.fact)))
        words = Column(self._theme, 2)
        words.add(first)
        if self._heading.facts:
            words.add(ElidedText(self._theme, self._heading.facts, tone=Role.INK2))
        return words


class _InTitle(LineView):
    """A line as high as a title beside it, so that both stand in one line."""

    def sizeHint(self) -> QSize:
        """As high as the title."""
        height = round(self._theme.metrics(TextStyle.H1).height())
        return super().sizeHint().expandedTo(QSize(0, height))


class VisitBar(QFrame):
    """The bar of a visit: back, whose visit, its steps in the middle, whether it is saved, more.

    In the compact layout it is not there either.
    """

    def __init__(self, theme: Theme, heading: Heading, more: Menu | None = None) -> None:
        super().__init__()
        self.setProperty("panel", "top-bar")
        self._theme, self._heading = theme, heading
        self._title = ElidedText(theme, style=TextStyle.H2)
        self._facts = ElidedText(theme, style=TextStyle.NOTE, tone=Role.INK2)
        self._status = LineView(theme)
        self._steps: VisitSteps | None = None
        self._middle = Row(theme, 0)
        self._lay_out(more)
        heading.changed.connect(self._on_changed)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_changed()

    def _lay_out(self, more: Menu | None) -> None:
        back = IconButton(self._theme, "arrow-left", "Back", pressed=self._heading.back_requested.emit)
        words = Column(self._theme, 0)
        words.add(None, self._title, self._facts, None)
        start = Row(self._theme, 8)
        start.add(back)
        start.add(words, stretch=1)
        row = Row(self._theme, 8, (12, 6, 16, 0), self)
        row.add(start, stretch=1)
        row.add(self._middle)
        end = Row(self._theme, 4)
        end.add(None, self._status)
        if more:
            button = IconButton(self._theme, "ellipsis", "More")
            button.open_menu(more)
            end.add(button)
        row.add(end, stretch=1)

    def sizeHint(self) -> QSize:
        """60 high at 100 %."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.grow(60) + 1))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._theme.grow(60) + 1))

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._on_changed()

    def _on_changed(self) -> None:
        heading = self._heading
        set_shown(self, is_shown=self._theme.layout is not Layout.COMPACT)
        self._title.set_words(heading.title)
        self._facts.set_words(heading.facts)
        self._show_status(heading.status)
        if self._steps is None and heading.steps:
            self._steps = VisitSteps(self._theme, [step.words for step in heading.steps])
            self._steps.step_requested.connect(heading.step_requested)
            self._middle.add(self._steps)
        if self._steps:
            self._steps.show_state(heading.step, [step.is_done for step in heading.steps])

    def _show_status(self, status: str) -> None:
        """The tick stands beside what is settled, and beside nothing else."""
        words = Words(status, TextStyle.NOTE, Role.INK2)
        tick = (Icon("check", 16, Role.GOOD),) if status == SAVED else ()
        self._status.set_parts(*((*tick, words) if status else ()))


class BottomBar(QFrame):
    """The bar under a doing page: hints or a quiet way out at the left, one other and the primary at the right."""

    def __init__(
        self, theme: Theme, primary: Button | None = None, *others: QWidget, left: QWidget | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "bottom-bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = Row(theme, 8, (24, 0, 24, 0), self)
        if left:
            row.add(left, stretch=1)
        else:
            row.add(None)
        row.add(*others)
        if primary:
            row.add(primary)

    def sizeHint(self) -> QSize:
        """64 high at 100 %."""
        least = self._theme.target() + self._theme.space(20)
        return QSize(super().sizeHint().width(), max(BOTTOM_BAR_HEIGHT, least) + 1)


def fill_page(
    page: QWidget,
    theme: Theme,
    *,
    top: QWidget | None = None,
    bottom: QWidget | None = None,
    scrolls: bool = False,
    space: int = 12,
) -> Column:
    """Lay out a page: a bar at the top, a body with the page's margins, a bar at the bottom.

    Returns:
        The body, to add to.
    """
    outer = Column(theme, 0, parent=page)
    if top:
        outer.add(top)
    content = QWidget()
    body = _Body(theme, space, content, is_between_bars=bool(top or bottom))
    outer.add(ScrollArea(content) if scrolls else content, stretch=1)
    if bottom:
        outer.add(bottom)
    return body


class _Body(Column):
    """A column with the margins of a page, smaller where the window is narrow."""

    def __init__(self, theme: Theme, space: int, page: QWidget, *, is_between_bars: bool) -> None:
        self._wide: Margins = (24, 13, 24, 10) if is_between_bars else (24, 20, 24, 20)
        super().__init__(theme, space, self._wide, page)
        theme.layout_changed.connect(self._on_layout_changed)
        self._on_layout_changed(theme.layout)

    def _on_layout_changed(self, layout: Layout) -> None:
        self._margins = (12, 8, 12, 8) if layout is Layout.COMPACT else self._wide
        self._on_text_size_changed()
