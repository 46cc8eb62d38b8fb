"""A child of about 3, facing us: the middle of the head at 0,0, the feet at 204; calm, quiet, sleepy or cross."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from pictures.curves import read_knots
from pictures.ink import FINE, INNER, Drawing, Group, Shape, both_sides, group, place
from pictures.limbs import Side, last_step, shoulder, tube
from pictures.palette import CLOTH, HAIR, INK, SKIN, THING
from pictures.strokes import box, dot, oval, path, smooth, stroke

ChildMood: TypeAlias = Literal["calm", "smile", "sleepy", "cross"]

HEAD = "0,-42 22,-37 35,-19 37,4 31,22 17,35 0,39 -17,35 -31,22 -37,4 -35,-19 -22,-37"
CUTS = {
    "short": "-37,2! -42,-18 -32,-40 -10,-49 14,-48 33,-38 42,-18 37,2! 33,-10 27,-20! 12,-22 -6,-28 -14,-30! -24,-22 "
    "-33,-10",
    "bob": "-30,34! -44,26 -47,0 -42,-28 -24,-46 2,-50 26,-45 42,-27 47,0 44,26 30,34! 33,6 27,-21! 14,-25 0,-26 "
    "-14,-25 -27,-21! -33,6",
    "curls": "-34,6! -44,2 -42,-9 -48,-18 -40,-26 -42,-38 -30,-40 -25,-51 -13,-46 -4,-55 7,-48 18,-53 24,-43 36,-43 "
    "37,-31 47,-25 42,-14 46,-3 35,6! 33,-12 26,-22! 19,-27 11,-23 2,-28 -7,-23 -16,-28 -26,-22! -33,-12",
}

_OPEN = both_sides(oval(14.5, 2, 3.6, 4.6, INK, ink=None), stroke("8,-3.6 14,-6 21,-3", FINE))
_LEVEL = both_sides(stroke("8,-12 15,-14.6 22,-11.6", FINE))
_CALM = stroke("-6.4,22 0,24 6.4,22")

# Eyes, brows and mouth.
FEATURES: dict[ChildMood, Drawing] = {
    "calm": [_OPEN, _LEVEL, _CALM],
    "smile": [_OPEN, _LEVEL, stroke("-9,20 0,26 9,20")],
    "sleepy": [
        both_sides(
            path("M11 1 L18 2 C18 8 11 8 11 1 Z", INK, ink=None),
            stroke("7,0 14,1 22,4.4"),
            stroke("10,10.6 15,12 20,10.4", FINE),
            stroke("8,-13 15,-12 22,-8.6", FINE),
        ),
        stroke("-5.4,24 0,23 5.4,24"),
    ],
    "cross": [_OPEN, both_sides(stroke("6,-7.4 14,-12 22,-13.4")), stroke("-7,25 0,22.4 7,25")],
}


@dataclass(frozen=True)
class Child:
    """One child: skin, cut and colour of the hair, top and trousers by name, and how the child feels."""

    skin: str
    cut: str
    hair: str
    top: str
    trousers: str = "slate"
    mood: ChildMood = "calm"

    @property
    def cloth(self) -> str:
        """The colour of the top."""
        return CLOTH[self.top]

    def head(self, turn: float = 0, *, angle: float = 0) -> Group:
        """The head; it turns to a side when the features move there."""
        skin = SKIN[self.skin]
        ears = [oval(x, 7, 6, 8.4, skin) for x in (-36, 36) if x * turn <= 0]
        nose = stroke("-3,12.6 0,14.4 3,12.6", FINE)
        hair = smooth(CUTS[self.cut], HAIR[self.hair], width=INNER)
        parts = [*ears, smooth(HEAD, skin), *place(turn, 0, FEATURES[self.mood], nose), hair]
        return group("child-head", place(0, 0, parts, scale=0.84, angle=angle))

    def body(self) -> Group:
        """The trunk, with the neck."""
        neck = smooth("-9,22! 9,22! 10,42! -10,42!", SKIN[self.skin])
        outline = "-10,36! 10,36! 27,42 34,54 34,122! -34,122! -34,54 -27,42"
        return group("child-body", neck, smooth(outline, self.cloth), stroke("-11,37 0,44 11,37"))

    def legs(self) -> Group:
        """Legs to stand on."""
        leg = tube("16,112 17,150 17,192", [33, 29, 23], CLOTH[self.trousers])
        shoe = smooth("5,188! 28,188! 34,196 36,203 5,203!", THING["dark"])
        return group("child-legs", both_sides(leg, shoe))

    def legs_on_floor(self) -> Group:
        """Legs of a child who sits on the floor, the soles towards us; they end at y 148."""
        leg = tube("14,112 44,112 62,130", [34, 30, 24], CLOTH[self.trousers])
        return group("child-legs", both_sides(leg, oval(64, 134, 13, 15, THING["dark"])))

    def arm(self, points: str) -> Group:
        """An arm through shoulder, elbow and hand."""
        _, (x, y) = last_step(points)
        inner: Side = "right" if read_knots(points)[0].x < 0 else "left"
        hand = oval(x, y, 10, 10, SKIN[self.skin], width=INNER)
        return group("child-arm", shoulder(points, [25, 23, 18], self.cloth, inner), hand)


def blocks(x: float, y: float, size: float = 30) -> Group:
    """A tower of building blocks that stands on a line."""
    places = ((0, -1, "sky"), (1.05, -1, "coral"), (0.5, -2, "yellow"))
    return group("blocks", [_block(x + u * size, y + v * size, size, CLOTH[colour]) for u, v, colour in places])


def _block(x: float, y: float, size: float, colour: str) -> list[Shape]:
    """One block with a dot on it."""
    return [box(x, y, size, size, 1, colour), dot(x + size / 2, y + size / 2, 4)]


def on_floor(child: Child, turn: float, angle: float) -> list[Group]:
    """A child who sits on the floor and plays; the floor is at y 150."""
    arms = [child.arm("-30,56 -44,84 -26,112"), child.arm("30,56 46,84 34,112")]
    return [child.legs_on_floor(), child.body(), child.head(turn, angle=angle), *arms]


def folded_arms(child: Child) -> Drawing:
    """Both arms across the chest."""
    skin = SKIN[child.skin]
    return [
        oval(30, 74, 9, 9, skin, width=INNER),
        shoulder("30,56 36,84 -8,90", [25, 24, 20], child.cloth, "left"),
        shoulder("-30,56 -36,84 22,76", [25, 24, 20], child.cloth, "right"),
        oval(-26, 88, 9, 9, skin, width=INNER),
    ]
