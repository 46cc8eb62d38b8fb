"""The theme answers for the scheme and size of now."""

import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

from kit.app.look.fonts import FAMILY, load_fonts
from kit.app.look.marks import Mark, paint_mark
from kit.app.look.theme import Scheme
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.domain.errors import ContentError


@pytest.mark.parametrize(("scheme", "canvas"), [("light", "#f7f5f1"), ("dark", "#14181b"), ("contrast", "#000000")])
def test_colours_follow_the_chosen_scheme(theme, scheme, canvas):
    theme.choose_scheme(Scheme(scheme))
    assert theme.colour(Role.CANVAS).name() == canvas
    assert theme.scheme == scheme


def test_choosing_another_scheme_is_said_once(theme, qtbot):
    with qtbot.waitSignal(theme.scheme_changed, timeout=500):
        theme.choose_scheme(Scheme.DARK)
    with qtbot.assertNotEmitted(theme.scheme_changed):
        theme.choose_scheme(Scheme.DARK)


def test_words_are_the_kit_letters_in_four_weights(desktop):
    styles = {
        style.weight: desktop.theme.metrics(style) for style in (TextStyle.BODY, TextStyle.WORD, TextStyle.STRONG)
    }
    widths = {each.horizontalAdvance("Home Visit Kit handed over") for each in styles.values()}
    assert len(widths) == 3
    assert desktop.theme.font(TextStyle.BODY).family() == FAMILY


def test_missing_letters_fail_loudly(desktop, tmp_path, monkeypatch):
    monkeypatch.setattr("kit.app.look.fonts.FAMILY", "No Such Letters")
    with pytest.raises(ContentError, match="missing"):
        load_fonts(tmp_path)


def test_a_damaged_font_file_is_named(desktop, tmp_path):
    (tmp_path / "Bad.ttf").write_bytes(b"no font")
    with pytest.raises(ContentError, match=r"Bad\.ttf"):
        load_fonts(tmp_path)


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_everything_beside_words_grows_as_they_do(theme, percent):
    theme.choose_text_size(percent)
    assert theme.font(TextStyle.BODY).pointSizeF() == pytest.approx(11 * percent / 100)
    assert theme.grow(20) == 20 * percent // 100
    assert theme.space(16) == round(16 * (1 + percent / 100) / 2)
    assert theme.target() >= 44


@pytest.mark.parametrize(
    ("width", "percent", "layout"),
    [(1366, 100, Layout.WIDE), (1093, 100, Layout.MEDIUM), (1366, 200, Layout.COMPACT), (1920, 150, Layout.WIDE)],
)
def test_layouts_of_the_look(theme, width, percent, layout):
    theme.choose_text_size(percent)
    theme.fit_width(width)
    assert theme.layout is layout


def test_no_reference_to_none_is_lost(desktop, qtbot):
    """PySide 6.12 on Python 3.11 lost one with every call that returns None, and aborted after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100


def test_every_mark_can_be_painted_in_every_scheme(theme):
    for scheme in ("light", "dark", "contrast"):
        theme.choose_scheme(Scheme(scheme))
        seen = set()
        for mark in Mark:
            image = QImage(40, 40, QImage.Format.Format_ARGB32)
            image.fill(0)
            painter = QPainter(image)
            paint_mark(painter, QRectF(0, 0, 40, 40), mark, theme)
            painter.end()
            seen.add(bytes(image.constBits()))
        assert len(seen) >= len(Mark) - 4 - (scheme == "contrast") * 1


def test_an_icon_is_drawn_once(theme):
    first = theme.icon("sun", 22, Role.INK, 1.25)
    assert theme.icon("sun", 22, Role.INK, 1.25).cacheKey() == first.cacheKey()
    assert first.size().width() == round(22 * 1.25)


def test_an_icon_without_a_file_is_a_bug(theme):
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon", 22, Role.INK, 1.0)
