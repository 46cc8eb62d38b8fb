"""Block → parts, one small function for each kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Important, Items, Paragraph, Run, WritingLines, plain
from kit.domain.errors import PressError
from kit.domain.picture import Picture, Shape
from kit.leaflet.marks import INK, POINTS_PER_MM, Drawing, Face, Frame, Part, Stretch
from kit.leaflet.tagged.tags import Tag
from kit.leaflet.typeset import MAX_CHARACTERS, Style, set_lines, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.domain.advice import Block, Words
    from kit.domain.leaflet import Design
    from kit.leaflet.marks import Line
    from kit.leaflet.typeset import Ruler

RECORD_CHARACTERS = 100
"""In a line of a record, which colleagues read; leaflets keep to fewer."""
PICTURE_SHAPE = 4 / 3
BESIDE_MM = 8
"""White between a picture and its words."""
WRITING_MM = 12
"""Height of a line to write on."""
TIGHT = 1.25
"""Distance between the lines of headings and lead sentences, as a multiple of their size."""
LARGEST_SHARE = 0.45
"""The part of a page a paragraph may take before it is divided between its lines."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What blocks are set with: the design, the ruler, the width of the column, and how much pictures have grown."""

    design: Design
    ruler: Ruler
    width: float
    room: float
    pictures: Mapping[str, Picture]
    grown: float = 1.0

    @property
    def body(self) -> Style:
        """Ordinary words."""
        return Style(Face.REGULAR, self.design.body_pt, self.design.body_pt * self.design.line_height)

    @property
    def lead(self) -> Style:
        """The sentence to remember, and headings."""
        return Style(Face.STRONG, self.design.lead_pt, self.design.lead_pt * TIGHT)

    @property
    def title(self) -> Style:
        """The title of the leaflet."""
        return Style(Face.STRONG, self.design.title_pt, self.design.title_pt * TIGHT)

    @property
    def note(self) -> Style:
        """The small print."""
        return Style(Face.REGULAR, self.design.note_pt, self.design.note_pt * TIGHT)

    @property
    def picture_width(self) -> float:
        """Width of the column of pictures."""
        return self.design.picture_mm * self.grown * POINTS_PER_MM

    @property
    def words_left(self) -> float:
        """Where the words beside a picture start."""
        return self.picture_width + BESIDE_MM * POINTS_PER_MM if self.picture_width else 0.0


def set_blocks(blocks: Sequence[Block], setting: Setting) -> list[Part]:
    """The parts of all blocks, in order. Raises PressError when a picture is missing."""
    parts: list[Part] = []
    level = 1
    for block in blocks:
        if isinstance(block, Heading):
            # A level may not be skipped on the way down, whatever the text does: readers step through headings.
            level = min(block.level, level + 1)
            parts.append(_heading(block, setting, level))
        else:
            if isinstance(block, WritingLines) and parts:
                # On another page than their question they would be lines for nothing.
                parts[-1] = replace(parts[-1], keeps_next=True)
            parts += _set_block(block, setting)
    return parts


def _set_block(block: Paragraph | Items | Important | WritingLines | Idea, setting: Setting) -> Iterator[Part]:
    match block:
        case Idea():
            return _idea(block, setting)
        case Items():
            return _items(block, setting)
        case Important():
            return _important(block, setting)
        case WritingLines():
            return _writing_lines(block, setting)
        case Paragraph():
            return _paragraph(block, setting)


def _heading(block: Heading, setting: Setting, level: int) -> Part:
    is_main = level <= 2  # noqa: PLR2004 - 1 is the title of the leaflet
    size = setting.lead.size if is_main else setting.body.size
    style = Style(Face.STRONG, size, size * TIGHT)
    tag = Tag(f"H{level}", title=plain(block.words))
    stretch = Stretch(stacked(_lines(block.words, style, setting), style, 0, 0), tag)
    return Part(
        height=len(stretch.marks) * style.leading,
        stretches=(stretch,),
        tag=tag,
        gap=setting.body.leading * (1.0 if is_main else 0.7),
        keeps_next=True,
    )


def _paragraph(block: Paragraph, setting: Setting) -> Iterator[Part]:
    tag, style = Tag("P"), setting.body
    # What ends in a colon is not the last on its page.
    speaks_of_next = plain(block.words).rstrip().endswith(":")
    for place, lines in enumerate(in_pieces(_lines(block.words, style, setting), style, setting)):
        gap = 0 if place else style.leading * 0.45
        stretch = Stretch(stacked(lines, style, 0, 0), tag)
        yield Part(len(lines) * style.leading, (stretch,), tag, gap, keeps_next=speaks_of_next)


