"""A baby of a few weeks, drawn head up at the size of the page. Hair and skin follow the family."""

from dataclasses import dataclass

from pictures.baby_heads import BabyMood, face
from pictures.ink import FINE, Group, Part, Shape, both_sides, group, mirrored, place
from pictures.limbs import tube
from pictures.palette import CLOTH, SKIN
from pictures.strokes import oval, smooth, stroke

TRUNK = "0,-37 20,-36 30,-28 32,-6 35,20 31,42 14,53 0,50 -14,53 -31,42 -35,20 -32,-6 -30,-28 -20,-36"


@dataclass(frozen=True)
class Baby:
    """One baby: the colours of skin, suit and hair by name, and how it feels; a very small one has no knuckles."""

    skin: str
    suit: str
    hair: str
    mood: BabyMood = "asleep"
    is_small: bool = False

    @property
    def skin_colour(self) -> str:
        """The colour of face and hands."""
        return SKIN[self.skin]

    @property
    def cloth(self) -> str:
        """The colour of the suit."""
        return CLOTH[self.suit]

    @property
    def face(self) -> Group:
        """The head from the front, its middle at 0,0."""
        return face(self.skin, self.mood, self.hair)

    @property
    def fist(self) -> Group:
        """A closed hand."""
        if self.is_small:
            return group("hand", oval(0, -1, 8, 9, self.skin_colour))
        outline = smooth("-8,-1 -6,-9 3,-11 9.6,-4 8,6 0,9.6 -7,7", self.skin_colour)
        return group("hand", outline, stroke("-2,-6 0,-2", FINE), stroke("3,-7 3.6,-3", FINE))

    @property
    def arm_up(self) -> Shape:
        """The sleeve of an arm beside the head."""
        return tube("20,-22 44,-16 57,-32 56,-53", [25, 25, 22, 18.5], self.cloth)


def arms_up(baby: Baby) -> list[Part]:
    """Both arms beside the head."""
    return [
        group("arm", place(57, -62, baby.fist, angle=-6), baby.arm_up),
        group("arm", place(-57, -62, baby.fist, angle=-6, flip=True), mirrored(baby.arm_up)),
    ]


def bent_legs(baby: Baby) -> list[Part]:
    """Both legs, bent outward."""
    leg = tube("14,34 36,56 40,76 28,94", [36, 34, 28, 22], baby.cloth)
    return both_sides(group("leg", leg, smooth("15,93 23,86 35,90 38,101 31,111 19,109", baby.cloth)))


def trunk(baby: Baby) -> Group:
    """The front of the suit, with its buttons."""
    return group("body", smooth(TRUNK, baby.cloth), stroke("0,-26 0,32"), buttons(-14, 2, 18))


def buttons(*heights: float) -> list[Shape]:
    """Buttons beside the seam of a suit. They say that this is the front."""
    return [oval(6.5, y, 2.4, 2.4, CLOTH["white"], width=1.8) for y in heights]
