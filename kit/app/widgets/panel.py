"""White panels with a thin line around, and the choice cards and counts that look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.layouts import Column, Margins, Row, clear
from kit.app.widgets.text import Hairline, LineView, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from kit.app.look.theme import Theme

PANEL_MARGINS: Margins = (16, 12, 16, 12)


class Panel(QFrame):
    """A ground for things that belong together; `column` is where they go.

    Args:
        theme: the theme.
        ground: "surface", "sunken", "page" or a tint role.
        margins: space inside, at 100 %.
        space: space between the things inside.
    """

    def __init__(self, theme: Theme, ground: str = "surface", margins: Margins = PANEL_MARGINS, space: int = 8) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("panel", str(ground))
        self.column = Column(theme, space, margins, self)

    def add(self, *items: QWidget | QLayout | int | None) -> None:
        """Add things under each other."""
        self.column.add(*items)

    def set_ground(self, ground: str) -> None:
        """Stand on another ground."""
        self.setProperty("panel", str(ground))
        self.style().unpolish(self)
        self.style().polish(self)


class TitledPanel(Panel):
    """A panel with an icon, a title and one way on in its first line, as under the coverage grid.

    The way on is as high as a finger and reaches over the space around its words.
    """

    def __init__(self, theme: Theme, icon: str, title: str, deed: QWidget | None = None) -> None:
        super().__init__(theme, margins=(16, 12, 16, 12), space=4)
        self._title = LineView(theme, Icon(icon, 18, Role.INK2), Words(title, TextStyle.STRONG))
        self._deed = deed
        self.add(self._title)
        if deed:
            deed.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the way on at the end of the title."""
        super().resizeEvent(event)
        if self._deed:
            size = self._deed.sizeHint()
            self._deed.resize(size)
            right, middle = self.width() - self.theme.space(16), self._title.geometry().center().y()
            self._deed.move(right - size.width(), middle - size.height() // 2)
            self._deed.raise_()


class Rows(Panel):
    """A panel of rows with a hairline between them."""

    def __init__(self, theme: Theme, inset: int = 16) -> None:
        super().__init__(theme, margins=(0, 0, 0, 0), space=0)
        self._inset = inset

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows instead of the ones before."""
        clear(self.column)
        for number, row in enumerate(rows):
            if number:
                self.column.add(Hairline(self.theme, self._inset))
            self.column.add(row)


def row_of(theme: Theme, *items: QWidget | QLayout | int | None, height: int = 62) -> QWidget:
    """One row of a list: things beside each other, as high as asked for, 16 from the sides."""
    row = _ListRow(theme, height)
    line = Row(theme, 12, (16, 4, 10, 4), row)
    line.add(*items)
    return row


class _ListRow(QWidget):
    """A widget that is at least so high at 100 %."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._theme = theme
        self._height = height

    def sizeHint(self) -> QSize:
        """As high as asked for."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.grow(self._height)))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._theme.grow(self._height)))


class EmptyState(Panel):
    """Nothing here yet: an icon, one sentence, one way on, one primary."""

    def __init__(self, theme: Theme, icon: str, sentence: str, way_on: str, *buttons: QWidget) -> None:
        super().__init__(theme, margins=(24, 20, 24, 20), space=6)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = LineView(theme, Icon(icon, 36, Role.INK2), name="", alignment=middle)
        title, way = Text(sentence, TextStyle.H3, wraps=True), Text(way_on, tone=Role.INK2, wraps=True)
        title.setAlignment(middle)
        way.setAlignment(middle)
        self.add(None, picture, title, way)
        if buttons:
            line = Row(theme, 8)
            line.add(None, *buttons, None)
            self.add(4, line)
        self.add(None)
