"""How a family is said in one row: whose child, what matters most, since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.look.marks import Mark
from kit.domain.coverage import CellState
from kit.domain.dates import day_and_month, short_date
from kit.domain.visit import Contact, suggested_contact
from kit.domain.wording import age, ago, called, counted, say, seen_line, times, weeks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.domain.advice import Topic
    from kit.domain.family import Child
    from kit.service.caseload_row import CaseloadRow, Gap

WEEK = 7
WEEKS_A_BABY = 52
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
    mark, gap, gap_note = _closed(row) or _gap(row, names, today)
    return RowWords(
        family_id=row.family_id,
        name=row.name,
        need=row.need,
        note=_youngest(row.youngest, today),
        mark=mark,
        gap=gap,
        gap_note=" · ".join(each for each in (gap_note, _seen(row, today)) if each),
        people=row.people,
        address=row.address,
    )


def _youngest(child: Child | None, today: date) -> str:
    """Noah, 5 weeks · 6 to 8 weeks visit; Expected 2 February · antenatal visit."""
    if child is None:
        return "Nobody added yet"
    old = age(child, today)
    contact = suggested_contact(child.age_weeks(today))
    visit = "" if contact is Contact.OTHER else f" · {_lower(say(contact))} visit"
    named = f"{called(child)}, {old}" if child.given_name else _capital(old)
    return named + visit


def _seen(row: CaseloadRow, today: date) -> str:
    """Seen 3 days ago; with every baby who was not seen then: seen 3 days ago, Noah never."""
    babies = [one for one in row.babies if (today - one.born_on).days < WEEKS_A_BABY * WEEK + WEEK]
    said = [f"{one.name} {ago(one.seen_on, today) if one.seen_on else 'never'}" for one in babies]
    return ", ".join([_lower(seen_line(row.seen, today)), *said])


def _closed(row: CaseloadRow) -> tuple[Mark, str, str] | None:
    """That help is closed, and since when; nothing is asked of such a family."""
    return (Mark.NOT_DUE, "Help closed", f"Since {day_and_month(row.closed_on)}") if row.closed_on else None


def _gap(row: CaseloadRow, names: Mapping[Topic, str], today: date) -> tuple[Mark, str, str]:
    """Mark, words and note of the one thing that matters; an overdue plan is said beside it if not in its place."""
    since = f"since {short_date(row.late_since)}" if row.late_since else ""
    if row.gap is not None and (row.gap.state is CellState.OVERDUE or not since):
        words, note = _gap_words(row.gap, names, today)
        met = "never met" if row.gap.never_met else ""
        late = f"{words} · plan overdue" if since else words
        return MARKS[row.gap.state], late, " · ".join(filter(None, (note, met)))
    if since:
        return Mark.OVERDUE, "Plan overdue", _capital(since)
    if row.never_met:
        return Mark.NOT_KNOWN, f"{row.never_met[0]} never met", ""
    if row.places:
        place = row.places[0]
        note = f"Last asked {day_and_month(place.last_asked_on)}" if place.last_asked_on else "Not asked yet"
        return Mark.NOT_KNOWN, f"{place.name} not known yet", note
    return Mark.NOT_DUE, "Nothing due", ""


def _gap_words(gap: Gap, names: Mapping[Topic, str], today: date) -> tuple[str, str]:
    """Callum not told: safer sleep, 3 weeks overdue."""
    topic, who = _lower(names.get(gap.topic, say(gap.topic))), gap.who
    match gap.state:
        case CellState.OVERDUE:
            told = "not told again" if gap.times else "not told"
            return f"{who} {told}: {topic}", late_note(gap.due_by, today)
        case CellState.DUE if gap.is_new_place:
            return f"New place, {who} not told: {topic}", _by(gap.due_by, today)
        case CellState.DUE:
            return f"{who} due: {topic}", _by(gap.due_by, today)
        case CellState.NOT_GIVEN:
            return f"{who} not told: {topic}", _by(gap.due_by, today)
        case _:
            told = f"Told {short_date(gap.last_on)}, {times(gap.times)}" if gap.last_on else ""
            return f"{who} not yet: {topic}", told


def late_note(due_by: date | None, today: date) -> str:
    """3 weeks overdue; 5 days overdue."""
    if due_by is None:
        return ""
    days = (today - due_by).days
    return f"{weeks(days // WEEK) if days >= WEEK else counted(days, 'day')} overdue"


def _by(due_by: date | None, today: date) -> str:
    """By Friday 27 November; before 2 February."""
    if due_by is None:
        return ""
    if (due_by - today).days < WEEK:
        return f"By {due_by:%A} {day_and_month(due_by)}"
    return f"Before {day_and_month(due_by)}"


def _lower(words: str) -> str:
    """The words inside a sentence."""
    return words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    """The words at the start of a sentence."""
    return words[:1].upper() + words[1:]
