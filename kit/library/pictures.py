"""One SVG drawing → shapes. Only what the art direction allows, so that every painter makes the same marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from kit.domain.picture import Picture, Segment, Shape
from kit.library.dashes import dashed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.library.faults import Faults
    from kit.library.manuscript import Manuscript

LARGEST = 24 * 1024
"""Bytes of the largest drawing (pictures.md section 7)."""

THINNEST = 1.7
"""The thinnest line that survives a bad printer, in picture units (pictures.md section 1)."""

MOST_WORDS = 40
"""Words of an alternative text; it is read aloud."""

_PAGE = "0 0 400 300"
_NAMESPACE = "http://www.w3.org/2000/svg"
_ALLOWED: Mapping[str, frozenset[str]] = {
    "svg": frozenset({"xmlns", "viewBox", "role", "aria-labelledby"}),
    "title": frozenset({"id"}),
    "desc": frozenset({"id"}),
    "g": frozenset({"id", "stroke-linecap", "stroke-linejoin"}),
    "path": frozenset({"id", "d", "fill", "stroke", "stroke-width", "stroke-dasharray"}),
}
_FIXED = {"viewBox": _PAGE, "xmlns": _NAMESPACE, "role": "img", "stroke-linecap": "round", "stroke-linejoin": "round"}
_ROUND = {"stroke-linecap", "stroke-linejoin"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_WIDTH = re.compile(r"\d+(\.\d+)?")
_NUMBER = re.compile(r"-?\d{1,4}(?:\.\d+)?")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with the element at hand, and the remedy."""


def read_picture(key: str, manuscript: Manuscript, faults: Faults) -> Picture | None:
    """The drawing as shapes, or None with its faults noted."""
    return _Reader(key, manuscript.place, faults).read(manuscript.text)


@dataclass(slots=True)
class _Reader:
    """One pass over one drawing. expat, because it knows the line of each element and can be told to trust nothing."""

    key: str
    place: str
    faults: Faults
    words: dict[str, str] = field(default_factory=dict)
    shapes: list[Shape] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _rounds: list[set[str]] = field(default_factory=list)
    _parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def read(self, text: str) -> Picture | None:
        """The picture, or None."""
        before = len(self.faults.found)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        try:
            self._parser.Parse(text, True)  # noqa: FBT003 - expat takes no names
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            self.faults.add(
                self.place, error.lineno, f"This is not XML: {reason}", "Look for an open tag or a missing quote"
            )
            return None
        self._finish()
        if len(self.faults.found) > before:
            return None
        return Picture(self.key, self.words["title"], self.words["desc"], 400.0, 300.0, tuple(self.shapes))

    def _finish(self) -> None:
        for name, meaning in (("title", "what it is"), ("desc", "the alternative text")):
            self.words[name] = " ".join(self.words.get(name, "").split())
            if not self.words[name]:
                self.faults.add(self.place, 1, f"The {name} is missing or empty", f"Write <{name}> with {meaning}")
        if len(self.words["desc"].split()) > MOST_WORDS:
            self.faults.add(
                self.place, 1, f"The desc has more than {MOST_WORDS} words", "Say what matters in the picture"
            )
        if not self.shapes:
            self.faults.add(self.place, 1, "There is nothing to see", "Draw at least one path")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        try:
            self._check(tag, attributes)
            if "id" in attributes:
                self._name(attributes["id"])
            if tag == "path":
                self.shapes.extend(_shapes(attributes))
                if not set().union(*self._rounds) >= _ROUND:
                    _refuse(
                        "This path has no round ends", 'Put it into <g stroke-linecap="round" stroke-linejoin="round">'
                    )
        except _Refused as refused:
            wrong, remedy = refused.args
            self.faults.add(self.place, self._parser.CurrentLineNumber, wrong, remedy)
        self._open.append(tag)
        self._rounds.append(_ROUND & attributes.keys())

    def _end(self, _tag: str) -> None:
        self._open.pop()
        self._rounds.pop()

    def _text(self, text: str) -> None:
        tag = self._open[-1]
        if tag in {"title", "desc"}:
            self.words[tag] = self.words.get(tag, "") + text
        elif text.strip():
            self._note("There are words inside the drawing", "A picture has no words; write title and desc")

    def _doctype(self, *_parts: object) -> None:
        self._note("There is a document type", "Delete the line that begins with <!DOCTYPE")

    def _instruction(self, *_parts: object) -> None:
        self._note("There is an instruction to programs", "Delete what stands between <? and ?>")

    def _note(self, wrong: str, remedy: str) -> None:
        self.faults.add(self.place, self._parser.CurrentLineNumber, wrong, remedy)

    def _check(self, tag: str, attributes: dict[str, str]) -> None:
        """Refuse what the art direction does not allow."""
        if (tag == "svg") != (not self._open):
            _refuse("A drawing is one <svg> and has no other inside", "Save it as plain SVG")
        if tag not in _ALLOWED:
            _refuse(f"<{tag}> is not used", "Use svg, title, desc, g and path only, and turn shapes into paths")
        strange = sorted(attributes.keys() - _ALLOWED[tag])
        if strange:
            _refuse(f"<{tag}> has the attribute {strange[0]}", f"Use only {', '.join(sorted(_ALLOWED[tag]))}")
        for name, value in attributes.items():
            if _FIXED.get(name, value) != value:
                _refuse(f"{name} is {value!r}", f'Write {name}="{_FIXED[name]}"')
        if tag == "svg" and not attributes.keys() >= {"viewBox", "xmlns"}:
            _refuse("The page is missing", f'Write <svg xmlns="{_NAMESPACE}" viewBox="{_PAGE}">')

    def _name(self, name: str) -> None:
        """Refuse a name that another element has."""
        if name in self._ids:
            _refuse(f"The id {name} is used twice", "Give each group its own id")
        self._ids.add(name)


