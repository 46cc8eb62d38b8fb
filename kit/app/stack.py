"""The pages that are open: one at the root, and what was opened from it above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from kit.app.widgets.rail import Frame
    from kit.app.window import Window


class Open(NamedTuple):
    """One open page, the frame around it and where the rail says it is."""

    page: QWidget
    frame: Frame
    way: str


class PageStack:
    """What the window shows is always the topmost; what goes is closed, never covered."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._opened: list[Open] = []

    @property
    def screen(self) -> QScreen:
        """The screen the window is on."""
        return self._window.screen()

    @property
    def root(self) -> QWidget | None:
        """The page everything else was opened from."""
        return self._opened[0].page if self._opened else None

    @property
    def top(self) -> QWidget | None:
        """The page that is shown, unless something was hidden."""
        return self._opened[-1].page if self._opened else None

    def open(self, page: QWidget, frame: Frame, way: str = "") -> None:
        """Begin anew from this page."""
        gone, self._opened = self._opened, [Open(page, frame, way)]
        self.show()
        self._drop(gone)

    def push(self, page: QWidget, frame: Frame, way: str = "") -> None:
        """Open a page above; the one under it stays as it is."""
        self._opened.append(Open(page, frame, way))
        self.show()

    def pop(self) -> None:
        """Close the topmost page and show the one under it."""
        self._close_from(max(1, len(self._opened) - 1), then_show=True)

    def back_to_root(self) -> None:
        """Close everything above the root and show it."""
        self._close_from(1, then_show=True)

    def close_above(self) -> None:
        """Close everything above the root while something else is shown."""
        self._close_from(1, then_show=False)

    def clear(self) -> None:
        """Close every page."""
        gone, self._opened = self._opened, []
        self._drop(gone)

    def show(self) -> None:
        """Show the topmost page in its frame."""
        page, frame, way = self._opened[-1]
        self._window.set_frame(frame)
        self._window.show_page(page, way)

    def _close_from(self, count: int, *, then_show: bool) -> None:
        gone, self._opened = self._opened[count:], self._opened[:count]
        if self._opened and then_show:
            self.show()
        self._drop(gone)

    def _drop(self, gone: list[Open]) -> None:
        for each in gone:
            self._window.drop_page(each.page)
