"""What others see after the hide key: ordinary words and a picture, read at first sight at every size."""

import pytest
from PySide6.QtWidgets import QLabel

from kit.app.heading import Heading
from kit.app.widgets.button import Button
from kit.app.widgets.header import PageHeader, VisitBar
from kit.app.widgets.neutral import NEUTRAL_SENTENCES, NeutralPage, neutral_page
from kit.app.widgets.notice import NeedStrip, Notice, Tone
from kit.app.widgets.picture import PictureView
from kit.app.widgets.rail import Frame
from kit.app.widgets.text import Text
from tests.app.books import Books
from tests.app.caseload_rooms import library
from tests.app.looking import check_everybody_can_use, settle, words_on


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_words_and_picture_are_seen_at_first_sight(theme, shown, desktop, window, percent):
    desktop.theme.choose_text_size(percent)
    page = shown(neutral_page(theme, library()), Frame.FAMILIES)
    settle()
    words = [each for each in page.findChildren(QLabel) if each.text() in NEUTRAL_SENTENCES]
    assert [each.text() for each in words] == list(NEUTRAL_SENTENCES)
    for each in (*words[:3], page.findChild(PictureView)):
        bottom = each.mapTo(window, each.rect().bottomLeft()).y()
        assert bottom <= window.height(), "seen without scrolling"
    picture = page.findChild(PictureView)
    assert picture.width() < window.width() / 2
    check_everybody_can_use(page)


def test_hiding_works_without_the_picture(theme, shown):
    class Torn(Books):
        def picture(self, key):
            return super().picture("gone")

    page = shown(neutral_page(theme, Torn()), Frame.FAMILIES)
    assert page.findChild(PictureView) is None
    assert NEUTRAL_SENTENCES[0] in words_on(page)


def test_a_picture_has_white_paper_under_it_in_the_contrast_theme(theme, qtbot, desktop):
    view = PictureView(theme, library().picture("baby-on-back"), has_card=False)
    qtbot.addWidget(view)
    view.resize(200, 150)
    desktop.theme.choose_scheme(type(theme.scheme)("contrast"))
    assert view.grab().toImage().pixelColor(100, 75).name() == "#ffffff"


@pytest.mark.parametrize("percent", [150, 200])
def test_a_button_under_a_notice_begins_where_its_words_begin(theme, qtbot, desktop, percent):
    desktop.theme.fit_width(600)
    desktop.theme.choose_text_size(percent)
    button = Button(theme, "Set the address")
    notice = Notice(theme, Tone.WAITING, "No server address is set.", "Everything is kept.", button)
    qtbot.addWidget(notice)
    notice.resize(600, 200)
    notice.show()
    settle()
    words = notice.findChild(Text)
    assert button.mapTo(notice, button.rect().topLeft()).x() == words.mapTo(notice, words.rect().topLeft()).x()


def test_a_part_is_never_a_window_of_its_own(theme, qtbot):
    heading = Heading("Outbox")
    for part in (PageHeader(theme, heading), VisitBar(theme, heading), NeedStrip(theme, [("Jade", ["Easy read"])])):
        qtbot.addWidget(part)
        assert not part.isVisible()


def test_any_page_can_be_neutral(theme, shown):
    page = shown(NeutralPage(theme, "Weather", ["It rains."]))
    assert page.heading.title == "Weather"
