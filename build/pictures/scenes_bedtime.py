"""Safer sleep: parents who put baby down, sleep beside the cot, and check."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.bed import basket
from pictures.cast import ABDUL, AMY, BETH, RAVI, TOM
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt
from pictures.home import sofa
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, place
from pictures.palette import CLOTH, SIGN, SKIN, THING
from pictures.poses import bend_over_cot
from pictures.scene import scene
from pictures.signs import number, tick
from pictures.sleepers import side_by_side
from pictures.strokes import box, oval, path, smooth, straight, stroke


@scene
def cot_beside_bed() -> Drawing:
    """Baby's cot in the same room, next to the parent's bed.

    A bed and a cot side by side, seen from above. A mother sleeps in the bed. A baby sleeps on the back in the cot.
    """
    return side_by_side(AMY, Baby("s1", "yellow", "red"), "plum")


@scene
def dad_bed_cot_beside() -> Drawing:
    """Baby's cot in the same room, next to the father's bed.

    A bed and a cot side by side, seen from above. A father sleeps in the bed. A baby sleeps on the back in the cot.
    """
    return side_by_side(TOM, Baby("s2", "mint", "dark"), "navy")


@scene
def dad_puts_baby_in_cot() -> Drawing:
    """A father puts baby on the back in the cot.

    A father bends over a cot and lays a calm baby on the back. There is nothing else in the cot.
    """
    return bend_over_cot(TOM, "downsmile", Baby("s2", "mint", "dark", "awake"))


@scene
def grandad_puts_baby_in_cot() -> Drawing:
    """A grandfather puts baby on the back in the cot.

    An older man bends over a cot and lays a calm baby on the back. There is nothing else in the cot.
    """
    return bend_over_cot(ABDUL, "downsmile", Baby("s3", "yellow", "black", "awake"))


@scene
def dad_checks_cot() -> Drawing:
    """A father checks the empty cot.

    A father bends over an empty cot and puts both hands on the flat mattress.
    """
    return bend_over_cot(TOM, "downsmile", None)


@scene
def tired_put_baby_down() -> Drawing:
    """Put baby down first when you are sleepy.

    A very tired mother in front of a sofa lays her sleeping baby on the back in a Moses basket.
    """
    seat = sofa(176, 104, 320)
    behind, torso, head = Figure(BETH, 0, 0, 0.86).bust("downtired", long=260)
    left, right = Hand(mitt, -10, 0.84, flip=True), Hand(mitt, 10, 0.84, flip=True)
    return [
        seat.back,
        seat.left,
        place(262, 116, behind, flip=True, angle=-20),
        place(262, 116, torso, flip=True, angle=-8),
        place(260, 118, head, flip=True, angle=-22),
        basket(112, 206, 1.06, on_back(Baby("s1", "yellow", "brown"), "mint")),
        arm("222,150 196,176 170,188 146,186", [33, 33, 30, 24], BETH.cloth, BETH.skin, left, inner="right"),
        arm("302,156 296,214 240,238 180,228", [34, 34, 31, 25], BETH.cloth, BETH.skin, right, inner="left"),
    ]


@scene
def drink_smoke_drugs_own_cot() -> Drawing:
    """After a drink, a cigarette or tablets, baby sleeps in the cot.

    A mother sleeps in a bed. A glass of beer, a cigarette and tablets are above her bed. A baby sleeps on the
    back in a cot of its own, with a green tick.
    """
    family = place(-14, 30, side_by_side(AMY, Baby("s1", "yellow", "red"), "plum"), scale=0.9)
    return [family, _beer(), _cigarette(), _tablets(), tick(256, 258, 28)]


def _beer() -> Group:
    """A glass of beer with its foam and handle."""
    foam = "M42 34 C38 20 52 12 60 18 C66 8 84 8 86 18 C98 14 104 26 97 38 L43 38 Z"
    parts = [
        path("M44 34 L96 34 L88 114 L52 114 Z", THING["filter"]),
        path(foam, CLOTH["white"]),
        path("M97 48 C120 44 120 90 92 90"),
        stroke("62,52 64,98", FINE),
        stroke("78,52 76,98", FINE),
    ]
    return group("glass", place(206, 4, parts, scale=0.7))


def _cigarette() -> Group:
    """A cigarette that does not burn: nobody smokes near a baby."""
    parts = [
        path("M-56 -9 L-22 -9 L-22 9 L-56 9 Z", THING["filter"]),
        path("M-22 -9 L58 -9 L58 9 L-22 9 Z", CLOTH["white"]),
    ]
    return group("cigarette", place(344, 28, parts, scale=0.7))


def _tablets() -> Group:
    """A strip of six tablets."""
    tablets = [oval(x, y, 12, 8, CLOTH["white"], width=FINE) for y in (-26, 0, 26) for x in (-20, 20)]
    return group("tablets", place(344, 82, box(-42, -46, 84, 92, 12, THING["metal"]), tablets, scale=0.7))


@scene
def room_16_to_20() -> Drawing:
    """Baby's room should be 16 to 20 degrees.

    A room thermometer. The part from 16 to 20 degrees is marked. The temperature is in that part.
    """
    high, low, red = _mark(20), _mark(16), SIGN["no"]
    return [
        box(78, 10, 244, 280, 26, CLOTH["white"]),
        path(f"M150 {high} L308 {high} L308 {low} L150 {low} Z", THING["ok_band"], ink=None),
        straight((150, high), (196, high), OUTLINE),
        straight((150, low), (196, low), OUTLINE),
        box(114, 24, 30, 216, 15, CLOTH["white"]),
        path(f"M121 {_mark(18)} L137 {_mark(18)} L137 236 L121 236 Z", red, ink=None),
        oval(129, 246, 29, 29, red),
        path("M121 214 L137 214 L137 240 L121 240 Z", red, ink=None),
        [straight((150, _mark(each)), (164, _mark(each)), INNER) for each in (13, 14, 15, 17, 18, 19, 21, 22, 23)],
        number("20*C", 204, high - 17, 5.6, gap=7),
        number("16*C", 204, low - 17, 5.6, gap=7),
    ]


def _mark(degrees: float) -> float:
    """How high a temperature stands on the thermometer."""
    return 220 - (degrees - 12) * 184 / 12


@scene
def feel_chest() -> Drawing:
    """Feel baby's chest to check if baby is too hot.

    An adult hand lies flat on a baby's bare chest. The baby's sleepsuit is open and the baby is calm.
    """
    baby, lining = Baby("s3", "mint", "black", "awake"), THING["lining"]
    open_suit = group(
        "open-suit",
        smooth("-19,-33! 19,-33! 24,-8 20,18 0,34! -20,18 -24,-8", SKIN["s3"]),
        smooth("-18,-34! -30,-26 -35,-4 -30,16 0,34! -17,16 -22,-6", lining),
        smooth("18,-34! 30,-26 35,-4 30,16 0,34! 17,16 22,-6", lining),
    )
    hand = Hand(flat, 12, 1.26, flip=True)
    return [
        place(158, 172, on_back(baby), open_suit, place(0, -62, baby.face), scale=1.42),
        arm("430,76 380,104 318,134 240,160", [66, 64, 56, 46], RAVI.cloth, RAVI.skin, hand),
    ]
