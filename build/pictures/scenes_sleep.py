"""Safer sleep: how a baby lies, and in what."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back, on_back_covered
from pictures.bed import basket
from pictures.cast import ABDUL, RAVI
from pictures.cot import Cot
from pictures.figures import arm
from pictures.hands import Hand, flat, point
from pictures.ink import FINE, INNER, Drawing, group
from pictures.palette import CLOTH, THING
from pictures.room import Room, Spot
from pictures.scene import scene
from pictures.signs import tick


@scene
def baby_on_back() -> Drawing:
    """Baby asleep on the back in a clear cot.

    A cot seen from above. A baby sleeps on the back. The feet are near the foot of the cot. There is nothing else
    in the cot.
    """
    cot = Cot(130, 56)
    return [cot.back, cot.lay(170, 70, 0.82, on_back(Baby("s2", "mint", "dark"))), cot.front]


@scene
def baby_sleep_bag() -> Drawing:
    """Baby asleep on the back in a sleep bag.

    A cot seen from above. A baby in a sleep bag sleeps on the back, feet near the foot of the cot. There is
    nothing else in the cot.
    """
    cot = Cot(130, 56)
    return [cot.back, cot.lay(170, 70, 0.82, on_back(Baby("s5", "yellow", "black"), "lilac")), cot.front]


@scene
def baby_blanket_tucked() -> Drawing:
    """Baby on the back, blanket tucked in no higher than the shoulders.

    A cot seen from above. A baby sleeps on the back near the foot of the cot. A light blanket is tucked in under
    the mattress, below the shoulders. Arms and head are not covered.
    """
    cot = Cot(130, 56)
    blanket = group(
        "blanket",
        cot.room.soft("188,-3! 188,83! 188,168! 268,168! 268,83! 268,-3!", CLOTH["sky"], z=2),
        cot.room.soft("188,-3! 184,83 188,168! 202,168! 198,83 202,-3!", CLOTH["white"], z=2),
        cot.room.fold("204,46 224,52 250,56", FINE, z=4),
        cot.room.fold("204,110 224,104 250,98", FINE, z=4),
    )
    return [cot.back, cot.lay(170, 78, 0.82, on_back_covered(Baby("s4", "yellow", "black"))), blanket, cot.front]


@scene
def baby_in_moses_basket() -> Drawing:
    """Baby asleep on the back in a Moses basket.

    A Moses basket seen from above. A baby in a sleep bag sleeps on the back. There is nothing else in the basket.
    """
    return basket(208, 152, 1.74, on_back(Baby("s1", "yellow", "brown"), "mint"))


@scene
def clear_cot() -> Drawing:
    """A clear cot with a flat mattress.

    A cot seen from above. There is a flat mattress and nothing else in the cot.
    """
    cot = Cot(130, 56)
    return [cot.back, cot.front]


@scene
def feet_at_the_end() -> Drawing:
    """Feet at the end of the cot.

    A cot seen from above. A baby sleeps on the back. A hand points to the baby's feet at the end of the cot.
    """
    cot = Cot(106, 62)
    return [
        cot.back,
        cot.lay(172, 80, 0.82, on_back(Baby("s3", "yellow", "black"))),
        cot.front,
        arm("430,104 392,124 360,146", [48, 44, 36], RAVI.cloth, RAVI.skin, Hand(point, 6, 1)),
    ]


@scene
def firm_flat_mattress() -> Drawing:
    """A hand presses a firm, flat mattress.

    A flat mattress seen from above. A hand presses on it and the mattress stays flat. There is a green tick.
    """
    room = Room(118, 96, 1.06)
    corner, left, near, right = Spot(0, 0), Spot(0, 150), Spot(250, 150), Spot(250, 0)
    under, seam = ([each._replace(z=z) for each in (right, near, left)] for z in (-32, -16))
    mattress = group(
        "mattress",
        room.plane(left, near, right, *under, fill=THING["mattress_side"]),
        room.plane(corner, right, near, left, fill=THING["sheet"]),
        room.line(seam[2], seam[1], FINE),
        room.line(seam[1], seam[0], FINE),
        room.line(near, under[1], INNER),
    )
    hand = Hand(flat, 10, 1.3)
    return [
        mattress,
        arm("276,-20 274,30 252,80 212,128", [62, 60, 52, 44], ABDUL.cloth, ABDUL.skin, hand),
        tick(352, 52),
    ]


@scene
def small_baby_own_cot() -> Drawing:
    """A very small baby in a cot.

    A cot seen from above. A very small baby sleeps on the back near the end of the cot. There is a green tick.
    """
    cot = Cot(118, 62)
    return [cot.back, cot.lay(205, 78, 0.54, on_back(Baby("s1", "yellow", "brown"), "mint")), cot.front, tick(352, 48)]
