"""Lines to write on: seen as lines on the page and in show mode, heard as what they are for."""

from PySide6.QtWidgets import QLabel

from kit.app.look.tokens import LIGHT
from kit.app.pages.show_parts.leaf_view import LeafView, lay_out
from kit.app.pages.show_parts.leaves import Leaf, leaves_of
from kit.app.widgets.advice_view import AdviceView
from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Paragraph, Run, Variant, VariantKey, WritingLines
from kit.domain.letters import Letters

IDEA = Idea("square", "Who can you ring?", ("Write the name.",), writing_lines=2)


def words(text):
    return (Run(text),)


def leaves(*blocks):
    return leaves_of(Variant("my-plan", 1, VariantKey(), "My plan", blocks, "a" * 64))


def inked_rows(image, colour):
    """Rows of the image that are one line from side to side, at least half as wide as it is."""
    rows = []
    for y in range(image.height()):
        dark = sum(image.pixelColor(x, y).name() == colour for x in range(0, image.width(), 4))
        if dark > image.width() / 4 * 0.45:
            rows.append(y)
    return rows


def test_a_page_shows_a_line_for_each_and_a_reader_hears_them_once(theme, qtbot):
    view = AdviceView(theme)
    qtbot.addWidget(view)
    view.show_blocks((Paragraph(words("What calms me:")), WritingLines(3), IDEA), lambda key: None)
    view.resize(900, 700)
    view.show()
    lines = [label for label in view.findChildren(QLabel) if label.accessibleName() == SPACE_TO_WRITE]
    assert [len(inked_rows(one.grab().toImage(), LIGHT.page_ink.lower())) for one in lines] == [3, 2]
    assert all(one.height() >= 44 * count for one, count in zip(lines, (3, 2), strict=True))
    theme.choose_text_size(200)
    assert lines[0].height() >= 88 * 3


def test_lines_to_write_on_stay_with_what_was_asked():
    assert leaves(IDEA) == (Leaf("square", "Who can you ring?", ("Write the name.",), 2),)
    asked = leaves(Heading(2, words("My person")), Paragraph(words("Whom can you ring?")), WritingLines(1))
    assert asked == (Leaf("", "My person", ("Whom can you ring?",), 1),)
    assert leaves(Heading(2, words("Notes")), WritingLines(2)) == (Leaf("", "Notes", (), 2),)
    assert leaves(Heading(2, words("Notes")), WritingLines(2))[0].sentence == "Notes Space to write."


def test_show_mode_draws_them_and_says_them(theme, qtbot):
    view = LeafView(theme, Letters())
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show_leaf(leaves(IDEA)[0], None)
    assert view.accessibleName() == "Who can you ring? Write the name. Space to write."
    assert len(inked_rows(view.grab().toImage(), LIGHT.page_ink.lower())) == 2


def test_words_are_set_smaller_before_lines_to_write_on_are_lost(theme):
    leaf = Leaf("", "Who can you ring?", ("Write the name.",), 4)
    lines, height = lay_out(leaf, 900, 420, 38)
    assert height <= 420
    assert [line.text for line in lines][-4:] == [""] * 4
