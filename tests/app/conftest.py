"""One Qt for all tests of the app, dressed as the real one; every test starts from light, 100 %, wide, by keys."""

from __future__ import annotations

import gc
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kit.app.application import dress
from kit.app.look.theme import Scheme
from kit.app.widgets.menu import Menu
from kit.app.widgets.rail import Frame
from kit.app.window import Window

RESOURCES = Path(__file__).parents[2] / "resources"
OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/app/" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE, extend=True))


@pytest.fixture(scope="session")
def session_desktop(qapp):
    desktop = dress(qapp, RESOURCES)
    desktop.watch.begin()
    desktop.hide_key.begin()
    return desktop


@pytest.fixture
def desktop(session_desktop):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    theme = session_desktop.theme
    theme.choose_text_size(100)
    theme.choose_scheme(Scheme.LIGHT)
    theme.choose_stillness(is_still=True)
    theme.fit_width(1366)
    session_desktop.watch.is_by_keys = True
    return session_desktop


@pytest.fixture
def theme(desktop):
    return desktop.theme


@pytest.fixture
def window(desktop, qtbot):
    window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
    window.resize(1366, 688)
    qtbot.addWidget(window, before_close_func=lambda each: each.close_now())
    return window


@pytest.fixture
def shown(window, qtbot, monkeypatch):
    """Shows a page in the active window; menus are filled and not opened."""
    monkeypatch.setattr(Menu, "popup", lambda *_: None)

    def show(page, frame=Frame.FAMILIES, way=""):
        window.set_frame(frame)
        window.show_page(page, way)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return show
