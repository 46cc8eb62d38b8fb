"""Unlock: one field, one button, and no name of any family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit.app.heading import Heading
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Role, TextStyle
from kit.app.tries import Tries, wait_in_words
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.field import Field
from kit.app.widgets.houses import SignView, Street
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.notice import Notice, Tone, notice_of
from kit.app.widgets.panel import Panel
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import Hairline, LineView, Text
from kit.domain.dates import day_and_month
from kit.domain.errors import KitError, WrongPassphraseError

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.service.ports import Records

PANEL_WIDTH = 460
FIELD_HEIGHT = 52


class UnlockPage(QWidget):
    """The locked kit.

    Args:
        theme: the theme.
        rooms: the rooms, with the drawer to open.
        tries: wrong passphrases so far.
        known: the passphrase of the practice families, which nobody has to type.

    Signals:
        opened: the records are unlocked; carries them.
        library_requested: the worker wants the library, which needs no passphrase.
        practice_left: the worker has had enough of the practice families.
    """

    opened = Signal(object)
    library_requested = Signal()
    practice_left = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, tries: Tries | None = None, *, known: str = "") -> None:
        super().__init__()
        self._theme, self._rooms, self._known = theme, rooms, known
        self._tries = tries or Tries()
        self.heading = Heading("Home Visit Kit", parent=self)
        self.passphrase = Field(theme, "Passphrase", is_secret=True)
        self.unlock = Button(theme, "Open the practice families" if known else "Unlock", Kind.PRIMARY)
        self.library = LinkButton(theme, "Open the library", icon="book-open", side=Qt.AlignmentFlag.AlignLeft)
        self.other = LinkButton(theme, "Leave practice" if known else "Forgotten it?")
        self._said = Column(theme, 0)
        self._notice: Notice | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._panel = self._fill_panel()
        self._lay_out()
        self._listen()
        self._fit()
        self._on_second_over()

    def _fill_panel(self) -> Panel:
        theme = self._theme
        words = Column(theme, 0)
        state = "The practice families are locked" if self._known else "Your records are locked"
        words.add(Text("Home Visit Kit", TextStyle.H2), Text(state, tone=Role.INK2))
        head = Row(theme, 14)
        head.add(SignView(theme), words, None)
        links = Row(theme, 8)
        links.add(self.library, None, self.other)
        panel = Panel(theme, margins=(32, 28, 32, 12), space=12)
        panel.add(head, 8, self._said)
        if self._known:
            panel.add(Text("These families are invented. No passphrase is needed.", wraps=True))
        else:
            panel.add(self.passphrase)
        panel.add(self.unlock, 2, Hairline(theme), links)
        self.unlock.fill_width()
        return panel

    def _lay_out(self) -> None:
        """The panel slightly above the middle, over the houses."""
        theme = self._theme
        day = day_and_month(self._rooms.library.built_on)
        note = Words(f"Works without a network. Library of {day}.", TextStyle.NOTE, Role.INK2)
        foot = LineView(theme, Icon("wifi-off", 16, Role.INK2), note, alignment=Qt.AlignmentFlag.AlignHCenter)
        content = QWidget()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._panel)
        middle.addStretch(1)
        column = Column(theme, 20, (12, 24, 12, 24), content)
        column.addStretch(2)
        column.addLayout(middle)
        column.addWidget(foot)
        column.addStretch(3)
        self._street = Street(theme)
        self._street.setParent(self)
        Column(theme, 0, parent=self).add(ScrollArea(content), stretch=1)

    def _listen(self) -> None:
        self.unlock.clicked.connect(self.open_records)
        self.passphrase.line.returnPressed.connect(self.open_records)
        self.library.clicked.connect(self._on_library_pressed)
        self.other.clicked.connect(self._on_other_pressed)
        self._timer.timeout.connect(self._on_second_over)
        self._theme.text_size_changed.connect(self._fit)

    def _fit(self) -> None:
        theme, line = self._theme, self.passphrase.line
        width = theme.grow(PANEL_WIDTH)
        self._panel.setFixedWidth(width)
        inside = self._panel.contentsMargins()
        line.setFixedWidth(width - 2 * theme.space(32) - inside.left() - inside.right())
        margins, words = line.textMargins(), round(theme.metrics(TextStyle.BODY).height())
        above = (theme.grow(FIELD_HEIGHT) - words) // 2 - 2
        line.setTextMargins(margins.left(), above, margins.right(), above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the houses stand at the foot of the page."""
        super().resizeEvent(event)
        self._street.setGeometry(self.rect())
        self._street.lower()

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the field."""
        super().showEvent(event)
        start: QWidget = self.unlock if self._known else self.passphrase.line
        start.setFocus(Qt.FocusReason.TabFocusReason)

    # -- opening ---------------------------------------------------------------------------------------------------

    def open_records(self) -> None:
        """Open them with what was typed."""
        passphrase, drawer = self._known or self.passphrase.text, self._rooms.drawer
        if not self.unlock.isEnabled():
            return
        if not passphrase:
            self.passphrase.set_mistake("Type your passphrase.")
            return
        self.passphrase.set_mistake("")
        self._say(None)
        self.unlock.set_busy("Unlocking…")
        self._rooms.desk.run(self, lambda: drawer.open(passphrase), self._on_opened, self._on_failed)

    def _on_opened(self, records: Records) -> None:
        self._tries.forget()
        self.passphrase.line.clear()
        self.opened.emit(records)

    def _on_failed(self, error: KitError) -> None:
        self.unlock.set_ready()
        self._say(notice_of(self._theme, error))
        if isinstance(error, WrongPassphraseError):
            self._tries.count_wrong()
            self._on_second_over()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.line.selectAll()

    def _on_second_over(self) -> None:
        """Count a wait down in words, on the button."""
        left = self._tries.seconds_left
        if left > 0:
            self.unlock.set_busy(f"Try again in {wait_in_words(left)}")
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.unlock.set_ready()

    # -- the other ways --------------------------------------------------------------------------------------------

    def _on_library_pressed(self) -> None:
        self.library_requested.emit()

    def _on_other_pressed(self) -> None:
        if self._known:
            self.practice_left.emit()
            return
        first = "Without the passphrase nobody can open these records: not you, not your organisation, not us."
        then = "Look where you wrote it down. Everything already sent is safe with your organisation. Delete nothing."
        self._say(Notice(self._theme, Tone.PLAIN, first, then))

    def _say(self, notice: Notice | None) -> None:
        """Say one thing above the field, or nothing."""
        if self._notice:
            self._said.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice:
            self._said.add(notice)
            notice.speak()
