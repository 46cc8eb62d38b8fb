"""Safer sleep: not too hot, and how warm baby is."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back_covered
from pictures.baby_awake import half_baby
from pictures.baby_turned import at_shoulder
from pictures.cast import KOFI, RAVI, SANA, TOM
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, grip
from pictures.indoors import hat, hook_with_coat, warm_air
from pictures.ink import FINE, INNER, Drawing, Group, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, SKIN, THING
from pictures.scene import scene
from pictures.signs import cross, number
from pictures.strokes import box, oval, smooth, straight, stroke
from pictures.walls import radiator


@scene
def too_hot_no() -> Drawing:
    """Do not let baby get too hot.

    A baby in a cot next to a hot radiator, with a hat and a thick cover. There are drops of sweat on the face.
    There is a red cross.
    """
    cot = Cot(118, 88, 0.88)
    over = "124,4 118,44 123,92 116,132 122,164 200,168 264,164 268,120 264,60 267,6 200,2"
    seams = ("170,4 164,50 169,100 164,164", "218,4 212,50 217,100 212,164", "124,58 200,62 264,58")
    quilt = [cot.room.soft(over, CLOTH["coral"], z=6), *(cot.room.fold(each, INNER, z=6) for each in seams)]
    baby = Baby("s2", "mint", "dark", "upset")
    return [
        radiator(cot.room, 40, 220, 92),
        warm_air(230, 50, 1),
        cot.back,
        cot.lay(112, 78, 0.88, [on_back_covered(baby), hat(0, -88, 1, "lilac"), _sweat()]),
        group("quilt", quilt),
        cot.front,
        cross(),
    ]


def _sweat() -> Group:
    """Drops at both sides of a hot face."""
    drop = smooth("0,-9! 5,0 4,6 0,8 -4,6 -5,0", CLOTH["sky"], width=FINE)
    places = ((-31, -70), (31, -70), (0, -77))
    return group("sweat", [place(x, y, drop) for x, y in places])


@scene
def take_hat_off_indoors() -> Drawing:
    """Take off baby's hat indoors.

    A hand lifts the hat off a baby's head. The baby's coat hangs on a hook.
    """
    baby = Baby("s5", "yellow", "black", "smile")
    return [
        hook_with_coat(70, 40, 1.22, "mint"),
        place(206, 226, half_baby(baby), scale=1.3),
        hat(222, 90, 1.24, "lilac", 16),
        arm("420,106 380,96 330,76 290,66", [60, 58, 50, 42], KOFI.cloth, KOFI.skin, Hand(grip, -6, 1.1)),
    ]


@scene
def take_off_a_layer() -> Drawing:
    """Take off a layer if baby is hot.

    A father pulls a cardigan off his baby. The baby wears a sleepsuit under it. There are drops of sweat on the
    face of the baby.
    """
    baby, tom, cloth = Baby("s2", "mint", "dark", "smile"), Figure(TOM, 98, 132, 0.9), CLOTH["yellow"]
    empty_side = group(
        "cardigan",
        smooth("-24,-36! -64,-34 -128,-24! -132,4! -84,14 -58,26! -54,104! -30,108!", cloth),
        smooth("-128,-26! -114,-24! -118,4! -132,6!", CLOTH["white"], width=INNER),
        stroke("-58,26 -48,10", INNER),
    )
    full_side = group(
        "cardigan",
        smooth("6,-36! 22,-37 31,-28 33,-6 38,60 38,108! 18,108! 18,30", cloth),
        tube("22,-24 43,-4 46,32", [30, 29, 24], cloth),
        [oval(26, down, 2.8, 2.8, CLOTH["white"], width=1.8) for down in (30, 56, 82)],
    )
    return [
        tom.bust("downsmile", tilt=14, long=200),
        place(286, 166, empty_side, half_baby(baby), full_side, place(0, -62, baby.face), _sweat(), scale=1.12),
        tom.arm("left", "30,222 56,262 226,250", Hand(flat, -8, 0.84)),
        tom.arm("right", "172,206 160,174 138,152", Hand(grip, 40, 0.8)),
    ]


@scene
def feel_back_of_neck() -> Drawing:
    """Feel the back of baby's neck.

    A father holds a baby upright at his shoulder. Two of his fingers feel the skin at the back of the neck.
    """
    ravi, feeling = Figure(RAVI, 150, 138), Hand(_two_fingers, -14, 0.94, flip=True)
    return [
        ravi.bust("down", tilt=12),
        ravi.arm("right", "300,226 318,250", widths=[42, 40, 38, 36], has_cuff=False),
        place(228, 130, at_shoulder(Baby("s3", "mint", "black"))),
        ravi.arm("left", "80,236 110,276 196,266", Hand(flat, -10, 0.92)),
        arm("318,252 316,224 283,196", [36, 37, 31], RAVI.cloth, RAVI.skin, feeling, is_bent_at_start=True),
    ]


def _two_fingers(skin: str) -> Group:
    """Two fingers out."""
    return group(
        "hand",
        smooth(
            "0,-12! 9,-15 16,-23 25,-25 29,-20 25,-14! 44,-14 56,-13 59,-9 56,-5.6! 58,-3 56,1.4 36,3! "
            "37,8 33,12! 26,15 12,15 0,12!",
            SKIN[skin],
        ),
        stroke("30,-5 55,-5.6", FINE),
        stroke("22,3 36,3", FINE),
    )


@scene
def temperature_38() -> Drawing:
    """A temperature of 38 degrees or more.

    A very young baby lies on a mat, calm. An adult hand holds a thermometer under the arm of the baby. It shows 38
    degrees.
    """
    baby = Baby("s3", "yellow", "black", "awake")
    thermometer = [
        box(-62, -7, 40, 14, 7, THING["metal"], width=INNER),
        box(-26, -13, 84, 26, 10, CLOTH["white"]),
        box(-10, -7, 40, 14, 3, THING["page"], width=FINE),
    ]
    return [
        box(20, 10, 214, 310, 24, CLOTH["lilac"]),
        group("thermometer", place(226, 196, thermometer, angle=8)),
        place(124, 172, half_baby(baby), scale=1.3),
        arm("420,300 376,268 316,214", [62, 56, 46], SANA.cloth, SANA.skin, Hand(grip, 0, 0.96)),
        straight((228, 182), (262, 128), INNER),
        box(228, 22, 160, 106, 18, CLOTH["white"]),
        number("38*", 250, 48, 7, gap=8, scale=1.55),
    ]
