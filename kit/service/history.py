"""The history of one cell of the coverage grid: every record behind it, with what was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome
from kit.domain.errors import UnknownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.advice import AdviceGiven, Topic
    from kit.service.ports import Library, Records


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One record of a cell.

    Attributes:
        title: the resource, as it is called today.
        corrected_by: the record that took its place, if one did.
    """

    record: AdviceGiven
    title: str
    corrected_by: AdviceGiven | None = None

    @property
    def can_be_corrected(self) -> bool:
        """Whether it still holds: a record is corrected once, and one entered in error is settled."""
        return self.corrected_by is None and self.record.outcome is not Outcome.ENTERED_IN_ERROR


def advice_history(
    records: Records, library: Library, family_id: str, carer_id: str, topic: Topic
) -> tuple[HistoryEntry, ...]:
    """Every ordinary record of this carer and topic, newest first; each correction above what it corrects."""
    with records:
        kept = [one for one in records.advice(family_id) if (one.carer_id, one.topic) == (carer_id, topic)]
    return entries_of(library, kept)


def entries_of(library: Library, kept: Sequence[AdviceGiven]) -> tuple[HistoryEntry, ...]:
    """These records, newest first and those of one moment as they were kept; corrections above what they correct."""
    corrections = {one.corrects: one for one in kept if one.corrects is not None}
    newest_first = sorted(kept, key=lambda one: (one.occurred_at, one.recorded_at), reverse=True)
    return tuple(HistoryEntry(one, _title(library, one), corrections.get(one.id)) for one in newest_first)


def _title(library: Library, record: AdviceGiven) -> str:
    """What the resource is called; one that is no longer in the library goes by its key."""
    try:
        return library.resource(record.text.resource_id).title
    except UnknownError:
        return record.text.resource_id.replace("-", " ").capitalize()
