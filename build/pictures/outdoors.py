"""What stands outside, at eye level: half a house, smoke that blows away."""

from pictures.home import closed_door
from pictures.ink import FINE, INNER, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import path, polygon, smooth, straight, stroke


def house_with_door(x: float) -> Group:
    """The right half of a house: a room we look into, and a shut door at x in its outer wall."""
    return group(
        "house",
        path(f"M0 70 L{x} 70 L{x} 300 L0 300 Z", THING["room"], ink=None),
        path(f"M0 272 L{x} 272 L{x} 300 L0 300 Z", THING["floor"], ink=None),
        straight((0, 272), (x, 272), INNER),
        closed_door(x, 92, 62, 210),
        polygon([(-4, 14), (-4, 50), (x + 66, 94), (x + 82, 84), (x + 78, 66)], CLOTH["rust"]),
    )


def smoke(x: float, y: float, scale: float = 1) -> Group:
    """A trail of smoke that rises from a point and blows to the left."""
    line = THING["smoke_line"]
    cloud = (
        "0,0! -5,-14 3,-22 -2,-34! 8,-46 24,-44 30,-36! 44,-42 56,-32 52,-20! 40,-12 26,-16 24,-22! 14,-16 8,-10 0,0!"
    )
    parts = [
        smooth(cloud, THING["smoke"], ink=line, width=INNER),
        stroke("8,-30 14,-35 20,-30", FINE, line),
        stroke("34,-28 40,-32 45,-27", FINE, line),
    ]
    return group("smoke", place(x, y, parts, scale=scale, flip=True))
