"""The place under the bar of a visit where it says what went wrong, one notice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.domain.errors import KitError


class NoticePlace(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, 0, (24, 12, 24, 0), self)
        self.hide()

    def tell(self, error: KitError, *buttons: QWidget, safe: str = "") -> None:
        """Say in the error's own words what went wrong; it stays until it is settled."""
        notice = Notice(self._theme, Tone.NEEDS_YOU, str(error), safe, *(buttons or (self._close_link(),)))
        self._put(notice)
        notice.speak()

    def remark(self, sentence: str) -> None:
        """Say something that is no mistake."""
        self._put(Notice(self._theme, Tone.PLAIN, "", sentence, self._close_link()))

    def settle(self) -> None:
        """Nothing more to say."""
        clear(self._column)
        self.hide()

    def _close_link(self) -> LinkButton:
        return LinkButton(self._theme, "Close", name="Close this notice", pressed=self.settle)

    def _put(self, notice: Notice) -> None:
        clear(self._column)
        self._column.add(notice)
        self.show()
