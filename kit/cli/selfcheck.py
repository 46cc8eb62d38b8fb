"""`kit --selfcheck`: does this build of the kit work on this computer? Run on the frozen application too."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

from kit import places, start
from kit.domain.advice import VariantKey
from kit.domain.errors import KitError
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import practice
from kit.service.families import family_view
from kit.service.leaflets import designs_for, order_leaflet
from kit.store.door import create_records, open_records

WITH_PAGE = "ways-to-comfort"
"""A resource that leads to a page of somebody who knows."""


def selfcheck() -> int:
    """Open the library, make a leaflet, write and read an encrypted record, load the window's parts.

    Returns:
        0 when every step worked; a step that did not raises, and the exit code says so.
    """
    with tempfile.TemporaryDirectory(prefix="kit-selfcheck-", ignore_cleanup_errors=True) as folder:
        for name, step in (("library", _library), ("leaflet", _leaflet), ("records", _records), ("window", _window)):
            print(f"{name}: {step(Path(folder))}")
    print("All parts work.")
    return 0


def _library(folder: Path) -> str:
    build_library(places.resources(), folder / "library.sqlite")
    library = Shelf(folder / "library.sqlite")
    if not library.search("cot"):
        message = "The library opens, but finds nothing."
        raise KitError(message)
    return f"{len(library.resources())} resources, version {library.version}"


def _leaflet(folder: Path) -> str:
    library, press = Shelf(folder / "library.sqlite"), start.make_press()
    clock, settings, key = start.SystemClock(), practice.SETTINGS, VariantKey.named("easy-read")
    # A text with a page to read on, so that its code is drawn too; in every design, and as a file to send.
    orders = [
        order_leaflet(library, press, clock, settings, WITH_PAGE, key, design.key)
        for design in designs_for(library, press, WITH_PAGE, key)
    ]
    leaflet, web = press.make_pack(orders, lambda _done, _total: None), press.make_web(orders[0])
    return f"{len(orders)} designs, {leaflet.pages} pages, {len(leaflet.pdf)} bytes; to send, {len(web.html)} letters"


def _records(folder: Path) -> str:
    library, clock = Shelf(folder / "library.sqlite"), start.SystemClock()
    path, passphrase = folder / "records.kit", secrets.token_urlsafe(24)
    records = create_records(path, passphrase)
    people = practice.add_ellison(records, clock)
    practice.hold_demonstration_visit(records, library, clock, people)
    records.close()
    if b"Ellison" in path.read_bytes():
        message = "The records file is not encrypted."
        raise KitError(message)
    records = open_records(path, passphrase)
    visits = family_view(records, library, clock, people.family).visits
    records.close()
    return f"encrypted, {len(visits)} visit read back"


def _window(folder: Path) -> str:
    from kit.app.selfcheck import show_once  # noqa: PLC0415 - Qt last, so that the rest is checked without a screen

    return show_once(places.resources(), Shelf(folder / "library.sqlite"))
