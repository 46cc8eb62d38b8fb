"""How a family is said in one row: whose child, what matters most, since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.look.marks import Mark
from kit.domain.coverage import Cell, CellState
from kit.domain.visit import Contact, suggested_contact
from kit.domain.wording import (
    age,
    ago,
    called,
    counted,
    day_and_month,
    need_line,
    say,
    seen_line,
    short_date,
    times,
    unfilled_name,
    weeks,
)
from kit.service.caseload import is_father, is_mother

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.domain.advice import Topic
    from kit.domain.family import Family
    from kit.service.caseload import CaseloadRow

WEEK = 7
WEEKS_A_BABY = 52
MOST_LETTERS = 20
"""Two names that are longer leave no room for the topic."""
MARKS = {state: Mark[state.name] for state in CellState}
"""The mark of each state of a cell."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """One family as a row says it.

    Attributes:
        name: the family name.
        need: the first communication need, or nothing.
        note: the youngest child, the age and the contact that fits it.
        mark: the state of what matters most.
        gap: what matters most.
        gap_note: since or until when.
        people: the carers.
        address: where the youngest child sleeps.
    """

    family_id: str
    name: str
    need: str
    note: str
    mark: Mark
    gap: str
    gap_note: str
    people: str
    address: str

    @property
    def sentence(self) -> str:
        """The whole row for a screen reader."""
        said = (self.name, self.need, self.note, self.gap, self.gap_note, self.people, self.address)
        return ". ".join(each for each in said if each)


def row_words(row: CaseloadRow, names: Mapping[Topic, str], today: date) -> RowWords:
    """Everything a row says about a family."""
    family = row.family
    mark, gap, gap_note = _closed(family) or _gap(row, names, today)
    needs = [need_line(need).split(",")[0] for carer in family.columns() for need in family.needs_of(carer.id)]
    return RowWords(
        family_id=family.id,
        name=family.name,
        need=needs[0] if needs else "",
        note=_youngest(family, today),
        mark=mark,
        gap=gap,
        gap_note=" · ".join(each for each in (gap_note, _seen(row, today)) if each),
        people=", ".join(carer.full_name for carer in family.columns()),
        address=address_of(family, today),
    )


def address_of(family: Family, today: date) -> str:
    """Where the youngest child sleeps; nothing when nobody has said."""
    for child in family.youngest_first[:1]:
        if stay := family.stay_of(child.id, today):
            return family.place(stay.place_id).address
    return ""


def _youngest(family: Family, today: date) -> str:
    """Noah, 5 weeks · 6 to 8 weeks visit; Expected 2 February · antenatal visit."""
    for child in family.youngest_first[:1]:
        old = age(child, today)
        contact = suggested_contact(child.age_weeks(today))
        visit = "" if contact is Contact.OTHER else f" · {_lower(say(contact))} visit"
        named = f"{called(child)}, {old}" if child.given_name else _capital(old)
        return named + visit
    return "Nobody added yet"


def _seen(row: CaseloadRow, today: date) -> str:
    """Seen 3 days ago; with every baby who was not seen then: seen 3 days ago, Noah never."""
    family, seen = row.family, row.seen
    babies = [
        (child, on)
        for child_id, on in seen.children
        if (child := family.child(child_id)).age_weeks(today) <= WEEKS_A_BABY and on != seen.on
    ]
    said = [f"{called(child)} {ago(on, today) if on else 'never'}" for child, on in babies]
    return ", ".join([_lower(seen_line(seen, today)), *said])


def _closed(family: Family) -> tuple[Mark, str, str] | None:
    """That help is closed, and since when; nothing is asked of such a family."""
    closed = family.closed
    return (Mark.NOT_DUE, "Help closed", f"Since {day_and_month(closed.on)}") if closed else None


def _gap(row: CaseloadRow, names: Mapping[Topic, str], today: date) -> tuple[Mark, str, str]:
    """Mark, words and note of the one thing that matters; an overdue plan is said beside it if not in its place."""
    since = f"since {short_date(row.late_since)}" if row.late_since else ""
    if row.gap is not None and (row.gap.state is CellState.OVERDUE or not since):
        words, note = _gap_words(row, row.gap, names, today)
        return MARKS[row.gap.state], f"{words} · plan overdue" if since else words, note
    if since:
        return Mark.OVERDUE, "Plan overdue", _capital(since)
    for unfilled in row.coverage.unfilled:
        asked = unfilled.answer.last_asked_on if unfilled.answer else None
        note = f"Last asked {day_and_month(asked)}" if asked else "Not asked yet"
        return Mark.NOT_KNOWN, f"{unfilled_name(unfilled.child, unfilled.role)} not known yet", note
    return Mark.NOT_DUE, "Nothing due", ""


def _gap_words(row: CaseloadRow, gap: Cell, names: Mapping[Topic, str], today: date) -> tuple[str, str]:
    """Callum not told: safer sleep, 3 weeks overdue."""
    topic, who = _lower(names.get(gap.topic, say(gap.topic))), _who(row, gap)
    match gap.state:
        case CellState.OVERDUE:
            told = "not told again" if gap.times else "not told"
            return f"{who} {told}: {topic}", late_note(gap, today)
        case CellState.DUE if gap.is_new_place:
            return f"New place, {who} not told: {topic}", _by(gap, today)
        case CellState.DUE:
            return f"{who} due: {topic}", _by(gap, today)
        case _:
            told = f"Told {short_date(gap.last_on)}, {times(gap.times)}" if gap.last_on else ""
            return f"{who} not yet: {topic}", told


def _who(row: CaseloadRow, gap: Cell) -> str:
    """The carers this is so for: Callum; Both parents; Jade and Denise; 3 carers."""
    cells = next(cells for cells in row.coverage.cells if cells[0].topic == gap.topic)
    alike = [cell.carer_id for cell in cells if (cell.state, bool(cell.times)) == (gap.state, bool(gap.times))]
    if any(is_mother(row.family, each) for each in alike) and any(is_father(row.family, each) for each in alike):
        return "Both parents"
    names = " and ".join(row.family.carer(each).called for each in alike)
    return names if len(alike) == 1 or len(names) <= MOST_LETTERS else counted(len(alike), "carer")


def late_note(cell: Cell, today: date) -> str:
    """3 weeks overdue; 5 days overdue."""
    if cell.due_by is None:
        return ""
    days = (today - cell.due_by).days
    return f"{weeks(days // WEEK) if days >= WEEK else counted(days, 'day')} overdue"


def _by(cell: Cell, today: date) -> str:
    """By Friday 27 November; before 2 February."""
    if cell.due_by is None:
        return ""
    if (cell.due_by - today).days < WEEK:
        return f"By {cell.due_by:%A} {day_and_month(cell.due_by)}"
    return f"Before {day_and_month(cell.due_by)}"


def _lower(words: str) -> str:
    """The words inside a sentence."""
    return words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    """The words at the start of a sentence."""
    return words[:1].upper() + words[1:]
