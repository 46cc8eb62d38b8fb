"""Babies in arms, on a mat and growing, and the child who walks beside a parent."""

from pictures.baby import TRUNK, Baby, buttons
from pictures.baby_heads import face
from pictures.ink import FINE, INNER, Group, Part, both_sides, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, SKIN, THING
from pictures.strokes import oval, smooth, stroke


def upright(baby: Baby, angle: float = 8) -> list[Part]:
    """Against a chest at the left; the middle of the head at 0,0."""
    cloth = baby.cloth
    body = group(
        "baby-body",
        smooth("-18,22 8,24 26,36 37,60 40,90 34,114 16,126 -6,126 -24,116 -30,92 -28,56", cloth),
        smooth("-26,96! -14,90 2,95 14,108 14,122 4,132 -12,134 -28,128!", cloth),
        smooth("-32,110 -22,118 -18,130 -24,141 -37,141 -42,130 -40,118", cloth),
    )
    return [body, group("", place(0, 0, baby.face, scale=0.84, angle=angle))]


def cradled(baby: Baby, angle: float, wrap: str | None = None) -> list[Part]:
    """Lying in arms, perhaps in a blanket: the middle of the head at 0,0, the body to the right up to x 150."""
    folds = (
        [stroke("22,-22 34,8 30,42"), stroke("34,6 80,20 146,20", FINE)] if wrap else [stroke("112,18 136,16 152,26")]
    )
    outline = "10,-22 40,-26 84,-18 126,-4 150,12 154,30 140,42 104,46 60,46 24,40 6,26"
    body = group("baby-body", smooth(outline, CLOTH[wrap] if wrap else baby.cloth))
    return [body, *folds, group("", place(0, 0, baby.face, scale=0.8, angle=angle))]


def held_up(baby: Baby) -> Group:
    """Facing us, held under the arms, the legs hanging: the middle of the head at 0,-62."""
    arm = [*place(57, 26, baby.fist, angle=170), tube("22,-22 46,-8 57,18", [25, 23, 19], baby.cloth)]
    foot = smooth("9,84 20,82 32,86 36,97 28,104 12,103 7,94", baby.cloth)
    limbs = both_sides(arm, tube("14,34 20,62 20,86", [34, 30, 24], baby.cloth), foot)
    return group("baby", limbs, smooth(TRUNK, baby.cloth), stroke("0,-26 0,36"), place(0, -62, baby.face))


def half_baby(baby: Baby) -> Group:
    """Down to the lap, facing us, the arms hanging: the middle of the head at 0,-62."""
    arm = [*place(44, 46, baby.fist, angle=120), tube("22,-22 42,-4 45,34", [25, 24, 19], baby.cloth)]
    outline = "0,-37 20,-36 30,-28 32,-6 36,30 38,130! -38,130! -36,30 -32,-6 -30,-28 -20,-36"
    body = [smooth(outline, baby.cloth), stroke("0,-26 0,126"), *buttons(-14, 2, 18, 34)]
    return group("baby", both_sides(arm), body, place(0, -62, baby.face))


def in_nappy(baby: Baby) -> Group:
    """On the back in a vest and a nappy, the legs bare: the middle of the head at 0,-62."""
    skin, white, tape = baby.skin_colour, CLOTH["white"], CLOTH["sky"]
    arm = [*place(57, -62, baby.fist, angle=-6), baby.arm_up]
    leg = [
        tube("14,40 40,60 42,80 30,98", [36, 33, 27, 21], skin),
        smooth("17,97 25,90 37,94 40,105 33,115 21,113", skin),
    ]
    vest = smooth("0,-37 20,-36 30,-28 32,-6 34,20! -34,20! -32,-6 -30,-28 -20,-36", baby.cloth)
    nappy = group(
        "nappy",
        smooth("-38,14! -14,19 14,19 38,14! 40,30! 24,48 12,64 -12,64 -24,48 -40,30!", white),
        smooth("-40,15! -20,18! -20,30! -41,30!", tape, width=INNER),
        smooth("40,15! 20,18! 20,30! 41,30!", tape, width=INNER),
    )
    return group("baby", both_sides(arm, leg), vest, stroke("0,-26 0,18"), place(0, -62, baby.face), nappy)


def child(x: float, y: float, skin: str, hair: str, top: str) -> list[Part]:
    """A child of about 3 who walks to the right with a hand held up: 132 high, the feet at y."""
    cloth, trousers, shoe = CLOTH[top], CLOTH["slate"], THING["dark"]
    whole = group(
        "child",
        tube("-2,-58 12,-30 18,-8", [19, 17, 13], trousers),
        smooth("12,-9! 24,-10! 34,-4 34,1 10,1!", shoe),
        tube("-4,-58 -8,-30 -20,-9", [21, 18, 13], trousers),
        smooth("-27,-12! -14,-6! -6,0 -10,2 -28,0!", shoe),
        smooth("-19,-52! -18,-84 -12,-96 0,-99 12,-96 18,-84 19,-52!", cloth),
        place(1, -115, face(skin, "awake", hair), scale=0.46),
    )
    arm, hand = tube("10,-88 0,-84 -22,-104", [13, 13, 10], cloth), oval(-25, -108, 7, 7, SKIN[skin], width=INNER)
    return place(x, y, whole, arm, hand)
