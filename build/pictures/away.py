"""What a family takes along: a car seat and a bag, at eye level."""

from pictures.baby import Baby
from pictures.baby_awake import cradled
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import box, oval, smooth, stroke


def car_seat(x: float, y: float, scale: float) -> Group:
    """A baby's car seat from the front, empty, its straps open; x,y is the middle of the seat."""
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
        [oval(side * 66, 8, 11, 11, THING["dark"], width=INNER) for side in (-1, 1)],
    ]
    return group("car-seat", place(x, y, parts, scale=scale))


def rear_facing_seat(x: float, y: float, scale: float, baby: Baby) -> Group:
    """A baby buckled in a car seat from the side, leaning back; the front of the car is at the left."""
    shell = "-104,-66 -92,-88 -68,-84 -40,-30 10,0 74,-8 96,-30 112,-20 104,30 70,60 0,66 -56,48 -90,-4"
    dark, strap = CLOTH["slate"], "-24,-34 -2,-12 4,16"
    parts: Drawing = [
        smooth(shell, CLOTH["grey"]),
        place(-52, -40, cradled(baby, -34), scale=0.86, angle=20),
        [stroke(strap, 11), stroke(strap, 5, THING["key"])],
        smooth("-104,-66! -84,-40 -62,-2 -20,26 30,36 80,22 112,-20! 108,30 74,62 0,70 -60,52 -92,0", dark),
        smooth("-70,58! 0,76 84,58! 70,74 0,84 -56,74", THING["dark"]),
        stroke("30,40 12,-50 24,-112 52,-122", 14),
        stroke("30,40 12,-50 24,-112 52,-122", 7, THING["metal"]),
        oval(30, 42, 13, 13, THING["dark"], width=INNER),
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
