"""Paper → tagged PDF (PDF/UA-1). The border to ReportLab's PDF objects.

Each stretch of marks becomes one marked stretch of its page (`BDC` … `EMC`) with a number (MCID); the structure tree
then points at pairs of page and number. Pages are written straight into ReportLab's document model: its Canvas would
add an unembedded Helvetica to every page, and its Paragraph joins the last word of a line to the first of the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from kit.leaflet.marks import Drawing, Tag, Trim
from kit.leaflet.pen import Pen

if TYPE_CHECKING:
    from kit.leaflet.fonts import Fonts
    from kit.leaflet.marks import Paper, Stretch

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""
MOST_LETTERS = 100
"""A block of a ToUnicode map may hold no more."""


def write_pdf(paper: Paper, fonts: Fonts, title: str, language: str) -> bytes:
    """The PDF of this paper: the same paper gives the same bytes."""
    document = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
    pen = Pen(fonts, document, paper.height)
    owners = [_add_page(document, pen, paper, number) for number in range(len(paper.pages))]
    _describe(document, paper, title, language)
    _Tree(document, language).plant(paper.root, owners)
    _map_letters(document)
    pdf: bytes = document.GetPDFData(None)
    return pdf


def _add_page(document: pdfdoc.PDFDocument, pen: Pen, paper: Paper, number: int) -> list[Tag]:
    """Draw one page, and return the tag that owns each of its marked stretches."""
    owners: list[Tag] = []
    code = [_drawn(stretch, pen, owners, number, paper.height) for stretch in paper.pages[number]]
    page = pdfdoc.PDFPage()
    page.pagewidth, page.pageheight = paper.width, paper.height  # type: ignore[assignment]  # float in truth
    page.Contents = pdfdoc.PDFStream(content="\n".join(code) + "\n", filters=[pdfdoc.PDFZCompress])
    page.Resources = pdfdoc.PDFResourceDictionary()
    page.Resources.basicFonts()
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number  # type: ignore[attr-defined]
    page.Tabs = pdfdoc.PDFName("S")  # type: ignore[attr-defined]
    document.addPage(page)
    return owners


def _drawn(stretch: Stretch, pen: Pen, owners: list[Tag], page: int, height: float) -> str:
    marks = "\n".join(pen.draw(mark) for mark in stretch.marks)
    if isinstance(stretch.tag, Trim):
        return f"/Artifact <<{stretch.tag}>> BDC\n{marks}\nEMC"
    stretch.tag.places.append((page, len(owners)))
    owners.append(stretch.tag)
    for mark in stretch.marks:
        if isinstance(mark, Drawing):
            stretch.tag.box = (mark.x, height - mark.y - mark.height, mark.x + mark.width, height - mark.y)
    return f"/{stretch.tag.kind} <</MCID {len(owners) - 1}>> BDC\n{marks}\nEMC"


def _describe(document: pdfdoc.PDFDocument, paper: Paper, title: str, language: str) -> None:
    """Title, language and how to show and print it; nothing about who made it."""
    document.info.title = title
    document.info.author = document.info.creator = document.info.producer = document.info.subject = ""
    xmp = XMP.format(title=escape(title), language=escape(language))
    # Printing at true size keeps letters and cut lines as large as they were meant.
    wishes = {"DisplayDocTitle": "true", "PrintScaling": "None"}
    if len(paper.pages) > 1:
        wishes["Duplex"] = "DuplexFlipLongEdge"
    catalog = document.Catalog  # type: ignore[attr-defined]  # made at run time
    catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp.encode())
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = preferences = pdfdoc.ViewerPreferencesPDFDictionary()
    for name, value in wishes.items():
        preferences[name] = value


class _Tree:
    """Writes the structure tree of one document."""

    def __init__(self, document: pdfdoc.PDFDocument, language: str) -> None:
        self._document = document
        self._language = language
        self._pages = [self._reference(page) for page in document.Pages.pages]  # type: ignore[attr-defined]  # as above
        self._elements: dict[Tag, pdfdoc.PDFObjectReference] = {}

    def plant(self, root: Tag, owners: list[list[Tag]]) -> None:
        """Hang the tree, and the way back from each marked stretch to its element, into the document."""
        tree = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        tree_reference = self._reference(tree)
        tree["K"] = pdfdoc.PDFArray([self._element(root, tree_reference)])
        numbers: list[object] = []
        for number, tags in enumerate(owners):
            numbers += [number, self._reference(pdfdoc.PDFArray([self._elements[tag] for tag in tags]))]
        tree["ParentTree"] = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        tree["ParentTreeNextKey"] = len(owners)
        self._document.Catalog.StructTreeRoot = tree  # type: ignore[attr-defined]  # as above

    def _reference(self, item: object) -> pdfdoc.PDFObjectReference:
        reference: pdfdoc.PDFObjectReference = self._document.Reference(item)  # type: ignore[no-untyped-call]
        return reference

    def _element(self, tag: Tag, parent: pdfdoc.PDFObjectReference) -> pdfdoc.PDFObjectReference:
        entry = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName(tag.kind), "P": parent})
        reference = self._elements[tag] = self._reference(entry)
        if tag.places:
            entry["Pg"] = self._pages[tag.places[0][0]]
        if tag.alt:
            entry["Alt"] = pdfdoc.PDFString(tag.alt)
        if tag.language not in {"", self._language}:
            entry["Lang"] = pdfdoc.PDFString(tag.language)
        if attributes := _attributes(tag):
            entry["A"] = pdfdoc.PDFDictionary(attributes)
        kids = [self._element(kid, reference) for kid in tag.kids]
        entry["K"] = pdfdoc.PDFArray([*(self._content(tag, place) for place in tag.places), *kids])
        return reference

    def _content(self, tag: Tag, place: tuple[int, int]) -> object:
        page, number = place
        if page == tag.places[0][0]:
            return number
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": self._pages[page], "MCID": number})


def _attributes(tag: Tag) -> dict[str, object]:
    if tag.box:
        box = pdfdoc.PDFArray([round(side, 2) for side in tag.box])
        return {"O": pdfdoc.PDFName("Layout"), "BBox": box, "Placement": pdfdoc.PDFName("Block")}
    if tag.kind == "L":
        return {"O": pdfdoc.PDFName("List"), "ListNumbering": pdfdoc.PDFName("Decimal" if tag.is_numbered else "Disc")}
    return {}


def _map_letters(document: pdfdoc.PDFDocument) -> None:
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
