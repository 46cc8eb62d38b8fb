"""Every contrast pair of look.md section 1, computed."""

import pytest

from kit.app.look.tokens import (
    DARK,
    LIGHT,
    LINE_NEEDS,
    TEXT_NEEDS,
    Layout,
    TextStyle,
    contrast_colours,
    contrast_ratio,
)

CONTRAST = contrast_colours()
WHITE_CONTRAST = contrast_colours("#FFFFFF", "#000000", "#3E0078", "#FFFFFF")
GROUNDS = ("canvas", "surface", "sunken")
TINTS = ("accent_tint", "good_tint", "again_tint", "late_tint", "none_tint", "need_tint")
ON_TINT = ("accent", "good", "again", "late", "none", "need")
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST, WHITE_CONTRAST])


def ratio(colours, words, ground):
    return contrast_ratio(getattr(colours, words), getattr(colours, ground))


@SCHEMES
@pytest.mark.parametrize("ground", [*GROUNDS, *TINTS])
@pytest.mark.parametrize("words", ["ink", "ink2"])
def test_text_can_be_read_on_every_ground(colours, words, ground):
    assert ratio(colours, words, ground) >= TEXT_NEEDS


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink3", *ON_TINT])
def test_coloured_text_can_be_read(colours, words, ground):
    assert ratio(colours, words, ground) >= TEXT_NEEDS


@SCHEMES
@pytest.mark.parametrize("words", ON_TINT)
def test_coloured_text_can_be_read_on_its_own_tint(colours, words):
    assert ratio(colours, words, f"{words}_tint") >= TEXT_NEEDS


@SCHEMES
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("page_ink", "page"),
        ("toast_ink", "toast"),
        ("toast_link", "toast"),
    ],
)
def test_words_on_filled_grounds(colours, words, ground):
    assert ratio(colours, words, ground) >= TEXT_NEEDS


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["edge", "accent", "presence", "due"])
def test_edges_and_marks_stand_out(colours, line, ground):
    assert ratio(colours, line, ground) >= LINE_NEEDS


@SCHEMES
def test_one_line_of_the_focus_ring_stands_out_on_any_ground(colours):
    for ground in (*GROUNDS, "accent", "toast", "page"):
        best = max(ratio(colours, "focus", ground), ratio(colours, "focus_in", ground))
        assert best >= LINE_NEEDS, ground


@SCHEMES
def test_bars_of_the_chart_stand_out_on_their_panel(colours):
    assert ratio(colours, "bar_a", "surface") >= LINE_NEEDS
    assert ratio(colours, "bar_b", "surface") >= LINE_NEEDS


def test_measured_ratios_are_the_ones_of_the_look():
    measured = [
        ("ink", "canvas", 14.8),
        ("accent", "surface", 7.5),
        ("late", "late_tint", 6.0),
        ("edge", "sunken", 3.2),
    ]
    for words, ground, expected in measured:
        assert ratio(LIGHT, words, ground) == pytest.approx(expected, abs=0.06)


def test_contrast_theme_has_four_colours_and_the_ring():
    assert len(set(CONTRAST.as_map().values())) == 4


@pytest.mark.parametrize(
    ("width", "layout"), [(80, Layout.WIDE), (79.9, Layout.MEDIUM), (54.9, Layout.COMPACT), (0, Layout.COMPACT)]
)
def test_layout_follows_the_width_in_em(width, layout):
    assert Layout.of_width(width) is layout


def test_nothing_is_smaller_than_a_note():
    assert min(style.points for style in TextStyle) == TextStyle.NOTE.points == 10
