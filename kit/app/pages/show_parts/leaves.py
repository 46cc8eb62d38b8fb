"""A variant as leaves: one idea on each, whether it was written as ideas or as prose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Important, Items, WritingLines, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.domain.advice import Block, Variant

MOST_ITEMS = 4
"""Of a list on one leaf."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is seen at once: a picture or none, the sentence to remember, sentences and lines to write on under it."""

    picture: str
    lead: str
    more: tuple[str, ...] = ()
    writing_lines: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is read out, one after the other."""
        return tuple(each for each in (self.lead, *self.more) if each)

    @property
    def sentence(self) -> str:
        """All of it, to be read out."""
        space = [f"{SPACE_TO_WRITE}."] if self.writing_lines else []
        return " ".join([self.lead, *self.more, *space]).strip()


def leaves_of(variant: Variant) -> tuple[Leaf, ...]:
    """The ideas, or each paragraph under its heading."""
    leaves: list[Leaf] = []
    heading, is_said = variant.title, False
    for block in variant.blocks:
        if isinstance(block, Heading):
            if not is_said and heading != variant.title:
                leaves.append(Leaf("", heading))
            heading, is_said = plain(block.words), False
            continue
        if isinstance(block, WritingLines):
            # They belong under what they were asked for.
            asking = leaves.pop() if is_said else Leaf("", heading)
            leaves.append(replace(asking, writing_lines=block.count))
        else:
            leaves += _leaves(block, heading)
        is_said = True
    return tuple(leaves) or (Leaf("", variant.title),)


def _leaves(block: Block, heading: str) -> Iterator[Leaf]:
    if isinstance(block, Idea):
        yield Leaf(block.picture, block.lead, block.more, block.writing_lines)
    elif isinstance(block, Items):
        lines = [plain(words) for words in block.items]
        if block.is_numbered:
            lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
        for at in range(0, len(lines), MOST_ITEMS):
            yield Leaf("", heading, tuple(lines[at : at + MOST_ITEMS]))
    elif isinstance(block, Important):
        yield Leaf("", plain(block.words))
    elif not isinstance(block, Heading | WritingLines):
        yield Leaf("", heading, (plain(block.words),))
