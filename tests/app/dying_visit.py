"""Holds a visit on a real file with a real desk: a touch every 40 ms, each said with its moment, until it is killed.

dying_visit.py <records> <family id>
"""

import itertools
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kit.app.application import dress
from kit.app.pages.visit import VisitPage
from kit.app.rooms import Rooms
from kit.app.worker import InlineWorker, Worker
from kit.service.attendance import set_next
from kit.store.door import open_records
from tests import fakes
from tests.store import story

TOUCH_MS = 40


class Clock:
    """The time as it is."""

    def now(self):
        return datetime.now(UTC)  # noqa: TID251 - how long the visit really took is what is measured

    def today(self):
        return self.now().date()


def main(path, family_id):
    app = QApplication([])
    desktop = dress(app, Path(__file__).parents[2] / "resources")
    desk, here, numbers = Worker("desk", finishes=True), InlineWorker(), itertools.count(1)
    opened = []
    desk.run(app, lambda: open_records(path, story.PASSPHRASE), opened.append, sys.exit)
    rooms = {"library": fakes.FakeLibrary(fakes.resource()), "clock": Clock(), "drawer": None, "press": None}
    rooms |= {"courier": None, "desk": desk, "press_line": here, "wire": here, "keep_look": None}
    pages = []

    def touch():
        if opened and not pages:
            pages.append(VisitPage(desktop.theme, Rooms(**rooms, records=opened[0]), family_id))
        if pages and pages[0].view:
            number = next(numbers)
            page = pages[0]
            page.here.change(lambda draft: set_next(draft, f"touch {number}", None, draft.started_at.date()))
            sys.stdout.write(f"{number} {time.monotonic()}\n")
            sys.stdout.flush()

    timer = QTimer(app, interval=TOUCH_MS)
    timer.timeout.connect(touch)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
