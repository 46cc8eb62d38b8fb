"""Necklines of tops. They tell people apart where colours cannot."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from pictures.ink import FINE, OUTLINE, Shape
from pictures.palette import CLOTH, INK
from pictures.strokes import box, oval, path, smooth, stroke


class Top(NamedTuple):
    """Where the top meets the neck at its right, how far down it goes, and the colours of cloth and skin."""

    edge: float
    edge_y: float
    long: float
    cloth: str
    skin: str


Neckline: TypeAlias = Callable[[Top], list[Shape]]


def round_neck(top: Top) -> list[Shape]:
    """A jumper."""
    left, right = f"{-top.edge - 7},{top.edge_y + 4}", f"{top.edge + 7},{top.edge_y + 3}"
    return [stroke(f"{left} -14,21.6 13,22.6 {right}")]


def v_neck(top: Top) -> list[Shape]:
    """A jumper that shows some skin."""
    edge, y = top.edge, top.edge_y
    return [
        path(f"M{-edge} {y} L2 44 L{edge} {y - 1} C14 14 -12 14 {-edge} {y} Z", top.skin, ink=None),
        stroke(f"{-edge},{y}! 2,44! {edge},{y - 1}!", OUTLINE),
    ]


def collar(top: Top) -> list[Shape]:
    """A shirt with buttons."""
    return [
        stroke(f"2,18 2,{top.long - 8}"),
        smooth(f"{-top.edge},{top.edge_y}! -11,13 2,16! -9,34! -33,14!", top.cloth),
        smooth(f"{top.edge},{top.edge_y - 1}! 12,13 2,16! 15,34! 34,12!", top.cloth),
        *(oval(2, y, 2.4, 2.4, CLOTH["white"], width=1.8) for y in range(46, int(top.long) - 10, 26)),
    ]


def cardigan(top: Top) -> list[Shape]:
    """A cardigan over something white."""
    edge, y, long = top.edge, top.edge_y, top.long
    under = f"M{-edge - 1} {y} C-12 15 12 15 {edge} {y - 1} L14 60 L12 {long} L-8 {long} L-10 60 Z"
    return [
        path(under, CLOTH["white"], ink=None),
        stroke(f"{-edge - 1},{y}! -14,40 -9,70 -8,{long}", OUTLINE),
        stroke(f"{edge},{y - 1}! 17,40 13,70 12,{long}", OUTLINE),
        stroke(f"{-edge},{y} -12,14 11,15 {edge},{y - 1}", OUTLINE),
    ]


def hood(top: Top) -> list[Shape]:
    """A hooded top with its cords."""
    edge, y = top.edge, top.edge_y
    left = f"{-edge - 12},{y + 6}! {-edge - 4},-12 -20,-16! -22,2 -10,16 12,17"
    right = f"24,0! 22,-14! {edge + 6},-8 {edge + 11},{y + 4}! 26,26 10,32 -8,32 -26,26"
    return [smooth(f"{left} {right}", top.cloth), stroke("-7,32 -8,58"), stroke("9,32 10,56")]


def badge(top: Top) -> list[Shape]:
    """A jumper, and a badge with a photograph on a ribbon."""
    left = f"{-top.edge - 2},{top.edge_y + 1}! -12,60 0,92!"
    right = f"{top.edge + 2},{top.edge_y}! 16,60 4,92!"
    ribbons = [stroke(side, width, ink) for width, ink in ((6.4, INK), (2.8, CLOTH["sky"])) for side in (left, right)]
    card = box(-12, 92, 29, 38, 4, CLOTH["white"])
    return [
        *round_neck(top),
        *ribbons,
        card,
        box(-6, 99, 17, 14, 2, top.skin, width=FINE),
        stroke("-5,120 10,120", FINE),
    ]
