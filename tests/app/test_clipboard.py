"""What is copied from a record is taken away again, unless something else was copied meanwhile."""

import pytest
from PySide6.QtGui import QGuiApplication

from kit.app.clipboard import CLEARED_AFTER_S, BriefClipboard

TEXT = "No access, 24 November 2026"


@pytest.fixture
def waiting():
    return []


@pytest.fixture
def clipboard(qapp, waiting):
    brief = BriefClipboard(later=lambda milliseconds, done: waiting.append((milliseconds, done)))
    brief.copy(TEXT)
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_it_is_there_for_half_a_minute(clipboard, waiting):
    assert clipboard.text() == TEXT
    (after, clear), *_ = waiting
    assert after == CLEARED_AFTER_S * 1000 == 30_000
    clear()
    assert clipboard.text() == ""


def test_what_somebody_copied_since_stays(clipboard, waiting):
    clipboard.setText("a telephone number")
    waiting[0][1]()
    assert clipboard.text() == "a telephone number"
