"""A library with something to show, and pages that show it."""

from __future__ import annotations

from dataclasses import replace

from kit.app.pages.show import ShowPage
from kit.domain.advice import Idea, Question, VariantKey
from tests.app.entering import library_with_private
from tests.fakes import FakeLibrary

EASY, FATHERS, STANDARD = (VariantKey.named(name) for name in ("easy-read", "easy-read.fathers", "standard"))
IDEAS = (
    Idea("baby-on-back", "Put your baby on the back.", ("Every sleep.", "Day and night.")),
    Idea("clear-cot", "Keep the cot clear."),
    Idea("same-room", "Sleep in the same room.", ("For 6 months.",)),
)
QUESTIONS = (Question("Show me the bed.", "Clear."), Question("Who else helps?", "A name."))


class Shelf(FakeLibrary):
    """Three ideas in every variant, and two questions for every resource."""

    def variant(self, resource_id, key):
        return replace(super().variant(resource_id, key), blocks=IDEAS)

    def questions(self, resource_id):
        return QUESTIONS


def shelf():
    made = library_with_private()
    return Shelf(*made.resources(), rules=made.due_rules())


def shown(qtbot, theme, rooms, resource_id="every-sleep", key=EASY, **more):
    """A page on the screen, with the keys."""
    page = ShowPage(theme, rooms, resource_id, key, **more)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return page
