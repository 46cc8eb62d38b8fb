"""`kit caseload import`: a spreadsheet becomes families, after everything in it was looked at."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from kit import places, start
from kit.domain.errors import StoreError
from kit.domain.wording import counted
from kit.service.importing import import_caseload

if TYPE_CHECKING:
    from pathlib import Path

    from kit.service.importing import ImportReport

FAILED = 1


def import_file(file: Path, *, is_dry: bool) -> int:
    """Look at everything, then bring it in, unless something is wrong or only looking was asked for."""
    content = _read(file)
    drawer = start.RecordsDrawer(places.records_file())
    records = drawer.open(_passphrase())
    try:
        report = import_caseload(records, start.SystemClock(), content, is_dry=is_dry)
    finally:
        records.close()
    for line in _lines(report, is_dry=is_dry):
        print(line)
    return FAILED if report.problems else 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"{file.name} cannot be read: {error.strerror or 'no reason given'}. Nothing was imported."
        raise StoreError(message) from error


def _passphrase() -> str:
    """Typed unseen at a terminal; from a pipe, its first line. Never an argument, which other programs can read."""
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase of your records: ")
    return sys.stdin.readline().rstrip("\r\n")


def _lines(report: ImportReport, *, is_dry: bool) -> list[str]:
    """Every problem, then what it came to."""
    said = [str(problem) for problem in report.problems]
    if report.problems:
        return [*said, "", f"{counted(len(said), 'problem')}. Nothing was imported."]
    verb = "would be added" if is_dry else "added"
    said.append(
        f"{_counted(report.families, 'family', 'families')} {verb}, {_counted(report.people, 'person', 'people')}."
    )
    if report.known:
        known = _counted(report.known, "family is", "families are")
        said.append(f"{known} on this laptop already and stayed as before.")
    if is_dry:
        said.append("Nothing was imported yet. Run it again without --dry-run.")
    return said


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
