"""Babies awake and watched, carried and moved."""

from pictures.away import rear_facing_seat
from pictures.baby import Baby
from pictures.baby_asleep import on_side
from pictures.baby_heads import head_on_cheek
from pictures.baby_turned import on_tummy
from pictures.cast import JEAN, KOFI, TOM
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt
from pictures.heads import head
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, mirrored_page, place
from pictures.palette import CLOTH, THING
from pictures.room import Room
from pictures.scene import scene
from pictures.strokes import box, oval, path, smooth, straight, stroke


@scene
def sling() -> Drawing:
    """Baby sits high in the sling, face clear.

    A father carries a baby in a sling on his chest. The baby is high up. Nothing covers the face and the chin is up.
    The father looks at the baby.
    """
    tom = Figure(TOM, 190, 122)
    hand = mitt(TOM.skin)
    parts: Drawing = [
        tom.bust("downsmile", tilt=16, head_x=0, long=200),
        tom.arm("left", "96,222 106,260 142,272"),
        tom.arm("right", "290,222 280,260 240,272"),
        _sling(Baby("s2", "mint", "dark")),
        place(143, 272, hand, scale=0.9, angle=-8, scale_y=-0.9),
        place(239, 272, hand, scale=0.9, angle=188),
    ]
    return place(12, 6, parts, scale=0.96)


def _sling(baby: Baby) -> Group:
    """A sling from both shoulders, with the baby in it."""
    cloth = CLOTH["lilac"]
    leg = smooth("0,0! 20,-6 34,6 36,26 24,44 14,50 6,40 8,26 -2,22!", baby.cloth)
    return group(
        "sling",
        smooth("134,137! 156,125! 180,196! 150,208!", cloth),
        smooth("246,134! 226,124! 204,196! 232,208!", cloth),
        place(238, 240, leg),
        place(146, 240, leg, flip=True),
        place(192, 158, head_on_cheek(baby.skin, baby.hair), scale=0.82, angle=-8),
        smooth(
            "148,192! 170,200 192,203 214,200 236,192! 252,230 246,266 222,282 192,286 162,282 138,266 132,230", cloth
        ),
        stroke("150,236 160,262 184,276", FINE),
        stroke("234,236 224,262 200,276", FINE),
    )


@scene
def tummy_time_awake() -> Drawing:
    """Tummy time when baby is awake and you watch.

    A baby lies on the tummy on a mat, awake, with the head up. A father lies on the floor, face to face with the baby.
    """
    return [
        oval(146, 266, 132, 24, CLOTH["lilac"]),
        place(157, 268, on_tummy(Baby("s5", "yellow", "black", "smile")), scale=0.98),
        _lying_father(),
    ]


def _lying_father() -> Group:
    """A father on his front, propped on his lower arms, facing left."""
    skin = KOFI.skin
    torso = "290,196! 318,176 360,182 420,214! 420,288! 352,288 316,280 292,244"
    return group(
        "father",
        arm("322,250 300,276 262,274", [44, 42, 34], KOFI.cloth, skin, Hand(mitt, scale=0.9), is_bent_at_start=True),
        smooth(torso, KOFI.cloth),
        smooth("286,150! 292,206! 320,200! 330,150!", KOFI.skin_colour),
        place(300, 122, head(KOFI, "smile").front, scale=1.1, flip=True, angle=4),
        arm("364,226 346,276 296,276", [48, 44, 36], KOFI.cloth, skin, Hand(mitt, scale=0.96), is_bent_at_start=True),
    )


@scene
def baby_rolls() -> Drawing:
    """Baby can roll over.

    A bigger baby, awake on a mat on the floor, rolls from the back on to the side. A grandmother sits beside the
    baby and watches.
    """
    baby = Baby("s2", "yellow", "dark", "smile")
    room = Room(124, 128, 0.9)
    mat = "-30,-14 -16,-30 120,-30 256,-30 270,-14 270,60 270,136 256,150 120,150 -16,150 -30,136 -30,60"
    behind, torso, head_part = Figure(JEAN, 0, 0, 0.84).bust("downsmile", long=150)
    hand = Hand(mitt, 6, 0.8, flip=True)
    parts: Drawing = [
        smooth("268,236! 276,208 340,184! 384,200 390,236 372,258 330,262", CLOTH["navy"]),
        place(304, 92, behind, flip=True, angle=-16),
        place(304, 92, torso, flip=True, angle=-8),
        place(302, 94, head_part, flip=True, angle=-22),
        arm("346,138 366,186 340,214 306,214", [34, 33, 30, 24], JEAN.cloth, JEAN.skin, hand, inner="left"),
        room.soft(mat, CLOTH["lilac"]),
        room.lay(112, 56, 0.98, on_side(baby, place(0, 0, baby.face, flip=True))),
        group("turning", stroke("112,66 58,84 40,132", OUTLINE), stroke("26,116! 39,134! 56,120!", OUTLINE)),
    ]
    return place(-9, 12, parts)


@scene
def car_seat_short_trip() -> Drawing:
    """Keep car trips short and sit beside baby.

    A baby is buckled into a car seat in the back of a car. A father sits beside the baby and looks at the baby. A
    clock shows half an hour.
    """
    kofi = Figure(KOFI, 128, 142, 0.86)
    return [
        _back_of_car(),
        mirrored_page(kofi.bust("downsmile", tilt=16, long=200)),
        mirrored_page(kofi.arm("left", "60,222 70,262 128,268", Hand(mitt, scale=0.8))),
        _belt(),
        rear_facing_seat(132, 210, 1.06, Baby("s5", "yellow", "black", "awake")),
        mirrored_page(kofi.arm("right", "196,222 214,240", Hand(flat, -8, 0.8))),
        _half_an_hour(48, 50),
    ]


def _back_of_car() -> Group:
    """The back seat of a car from the side, the front of the car at the left, and a window behind."""
    seat = CLOTH["grey"]
    return group(
        "car",
        smooth("96,150! 110,52 132,24! 300,24! 340,40 372,110 376,150!", CLOTH["sky"]),
        box(318, 50, 54, 62, 18, CLOTH["slate"]),
        smooth("318,120 334,110 364,110 384,124! 388,306! 312,306!", seat),
        smooth("12,306! 12,276 28,266 200,262 330,262! 330,306!", seat),
    )


def _belt() -> Group:
    """A seat belt across the chest."""
    return group("belt", straight((310, 160), (236, 284), 15), straight((310, 160), (236, 284), 8, THING["metal"]))


def _half_an_hour(x: float, y: float) -> Group:
    """A clock with half of its face filled."""
    marks = [((0, -36), (0, -29)), ((36, 0), (29, 0)), ((0, 36), (0, 29)), ((-36, 0), (-29, 0))]
    hands = [straight((0, 0), (0, -20), OUTLINE), straight((0, 0), (0, 25), OUTLINE)]
    parts: Drawing = [
        oval(0, 0, 36, 36, CLOTH["white"]),
        path("M0 -36 C48 -36 48 36 0 36 Z", CLOTH["yellow"], width=INNER),
        oval(0, 0, 36, 36),
        hands,
        [straight(*each, INNER) for each in marks],
    ]
    return group("clock", place(x, y, parts))
