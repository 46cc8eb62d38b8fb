"""Hair of adults: one shape over the face with a clear hairline, and one behind the body for long hair."""

from dataclasses import dataclass, replace

from pictures.ink import FINE, Shape
from pictures.strokes import oval, path, smooth, stroke


@dataclass(frozen=True)
class Hair:
    """What lies over the face and what lies behind the body, still without a colour, and whether the ear shows."""

    over: tuple[Shape, ...]
    behind: tuple[Shape, ...] = ()
    shows_ear: bool = True

    def coloured(self, colour: str) -> "Hair":
        """The same in a colour; open lines are folds, and stay as they are."""
        return replace(self, over=_coloured(self.over, colour), behind=_coloured(self.behind, colour))


def _coloured(shapes: tuple[Shape, ...], colour: str) -> tuple[Shape, ...]:
    """Shapes with a fill, where they are closed."""
    return tuple(replace(each, fill=colour) if each.segments[-1].command == "Z" else each for each in shapes)


SHORT = Hair(
    (
        smooth(
            "21,-32! 10,-30 -4,-31 -15,-27 -19,-18 -19,-5! -23,-6 -27,-8 -32,-9 -35,-3 -33,7 -31,15! -37,9 -42,-6 "
            "-41,-24 -32,-41 -14,-52 6,-52 20,-45 25,-36"
        ),
    )
)
"""Short back and sides."""

FADE = Hair(
    (smooth("23,-31! 8,-29 -8,-31 -17,-27 -20,-14! -26,-16 -32,-12 -40,-12! -40,-26 -31,-42 -14,-51 6,-51 19,-45"),)
)
"""Very short at the sides."""

CROP = Hair(
    (
        smooth(
            "23,-29! 12,-31 -2,-32 -14,-28 -18,-20 -20,-6! -25,-8 -31,-10 -36,-3 -34,8! -40,-2 -41,-18 -34,-37 "
            "-16,-48 6,-48 19,-41"
        ),
    )
)
"""Very short, close to the skull."""

BALD = Hair((smooth("-19,-13! -24,-10 -31,-11 -36,-3 -34,9! -41,-1 -42,-16 -38,-28! -31,-25 -24,-20"),))
"""Bald on top."""

BOB = Hair(
    (
        smooth(
            "24,-34! 12,-24 -4,-20 -16,-14 -19,0 -18,16 -15,34! -24,43 -37,41 -45,28 -46,2 -41,-24 -26,-45 -4,-53 "
            "14,-50 24,-42"
        ),
    ),
    (smooth("2,-50 -24,-46 -42,-24 -46,4 -44,30 -36,42 -20,44 -12,38! -20,20 20,20! 34,30 31,10 30,-14 24,-38"),),
    shows_ear=False,
)
"""To the chin."""

BUN = Hair(
    (
        smooth(
            "25,-32! 14,-33 -2,-29 -14,-20 -20,-8! -25,-8 -31,-10 -35,-3 -33,7 -31,14! -37,8 -42,-8 -40,-26 "
            "-31,-42 -12,-52 8,-51 20,-44"
        ),
    ),
    (oval(-37, -34, 17, 16),),
)
"""In a bun at the back of the head."""

PONY = Hair(
    (
        smooth(
            "25,-32! 14,-33 -2,-29 -14,-20 -20,-8! -25,-8 -31,-10 -35,-3 -33,7 -31,14! -37,8 -42,-8 -41,-26 "
            "-31,-42 -12,-52 8,-51 20,-44"
        ),
    ),
    (smooth("-30,-36 -46,-38 -58,-24 -60,2 -54,26 -46,38! -42,20 -40,2 -38,-14"),),
)
"""In a pony tail."""

LONG = Hair(
    (
        smooth(
            "25,-34! 14,-22 0,-16 -12,-13 -20,-2 -23,18 -26,44 -30,62! -44,66 -50,44 -47,10 -43,-20 -30,-42 -8,-53 "
            "12,-51 23,-43"
        ),
    ),
    (smooth("2,-50 -26,-46 -44,-22 -48,8 -50,40 -50,72 -40,84 -22,82 -10,70 10,70 30,74 38,58 36,30 31,4 28,-30"),),
    shows_ear=False,
)
"""Over the shoulders."""

AFRO = Hair(
    (
        smooth(
            "26,-30! 16,-31 0,-29 -12,-22 -18,-10 -20,0! -27,-8 -34,-3 -32,10 -36,16! -48,12 -56,-2 -58,-22 "
            "-50,-42 -34,-58 -12,-65 10,-63 28,-52 34,-38"
        ),
    )
)

CURLS = Hair(
    (
        smooth(
            "24,-30! 20,-36 13,-29 6,-36 -1,-28 -8,-31 -12,-22 -19,-20 -19,-6! -25,-9 -32,-9 -36,-2 -33,9! -41,6 "
            "-40,-3 -47,-8 -42,-17 -46,-27 -37,-32 -37,-43 -27,-44 -22,-54 -12,-50 -4,-58 4,-51 14,-54 18,-45 27,-44"
        ),
    )
)
"""Short curls."""

