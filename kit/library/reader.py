"""One text → its title and blocks, or its questions: the rules of each form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kit.domain.advice import (
    Block,
    Heading,
    Idea,
    Important,
    Items,
    Paragraph,
    Question,
    Run,
    Words,
    WritingLines,
)
from kit.library.manuscript import is_slug
from kit.library.markup import Line, Part, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.library.faults import Faults
    from kit.library.manuscript import Manuscript

MOST_SENTENCES = 2
"""Plain sentences of one idea after the strong one."""

MOST_WRITING_LINES = 6
"""Lines to write on that follow one another; they are never divided between two pages."""

_SPACES = re.compile(r"[ \t\n]+")
_LISTEN_FOR = "Listen for:"
_LEVELS = {"h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one part, or of one item of a list, row by row with their line numbers."""

    kind: str
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says, with the lines where it names a picture or a number, and its words as they stand."""

    title: str
    blocks: tuple[Block, ...]
    pictures: tuple[tuple[int, str], ...] = ()
    numbers: tuple[tuple[int, str], ...] = ()
    title_line: int = 1
    passages: tuple[Passage, ...] = ()


def read_standard(manuscript: Manuscript, faults: Faults) -> Reading:
    """A standard variant: a title, then headings, paragraphs, lists and what is important."""
    parts = parts_of(manuscript, faults)
    title, rest = _title(manuscript, parts, faults)
    blocks = _prose_blocks(manuscript, rest, faults)
    if title and not blocks:
        faults.add(manuscript.place, 1, "There is no text under the title", "Write it or delete the file")
    return Reading(title, tuple(blocks), (), _numbers(parts), _line_of(parts), _passages(rest))


def read_easy_read(manuscript: Manuscript, faults: Faults) -> Reading:
    """An easy-read variant: a title, then ideas and nothing else."""
    parts = parts_of(manuscript, faults)
    title, rest = _title(manuscript, parts, faults)
    pictures: list[tuple[int, str]] = []
    ideas: list[Idea] = []
    for part in rest:
        idea = _idea(manuscript, part, faults)
        if idea is not None:
            pictures.append((part.line, idea.picture))
            ideas.append(idea)
    if title and not rest:
        faults.add(manuscript.place, 1, "There is no idea under the title", "Write a picture line and a sentence")
    seen: set[str] = set()
    for line, key in pictures:
        if key in seen:
            faults.add(manuscript.place, line, f"The picture {key} is used above", "Choose another, or join the ideas")
        seen.add(key)
    return Reading(title, tuple(ideas), tuple(pictures), _numbers(parts), _line_of(parts), _passages(rest))


def read_questions(manuscript: Manuscript, faults: Faults) -> tuple[tuple[Question, ...], tuple[tuple[int, str], ...]]:
    """The teach-back questions of `ask.md`, and the lines that name a number."""
    parts = parts_of(manuscript, faults)
    _, rest = _title(manuscript, parts, faults)
    for line in (line for part in rest for line in part.lines if line.is_to_write_on):
        faults.add(manuscript.place, line.number, "Nobody writes on the questions", "Take the line out")
    questions: list[Question] = []
    waiting: Part | None = None
    for part in rest:
        text = _plain(part)
        if part.kind == "h2":
            _unanswered(manuscript, waiting, faults)
            waiting = part
        elif part.kind == "p" and waiting is not None and text.startswith(_LISTEN_FOR):
            questions.append(Question(_plain(waiting), text.removeprefix(_LISTEN_FOR).strip()))
            waiting = None
        else:
            remedy = f"Write ## and the question, then one paragraph: {_LISTEN_FOR} ..."
            faults.add(manuscript.place, part.line, "This stands outside a question", remedy)
    _unanswered(manuscript, waiting, faults)
    return tuple(questions), _numbers(parts)


def _unanswered(manuscript: Manuscript, question: Part | None, faults: Faults) -> None:
    if question is not None:
        remedy = f"Write a paragraph under it that begins with {_LISTEN_FOR}"
        faults.add(manuscript.place, question.line, "This question does not say what a right answer holds", remedy)


def _title(manuscript: Manuscript, parts: Sequence[Part], faults: Faults) -> tuple[str, list[Part]]:
    """The title and what follows it."""
    if not parts or parts[0].kind != "h1" or not parts[0].lines:
        line = parts[0].line if parts else 1
        faults.add(manuscript.place, line, "The title is missing", "Begin the file with # and the title")
        return "", [part for part in parts if part.kind != "h1"]
    for part in parts[1:]:
        if part.kind == "h1":
            faults.add(manuscript.place, part.line, "There is a second title", "Use ## for a heading")
    if any(is_strong for line in parts[0].lines for _, is_strong in line.pieces) or _numbers(parts[:1]):
        faults.add(manuscript.place, parts[0].line, "A title is plain words", "Take the stars or brackets out")
    return _plain(parts[0]), [part for part in parts[1:] if part.kind != "h1"]


def _prose_blocks(manuscript: Manuscript, parts: Sequence[Part], faults: Faults) -> list[Block]:
    """The blocks of a standard variant, lines to write on that follow one another as one."""
    blocks: list[Block] = []
    for part in parts:
        block = _prose(manuscript, part, faults)
        last = blocks[-1] if blocks else None
        if isinstance(block, WritingLines) and isinstance(last, WritingLines):
            blocks[-1] = block = WritingLines(last.count + block.count)
        elif block is not None:
            blocks.append(block)
        if isinstance(block, WritingLines) and block.count > MOST_WRITING_LINES:
            _too_many_lines(manuscript, part.line, faults)
    return blocks


def _too_many_lines(manuscript: Manuscript, line: int, faults: Faults) -> None:
    wrong = f"More than {MOST_WRITING_LINES} lines to write on follow one another"
    faults.add(manuscript.place, line, wrong, "Take some out, or ask something in between")


def _prose(manuscript: Manuscript, part: Part, faults: Faults) -> Block | None:
    """One block of a standard variant, or None with its fault noted."""
    fault = next(_prose_faults(part), None)
    if fault is not None:
        faults.add(manuscript.place, *fault)
        return None
    if part.lines and part.lines[0].is_to_write_on:
        return WritingLines(len(part.lines))
    entries = tuple(words for entry in part.entries if (words := _words(entry)))
    return _block(part.kind, entries) if entries else None


def _prose_faults(part: Part) -> Iterator[tuple[int, str, str]]:
    for line in part.lines:
        if line.pictures:
            yield line.number, "A standard text has no pictures", "Use the picture in the easy-read text"
        if line.is_to_write_on and not (part.kind == "p" and all(one.is_to_write_on for one in part.lines)):
            remedy = "Put an empty line before and after ____"
            yield line.number, "A line to write on is a paragraph of its own", remedy
    if part.kind.startswith("h") and part.kind not in _LEVELS:
        yield part.line, "Headings have two levels", "Use ## or ###"


def _block(kind: str, entries: tuple[Words, ...]) -> Block:
    if kind in _LEVELS:
        return Heading(_LEVELS[kind], entries[0])
    if kind in {"ul", "ol"}:
        return Items(entries, is_numbered=kind == "ol")
    return Important(entries[0]) if kind == "blockquote" else Paragraph(entries[0])


def _idea(manuscript: Manuscript, part: Part, faults: Faults) -> Idea | None:
    """One idea, or None with the first fault of it noted."""
    lines = part.lines
    if part.kind != "p" or not lines or not lines[0].pictures:
        remedy = "Put a picture line ![](key) above it, with no empty line between"
        faults.add(manuscript.place, part.line, "This stands outside an idea", remedy)
        return None
    picture, *words = lines
    sentences = [line for line in words if not line.is_to_write_on]
    writing_lines = len(words) - len(sentences)
    if any(line.is_to_write_on for line in words[: len(sentences)]):
        faults.add(manuscript.place, part.line, "Lines to write on come after the words", "Put ____ last")
        return None
    if writing_lines > MOST_WRITING_LINES:
        _too_many_lines(manuscript, part.line, faults)
    fault = next(chain(_picture_faults(picture), _sentence_faults(picture, sentences)), None)
    if fault is not None:
        faults.add(manuscript.place, *fault)
        return None
    lead, *more = (_sentence(line) for line in sentences)
    return Idea(picture.pictures[0], lead, tuple(more), writing_lines)


def _picture_faults(line: Line) -> Iterator[tuple[int, str, str]]:
    if len(line.pictures) > 1 or line.text.strip() or not is_slug(line.pictures[0]):
        remedy = "Write ![](key), the key without folder or .svg"
        yield line.number, "A picture line holds one picture and nothing else", remedy


def _sentence_faults(picture: Line, sentences: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    if not sentences or not _is_strong(sentences[0]):
        number = sentences[0].number if sentences else picture.number
        yield number, "This idea has no strong sentence under its picture", "Write **One sentence.** on the next line"
    for line in sentences:
        if line.pictures:
            yield line.number, "This idea has two pictures", "Put an empty line before the next idea"
    for line in sentences[1:]:
        if any(is_strong for _, is_strong in line.pieces):
            yield line.number, "Only the first sentence of an idea is strong, and all of it", "Take the stars out"
    for line in sentences[1 + MOST_SENTENCES :]:
        yield line.number, f"This idea has more than {MOST_SENTENCES} plain sentences", "Make it two ideas"


def _is_strong(line: Line) -> bool:
    return bool(line.text.strip()) and all(is_strong or not text.strip() for text, is_strong in line.pieces)


def _sentence(line: Line) -> str:
    return _SPACES.sub(" ", line.text).strip(" ")


def _plain(part: Part) -> str:
    return " ".join(_sentence(line) for line in part.lines)


def _words(lines: Sequence[Line]) -> Words:
    """Lines joined by spaces, neighbours of one weight joined to one run, single spaces only and none at the ends."""
    runs: list[Run] = []
    for line in lines:
        for text, is_strong in (*line.pieces, (" ", False)):
            kept = text.lstrip(" ")
            if kept != text and runs and not runs[-1].text.endswith(" "):
                # A space at a border belongs to the run before it, so that one wording has one form only.
                runs[-1] = Run(f"{runs[-1].text} ", runs[-1].is_strong)
            if kept and runs and runs[-1].is_strong is is_strong:
                runs[-1] = Run(runs[-1].text + kept, is_strong)
            elif kept:
                runs.append(Run(kept, is_strong))
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].is_strong)
    return tuple(runs)


def _line_of(parts: Sequence[Part]) -> int:
    return parts[0].line if parts else 1


def _passages(parts: Sequence[Part]) -> tuple[Passage, ...]:
    found = (Passage(part.kind, _rows(entry)) for part in parts for entry in part.entries)
    return tuple(passage for passage in found if passage.rows)


def _rows(lines: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    return tuple((line.number, _sentence(line)) for line in lines if line.text.strip() and not line.is_to_write_on)


def _numbers(parts: Sequence[Part]) -> tuple[tuple[int, str], ...]:
    return tuple((line.number, key) for part in parts for line in part.lines for key in line.numbers)
