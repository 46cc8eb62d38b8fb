"""A pram with a flat carrycot, from the side and a little above, so that we see who lies in it."""

from pictures.ink import FINE, INNER, Drawing, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.strokes import oval, smooth, straight, stroke
from pictures.things import wheel


def flat_pram(x: float, y: float, scale: float, baby: Drawing) -> Group:
    """The pram with a baby in it; x,y is the middle of the carrycot, 100 above the ground."""
    cloth = CLOTH["plum"]
    parts: Drawing = [
        straight((-138, -76), (-52, 14), 9),
        straight((-138, -76), (-52, 14), 3.6, THING["metal"]),
        straight((-152, -80), (-128, -72), 11),
        straight((-52, 22), (52, 76), 8),
        straight((52, 22), (-52, 76), 8),
        oval(0, -30, 106, 36, cloth),
        oval(0, -32, 94, 27, THING["sheet"], width=INNER),
        place(-4, -32, baby, scale=0.54, angle=-90),
        smooth("-106,-30! -92,-14 -56,-2 0,2 56,-2 92,-14 106,-30! 104,6 84,28 40,34 -40,34 -84,28 -104,6", cloth),
        stroke("-98,6 -50,18 50,18 98,6", FINE),
        smooth("-108,-34! -116,-62 -104,-74 -84,-72! -76,-58 -92,-44!", cloth),
        stroke("-104,-40 -100,-56 -82,-64", FINE),
        wheel(-54, 78, 24),
        wheel(54, 78, 24),
    ]
    return group("pram", place(x, y, parts, scale=scale))
