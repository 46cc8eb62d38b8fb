"""The record for a review on paper: many lines, real headings and lists, no contact box, a name that says nothing."""

import pytest

from kit.domain.advice import Heading, Items, Paragraph
from kit.domain.leaflet import ContactBox
from tests.leaflet import orders, paper
from tests.leaflet.orders import words

VISIT = Items(tuple(words(f"Jade Ellison, about Noah: Safer sleep, SS-E1-AB12. Told me. Line {n}.") for n in range(9)))
BLOCKS = (
    Paragraph(words("Ellison family. From 27 November 2025 to 27 November 2026.")),
    Heading(2, words("Visits and attempts")),
    *(
        block
        for number in range(1, 29)
        for block in (Heading(3, words(f"{number} November 2026, 10:00 to 10:40. New birth")), VISIT)
    ),
)


@pytest.fixture
def record(press):
    variant = orders.variant(BLOCKS, "Record of visits", orders.VariantKey())
    order = orders.LeafletOrder(
        orders.design("a4-record"), variant, "RECORD-AB12CD34", orders.date(2026, 11, 27), ContactBox(), {}
    )
    return press.make(order)


def test_its_name_says_nothing(record):
    assert (record.title, record.file_name) == ("Record of visits", "record-of-visits.pdf")
    assert paper.read(record.pdf).metadata.title == "Record of visits"


def test_a_year_of_visits_runs_over_pages_without_losing_a_line(record):
    said = " ".join(paper.texts(record.pdf))
    assert record.pages > 5
    for number in range(1, 29):
        assert f"{number} November 2026, 10:00 to 10:40. New birth" in said
    assert said.count("Line 8.") == 28


def test_it_has_no_contact_box(record):
    assert "Do you want to ask something?" not in " ".join(paper.texts(record.pdf))


def test_headings_and_lists_are_real(record):
    kinds = paper.kinds(record.pdf)
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/H3")) == (1, 1, 28)
    assert (kinds.count("/L"), kinds.count("/LI")) == (28, 28 * 9)


def test_every_page_carries_code_and_number(record):
    for number, page in enumerate(paper.texts(record.pdf), start=1):
        assert f"Page {number} of {record.pages}" in page
        assert "RECORD-AB12CD34 · 27 November 2026" in page
