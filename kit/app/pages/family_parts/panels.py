"""The panels under the grid: where the youngest child sleeps, and the last visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.app.look.line import Icon, Part, Sign, Words
from kit.app.look.tokens import Role
from kit.app.widgets.panel import TitledPanel
from kit.app.widgets.text import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.content import FactLine


def line_parts(line: FactLine) -> list[Part]:
    """Mark or icon, words, quiet end."""
    parts: list[Part] = []
    if line.mark:
        parts.append(Sign(line.mark, 18))
    elif line.icon:
        parts.append(Icon(line.icon, 18, Role.INK2))
    parts.append(Words(line.words))
    return [*parts, Words(line.note, role=Role.INK2)] if line.note else parts


def facts_panel(theme: Theme, icon: str, title: str, lines: Sequence[FactLine], deed: QWidget) -> TitledPanel:
    """A title with one way on, and a line for each fact."""
    panel = TitledPanel(theme, icon, title, deed)
    for line in lines:
        panel.add(LineView(theme, *line_parts(line)))
    panel.add(None)
    return panel