LONG_CURLS = Hair(
    (
        smooth(
            "27,-32! 22,-36 14,-27 4,-30 -3,-20 -12,-20 -14,-9 -21,-4 -19,8 -25,14 -21,26 -27,34 -22,43! -34,50 "
            "-50,44 -56,32 -62,20 -58,8 -63,-6 -55,-18 -56,-32 -44,-40 -38,-54 -22,-54 -10,-64 4,-58 18,-61 24,-49 "
            "33,-44"
        ),
    ),
    (smooth("4,-56 -30,-52 -54,-28 -60,4 -56,34 -42,48 -22,46 -10,34 20,34 38,34 44,14 40,-14 30,-42"),),
    shows_ear=False,
)
"""Curls to the shoulders."""

SHORT_AND_SET = Hair(
    (
        smooth(
            "25,-30! 18,-37 6,-30 -6,-28 -13,-20 -20,-14 -20,-3! -26,-8 -33,-8 -35,0 -32,10! -42,12 -49,0 -48,-18 "
            "-44,-34 -32,-49 -12,-56 8,-55 22,-48 28,-38"
        ),
    )
)
"""Short and set."""

HEADSCARF = Hair(
    (
        path(
            "M18 -31 C27 -20 28 4 25 20 C21 33 14 40 5 40 C-7 39 -16 31 -20 19 C-25 3 -23 -15 -13 -26 C-5 -34 9 "
            "-36 18 -31 Z M2 -54 C-28 -54 -45 -28 -45 2 C-45 26 -42 40 -38 52 C-42 62 -40 70 -30 76 C-8 84 22 82 "
            "36 74 C42 66 40 60 34 52 C38 38 37 20 35 2 C35 -22 30 -50 2 -54 Z"
        ),
        stroke("-30,-22 -35,4 -30,34", FINE),
        stroke("30,46 8,55 -16,53 -38,52", FINE),
        stroke("24,66 4,70 -14,68", FINE),
    ),
    shows_ear=False,
)
"""A ring with the face cut out, the opening inside the line of the face."""

LONG_PARTED = Hair(
    (
        smooth(
            "26,-34! 16,-31 4,-28 -8,-22 -16,-12 -20,4 -21,24 -24,46 -28,62! -42,66 -50,46 -48,10 -44,-20 -31,-43 "
            "-10,-54 12,-52 24,-43"
        ),
        stroke("12,-46 -6,-42 -22,-30", FINE),
    ),
    LONG.behind,
    shows_ear=False,
)
"""Straight, parted, over the shoulders."""

FRINGE = Hair(
    (
        smooth(
            "26,-33! 26,-25 21,-24 13,-25 3,-24 -7,-22 -15,-18! -18,-4 -18,14 -15,32! -26,40 -38,38 -45,26 -46,2 "
            "-42,-24 -28,-45 -6,-54 13,-51 25,-42"
        ),
        stroke("9,-38 8,-25", FINE),
        stroke("-6,-41 -9,-22", FINE),
    ),
    (smooth("2,-50 -24,-46 -42,-24 -46,4 -44,28 -34,38 -12,38! -20,20 20,20! 33,27 32,8 31,-14 25,-38"),),
    shows_ear=False,
)
"""To the chin, with a fringe."""

TOP_KNOT = Hair(
    (
        smooth(
            "25,-32! 14,-35 0,-31 -12,-24 -20,-9! -25,-8 -31,-10 -35,-3 -33,7 -30,20! -36,10 -42,-8 -40,-26 "
            "-31,-42 -12,-52 8,-51 20,-44"
        ),
        stroke("-30,-14 -22,-32 -8,-44", FINE),
    ),
    (smooth("-30,-44 -38,-56 -32,-70 -18,-74 -8,-68 0,-60 -6,-46"),),
)
"""Tied up loosely on the crown."""

SWEPT = Hair(
    (
        smooth(
            "26,-32! 18,-27 8,-27 -2,-30 -13,-25 -18,-18 -20,-5! -24,-7 -29,-9 -34,-6 -33,4! -39,-2 -42,-16 "
            "-38,-34 -27,-47 -8,-55 12,-56 26,-48 31,-38"
        ),
        stroke("-12,-40 4,-46 20,-42", FINE),
    )
)
"""Straight, short at the sides, swept forward."""

CURTAINS = Hair(
    (
        smooth(
            "8,-46! 14,-39 21,-31 27,-14! 33,-26 28,-44 18,-53 4,-56 -14,-54 -32,-44 -42,-26 -41,-8 -35,4! -33,-4 "
            "-29,-9 -24,-8 -20,-4! -18,-16 -10,-26 0,-34 8,-46!"
        ),
    )
)
"""Parted in the middle, long over the brow."""
