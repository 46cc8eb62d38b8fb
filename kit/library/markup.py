"""Markdown → plain lines of runs. The only module that knows the `markdown` package; it parses each text once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from kit.library.faults import Faults
    from kit.library.manuscript import Manuscript

# The package forgets where a line came from, so each line carries its own number, as one character of a private
# plane that no manuscript may hold, through the parser to the tree.
_FIRST_MARK = 0xF0000
_MARKS = re.compile("([\U000f0000-\U000ffffd])")

# A row of underscores would be taken for a ruler or for strong words; this character stands for it meanwhile.
_TO_WRITE_ON = "\U00100000"
_UNDERSCORES = re.compile(r"_{4,}")

_LINK = ("Links are not used: paper cannot open them", "Write the address or the number as words")
_REFUSED = {
    "em": ("Italics are not used", "Write it plain, or use ** for the words that matter most"),
    "a": _LINK,
    "code": ("Back quotes and lines moved in by four spaces are not used", "Move the line to the left edge"),
    "pre": ("Lines moved in by four spaces are not used", "Move the line to the left edge"),
    "hr": ("Lines drawn across the page are not used", "Use a heading"),
    "br": ("Forced line ends are not used", "Begin a new paragraph"),
    "img": ("A picture cannot stand here", "Pictures belong to the ideas of an easy-read text, alone on their line"),
    "ul": ("A list inside another part is not used", "Begin the list at the left edge, after an empty line"),
    "ol": ("A list inside another part is not used", "Begin the list at the left edge, after an empty line"),
    "p": ("A point of a list is one paragraph", "Join its lines, or begin the next part at the left edge"),
    "blockquote": ("Nothing important stands inside another part", "Begin it at the left edge, after an empty line"),
}
_OTHER = ("This mark is not used", "Use headings, paragraphs, lists, > for important and ** for strong only")

_SPOILT = (
    (re.compile(r"</?[A-Za-z!]"), "Raw HTML is not used", "Write it as plain text"),
    (re.compile(r"&#?\w+;"), "Codes for letters are not used", "Write the letter itself"),
    (re.compile(r"^\s*\|"), "Tables are not used", "Write a list instead"),
    (
        re.compile(rf"{_UNDERSCORES.pattern}|{_TO_WRITE_ON}"),
        "A line to write on stands alone",
        "Write ____ on a line of its own and nothing else",
    ),
    (re.compile(r"^\s*([-=*_+~])(\s*\1){2,}\s*$"), "Lines drawn across the page are not used", "Use a heading"),
    (re.compile(r"\*|__"), "The stars of a strong part are not closed", "Put ** before and after, on one line"),
    (re.compile(r"!?\[[^\]]*\]\s*[\[(:]"), *_LINK),
)
_NUMBER = re.compile(r"\{number:([a-z0-9-]+)\}")
_SPACES = re.compile(r"[ \t\n]+")
_SWALLOWED = re.compile(r"([-*+]|\d+\.|>|#{1,6})\s")


@dataclass(slots=True)
class Line:
    """One line of a manuscript as it will be read: pieces of text, each strong or not, or the key of a picture."""

    number: int
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without their weight."""
        return "".join(text for text, _ in self.pieces)

    @property
    def is_to_write_on(self) -> bool:
        """Whether it is a line for a carer to write on."""
        return self.text.strip() == _TO_WRITE_ON

    @property
    def numbers(self) -> list[str]:
        """The keys of the useful numbers it names."""
        return _NUMBER.findall(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text: "h1".."h6", "p", "ul", "ol" or "blockquote"; a list has one entry for each item."""

    kind: str
    line: int
    entries: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of it."""
        return tuple(line for entry in self.entries for line in entry)


def parts_of(manuscript: Manuscript, faults: Faults) -> tuple[Part, ...]:
    """The parts of a text in order; whatever is not allowed in any text of ours is noted and left out."""
    rows = [_TO_WRITE_ON if _UNDERSCORES.fullmatch(row.rstrip()) else row for row in manuscript.text.split("\n")]
    marked = "\n".join(f"{row}{chr(_FIRST_MARK + number)}" if row.strip() else "" for number, row in enumerate(rows, 1))
    return _Walk(manuscript.place, faults).parts(_tree(marked))


class _Catch(Treeprocessor):
    """Keeps the finished tree, so that nothing has to read HTML."""

    root: Element | None = None

    def run(self, root: Element) -> None:
        """Keep it."""
        self.root = root


def _tree(text: str) -> Element:
    # Without this one, a numbered list that follows a list of points loses its numbers.
    parser = markdown.Markdown(extensions=[SaneListExtension()])
    # What these would hide or swallow stays in the text, where it is seen and refused.
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("entity")
    parser.parser.blockprocessors.deregister("reference")
    catch = _Catch(parser)
    parser.treeprocessors.register(catch, "catch", -1)
    parser.convert(text)
    if catch.root is None:
        message = "the Markdown parser gave no tree for a text that is not empty"
        raise AssertionError(message)
    return catch.root


class _Walk:
    """One walk over the tree, in reading order, knowing at each step which line it is on."""

    def __init__(self, place: str, faults: Faults) -> None:
        self._place = place
        self._faults = faults
        self._line = 1

    def parts(self, root: Element) -> tuple[Part, ...]:
        """Every part of the text."""
        return tuple(part for element in root for part in self._part(element))

    def _part(self, element: Element) -> Iterator[Part]:
        kind = element.tag
        self._line = _first_line(element, self._line)
        start = self._line
        if kind in {"ul", "ol"}:
            if element.get("start", "1") != "1":
                self._fault("A numbered list begins with 1", "Write 1. before the first")
            yield Part(kind, start, tuple(self._lines(self._only(item)) for item in element))
        elif kind == "blockquote":
            for inner in element:
                if inner.tag == "p":
                    yield Part(kind, start, (self._lines(inner),))
                else:
                    self._fault("An important part is one paragraph", "Take the list or heading out of it")
        elif kind == "p" or re.fullmatch(r"h[1-6]", kind):
            yield Part(kind, start, (self._lines(element),))
        else:
            self._fault(*_REFUSED.get(kind, _OTHER))

    def _only(self, item: Element) -> Element:
        """The one paragraph of a list item whose neighbours stand apart, or the item itself."""
        return item[0] if len(item) == 1 and item[0].tag == "p" and not (item.text or "").strip() else item

    def _lines(self, element: Element) -> tuple[Line, ...]:
        """The lines inside a part."""
        self._line = _first_line(element, self._line)
        lines = [Line(self._line)]
        for text, is_strong, picture in self._pieces(element, is_strong=False):
            if picture is not None:
                lines[-1].pictures.append(picture)
            for piece in _MARKS.split(text):
                if _MARKS.fullmatch(piece):
                    self._line = ord(piece) - _FIRST_MARK
                    lines[-1].number = self._line
                    lines.append(Line(self._line))
                elif piece:
                    lines[-1].pieces.append((_SPACES.sub(" ", piece), is_strong))
        kept = tuple(line for line in lines if line.text.strip() or line.pictures)
        for place, line in enumerate(kept):
            self._check(line, is_first=place == 0)
        return kept

    def _pieces(self, element: Element, *, is_strong: bool) -> Iterator[tuple[str, bool, str | None]]:
        yield element.text or "", is_strong, None
        for child in element:
            if child.tag == "strong":
                yield from self._pieces(child, is_strong=True)
            elif child.tag == "img":
                if child.get("alt") or child.get("title"):
                    self._fault("A picture line holds the key and nothing else", "Write ![](key)")
                yield "", is_strong, child.get("src", "")
            else:
                self._line = _first_line(child, self._line)
                self._fault(*_REFUSED.get(child.tag, _OTHER))
                yield "".join(_MARKS.findall("".join(child.itertext()))), is_strong, None
            yield child.tail or "", is_strong, None

    def _check(self, line: Line, *, is_first: bool) -> None:
        self._line = line.number
        if line.is_to_write_on:
            return
        for pattern, wrong, remedy in _SPOILT:
            if pattern.search(line.text):
                self._fault(wrong, remedy)
                return
        if re.search(r"[{}]", _NUMBER.sub("", line.text)):
            self._fault("Curly brackets are only for the numbers", "Write {number:key} with a key of numbers.toml")
        if not is_first and _SWALLOWED.match(line.text.lstrip()):
            self._fault(
                "This list, heading or important sentence has lost its empty line", "Put an empty line before it"
            )

    def _fault(self, wrong: str, remedy: str) -> None:
        self._faults.add(self._place, self._line, wrong, remedy)


def _first_line(element: Element, before: int) -> int:
    """The line an element begins on: the first mark inside it, or in what follows it, ends that line."""
    for text in element.itertext():
        mark = _MARKS.search(text)
        if mark:
            return ord(mark[0]) - _FIRST_MARK
    mark = _MARKS.search(element.tail or "")
    return ord(mark[0]) - _FIRST_MARK if mark else before
