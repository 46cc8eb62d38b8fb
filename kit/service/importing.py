"""Bringing a caseload in from a spreadsheet: everything that is wrong is said first, and all of it comes in or nothing.

One row is one person. The local number binds the rows of a family together, and is what keeps a second import from
adding anybody twice. `docs/caseload-import.md` describes the columns for the people who fill them in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from kit.domain.carer import NeedKind, Tie
from kit.domain.dates import typed_day
from kit.domain.errors import RuleError
from kit.domain.fact import FactKind, Source
from kit.domain.family import MAX_NAME, PlaceKind, checked_child_dates, checked_line
from kit.domain.wording import SAID
from kit.service.families import checked_names
from kit.service.households import Household, NewCarer, NewChild, NewPlace, keep_household
from kit.service.learning import MAX_NUMBER, NO_NUMBERS
from kit.service.nhs_numbers import checked_nhs_number
from kit.service.sheet import Problem, SheetRow, read_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from enum import StrEnum

    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Records

COLUMNS = (
    "local number",
    "family name",
    "who",
    "first name",
    "last name",
    "born on",
    "due on",
    "nhs number",
    "tie",
    "of",
    "told by",
    "needs",
    "language",
    "address",
    "place",
    "since",
)
NEEDED = ("local number", "who")
CHILD, CARER = "child", "carer"

Value = TypeVar("Value")
Word = TypeVar("Word", Tie, NeedKind, PlaceKind)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import came to, or would come to.

    Attributes:
        families: families added.
        people: children and carers added with them.
        known: families that were on this laptop already and stayed as they are.
        problems: everything that is wrong; when there is any, nothing was added.
        is_kept: whether it was kept, or only looked at.
    """

    families: int
    people: int
    known: int
    problems: tuple[Problem, ...]
    is_kept: bool = False


def import_caseload(records: Records, clock: Clock, content: bytes, *, is_dry: bool) -> ImportReport:
    """Add every family of a table, in one transaction, or say what is wrong and add nobody.

    Args:
        records: where they go.
        clock: the time.
        content: the file as it is.
        is_dry: look only; everything is tried and nothing is kept.
    """
    rows, problems = read_sheet(content, COLUMNS, NEEDED)
    with records:
        reader = _Reader(records.settings(), clock.today(), problems)
        households = reader.read(rows)
        known = [number for number in households if _is_known(records, number)]
        new = {number: rows_of for number, rows_of in households.items() if number not in known}
        if not problems:
            for household, rows_of in new.values():
                _keep(records, clock, household, rows_of, problems)
        is_kept = not (problems or is_dry)
        if is_kept:
            records.commit()
    people = sum(len(household.children) + len(household.carers) for household, _ in new.values())
    found = tuple(sorted(problems, key=lambda one: one.row))
    return ImportReport(len(new), people, len(known), found, is_kept)


def _is_known(records: Records, number: str) -> bool:
    return any(
        records.family(fact.family_id).local_number == number for fact in records.facts(FactKind.LOCAL_NUMBER, number)
    )


@dataclass(frozen=True, slots=True)
class _RowsOf:
    """Which row each child and carer of a household stands in, so that a mistake can say so."""

    children: tuple[SheetRow, ...]
    carers: tuple[SheetRow, ...]

    def row_of(self, field: str) -> int:
        """The row of "carers.1.given_name"; the first row of the family for what is nobody's own."""
        match field.split("."):
            case ["children", at, *_]:
                return self.children[int(at)].number
            case ["carers", at, *_]:
                return self.carers[int(at)].number
        return self.children[0].number


def _keep(records: Records, clock: Clock, household: Household, rows_of: _RowsOf, problems: list[Problem]) -> None:
    """Keep one household; what only the records can refuse becomes a problem like any other."""
    try:
        keep_household(records, clock, household)
    except RuleError as error:
        column = error.field.rpartition(".")[2].replace("_", " ")
        problems.append(Problem(rows_of.row_of(error.field), column if column in COLUMNS else "", str(error)))


Households = dict[str, tuple[Household, _RowsOf]]


