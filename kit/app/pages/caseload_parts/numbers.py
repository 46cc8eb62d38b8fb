"""The numbers of the bars as a table, for everyone who reads numbers better, and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.app.grid.cells import GridCell, GridColumn, GridRow
from kit.app.grid.view import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.pages.caseload_parts.bars import TopicBars


class NumbersTable(Grid):
    """Topics down, mothers and fathers across; arrows move, every cell is a whole sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Mothers beside fathers: told and understood")

    def show_topics(self, topics: Sequence[TopicBars]) -> None:
        """Show these numbers."""
        columns = (GridColumn("mothers", "Mothers"), GridColumn("fathers", "Fathers"))
        rows = [GridRow(topic.name, topic.name) for topic in topics]
        cells = [
            (
                _cell(topic.name, "mothers", topic.mothers_told, topic.mothers),
                _cell(topic.name, "fathers", topic.fathers_told, topic.fathers),
            )
            for topic in topics
        ]
        self.show_content(rows, columns, cells)


def _cell(topic: str, who: str, told: int, all_of_them: int) -> GridCell:
    """88 of 94; none."""
    if not all_of_them:
        return GridCell(word="None", sentence=f"{topic}: no {who} to tell")
    return GridCell(word=f"{told} of {all_of_them}", sentence=f"{topic}: {told} of {all_of_them} {who}")
