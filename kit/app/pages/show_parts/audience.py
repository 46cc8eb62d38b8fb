"""Who looks at the screen, and what they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.visit import Room

if TYPE_CHECKING:
    from kit.domain.carer import NeedKind


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks at one screen.

    Attributes:
        room: who can see it; a sensitive resource is shown to one person alone.
        needs: what one or another of them needs.
        carers: id and name of each carer who is here, in a visit; they are asked afterwards. Empty outside a visit.
        has_father: whether a father is among them, so that what speaks to fathers is offered.
    """

    room: Room = Room.NOT_SURE
    needs: frozenset[NeedKind] = frozenset()
    carers: tuple[tuple[str, str], ...] = ()
    has_father: bool = False
