"""Safer sleep: the places where a baby sleeps, at home and away."""

from pictures.away import bag, car_seat
from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import cradled
from pictures.bed import basket
from pictures.cast import GRACE, LEE, RAVI
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt
from pictures.home import sofa
from pictures.indoors import window
from pictures.ink import Drawing, Group, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, THING
from pictures.poses import bend_over_cot
from pictures.room import LYING
from pictures.scene import scene
from pictures.strokes import smooth
from pictures.travel_cot import TravelCot


@scene
def travel_cot() -> Drawing:
    """Baby asleep on the back in a travel cot.

    A travel cot seen from above, with mesh sides and a thin, flat mattress. A baby sleeps on the back. There is
    nothing else in the cot.
    """
    cot = TravelCot(130, 62, 1.06)
    return [cot.back, cot.lay(152, 66, 0.8, on_back(Baby("s3", "yellow", "black"), "mint")), cot.front]


@scene
def twins() -> Drawing:
    """Twins asleep on the back, feet at opposite ends of the cot.

    A cot seen from above. Two babies sleep on the back, each in a sleep bag. Their feet are at the two ends of
    the cot. They do not touch.
    """
    cot = Cot(112, 52, 0.94, length=320, width=150, high=40)
    baby = Baby("s4", "yellow", "black")
    x, y = cot.room.point(78, 78)
    return [
        cot.back,
        place(x, y, on_back(baby, "mint"), scale=0.58, angle=LYING + 180),
        cot.lay(243, 72, 0.58, on_back(baby, "lilac")),
        cot.front,
    ]


@scene
def day_sleep_same_room() -> Drawing:
    """Baby sleeps in the same room as you in the day too.

    The sun shines in at a window. A father sits on a sofa, awake. A baby sleeps on the back in a Moses basket
    next to him.
    """
    seat, lee = sofa(150, 92, 250), Figure(LEE, 282, 118, 0.72)
    return [
        window(26, 18, 104, 96),
        seat.back,
        place(2 * 282, 0, lee.bust("calm", tilt=8, long=150), flip=True),
        seat.right,
        sitting_legs(282, 216, "navy"),
        lee.arm("left", "222,190 232,214 258,214", Hand(mitt, scale=0.66)),
        lee.arm("right", "340,190 332,216 306,216", Hand(mitt, scale=0.66, flip=True)),
        basket(112, 212, 0.94, on_back(Baby("s1", "mint", "brown"), "yellow")),
    ]


def sitting_legs(x: float, y: float, colour: str) -> Group:
    """The legs of a person who sits and faces us; x,y is the middle of the lap."""
    cloth, shoe = CLOTH[colour], THING["dark"]
    legs = [
        [
            smooth(f"{side * 12},58! {side * 38},58! {side * 44},70 {side * 40},76 {side * 10},76 {side * 8},68", shoe),
            tube(f"{side * 24},0 {side * 28},24 {side * 25},60", [44, 42, 28], cloth),
        ]
        for side in (-1, 1)
    ]
    return group("legs", place(x, y, legs))


@scene
def car_seat_to_cot() -> Drawing:
    """Move baby from the car seat to the cot.

    A father lays a baby on the back in a cot. An empty car seat stands beside him.
    """
    return [
        place(
            -6, 0, bend_over_cot(RAVI, "downsmile", Baby("s3", "yellow", "black", "awake", is_small=True)), scale=0.9
        ),
        car_seat(326, 212, 0.78),
    ]


@scene
def where_tonight() -> Drawing:
    """Where will baby sleep tonight.

    It is night, with a moon in the window. A mother with a packed bag holds her baby next to an empty travel cot.
    """
    grace, cot = Figure(GRACE, 94, 112, 0.8), TravelCot(238, 130, 0.66)
    return [
        window(258, 10, 120, 84, is_night=True),
        cot.back,
        cot.front,
        grace.bust("calm", tilt=8, long=250),
        grace.arm("left", "34,190 46,216 70,222", has_cuff=False),
        grace.arm("right", "160,184 158,206 144,216", has_cuff=False),
        place(66, 176, cradled(Baby("s5", "yellow", "black"), -46, "white"), scale=0.84),
        arm("46,214 86,224 146,208", [29, 28, 23], GRACE.cloth, GRACE.skin, Hand(flat, -4, 0.74)),
        bag(184, 288, 0.66, "mustard"),
    ]
