"""What was shown on the screen goes into the visit by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Way
from kit.domain.together import newest
from kit.service.visits import give

if TYPE_CHECKING:
    from kit.domain.advice import HowFar, TextGiven
    from kit.domain.showing import Seen
    from kit.domain.visit import Tick, VisitDraft
    from kit.service.ports import Clock, Library


def keep_seen(library: Library, clock: Clock, draft: VisitDraft, seen: Seen) -> VisitDraft:
    """The draft with this text ticked as shown for everybody who is here, and what each of them then showed.

    A cell that says "not given" stays as the worker ticked it, unless that carer was asked: then they saw it after all.

    Raises:
        RuleError: the resource is none for the visit: sensitive, or for workers.
    """
    if not seen.counts:
        return draft
    answers = dict(seen.understood)
    for carer_id in draft.carers_here:
        before = draft.tick(carer_id, seen.resource_id)
        is_refused = before is not None and before.outcome is not Outcome.GIVEN
        if is_refused and carer_id not in answers:
            continue
        given = before if before and not is_refused else None
        draft = draft.with_tick(_tick(library, clock, draft, carer_id, seen, given))
    return draft


def _tick(library: Library, clock: Clock, draft: VisitDraft, carer_id: str, seen: Seen, before: Tick | None) -> Tick:
    """The tick with what was seen added to what it said."""
    ways = [*(before.ways if before else ()), Way.SHOWN, *([Way.PRACTISED] if seen.is_practised else [])]
    understood = dict(seen.understood).get(carer_id, before.understanding if before else None)
    shown = dict.fromkeys(ways)
    draft = give(
        library, clock, draft, carer_id, seen.resource_id, seen.key, ways=tuple(shown), understanding=understood
    )
    tick = draft.tick(carer_id, seen.resource_id)
    if tick is None:
        message = "what was given just now is not in the draft"
        raise RuntimeError(message)
    base = before or tick
    said = {one.need for one in base.met}
    return replace(
        base,
        text=tick.text,
        ways=tick.ways,
        understanding=understood,
        how_far=_furthest(before, tick.text, seen.how_far),
        # What the worker said of a need stays.
        met=(*base.met, *(one for one in seen.met if one.need not in said)),
        tried=newest(base.tried, (result for whose, result in seen.tried if whose in {"", carer_id})),
    )


def _furthest(before: Tick | None, text: TextGiven, how_far: HowFar) -> HowFar:
    """The further of two looks at the same text."""
    if before is None or before.how_far is None or before.text != text:
        return how_far
    return max(before.how_far, how_far, key=lambda one: one.seen)
