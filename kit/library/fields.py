"""Reading our TOML files: each value is asked for by name and type, and a fault knows the line of its key."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kit.library.faults import Faults, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.library.manuscript import Manuscript

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")


@dataclass(slots=True)
class Table:
    """One table of a TOML file: the whole file, `[sign_off]` or one of `[[sources]]`."""

    place: str
    line: int
    entries: dict[str, Any]
    faults: Faults
    rows: list[tuple[int, str]]
    name: str = ""
    _asked: set[str] = field(default_factory=set)

    def line_of(self, key: str) -> int:
        """The line the key stands on, or the line the table begins."""
        sought = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for number, row in self.rows:
            head = _HEADER.match(row)
            if head and head[2] == key and number != self.line:
                return number
            if head and number != self.line:
                # What follows belongs to another table, but that may still be the one we look for.
                sought = re.compile(r"(?!)")
            elif sought.match(row):
                return number
        return self.line

    def fault(self, key: str, wrong: str, remedy: str) -> None:
        """Note a fault at the line of this key."""
        self.faults.add(self.place, self.line_of(key), wrong, remedy)

    def text(self, key: str, *, default: str | None = None) -> str:
        """A text of one line with something in it."""
        value = self._value(key, str, "a text in quotes", default)
        if value is None:
            return ""
        clean = " ".join(value.split())
        if not clean and default is None:
            self.fault(key, f"{key} is empty", f"Write the {key}")
        return clean

    def word(self, key: str, known: Iterable[str]) -> str:
        """One word out of those we know."""
        value = self.text(key)
        return self._known(key, value, tuple(known))

    def words(self, key: str, known: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of words, all of them known when `known` is given."""
        value = self._value(key, list, "a list of texts in square brackets", None)
        if value is None:
            return ()
        if not all(isinstance(one, str) and one.strip() for one in value):
            self.fault(key, f"{key} must hold texts only", 'Write each in quotes: ["one", "two"]')
            return ()
        if len(set(value)) != len(value):
            self.fault(key, f"{key} names something twice", "Take the second one out")
        return tuple(value) if known is None else tuple(self._known(key, one, tuple(known)) for one in value)

    def number(self, key: str) -> int:
        """A whole number."""
        return self._value(key, int, "a whole number without quotes", None) or 0

    def flag(self, key: str) -> bool:
        """True or false."""
        return bool(self._value(key, bool, "true or false without quotes", None))

    def day(self, key: str) -> date:
        """A day."""
        return self._value(key, date, "a day without quotes, such as 2026-11-24", None) or date.min

    def span(self, key: str) -> tuple[int, int]:
        """Two whole numbers, the first not above the second."""
        value = self._value(key, list, "two whole numbers in square brackets", None)
        if value is None:
            return 0, 0
        if [type(one) for one in value] != [int, int] or value[0] > value[1]:
            self.fault(key, f"{key} must be two whole numbers, the smaller first", "Write it like [0, 52]")
            return 0, 0
        return value[0], value[1]

    def part(self, key: str) -> Table:
        """The table `[key]`; an empty one when it is missing. Whoever can do without asks `has` before."""
        value = self._value(key, dict, f"a part that begins with [{key}]", None)
        found = next(_sections(self.rows, key, "["), None)
        if value is None or found is None:
            return Table(self.place, self.line, {}, Faults(), [], key)
        return Table(self.place, found[0], value, self.faults, found[1], key)

    def has(self, key: str) -> bool:
        """Whether there is anything under this key."""
        self._asked.add(key)
        return key in self.entries

    def parts(self, key: str, *, required: bool = True) -> list[Table]:
        """Every table `[[key]]`, in order."""
        value = self._value(key, list, f"parts that begin with [[{key}]]", None if required else [])
        if not value or not all(isinstance(one, dict) for one in value):
            return []
        sections = list(_sections(self.rows, key, "[["))
        if len(sections) != len(value):
            sections = [(self.line_of(key), [])] * len(value)
        return [
            Table(self.place, line, entries, self.faults, rows, key)
            for entries, (line, rows) in zip(value, sections, strict=True)
        ]

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key in self.entries.keys() - self._asked:
            self.fault(key, f"There is no field called {key} here", did_you_mean(key, self._asked))

    def _known(self, key: str, value: str, known: tuple[str, ...]) -> str:
        if value and value not in known:
            self.fault(key, f"{key} does not know the word {value!r}", did_you_mean(value, known))
        return value

    def _value(self, key: str, kind: type, meaning: str, default: object) -> Any:  # noqa: ANN401 - what TOML holds
        self._asked.add(key)
        if key not in self.entries:
            if default is None:
                inside = f" in [{self.name}]" if self.name else ""
                self.faults.add(self.place, self.line, f"The field {key}{inside} is missing", f"Write it as {meaning}")
            return default
        value = self.entries[key]
        # bool is an int and datetime is a date in Python, but neither is meant.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)) or isinstance(value, datetime):
            self.fault(key, f"{key} has the wrong type", f"Write it as {meaning}")
            return None
        return value


def read_table(manuscript: Manuscript, faults: Faults) -> Table | None:
    """The whole file as a table, or None with the fault noted."""
    try:
        entries = tomllib.loads(manuscript.text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        last = manuscript.text.count("\n") + (not manuscript.text.endswith("\n"))
        line = int(at[1]) if at else last
        reason = _AT_LINE.sub("", str(error)).replace("(at end of document)", "").strip()
        faults.add(manuscript.place, line, f"This is not TOML: {reason}", "Look for a missing quote or bracket")
        return None
    return Table(manuscript.place, 1, entries, faults, list(enumerate(manuscript.text.split("\n"), 1)))


def _sections(rows: list[tuple[int, str]], key: str, bracket: str) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Where each `[key]` or `[[key]]` begins, with its rows."""
    heads = [(index, match) for index, (_, row) in enumerate(rows) if (match := _HEADER.match(row))]
    for place, (index, match) in enumerate(heads):
        if match[2] == key and match[1] == bracket:
            end = heads[place + 1][0] if place + 1 < len(heads) else len(rows)
            yield rows[index][0], rows[index:end]
