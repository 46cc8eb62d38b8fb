"""Pages, their marked content, and the structure tree that points at it. The border to ReportLab's PDF objects.

Each stretch of operators becomes one marked stretch of its page (`BDC` … `EMC`) with a number (MCID); the structure
tree then points at pairs of page and number. Stretches are given in reading order, whatever page they are drawn on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from kit.leaflet.tagged.about import add_bookmarks, describe
from kit.leaflet.tagged.letters import map_letters
from kit.leaflet.tagged.tags import Artifact

if TYPE_CHECKING:
    from kit.leaflet.tagged.tags import Box, Tag

PRINTED = 4
"""The flag of an annotation that is on paper too."""


class TaggedPdf:
    """One document: the same calls give the same bytes.

    Args:
        title: shown by readers in place of a file name.
        language: BCP 47.

    Attributes:
        document: ReportLab's own, for fonts to put themselves into.
        duplex: how paper is turned when both sides are printed, as PDF names it; empty for one side.
    """

    def __init__(self, title: str, language: str) -> None:
        self.document = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.duplex = ""
        self._title, self._language = title, language
        self._pages: list[pdfdoc.PDFPage] = []
        self._code: list[list[str]] = []
        self._owners: list[list[Tag]] = []

    def add_page(self, width: float, height: float) -> int:
        """A new last page, and its number. Nothing is on it yet."""
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = width, height  # type: ignore[assignment]  # float in truth
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._pages.append(page)
        self._code.append([])
        self._owners.append([])
        return len(self._pages) - 1

    def mark(self, page: int, owner: Tag | Artifact, operators: str, box: Box | None = None) -> None:
        """Draw on a page what belongs to this owner. Whole `q … Q` and `BT … ET` only; never inside another call."""
        if isinstance(owner, Artifact):
            self._code[page].append(f"/Artifact <<{owner}>> BDC\n{operators}\nEMC")
            return
        number = len(self._owners[page])
        owner.places.append((page, number))
        self._owners[page].append(owner)
        if box:
            owner.boxes.append((page, box))
        self._code[page].append(f"/{owner.kind} <</MCID {number}>> BDC\n{operators}\nEMC")

    def finish(self, root: Tag) -> bytes:
        """The whole PDF with this structure tree."""
        for number, page in enumerate(self._pages):
            self._close(page, number)
        describe(self.document, self._title, self._language, self.duplex)
        pages = [self._reference(page) for page in self._pages]
        _Tree(self.document, self._language, pages, self._pages).plant(root, self._owners)
        add_bookmarks(self.document, root, pages)
        map_letters(self.document)
        written: bytes = self.document.GetPDFData(None)
        return written

    def _close(self, page: pdfdoc.PDFPage, number: int) -> None:
        page.Contents = pdfdoc.PDFStream(content="\n".join(self._code[number]) + "\n", filters=[pdfdoc.PDFZCompress])
        page.Resources = pdfdoc.PDFResourceDictionary()
        page.Resources.basicFonts()
        page.StructParents = number  # type: ignore[attr-defined]
        page.Tabs = pdfdoc.PDFName("S")  # type: ignore[attr-defined]
        self.document.addPage(page)

    def _reference(self, item: object) -> pdfdoc.PDFObjectReference:
        reference: pdfdoc.PDFObjectReference = self.document.Reference(item)  # type: ignore[no-untyped-call]
        return reference


class _Tree:
    """Writes the structure tree of one document."""

    def __init__(
        self,
        document: pdfdoc.PDFDocument,
        language: str,
        references: list[pdfdoc.PDFObjectReference],
        pages: list[pdfdoc.PDFPage],
    ) -> None:
        self._document, self._language = document, language
        self._references, self._pages = references, pages
        self._elements: dict[Tag, pdfdoc.PDFObjectReference] = {}
        self._links: list[pdfdoc.PDFObjectReference] = []
        """The elements that own an annotation; their numbers follow those of the pages."""

    def plant(self, root: Tag, owners: list[list[Tag]]) -> None:
        """Hang the tree, and the way back from each marked stretch to its element, into the document."""
        tree = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        tree_reference = self._reference(tree)
        tree["K"] = pdfdoc.PDFArray([self._element(root, tree_reference)])
        numbers: list[object] = []
        for number, tags in enumerate(owners):
            numbers += [number, self._reference(pdfdoc.PDFArray([self._elements[tag] for tag in tags]))]
        for number, element in enumerate(self._links, start=len(owners)):
            numbers += [number, element]
        tree["ParentTree"] = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        tree["ParentTreeNextKey"] = len(owners) + len(self._links)
        self._document.Catalog.StructTreeRoot = tree  # type: ignore[attr-defined]  # made at run time

    def _reference(self, item: object) -> pdfdoc.PDFObjectReference:
        reference: pdfdoc.PDFObjectReference = self._document.Reference(item)  # type: ignore[no-untyped-call]
        return reference

    def _element(self, tag: Tag, parent: pdfdoc.PDFObjectReference) -> pdfdoc.PDFObjectReference:
        entry = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName(tag.kind), "P": parent})
        reference = self._elements[tag] = self._reference(entry)
        if tag.places:
            entry["Pg"] = self._references[tag.places[0][0]]
        if tag.alt:
            entry["Alt"] = pdfdoc.PDFString(tag.alt)
        if tag.language not in {"", self._language}:
            entry["Lang"] = pdfdoc.PDFString(tag.language)
        if attributes := _attributes(tag):
            entry["A"] = pdfdoc.PDFDictionary(attributes)
        content = [self._content(tag, place) for place in tag.places]
        links = [self._link(tag, page, box, reference) for page, box in tag.boxes if tag.address]
        kids = [self._element(kid, reference) for kid in tag.kids]
        entry["K"] = pdfdoc.PDFArray([*content, *links, *kids])
        return reference

    def _content(self, tag: Tag, place: tuple[int, int]) -> object:
        page, number = place
        if page == tag.places[0][0]:
            return number
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": self._references[page], "MCID": number})

    def _link(self, tag: Tag, number: int, box: Box, element: pdfdoc.PDFObjectReference) -> object:
        """The annotation a finger touches, and how its element points at it."""
        action = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(tag.address)})
        annotation = self._reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Annot"),
                    "Subtype": pdfdoc.PDFName("Link"),
                    "Rect": pdfdoc.PDFArray([round(side, 2) for side in box]),
                    "Border": pdfdoc.PDFArray([0, 0, 0]),
                    "Contents": pdfdoc.PDFString(tag.alt),
                    "F": PRINTED,
                    "A": action,
                    "StructParent": len(self._pages) + len(self._links),
                }
            )
        )
        self._links.append(element)
        page = self._pages[number]
        page.Annots = [*(page.Annots or ()), annotation]
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OBJR"), "Obj": annotation, "Pg": self._references[number]})


def _attributes(tag: Tag) -> dict[str, object]:
    if tag.kind == "Figure" and tag.boxes:
        box = pdfdoc.PDFArray([round(side, 2) for side in tag.boxes[0][1]])
        return {"O": pdfdoc.PDFName("Layout"), "BBox": box, "Placement": pdfdoc.PDFName("Block")}
    if tag.kind == "L":
        return {"O": pdfdoc.PDFName("List"), "ListNumbering": pdfdoc.PDFName("Decimal" if tag.is_numbered else "Disc")}
    return {}
