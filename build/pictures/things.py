"""Things at eye level, and soft things that should not lie in a cot."""

from pictures.ink import FINE, INNER, Drawing, Group, Shape, group, place
from pictures.palette import CLOTH, INK, THING
from pictures.strokes import box, dot, oval, path, smooth, straight, stroke

WHITE = CLOTH["white"]


def mug(x: float, y: float, scale: float) -> Group:
    """A mug with its handle on the right; the rim shows the drink, and it steams."""
    parts = [
        smooth("19,-8! 31,-10 37,-2 35,9 25,16 16,15!", CLOTH["sky"]),
        oval(27, 2.5, 4.4, 6.4, WHITE, width=INNER),
        path("M-20 -20 L-16.4 20 C-16 26 16 26 16.4 20 L20 -20 Z", CLOTH["sky"]),
        oval(0, -20, 20, 5.6, THING["tea"]),
        stroke("-7,-32 -2,-40 -8,-48 -3,-56", FINE),
        stroke("8,-32 13,-40 7,-48 12,-56", FINE),
    ]
    return group("mug", place(x, y, parts, scale=scale))


def bottle(x: float, y: float, angle: float) -> Group:
    """A feeding bottle; the teat is at x,y and the bottle runs to the right."""
    glass = "M18 -12 L62 -12 C69 -12 69 12 62 12 L18 12 Z"
    parts = [
        smooth("-4,-5! 4,-4 8,-9! 8,9! 4,4 -4,5!", THING["teat"], width=INNER),
        box(8, -13, 10, 26, 3, CLOTH["sky"], width=INNER),
        path(glass, WHITE),
        path("M32 -10 L61 -10 C66 -8 66 8 61 10 L20 10 L20 4 Z", THING["milk"], ink=None),
        path(glass),
    ]
    return group("bottle", place(x, y, parts, angle=angle))


def phone(x: float, y: float, scale: float) -> Group:
    """A mobile phone from the front, its screen empty."""
    screen = box(-53, -100, 106, 198, 8, WHITE, width=INNER)
    parts = [box(-62, -118, 124, 236, 20, THING["dark"]), screen, straight((-14, -109), (14, -109), 4, CLOTH["grey"])]
    return group("phone", place(x, y, parts, scale=scale))


def wheel(x: float, y: float, radius: float) -> list[Shape]:
    """A small wheel with a tyre."""
    hub, rim = radius * 0.16, radius * 0.62
    return [oval(x, y, radius, radius, THING["dark"]), oval(x, y, rim, rim, WHITE, width=INNER), dot(x, y, hub)]


def pram(x: float, y: float, scale: float, baby: Drawing = None) -> Group:
    """A flat pram from the side, its handle at the left; x,y is the middle of the carrycot, 100 above the ground."""
    cloth = CLOTH["plum"]
    parts: Drawing = [
        straight((-92, -58), (-44, 4), 9),
        straight((-92, -58), (-44, 4), 3.6, THING["metal"]),
        straight((-104, -60), (-84, -56), 10),
        straight((-44, 10), (40, 74), 8),
        straight((44, 10), (-44, 74), 8),
        path("M10 -32 C8 -66 30 -86 62 -84 C76 -70 80 -50 72 -30 Z", cloth),
        stroke("12,-34 40,-52 64,-84"),
        stroke("14,-34 56,-40 75,-58"),
        baby,
        path("M-72 -30 L70 -30 C74 6 52 30 20 30 L-30 30 C-58 30 -74 6 -72 -30 Z", cloth),
        *wheel(-48, 78, 22),
        *wheel(46, 78, 22),
    ]
    return group("pram", place(x, y, parts, scale=scale))


def teddy(x: float, y: float, scale: float, angle: float = 0) -> Group:
    """A teddy bear."""
    dark, pale = THING["wood_dark"], THING["teddy"]
    parts = [
        [oval(ear, -34, 8, 8, dark) for ear in (-14, 14)],
        [oval(arm, 6, 8, 14, dark, angle=turn) for arm, turn in ((-20, 30), (20, -30))],
        [oval(foot, 30, 9, 12, dark) for foot in (-12, 12)],
        [oval(0, 10, 20, 24, dark), oval(0, 12, 11, 14, pale, ink=None)],
        [oval(0, -20, 20, 18, dark), oval(0, -14, 10, 8, pale, width=INNER)],
        [dot(-7, -23, 2.4), dot(7, -23, 2.4), oval(0, -17, 3.4, 2.4, INK, ink=None), stroke("0,-15 0,-12", FINE)],
    ]
    return group("teddy", place(x, y, *parts, scale=scale, angle=angle))


def pillow(x: float, y: float, scale: float) -> Group:
    """A pillow with creases in its corners."""
    outline = "-60,-4 -66,-28 -54,-46! -26,-38 16,-40 52,-50! 62,-24 58,4 66,36! 28,30 -18,32 -56,42! -54,20"
    creases = ("-46,-34 -36,-24", "54,24 42,14", "50,-36 40,-26", "-46,28 -36,18")
    parts = [smooth(outline, CLOTH["sky"]), *(stroke(each, FINE) for each in creases)]
    return group("pillow", place(x, y, parts, scale=scale))


def quilt(x: float, y: float) -> Group:
    """A thick quilt."""
    top, right = "-78,-54! -52,-61 -26,-54 0,-61 28,-55 54,-61 82,-54!", "77,-36 81,-18 75,0 79,19 73,36 77,54!"
    bottom, left = "50,60 22,58 -6,63 -34,58 -60,61 -88,54!", "-81,36 -83,20 -78,0 -81,-18 -75,-37"
    seams = ("-26,-54 -30,-2 -34,58", "28,-56 26,-2 22,59", "-80,-18 -4,-14 80,-19", "-82,20 -6,25 78,19")
    parts = [smooth(f"{top} {right} {bottom} {left}", CLOTH["coral"]), *(stroke(each) for each in seams)]
    return group("quilt", place(x, y, parts))
