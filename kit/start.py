"""Wiring: builds each room once and hands over what each needs. Only this room and `cli` know every room."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from kit import places

if TYPE_CHECKING:
    from pathlib import Path

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
        from kit.library.build import build_library, is_current  # noqa: PLC0415 - a shipped library is never compiled

        if not is_current(places.resources(), target):
            build_library(places.resources(), target)
    return Shelf(target, numbers=places.local_numbers())


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
