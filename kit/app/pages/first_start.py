"""The first start: try the practice families, or set up: passphrase, who you are, practise hiding, ready."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kit.app.heading import Heading
from kit.app.pages.first_start_parts.about import AboutStep
from kit.app.pages.first_start_parts.passphrase import PassphraseStep
from kit.app.pages.first_start_parts.practise import PractiseStep
from kit.app.pages.first_start_parts.ready import ReadyStep
from kit.app.pages.first_start_parts.welcome import Welcome
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.header import BottomBar
from kit.app.widgets.layouts import Column
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.steps import StepsRow
from kit.domain.errors import RuleError
from kit.service.settings import change_settings

if TYPE_CHECKING:
    from kit.app.hide import HideKey
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.errors import KitError
    from kit.service.ports import Records

FORM_WIDTH = 1160


class At(IntEnum):
    """Where the worker is; the steps are counted from 1."""

    WELCOME = 0
    PASSPHRASE = 1
    ABOUT = 2
    PRACTISE = 3
    READY = 4


_WORDS = ("Passphrase", "About you", "Practise hiding", "Ready")
_NEXT = {
    At.PASSPHRASE: "Next: about you",
    At.ABOUT: "Next: practise hiding",
    At.PRACTISE: "Next: ready",
    At.READY: "Open the kit",
}


class FirstStartPage(QWidget):
    """Four steps, each with a way back but over the passphrase, which makes the records.

    Args:
        theme: the theme.
        rooms: with the drawer to make records in.
        hide_key: practised here.
        records: open already when setting up was left half done.

    Signals:
        practice_requested: the worker wants to try the invented families.
        opened: the records are made; carries them.
        finished: everything is set up.
    """

    practice_requested = Signal()
    opened = Signal(object)
    finished = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, hide_key: HideKey, records: Records | None = None) -> None:
        super().__init__()
        self._theme, self._rooms, self._records = theme, rooms, records
        self.heading = Heading("Home Visit Kit", parent=self)
        self.welcome = Welcome(theme)
        self.passphrase = PassphraseStep(theme)
        self.about = AboutStep(theme)
        self.practise = PractiseStep(theme, rooms.library, hide_key)
        self.ready = ReadyStep(theme)
        self._parts = (self.welcome, self.passphrase, self.about, self.practise, self.ready)
        self._steps = StepsRow(theme, _WORDS)
        self._notices = Notices(theme)
        self._notice: Notice | None = None
        self._stack = QStackedWidget()
        self.back = Button(theme, "Back", pressed=self._on_back_pressed)
        self.next = Button(theme, "Next", Kind.PRIMARY, pressed=self._on_next_pressed)
        self._bar = BottomBar(theme, self.next, self.back)
        self._lay_out()
        self.welcome.practice_requested.connect(self.practice_requested)
        self.welcome.set_up_requested.connect(lambda: self.go(At.PASSPHRASE))
        self.passphrase.entered.connect(self._on_next_pressed)
        self.practise.practised.connect(self._show_buttons)
        self.go(At.WELCOME if records is None else At.ABOUT)

    def _lay_out(self) -> None:
        theme = self._theme
        content = QWidget()
        column = Column(theme, 20, (56, 40, 56, 24), content)
        column.add(self._steps, self._notices)
        column.add(self._stack, stretch=1)
        for part in self._parts:
            self._stack.addWidget(part)
        outer = Column(theme, 0, parent=self)
        outer.add(ScrollArea(content), stretch=1)
        outer.add(self._bar)

    @property
    def at(self) -> At:
        """Which step is shown."""
        return At(self._stack.currentIndex())

    def go(self, at: At) -> None:
        """Show a step."""
        self._say(None)
        self._stack.setCurrentIndex(at)
        # A stack is as high as its highest part; the others would scroll for nothing.
        for part in self._parts:
            part.setVisible(part is self._parts[at])
        is_step = at is not At.WELCOME
        self._steps.setVisible(is_step)
        self._bar.setVisible(is_step)
        if is_step:
            self._steps.set_current(at)
        self._show_buttons()
        self._parts[at].take_focus()

    def count_hidden(self) -> None:
        """What was open was hidden once; practising counts it."""
        if self.at is At.PRACTISE:
            self.practise.count_hidden()

    def _show_buttons(self) -> None:
        at = self.at
        self.back.setVisible(at in {At.PASSPHRASE, At.PRACTISE, At.READY})
        self.next.set_ready()
        self.next.set_words(_NEXT.get(at, "Next"))
        self.next.setEnabled(at is not At.PRACTISE or self.practise.is_done)

    # -- going on --------------------------------------------------------------------------------------------------

    def _on_back_pressed(self) -> None:
        self.go(At(self.at - 1))

    def _on_next_pressed(self) -> None:
        if not self.next.isEnabled():
            return
        if self.at is At.PASSPHRASE:
            self._make_records()
        elif self.at is At.ABOUT:
            self._keep(self.about.read(), lambda _settings: self.go(At.PRACTISE), needed=("worker_name",))
        elif self.at is At.PRACTISE:
            self._keep({"has_practised_hiding": True}, lambda _settings: self.go(At.READY))
        else:
            self.finished.emit()

    def _make_records(self) -> None:
        passphrase, drawer = self.passphrase.read(), self._rooms.drawer
        if passphrase is None:
            return
        self.next.set_busy("Making your records…")
        self._rooms.desk.run(self, lambda: drawer.create(passphrase), self._on_made, self._on_failed)

    def _on_made(self, records: Records) -> None:
        self.passphrase.forget()
        self._records = records
        self.opened.emit(records)
        self.go(At.ABOUT)

    def _keep(self, changes: dict[str, str | bool], done: object, needed: tuple[str, ...] = ()) -> None:
        records = self._records
        if records is None:
            message = "nothing to keep it in"
            raise RuntimeError(message)
        self.next.set_busy("Saving…")
        self._rooms.desk.run(
            self,
            lambda: change_settings(records, needed=needed, **changes),
            done,  # type: ignore[arg-type]  # a callback made above
            self._on_failed,
        )

    def _on_failed(self, error: KitError) -> None:
        self._show_buttons()
        part = self._parts[self.at]
        if isinstance(error, RuleError) and part.set_mistake(error.field, str(error)):
            return
        self._say(Notice(self._theme, Tone.NEEDS_YOU, str(error), "What you typed is still here."))

    def _say(self, notice: Notice | None) -> None:
        if self._notice:
            self._notices.removeWidget(self._notice)
            self._notice.deleteLater()
        self._notice = notice
        if notice:
            self._notices.add(notice)
            notice.speak()
