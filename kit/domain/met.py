"""Which needs of a carer advice met, and how: what can be told from the text and the ways, and what a worker can say.

Nothing is concluded that nobody could have seen: an interpreter, a supporter or more time is met when a worker says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Form, Outcome, VariantKey, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kit.domain.carer import Need
    from kit.domain.letters import Letters
    from kit.domain.visit import Tick

MET_BY: dict[NeedKind, tuple[MetHow, ...]] = {
    NeedKind.EASY_READ: (MetHow.EASY_READ_TEXT, MetHow.TALKED_THROUGH),
    NeedKind.LARGE_PRINT: (MetHow.SHOWN_LARGE, MetHow.LARGE_PRINT_LEAFLET),
    NeedKind.READ_ALOUD: (MetHow.READ_ALOUD, MetHow.TALKED_THROUGH),
    NeedKind.PICTURES: (MetHow.PICTURES_SHOWN,),
    NeedKind.WIDER_LETTERS: (MetHow.SHOWN_TO_SUIT,),
    NeedKind.CREAM_PAPER: (MetHow.SHOWN_TO_SUIT,),
    NeedKind.LIGHT_ON_DARK: (MetHow.SHOWN_TO_SUIT,),
    NeedKind.INTERPRETER: (MetHow.INTERPRETER_THERE, MetHow.INTERPRETER_BY_PHONE),
    NeedKind.SUPPORTER_PRESENT: (MetHow.SUPPORTER_THERE,),
    NeedKind.MORE_TIME: (MetHow.LONGER_VISIT,),
}
"""How each kind of need can be met; "not met" can be said of every one."""

_SEEN = frozenset({Way.SHOWN, Way.PRINTED})


def ways_to_meet(kind: NeedKind) -> tuple[MetHow, ...]:
    """What a worker can choose for a need, "not met" last."""
    return (*MET_BY.get(kind, ()), MetHow.NOT_MET)


def met_by(tick: Tick, needs: Iterable[Need]) -> tuple[NeedMet, ...]:
    """How each need was met by advice given: as the worker said, else as text and ways show; unknown ones left out."""
    if tick.outcome is not Outcome.GIVEN:
        return ()
    said = {one.need: one.how for one in tick.met}
    found = ((need.kind, said.get(need.kind) or _shown_by(tick, need.kind)) for need in needs)
    return tuple(NeedMet(kind, how) for kind, how in dict(found).items() if how)


def _shown_by(tick: Tick, kind: NeedKind) -> MetHow | None:
    """How the text and the ways met a need, or None where they do not tell."""
    ways = frozenset(tick.ways)
    match kind:
        case NeedKind.EASY_READ:
            return MetHow.EASY_READ_TEXT if _is_easy_read(tick) else MetHow.NOT_MET
        case NeedKind.PICTURES:
            return MetHow.PICTURES_SHOWN if _is_easy_read(tick) and ways & _SEEN else MetHow.NOT_MET
        case NeedKind.LARGE_PRINT:
            return _in_large_print(ways)
        case NeedKind.READ_ALOUD:
            return MetHow.TALKED_THROUGH if Way.TALKED in ways else None
        case _:
            return None


def met_by_showing(letters: Letters, *, is_read_aloud: bool) -> tuple[NeedMet, ...]:
    """The needs that are met, for whoever has them, by the letters of a page and by its being read aloud."""
    kinds = (NeedKind.WIDER_LETTERS, NeedKind.CREAM_PAPER, NeedKind.LIGHT_ON_DARK)
    suited = tuple(NeedMet(kind, MetHow.SHOWN_TO_SUIT) for kind in kinds if letters.suits(kind))
    return (*suited, NeedMet(NeedKind.READ_ALOUD, MetHow.READ_ALOUD)) if is_read_aloud else suited


def _in_large_print(ways: Collection[Way]) -> MetHow | None:
    """The kit shows and prints large for who needs it; advice nobody saw needed no print."""
    if Way.PRINTED in ways:
        return MetHow.LARGE_PRINT_LEAFLET
    return MetHow.SHOWN_LARGE if Way.SHOWN in ways else None


def _is_easy_read(tick: Tick) -> bool:
    try:
        return VariantKey.named(tick.text.variant).form is Form.EASY_READ
    except ValueError:
        return False
