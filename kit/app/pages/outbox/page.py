"""The outbox: what waits, what was received, what needs a person; and sending it now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.heading import Deed, Heading
from kit.app.look.marks import Mark
from kit.app.pages.outbox.rows import held_back_row, inset, records_of, row_for, said_when
from kit.app.widgets.button import Button, LinkButton
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.panel import EmptyState, Rows
from kit.app.widgets.progress import ProgressRow
from kit.app.widgets.steps import CountCard
from kit.app.widgets.tiles import Tiles
from kit.domain.errors import KitError, TryLaterError
from kit.domain.outbox import EntryState
from kit.service.uploads import OutboxView, outbox_view, retry_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.app.uploader import Uploader
    from kit.service.uploads import OutboxLine, UploadRound

TRUST = "Everything here is safe on this laptop until the server says it has it."
AT_ONCE = 40
"""Rows shown before "Show more"."""
_HELD = "held-back"
_FILTERS = (
    (EntryState.WAITING.value, Mark.WAITING, "Waiting"),
    (EntryState.NEEDS_YOU.value, Mark.NEEDS_YOU, "Needs you"),
    (EntryState.RECEIVED.value, Mark.RECEIVED, "Received"),
    (_HELD, Mark.HELD_BACK, "Held back"),
)


class OutboxPage(QWidget):
    """One notice, four counts that filter, one list with what needs a person first.

    Args:
        theme: the theme.
        rooms: with open records.
        uploader: the one that sends, whatever page is shown.

    Signals:
        settings_requested: the server address is missing and the worker wants to set it.
        changed: something waits again that did not; count the outbox again.
    """

    settings_requested = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, uploader: Uploader) -> None:
        super().__init__()
        self._theme, self._rooms, self._uploader = theme, rooms, uploader
        self._view: OutboxView | None = None
        self._filter, self._most = "", AT_ONCE
        self.heading = Heading("Outbox", TRUST, parent=self)
        self._send = Deed("Send now", self._on_send_pressed, "send", parent=self)
        self.heading.offer(self._send)
        self._notices = Notices(theme)
        self._progress = ProgressRow(theme, "Sending", "records")
        self._cards = {key: CountCard(theme, mark, word) for key, mark, word in _FILTERS}
        self._list = Rows(theme)
        self._end = Column(theme, 0)
        self._lay_out()
        self._listen()
        self._show_sending()
        self.reload()

    def _lay_out(self) -> None:
        tiles = Tiles(self._theme, list(self._cards.values()))
        body = fill_page(self, self._theme, scrolls=True)
        body.add(PageHeader(self._theme, self.heading), self._notices, self._progress, tiles, self._list, self._end)
        body.add(None)

    def _listen(self) -> None:
        for key, card in self._cards.items():
            card.clicked.connect(partial(self._on_card_pressed, key))
        self._progress.stop_requested.connect(self._uploader.stop)
        self._uploader.round_started.connect(self._on_round_started)
        self._uploader.answered.connect(self._progress.set_progress)
        self._uploader.round_ended.connect(self._on_round_ended)
        self._uploader.outbox_changed.connect(self.reload)

    # -- what there is ---------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the outbox again."""
        records = self._rooms.kept
        self._rooms.desk.run(self, lambda: outbox_view(records), self._on_loaded, self._on_not_loaded)

    def _on_loaded(self, view: OutboxView) -> None:
        self._view = view
        counts = (view.waiting, view.needs_you, view.received, view.held_back)
        for card, count in zip(self._cards.values(), counts, strict=True):
            card.set_count(count)
        self._show_rows()
        self._say_standing()

    def _on_not_loaded(self, error: KitError) -> None:
        self._say(Tone.NEEDS_YOU, str(error), Button(self._theme, "Try again", pressed=self.reload))

    def _on_card_pressed(self, key: str, _is_on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal carries it
        """A count filters the list; pressed again, it shows all."""
        self._filter = "" if self._filter == key else key
        self._most = AT_ONCE
        for each, card in self._cards.items():
            card.setChecked(each == self._filter)
        self._show_rows()

    def _show_rows(self) -> None:
        """The list as filtered, and a way to the rest."""
        clear(self._end)
        lines, held = self._wanted()
        today = self._rooms.clock.today()
        rows: list[QWidget] = []
        for line in lines[: self._most]:
            row = row_for(self._theme, line, today, partial(self._send_again, line))
            rows.append(inset(self._theme, row) if line.state is EntryState.NEEDS_YOU else row)
        if held:
            rows.append(held_back_row(self._theme, held))
        self._list.setVisible(bool(rows))
        self._list.set_rows(rows)
        if not rows:
            self._end.add(self._nothing())
        elif len(lines) > self._most:
            words = f"Show more ({len(lines) - self._most})"
            more = LinkButton(self._theme, words, side=Qt.AlignmentFlag.AlignLeft, pressed=self._on_more_pressed)
            self._end.add(more)

    def _wanted(self) -> tuple[Sequence[OutboxLine], int]:
        """The lines under the filter, and how many are held back."""
        if self._view is None:
            return (), 0
        lines = [line for line in self._view.lines if self._filter in {"", line.state.value}]
        is_all_read = len(lines) <= self._most
        return lines, self._view.held_back if self._filter == _HELD or (not self._filter and is_all_read) else 0

    def _nothing(self) -> EmptyState:
        if self._filter:
            return EmptyState(self._theme, "check", "Nothing here", "Press the number again to see everything.")
        return EmptyState(
            self._theme, "send", "Nothing is in the outbox yet", "A visit comes here by itself when it is closed."
        )

    def _on_more_pressed(self) -> None:
        self._most += AT_ONCE
        self._show_rows()

    # -- sending ---------------------------------------------------------------------------------------------------

    def _on_send_pressed(self) -> None:
        self._uploader.send_now()
        self._show_sending()

    def _show_sending(self) -> None:
        """The bar while something is sent; the button rests meanwhile."""
        is_running = self._uploader.is_running
        self._progress.setVisible(is_running)
        self._progress.set_progress(*self._uploader.progress)
        self._send.setText("Sending…" if is_running else "Send now")
        self._send.setEnabled(not is_running)

    def _on_round_started(self, _total: int) -> None:
        self._notices.settle()
        self._show_sending()

    def _on_round_ended(self, round_: UploadRound) -> None:
        self._show_sending()
        self._say_result(round_)

    def _send_again(self, line: OutboxLine) -> None:
        records = self._rooms.kept
        self._rooms.desk.run(
            self, lambda: retry_entries(records, line.entry_ids), self._on_waits_again, self._on_not_loaded
        )

    def _on_waits_again(self, _nothing: None) -> None:
        self.changed.emit()
        self.reload()
        self._on_send_pressed()

    # -- what is said ----------------------------------------------------------------------------------------------

    def _say_standing(self) -> None:
        """What holds before anything is tried: no address, or how the last round ended."""
        if self._uploader.is_running:
            return
        if self._view and not self._view.server:
            self._say_no_address()
        elif self._uploader.trouble and self._uploader.last_round:
            self._say_result(self._uploader.last_round)

    def _say_no_address(self) -> None:
        set_it = Button(self._theme, "Set the address", pressed=self.settings_requested.emit)
        self._say(Tone.WAITING, "No server address is set. Everything is kept on this laptop.", set_it, icon="info")

    def _say_result(self, round_: UploadRound) -> None:
        """How a round ended, plainly."""
        trouble = self._uploader.trouble
        if self._view and not self._view.server:
            self._say_no_address()
        elif isinstance(trouble, TryLaterError):
            self._say(Tone.WAITING, f"{trouble} {self._last_try()}")
        elif trouble:
            self._say(Tone.NEEDS_YOU, str(trouble))
        elif round_.stopped:
            self._say(Tone.PLAIN, round_.stopped)
        elif round_.refused:
            self._say(
                Tone.NEEDS_YOU,
                f"{round_.refused} of {records_of(round_.accepted + round_.refused)} "
                "came back. See what the server said below.",
            )
        elif round_.accepted:
            left = f"{records_of(round_.left)} still wait." if round_.left else "Nothing waits."
            self._say(Tone.DONE, f"{records_of(round_.accepted)} received. {left}")
        elif not round_.left:
            self._say(Tone.PLAIN, "Nothing waits.")

    def _last_try(self) -> str:
        """When it was tried, and that the kit goes on by itself."""
        at, waits_s = self._uploader.last_try_at, self._uploader.waits_s
        tried = f"Last try {said_when(at, self._rooms.clock.today())}." if at else ""
        return f"{tried} The kit tries again by itself." if waits_s is not None else tried

    def _say(self, tone: Tone, sentence: str, *buttons: Button, icon: str = "") -> None:
        """Show one notice: the first sentence bold, the rest plain."""
        happened, _, safe = sentence.partition(". ")
        self._notices.say(Notice(self._theme, tone, happened + ("." if safe else ""), safe, *buttons, icon=icon))
