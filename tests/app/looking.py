"""How tests look at a page and press what is on it, as a worker would: by words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from kit.app.widgets.notice import Notice
from kit.app.widgets.painted import Painted
from tests.app.samples import cut, nameless, too_low


def button(root, words):
    """The button with these words that can be seen."""
    settle()
    return next(each for each in root.findChildren(Painted) if each.words == words and each.isVisible())


def press(root, words):
    button(root, words).click()


def words_on(root):
    """All that can be read or heard: labels, painted words, names and descriptions."""
    settle()
    shown = [each for each in root.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in shown if isinstance(each, QLabel)]
    texts += [each.words for each in shown if isinstance(each, Painted)]
    texts += [text for each in shown for text in (each.accessibleName(), each.accessibleDescription(), each.toolTip())]
    return "\n".join(filter(None, texts))


def notice(root):
    """The notice that can be seen, as a screen reader says it; empty when there is none."""
    settle()
    found = [each.accessibleName() for each in root.findChildren(Notice) if each.isVisible()]
    assert len(found) <= 1, "one notice at a time"
    return "".join(found)


def dialog(root):
    """The dialog over the page, or None."""
    return next((each for each in root.window().findChildren(QDialog) if each.isVisible()), None)


def settle():
    """Let Qt lay out what was asked for, and forget what was let go."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def out_of_reach(page):
    """Buttons that Tab does not come to. Of a group in which one excludes the others, Tab comes to one."""
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    reached = [each for each in shown if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    groups = {_group_of(each) for each in reached} - {0}
    return [each for each in shown if each not in reached and _group_of(each) not in groups]


def _group_of(each):
    """Which buttons it excludes, as a number; 0 for none."""
    if each.group() and each.group().exclusive():
        return id(each.group())
    return id(each.parentWidget()) if each.autoExclusive() else 0


def check_everybody_can_use(page):
    """Nothing cut, everything named, large enough for a finger, reached by keys."""
    settle()
    assert cut(page) == []
    assert [each for each in nameless(page) if each.objectName() != "qt_tableview_cornerbutton"] == []
    assert too_low(page) == []
    assert out_of_reach(page) == []
