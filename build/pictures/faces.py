"""What an adult face says: a mood is eyes, brows and mouth, so that one head serves all."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from pictures.ink import FINE, Shape
from pictures.palette import INK, THING
from pictures.strokes import oval, path, smooth, stroke

Mood: TypeAlias = Literal[
    "calm",
    "smile",
    "talk",
    "speak",
    "tired",
    "worry",
    "cross",
    "asleep",
    "down",
    "downsmile",
    "downtired",
]


Lid: TypeAlias = Literal["creased", "smooth", "folded"]
Eyes: TypeAlias = Mapping[Lid, tuple[Shape, ...]]


class Features(NamedTuple):
    """How a mood is drawn: brows are points, because age and sex decide on their width and colour."""

    eyes: Eyes
    brows: tuple[str, str]
    mouth: Shape


def features(mood: Mood, brow_width: float, brow_ink: str, lid: Lid = "creased") -> list[Shape]:
    """Eyes, brows and mouth of a head in three quarter view."""
    mine = MOODS[mood]
    return [*mine.eyes[lid], *(stroke(each, brow_width, brow_ink) for each in mine.brows), mine.mouth]


# Small and dark, with the line of the lid: with a crease above the eye, smooth down to the eye, or with a fold at the
# inner corner and a slight slant.
_OPEN: Eyes = {
    "creased": (
        oval(-5.4, -3, 3.2, 4.2, INK, ink=None),
        oval(18, -3, 2.9, 4.2, INK, ink=None),
        stroke("-12.5,-4.6 -7,-8 0,-6", FINE),
        stroke("13,-6.4 19,-8 23,-5", FINE),
    ),
    "smooth": (
        oval(-5.4, -3, 3.2, 4, INK, ink=None),
        oval(18, -3, 2.9, 4, INK, ink=None),
        stroke("-13,-3.4 -8.6,-6.6 -3.4,-6.6 1.4,-2.6", FINE),
        stroke("12.4,-2.8 16.4,-6.6 20.4,-6.4 23.8,-3.6", FINE),
    ),
    "folded": (
        oval(-5.6, -3, 3.2, 4, INK, ink=None),
        oval(18, -3, 2.9, 4, INK, ink=None),
        stroke("-13,-6.6 -7,-8 -0.6,-5.4 1.2,-0.6", FINE),
        stroke("12.4,-1 14,-5.6 19,-8 23.8,-6.8", FINE),
    ),
}

# Half lids that droop outward, for straight ones look scornful, and bags.
_TIRED: Eyes = dict.fromkeys(
    _OPEN,
    (
        path("M-9 -4 L-1.6 -5 C-1.6 2 -9 2 -9 -4 Z", INK, ink=None),
        stroke("-14,-0.6 -7,-4.4 1,-5.4"),
        stroke("-11,5.4 -5,6.8 0,4", FINE),
        path("M14.8 -5 L21 -4 C21 2 14.8 2 14.8 -5 Z", INK, ink=None),
        stroke("13,-5.4 19,-4.4 24,-0.6"),
        stroke("15,4.6 19,6.6 23,5", FINE),
    ),
)

_LIDS = stroke("-13,-3.6 -6,0.4 0.6,-3"), stroke("13.4,-3 18.6,0.2 23.4,-3.6")
_BAGS = stroke("-10,5.6 -5,7 0,5", FINE), stroke("16,5.2 19,6.6 23,5.2", FINE)

# Asleep, or looking down, perhaps with bags.
_SHUT: Eyes = dict.fromkeys(_OPEN, _LIDS)
_SHUT_TIRED: Eyes = dict.fromkeys(_OPEN, (*_LIDS, *_BAGS))

_LEVEL = ("-14.6,-13.6 -8,-16.6 0,-15.6", "13.4,-15.8 19,-16.8 24,-14")
_RAISED = ("-14.6,-14.4 -8,-18.2 0,-16.6", "13.4,-16.8 19,-18.2 24,-14.6")
_WORRIED = ("-14,-11.6 -7,-14.6 0.4,-18.6", "13.6,-18.4 19,-15 24,-11.6")
_KNITTED = ("-15,-17 -7,-15.6 0.4,-11.4", "13.4,-11.4 19,-15.6 24,-17")

_CALM = stroke("-0.4,25 7.4,27 15.6,24.6")
_SMILING = stroke("-3,23 6.4,29 17,22.6")
_LOW = stroke("1,28 8,25.4 14.6,27.4")
_ASLEEP = stroke("2,26 8,27 13,26")
_SPEAKING = smooth("2,24 8,22 14.6,23.6 13.6,29.4 8,31.4 3.2,29.4", THING["mouth"], width=FINE)
_TALKING = smooth("-1,23! 8,24.2 16,22.6! 13,30 7,32 1.4,29.4", THING["mouth"], width=FINE)

MOODS: dict[Mood, Features] = {
    "calm": Features(_OPEN, _LEVEL, _CALM),
    "smile": Features(_OPEN, _RAISED, _SMILING),
    "talk": Features(_OPEN, _RAISED, _TALKING),
    "speak": Features(_OPEN, _WORRIED, _SPEAKING),
    "tired": Features(_TIRED, _WORRIED, _LOW),
    "worry": Features(_OPEN, _WORRIED, _LOW),
    "cross": Features(_OPEN, _KNITTED, _CALM),
    "asleep": Features(_SHUT, _LEVEL, _ASLEEP),
    "down": Features(_SHUT, _LEVEL, _CALM),
    "downsmile": Features(_SHUT, _RAISED, _SMILING),
    "downtired": Features(_SHUT_TIRED, _WORRIED, _LOW),
}
