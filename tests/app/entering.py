"""The whole application without threads and without files: the real window, entrance and navigator."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from kit.app.entrance import Entrance
from kit.app.navigator import Navigator
from kit.domain.advice import Audience, Topic
from kit.domain.settings import Settings
from kit.service.practice_drawer import PracticeDrawer
from tests import fakes
from tests.app.caseload_rooms import library, practice

PASSPHRASE = "three blue kites over Harlow"


class House:
    """Window, entrance and what a test looks into."""

    def __init__(self, window, desktop, *, is_set_up=True, settings=None, shelf=None):
        self.window, self.desktop = window, desktop
        self.given = practice()
        if settings:
            self.given.records.kept.settings = settings
        held = self.given.records if is_set_up else None
        self.drawer = fakes.FakeDrawer(held, PASSPHRASE if is_set_up else "")
        self.looks = []
        own = replace(
            self.given.rooms,
            library=shelf or library_with_private(),
            drawer=self.drawer,
            records=None,
            keep_look=lambda *look: self.looks.append(look),
        )
        self.practice_drawer = fakes.FakeDrawer()
        invented = replace(own, drawer=PracticeDrawer(self.practice_drawer, library(), own.clock))
        self.entrance = Entrance(window, desktop, own, invented)
        window.show()

    @property
    def page(self):
        return self.window.page

    @property
    def navigator(self):
        return next((each for each in self.entrance.findChildren(Navigator)), None)

    def enter(self):
        self.entrance.begin()
        self.page.passphrase.set_text(PASSPHRASE)
        self.page.open_records()
        return self.navigator

    def family_id(self, name="Ellison"):
        return self.given.family(name).id


def is_gone(page):
    """Whether a page was let go of for good."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return not isValid(page)


def library_with_private():
    made = library()
    private = fakes.resource("safe-words", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True, audience=Audience.CARER)
    return fakes.FakeLibrary(*made.resources(), private, rules=made.due_rules())


NOT_PRACTISED = Settings(worker_name="Sam Whitfield")
