"""A table from a spreadsheet, read whatever program wrote it: bytes become rows of named cells, or plain sentences."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

LARGEST = 20_000_000
"""Bytes in a file. A caseload of 5,000 people has less than two million."""

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BETWEEN = (",", ";", "\t")
_LOST = "�"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where a spreadsheet shows it: the row counted from 1, the column by its name.

    Row 0 means the whole file.
    """

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """Row 7, born on: 31/02/2026 is not in the calendar."""
        where = ", ".join(each for each in (f"Row {self.row}" if self.row else "", self.column) if each)
        return f"{where}: {self.sentence}" if where else self.sentence


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row under the header: its number in the spreadsheet, and what stands in each named column."""

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column, without spaces around it; nothing where there is no such column."""
        return self.cells.get(column, "").strip()


def read_sheet(
    content: bytes, columns: tuple[str, ...], needed: tuple[str, ...]
) -> tuple[list[SheetRow], list[Problem]]:
    """The rows that hold anything, and everything that is wrong with the table itself.

    Args:
        content: the file as it is.
        columns: the columns that are known.
        needed: those that must be there.
    """
    if len(content) > LARGEST:
        return [], [Problem(0, "", "The file is too large for a caseload. Is it the right one?")]
    try:
        table = _table(_text(content))
    except csv.Error:
        return [], [Problem(0, "", "This is not a table, or a quotation mark is not closed. Save it as CSV again.")]
    filled = [(number, row) for number, row in enumerate(table, 1) if any(cell.strip(" ,;\t") for cell in row)]
    if not filled:
        return [], [Problem(0, "", "The file is empty.")]
    header = [" ".join(name.replace("_", " ").split()).casefold() for name in filled[0][1]]
    problems = [*_header_problems(header, columns, needed)]
    if problems:
        return [], problems
    rows = []
    for number, row in filled[1:]:
        problems += _row_problems(number, row, header)
        rows.append(SheetRow(number, dict(zip(header, row, strict=False))))
    if not rows:
        problems.append(Problem(0, "", "There is a header and nothing under it."))
    return rows, problems


def _text(content: bytes) -> str:
    """The file as text; bytes that are no letters in UTF-8 become a sign that `_row_problems` finds."""
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    return content.decode(encoding, errors="replace")


def _table(text: str) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    between = max(_BETWEEN, key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))


def _header_problems(header: list[str], columns: tuple[str, ...], needed: tuple[str, ...]) -> list[Problem]:
    named = [name for name in header if name]
    unknown = [name for name in dict.fromkeys(named) if name not in columns]
    found = [
        Problem(1, name[:40], f"This column is not known. Known are: {', '.join(columns)}.") for name in unknown[:1]
    ]
    found += [Problem(1, name[:40], "This column is not known either.") for name in unknown[1:]]
    found += [Problem(1, name, "This column is there twice.") for name in columns if named.count(name) > 1]
    found += [Problem(1, name, "This column is missing.") for name in needed if name not in named]
    return found


def _row_problems(number: int, row: list[str], header: list[str]) -> list[Problem]:
    found = [
        Problem(number, header[at] if at < len(header) else "", "Something stands to the right of the last column.")
        for at, cell in enumerate(row)
        if cell.strip() and (at >= len(header) or not header[at])
    ]
    wrong = 'A letter here is not written in UTF-8. In the spreadsheet, save the file as "CSV UTF-8".'
    return found[:1] + [Problem(number, name, wrong) for name, cell in zip(header, row, strict=False) if _LOST in cell]
