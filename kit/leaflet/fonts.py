"""The fonts on disk, measured and kept for the PDF. The border to ReportLab's fonts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kit.domain.errors import PressError
from kit.leaflet.marks import Face

if TYPE_CHECKING:
    from pathlib import Path


class Fonts:
    """The two weights of the leaflet font. Fits the port Ruler."""

    def __init__(self, folder: Path) -> None:
        self.faces = {face: _opened(folder / f"{face}.ttf", face) for face in Face}
        self.width = lru_cache(maxsize=4096)(self._measured)

    def _measured(self, face: Face, text: str) -> float:
        """Width at a type size of one point. Raises PressError naming the first letter the font does not have."""
        widths: dict[int, float] = self.faces[face].face.charWidths
        try:
            return sum(widths[ord(letter)] for letter in text) / 1000
        except KeyError as error:
            raise _no_such_letter(int(error.args[0])) from error


def _opened(file: Path, face: Face) -> TTFont:
    try:
        # Registering the font with ReportLab would make it global; asciiReadable would embed letters nobody uses.
        return TTFont(face.value, str(file), asciiReadable=False)
    except (TTFError, OSError) as error:
        message = f"The font {file.name} is missing or damaged. Please install the kit again; nothing else is affected."
        raise PressError(message) from error


def _no_such_letter(code: int) -> PressError:
    return PressError(
        f"The leaflet font has no “{chr(code)}” (U+{code:04X}), so this leaflet was not made. "
        "Take the letter out of the text or of your name and number, or show this on the screen."
    )
