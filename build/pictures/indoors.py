"""What hangs or stands at a wall, at eye level: a window, warm air, a hook with a coat."""

import math

from pictures.ink import FINE, INNER, Drawing, Group, Part, Shape, both_sides, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import box, dot, oval, path, smooth, straight, stroke


def window(x: float, y: float, across: float, down: float, *, is_night: bool = False) -> Group:
    """A window with the sun in it, or with the moon and stars."""
    pane = CLOTH["navy" if is_night else "sky"]
    middle_x, middle_y = x + across / 2, y + down / 2
    sky = _moon(middle_x, middle_y, down) if is_night else _sun(middle_x, middle_y, down)
    return group(
        "window",
        box(x, y, across, down, 3, CLOTH["white"]),
        box(x + 9, y + 9, across - 18, down - 18, 2, pane, width=INNER),
        sky,
        box(x - 8, y + down - 3, across + 16, 11, 3, CLOTH["white"]),
    )


def _sun(x: float, y: float, down: float) -> list[Shape]:
    """A round sun with its rays."""
    radius = down * 0.17
    rays = [
        straight(
            (x + math.cos(turn) * radius * 1.4, y + math.sin(turn) * radius * 1.4),
            (x + math.cos(turn) * radius * 1.9, y + math.sin(turn) * radius * 1.9),
            INNER,
        )
        for turn in (math.pi * each / 4 for each in range(8))
    ]
    return [oval(x, y, radius, radius, CLOTH["yellow"], width=INNER), *rays]


def _moon(x: float, y: float, down: float) -> list[Part]:
    """A crescent and three stars."""
    crescent = "4,-20! -12,-16 -20,0 -12,16 4,20! -6,10 -8,0 -6,-10"
    stars = [dot(x + down * a, y + down * b, 3.4, CLOTH["white"]) for a, b in ((0.26, -0.2), (0.3, 0.14), (0.1, 0.02))]
    return [*place(x - down * 0.1, y, smooth(crescent, CLOTH["yellow"], width=INNER), scale=down / 70), *stars]


def warm_air(x: float, y: float, scale: float = 1) -> Group:
    """Three lines of warm air that rise from a point."""
    wave = stroke("0,0 -6,-9 0,-18 6,-27 0,-36", INNER)
    return group("warm-air", place(x, y, [place(each, 0, wave) for each in (-24, 0, 24)], scale=scale))


def hook_with_coat(x: float, y: float, scale: float, colour: str) -> Group:
    """A small coat with a hood on a hook."""
    cloth = CLOTH[colour]
    parts: Drawing = [
        box(-44, -14, 88, 18, 5, THING["wood"]),
        smooth("-15,30 -18,14 0,6 18,14 15,30 0,34", cloth),
        both_sides(smooth("16,28! 34,36 46,62 50,96! 32,100! 27,72!", cloth)),
        smooth("-15,26! 0,35 15,26! 28,34 29,72 32,122! 0,126 -32,122! -29,72 -28,34", cloth),
        stroke("0,35 0,124"),
        [stroke(f"{-each},{down} 0,{down + 6} {each},{down}", FINE) for each, down in ((29, 56), (30, 78), (31, 100))],
        both_sides(stroke("30,56 44,62", FINE), stroke("29,76 48,81", FINE)),
        stroke("0,-4! 0,12 7,14 9,8", 4.4),
    ]
    return group("coat", place(x, y, parts, scale=scale))


def hat(x: float, y: float, scale: float, colour: str, angle: float = 0) -> Group:
    """A knitted hat with a bobble; 0,0 is the middle of its edge, and it fits a baby's head."""
    cloth = CLOTH[colour]
    parts = [
        oval(0, -56, 11, 11, CLOTH["white"]),
        path("M-38 -12 C-40 -34 -24 -48 0 -48 C24 -48 40 -34 38 -12 Z", cloth),
        box(-41, -17, 82, 18, 7, CLOTH["white"]),
        *(stroke(f"{each},-14 {each},-2", FINE) for each in (-26, -13, 0, 13, 26)),
    ]
    return group("hat", place(x, y, parts, scale=scale, angle=angle))
