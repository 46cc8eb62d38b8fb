"""Paper as one page shows it: what was withdrawn, is to be printed, was not talked through, lies in the bag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.service.printing import WaitingLeaflet, waiting_leaflets
from kit.service.recall import Recall, recalls
from kit.service.stock import StockLine, in_bag
from kit.service.untold import UntoldLeaflet, untold

if TYPE_CHECKING:
    from kit.service.ports import Clock, Library, Records


@dataclass(frozen=True, slots=True)
class PaperView:
    """All that concerns paper, over every family."""

    recalls: tuple[Recall, ...]
    waiting: tuple[WaitingLeaflet, ...]
    untold: tuple[UntoldLeaflet, ...]
    bag: tuple[StockLine, ...]

    @property
    def still_to_tell(self) -> int:
        """How many carers, or families, hold something that was withdrawn and do not know."""
        return sum(len(recall.holders) for recall in self.recalls)


def paper_view(records: Records, library: Library, clock: Clock) -> PaperView:
    """Paper as it stands now."""
    return PaperView(
        recalls(records, library),
        waiting_leaflets(records, library),
        untold(records, library, clock),
        in_bag(records, library),
    )
