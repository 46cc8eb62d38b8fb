"""What makes two texts the same: the digest of a variant, and of a whole library.

The digest is taken over the words as they were written, with `{number:key}` still in place: an organisation that
changes a telephone number has not changed the advice, and a record made before the change still names this text.
White space and line ends do not count; a word, its weight, its order or its picture does.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kit.domain.advice import Block, Heading, Idea, Items, Words, WritingLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def variant_digest(title: str, blocks: Sequence[Block]) -> str:
    """The SHA-256 of a variant's text, in hexadecimal."""
    rows = [["title", _collapsed(title)], *(_row(block) for block in blocks)]
    return hashlib.sha256(canonical(rows)).hexdigest()


def library_version(rows: Iterable[Sequence[object]]) -> str:
    """The digest of everything in a library, in 12 hexadecimal characters."""
    whole = hashlib.sha256()
    for row in rows:
        whole.update(canonical(row) + b"\n")
    return whole.hexdigest()[:12]


def canonical(value: object) -> bytes:
    """The one way a value of plain lists, words and numbers is written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _row(block: Block) -> list[object]:
    """One block as a row of words; what a block is called here must never change."""
    if isinstance(block, Idea):
        # No sentence is underscores only, so an idea without lines to write on keeps the digest it always had.
        lines = ["____"] * block.writing_lines
        return ["idea", block.picture, _collapsed(block.lead), *map(_collapsed, block.more), *lines]
    if isinstance(block, WritingLines):
        return ["writing lines", str(block.count)]
    if isinstance(block, Items):
        return ["numbered" if block.is_numbered else "items", *map(_weighted, block.items)]
    if isinstance(block, Heading):
        return [f"heading {block.level}", _weighted(block.words)]
    return [type(block).__name__.lower(), _weighted(block.words)]


def _weighted(words: Words) -> str:
    """The words with ** around what is strong."""
    return _collapsed("".join(f"**{run.text}**" if run.is_strong else run.text for run in words))


def _collapsed(text: str) -> str:
    return " ".join(text.split())
