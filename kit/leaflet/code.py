"""An address → a code for the camera of a telephone (QR), as a picture of plain shapes: sharp at every size."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from kit.domain.picture import Picture, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.domain.picture import Segment

QUIET = 4
"""White round the code, in modules; the standard asks for four."""
INK = "#000000"


@lru_cache(maxsize=32)
def code_picture(address: str, alt: str) -> Picture:
    """The code of this address, with its white edge."""
    rows = _modules(address)
    side = len(rows) + 2 * QUIET
    path = tuple(step for number, row in enumerate(rows) for step in _bars(row, number))
    return Picture("code", alt, alt, side, side, (Shape(INK, None, 0, path),))


def _modules(address: str) -> Sequence[Sequence[bool]]:
    """Rows of dark and light. Level M mends a code of which a seventh is creased or stained."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel  # noqa: PLC0415 - with ReportLab

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(address))
    code.make()
    rows: list[list[bool | None]] = code.modules
    return [[bool(is_dark) for is_dark in row] for row in rows]


def _bars(row: Sequence[bool], number: int) -> Iterator[Segment]:
    """Dark modules side by side as one bar."""
    left = QUIET
    for is_dark, modules in groupby(row):
        right = left + len(list(modules))
        if is_dark:
            top = number + QUIET
            yield "M", (left, top)
            yield from (("L", corner) for corner in ((right, top), (right, top + 1), (left, top + 1)))
            yield "Z", ()
        left = right
