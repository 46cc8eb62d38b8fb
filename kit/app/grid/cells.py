"""What a grid shows, as plain values a page makes from the records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kit.app.look.marks import Mark

if TYPE_CHECKING:
    from kit.app.look.tokens import Role


class CellKind(Enum):
    """How a cell is painted and what a press on it means."""

    STATE = "state"
    """Mark, word, note."""
    BOX = "box"
    """An empty box: a press is "given"."""
    ASKING = "asking"
    """Given; showed me, told me, not yet are offered. Leaving it means not checked."""
    CHECKED = "checked"
    """A box with a tick."""
    SHOW = "show"
    """A button that shows the resource to the parent."""


class ColumnKind(Enum):
    """What a column is for."""

    CARER = "carer"
    SHOW = "show"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One topic or resource: its key, its words, a note under them."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One carer, one unfilled place, or a column of buttons.

    Attributes:
        key: names the column in signals.
        title: the name.
        note: what they are to whom; not shown in the compact layout.
        short: title for the compact layout ("Jade, mother").
        kind: carer, show or both.
        is_unfilled: a parent place without a carer, one dashed box down the column.
        deed: the words of the one thing to do in an unfilled place ("Ask today").
    """

    key: str
    title: str
    note: str = ""
    short: str = ""
    kind: ColumnKind = ColumnKind.CARER
    is_unfilled: bool = False
    deed: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell.

    Attributes:
        mark: the state; None only where the kind needs none.
        word: the state in a word; the mark's own if empty.
        note: when, how often, why.
        sentence: the whole cell for a screen reader; made from row, column, word and note if empty.
        kind: how it is painted.
        tinted: whether it asks for a person; as the mark does if None.
    """

    mark: Mark | None = None
    word: str = ""
    note: str = ""
    sentence: str = ""
    kind: CellKind = CellKind.STATE
    tinted: bool | None = None

    @property
    def words(self) -> str:
        """The word shown."""
        return self.word or (self.mark.word if self.mark else "")

    @property
    def tint(self) -> Role | None:
        """The tint it is painted on."""
        return None if self.mark is None or self.tinted is False else self.mark.tint


class GridDeed(Enum):
    """What the worker did in a tick grid, by key, press or finger."""

    GIVEN = "given"
    SHOWED_ME = "showed_me"
    TOLD_ME = "told_me"
    NOT_YET = "not_yet"
    NOT_GIVEN = "not_given"
    BOTH = "both"
    SHOW = "show"
    MORE = "more"


ANSWERS = ((GridDeed.SHOWED_ME, Mark.SHOWED_ME), (GridDeed.TOLD_ME, Mark.TOLD_ME), (GridDeed.NOT_YET, Mark.NOT_YET))
"""The three ways to answer, in the order they stand."""
