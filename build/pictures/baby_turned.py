"""Babies who look away from us or lie on the front awake: at a shoulder, in a sling, on a mat."""

from pictures.baby import Baby
from pictures.baby_heads import HEAD
from pictures.ink import FINE, Group, Part, group, place
from pictures.limbs import round_tube
from pictures.palette import FUZZ
from pictures.strokes import oval, smooth, stroke


def back_of_head(baby: Baby) -> Group:
    """The head from behind, 78 wide: hair down to the nape, and skin below it."""
    ears = [oval(x, 7, 6.5, 9, baby.skin_colour) for x in (-38, 38)]
    outline = (
        "0,-42 20,-38 35,-20 38,0! 31,8 29,17! 20,21 12,17 0,23 -12,17 -20,21 -29,17! -31,8 -38,0! -35,-20 -20,-38"
    )
    whorl = stroke("-8,-14 0,-22 9,-16 6,-6 -2,-8", FINE)
    return group("baby-head", ears, smooth(HEAD, baby.skin_colour), smooth(outline, FUZZ[baby.hair]), whorl)


def at_shoulder(baby: Baby, angle: float = -8) -> list[Part]:
    """From behind, upright against a shoulder at the left: the middle of the head at 0,0, the neck bare."""
    neck = smooth("-17,26! -17,44 -22,54! 22,54! 17,44 17,26!", baby.skin_colour)
    body = group(
        "baby-body",
        round_tube("-24,66 -38,58 -52,44", [25, 24, 20], baby.cloth),
        smooth(
            "-20,49! 0,57 20,49! 34,56 40,84 44,126 36,150 12,158 -14,158 -38,150 -42,120 -40,84 -34,56", baby.cloth
        ),
        stroke("0,128 0,157"),
        stroke("-22,120 0,127 22,120", FINE),
    )
    return [*place(0, 0, neck), body, *place(0, 0, back_of_head(baby), scale=0.9, angle=angle)]


def on_tummy(baby: Baby) -> Group:
    """On the tummy, awake, at eye level, propped on the lower arms at the right; 0,0 is under the chest."""
    cloth = baby.cloth
    return group(
        "baby",
        smooth("-116,-26! -132,-30 -146,-26 -148,-14 -138,-6 -112,-6!", cloth),
        smooth("14,-62 -24,-66 -62,-72 -96,-62 -116,-34 -112,-8 -84,0 -30,0 16,0 34,-22", cloth),
        stroke("-104,-6 -78,-18 -72,-44"),
        place(30, -84, baby.face, scale=0.94),
        round_tube("10,-34 20,-10 58,-8", [30, 26, 22], cloth),
        place(60, -8, baby.fist, angle=90),
    )
