"""A family as its corrections leave it: which fields can be corrected, and how each is read from its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kit.domain.carer import NeedKind, Tie
from kit.domain.correction import RecordKind
from kit.domain.family import PlaceKind, PlaceState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kit.domain.correction import Correction
    from kit.domain.family import Family


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _name(text: str) -> str | None:
    return text or None


FIELDS: Mapping[RecordKind, Mapping[str, Callable[[str], Any]]] = {
    RecordKind.FAMILY: {"name": str},
    RecordKind.CHILD: {"given_name": str, "family_name": str, "born_on": _day, "due_on": _day},
    RecordKind.CARER: {"given_name": str, "family_name": str},
    RecordKind.RELATIONSHIP: {"carer_id": str, "child_id": str, "tie": Tie, "note": str},
    RecordKind.PARENT_PLACE: {"child_id": str, "state": PlaceState, "as_of": _day, "carer_id": _name},
    RecordKind.NEED: {"carer_id": str, "kind": NeedKind, "detail": str, "review_by": _day},
    RecordKind.PLACE: {"address": str, "kind": PlaceKind},
    RecordKind.STAY: {"child_id": str, "place_id": str, "from_on": _day},
    RecordKind.HELP: {"on": _day, "why": str, "discussed_on": _day},
}
"""What can be corrected, and how each field is read from its text. A field of a newer kit is kept and left alone."""

PARTS = {
    RecordKind.CHILD: "children",
    RecordKind.CARER: "carers",
    RecordKind.RELATIONSHIP: "relationships",
    RecordKind.PARENT_PLACE: "parent_places",
    RecordKind.NEED: "needs",
    RecordKind.PLACE: "places",
    RecordKind.STAY: "stays",
    RecordKind.HELP: "help",
}
"""Where a family holds the records of each kind."""


def amended(family: Family) -> Family:
    """The family as it stands: each record with every correction of it, withdrawn ones left out."""
    if not family.corrections:
        return family
    found: defaultdict[tuple[RecordKind, str], list[Correction]] = defaultdict(list)
    for correction in family.corrections:
        found[correction.kind, correction.record_id].append(correction)
    parts: dict[str, Any] = {part: _standing(getattr(family, part), kind, found) for kind, part in PARTS.items()}
    whole = _amended(family, RecordKind.FAMILY, found[RecordKind.FAMILY, family.id])
    return replace(whole, **parts)


Kept = TypeVar("Kept")


def _standing(
    records: Iterable[Any], kind: RecordKind, found: Mapping[tuple[RecordKind, str], Sequence[Correction]]
) -> tuple[Any, ...]:
    mine = ((record, found.get((kind, record.id), ())) for record in records)
    return tuple(
        _amended(record, kind, corrections)
        for record, corrections in mine
        if not any(correction.is_withdrawal for correction in corrections)
    )


def _amended(record: Kept, kind: RecordKind, corrections: Iterable[Correction]) -> Kept:
    readers = FIELDS.get(kind, {})
    values = {
        change.field: readers[change.field](change.now)
        for correction in corrections
        for change in correction.changes
        if change.field in readers
    }
    return replace(record, **values) if values else record  # type: ignore[type-var]  # every record is a dataclass
