"""A bare cross and a round tick, different also in grey; digits drawn as lines; a loud sound; a note of music."""

from pictures.ink import Group, group, place
from pictures.palette import INK, SIGN
from pictures.strokes import oval, path, straight, stroke

WHITE = "#FFFFFF"


def cross(x: float = 350, y: float = 48, reach: float = 31) -> Group:
    """Do not: at the top right, touching the wrong thing but never a face."""
    return _cross(x, y, reach, (28, 20, 13))


def small_cross(x: float, y: float) -> Group:
    """Not this thing."""
    return _cross(x, y, 15, (17.36, 14, 8.06))


def _cross(x: float, y: float, reach: float, widths: tuple[float, float, float]) -> Group:
    """Two red bars with an edge of ink and a white halo."""
    left, top, right, bottom = x - reach, y - reach, x + reach, y + reach
    return group(
        "cross",
        *(
            [straight((left, top), (right, bottom), width, ink), straight((right, top), (left, bottom), width, ink)]
            for width, ink in zip(widths, (WHITE, INK, SIGN["no"]), strict=True)
        ),
    )


def tick(x: float, y: float, radius: float = 30) -> Group:
    """Do this."""
    points = ((-0.5, 0.02), (-0.12, 0.42), (0.52, -0.4))
    line = " ".join(f"{x + radius * across},{y + radius * down}!" for across, down in points)
    return group(
        "tick",
        oval(x, y, radius + 3, radius + 3, WHITE, ink=None),
        oval(x, y, radius, radius, SIGN["yes"]),
        stroke(line, radius * 0.28, WHITE),
    )


def cry(x: float, y: float, *, scale: float = 1, angle: float = 0, flip: bool = False) -> Group:
    """A loud sound: three short lines that fan out to the right; at -90 degrees, upwards."""
    lines = [stroke("0,-14 13,-23"), stroke("5,0 21,0"), stroke("0,14 13,23")]
    return group("cry", place(x, y, lines, scale=scale, angle=angle, flip=flip))


def note(x: float, y: float, scale: float) -> Group:
    """A note of music."""
    head = oval(0, 2, 9, 6.6, INK, ink=None, angle=-18)
    return group("note", place(x, y, stroke("8,0! 8,-36! 24,-28!", 4.4), head, scale=scale))


# 20 wide and 34 high; * is the sign of degrees, and narrower.
DIGITS = {
    "0": "M10 0 C2 0 0 9 0 17 C0 25 2 34 10 34 C18 34 20 25 20 17 C20 9 18 0 10 0 Z",
    "1": "M4 8 L12 0 L12 34",
    "2": "M1 9 C1 3 5 0 10 0 C16 0 19 4 19 9 C19 18 1 24 1 34 L20 34",
    "3": "M1 5 C3 1 7 0 10 0 C16 0 18 4 18 8 C18 13 14 16 8 16 C15 16 20 19 20 25 C20 31 15 34 10 34 C5 34 2 32 0 28",
    "4": "M14 34 L14 0 L0 23 L20 23",
    "5": "M18 0 L3 0 L2 15 C5 12 8 12 11 12 C17 12 20 17 20 23 C20 30 15 34 9 34 C5 34 2 32 0 29",
    "6": "M17 3 C15 1 13 0 10 0 C3 0 0 9 0 19 C0 28 4 34 10 34 C16 34 20 30 20 23 C20 17 16 13 10 13 C5 13 1 17 0 22",
    "7": "M0 0 L20 0 L8 34",
    "8": "M10 15 C4 15 1 12 1 8 C1 3 5 0 10 0 C15 0 19 3 19 8 C19 12 16 15 10 15 C4 15 0 19 0 25 C0 31 4 34 10 34 "
    "C16 34 20 31 20 25 C20 19 16 15 10 15 Z",
    "9": "M20 11 C20 5 16 0 10 0 C4 0 0 4 0 11 C0 17 4 21 10 21 C15 21 19 18 20 12 C20 24 17 34 10 34 C7 34 4 33 3 31",
    "C": "M20 6 C18 2 14 0 10 0 C3 0 0 8 0 17 C0 26 3 34 10 34 C14 34 18 32 20 28",
    "*": "M6 0 C2 0 0 2 0 5 C0 8 2 11 6 11 C9 11 11 8 11 5 C11 2 9 0 6 0 Z",
}
NARROW = {"*": 11}


def number(text: str, x: float, y: float, width: float, *, gap: float, scale: float = 1) -> Group:
    """Digits in a row."""
    digits = []
    for each in text:
        digits += place(x, y, path(DIGITS[each], width=width), scale=scale)
        x += NARROW.get(each, 20) * scale + gap * scale
    return group("number", digits)
