"""A leaf of show mode turned and painted, against painting the same leaf's picture alone: the least it could be.

A frame of a screen is 16 ms. The first leaf may take longer; every other is laid out while the one before is looked at.
"""

from __future__ import annotations

import os
import statistics
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QRectF
from PySide6.QtGui import QImage, QPainter

from bench.figures import Figure, once_ms
from kit import places
from kit.app.pages.show import ShowPage
from kit.app.rooms import Rooms
from kit.app.widgets.picture import paint_picture
from kit.app.worker import InlineWorker
from kit.domain.advice import VariantKey
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service.practice_drawer import PracticeDrawer
from kit.start import RecordsDrawer, SystemClock, make_courier, make_press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.domain.picture import Picture

SIZE = 1366, 768
ROUNDS = 5
FRAME_MS = 1000 / 60


def figures(folder: Path) -> Iterator[Figure]:
    """The leaf in the middle, and the slow ones. Going back is not prepared for; it counts all the same."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kit.app.application import start_desktop  # noqa: PLC0415 - the platform is chosen before Qt starts

    desktop = start_desktop(["bench"], places.resources(), scheme="light")
    desktop.theme.choose_stillness(is_still=True)
    build_library(places.resources(), folder / "library.sqlite")
    library = Shelf(folder / "library.sqlite")
    page = ShowPage(desktop.theme, _rooms(library, folder), "every-sleep", VariantKey.named("easy-read"))
    page.resize(*SIZE)
    page.show()
    _settle()
    turns: list[float] = []
    floors: list[float] = []
    for _ in range(ROUNDS):
        for step in [1] * (page.count - 1) + [-1] * (page.count - 1):
            turns.append(once_ms(partial(_turn, page, step)))
            _settle()
    ideas = library.variant("every-sleep", VariantKey.named("easy-read")).ideas
    floors += [once_ms(partial(_paint, library.picture(idea.picture))) for idea in ideas]
    page.close()
    yield Figure("a leaf turned", statistics.median(turns), "its picture alone, painted", statistics.median(floors), 2)
    slow = statistics.quantiles(turns, n=20)[-1]
    yield Figure("19 of 20 leaves turned in less than", slow, "one frame of a screen", FRAME_MS, 1)


def _turn(page: ShowPage, step: int) -> None:
    """Until it is on the screen."""
    page.go(step)
    page.repaint()


def _settle() -> None:
    """What is done between two turns, while somebody looks."""
    for _ in range(2):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)  # noqa: TID251 - no loop runs here


def _paint(picture: Picture) -> None:
    image = QImage(530, 400, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_picture(painter, QRectF(0, 0, 530, 400), picture)


def _rooms(library: Shelf, folder: Path) -> Rooms:
    """The library; nothing else is opened."""
    worker, clock = InlineWorker(), SystemClock()
    return Rooms(
        library=library,
        clock=clock,
        drawer=PracticeDrawer(RecordsDrawer(folder / "records.kit"), library, clock),
        press=make_press(),
        courier=make_courier,
        desk=worker,
        press_line=worker,
        wire=worker,
        keep_look=lambda _theme, _percent: None,
    )
