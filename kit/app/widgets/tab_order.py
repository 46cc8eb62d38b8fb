"""Tab goes where the eye goes: through layouts in their order, whenever their parts were made.

Qt's own chain is the order of making: what a page adds later, such as a notice with its buttons, would come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def go_on(root: QWidget, *, is_next: bool) -> bool:
    """Give the keys to the next or last stop in a widget, round and round; from elsewhere, to its first or last.

    Returns:
        Whether there was a stop to go to.
    """
    order = list(_seen(root))
    if not is_next:
        order.reverse()
    here = QApplication.focusWidget()
    at = order.index(here) if here in order else -1
    around = order[at + 1 :] + order[: max(at, 0)]
    stop = next(filter(_takes_tab, around), None)
    if stop:
        stop.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        _bring_into_view(stop)
    return stop is not None


def _takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """Everything that is to be seen in a widget, itself first."""
    yield widget
    laid_out = list(_laid_out(widget.layout()))
    others = [each for each in widget.children() if isinstance(each, QWidget) and each not in laid_out]
    for each in (*laid_out, *others):
        if each.isVisible() and not each.isWindow():
            yield from _seen(each)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        if widget := item.widget():
            yield widget
        else:
            yield from _laid_out(item.layout())


def _bring_into_view(widget: QWidget) -> None:
    each = widget.parentWidget()
    while each:
        if isinstance(each, QScrollArea):
            each.ensureWidgetVisible(widget)
        each = each.parentWidget()
