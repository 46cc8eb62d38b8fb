"""numbers.toml → the directory of useful numbers: the shipped one when building, a local one when reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import UsefulNumber
from kit.library.faults import Faults
from kit.library.fields import read_table
from kit.library.manuscript import is_slug, open_manuscript

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kit.library.fields import Table

SURE = ("rung", "seen", "from-memory", "inferred", "to-confirm")
"""How far one number was checked; "rung" is for whoever replaces the list."""

# Not by strftime, which follows the language of the system while the sentence around it does not.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBER = re.compile(r"\+?[0-9]([0-9 ]*[0-9])?")


@dataclass(frozen=True, slots=True)
class Directory:
    """The useful numbers, whose they are and how far they were checked."""

    owner: str
    checked_on: date
    checked: str
    numbers: tuple[UsefulNumber, ...]

    @property
    def sentence(self) -> str:
        """Owner, check and day in one sentence."""
        day = f"{self.checked_on.day} {_MONTHS[self.checked_on.month - 1]} {self.checked_on.year}"
        return f"{self.owner.rstrip('.')}. {self.checked.rstrip('.')} ({day})."


def read_directory(table: Table) -> Directory:
    """The directory in this table; faults are noted in the table's list."""
    owner, checked_on, checked = table.text("owner"), table.day("checked_on"), table.text("checked")
    numbers: dict[str, UsefulNumber] = {}
    for part in table.parts("number"):
        number = _number(part)
        if number.key in numbers:
            part.fault("key", f"The number {number.key} is here twice", "Take one out or give it another key")
        numbers.setdefault(number.key, number)
    table.close()
    return Directory(owner, checked_on, checked, tuple(numbers.values()))


def open_directory(path: Path) -> Directory | str:
    """The directory in a local file, or one sentence on what is wrong with it."""
    faults = Faults()
    manuscript = open_manuscript(path, path.name, faults)
    table = read_table(manuscript, faults) if manuscript else None
    directory = read_directory(table) if table else None
    if faults.found or directory is None:
        first = min(faults.found)
        return f"line {first.line} of {first.place}: {first.wrong}. {first.remedy}."
    return directory


def _number(part: Table) -> UsefulNumber:
    number = UsefulNumber(
        key=part.text("key"),
        label=part.text("label"),
        number=part.text("number"),
        hours=part.text("hours", default=""),
        who_for=part.text("who_for", default=""),
        is_on_card=part.flag("on_card"),
    )
    part.text("source", default="")
    part.word("sure", SURE)
    if number.key and not is_slug(number.key):
        part.fault("key", f"{number.key!r} is not a key", "Use small letters, digits and hyphens")
    if number.number and not _NUMBER.fullmatch(number.number):
        part.fault("number", f"{number.number!r} is not a telephone number", "Write digits and spaces only")
    part.close()
    return number
