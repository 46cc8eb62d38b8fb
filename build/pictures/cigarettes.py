"""A packet of cigarettes."""

from pictures.ink import INNER, Drawing, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import box, path


def cigarettes(x: float, y: float, scale: float) -> Group:
    """An open packet with three cigarettes that do not burn."""
    white, tip = CLOTH["white"], THING["filter"]
    sticks = [
        [box(across, top, 14, 50, 2, white, width=INNER), box(across, top, 14, 16, 2, tip, width=INNER)]
        for across, top in ((-25, -52), (-7, -62), (11, -50))
    ]
    parts: Drawing = [
        sticks,
        path("M-34 -22 L34 -22 L34 56 L-34 56 Z", CLOTH["coral"]),
        path("M-34 -4 L34 -4 L34 18 L-34 18 Z", CLOTH["white"], width=INNER),
    ]
    return group("cigarettes", place(x, y, parts, scale=scale))
