"""Reads a PDF back: its words, letters, tags and dots."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

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


def pictures(pdf: bytes) -> list[Image.Image]:
    """Each page as poppler sees it, one dot for each point."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed")
    command = ["pdftoppm", "-r", str(DOTS), "-"]
    dots = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout  # noqa: S603 - our own arguments
    pages, stream = [], io.BytesIO(dots)
    while stream.tell() < len(dots):
        start = stream.tell()
        width, height = (int(part) for part in re.match(rb"P6\n(\d+) (\d+)", dots[start:]).groups())
        image = Image.open(stream)
        pages.append(image.convert("RGB"))
        header = re.match(rb"P6\n\d+ \d+\n\d+\n", dots[start:]).end()
        stream.seek(start + header + width * height * 3)
    return pages


def inked(page: Image.Image, part: tuple[int, int, int, int] | None = None) -> Box | None:
    """The smallest box that holds every mark on the page or on a part of it, or None for white paper."""
    seen = page.crop(part) if part else page
    box = ImageChops.difference(seen, Image.new("RGB", seen.size, "white")).getbbox()
    return Box(*box) if box else None
