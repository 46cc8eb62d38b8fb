"""The typeface of the kit, loaded from files that ship with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from kit.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = (400, 500, 600, 700)


def load_fonts(folder: Path) -> None:
    """Add the typeface to Qt.

    Raises:
        ContentError: a file is missing or damaged; nothing may be drawn in another face.
    """
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            message = f"The font file {path.name} is damaged. Install the kit again; your records are safe."
            raise ContentError(message)
    if missing := _missing_weights():
        message = f"The kit's letters are missing ({FAMILY} {missing}). Install the kit again; your records are safe."
        raise ContentError(message)


def _missing_weights() -> list[int]:
    """The weights that no loaded file holds."""
    held = {QFontDatabase.weight(FAMILY, style) for style in QFontDatabase.styles(FAMILY)}
    return [weight for weight in WEIGHTS if weight not in held]


def kit_font(points: float, weight: int, *, is_large_text: bool) -> QFont:
    """A font of the kit, hinted so that small words stay crisp and large ones keep their shape."""
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    hinting = (
        QFont.HintingPreference.PreferNoHinting if is_large_text else QFont.HintingPreference.PreferVerticalHinting
    )
    font.setHintingPreference(hinting)
    return font
