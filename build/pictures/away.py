"""What a family takes along: a car seat and a bag, at eye level."""

from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import box, oval, smooth, stroke


def car_seat(x: float, y: float, scale: float, baby: Drawing = None) -> Group:
    """A baby's car seat from the front, its handle up and its straps open; x,y is the middle of the seat."""
    dark, cloth = CLOTH["slate"], CLOTH["grey"]
    parts: list[Drawing] = [
        stroke("-66,6 -58,-80 0,-106 58,-80 66,6", 14),
        stroke("-66,6 -58,-80 0,-106 58,-80 66,6", 7, THING["metal"]),
        smooth("-72,66! 0,88 72,66! 62,92 0,100 -62,92", THING["dark"]),
        smooth("0,-84 36,-74 58,-6 68,34 58,74 0,88 -58,74 -68,34 -58,-6 -36,-74", dark),
        smooth("0,-72 28,-64 42,-6 50,32 40,64 0,74 -40,64 -50,32 -42,-6 -28,-64", cloth),
        smooth("0,-62 20,-58 27,-40 24,-18 14,-10 -14,-10 -24,-18 -27,-40 -20,-58", THING["key"], width=INNER),
        stroke("-46,34 -24,26 24,26 46,34"),
        [[stroke(each, 10), stroke(each, 4.6, THING["key"])] for each in ("-12,-30 -30,14", "12,-30 30,14")],
        box(-10, 34, 20, 24, 5, CLOTH["coral"], width=INNER),
        baby,
        [oval(side * 66, 8, 11, 11, THING["dark"], width=INNER) for side in (-1, 1)],
    ]
    return group("car-seat", place(x, y, parts, scale=scale))


def bag(x: float, y: float, scale: float, colour: str) -> Group:
    """A packed bag with a baby's bottle in its pocket; 0,0 is the middle of its floor."""
    cloth = CLOTH[colour]
    parts = [
        stroke("-34,-78 -30,-112 30,-112 34,-78", 12),
        stroke("-34,-78 -30,-112 30,-112 34,-78", 5.4, cloth),
        smooth("-62,-70! -30,-82 30,-82 62,-70! 72,-30 68,0! -68,0! -72,-30", cloth),
        stroke("-62,-66 0,-74 62,-66", OUTLINE),
        box(-34, -50, 68, 50, 8, cloth, width=INNER),
        stroke("-34,-34 34,-34", FINE),
    ]
    return group("bag", place(x, y, parts, scale=scale))
