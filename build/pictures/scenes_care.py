"""Being with a baby: feeding, holding, singing, changing, walking."""

import math

from pictures.baby import Baby
from pictures.baby_awake import cradled, in_nappy
from pictures.cast import BETH, GRACE, JEAN, KOFI, RAVI, SANA
from pictures.figures import Figure, arm, walking_legs
from pictures.hands import Hand, flat, grip, mitt
from pictures.ink import INNER, Drawing, Group, Point, Shape, group, place, thinned
from pictures.limbs import tube
from pictures.palette import CLOTH, THING
from pictures.scene import scene
from pictures.signs import note
from pictures.strokes import box, oval, path, smooth, straight
from pictures.things import bottle, pram, wheel

SMALL_LINES = 0.9


@scene
def gran_with_baby() -> Drawing:
    """A grandmother holds a sleeping baby.

    An older woman with glasses holds a sleeping baby in her arms and smiles at the baby.
    """
    jean = Figure(JEAN, 190, 136)
    return [
        jean.bust("downsmile", tilt=16, head_x=0),
        jean.arm("left", "112,226 126,258 152,264", has_cuff=False),
        jean.arm("right", "272,218 270,246 252,256", has_cuff=False),
        place(148, 208, cradled(Baby("s2", "yellow", "dark"), -50, "white"), scale=1.06),
        arm("126,254 176,264 252,246", [36, 34, 28], JEAN.cloth, JEAN.skin, Hand(flat, -4)),
    ]


@scene
def dad_feeds_bottle() -> Drawing:
    """A father feeds a baby with a bottle.

    A father holds a baby in one arm and a bottle to the baby's mouth.
    """
    ravi, feeding = Figure(RAVI, 168, 134), Hand(grip, 6, 0.86, flip=True)
    return [
        ravi.bust("downsmile", tilt=14, head_x=2),
        ravi.arm("left", "84,226 104,260 134,264", has_cuff=False),
        ravi.arm("right", "268,200 282,232", widths=[42, 40, 38, 36], has_cuff=False),
        place(128, 208, cradled(Baby("s3", "yellow", "black", "awake"), -30), scale=1.1),
        bottle(143, 226, -36),
        arm("286,232 262,212 228,196", [36, 36, 30], RAVI.cloth, RAVI.skin, feeding, is_bent_at_start=True),
        arm("104,258 160,272 232,256", [42, 40, 33], RAVI.cloth, RAVI.skin, Hand(flat, -4)),
    ]


@scene
def mum_in_wheelchair() -> Drawing:
    """A mother holds her sleeping baby.

    A mother who uses a wheelchair holds her sleeping baby in her arms and smiles.
    """
    beth = Figure(BETH, 180, 104, 0.68)
    legs = group(
        "legs",
        tube("172,208 236,204 266,212 272,268", [44, 44, 40, 26], CLOTH["navy"]),
        smooth("258,258! 284,256! 290,266 310,272 312,280 300,282 260,281!", THING["dark"]),
    )
    return [
        _chair_back(),
        beth.bust("downsmile", tilt=12, long=150),
        legs,
        _chair_front(),
        beth.arm("right", "248,158 250,178 236,188", has_cuff=False),
        place(174, 164, cradled(Baby("s1", "yellow", "brown"), -44), scale=0.78),
        beth.arm("left", "132,168 144,192 180,200 226,190", Hand(flat, scale=0.66)),
    ]


def _chair_back() -> Group:
    """What of a wheelchair lies behind the person in it."""
    pipes = [((116, 128), (96, 122)), ((266, 222), (296, 276)), ((292, 278), (330, 278))]
    return group("chair-back", box(122, 128, 14, 92, 6, CLOTH["slate"]), [_pipe(*each) for each in pipes])


def _chair_front() -> Group:
    """What of a wheelchair lies before the person in it."""
    metal = THING["metal"]
    return group(
        "chair-front",
        box(124, 222, 128, 16, 7, CLOTH["slate"]),
        wheel(254, 268, 14),
        oval(162, 228, 54, 54, width=10),
        oval(162, 228, 54, 54, ink=metal, width=3.4),
        oval(162, 228, 7, 7, metal, width=INNER),
        [_spoke(step * math.pi / 6) for step in range(6)],
    )


