"""Reads a PDF back: its words, letters, tags and dots."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream

DOTS = 72
"""Dots in an inch: one dot is one point."""


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def texts(pdf: bytes) -> list[str]:
    """The words of each page in the order they were drawn, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in read(pdf).pages]


def sizes(pdf: bytes) -> Counter[float]:
    """How many stretches of type there are in each size, from the operators of the pages."""
    code = b"".join(page.get_contents().get_data() for page in read(pdf).pages).decode("latin-1")
    return Counter(float(size) for size in re.findall(r"/F\d\+\d ([\d.]+) Tf", code))


def elements(pdf: bytes) -> list[tuple[str, dict]]:
    """Every element of the structure tree with its kind, in reading order."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                walk(kid)
        elif isinstance(node, dict) and "/S" in node:
            found.append((node["/S"], node))
            walk(node.get("/K", []))

    walk(read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def kinds(pdf: bytes) -> list[str]:
    return [kind for kind, _ in elements(pdf)]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font of the pages, and whether it is embedded."""
    found = {}
    for page in read(pdf).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            found[font["/BaseFont"]] = "/FontFile2" in font["/FontDescriptor"].get_object()
    return found


@dataclass(frozen=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int


def pictures(pdf: bytes, dots: int = DOTS) -> list[Image.Image]:
    """Each page as poppler sees it; usually one dot for each point."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed")
    command = ["pdftoppm", "-r", str(dots), "-"]
    seen = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout  # noqa: S603 - our own arguments
    pages, start = [], 0
    while start < len(seen):
        header = re.match(rb"P6\n(\d+) (\d+)\n\d+\n", seen[start:])
        width, height = (int(part) for part in header.groups())
        start += header.end()
        pages.append(Image.frombytes("RGB", (width, height), seen[start : start + width * height * 3]))
        start += width * height * 3
    return pages


def inked(page: Image.Image, part: tuple[int, int, int, int] | None = None) -> Box | None:
    """The smallest box that holds every mark on the page or on a part of it, or None for white paper."""
    seen = page.crop(part) if part else page
    box = ImageChops.difference(seen, Image.new("RGB", seen.size, "white")).getbbox()
    return Box(*box) if box else None


PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "BI"))


@dataclass(frozen=True)
class Marked:
    """One marked stretch of a page: its number, or -1 for an artifact, and its words."""

    number: int
    words: str


def marked(pdf: bytes) -> list[list[Marked]]:
    """The marked stretches of each page as they were drawn. Fails on a mark outside of one, or one inside another."""
    return [list(_stretches(page)) for page in read(pdf).pages]


def _stretches(page):
    letters = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    contents = page.get_contents()
    if contents is None:
        return
    number, words, font, is_open = -1, "", {}, False
    for operands, operator in ContentStream(contents, page.pdf).operations:
        name = operator.decode()
        if name == "BDC":
            assert not is_open, "a marked stretch inside another"
            is_open, words, number = True, "", int(operands[1].get("/MCID", -1))
        elif name == "EMC":
            yield Marked(number, " ".join(words.split()))
            is_open = False
        elif name == "Tf":
            font = letters[operands[0]]
        elif name in PAINTING:
            assert is_open, f"{name} outside of every tag and artifact"
            if name == "Tj":
                # A string, or bytes where it is no text; each byte is one code.
                code = operands[0].original_bytes
                words += "".join(font[byte] for byte in code)
    assert not is_open


def _letters(font) -> dict[int, str]:
    """What each code of this font stands for, from its ToUnicode map."""
    pairs = re.findall(rb"<(\w\w)> <(\w+)>", font["/ToUnicode"].get_data().partition(b"endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in pairs}


def spoken(pdf: bytes) -> list[tuple[str, str]]:
    """What a screen reader says, in the order of the tree: each element that owns marks, with its words or their name.

    Fails when a marked stretch belongs to no element, or to two.
    """
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(read(pdf).pages)}
    drawn = {(n, one.number): one.words for n, page in enumerate(marked(pdf)) for one in page if one.number >= 0}
    said = []
    for kind, element in elements(pdf):
        words = []
        for kid in _kids(element):
            if isinstance(kid, int):
                words.append(drawn.pop((pages[element.raw_get("/Pg").idnum], int(kid))))
            elif kid.get("/Type") == "/MCR":
                words.append(drawn.pop((pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"]))))
        if words:
            said.append((kind, element.get("/Alt") or " ".join(words)))
    assert not drawn, "marks that no element owns"
    return said


def _kids(element):
    kids = element.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def bookmarks(pdf: bytes) -> list:
    """Titles of the bookmarks; those under one follow it as a list."""

    def titles(entries):
        return [titles(one) if isinstance(one, list) else one.title for one in entries]

    return titles(read(pdf).outline)


def checked(pdf: bytes) -> str:
    """What qpdf says is wrong, or nothing."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    # qpdf wants a file that it can go back and forth in.
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return "" if done.returncode == 0 else done.stdout + done.stderr


def footers(text: str) -> list[str]:
    """Every "Page 1 of 4" in these words."""
    return re.findall(r"Page \d+ of \d+", text)


def page_of(pdf: bytes, words: str) -> int:
    """The first side of paper with these words."""
    return next(number for number, text in enumerate(texts(pdf)) if words in text)


def flat(entries):
    """Every entry of lists in lists."""
    for one in entries:
        yield from flat(one) if isinstance(one, list) else (one,)


def with_code(pdf: bytes, code: str) -> bytes:
    """The same PDF with more operators at the end of its first page."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    contents = writer.pages[0].get_contents()
    contents.set_data(contents.get_data() + code.encode() + b"\n")
    writer.pages[0].replace_contents(contents)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
