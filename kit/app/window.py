"""The window: rail or bar, the page of now, what floats above it. It knows no page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kit.app.look.tokens import Layout
from kit.app.widgets.decision import Decision
from kit.app.widgets.focus import FocusRing
from kit.app.widgets.header import BottomBar
from kit.app.widgets.rail import LOCK, SAFER_SLEEP, Frame, Rail
from kit.app.widgets.tab_order import go_on
from kit.app.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from kit.app.heading import Heading
    from kit.app.hide import HideKey
    from kit.app.look.theme import Theme
    from kit.app.widgets.compact_bar import CompactBar
    from kit.app.widgets.focus import InputWatch

TITLE = "Home Visit Kit"
CORNER = 20
"""Pixels between the corner of the window and what is put there."""


class Page(Protocol):
    """A page is any widget with a heading."""

    heading: Heading


class Window(QMainWindow):
    """The frame around every page. Its title never says what is open.

    Signals:
        way_requested: the worker wants another place; carries its key ("today", "library" …).
        lock_requested: the worker wants the records locked.
        hidden: the hide key or Safer sleep was pressed and the neutral page is shown; drop what was open.
        close_requested: the worker closed the window; accept by `close_now`.
        painted: the window was seen for the first time; what it did not need for that comes now.
    """

    way_requested = Signal(str)
    lock_requested = Signal()
    hidden = Signal()
    close_requested = Signal()
    painted = Signal()

    def __init__(self, theme: Theme, app: QApplication, watch: InputWatch, hide_key: HideKey) -> None:
        super().__init__()
        self._theme, self._app = theme, app
        self._frame = Frame.BARE
        self._make_neutral: Callable[[], QWidget] = QWidget
        self._neutral: QWidget | None = None
        self._is_closing = False
        self._is_painted = False
        self._hide_key, self._watch = hide_key, watch
        self._corner: QWidget | None = None
        self._unsaid = ""
        self._state_before = Qt.WindowState.WindowNoState
        self.setWindowTitle(TITLE)
        self.setMinimumSize(640, 420)
        self._rail = Rail(theme)
        self._bar: CompactBar | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._toast = Toast(theme, self._stack)
        self._ring = FocusRing(theme, watch, app, self)
        self._rail.way_requested.connect(self._on_way_requested)
        theme.layout_changed.connect(self._on_layout_changed)
        hide_key.hide_requested.connect(self.hide_now)
        self._on_layout_changed(theme.layout)

    def _lay_out(self) -> None:
        ground = QWidget()
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._stack, 1)
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addLayout(self._right, 1)
        self.setCentralWidget(ground)

    # -- pages -----------------------------------------------------------------------------------------------------

    def set_frame(self, frame: Frame) -> None:
        """Offer the ways of a frame."""
        self._fill_screen(is_full=frame.is_full)
        self._frame = frame
        self._rail.offer(frame)
        self._on_layout_changed(self._theme.layout)

    def put_in_corner(self, what: QWidget | None) -> None:
        """Put something at the top right above the page, or take it away."""
        self._corner = what
        if what:
            what.setParent(self)
            what.show()
            what.raise_()
            self._place_corner()

    def _place_corner(self) -> None:
        if self._corner:
            self._corner.adjustSize()
            self._corner.move(self.width() - self._corner.width() - CORNER, CORNER)

    def _fill_screen(self, *, is_full: bool) -> None:
        """Take the whole screen, or be as before: as large, where, and maximised if it was."""
        if is_full == self._frame.is_full:
            return
        if is_full:
            self._state_before = self.windowState()
            self.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self._state_before)

    def show_page(self, page: QWidget, way: str = "") -> None:
        """Show a page (a widget with a `heading`) and where it is in the rail."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._rail.select(way)
        self._follow()
        self._toast.close_now()
        if not self._frame.is_full:
            self._say_what_waited()

    def drop_page(self, page: QWidget) -> None:
        """Let a page go for good: it is closed, not covered."""
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def drop_pages(self) -> None:
        """Let every page go but the neutral one."""
        pages = [self._stack.widget(at) for at in range(self._stack.count())]
        for page in pages:
            if page and page is not self._neutral:
                self.drop_page(page)

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._stack.currentWidget()

    def set_badge(self, way: str, count: int) -> None:
        """Show how many wait at a place."""
        self._rail.set_badge(way, count)

    # -- above the page --------------------------------------------------------------------------------------------

    def say(self, sentence: str, undone: Callable[[], object] | None = None) -> None:
        """Say in a toast what was done, with a way to take it back; what a parent would see is said afterwards."""
        if self._frame.is_full:
            self._unsaid = sentence
        else:
            self._toast.say(sentence, undone)

    def _say_what_waited(self) -> None:
        sentence, self._unsaid = self._unsaid, ""
        if sentence:
            self._toast.say(sentence)

    def ask(
        self, question: str, facts: str, deed: str, body: QWidget | None = None, *, is_destructive: bool = False
    ) -> Decision:
        """Ask before what cannot be undone; connect to `agreed` and `declined`."""
        decision = Decision(self, self._theme, question, facts, deed, body=body, is_destructive=is_destructive)
        decision.ask()
        self._ring.raise_()
        return decision

    # -- hiding ----------------------------------------------------------------------------------------------------

    def set_neutral_page(self, make: Callable[[], QWidget]) -> None:
        """Remember how the neutral safer sleep page is made."""
        self._make_neutral = make

    def keep_neutral_ready(self) -> None:
        """Make the neutral page now, so that hiding waits for nothing."""
        if self._neutral is None:
            self._neutral = self._make_neutral()
            self._stack.addWidget(self._neutral)

    def hide_now(self) -> None:
        """Close what is open and show the neutral page, at once and without animation."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._toast.close_now()
        self.keep_neutral_ready()
        self.show_page(cast("QWidget", self._neutral))
        self.hidden.emit()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _on_way_requested(self, way: str) -> None:
        if way == SAFER_SLEEP.key:
            self.hide_now()
        elif way == LOCK.key:
            self.lock_requested.emit()
        else:
            self.way_requested.emit(way)

    def _on_layout_changed(self, layout: Layout) -> None:
        has_frame = bool(self._frame.ways)
        self._rail.setVisible(has_frame and layout is not Layout.COMPACT)
        if layout is Layout.COMPACT and self._bar is None:
            self._bar = self._add_bar()
        if self._bar:
            self._bar.setVisible(has_frame and layout is Layout.COMPACT)
        self._follow()

    def _add_bar(self) -> CompactBar:
        """The bar, once there is a narrow window."""
        from kit.app.widgets.compact_bar import CompactBar  # noqa: PLC0415 - its menus are not wanted before

        bar = CompactBar(self._theme)
        bar.way_requested.connect(self._on_way_requested)
        self._right.insertWidget(0, bar)
        return bar

    def _follow(self) -> None:
        """Let the bar say what the page is about."""
        if page := self._stack.currentWidget():
            if self._bar:
                self._bar.follow(self._frame, cast("Page", page).heading)
            at_bottom = page.findChild(BottomBar)
            self._toast.keep_clear(at_bottom.sizeHint().height() if at_bottom else 0)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab goes in the order of what is seen; Qt asks too when what has the keys goes away."""
        here = QApplication.focusWidget()
        is_going = here is None or not here.isVisible()
        return super().focusNextPrevChild(is_next) if is_going else go_on(self, is_next=is_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the layout for the width."""
        super().resizeEvent(event)
        self._theme.fit_width(self.width())
        self._toast.place()
        self._place_corner()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def _on_painted(self) -> None:
        """Watch keys and pointer. Nobody presses what is not yet seen, and a watch looks at each thing Qt makes."""
        self._hide_key.begin()
        self._watch.begin()
        self.painted.emit()

    def close_now(self) -> None:
        """Close without asking again."""
        self._is_closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the one who knows whether something must be finished first; `close_now` may be the answer."""
        if not self._is_closing:
            self.close_requested.emit()
        event.setAccepted(self._is_closing)
