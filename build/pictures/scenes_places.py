"""Safer sleep: in the day, for twins, and away from home."""

from pictures.away import bag, car_seat
from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import cradled
from pictures.bed import basket, bed
from pictures.cast import GRACE, KOFI, RAVI, SANA
from pictures.cot import Cot, small_cot
from pictures.figures import Figure, arm
from pictures.flat_pram import flat_pram
from pictures.hands import Hand, flat, grip, mitt
from pictures.home import sofa
from pictures.indoors import window
from pictures.ink import INNER, Drawing, Group, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, THING
from pictures.poses import bend_over_cot
from pictures.room import LYING
from pictures.scene import scene
from pictures.signs import tick
from pictures.sleepers import asleep_in
from pictures.strokes import box, smooth, straight
from pictures.travel_cot import TravelCot


@scene
def day_sleep_same_room() -> Drawing:
    """Baby sleeps in the same room as you in the day too.

    The sun shines in at a window. A mother sits on a sofa, awake. A baby sleeps on the back in a Moses basket
    next to her.
    """
    seat, sana = sofa(150, 92, 238), Figure(SANA, 282, 118, 0.74)
    return [
        window(26, 18, 104, 96),
        seat.back,
        place(2 * 282, 0, sana.bust("smile", tilt=8, long=150), flip=True),
        seat.right,
        _sitting_legs(282, 211, "navy"),
        sana.arm("left", "226,190 232,214 258,214", Hand(mitt, scale=0.66)),
        sana.arm("right", "336,190 332,216 306,216", Hand(mitt, scale=0.66, flip=True)),
        basket(112, 212, 0.94, on_back(Baby("s3", "mint", "black"), "yellow")),
    ]


@scene
def dad_day_sleep_same_room() -> Drawing:
    """A father stays in the room when baby naps.

    The sun shines in at a window. A father sits and folds small clothes, awake. A baby sleeps on the back in a
    Moses basket next to him.
    """
    ravi, chair = Figure(RAVI, 300, 112, 0.76), CLOTH["lilac"]
    return [
        window(26, 18, 104, 96),
        box(228, 84, 144, 150, 30, chair),
        place(2 * 300, 0, ravi.bust("smile", tilt=8, long=150), flip=True),
        _sitting_legs(300, 211, "slate"),
        [box(x, 168, 30, 106, 13, chair) for x in (216, 354)],
        ravi.arm("left", "240,186 238,208 268,204", Hand(grip, scale=0.7)),
        ravi.arm("right", "360,186 362,208 332,204", Hand(grip, scale=0.7, flip=True)),
        _vest(300, 208),
        basket(112, 212, 0.94, on_back(Baby("s3", "mint", "black"), "yellow")),
    ]


def _sitting_legs(x: float, y: float, colour: str) -> Group:
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


def _vest(x: float, y: float) -> Group:
    """A small vest, held up by its shoulders."""
    outline = "-24,-14! -12,-16! 0,-8 12,-16! 24,-14! 34,4! 22,10! 22,44! -22,44! -22,10! -34,4!"
    return group("vest", place(x, y, smooth(outline, CLOTH["yellow"])))


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
def twins_2_cots() -> Drawing:
    """Twins sleep in 2 cots in your room.

    A father sleeps in a bed. Beside it are two cots. A baby sleeps on the back in each cot.
    """
    large = bed(216, 48, 0.62, "green")
    baby = Baby("s5", "yellow", "black", is_small=True)
    return [
        asleep_in(large, KOFI, 0.52),
        _cot_with(small_cot(150, 110), on_back(baby, "mint")),
        _cot_with(small_cot(78, 168), on_back(baby, "lilac")),
    ]


def _cot_with(cot: Cot, baby: Group) -> Group:
    """A baby in a small cot."""
    return group("cot", cot.back, cot.lay(126, 52, 0.53, baby), cot.front)


@scene
def travel_cot() -> Drawing:
    """Baby asleep on the back in a travel cot.

    A travel cot seen from above, with mesh sides and a thin, flat mattress. A baby sleeps on the back. There is
    nothing else in the cot.
    """
    cot = TravelCot(130, 62, 1.06)
    return [cot.back, cot.lay(152, 66, 0.8, on_back(Baby("s3", "yellow", "black"), "mint")), cot.front]


@scene
def where_tonight() -> Drawing:
    """Where will baby sleep tonight.

    It is night, with a moon in the window. A mother with a packed bag holds her baby next to an empty travel cot.
    """
    grace, hand = Figure(GRACE, 94, 112, 0.8), Hand(flat, -4, 0.74)
    mother: Drawing = [
        grace.bust("calm", tilt=8, long=250),
        grace.arm("left", "34,190 46,216 70,222", has_cuff=False),
        grace.arm("right", "160,184 158,206 144,216", has_cuff=False),
        place(66, 176, cradled(Baby("s5", "yellow", "black"), -46, "white"), scale=0.84),
        arm("46,214 86,224 146,208", [29, 28, 23], GRACE.cloth, GRACE.skin, hand),
    ]
    return _away_for_a_night(mother)


@scene
def dad_where_tonight() -> Drawing:
    """A father plans where baby will sleep tonight.

    It is night, with a moon in the window. A father with a packed bag holds his baby next to an empty travel cot.
    """
    ravi, hand = Figure(RAVI, 94, 112, 0.8), Hand(flat, -4, 0.76)
    father: Drawing = [
        ravi.bust("calm", tilt=8, long=250),
        ravi.arm("left", "26,190 40,218 68,224", has_cuff=False),
        ravi.arm("right", "166,184 164,206 146,216", has_cuff=False),
        place(66, 174, cradled(Baby("s3", "mint", "black"), -40), scale=0.86),
        arm("40,216 86,226 148,208", [34, 32, 26], RAVI.cloth, RAVI.skin, hand),
    ]
    return _away_for_a_night(father)


def _away_for_a_night(parent: Drawing) -> Drawing:
    """A parent with a bag at night, next to an empty travel cot."""
    cot = TravelCot(238, 130, 0.66)
    return [
        window(258, 10, 120, 84, is_night=True),
        cot.back,
        cot.front,
        parent,
        bag(184, 288, 0.66, "mustard"),
    ]


@scene
def car_seat_to_cot() -> Drawing:
    """Move baby from the car seat to the cot.

    A father lays a baby on the back in a cot. An empty car seat stands beside him.
    """
    baby = Baby("s3", "yellow", "black", "awake", is_small=True)
    return [place(-6, 0, bend_over_cot(RAVI, "downsmile", baby), scale=0.9), car_seat(326, 212, 0.78)]


@scene
def pram_flat() -> Drawing:
    """A pram must be fully flat for sleep.

    A pram with a flat, open carrycot and the hood folded back. A baby sleeps on the back in it. There is a green tick.
    """
    return [
        straight((16, 280), (384, 280), INNER),
        flat_pram(214, 162, 1.16, on_back(Baby("s2", "mint", "dark"), "yellow")),
        tick(350, 48),
    ]
