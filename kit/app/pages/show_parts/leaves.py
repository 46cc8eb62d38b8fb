"""A variant as leaves: one idea on each, whether it was written as ideas or as prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Heading, Idea, Important, Items, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.domain.advice import Block, Variant

MOST_ITEMS = 4
"""Of a list on one leaf."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is seen at once: a picture or none, the sentence to remember, and lines under it."""

    picture: str
    lead: str
    more: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it, to be read out."""
        return " ".join([self.lead, *self.more]).strip()


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
        leaves += _leaves(block, heading)
        is_said = True
    return tuple(leaves) or (Leaf("", variant.title),)


def _leaves(block: Block, heading: str) -> Iterator[Leaf]:
    if isinstance(block, Idea):
        yield Leaf(block.picture, block.lead, block.more)
    elif isinstance(block, Items):
        lines = [plain(words) for words in block.items]
        if block.is_numbered:
            lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
        for at in range(0, len(lines), MOST_ITEMS):
            yield Leaf("", heading, tuple(lines[at : at + MOST_ITEMS]))
    elif isinstance(block, Important):
        yield Leaf("", plain(block.words))
    elif not isinstance(block, Heading):
        yield Leaf("", heading, (plain(block.words),))
