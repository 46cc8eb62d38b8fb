"""Wiring: builds each room once and hands over what each needs. Only this room and `cli` know every room."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from kit import places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kit.app.entrance import Entrance
    from kit.app.rooms import Rooms
    from kit.domain.leaflet import Design, Leaflet, LeafletOrder, WebLeaflet
    from kit.domain.settings import Settings
    from kit.library.shelf import Shelf
    from kit.service.ports import Courier, Press, Records


class SystemClock:
    """The clock of this laptop, with its local offset."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now().astimezone()  # noqa: TID251 - the one place that takes the time

    def today(self) -> date:
        """This day."""
        return self.now().date()


def open_library() -> Shelf:
    """The compiled library; in a source tree it is compiled again when its sources changed."""
    from kit.library.shelf import Shelf  # noqa: PLC0415 - opened before the first window, and by no other command

    target = places.library_file()
    if target.parent != places.resources():
        from kit.library.current import is_current  # noqa: PLC0415 - a shipped library is never compiled

        if not is_current(places.resources(), target):
            from kit.library.build import build_library  # noqa: PLC0415 - Markdown is not wanted before the first window

            build_library(places.resources(), target)
    return Shelf(target, numbers=places.local_numbers())


def make_press() -> Press:
    """The room that makes leaflets."""
    from kit.leaflet.press import Press as LeafletPress  # noqa: PLC0415 - ReportLab is not wanted before the first leaflet

    return LeafletPress(places.leaflets(), places.resources() / "fonts")


class LatePress:
    """The press, made when its first leaflet is wanted, on the thread that wants it."""

    @cached_property
    def _press(self) -> Press:
        return make_press()

    def designs(self) -> Sequence[Design]:
        """The designs there are."""
        return self._press.designs()

    def make(self, order: LeafletOrder) -> Leaflet:
        """The PDF of this order."""
        return self._press.make(order)

    def make_pack(self, orders: Sequence[LeafletOrder], told: Callable[[int, int], None]) -> Leaflet:
        """One PDF of several leaflets."""
        return self._press.make_pack(orders, told)

    def make_web(self, order: LeafletOrder) -> WebLeaflet:
        """The same leaflet as a file to send."""
        return self._press.make_web(order)


def make_courier(settings: Settings) -> Courier:
    """The room that sends."""
    from kit.upload.courier import HttpCourier  # noqa: PLC0415 - not wanted before the first upload

    return HttpCourier(namespace=settings.namespace, sends_profiles=settings.sends_profiles, clock=SystemClock())


class RecordsDrawer:
    """The drawer of this laptop: where its records lie, and how they are opened."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def has_records(self) -> bool:
        """Whether there is anything to unlock."""
        from kit.store.files import beside  # noqa: PLC0415 - asked before the first window: no SQLAlchemy yet

        return self._path.exists() or beside(self._path, ".key").exists()

    def create(self, passphrase: str) -> Records:
        """New, empty records."""
        from kit.store.door import create_records  # noqa: PLC0415 - a quarter of a second that the first window does not need

        return create_records(self._path, passphrase)

    def open(self, passphrase: str) -> Records:
        """The records, unlocked."""
        from kit.store.door import open_records  # noqa: PLC0415 - as above

        return open_records(self._path, passphrase)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open them."""
        from kit.store.door import change_passphrase  # noqa: PLC0415 - as above

        change_passphrase(self._path, old, new)


def main(*, practice: bool, is_shown_once: bool = False) -> int:
    """Open the application.

    Args:
        practice: on invented families, kept apart from the worker's own.
        is_shown_once: end as soon as the first page is there, to measure how long that takes.

    Raises:
        KitError: the kit is not whole.
    """
    # A command without a window needs none of these.
    from kit.app.application import catch_the_unforeseen, soon, start_desktop  # noqa: PLC0415 - as said
    from kit.app.entrance import Entrance  # noqa: PLC0415 - as above
    from kit.app.window import Window  # noqa: PLC0415 - as above
    from kit.service.practice_drawer import PracticeDrawer  # noqa: PLC0415 - as said
    from kit.store.settings_file import read_look  # noqa: PLC0415 - as above

    look = read_look(places.settings_file())
    desktop = start_desktop(sys.argv[:1], places.resources(), scheme=look.theme, text_percent=look.text_percent)
    library = open_library()
    own = make_rooms(library)
    invented = replace(own, drawer=PracticeDrawer(RecordsDrawer(places.practice_file()), library, own.clock))
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    catch_the_unforeseen(window.say)
    entrance = Entrance(window, desktop, own, invented)
    entrance.begin(is_practice=practice)
    window.resize(1366, 688)
    window.show()
    soon(entrance.leave if is_shown_once else partial(_warm_up, entrance, own))
    code = desktop.app.exec()
    for line in (own.wire, own.press_line, own.desk):
        line.close()
    return code


def make_rooms(library: Shelf) -> Rooms:
    """The rooms of the application, on threads of their own, with the drawer of this worker."""
    from kit.app.rooms import Rooms  # noqa: PLC0415 - a command without a window needs no Qt
    from kit.app.worker import Worker  # noqa: PLC0415 - as above

    return Rooms(
        library=library,
        clock=SystemClock(),
        drawer=RecordsDrawer(places.records_file()),
        press=LatePress(),
        courier=make_courier,
        desk=Worker("desk", finishes=True),
        press_line=Worker("press"),
        wire=Worker("wire"),
        keep_look=keep_look,
        reader=(*places.reader(), "--read-aloud"),
    )


def keep_look(theme: str, text_percent: int) -> None:
    """Keep theme and text size where the next start finds them before anything is unlocked."""
    from kit.store.settings_file import Look, keep_look  # noqa: PLC0415 - a command without a window needs no settings

    keep_look(places.settings_file(), Look(theme, text_percent))


def _warm_up(entrance: Entrance, rooms: Rooms) -> None:
    """Load what opening the records needs, on the desk, while the worker types the passphrase."""
    rooms.desk.run(entrance, _load_store, lambda _nothing: None, lambda _error: None)


def _load_store() -> None:
    import kit.store.door  # noqa: F401, PLC0415 - a quarter of a second that the first window does not need
