from __future__ import annotations

from itertools import pairwise

import pytest

from kit.leaflet.marks import Part
from kit.leaflet.pages import divided, spread


def rows(count, height=100.0):
    return [Part(height, (), gap=10, is_row=True) for _ in range(count)]


def prose(*heights, heading=()):
    return [Part(height, (), gap=5, keeps_next=place in heading) for place, height in enumerate(heights)]


def counts(parts, first=475.0, later=480.0, tail=40.0):
    pages = divided(parts, first, later, tail)
    return None if pages is None else [len(page) for page in pages]


@pytest.mark.parametrize(
    ("ideas", "pages"), [(1, [1]), (4, [4]), (5, [3, 2]), (6, [3, 3]), (8, [4, 4]), (9, [3, 3, 3])]
)
def test_rows_are_shared_evenly_and_none_is_lonely(ideas, pages):
    assert counts(rows(ideas)) == pages


def test_prose_fills_its_pages_but_leaves_no_nearly_empty_last_one():
    assert counts(prose(*[40] * 12)) == [9, 3]


def test_a_heading_is_never_the_last_on_its_page():
    assert counts(prose(200, 200, 20, 200, 60, heading={2})) == [2, 3]


def test_the_tail_gets_a_page_of_its_own_when_nothing_else_helps():
    assert counts(rows(1, 450)) == [1, 0]


def test_a_part_higher_than_a_page_fits_nowhere():
    assert counts(rows(1, 500)) is None


def test_nothing_needs_one_page():
    assert counts([]) == [0]


def test_rows_share_the_white_of_a_page():
    tops = [y for y, _ in spread(rows(4), 50, 460)]
    steps = {round(after - before, 6) for before, after in pairwise(tops)}
    assert len(steps) == 1
    assert tops[0] - 50 == pytest.approx(50 + 460 - tops[-1] - 100)


def test_prose_stays_together_at_the_top():
    assert [y for y, _ in spread(prose(20, 30), 50, 460)] == [50, 75]
