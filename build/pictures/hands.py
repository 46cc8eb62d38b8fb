"""Hands, big and plain, for they carry the verb: the wrist at 0,0, the fingers to the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from pictures.ink import FINE, INNER, Group, Part, group, place
from pictures.palette import CLOTH, SKIN, THING
from pictures.strokes import path, smooth, stroke

HandKind: TypeAlias = Callable[[str], Group]


@dataclass(frozen=True)
class Hand:
    """A hand at the end of an arm, turned from the direction of the arm by an angle, perhaps with the other side up."""

    kind: HandKind
    angle: float = 0
    scale: float = 0.92
    flip: bool = False

    def at(self, x: float, y: float, direction: float, skin: str) -> list[Part]:
        """The hand with its wrist at a point, for an arm that arrives in this direction."""
        scale_y = -self.scale if self.flip else self.scale
        return place(x, y, self.kind(skin), scale=self.scale, angle=direction + self.angle, scale_y=scale_y)


def flat(skin: str) -> Group:
    """Flat, with spread fingers."""
    return group(
        "hand",
        smooth(
            "0,-13! 8,-15 17,-24 27,-28.5 32,-25 26,-16 30,-13.5 47,-12.5 52,-9 50,-5.6! 57,-4 58,-.4 54,2.4! 57,4 "
            "54.6,8 50,8.6! 48,12.6 40,14.6 26,16 12,15 0,13!",
            SKIN[skin],
        ),
        stroke("32,-5.5 50,-5.6", FINE),
        stroke("33,2 54,2.4", FINE),
        stroke("32,9 50,8.6", FINE),
    )


def mitt(skin: str) -> Group:
    """Relaxed, the fingers together."""
    return group(
        "hand",
        smooth("0,-11! 9,-13 17,-20 25,-20 25,-14 21,-10! 34,-9 42,-3 40,6 30,11 14,13 0,11!", SKIN[skin]),
        stroke("27,-2 40,-1", FINE),
        stroke("26,5 37,6", FINE),
    )


def grip(skin: str) -> Group:
    """A fist round something upright."""
    return group(
        "hand",
        smooth("0,-13! 10,-17 20,-20 30,-19 34,-13 33,-8! 36,-4 35,1! 37,5 35,9! 34,15 26,18 14,16 0,13!", SKIN[skin]),
        stroke("20,-9 33,-8", FINE),
        stroke("20,1 35,1", FINE),
        stroke("20,9.5 35,9", FINE),
    )


def point(skin: str) -> Group:
    """The first finger out."""
    return group(
        "hand",
        smooth(
            "0,-12! 9,-15 18,-22 27,-22 28,-17! 44,-15.4 57,-13 59,-9 55,-6.4 36,-5! 37,-1 35,3! 36,8 33,11! 28,15 "
            "16,15 0,12!",
            SKIN[skin],
        ),
        stroke("22,-4 36,-5", FINE),
        stroke("22,4 35,3", FINE),
    )


def palm(skin: str) -> Group:
    """Open, the palm up."""
    return group(
        "hand",
        smooth(
            "0,-11! 14,-12 30,-12 46,-10 58,-10 62,-6 56,-2! 60,0 56,4 46,6 30,14 26,20 18,22 12,15 0,11!", SKIN[skin]
        ),
        stroke("34,-5 55,-5", FINE),
        stroke("20,3 28,8 29,14", FINE),
    )


def phone(skin: str) -> Group:
    """The fingers round a phone at the ear; points up."""
    return group(
        "hand",
        smooth(
            "-14,8! -16,-8 -20,-20 -22,-36 -16,-44 -9,-40! -6,-46 1,-46 4,-40! 8,-42 13,-38 12,-30! 17,-30 18,-24 "
            "14,-10 15,8!",
            SKIN[skin],
        ),
        stroke("-9,-38 -6,-24", FINE),
        stroke("4,-38 3,-24", FINE),
        stroke("12,-29 9,-20", FINE),
    )


def cigarette(skin: str) -> Group:
    """A cigarette between two fingers."""
    return group(
        "hand",
        smooth(
            "0,-12! 10,-15 20,-18 30,-16! 46,-17 55,-14 54,-9 40,-7! 51,-7 57,-4 55,1 38,2! 38,6 34,10! 26,14 "
            "12,14 0,12!",
            SKIN[skin],
        ),
        stroke("24,-6 40,-7", FINE),
        stroke("22,4 37,3", FINE),
        group(
            "cigarette",
            place(
                50,
                -8,
                path("M-3.6 -44 L3.6 -44 L3.6 8 L-3.6 8 Z", CLOTH["white"], width=INNER),
                path("M-3.6 -52 L3.6 -52 L3.6 -43 L-3.6 -43 Z", CLOTH["coral"], width=FINE),
                path("M-3.6 4 L3.6 4 L3.6 18 L-3.6 18 Z", THING["filter"], width=FINE),
                angle=44,
            ),
        ),
    )
