"""A poster for the fridge: one side with the ideas the family chose, and what was agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.errors import PressError
from kit.leaflet.advice import GROWN, as_paper, set_body

if TYPE_CHECKING:
    from kit.domain.advice import Idea
    from kit.domain.leaflet import LeafletOrder
    from kit.leaflet.marks import Paper
    from kit.leaflet.typeset import Ruler

USUAL = 4
"""How many ideas are on it when nobody chose."""
LARGE = (1.55, 1.45, *GROWN)


def set_poster(order: LeafletOrder, ruler: Ruler) -> Paper:
    """The poster.

    Raises:
        PressError: what was chosen is more than one side holds, or as for a sheet.
    """
    chosen = chosen_ideas(order)
    # Nobody chose these: better one fewer than none at all.
    for count in (len(chosen),) if order.family.chosen else range(len(chosen), 0, -1):
        blocks = tuple(replace(idea, more=()) for idea in chosen[:count])
        asked = replace(order, variant=replace(order.variant, blocks=blocks))
        body = set_body(asked, ruler, LARGE)
        if len(body.pages) == 1:
            return as_paper(asked, body)
    message = "This is more than one side holds. Choose fewer ideas, or write less of what was agreed."
    raise PressError(message)


def chosen_ideas(order: LeafletOrder, usual: int = USUAL) -> tuple[Idea, ...]:
    """The ideas the family chose, in the order of the text; else the first ones.

    Raises:
        PressError: the text has no ideas.
    """
    ideas = order.variant.ideas
    if not ideas:
        message = f"“{order.variant.title}” has no pictures in this form. Choose easy read, or another design."
        raise PressError(message)
    chosen = tuple(idea for number, idea in enumerate(ideas) if number in order.family.chosen)
    return chosen or ideas[:usual]