def _refuse(wrong: str, remedy: str) -> NoReturn:
    raise _Refused(wrong, remedy)


def _shapes(attributes: Mapping[str, str]) -> list[Shape]:
    """The shape of one path; two when it is filled and its outline is dashed."""
    fill, stroke = _colour(attributes, "fill"), _colour(attributes, "stroke")
    if fill is None and stroke is None:
        _refuse("This path has neither fill nor stroke", "Give it one or delete it")
    path = _path(attributes.get("d", ""))
    line = _line(attributes) if stroke else 0.0
    if "stroke-dasharray" not in attributes:
        return [Shape(fill, stroke, line, path)]
    dashes = Shape(None, stroke, line, dashed(path, _lengths(attributes["stroke-dasharray"])))
    return [Shape(fill, None, 0.0, path), dashes] if fill else [dashes]


def _colour(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name)
    if value is None:
        _refuse(f"This path has no {name}", f'Write {name}="#RRGGBB" or {name}="none"')
    if value != "none" and not _COLOUR.fullmatch(value):
        _refuse(f"{name} is {value!r}", "Write #RRGGBB or none")
    return None if value == "none" else value.upper()


def _line(attributes: Mapping[str, str]) -> float:
    value = attributes.get("stroke-width", "")
    if not _WIDTH.fullmatch(value) or float(value) < THINNEST:
        _refuse(f"stroke-width is {value!r}", f"Write a number of at least {THINNEST}")
    return float(value)


def _lengths(value: str) -> tuple[float, ...]:
    parts = value.replace(",", " ").split()
    if len(parts) % 2 or not all(_WIDTH.fullmatch(part) and float(part) >= 1 for part in parts) or not parts:
        _refuse(f"stroke-dasharray is {value!r}", 'Write pairs of lengths of at least 1, such as "7 6"')
    return tuple(map(float, parts))


def _path(text: str) -> tuple[Segment, ...]:
    """The steps of a path: absolute M, L, C and Z, one letter before each step."""
    steps = _STEP.findall(text)
    if not steps or steps[0][0] != "M" or text.lstrip()[:1] != "M":
        _refuse("This path does not begin with M", 'Write d="M x,y ..." with absolute numbers')
    segments: list[Segment] = []
    for command, rest in steps:
        if command not in _COUNTS:
            _refuse(f"This path has the step {command}", "Use absolute M, L, C and Z only")
        numbers = rest.replace(",", " ").split()
        if len(numbers) != _COUNTS[command] or not all(_NUMBER.fullmatch(number) for number in numbers):
            _refuse(f"The step {command}{rest.rstrip()} is wrong", f"{command} takes {_COUNTS[command]} plain numbers")
        if segments and segments[-1][0] == "Z" and command != "M":
            _refuse(f"{command} follows Z", "Begin the next part with M")
        segments.append((command, tuple(map(float, numbers))))
    return tuple(segments)
