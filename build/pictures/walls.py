"""What is on the far wall of the slanted room, behind a bed or a cot: a radiator, a sunny window, a door."""

import itertools
import math

from pictures.ink import FINE, INNER, Group, Point, Shape, group
from pictures.palette import CLOTH, THING
from pictures.room import Room, Spot
from pictures.strokes import dot, oval, straight

# How far behind the far side of a cot the wall is.
WALL = -16
COLUMN = 30


def radiator(room: Room, start: float, end: float, high: float) -> Group:
    """A radiator from its start to its end along the wall, and up to a height."""
    count = round((end - start) / COLUMN)
    edges = [start + (end - start) * each / count for each in range(count + 1)]
    columns = [_panel(room, *pair, (-30, high), THING["metal"]) for pair in itertools.pairwise(edges)]
    return group("radiator", columns, room.line(Spot(start, WALL, high - 14), Spot(end, WALL, high - 14), FINE))


def sunny_window(room: Room, start: float, end: float, heights: tuple[float, float]) -> Group:
    """A window with the sun in it, and the cord of a blind beside it."""
    low, high = heights
    sun_x, sun_y = room.point((start + end) / 2, WALL, (low + high) / 2)
    cord = room.point(end + 16, WALL, high), room.point(end + 16, WALL, low - 22)
    return group(
        "window",
        _panel(room, start, end, heights, CLOTH["white"]),
        _panel(room, start + 9, end - 9, (low + 9, high - 9), CLOTH["sky"]),
        oval(sun_x, sun_y, 15, 15, CLOTH["yellow"], width=INNER),
        [straight(*each, INNER) for each in _rays(sun_x, sun_y)],
        straight(*cord, INNER),
        dot(*cord[1], 4.6),
    )


def wall_door(room: Room, start: float, end: float, heights: tuple[float, float]) -> Group:
    """A shut door."""
    low, high = heights
    knob = room.point(start + 12, WALL, (low + high) / 2)
    return group(
        "door",
        _panel(room, start - 8, end + 8, (low, high + 8), THING["wood_dark"]),
        _panel(room, start, end, heights, THING["wood"]),
        dot(*knob, 4.4),
    )


def _panel(room: Room, start: float, end: float, heights: tuple[float, float], fill: str) -> Shape:
    """A flat thing on the wall."""
    low, high = heights
    corners = Spot(start, WALL, low), Spot(end, WALL, low), Spot(end, WALL, high), Spot(start, WALL, high)
    return room.plane(*corners, fill=fill)


def _rays(x: float, y: float) -> list[tuple[Point, Point]]:
    """The rays of a sun."""
    turns = [(math.cos(each), math.sin(each)) for each in (math.pi * step / 4 for step in range(8))]
    return [((x + across * 19, y + down * 19), (x + across * 25, y + down * 25)) for across, down in turns]
