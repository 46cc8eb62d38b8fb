"""One model for both grids: rows, columns and a cell for each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kit.app.grid.cells import CellKind, GridCell, GridColumn, GridRow

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_SAID = {
    CellKind.BOX: "not given today",
    CellKind.ASKING: "given. 1 showed me, 2 told me, 3 not yet",
    CellKind.CHECKED: "given to all here",
    CellKind.SHOW: "show to the parent",
}


class GridModel(QAbstractTableModel):
    """Cells by row and column. Every cell has a whole sentence for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[GridRow] = ()
        self.columns: Sequence[GridColumn] = ()
        self._cells: list[list[GridCell]] = []

    def show(self, rows: Sequence[GridRow], columns: Sequence[GridColumn], cells: Sequence[Sequence[GridCell]]) -> None:
        """Show other content; where rows and columns are the same, only the cells that changed are painted."""
        if (tuple(rows), tuple(columns)) == (tuple(self.rows), tuple(self.columns)):
            self._change_cells(cells)
            return
        self.beginResetModel()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self._cells = [list(row) for row in cells]
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell:
        """One cell."""
        return self._cells[row][column]

    def set_cell(self, row: int, column: int, cell: GridCell) -> None:
        """Change one cell."""
        if cell == self._cells[row][column]:
            return
        self._cells[row][column] = cell
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def place_of(self, row_key: str, column_key: str) -> tuple[int, int]:
        """Where a cell is, by the keys of its row and column."""
        row = next(at for at, each in enumerate(self.rows) if each.key == row_key)
        column = next(at for at, each in enumerate(self.columns) if each.key == column_key)
        return row, column

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The cell, its word, or its sentence."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.sentence or self._sentence(index.row(), index.column(), cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Row or column, its title, or all of it for screen readers."""
        headers: Sequence[GridRow] | Sequence[GridColumn]
        headers = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(headers):
            return None
        header = headers[section]
        if role == CELL_ROLE:
            return header
        if role == Qt.ItemDataRole.DisplayRole:
            return header.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{header.title}, {header.note}" if header.note else header.title
        return None

    def _change_cells(self, cells: Sequence[Sequence[GridCell]]) -> None:
        for row, line in enumerate(cells):
            for column, cell in enumerate(line):
                self.set_cell(row, column, cell)

    def _sentence(self, row: int, column: int, cell: GridCell) -> str:
        """As in "Crying, Callum Reed: Due. Before 6 weeks"."""
        state = cell.words or _SAID.get(cell.kind, "not said")
        said = f"{self.rows[row].title}, {self.columns[column].title}: {state}"
        return f"{said}. {cell.note}" if cell.note else said
