"""How words look to whoever reads them from a screen, by what they need.

What each choice does for reading is not proven, and nothing here says that it is: a carer says what helps, and gets it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.domain.carer import NeedKind

if TYPE_CHECKING:
    from collections.abc import Collection


class Size(StrEnum):
    """How large words are."""

    USUAL = "usual"
    LARGER = "larger"
    LARGEST = "largest"


class Ground(StrEnum):
    """What words stand on: dark words on white or on cream, or light words on a dark ground."""

    WHITE = "white"
    CREAM = "cream"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Letters:
    """How words look.

    Attributes:
        is_spaced: whether there is more room between the lines.
        is_wide: whether the letters are those of the wider typeface.
    """

    size: Size = Size.USUAL
    is_spaced: bool = False
    is_wide: bool = False
    ground: Ground = Ground.WHITE

    def suits(self, kind: NeedKind) -> bool:
        """Whether this is what a need asks for; never, where it asks for something else than letters."""
        match kind:
            case NeedKind.LARGE_PRINT:
                return self.size is not Size.USUAL
            case NeedKind.WIDER_LETTERS:
                return self.is_wide
            case NeedKind.CREAM_PAPER:
                return self.ground is Ground.CREAM
            case NeedKind.LIGHT_ON_DARK:
                return self.ground is Ground.DARK
            case _:
                return False


def letters_for(needs: Collection[NeedKind]) -> Letters:
    """How words look to everybody who has one of these needs and looks at the same screen.

    Larger and wider words take nothing from anybody. Of two grounds the dark one is chosen: who asks for it may not be
    able to read the other, who asks for cream can.
    """
    is_large, is_wide = NeedKind.LARGE_PRINT in needs, NeedKind.WIDER_LETTERS in needs
    cream = Ground.CREAM if NeedKind.CREAM_PAPER in needs else Ground.WHITE
    return Letters(
        size=Size.LARGER if is_large else Size.USUAL,
        is_spaced=is_large or is_wide,
        is_wide=is_wide,
        ground=Ground.DARK if NeedKind.LIGHT_ON_DARK in needs else cream,
    )
