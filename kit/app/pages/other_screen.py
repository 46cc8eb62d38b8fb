"""A second screen: the parent sees ideas alone; the laptop has everything that is pressed, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kit.app.heading import Heading
from kit.app.pages.show_parts.controls import RoundButton
from kit.app.pages.show_parts.paper import Paper, PaperText
from kit.app.pages.show_parts.way_back import WayBack

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QScreen

    from kit.app.look.theme import Theme
    from kit.app.pages.show import ShowPage
    from kit.app.pages.show_parts.way_back import Guard

SAID = "It is on the other screen."


def other_screen(own: QScreen) -> QScreen | None:
    """A screen beside the one of the window; none where both show the same."""
    beside = [each for each in own.virtualSiblings() if each.geometry() != own.geometry()]
    return beside[0] if beside else None


class OtherScreenPage(Paper):
    """The laptop's side: neutral, with the leaf's number, on and back, the lock, and what is the worker's to press.

    What each carer showed is answered here, where they do not look.

    Args:
        theme: the theme.
        shown: what the parent sees.
        guard: what gives the screens back.
        screen: where the parent looks.

    Signals:
        left: the worker took the screens back.
    """

    left = Signal()

    def __init__(self, theme: Theme, shown: ShowPage, guard: Guard, screen: QScreen) -> None:
        super().__init__()
        self.heading = Heading(parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shown = shown
        self._far = _FarWindow(shown, screen)
        self.way_back = WayBack(theme, guard, self)
        self.back, self.on = RoundButton(theme, "Back", goes_on=False), RoundButton(theme, "On", goes_on=True)
        self._where = PaperText(theme, "", 18.0)
        self._lay_out(theme)
        self.back.clicked.connect(lambda: shown.go(-1))
        self.on.clicked.connect(lambda: shown.go(1))
        self.way_back.opened.connect(self.left)
        shown.left.connect(self.left)
        shown.turned.connect(self._show)
        self._far.close_wished.connect(self.way_back.ask)
        self._show()
        self._far.open()

    def _lay_out(self, theme: Theme) -> None:
        said = PaperText(theme, SAID, 24.0, 600)
        for text in (said, self._where):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shown = self.shown
        shown.words_panel.lie_on(self)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(shown.words)
        top.addStretch(1)
        top.addWidget(self.way_back)
        bottom.setSpacing(12)
        bottom.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addStretch(1)
        bottom.addWidget(shown.try_it, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addWidget(shown.read_bar, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addStretch(1)
        bottom.addWidget(self.on, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 28)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(said)
        column.addWidget(self._where)
        column.addSpacing(24)
        column.addWidget(shown.answers)
        column.addStretch(1)
        column.addLayout(bottom)

    def _show(self) -> None:
        number = f"{self.shown.at + 1} of {self.shown.count}"
        self._where.setText("\n".join(filter(None, (number, self.shown.question))))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever closed this page closes the other screen in the same moment."""
        self._far.close_now()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page itself, but the lock is this side's."""
        if not self.way_back.take_key(event, is_down=True):
            self.shown.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc is let go of."""
        if not self.way_back.take_key(event, is_down=False):
            super().keyReleaseEvent(event)


class _FarWindow(Paper):
    """The window on the other screen, without a frame and without a name.

    Signals:
        close_wished: somebody tried to close it; that is the worker's to do.
    """

    close_wished = Signal()

    def __init__(self, shown: ShowPage, screen: QScreen) -> None:
        super().__init__()
        self._screen, self._is_closing = screen, False
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)

    def open(self) -> None:
        """Fill the screen."""
        self.setScreen(self._screen)
        self.setGeometry(self._screen.geometry())
        self.showFullScreen()

    def close_now(self) -> None:
        """Close it for good."""
        self._is_closing = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only from this side."""
        event.setAccepted(self._is_closing)
        if not self._is_closing:
            self.close_wished.emit()
