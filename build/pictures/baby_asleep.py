"""How babies lie, seen from above: the middle of the head at 0,-62, the feet at about y 112."""

from pictures.baby import Baby, arms_up, bent_legs, trunk
from pictures.baby_heads import head_on_cheek
from pictures.ink import FINE, Drawing, Group, Part, both_sides, group, mirrored, place
from pictures.limbs import round_tube, tube
from pictures.palette import CLOTH
from pictures.strokes import box, smooth, stroke

_BAG = "-31,-22! -14,-17 0,-8 14,-17 31,-22! 36,4 41,48 42,86 34,110 0,115 -34,110 -42,86 -41,48 -36,4"
_BACK = "0,-37 20,-36 30,-28 32,-6 38,22 38,46 22,60 0,62 -22,60 -38,46 -38,22 -32,-6 -30,-28 -20,-36"


def on_back(baby: Baby, bag: str | None = None) -> Group:
    """On the back, in a suit or in a sleep bag."""
    body: Drawing = _sleep_bag(CLOTH[bag]) if bag else [*bent_legs(baby), trunk(baby)]
    return group("baby", arms_up(baby), body, place(0, -62, baby.face))


def on_back_covered(baby: Baby) -> Group:
    """On the back, with the legs where a blanket will hide them."""
    return group("baby", arms_up(baby), trunk(baby), place(0, -62, baby.face))


def on_front(baby: Baby) -> Group:
    """On the front: no buttons, the back of the hair, the face turned to the reader's side."""
    legs = tube("10,44 38,58 44,76 30,92", [40, 34, 28, 22], baby.cloth)
    body = group("body", smooth(_BACK, baby.cloth), stroke("0,34 0,62"), stroke("-22,20 0,26 22,20", FINE))
    return group(
        "baby",
        arms_up(baby),
        both_sides(group("leg", smooth("24,86! 33,84 43,91 42,101 33,105 24,101!", baby.cloth), legs)),
        body,
        place(-2, -62, head_on_cheek(baby.skin, baby.hair), flip=True),
    )


def on_side(baby: Baby, head: Drawing = None) -> list[Part]:
    """On the side, facing left: one shoulder under, both arms and knees in front; perhaps with a head that looks up."""
    cloth = baby.cloth
    under_arm = tube("4,-22 30,-14 50,-36", [24, 22, 18], cloth)
    under_foot = smooth("16,93! 28,90 44,94 50,103 42,110 18,108!", cloth)
    foot = smooth("-14,104! 0,102 18,107 22,117 12,124 -13,120!", cloth)
    arm = round_tube("-8,-16 14,10 40,0", [27, 25, 20], cloth)
    facing_right = group(
        "baby",
        group("arm-under", place(56, -40, baby.fist, angle=40), under_arm),
        group("leg-under", tube("0,40 40,62 26,96", [38, 31, 22], cloth), under_foot),
        group("leg", tube("-8,40 24,74 -2,108", [42, 34, 24], cloth), foot),
        group("body", smooth("-10,-38 12,-36 22,-20 25,8 23,36 12,56 -10,60 -30,48 -36,14 -32,-18", cloth)),
        group("arm", place(48, 0, baby.fist, angle=50), arm),
        place(2, -62, head or head_on_cheek(baby.skin, baby.hair)),
    )
    return mirrored(facing_right)


def _sleep_bag(cloth: str) -> Group:
    """A bell from the shoulders down, with a zip and straps."""
    return group(
        "sleep-bag",
        smooth(_BAG, cloth),
        stroke("0,-6 0,104"),
        box(-4, -2, 8, 12, 3, CLOTH["white"], width=FINE),
        smooth("-31,-22! -30,-32 -20,-35 -13,-30 -14,-17!", cloth),
        smooth("31,-22! 30,-32 20,-35 13,-30 14,-17!", cloth),
    )
