"""The typefaces of the kit, loaded from files that ship with it: its own, and a wider one for who asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from kit.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = (400, 500, 600, 700)
WIDE_FAMILY, WIDE_WEIGHTS = "Lexend", (400, 600)


def load_fonts(folder: Path) -> None:
    """Add the typefaces to Qt.

    Raises:
        ContentError: a file is missing or damaged; nothing may be drawn in another face.
    """
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            message = f"The font file {path.name} is damaged. Install the kit again; your records are safe."
            raise ContentError(message)
    for family, weights in ((FAMILY, WEIGHTS), (WIDE_FAMILY, WIDE_WEIGHTS)):
        if missing := _missing_weights(family, weights):
            message = (
                f"The kit's letters are missing ({family} {missing}). Install the kit again; your records are safe."
            )
            raise ContentError(message)


def _missing_weights(family: str, weights: Sequence[int]) -> list[int]:
    """The weights that no loaded file holds."""
    held = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}
    return [weight for weight in weights if weight not in held]


def kit_font(points: float, weight: int, *, is_large_text: bool, is_wide: bool = False) -> QFont:
    """A font of the kit, hinted so that small words stay crisp and large ones keep their shape."""
    font = QFont(WIDE_FAMILY if is_wide else FAMILY)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    hinting = (
        QFont.HintingPreference.PreferNoHinting if is_large_text else QFont.HintingPreference.PreferVerticalHinting
    )
    font.setHintingPreference(hinting)
    return font