def _pipe(start: Point, end: Point) -> list[Shape]:
    """A metal pipe."""
    return [straight(start, end, 9), straight(start, end, 3, THING["metal"])]


def _spoke(angle: float) -> Shape:
    """A line across the large wheel."""
    across, down = 48 * math.cos(angle), 48 * math.sin(angle)
    return straight((162 - across, 228 - down), (162 + across, 228 + down), 1.8)


@scene
def walk_with_pram() -> Drawing:
    """Take baby for a walk in the pram.

    A woman walks outside and pushes a pram.
    """
    far_arm = arm("40,52 70,92 118,80", [32, 31, 25], GRACE.cloth, GRACE.skin, Hand(mitt), inner="left")
    points, widths = "-44,50 -34,104 44,108 116,82", [37, 36, 33, 26]
    near_arm = arm(points, widths, GRACE.cloth, GRACE.skin, Hand(grip), inner="right")
    return [
        straight((16, 276), (386, 276), INNER),
        walking_legs(114, 80 + 136 * 0.58, 0.74, "navy"),
        thinned(SMALL_LINES, place(112, 80, far_arm, Figure(GRACE, 0, 0).bust("calm", long=136), scale=0.58)),
        pram(292, 180, 0.98),
        thinned(SMALL_LINES, place(112, 80, near_arm, scale=0.58)),
    ]


@scene
def sing_and_rock() -> Drawing:
    """A mother sings to her baby.

    A mother holds a baby in her arms and sings. Two music notes are beside her.
    """
    sana = Figure(SANA, 178, 136)
    return [
        sana.bust("talk", tilt=14, head_x=0),
        sana.arm("left", "100,226 114,258 140,264", has_cuff=False),
        sana.arm("right", "260,218 258,246 240,256", has_cuff=False),
        place(136, 208, cradled(Baby("s3", "yellow", "black", "awake"), -50), scale=1.06),
        arm("114,254 164,264 240,246", [36, 34, 28], SANA.cloth, SANA.skin, Hand(flat, -4)),
        note(270, 92, 1.15),
        note(318, 62, 1.3),
    ]


@scene
def dad_sings() -> Drawing:
    """A father sings to his baby.

    A father holds a baby in his arms and sings. Two music notes are beside him.
    """
    kofi = Figure(KOFI, 172, 134)
    return [
        kofi.bust("talk", tilt=12, head_x=2),
        kofi.arm("right", "264,214 264,246 242,258", has_cuff=False),
        kofi.arm("left", "88,226 106,258 136,264", has_cuff=False),
        place(132, 206, cradled(Baby("s5", "mint", "black", "awake"), -40), scale=1.1),
        arm("108,256 164,268 242,246", [42, 40, 33], KOFI.cloth, KOFI.skin, Hand(flat, -4)),
        note(272, 92, 1.15),
        note(320, 62, 1.3),
    ]


@scene
def check_nappy() -> Drawing:
    """Change baby's nappy.

    A baby lies on the back on a mat. Two adult hands hold the nappy. A clean nappy is beside the baby.
    """
    left, right = "-10,318 40,282 96,240 136,196", "402,318 352,282 296,240 256,196"
    return [
        box(112, 8, 168, 284, 22, CLOTH["lilac"]),
        _clean_nappy(),
        place(196, 146, in_nappy(Baby("s3", "yellow", "black", "awake")), scale=1.2),
        arm(left, [52, 50, 44, 36], RAVI.cloth, RAVI.skin, Hand(mitt, 8, flip=True)),
        arm(right, [52, 50, 44, 36], RAVI.cloth, RAVI.skin, Hand(mitt, -8)),
    ]


def _clean_nappy() -> Group:
    """A nappy laid out flat."""
    outline = "-34,-30! 34,-30! 34,-12! 16,4 34,22! 34,38! -34,38! -34,22! -16,4 -34,-12!"
    parts = [
        smooth(outline, CLOTH["white"]),
        path("M-34 -28 L-20 -28 L-20 -14 L-33 -14 Z", CLOTH["sky"], width=INNER),
        path("M34 -28 L20 -28 L20 -14 L33 -14 Z", CLOTH["sky"], width=INNER),
    ]
    return group("clean-nappy", place(62, 96, parts))
