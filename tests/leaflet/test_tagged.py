"""The tagging room alone: a PDF made with nothing else of the kit."""

from __future__ import annotations

import subprocess
import sys

from kit.leaflet.tagged.tags import Artifact, Tag
from kit.leaflet.tagged.writer import TaggedPdf
from tests.leaflet import paper

LINE = "0 0 m 9 9 l S"


def test_it_imports_nothing_else_of_ours():
    code = (
        "import sys; import kit.leaflet.tagged.writer\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] == 'kit'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    ours = done.stdout.split()
    assert [name for name in ours if not name.startswith("kit.leaflet.tagged")] == ["kit", "kit.leaflet"]


def test_reading_order_is_the_order_of_the_calls_on_whatever_page():
    pdf, root = TaggedPdf("Two pages", "en-GB"), Tag("Document")
    first, second = pdf.add_page(200, 100), pdf.add_page(200, 100)
    split = root.add("P")
    pdf.mark(second, split, LINE)
    pdf.mark(first, Artifact.FOOTER, LINE)
    pdf.mark(first, split, LINE)
    written = pdf.finish(root)
    ((_, element),) = [one for one in paper.elements(written) if one[0] == "/P"]
    here, there = element["/K"]
    assert (int(here), int(there["/MCID"])) == (0, 0)
    pages = [page.indirect_reference.idnum for page in paper.read(written).pages]
    assert [element.raw_get("/Pg").idnum, there.raw_get("/Pg").idnum] == [pages[second], pages[first]]


def test_headings_become_bookmarks_under_each_other():
    pdf, root = TaggedPdf("Book", "en-GB"), Tag("Document")
    page, box = pdf.add_page(200, 100), (0, 0, 10, 10)
    for kind, title in (("H1", "One"), ("H2", "Two"), ("H3", "Three"), ("H2", "Four"), ("H1", "Five"), ("H2", "")):
        pdf.mark(page, root.add(kind, title=title), LINE, box)
    assert paper.bookmarks(pdf.finish(root)) == ["One", ["Two", ["Three"], "Four"], "Five"]


def test_a_document_without_headings_has_no_bookmarks():
    pdf, root = TaggedPdf("Card", "en-GB"), Tag("Document")
    pdf.mark(pdf.add_page(200, 100), root.add("P"), LINE)
    assert "/Outlines" not in paper.read(pdf.finish(root)).trailer["/Root"]


def test_a_link_points_both_ways():
    pdf, root = TaggedPdf("Link", "en-GB"), Tag("Document")
    link = root.add("P").add("Link", alt="The Example Trust", address="https://www.example.org")
    pdf.mark(pdf.add_page(200, 100), link, LINE, (10, 20, 30, 40))
    written = pdf.finish(root)
    reader = paper.read(written)
    (annotation,) = (one.get_object() for one in reader.pages[0]["/Annots"])
    assert [float(side) for side in annotation["/Rect"]] == [10, 20, 30, 40]
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert owners[annotation["/StructParent"]].get_object()["/S"] == "/Link"
