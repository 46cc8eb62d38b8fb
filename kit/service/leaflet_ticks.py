"""Paper in the tick grid of a visit: a leaflet printed and talked through, and a ready-made one handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Way
from kit.service.visits import give

if TYPE_CHECKING:
    from kit.domain.advice import VariantKey
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock, Library
    from kit.service.text_codes import Coded


def talked_through(
    library: Library, clock: Clock, draft: VisitDraft, carer_id: str, resource_id: str, key: VariantKey
) -> VisitDraft:
    """The draft with a printed leaflet talked through with this carer.

    Raises:
        RuleError: the carer is not here, or it may not be ticked here.
    """
    return _given(library, clock, draft, carer_id, resource_id, key, (Way.TALKED, Way.PRINTED))


def hand_over(library: Library, clock: Clock, draft: VisitDraft, carer_id: str, coded: Coded) -> VisitDraft:
    """The draft with a ready-made leaflet left with this carer: these words, beside the ways it was given already.

    Raises:
        RuleError: the carer is not here, or it may not be ticked here.
    """
    resource_id, key = coded.resource.id, coded.variant.key
    return _given(library, clock, draft, carer_id, resource_id, key, (Way.READY_MADE,))


def _given(
    library: Library,
    clock: Clock,
    draft: VisitDraft,
    carer_id: str,
    resource_id: str,
    key: VariantKey,
    ways: tuple[Way, ...],
) -> VisitDraft:
    """Given in these ways too; what was ticked before, and how well it was understood, stays."""
    before = draft.tick(carer_id, resource_id)
    understanding = None
    if before and before.outcome is Outcome.GIVEN:
        ways = (*before.ways, *(way for way in ways if way not in before.ways))
        understanding = before.understanding
    return give(library, clock, draft, carer_id, resource_id, key, ways=ways, understanding=understanding)
