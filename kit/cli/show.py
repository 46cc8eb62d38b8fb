"""`kit library show CODE`: the very words of a sheet found at a home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit import start
from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Important, Items, Paragraph, WritingLines, plain
from kit.service.text_codes import CHANGED, find_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.domain.advice import Block
    from kit.service.ports import Library


def show_text(code: str, library: Library | None = None) -> int:
    """Print the text with this code. Raises UnknownError when there is none, RuleError when it was withdrawn."""
    found = find_text(library or start.open_library(), code)
    resource, variant = found.resource, found.variant
    print(f"{variant.title}\n{resource.text_code(variant)} · version {variant.version}")
    if not found.is_exact:
        print(CHANGED)
    for block in variant.blocks:
        print("\n" + "\n".join(_lines(block)))
    return 0


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Idea():
            yield from (block.lead, *(f"  {sentence}" for sentence in block.more))
            yield from [f"  [{SPACE_TO_WRITE}]"] * bool(block.writing_lines)
        case Items():
            for number, words in enumerate(block.items, start=1):
                yield f"  {f'{number}.' if block.is_numbered else '-'} {plain(words)}"
        case Important():
            yield f"! {plain(block.words)}"
        case Heading():
            yield f"{'#' * block.level} {plain(block.words)}"
        case WritingLines():
            yield f"[{SPACE_TO_WRITE}]"
        case Paragraph():
            yield plain(block.words)
