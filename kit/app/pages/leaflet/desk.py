"""The desk: the real pages of the PDF side by side, each with its words for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from kit.app.look.tokens import Role
from kit.app.widgets.scroll import ScrollArea
from kit.domain.errors import PressError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtPdf import QPdfDocument

    from kit.app.look.theme import Theme
    from kit.domain.leaflet import Leaflet

GAP = 28
LEAST_HEIGHT = 420
"""At 100 %: whole pages lower than this cannot be judged; the desk scrolls instead."""
_A4 = 297 / 210
_SHADOW = 5


class _Sheet(QWidget):
    """One page on the desk. Tab comes to it, so that a screen reader can read its words."""

    def __init__(self, theme: Theme, document: QPdfDocument, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._document, self._number = theme, document, number
        self._image = QImage()
        points = document.pagePointSize(number)
        self.shape = points.height() / points.width() if points.width() else _A4
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Page {number + 1} of {document.pageCount()}")
        self.setAccessibleDescription(document.getAllText(number).text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, white paper, page."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for reach in range(_SHADOW, 0, -1):
                painter.setBrush(QColor(0, 0, 0, 10))
                painter.drawRoundedRect(QRectF(self._paper()).adjusted(-reach, -reach + 2, reach, reach), 3, 3)
            painter.fillRect(self._paper(), Qt.GlobalColor.white)
            painter.drawImage(self._paper(), self._page(self.devicePixelRatioF()))
            if self._theme.is_contrast:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._theme.colour(Role.EDGE))
                painter.drawRect(self._paper())

    def _paper(self) -> QRectF:
        """The sheet inside its shadow."""
        return QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _page(self, ratio: float) -> QImage:
        """The page at the size and sharpness of this screen."""
        wanted = (self._paper().size() * ratio).toSize()
        if self._image.size() != wanted:
            self._image = self._document.render(self._number, wanted)
        return self._image


class PagesDesk(QFrame):
    """Every page whole, as many beside each other as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document: QPdfDocument | None = None
        self._buffer = QBuffer(self)
        self._sheets: list[_Sheet] = []
        self._ground = QWidget()
        self._scroll = ScrollArea(self._ground)
        self._scroll.setParent(self)
        self.setAccessibleName("Pages of the leaflet")

    def show_leaflet(self, leaflet: Leaflet) -> None:
        """Show these pages.

        Raises:
            PressError: the PDF cannot be read.
        """
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - not wanted before the first leaflet

        self.empty()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(leaflet.pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            self.empty()
            message = "The leaflet was made but cannot be shown. Try again, or choose another design."
            raise PressError(message)
        self._sheets = [
            _Sheet(self._theme, self._document, number, self._ground) for number in range(self._document.pageCount())
        ]
        for sheet in self._sheets:
            sheet.show()
        self._place()

    def empty(self) -> None:
        """Clear the desk."""
        for sheet in self._sheets:
            sheet.hide()
            sheet.deleteLater()
        self._sheets = []
        if self._document:
            self._document.close()
            self._document.deleteLater()
            self._document = None
        self._buffer.close()

    @property
    def page_texts(self) -> Sequence[str]:
        """The words of each page, as a screen reader hears them."""
        return [sheet.accessibleDescription() for sheet in self._sheets]

    def sizeHint(self) -> QSize:
        """Two pages."""
        return QSize(self._theme.grow(600), self._theme.grow(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """One small page."""
        return QSize(240, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages follow the room."""
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect())
        self._place()

    def _place(self) -> None:
        """Rows of whole pages in the middle of the desk; two beside each other if they can be judged so."""
        if not self._sheets:
            return
        room, bar = self.size(), self._scroll.verticalScrollBar().sizeHint().width()
        shape = self._sheets[0].shape
        wide = room.width() - bar
        least = self._theme.grow(LEAST_HEIGHT)
        high = max(min(room.height() - 8, wide * shape), least)
        if len(self._sheets) > 1:
            high = min(high, max((wide - GAP) / 2 * shape, least))
        high = min(high, wide * shape)
        across = min(len(self._sheets), max(1, int((wide + GAP) // (high / shape + GAP))))
        self._put(round(high / shape), round(high), across, wide)

    def _put(self, width: int, height: int, across: int, room: int) -> None:
        left = max(0, (room - across * width - (across - 1) * GAP) // 2)
        for at, sheet in enumerate(self._sheets):
            down, along = divmod(at, across)
            sheet.setGeometry(left + along * (width + GAP), down * (height + GAP // 2), width, height)
        rows = -(-len(self._sheets) // across)
        self._ground.setMinimumHeight(rows * (height + GAP // 2) - GAP // 2 + 4)


def sheets_line(pages: int) -> str:
    """1 sheet; 1 sheet, both sides; 2 sheets, both sides."""
    sheets = (pages + 1) // 2
    said = "1 sheet" if sheets == 1 else f"{sheets} sheets"
    return f"{said}, both sides" if pages > 1 else said
