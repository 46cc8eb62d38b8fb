"""Paper and what is written on it: sheets, cards, a pen in a hand, a page of a calendar, a clock."""

import math
from collections.abc import Sequence

from pictures.ink import FINE, INNER, Drawing, Group, Point, Shape, group, place
from pictures.palette import CLOTH, INK, SIGN, SKIN, THING
from pictures.strokes import box, dot, oval, smooth, straight, stroke

WHITE, GREY = CLOTH["white"], CLOTH["grey"]

# The coloured head of a page of a calendar.
HEAD = "-74,-60! -74,-92! -72,-99 -64,-102! 64,-102! 72,-99 74,-92! 74,-60!"


def print_lines(x: float, y: float, lengths: Sequence[float], *, gap: float, width: float = 4) -> list[Shape]:
    """Lines of print, from the left end of the first."""
    return [straight((x, y + gap * row), (x + each, y + gap * row), width, GREY) for row, each in enumerate(lengths)]


def handwriting(x: float, y: float, length: float) -> Shape:
    """Words written by hand, as a wave; x,y is where they begin."""
    steps = range(int(length / 6) + 1)
    return stroke(" ".join(f"{x + 6 * each},{y - (0, 9, 1, 6)[each % 4]}" for each in steps), INNER)


def pen(start: Point, end: Point) -> list[Shape]:
    """A pen from its tip to its other end."""
    across, down = end[0] - start[0], end[1] - start[1]
    neck = start[0] + across * 0.14, start[1] + down * 0.14
    return [straight(start, end, 5), straight(neck, end, 11), straight(neck, end, 5, CLOTH["sky"])]


def writing(skin: str) -> Group:
    """A hand that writes: the tip of the pen is at 78,26, the pen leans back over the hand."""
    colour = SKIN[skin]
    return group(
        "hand",
        smooth("0,-14! 12,-19 28,-25 42,-20 52,-6! 60,10 58,16 50,19! 40,25 22,22 0,15!", colour),
        pen((78, 26), (20, -46)),
        smooth("30,-23! 44,-20 55,-6 64,8 66,14 61,18 55,13 45,0 32,-6!", colour, width=INNER),
        smooth("14,15! 28,6 44,8 56,14 59,19 54,23 40,22 28,22!", colour, width=INNER),
    )


def calendar_page(x: float, y: float, days: Drawing = None) -> Group:
    """A page of a calendar, 148 by 166, and what it says about the middle of its days at x,y."""
    rings = [straight((across, -112), (across, -88), 7) for across in (-38, 38)]
    page = [box(-74, -102, 148, 166, 10, WHITE), smooth(HEAD, CLOTH["blue"])]
    return group("calendar", place(x, y, page, rings, days))


def clock(x: float, y: float, radius: float, hour: float) -> Group:
    """A clock at a whole or half hour, a stroke at every hour."""
    marks = [
        straight(_on_dial(x, y, radius * 0.8, step / 12), _on_dial(x, y, radius * 0.9, step / 12), INNER)
        for step in range(12)
    ]
    return group(
        "clock",
        oval(x, y, radius, radius, WHITE, width=7),
        marks,
        straight((x, y), _on_dial(x, y, radius * 0.48, hour / 12), 8),
        straight((x, y), _on_dial(x, y, radius * 0.72, hour % 1), 5),
        dot(x, y, 6),
    )


def _on_dial(x: float, y: float, radius: float, turn: float) -> Point:
    """A point on a dial; a whole turn is 1."""
    return x + radius * math.sin(turn * math.tau), y - radius * math.cos(turn * math.tau)


def list_of_three(x: float, y: float, strong: int | None = None, ticks: int = 0) -> Group:
    """A list of three things, x,y its middle; one of them may stand out, the first ones may be ticked."""
    rows = []
    for row in range(3):
        down = y - 34 + row * 36
        width, ink = (11, INK) if row == strong else (4, GREY)
        rows.append(straight((x - 14, down), (x + 34, down), width, ink))
        mark = f"{x - 38},{down}! {x - 32},{down + 8}! {x - 21},{down - 9}!"
        rows.append(stroke(mark, 6, SIGN["yes"]) if row < ticks else dot(x - 31, down, 5, ink))
    return group("list", box(x - 50, y - 66, 100, 132, 4, WHITE), rows)


def cot_sign(x: float, y: float, scale: float = 1) -> Group:
    """A small plain cot from the front, 80 by 56, as a picture in a picture; x,y is its middle."""
    wood = THING["wood"]
    bars = [box(across, -18, 6, 26, 1, wood, width=1.8) for across in (-25, -9, 7, 21)]
    rails = [box(-36, -22, 72, 7, 2, wood, width=FINE), box(-36, 6, 72, 10, 2, THING["mattress_side"], width=FINE)]
    posts = [box(across, -28, 8, 56, 3, wood, width=FINE) for across in (-40, 32)]
    return group("cot", place(x, y, bars, rails, posts, scale=scale))
