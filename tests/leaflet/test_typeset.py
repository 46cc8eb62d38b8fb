from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.advice import Run
from kit.leaflet.marks import Face
from kit.leaflet.typeset import MAX_CHARACTERS, Style, set_lines, shrunk
from tests.leaflet import orders

STYLE = Style(Face.REGULAR, 10, 14)


class Even:
    """Every letter is half as wide as it is high."""

    def width(self, _face, text):
        return len(text) / 2


def lines(text, letters, **options):
    return [
        "".join(part for _, part in line)
        for line in set_lines(orders.words(text), STYLE, letters * 5, Even(), **options)
    ]


def test_words_go_on_the_next_line_when_there_is_no_room():
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_line_has_at_most_60_characters_however_much_room_there_is():
    assert max(map(len, lines("every sleep " * 30, 500))) <= MAX_CHARACTERS


def test_even_lines_are_nearly_equally_long():
    first, second = lines("Never sleep with your baby on a sofa or armchair.", 40, is_even=True)
    assert abs(len(first) - len(second)) <= 4


def test_a_last_word_is_not_left_alone():
    assert lines("These steps are for every sleep, day and night, always.", 48)[-1].count(" ") >= 1


@pytest.mark.parametrize("stuck", ["6 months", "0808 802 6869", "20 degrees"])
def test_a_number_stays_with_what_it_counts(stuck):
    for letters in range(len(stuck), 40):
        assert stuck in " | ".join(lines(f"Do this every day for {stuck} or more", letters))


def test_a_word_too_long_for_the_line_is_broken():
    assert lines("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_number_too_long_for_the_line_is_broken_at_its_spaces():
    assert lines("0808 802 6869", 9) == ["0808 802", "6869"]


def test_strong_words_keep_their_weight_and_their_full_stop():
    (line,) = set_lines(orders.words("Do **this**. Now"), STYLE, 500, Even())
    assert line == ((Face.REGULAR, "Do"), (Face.STRONG, " this"), (Face.REGULAR, ". Now"))


def test_type_is_shrunk_for_a_long_word_but_not_below_the_least():
    assert shrunk((Run("a" * 10),), STYLE, 40, Even(), 6).size == 8
    assert shrunk((Run("a" * 100),), STYLE, 40, Even(), 6).size == 6


@given(st.text(alphabet="ab 1.", max_size=120), st.integers(1, 70), st.booleans())
def test_no_line_is_ever_too_wide_and_no_letter_is_lost(text, letters, is_even):
    found = lines(text, letters, is_even=is_even)
    assert all(len(line) <= max(letters, 1) for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