class _Reader:
    """Rows become households; whatever cannot be is put on the list."""

    def __init__(self, settings: Settings, today: date, problems: list[Problem]) -> None:
        self._settings, self._today, self._problems = settings, today, problems

    def read(self, rows: Iterable[SheetRow]) -> Households:
        """Every household by its local number."""
        families: dict[str, list[SheetRow]] = {}
        seen: dict[tuple[tuple[str, str], ...], int] = {}
        numbers: dict[str, int] = {}
        for row in rows:
            said = tuple((name, " ".join(row.cell(name).split()).casefold()) for name in COLUMNS)
            if said in seen:
                self._say(row, "", f"This row says the same as row {seen[said]}. Take one of them out.")
                continue
            seen[said] = row.number
            self._check_numbers(row, numbers)
            number = self._cell(row, "local number", lambda text: _line(text, "A local number", MAX_NUMBER))
            if number:
                families.setdefault(number, []).append(row)
        return {number: self._household(number, family) for number, family in families.items()}

    def _check_numbers(self, row: SheetRow, numbers: dict[str, int]) -> None:
        """An NHS number belongs to one child of the file."""
        number = "".join(row.cell("nhs number").split())
        if number and number in numbers:
            self._say(row, "nhs number", f"Row {numbers[number]} has the same NHS number.")
        elif number:
            numbers[number] = row.number

    # -- one family ------------------------------------------------------------------------------------------------

    def _household(self, number: str, rows: list[SheetRow]) -> tuple[Household, _RowsOf]:
        of = {who: [row for row in rows if row.cell("who").casefold() == who] for who in (CHILD, CARER)}
        for row in rows:
            if row.cell("who").casefold() not in of:
                self._say(row, "who", f"{_quoted(row.cell('who'))} is not known. Write child or carer.")
        if not of[CHILD]:
            self._say(rows[0], "who", f"The family {number} has no child. Add a row for one, born or expected.")
        children = [self._child(row) for row in of[CHILD]]
        names = [child.given_name.casefold() for child in children]
        carers = self._carers(of[CARER], names)
        name = self._name(number, rows)
        household = Household(
            name, tuple(children), tuple(carer for carer, _ in carers), self._place(rows), local_number=number
        )
        return household, _RowsOf(tuple(of[CHILD]), tuple(row for _, row in carers))

    def _name(self, number: str, rows: list[SheetRow]) -> str:
        """The family name: said once or the same everywhere; else the last name of the first child."""
        said = dict.fromkeys(row.cell("family name") for row in rows if row.cell("family name"))
        if len(said) > 1:
            first, second, *_ = said
            row = next(row for row in rows if row.cell("family name") == second)
            self._say(row, "family name", f"The family {number} is called {_quoted(first)} in another row.")
        row = next((row for row in rows if row.cell("family name")), rows[0])
        name = next(iter(said), "") or next((row.cell("last name") for row in rows if row.cell("last name")), number)
        self._cell(row, "family name", lambda _text: _line(name, "A family name", MAX_NAME))
        return name

    def _child(self, row: SheetRow) -> NewChild:
        born, due = self._day(row, "born on"), self._day(row, "due on")
        given, last = self._names(row, is_required=bool(row.cell("born on")))
        self._no(row, "tie", "of", "needs", "language")
        number = self._cell(row, "nhs number", checked_nhs_number) or ""
        if number and self._settings.keeps_initials_only:
            self._say(row, "nhs number", NO_NUMBERS)
        if not any(row.cell(name) and day is None for name, day in (("born on", born), ("due on", due))):
            try:
                checked_child_dates(born, due, self._today)
            except RuleError as error:
                self._say(row, error.field.replace("_", " "), str(error))
        return NewChild(given, last, born, due, number)

    def _carers(self, rows: list[SheetRow], children: list[str]) -> list[tuple[NewCarer, SheetRow]]:
        """Rows of the same name are one carer, who is something else to another child."""
        people: dict[tuple[str, str], list[SheetRow]] = {}
        for row in rows:
            person = (row.cell("first name").casefold(), row.cell("last name").casefold())
            people.setdefault(person, []).append(row)
        return [(self._carer(mine, children), mine[0]) for mine in people.values()]

    def _carer(self, rows: list[SheetRow], children: list[str]) -> NewCarer:
        first = rows[0]
        given, last = self._names(first)
        ties: list[Tie | None] = [None] * len(children)
        for row in rows:
            self._no(row, "born on", "due on", "nhs number")
            tie = self._word(row, "tie", row.cell("tie"), Tie, is_required=True)
            for at in self._whose(row, children):
                if ties[at] is not None:
                    self._say(row, "of", "Another row says what this person is to the same child.")
                ties[at] = tie
        needs = [need for row in rows for need in self._needs(row)]
        source = Source(told_by=first.cell("told by"))
        self._cell(first, "told by", lambda text: checked_line(text, "", what="This", most=MAX_NAME, required=False))
        return NewCarer(given, last, tuple(ties), needs=tuple(dict.fromkeys(needs)), source=source)

    def _whose(self, row: SheetRow, children: list[str]) -> list[int]:
        """Which children a row is about: the one named, else all of them."""
        name = row.cell("of").casefold()
        if not name:
            return list(range(len(children)))
        if name not in children:
            self._say(row, "of", f"This family has no child called {_quoted(row.cell('of'))}.")
            return []
        return [children.index(name)]

    def _needs(self, row: SheetRow) -> Iterator[tuple[NeedKind, str]]:
        language = self._cell(row, "language", lambda text: checked_line(text, "", what="A language", required=False))
        for word in re.split(r"[+;,/]", row.cell("needs")):
            if word.strip() and (kind := self._word(row, "needs", word, NeedKind)):
                yield kind, (language or "") if kind is NeedKind.INTERPRETER else ""

    def _place(self, rows: list[SheetRow]) -> NewPlace | None:
        """Where the children sleep: the address of the first row that has one."""
        said = [row for row in rows if row.cell("address")]
        if not said:
            return None
        row = said[0]
        for other in said[1:]:
            if other.cell("address").casefold() != row.cell("address").casefold():
                self._say(other, "address", f"Row {row.number} says another address. Add a second place in the kit.")
        address = self._cell(row, "address", lambda text: _line(text, "An address"))
        kind = self._word(row, "place", row.cell("place"), PlaceKind) or PlaceKind.HOME
        since = self._day(row, "since")
        if since and since > self._today:
            self._say(row, "since", "This day is in the future. Record a move when they have moved.")
        return NewPlace(address or "", kind, since or self._today)

    # -- one cell --------------------------------------------------------------------------------------------------

    def _say(self, row: SheetRow, column: str, sentence: str) -> None:
        self._problems.append(Problem(row.number, column, sentence))

    def _cell(self, row: SheetRow, column: str, reading: Callable[[str], Value]) -> Value | None:
        """What a cell says, or None with the problem on the list."""
        try:
            return reading(row.cell(column))
        except RuleError as error:
            self._say(row, column, str(error))
            return None

    def _names(self, row: SheetRow, *, is_required: bool = True) -> tuple[str, str]:
        try:
            return checked_names(self._settings, row.cell("first name"), row.cell("last name"), is_required=is_required)
        except RuleError as error:
            self._say(row, "last name" if error.field == "family_name" else "first name", str(error))
            return "", ""

    def _day(self, row: SheetRow, column: str) -> date | None:
        """A day as a worker writes it, or as a database does."""
        if not row.cell(column):
            return None
        return self._cell(row, column, _day)

    def _word(
        self, row: SheetRow, column: str, text: str, kind: type[Word], *, is_required: bool = False
    ) -> Word | None:
        """A word of a list, in the words of the screens or of the files."""
        wanted = " ".join(text.replace("-", " ").split()).casefold()
        if not wanted and not is_required:
            return None
        for word in kind:
            if wanted in {word.value.replace("-", " "), SAID[kind][word].casefold()}:
                return word
        known = ", ".join(_choices(kind))
        what = f"{_quoted(text.strip())} is not known." if wanted else "This is needed."
        self._say(row, column, f"{what} Write one of: {known}.")
        return None

    def _no(self, row: SheetRow, *columns: str) -> None:
        """Refuse what has no meaning for this person, so that nothing typed is dropped in silence."""
        for column in columns:
            if row.cell(column):
                self._say(row, column, f"This is not kept for a {row.cell('who').casefold()}. Leave it empty.")


def _choices(kind: type[StrEnum]) -> list[str]:
    return [word.value.replace("-", " ") for word in kind]


def _line(text: str, what: str, most: int = 500) -> str:
    return checked_line(text, "", what=what, most=most)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return typed_day(text)


def _quoted(text: str) -> str:
    """What stands there, shortened: a cell may hold a novel."""
    most = 40
    line = " ".join(text.split())
    return f"“{line if len(line) <= most else line[:most] + '…'}”"
