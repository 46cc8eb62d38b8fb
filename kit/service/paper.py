"""Paper as one page shows it: what was withdrawn, what is to be printed, what lies in the bag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.service.printing import WaitingLeaflet, waiting_leaflets
from kit.service.recall import Recall, recalls
from kit.service.stock import StockLine, in_bag

if TYPE_CHECKING:
    from kit.service.ports import Library, Records


@dataclass(frozen=True, slots=True)
class PaperView:
    """All that concerns paper, over every family."""

    recalls: tuple[Recall, ...]
    waiting: tuple[WaitingLeaflet, ...]
    bag: tuple[StockLine, ...]

    @property
    def still_to_tell(self) -> int:
        """How many carers, or families, hold something that was withdrawn and do not know."""
        return sum(len(recall.holders) for recall in self.recalls)


def paper_view(records: Records, library: Library) -> PaperView:
    """Paper as it stands now."""
    return PaperView(recalls(records, library), waiting_leaflets(records, library), in_bag(records, library))
