"""The page that takes the place of what was open when the hide key was pressed: ordinary, large, ready beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.heading import Heading
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.panel import Panel
from kit.app.widgets.picture import PictureView
from kit.app.widgets.text import Text
from kit.domain.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.domain.picture import Picture
    from kit.service.ports import Library

NEUTRAL_PICTURE = "baby-on-back"
NEUTRAL_TITLE = "Safer sleep"
NEUTRAL_SENTENCES = (
    "Put your baby on the back for every sleep.",
    "Keep the cot clear. No pillow, no duvet, no toys.",
    "A firm, flat mattress is best.",
    "Day and night, in the same room as you.",
)


class NeutralPage(QWidget):
    """A title, a picture and a few sentences of safer sleep, as any page of the library might look.

    It is built when the window is, so that hiding waits for nothing.
    """

    def __init__(self, theme: Theme, title: str, sentences: Sequence[str], picture: Picture | None = None) -> None:
        super().__init__()
        self.heading = Heading(title, parent=self)
        body = fill_page(self, theme, scrolls=True)
        paper = Panel(theme, "page", (32, 32, 32, 32))
        sides = Row(theme, 32)
        if picture:
            at_top = Column(theme, 0)
            at_top.add(PictureView(theme, picture, has_card=False), None)
            sides.add(at_top, stretch=2)
        words = Column(theme, 16)
        for number, sentence in enumerate(sentences):
            style = TextStyle.READ if number else TextStyle.READ_STRONG
            words.add(Text(sentence, style, Role.PAGE_INK, wraps=True))
        words.add(None)
        sides.add(words, stretch=3)
        paper.add(sides)
        body.add(PageHeader(theme, self.heading), paper, None)


def neutral_page(theme: Theme, library: Library) -> NeutralPage:
    """The neutral page of this kit."""
    return NeutralPage(theme, NEUTRAL_TITLE, NEUTRAL_SENTENCES, neutral_picture(library))


def neutral_picture(library: Library) -> Picture | None:
    """Its picture; none when the library has lost it, for hiding works without."""
    try:
        return library.picture(NEUTRAL_PICTURE)
    except KitError:
        return None
