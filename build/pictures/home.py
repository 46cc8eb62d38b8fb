"""Furniture at eye level, where people sit, stand and go."""

from typing import NamedTuple

from pictures.ink import INNER, Group, Shape, group
from pictures.palette import CLOTH, INK, THING
from pictures.strokes import box, oval, polygon, smooth, stroke

UPHOLSTERY = CLOTH["sky"]


class Sofa(NamedTuple):
    """Back and seat, and the arms that hide who sits between."""

    back: Group
    left: Group
    right: Group


def sofa(x: float, y: float, across: float) -> Sofa:
    """A sofa from the front; x,y is the top left of its back."""
    middle, right = x + across / 2, x + across
    back = group(
        "sofa",
        box(x + 14, y, across - 28, 122, 22, UPHOLSTERY),
        stroke(f"{middle},{y + 12} {middle},{y + 92}"),
        box(x + 38, y + 84, across - 76, 34, 12, UPHOLSTERY),
        stroke(f"{middle},{y + 88} {middle},{y + 114}"),
        box(x + 12, y + 116, across - 24, 40, 8, UPHOLSTERY),
        box(x + 26, y + 156, 16, 18, 4, THING["wood_dark"]),
        box(right - 42, y + 156, 16, 18, 4, THING["wood_dark"]),
    )
    return Sofa(back, group("sofa-arm", _sofa_arm(x, y, 1)), group("sofa-arm", _sofa_arm(right, y, -1)))


def _sofa_arm(x: float, y: float, inward: int) -> Shape:
    """A round arm from its outer edge inward."""
    points = ((0, 56, "!"), (4, 38, ""), (22, 32, ""), (42, 38, ""), (46, 56, "!"), (46, 156, "!"), (4, 156, "!"))
    return smooth(" ".join(f"{x + inward * across},{y + down}{mark}" for across, down, mark in points), UPHOLSTERY)


class Armchair(NamedTuple):
    """Back and seat, and the arms that hide who sits between."""

    back: Group
    left: Group
    right: Group


def armchair() -> Armchair:
    """An armchair from the front, in the middle of the page."""
    back = group("chair-back", box(64, 18, 224, 210, 46, UPHOLSTERY), box(86, 222, 180, 90, 10, UPHOLSTERY))
    left = smooth("40,176! 40,158 54,144 76,144 94,158 96,178! 96,306! 42,306!", UPHOLSTERY)
    right = smooth("256,178! 258,158 276,144 298,144 312,158 312,176! 310,306! 256,306!", UPHOLSTERY)
    return Armchair(back, group("chair-arm", left), group("chair-arm", right))


def open_door(x: float, y: float, across: float, down: float) -> Group:
    """An open doorway, the door folded back to the right."""
    right, bottom = x + across, y + down
    return group(
        "open-door",
        box(x - 9, y - 9, across + 18, down + 9, 3, THING["wood_dark"]),
        polygon([(x, y), (right, y), (right, bottom), (x, bottom)], THING["light"]),
        polygon([(right, y), (right, bottom), (right - 26, bottom - 12), (right - 26, y + 12)], THING["wood"]),
        oval(right - 19, y + down * 0.52, 3, 3, INK),
    )


def closed_door(x: float, y: float, across: float, down: float) -> Group:
    """A closed door with two panels."""
    return group(
        "closed-door",
        box(x, y, across, down, 3, THING["wood_dark"]),
        box(x + 8, y + 8, across - 16, down, 2, THING["wood"]),
        box(x + 19, y + 22, across - 38, 88, 2, width=INNER),
        box(x + 19, y + 126, across - 38, down, 2, width=INNER),
        oval(x + across - 18, y + 142, 4.4, 4.4, INK),
    )
