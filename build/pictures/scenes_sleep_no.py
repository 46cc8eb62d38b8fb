"""Safer sleep: what not to do. No person, sex or skin colour is the one who does wrong; nobody looks bad."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back, on_front, on_side
from pictures.baby_awake import upright
from pictures.bed import basket
from pictures.cast import DAWN, GRACE, LEE
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, cigarette, mitt
from pictures.heads import head
from pictures.home import armchair, sofa
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, THING
from pictures.room import Spot
from pictures.scene import scene
from pictures.signs import cross, small_cross
from pictures.strokes import box, polygon, smooth, stroke
from pictures.things import pillow, quilt, teddy

WRONG = CLOTH["coral"]


@scene
def baby_on_tummy_no() -> Drawing:
    """Do not put baby to sleep on the tummy.

    A cot seen from above with a red cross. A baby lies on the tummy with the face turned to one side.
    """
    cot = Cot(130, 56)
    return [cot.back, cot.lay(170, 70, 0.82, on_front(Baby("s2", "mint", "dark"))), cot.front, cross()]


@scene
def baby_on_side_no() -> Drawing:
    """Do not put baby to sleep on the side.

    A cot seen from above with a red cross. A baby lies on one side, with both arms and both knees in front.
    """
    cot = Cot(130, 56)
    return [cot.back, cot.lay(166, 68, 0.8, on_side(Baby("s2", "mint", "dark"))), cot.front, cross()]


@scene
def cot_with_soft_things_no() -> Drawing:
    """No pillow, duvet or toy in the cot.

    A cot seen from above with a red cross. The baby lies with a pillow under the head, a duvet over the legs and
    a teddy bear beside.
    """
    cot = Cot(130, 56)
    under_head = "18,16 14,40 17,82 14,128 20,150 44,146 70,149 96,152 100,128 98,82 100,38 96,14 70,18 44,19"
    over_legs = "176,4 170,44 175,92 168,130 172,160 220,166 262,162 267,120 264,60 267,8 220,2"
    return [
        cot.back,
        cot.room.soft(under_head, CLOTH["sky"], z=3),
        cot.lay(140, 80, 0.82, on_back(Baby("s2", "mint", "dark"))),
        group("quilt", cot.room.soft(over_legs, WRONG, z=5), cot.room.fold("190,4 184,50 189,100 184,162", INNER, z=5)),
        teddy(246, 80, 0.86, 14),
        cot.front,
        cross(),
    ]


@scene
def no_pillow_duvet_teddy() -> Drawing:
    """No pillow, no duvet, no teddy.

    A pillow, a duvet and a teddy bear. Each one has a red cross.
    """
    return [
        pillow(92, 82, 1.05),
        quilt(98, 220),
        teddy(300, 148, 1.95),
        small_cross(158, 42),
        small_cross(186, 166),
        small_cross(362, 50),
    ]


@scene
def no_bumper_pod_wedge() -> Drawing:
    """No padded cot sides, no nest, no wedge.

    A cot with padded sides, a padded baby nest and a sloping wedge. Each one has a red cross.
    """
    cot = Cot(92, 44, 0.62, length=236, width=140, side_rails=7)
    return [
        group("cot", cot.back, _padded_sides(cot), cot.front),
        _nest(),
        _wedge(),
        small_cross(238, 52),
        small_cross(204, 206),
        small_cross(364, 142),
    ]


def _padded_sides(cot: Cot) -> Group:
    """Pads inside the far sides of a cot."""
    room = cot.room
    return group(
        "padded-sides",
        room.plane(Spot(5, 3), Spot(231, 3), Spot(231, 3, 34), Spot(5, 3, 34), fill=WRONG),
        room.plane(Spot(3, 3), Spot(3, 137), Spot(3, 137, 34), Spot(3, 3, 34), fill=WRONG),
        [room.line(Spot(u, 3, 3), Spot(u, 3, 31), FINE) for u in (50, 95, 140, 185)],
        [room.line(Spot(3, v, 3), Spot(3, v, 31), FINE) for v in (48, 92)],
    )


def _nest() -> Group:
    """A padded nest with its cord."""
    outer = "-88,-6 -70,-34 -20,-46 40,-42 78,-24 91,4 82,26 64,38 30,46 -30,46 -74,28"
    inner = "-56,-4 -42,-18 -8,-24 34,-20 56,-6 62,8 40,18 0,24 -36,20 -54,10"
    seams = (
        "-72,-4 -58,-24 -14,-35 38,-31 68,-14",
        "-66,16 -30,34 24,35 66,20",
        "-4,-24 0,24",
        "26,-21 30,20",
        "-34,-16 -32,20",
        "-58,4 60,-2",
    )
    cord = [stroke("-88,-2 -102,8 -98,26"), stroke("-86,8 -96,18 -90,38")]
    parts = [smooth(outer, WRONG), smooth(inner, CLOTH["white"]), *(stroke(each, FINE) for each in seams), *cord]
    return group("nest", place(122, 232, parts))


def _wedge() -> Group:
    """A sloping wedge."""
    return group(
        "wedge",
        polygon([(240, 250), (350, 250), (350, 196)], WRONG),
        polygon([(240, 250), (350, 196), (384, 152), (274, 206)], WRONG),
        polygon([(350, 250), (350, 196), (384, 152), (384, 206)], WRONG),
    )


@scene
def asleep_on_sofa_no() -> Drawing:
    """Do not sleep with baby on a sofa.

    A sofa with a red cross. A father is asleep, lying on the sofa, with a baby asleep on his chest.
    """
    seat, white = sofa(12, 96, 376), CLOTH["white"]
    hand = Hand(mitt, -14, 0.8)
    return [
        seat.back,
        seat.right,
        tube("214,198 262,162 306,176 352,128", [44, 42, 34, 27], CLOTH["navy"]),
        smooth("341,133! 350,118 352,96 360,88 370,94 372,112 368,132 360,143!", white),
        tube("210,206 266,190 316,194 346,142", [46, 44, 36, 28], CLOTH["navy"]),
        smooth("333,143! 342,128 344,104 353,97 363,104 364,122 361,142 356,152!", white),
        seat.left,
        box(30, 110, 72, 46, 16, CLOTH["yellow"]),
        group(
            "torso",
            smooth(
                "100,146! 118,134 150,144 190,158 226,178! 236,204 228,232! 170,230 118,222 96,206 90,176", LEE.cloth
            ),
            smooth("80,142! 102,136 112,150 112,184 102,194 82,178!", LEE.skin_colour, ink=None),
            stroke("82,181 104,195", OUTLINE),
        ),
        place(74, 150, head(LEE, "asleep").front, scale=0.74, angle=-62),
        place(168, 134, on_front(Baby("s1", "yellow", "brown")), scale=0.58, angle=-70),
        arm("128,192 148,212 174,210 196,190", [30, 33, 31, 26], LEE.cloth, LEE.skin, hand, inner="left"),
        cross(),
    ]


@scene
def asleep_in_armchair_no() -> Drawing:
    """Do not sleep with baby in an armchair.

    An armchair with a red cross. A woman sits in it, asleep, with a sleeping baby slipping on her chest.
    """
    grace, chair = Figure(GRACE, 176, 118, 0.86), armchair()
    lap = group(
        "lap",
        smooth("112,306! 110,262 132,240 160,240 176,258 196,240 224,240 242,262 240,306!", CLOTH["navy"]),
        stroke("176,258 176,304"),
    )
    return [
        chair.back,
        grace.bust("asleep", tilt=22, head_x=12, long=150),
        lap,
        chair.left,
        chair.right,
        grace.arm("right", "256,184 276,158 296,152", Hand(mitt, 62, 0.8)),
        place(182, 170, upright(Baby("s5", "yellow", "black"), 34), scale=0.82, angle=8),
        grace.arm("left", "94,196 112,222 160,232", Hand(mitt, 10, 0.8)),
        cross(352, 48, 29),
    ]


@scene
def no_smoke_near_baby() -> Drawing:
    """Keep baby away from smoke.

    A woman holds a lit cigarette next to a baby in a Moses basket. Smoke drifts over the baby. There is a red cross.
    """
    dawn = Figure(DAWN, 92, 138)
    return [
        dawn.bust("calm", tilt=4),
        basket(290, 212, 0.98, on_back(Baby("s1", "yellow", "fair"), "mint")),
        _smoke(),
        dawn.arm("left", "34,228 62,258 122,234 152,210"),
        place(152, 210, cigarette(DAWN.skin), scale=0.95, angle=-52),
        cross(),
    ]


def _smoke() -> Group:
    """A cloud from the cigarette to the baby."""
    start = "174,144! 168,132 176,124 174,114 184,108! 192,94 208,94 214,104!"
    top = "222,86 244,82 254,96! 264,80 290,82 296,98! 312,94 322,108 314,120!"
    bottom = "320,134 302,142 292,134! 278,148 258,144 252,132! 240,144 222,142 216,130!"
    end = "208,138 196,136 192,128! 186,134 180,138 174,144!"
    line = THING["smoke_line"]
    curls = ("200,114 208,108 216,114", "240,108 250,103 258,111", "280,112 290,108 297,115")
    cloud = smooth(f"{start} {top} {bottom} {end}", THING["smoke"], ink=line, width=INNER)
    return group("smoke", cloud, [stroke(each, FINE, line) for each in curls])
