"""Heads of babies: big foreheads, low features, wide cheeks. The middle of the head is at 0,0."""

from typing import Literal, TypeAlias

from pictures.ink import FINE, INNER, Group, Shape, group
from pictures.palette import FUZZ, INK, SKIN, THING
from pictures.strokes import oval, path, smooth, stroke

BabyMood: TypeAlias = Literal["asleep", "awake", "smile", "upset", "cry", "unwell"]

HEAD = "0,-42 20,-38 35,-20 39,4 33,24 17,36 0,38.5 -17,36 -33,24 -39,4 -35,-20 -20,-38"
HAIR = "-28,-32! -15,-41 4,-42.4 25,-35! 19,-28 11,-30! 6,-25 -1,-25 -6,-28! -12,-25 -20,-26 -28,-32!"

_OPEN_EYES = [
    oval(-16, 6, 3.6, 4.4, INK, ink=None),
    oval(16, 6, 3.6, 4.4, INK, ink=None),
    stroke("-23,-6 -16,-8.6 -10,-7", FINE),
    stroke("10,-7 16,-8.6 23,-6", FINE),
    stroke("-4,15.4 0,17.4 4,15.4", FINE),
]

# Eyes, nose and mouth. The lids of a sleeper are like smiles; a crying mouth needs its tongue, and brows above; a baby
# that is not well has heavy lids.
FEATURES: dict[BabyMood, list[Shape]] = {
    "asleep": [
        stroke("-24,4 -16.5,9 -9,5"),
        stroke("9,5 16.5,9 24,4"),
        stroke("-4,15.4 0,17.4 4,15.4", FINE),
        stroke("-6,25 0,27.4 6,25"),
    ],
    "awake": [*_OPEN_EYES, stroke("-5,25 0,26.4 5,25")],
    "smile": [*_OPEN_EYES, stroke("-8,23.6 0,27.6 8,23.6")],
    "upset": [
        stroke("-25,1 -16,5 -9,4"),
        stroke("25,1 16,5 9,4"),
        stroke("-25,-4 -18,-8.6 -10,-11.4"),
        stroke("25,-4 18,-8.6 10,-11.4"),
        stroke("-3.4,13.6 0,15.2 3.4,13.6", FINE),
        stroke("-9,28 0,23.6 9,28"),
    ],
    "unwell": [
        path("M-20 5 L-12 5 C-12 11 -20 11 -20 5 Z", INK, ink=None),
        path("M12 5 L20 5 C20 11 12 11 12 5 Z", INK, ink=None),
        stroke("-24,7 -16,4 -9,5"),
        stroke("9,5 16,4 24,7"),
        stroke("-23,-4.6 -16,-8 -10,-10.4", FINE),
        stroke("10,-10.4 16,-8 23,-4.6", FINE),
        stroke("-4,15.4 0,17.4 4,15.4", FINE),
        stroke("-6,27.4 0,25 6,27.4"),
    ],
    "cry": [
        stroke("-25,0 -16,4 -9,3.4"),
        stroke("-23.5,9 -17,5"),
        stroke("25,0 16,4 9,3.4"),
        stroke("23.5,9 17,5"),
        stroke("-25,-9 -17,-10.6 -9,-5"),
        stroke("25,-9 17,-10.6 9,-5"),
        stroke("-3.4,12 0,13.6 3.4,12", FINE),
        smooth("-14,20! 0,17.4 14,20! 13,27 7,32.6 0,33.6 -7,32.6 -13,27", THING["mouth"], width=INNER),
        smooth("-7,29 0,26.4 7,29 4,31.6 0,32.2 -4,31.6", THING["tongue"], ink=None),
    ],
}


def face(skin: str, mood: BabyMood, hair: str) -> Group:
    """The head from the front, 78 wide, 80 high."""
    ears = [oval(x, 7, 6.5, 9, SKIN[skin]) for x in (-38, 38)]
    fuzz = smooth(HAIR, FUZZ[hair], width=INNER)
    return group("baby-head", ears, smooth(HEAD, SKIN[skin]), fuzz, FEATURES[mood])


_ASLEEP_SIDE = [stroke("17,4 23.6,8 30,4.6"), stroke("28,23.6 34,21.6")]
_SMILE_SIDE = [oval(24, 5, 3.2, 4.4, INK, ink=None), stroke("22,21.6 27,25.4 33.6,23")]


def head_on_cheek(skin: str, hair: str, *, smiles: bool = False) -> Group:
    """The face to the right: asleep on the cheek, seen from above, or awake in someone's arms."""
    crown = "2,-41.6! 13,-36 15,-27 9,-22! 9,-16 3,-11 -3,-10! -9,-3 -10,6 -7,15! -13,19 -12,27 -16,36!"
    profile = "0,-41 19,-38 33,-25 37.4,-9 35,2! 39.4,8 38,12 34.6,12.6! 36.4,16 34.6,19.4! 35.6,22 33,25.6!"
    return group(
        "baby-head",
        smooth(f"{profile} 32,31 24,37 12,39 0,38 -18,35 -34,22 -39,2 -35,-20 -20,-37", SKIN[skin]),
        smooth(f"{crown} -30,28 -38,12 -39,-4 -33,-23 -18,-38", FUZZ[hair], width=INNER),
        stroke("2,-2 -6,-4.5 -11,2 -9,12 -2,17 3,13", fill=SKIN[skin]),
        stroke("-5,3 -3,9", FINE),
        stroke("16,-6 22,-8.6 29,-7", FINE),
        _SMILE_SIDE if smiles else _ASLEEP_SIDE,
    )
