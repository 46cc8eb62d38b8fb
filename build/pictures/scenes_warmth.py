"""Safer sleep: not too hot, and air without smoke."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back_covered
from pictures.baby_awake import half_baby, upright
from pictures.baby_turned import at_shoulder
from pictures.cast import DAWN, KOFI, RAVI, TOM
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, cigarette, flat, grip, mitt
from pictures.indoors import hat, hook_with_coat, radiator, warm_air
from pictures.ink import FINE, INNER, Drawing, Group, group, place
from pictures.outdoors import house_with_door, smoke
from pictures.palette import CLOTH, SKIN
from pictures.scene import scene
from pictures.signs import cross
from pictures.strokes import smooth, stroke


@scene
def too_hot_no() -> Drawing:
    """Do not let baby get too hot.

    A baby in a cot next to a hot radiator, with a hat and a thick cover. There are drops of sweat on the face.
    There is a red cross.
    """
    cot = Cot(118, 92, 0.9)
    over = "124,4 118,44 123,92 116,132 122,164 200,168 264,164 268,120 264,60 267,6 200,2"
    quilt = group(
        "quilt",
        cot.room.soft(over, CLOTH["coral"], z=6),
        *(
            cot.room.fold(each, INNER, z=6)
            for each in (
                "170,4 164,50 169,100 164,164",
                "218,4 212,50 217,100 212,164",
                "124,58 200,62 264,58",
                "122,112 200,116 264,112",
            )
        ),
    )
    baby = Baby("s2", "mint", "dark", "upset")
    return [
        radiator(150, 14, 150, 96),
        warm_air(120, 52),
        cot.back,
        cot.lay(112, 78, 0.9, [on_back_covered(baby), hat(0, -88, 1, "lilac"), _sweat()]),
        quilt,
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
def feel_back_of_neck() -> Drawing:
    """Feel the back of baby's neck.

    A father holds a baby upright at his shoulder. Two of his fingers feel the skin at the back of the neck.
    """
    ravi, feeling = Figure(RAVI, 150, 138), Hand(two_fingers, -14, 0.94, flip=True)
    return [
        ravi.bust("down", tilt=12),
        ravi.arm("right", "300,226 318,250", widths=[42, 40, 38, 36], has_cuff=False),
        place(228, 130, at_shoulder(Baby("s3", "mint", "black"))),
        ravi.arm("left", "80,236 110,276 196,266", Hand(flat, -10, 0.92)),
        arm("318,252 316,224 283,196", [36, 37, 31], RAVI.cloth, RAVI.skin, feeling, is_bent_at_start=True),
    ]


def two_fingers(skin: str) -> Group:
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
def smoke_outside() -> Drawing:
    """Smoke outside, away from baby.

    A man smokes outside. The door is shut. Inside the house a woman holds the baby.
    """
    dawn, tom = Figure(DAWN, 84, 148, 0.66), Figure(TOM, 294, 142, 0.68)
    return [
        house_with_door(176),
        dawn.bust("smile", tilt=4, long=260),
        place(132, 158, upright(Baby("s2", "mint", "dark", "awake"), 4), scale=0.68),
        dawn.arm("left", "42,212 62,240 116,226", Hand(flat, -6, 0.66)),
        tom.bust("calm", tilt=-2, long=260),
        tom.arm("left", "240,214 240,236 244,262", Hand(mitt, scale=0.66)),
        tom.arm("right", "352,230 337,198", Hand(cigarette, 24, 0.84, flip=True)),
        smoke(384, 120, 0.9),
    ]
