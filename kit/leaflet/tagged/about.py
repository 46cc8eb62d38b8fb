"""What a document says about itself: title and language, how to show and print it, and its bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.leaflet.tagged.tags import Tag

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


def describe(document: pdfdoc.PDFDocument, title: str, language: str, duplex: str) -> None:
    """Title, language and how to show and print it; nothing about who made it."""
    document.info.title = title
    document.info.author = document.info.creator = document.info.producer = document.info.subject = ""
    xmp = XMP.format(title=escape(title), language=escape(language))
    # Printing at true size keeps letters and cut lines as large as they were meant.
    wishes = {"DisplayDocTitle": "true", "PrintScaling": "None", **({"Duplex": duplex} if duplex else {})}
    catalog = document.Catalog  # type: ignore[attr-defined]  # made at run time
    catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp.encode())
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = preferences = pdfdoc.ViewerPreferencesPDFDictionary()
    for name, value in wishes.items():
        preferences[name] = value


@dataclass(slots=True)
class _Bookmark:
    """A heading with the headings under it."""

    tag: Tag | None
    level: int
    under: list[_Bookmark] = field(default_factory=list)

    def count(self) -> int:
        """How many bookmarks are under this one."""
        return len(self.under) + sum(one.count() for one in self.under)


class _Ready:
    """Takes the place of ReportLab's own bookmarks, of which there are none: it would throw ours away with them."""

    ready = 1

    def prepare(self, *_: object) -> None:
        """Ours are made already."""


def add_bookmarks(document: pdfdoc.PDFDocument, root: Tag, pages: Sequence[pdfdoc.PDFObjectReference]) -> None:
    """One bookmark for each heading of the tree, under the heading it belongs to."""
    top = _nested(root)
    document.Catalog.Outlines = None  # type: ignore[attr-defined]  # made at run time
    document.Outlines = _Ready()  # type: ignore[assignment]  # all that is asked of it
    if top.under:
        outlines = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Outlines"), "Count": len(top.under)})
        reference: pdfdoc.PDFObjectReference = document.Reference(outlines)  # type: ignore[no-untyped-call]
        _hang(document, outlines, reference, top.under, pages)
        document.Catalog.Outlines = outlines  # type: ignore[attr-defined]  # as above


def _nested(root: Tag) -> _Bookmark:
    top = _Bookmark(None, 0)
    path = [top]
    for tag in _headings(root):
        level = int(tag.kind.removeprefix("H"))
        while path[-1].level >= level:
            path.pop()
        path[-1].under.append(one := _Bookmark(tag, level))
        path.append(one)
    return top


def _headings(tag: Tag) -> Iterator[Tag]:
    if tag.title and tag.boxes:
        yield tag
    for kid in tag.kids:
        yield from _headings(kid)


def _hang(
    document: pdfdoc.PDFDocument,
    parent: pdfdoc.PDFDictionary,
    parent_reference: pdfdoc.PDFObjectReference,
    bookmarks: Sequence[_Bookmark],
    pages: Sequence[pdfdoc.PDFObjectReference],
) -> None:
    entries = [pdfdoc.PDFDictionary({"Parent": parent_reference}) for _ in bookmarks]
    references = [document.Reference(entry) for entry in entries]  # type: ignore[no-untyped-call]
    parent["First"], parent["Last"] = references[0], references[-1]
    for place, (bookmark, entry) in enumerate(zip(bookmarks, entries, strict=True)):
        tag = bookmark.tag
        if tag is None:
            continue
        page, box = tag.boxes[0]
        entry["Title"] = pdfdoc.PDFString(tag.title)
        entry["Dest"] = pdfdoc.PDFArray([pages[page], pdfdoc.PDFName("FitH"), round(box[3] + 12)])
        if place:
            entry["Prev"] = references[place - 1]
        if place + 1 < len(entries):
            entry["Next"] = references[place + 1]
        if bookmark.under:
            entry["Count"] = -bookmark.count()
            _hang(document, entry, references[place], bookmark.under, pages)
