"""The coverage grid as text: topics down, carers side by side, also where a place is not yet known."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kit.domain.wording import cell_note, say, ties_line, unfilled_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kit.domain.coverage import Coverage
    from kit.domain.family import Family

WIDEST = 24
"""Characters in a column; longer lines are broken, so that four carers fit a terminal."""


def coverage_text(coverage: Coverage, family: Family, names: Mapping[str, str], today: date) -> str:
    """The grid in columns, each cell with its state over its note.

    Args:
        coverage: the grid.
        family: whose it is.
        names: how each topic is called.
        today: the day it is for.
    """
    head = [["", ""], *([carer.full_name, ties_line(family, carer.id)] for carer in coverage.carers)]
    rows = [[*head, *([unfilled_name(one.child, one.role), "Not known yet"] for one in coverage.unfilled)]]
    for topic, cells in zip(coverage.topics, coverage.cells, strict=True):
        row = [[names.get(topic.value, topic.value)], *([say(cell.state), cell_note(cell, today)] for cell in cells)]
        rows.append([*row, *(["?"] for _ in coverage.unfilled)])
    return "\n".join(_columns([[_broken(cell) for cell in row] for row in rows]))


def _broken(cell: Sequence[str]) -> list[str]:
    return [part for line in cell for part in textwrap.wrap(line, WIDEST)]


def _columns(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """Each row as many lines as its highest cell has, each column as wide as its widest line."""
    widths = [max((len(line) for row in rows for line in row[at]), default=0) for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        for at in range(max(len(cell) for cell in row)):
            parts = [cell[at] if at < len(cell) else "" for cell in row]
            line = "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True))
            lines.append(f"  {line}".rstrip())
        lines.append("")
    return lines[:-1]
