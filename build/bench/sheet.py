"""One easy-read leaflet, against the same marks drawn on a bare ReportLab canvas.

The canvas has its pictures as operators before the clock starts, as the kit has; it lays nothing out and tags nothing.
And beside two programs that make the same page from the HTML the kit writes of it, where they are installed: each in a
process of its own, from cold, as the kit then is too.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.figures import Figure, median_ms
from kit import places
from kit.domain.advice import VariantKey
from kit.leaflet.advice import set_advice
from kit.leaflet.fonts import Fonts
from kit.leaflet.marks import Drawing, Face, Frame, Mark, Rule, Type
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import practice
from kit.service.leaflets import order_leaflet
from kit.start import SystemClock, make_press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kit.domain.picture import Picture
    from kit.leaflet.marks import Paper

TIMES = 15
COLD_TIMES = 3
PACK = 20
"""Leaflets of a pack of forty pages."""
ONE_LEAFLET = """
import sys
from kit.domain.advice import VariantKey
from kit.library.shelf import Shelf
from kit.service import practice
from kit.service.leaflets import order_leaflet
from kit.start import SystemClock, make_press
from pathlib import Path
library, press = Shelf(Path(sys.argv[1])), make_press()
order = order_leaflet(library, press, SystemClock(), practice.SETTINGS, "every-sleep", VariantKey.named("easy-read"))
Path(sys.argv[2]).write_bytes(press.make(order).pdf)
"""


def figures(folder: Path) -> Iterator[Figure]:
    """The leaflet and a pack of it, both sides warm; then the leaflet from cold beside other programs."""
    build_library(places.resources(), folder / "library.sqlite")
    for face in Face:
        file = places.resources() / "fonts" / f"{face.value}.ttf"
        pdfmetrics.registerFont(TTFont(face.value, str(file)))
    press, key = make_press(), VariantKey.named("easy-read")
    library = Shelf(folder / "library.sqlite")
    order = order_leaflet(library, press, SystemClock(), practice.SETTINGS, "every-sleep", key)
    paper = set_advice(order, Fonts(places.resources() / "fonts"))
    kit_ms, floor_ms = median_ms(lambda: press.make(order), TIMES), median_ms(lambda: draw(paper), TIMES)
    yield Figure(f"one leaflet, {len(paper.pages)} pages", kit_ms, "its marks, bare canvas", floor_ms, 3)
    pack = [order] * PACK
    pack_ms = median_ms(lambda: press.make_pack(pack, lambda _done, _total: None), COLD_TIMES)
    yield Figure(f"a pack of {PACK}, {PACK * len(paper.pages)} pages", pack_ms, "their marks", PACK * floor_ms, 3)
    page = folder / "leaflet.html"
    page.write_text(press.make_web(order).html, encoding="utf-8")
    yield from _beside(folder, page)


def _beside(folder: Path, page: Path) -> Iterator[Figure]:
    """The kit and each of the others, a process each."""
    target = str(folder / "leaflet.pdf")
    kit = [sys.executable, "-c", ONE_LEAFLET, str(folder / "library.sqlite"), target]
    kit_ms = median_ms(lambda: _run(kit), COLD_TIMES)
    chromium = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}", page.as_uri())
    for name, command in (("WeasyPrint", ("weasyprint", str(page), target)), ("headless Chromium", chromium)):
        is_here = shutil.which(command[0])
        other_ms = median_ms(lambda command=command: _run(command), COLD_TIMES) if is_here else None  # type: ignore[misc]
        yield Figure("one leaflet, from a cold process", kit_ms, f"{name}, from its HTML", other_ms, None)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def draw(paper: Paper) -> bytes:
    """The whole paper on a canvas: no tags, no language, no structure."""
    written = BytesIO()
    canvas = Canvas(written, (paper.width, paper.height), pageCompression=1)
    for page in paper.pages:
        for stretch in page:
            for mark in stretch.marks:
                _draw(canvas, mark, paper.height)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    match mark:
        case Type():
            _type(canvas, mark, height)
        case Drawing():
            _picture(canvas, mark, height)
        case Rule():
            canvas.setStrokeColor(mark.colour)
            canvas.setLineWidth(mark.thickness)
            canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
        case Frame():
            canvas.setStrokeColor(mark.colour)
            canvas.setLineWidth(mark.thickness)
            canvas.roundRect(mark.x, height - mark.y - mark.height, mark.width, mark.height, mark.radius)


def _type(canvas: Canvas, mark: Type, height: float) -> None:
    canvas.setFillColor(mark.colour)
    x = mark.x
    for face, text in mark.line:
        canvas.setFont(face.value, mark.size)
        canvas.drawString(x, height - mark.y, text)
        x += canvas.stringWidth(text, face.value, mark.size)


def _picture(canvas: Canvas, mark: Drawing, height: float) -> None:
    canvas.saveState()
    canvas.translate(mark.x, height - mark.y)
    canvas.scale(mark.width / mark.picture.width, -mark.width / mark.picture.width)
    canvas._code.append(_recorded(mark.picture))  # type: ignore[attr-defined]  # noqa: SLF001 - no other way in
    canvas.restoreState()


@lru_cache
def _recorded(picture: Picture) -> str:
    """The operators that draw the picture, taken from a canvas of its own."""
    canvas = Canvas(BytesIO())
    start = len(canvas._code)  # type: ignore[attr-defined]  # noqa: SLF001 - no other way out
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for shape in picture.shapes:
        path = canvas.beginPath()
        steps: dict[str, Callable[..., object]] = {
            "M": path.moveTo,
            "L": path.lineTo,
            "C": path.curveTo,
            "Z": path.close,
        }
        for name, numbers in shape.path:
            steps[name](*numbers)
        if shape.fill:
            canvas.setFillColor(shape.fill)
        if shape.stroke:
            canvas.setStrokeColor(shape.stroke)
            canvas.setLineWidth(shape.line)
        canvas.drawPath(path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)))
    return "\n".join(canvas._code[start:])  # type: ignore[attr-defined]  # noqa: SLF001 - as above
