"""What is kept about a family, and its corrections, as a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from kit.domain.carer import NeedKind, Tie
from kit.domain.correction import Correction, RecordKind
from kit.domain.dates import long_date
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.wording import called, need_line, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from enum import StrEnum

    from kit.domain.family import Child, Family, ParentPlace


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record about a family as it stands: its name in a sentence, what it says, what was corrected in it."""

    kind: RecordKind
    record_id: str
    title: str
    note: str
    corrections: tuple[Correction, ...] = ()


def record_lines(family: Family) -> tuple[RecordLine, ...]:
    """Everything that can be corrected about a family: people first, then what they are, need, and where they sleep."""
    by_record: dict[tuple[RecordKind, str], list[Correction]] = {}
    for one in family.corrections:
        by_record.setdefault((one.kind, one.record_id), []).append(one)
    return tuple(
        RecordLine(kind, record_id, title, note, tuple(by_record.get((kind, record_id), ())))
        for kind, record_id, title, note in _lines(family)
    )


def withdrawn(family: Family) -> tuple[Correction, ...]:
    """What was taken back as a whole, in the order of keeping."""
    return tuple(one for one in family.corrections if one.is_withdrawal)


Line = tuple[RecordKind, str, str, str]


def _lines(family: Family) -> Iterator[Line]:
    yield from _people(family)
    yield from _ties(family)
    yield from _homes(family)
    for decision in family.help:
        title = f"Help {say(decision.state).lower()}, {long_date(decision.on)}"
        yield RecordKind.HELP, decision.id, title, decision.why


def _people(family: Family) -> Iterator[Line]:
    yield RecordKind.FAMILY, family.id, f"{family.name} family", "The name the family goes by"
    for child in family.youngest_first:
        yield RecordKind.CHILD, child.id, child.full_name or called(child), _born(child)
    for carer in family.columns():
        yield RecordKind.CARER, carer.id, carer.full_name, "Carer"


def _ties(family: Family) -> Iterator[Line]:
    for tie in family.relationships:
        title = f"{family.carer(tie.carer_id).full_name} to {called(family.child(tie.child_id))}"
        yield RecordKind.RELATIONSHIP, tie.id, title, f"{say(tie.tie)} · {tie.note}" if tie.note else say(tie.tie)
    for place in family.parent_places:
        yield RecordKind.PARENT_PLACE, place.id, _parent(family, place), _answer(family, place)
    for need in family.needs:
        yield RecordKind.NEED, need.id, f"{family.carer(need.carer_id).full_name} needs", need_line(need)


def _homes(family: Family) -> Iterator[Line]:
    for home in family.places:
        yield RecordKind.PLACE, home.id, home.address, say(home.kind)
    for stay in family.stays:
        title = f"{called(family.child(stay.child_id))} sleeps at {family.place(stay.place_id).address}"
        yield RecordKind.STAY, stay.id, title, f"Since {long_date(stay.from_on)}"


def _born(child: Child) -> str:
    born = [f"Born {long_date(child.born_on)}"] if child.born_on else []
    due = [f"expected {long_date(child.due_on)}"] if child.due_on else []
    line = ", ".join(born + due)
    return line[:1].upper() + line[1:]


def _parent(family: Family, place: ParentPlace) -> str:
    role = "mother" if place.role is ParentRole.MOTHER else "father or other parent"
    return f"{called(family.child(place.child_id))}’s {role}"


def _answer(family: Family, place: ParentPlace) -> str:
    who = f": {family.carer(place.carer_id).full_name}" if place.carer_id else ""
    return f"{say(place.state)}{who}, {long_date(place.as_of)}"


# -- corrections -------------------------------------------------------------------------------------------------------

_CALLED = {
    "name": "name",
    "given_name": "first name",
    "family_name": "last name",
    "born_on": "date of birth",
    "due_on": "expected date",
    "tie": "what they are",
    "note": "note",
    "state": "answer",
    "as_of": "day of the answer",
    "kind": "kind",
    "detail": "detail",
    "review_by": "review date",
    "address": "address",
    "from_on": "day of the move",
    "place_id": "place",
    "carer_id": "person",
    "child_id": "child",
    "why": "reason",
    "on": "day",
    "discussed_on": "day of the discussion",
}
"""How a field is called inside a sentence."""

_WORDS: dict[tuple[RecordKind, str], type[StrEnum]] = {
    (RecordKind.RELATIONSHIP, "tie"): Tie,
    (RecordKind.PARENT_PLACE, "state"): PlaceState,
    (RecordKind.NEED, "kind"): NeedKind,
    (RecordKind.PLACE, "kind"): PlaceKind,
}


def correction_words(family: Family, correction: Correction) -> str:
    """Noah Ellison: date of birth was 12 October 2026, is 13 October 2026. What was withdrawn says what it said."""
    about = next((f"{line.title}: " for line in record_lines(family) if line.record_id == correction.record_id), "")
    if correction.is_withdrawal:
        said = ", ".join(_value(family, correction, one.field, one.was) for one in correction.changes if one.was)
        return f"Withdrawn: {said}."
    changes = "; ".join(
        f"{_CALLED.get(one.field, one.field)} was {_value(family, correction, one.field, one.was)}, "
        f"is {_value(family, correction, one.field, one.now)}"
        for one in correction.changes
    )
    return f"{about}{changes}."


class Correctable(Protocol):
    """A record that is corrected by a whole new one."""

    @property
    def corrects(self) -> str | None:
        """Id of the record it takes the place of."""

    @property
    def recorded_at(self) -> datetime:
        """When it was kept."""

    @property
    def worker(self) -> str:
        """Who kept it."""

    @property
    def why(self) -> str:
        """Why, when it corrects another."""


Kept = TypeVar("Kept", bound=Correctable)


def corrected_words(record: Kept, kept: Mapping[str, Kept], said: Callable[[Kept], str]) -> str:
    """When, by whom and why it was corrected, and what stood there before; of every record before it."""
    words = []
    while record.corrects:
        old = kept[record.corrects]
        on, by = long_date(record.recorded_at.date()), record.worker or "nobody named"
        words.append(f"Corrected on {on} by {by}: {record.why.rstrip('.')}. Before: {said(old).rstrip('.')}.")
        record = old
    return " ".join(words)


def _value(family: Family, correction: Correction, field: str, text: str) -> str:
    """A value as people read it: a day, a word, somebody's name, an address; nothing is said as nothing."""
    if not text:
        return "nothing"
    if kind := _WORDS.get((correction.kind, field)):
        return say(kind(text)).lower()
    names = {carer.id: carer.full_name for carer in family.carers}
    names |= {child.id: child.full_name for child in family.children}
    names |= {place.id: place.address for place in family.places}
    if text in names:
        return names[text] or "Baby"
    if field.endswith("_on") or field in {"as_of", "review_by", "on"}:
        return long_date(date.fromisoformat(text))
    return f"“{text}”"