def _items(block: Items, setting: Setting) -> Iterator[Part]:
    style, whole = setting.body, Tag("L", is_numbered=block.is_numbered)
    indent = style.size * (1.9 if block.is_numbered else 1.2)
    for number, words in enumerate(block.items, start=1):
        sign: Line = ((Face.STRONG, f"{number}." if block.is_numbered else "•"),)
        item = whole.add("LI")
        label = Stretch(stacked([sign], style, 0, 0), item.add("Lbl"))
        body = item.add("LBody")
        for place, lines in enumerate(in_pieces(_lines(words, style, setting, indent), style, setting)):
            text = Stretch(stacked(lines, style, indent, 0), body)
            gap = 0 if place else style.leading * (0.15 if number > 1 else 0.3)
            # Neither the first item nor the last is alone on its page.
            keeps = number in {1, len(block.items) - 1} and number < len(block.items)
            yield Part(len(lines) * style.leading, (text,) if place else (label, text), whole, gap, keeps_next=keeps)


def _important(block: Important, setting: Setting) -> Iterator[Part]:
    style, pad = replace(setting.body, face=Face.STRONG), setting.body.size * 0.9
    tag = Tag("P")
    for lines in in_pieces(_lines(block.words, style, setting, 2 * pad, is_even=True), style, setting):
        height = len(lines) * style.leading + 1.4 * pad
        frame = Frame(0, 0, setting.width, height, 1.5, 6)
        text = Stretch(stacked(lines, style, pad, 0.7 * pad), tag)
        yield Part(height, (Stretch((frame,)), text), tag, style.leading * 0.6)


def _writing_lines(block: WritingLines, setting: Setting) -> Iterator[Part]:
    lines, tag = _to_write_on(block.count, 0, 0, setting.width), Tag("Figure", alt=SPACE_TO_WRITE)
    yield Part(lines.height, (Stretch((lines,), tag),), tag)


def _to_write_on(count: int, left: float, top: float, right: float) -> Drawing:
    """Ruled lines as a picture of our own, so that they are one thing with a name to whoever hears the page."""
    step, width = WRITING_MM * POINTS_PER_MM, right - left
    # Half a line more than its ink, so that the edge of the picture does not cut the last one.
    shapes = [
        Shape(None, INK, 0.8, (("M", (0, number * step)), ("L", (width, number * step))))
        for number in range(1, count + 1)
    ]
    height = count * step + 0.5
    picture = Picture("lines-to-write-on", SPACE_TO_WRITE, SPACE_TO_WRITE, width, height, tuple(shapes))
    return Drawing(left, top, width, height, picture)


def _idea(block: Idea, setting: Setting) -> Iterator[Part]:
    picture = setting.pictures.get(block.picture)
    if picture is None:
        message = f"The picture “{block.picture}” is missing, so the leaflet was not made. Nothing else is affected."
        raise PressError(message)
    tag = Tag("Sect")
    figure = tag.add("Figure", alt=picture.alt or picture.title)
    words = _idea_words(block, setting, tag)
    width, box_height = setting.picture_width, setting.picture_width / PICTURE_SHAPE
    height = max(box_height, words.height)
    drawing = fitted(picture, 0, (height - box_height) / 2, width, box_height)
    stretches = (Stretch((drawing,), figure), *words.moved((height - words.height) / 2))
    yield Part(height, stretches, tag, setting.design.row_gap_mm * POINTS_PER_MM, is_row=True)


def _idea_words(block: Idea, setting: Setting, tag: Tag) -> Part:
    """The lead sentence, and each further sentence on a line of its own."""
    left, top = setting.words_left, 0.0
    stretches: list[Stretch] = []
    sentences = [(block.lead, setting.lead, "H2"), *((more, setting.body, "P") for more in block.more)]
    for place, (sentence, style, kind) in enumerate(sentences):
        top += style.size * 0.25 if place else 0.0
        lines = _lines((Run(sentence),), style, setting, left, is_even=True)
        title = sentence if kind == "H2" else ""
        stretches.append(Stretch(stacked(lines, style, left, top), tag.add(kind, title=title)))
        top += len(lines) * style.leading
    if block.writing_lines:
        lines_to_write_on = _to_write_on(block.writing_lines, left, top, setting.width)
        stretches.append(Stretch((lines_to_write_on,), tag.add("Figure", alt=SPACE_TO_WRITE)))
        top += lines_to_write_on.height
    return Part(top, tuple(stretches))


def fitted(picture: Picture, x: float, y: float, width: float, height: float) -> Drawing:
    """The picture as large as it can be in the middle of this box."""
    scale = min(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    return Drawing(x + (width - wide) / 2, y + (height - high) / 2, wide, high, picture)


def _lines(words: Words, style: Style, setting: Setting, indent: float = 0.0, *, is_even: bool = False) -> list[Line]:
    most = RECORD_CHARACTERS if setting.design.kind == "record" else MAX_CHARACTERS
    return set_lines(words, style, setting.width - indent, setting.ruler, is_even=is_even, most=most)


def in_pieces(lines: list[Line], style: Style, setting: Setting) -> Iterator[list[Line]]:
    """All lines at once, or pieces that fit on a page when there are very many; none is a line alone."""
    most = max(2, int(setting.room * LARGEST_SHARE / style.leading))
    count = -(-len(lines) // most)
    ends = [len(lines) * number // count for number in range(1, count + 1)]
    for start, end in zip([0, *ends], ends, strict=False):
        yield lines[start:end]
