"""Paper: what was printed for whom, what is still to be printed, what lies ready in the bag, and what is called back.

Printing is not telling: none of this says that advice was given. What was printed and who was told of a recall are
records, and never change. What is to be printed, and what is in the bag, are lists a worker keeps and strikes off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kit.domain.advice import TextGiven


@dataclass(frozen=True, slots=True)
class LeafletPrinted:
    """The record: these words went to a printer for this family, for one carer if they were chosen for one.

    Attributes:
        design: the key of its design.
        occurred_at: when it was sent to the printer.
        recorded_at: when the record was made.
        corrects: id of the record this one replaces, with `why`: nothing came out after all.
    """

    id: str
    family_id: str
    carer_id: str | None
    text: TextGiven
    design: str
    copies: int
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    corrects: str | None = None
    why: str = ""


def came_out(records: Iterable[LeafletPrinted]) -> tuple[LeafletPrinted, ...]:
    """What came out of a printer as far as anybody knows: not corrected since."""
    kept = tuple(records)
    corrected = {record.corrects for record in kept}
    return tuple(record for record in kept if record.corrects is None and record.id not in corrected)


@dataclass(frozen=True, slots=True)
class RecallTold:
    """The record: this carer was told that a resource they hold was withdrawn; or the family, where it had no name."""

    id: str
    family_id: str
    carer_id: str | None
    resource_id: str
    occurred_at: datetime
    recorded_at: datetime
    worker: str


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A leaflet that could not be printed: what to make again, not what was made. Words and date are those of the day.

    Attributes:
        variant: the name of its VariantKey.
        design: the key of its design.
    """

    id: str
    resource_id: str
    variant: str
    design: str
    copies: int
    family_id: str | None
    carer_id: str | None
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class Stock:
    """Ready-made leaflets in the bag: the code on the sheet, exactly which words, and how many are left."""

    code: str
    text: TextGiven
    count: int
