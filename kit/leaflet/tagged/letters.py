"""What each code of an embedded font stands for, so that words can be searched, copied and read aloud."""

from __future__ import annotations

import re

from reportlab.pdfbase import pdfdoc

MOST_LETTERS = 100
"""A block of a ToUnicode map may hold no more."""


def map_letters(document: pdfdoc.PDFDocument) -> None:
    """Make ReportLab write its fonts now, and take codes without a letter out of their ToUnicode maps."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts.clear()
    for name, item in document.idToObject.items():
        if name.startswith("toUnicodeCMap:") and isinstance(item, pdfdoc.PDFStream):
            item.content = _honest_map(item.content)


def _honest_map(cmap: str) -> str:
    head, _, rest = cmap.partition("endcodespacerange\n")
    tail = rest.partition("endbfchar\n")[2]
    pairs = [pair for pair in re.findall(r"^<\w+> <\w+>$", rest, re.MULTILINE) if not pair.endswith("<0000>")]
    blocks = [pairs[start : start + MOST_LETTERS] for start in range(0, len(pairs), MOST_LETTERS)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return f"{head}endcodespacerange\n{body}{tail}"
