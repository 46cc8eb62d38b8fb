"""Wiring: builds each room once and hands over what each needs. Only this room and `cli` know every room."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from kit import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.app.entrance import Entrance
    from kit.app.rooms import Rooms
    from kit.domain.settings import Settings
    from kit.library.shelf import Shelf
    from kit.service.ports import Courier, Library, Press, Records

Room = TypeVar("Room")


class SystemClock:
    """The clock of this laptop, with its local offset."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now().astimezone()  # noqa: TID251 - the one place that takes the time

    def today(self) -> date:
        """This day."""
        return self.now().date()


class _Late:
    """Stands for a room until something is asked of it, and then makes it, on the thread that asks.

    Two threads that ask in the same moment may make it twice: it is for rooms that keep nothing.
    """

    def __init__(self, make: Callable[[], object], known: dict[str, object]) -> None:
        self._room = cache(make)
        vars(self).update(known)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the room has
        return getattr(self._room(), name)


def late(make: Callable[[], Room], **known: object) -> Room:
    """A room that is made when it is first wanted; what is known of it already does not make it."""
    return cast("Room", _Late(make, known))


def open_library() -> Shelf:
    """The library, to be read."""
    return _shelf(_ready_library())


def late_library() -> Library:
    """The library, found whole and its day known; the shelf that reads it is made when it is first asked."""
    from kit.library.opening import LibraryFile  # noqa: PLC0415 - a command without a window opens the shelf itself

    target = _ready_library()
    return late(partial(_shelf, target), built_on=LibraryFile(target).built_on)


def _shelf(target: Path) -> Shelf:
    from kit.library.shelf import Shelf  # noqa: PLC0415 - every word of the field; not wanted before the first window

    return Shelf(target, numbers=places.local_numbers())


def _ready_library() -> Path:
    """The compiled library; in a source tree it is compiled again when its sources changed."""
    target = places.library_file()
    if target.parent != places.resources():
        from kit.library.current import is_current  # noqa: PLC0415 - a shipped library is never compiled

        if not is_current(places.resources(), target):
            from kit.library.build import build_library  # noqa: PLC0415 - Markdown is not wanted before the first window

            build_library(places.resources(), target)
    return target


def make_press() -> Press:
    """The room that makes leaflets."""
    from kit.leaflet.press import Press as LeafletPress  # noqa: PLC0415 - ReportLab is not wanted before the first leaflet

    return LeafletPress(places.leaflets(), places.resources() / "fonts")


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
    # All that is made up to the window stays: looking through it for what could be thrown away costs a twentieth more.
    gc.disable()
    # A command without a window needs none of these.
    from kit.app.application import catch_the_unforeseen, start_desktop  # noqa: PLC0415 - as said
    from kit.app.entrance import Entrance  # noqa: PLC0415 - as above
    from kit.app.window import Window  # noqa: PLC0415 - as above
    from kit.service.practice_drawer import PracticeDrawer  # noqa: PLC0415 - as said
    from kit.store.settings_file import read_look  # noqa: PLC0415 - as above

    look = read_look(places.settings_file())
    desktop = start_desktop(sys.argv[:1], places.resources(), scheme=look.theme, text_percent=look.text_percent)
    library = late_library()
    own = make_rooms(library)
    invented = replace(own, drawer=PracticeDrawer(RecordsDrawer(places.practice_file()), library, own.clock))
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    catch_the_unforeseen(window.say)
    entrance = Entrance(window, desktop, own, invented)
    entrance.begin(is_practice=practice)
    window.resize(1366, 688)
    window.painted.connect(entrance.leave if is_shown_once else partial(_warm_up, entrance, own))
    window.show()
    gc.freeze()
    gc.enable()
    code = desktop.app.exec()
    for line in (own.wire, own.press_line, own.desk):
        line.close()
    return code


def make_rooms(library: Library) -> Rooms:
    """The rooms of the application, on threads of their own, with the drawer of this worker."""
    from kit.app.rooms import Rooms  # noqa: PLC0415 - a command without a window needs no Qt
    from kit.app.worker import Worker  # noqa: PLC0415 - as above

    return Rooms(
        library=library,
        clock=SystemClock(),
        drawer=RecordsDrawer(places.records_file()),
        press=late(make_press),
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
    """Load what comes next, on the desk, while the worker types the passphrase."""
    entrance.make_ready()
    rooms.desk.run(entrance, _load_store, lambda _nothing: None, lambda _error: None)


def _load_store() -> None:
    import kit.store.door  # noqa: F401, PLC0415 - a quarter of a second that the first window does not need
