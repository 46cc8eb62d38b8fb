"""The entrance: first start, unlocking, locking. What lies behind it is the navigator's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kit.app.look.theme import Scheme
from kit.app.pages.unlock import UnlockPage
from kit.app.stack import PageStack
from kit.app.tries import Tries
from kit.app.widgets.neutral import neutral_page
from kit.app.widgets.rail import LIBRARY, Frame
from kit.service.practice_drawer import PASSPHRASE

if TYPE_CHECKING:
    from kit.app.application import Desktop
    from kit.app.navigator import Navigator
    from kit.app.pages.first_start import FirstStartPage
    from kit.app.reading import Reading
    from kit.app.rooms import Rooms
    from kit.app.window import Window
    from kit.domain.errors import KitError
    from kit.domain.settings import Settings
    from kit.service.ports import Records


class Entrance(QObject):
    """Lets the worker in and out. It alone hears what the window wishes, and passes on what is not its own.

    Args:
        window: the window.
        desktop: Qt, theme and hide key.
        own: the rooms with the drawer of this worker.
        practice: the same with the drawer of the practice families.
    """

    def __init__(self, window: Window, desktop: Desktop, own: Rooms, practice: Rooms) -> None:
        super().__init__(window)
        self._window, self._desktop = window, desktop
        self._own, self._practice = own, practice
        self._rooms = own
        self._tries = Tries()
        self._stack = PageStack(window)
        self._navigator: Navigator | None = None
        self._reading: Reading | None = None
        window.set_neutral_page(lambda: neutral_page(desktop.theme, own.library))
        window.way_requested.connect(self._on_way_requested)
        window.lock_requested.connect(self.lock)
        window.hidden.connect(self._on_hidden)
        window.close_requested.connect(self.leave)

    @property
    def is_practice(self) -> bool:
        """Whether the practice families are behind the door."""
        return self._rooms.drawer is self._practice.drawer

    def begin(self, *, is_practice: bool = False) -> None:
        """Show the first page."""
        if is_practice:
            self._try_practice()
        elif self._own.drawer.has_records():
            self._show_unlock()
        else:
            self._show_first_start()

    def make_ready(self) -> None:
        """Open the library on the desk and make the neutral page from it, so that hiding waits for nothing."""
        library = self._own.library
        self._own.desk.run(self, lambda: library.version, lambda _: self._window.keep_neutral_ready(), self._on_unread)

    def _on_unread(self, error: KitError) -> None:
        self._window.say(str(error))

    # -- the way in ------------------------------------------------------------------------------------------------

    def _show_unlock(self) -> UnlockPage:
        known = PASSPHRASE if self.is_practice else ""
        page = UnlockPage(self._desktop.theme, self._rooms, self._tries, known=known)
        page.opened.connect(self._on_opened)
        page.library_requested.connect(self._open_library)
        page.practice_left.connect(self._leave_practice)
        self._stack.open(page, Frame.BARE)
        return page

    def _show_first_start(self, records: Records | None = None) -> None:
        from kit.app.pages.first_start import FirstStartPage  # noqa: PLC0415 - shown once in the life of a kit

        page: FirstStartPage = FirstStartPage(self._desktop.theme, self._rooms, self._desktop.hide_key, records)
        page.practice_requested.connect(self._try_practice)
        page.opened.connect(self._keep_open)
        page.finished.connect(self._enter)
        self._stack.open(page, Frame.FIRST_START)

    def _try_practice(self) -> None:
        """Nobody has to type the passphrase of invented families."""
        self._rooms = self._practice
        self._show_unlock().open_records()

    def _leave_practice(self) -> None:
        self._rooms = self._own
        self.begin()

    def _on_opened(self, records: Records) -> None:
        self._keep_open(records)

        def read() -> Settings:
            with records:
                return records.settings()

        self._rooms.desk.run(self, read, self._on_settings_read, self._on_failed)

    def _keep_open(self, records: Records) -> None:
        self._rooms = replace(self._rooms, records=records)

    def _on_settings_read(self, settings: Settings) -> None:
        if not self.is_practice:
            self._desktop.theme.choose_scheme(Scheme(settings.theme))
            self._desktop.theme.choose_text_size(settings.text_percent)
        if settings.has_practised_hiding:
            self._enter()
        else:
            self._show_first_start(self._rooms.records)

    def _enter(self) -> None:
        from kit.app.navigator import Navigator  # noqa: PLC0415 - every page there is; not wanted before unlocking

        self._navigator = Navigator(self._window, self._desktop.theme, self._rooms, self._stack, self)
        self._navigator.begin()

    def _on_failed(self, error: KitError) -> None:
        """The records opened and then could not be read: locked again, and said."""
        self.lock()
        self._window.say(str(error))

    # -- the way out -----------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Close the records and every page that shows them."""
        self._close_records()
        if self._rooms.drawer.has_records():
            self._show_unlock()
        else:
            self._show_first_start()

    def _close_records(self) -> None:
        self._close_reading()
        if self._navigator:
            self._navigator.close()
            self._navigator.deleteLater()
            self._navigator = None
        records = self._rooms.records
        self._rooms = replace(self._rooms, records=None)
        if records:
            self._rooms.desk.run(self, records.close, lambda _nothing: None, self._on_not_closed)

    def _on_not_closed(self, error: KitError) -> None:
        self._window.say(str(error))

    def leave(self) -> None:
        """Close the window, unless a page has something that would be lost: then it asks first."""
        if self._navigator and self._navigator.asks_before_leaving():
            return
        self._close_records()
        self._window.close_now()

    # -- wishes ----------------------------------------------------------------------------------------------------

    def _on_way_requested(self, way: str) -> None:
        if self._navigator:
            self._navigator.go(way)
        elif way == LIBRARY.key:
            self._open_library()

    def _open_library(self) -> None:
        """The library needs no passphrase. Lock leads back."""
        from kit.app.reading import Reading  # noqa: PLC0415 - QtPdf and printing; not wanted before the first window

        self._close_reading()
        self._reading = Reading(self._desktop.theme, self._rooms, self._stack)
        self._stack.back_to_root()
        self._stack.push(self._reading.library(Frame.FIRST_START), Frame.FIRST_START, LIBRARY.key)

    def _close_reading(self) -> None:
        if self._reading:
            self._reading.close()
            self._reading = None

    def _on_hidden(self) -> None:
        """What was open is closed; practising counts it and goes on."""
        if self._navigator:
            self._navigator.hide()
            return
        root = self._stack.root
        if root is not None and hasattr(root, "count_hidden"):
            root.count_hidden()
            self._stack.back_to_root()
        else:
            self._stack.clear()
            self._window.set_frame(Frame.FIRST_START)
