"""Safer sleep: the places where a baby sleeps, at home and away."""

from pictures.away import bag, car_seat
from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import cradled
from pictures.bed import basket, bed
from pictures.cast import GRACE, KOFI, LEE, RAVI, SANA
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.flat_pram import flat_pram
from pictures.hands import Hand, flat, grip, mitt
from pictures.home import sofa
from pictures.indoors import window
from pictures.ink import INNER, Drawing, Group, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, THING
from pictures.poses import bend_over_cot
from pictures.room import LYING, Room, Spot
from pictures.scene import scene
from pictures.signs import tick
from pictures.strokes import box, smooth, straight, stroke
from pictures.travel_cot import TravelCot
from pictures.walls import WALL, wall_door


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

    The sun shines in at a window. A mother sits on a sofa, awake. A baby sleeps on the back in a Moses basket
    next to him.
    """
    seat, sana = sofa(150, 92, 238), Figure(SANA, 282, 118, 0.74)
    return [
        window(26, 18, 104, 96),
        seat.back,
        place(2 * 282, 0, sana.bust("smile", tilt=8, long=150), flip=True),
        seat.right,
        sitting_legs(282, 216, "navy"),
        sana.arm("left", "226,190 232,214 258,214", Hand(mitt, scale=0.66)),
        sana.arm("right", "336,190 332,216 306,216", Hand(mitt, scale=0.66, flip=True)),
        basket(112, 212, 0.94, on_back(Baby("s3", "mint", "black"), "yellow")),
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


@scene
def twins_2_cots() -> Drawing:
    """Twins sleep in 2 cots in your room.

    A father sleeps in a bed. Beside it are two cots. A baby sleeps on the back in each cot.
    """
    large = bed(216, 48, 0.62, "green")
    sleeper = Figure(KOFI, 0, 0).bust("asleep", tilt=6, long=90)
    baby = Baby("s5", "yellow", "black", is_small=True)
    return [
        large.back,
        place(*large.room.point(92, 92, 6), sleeper, scale=0.52, angle=-69, flip=True),
        large.duvet,
        _cot_with(_small_cot(150, 110), on_back(baby, "mint")),
        _cot_with(_small_cot(78, 168), on_back(baby, "lilac")),
    ]


def _cot_with(cot: Cot, baby: Group) -> Group:
    """A baby in a small cot."""
    return group("cot", cot.back, cot.lay(126, 52, 0.53, baby), cot.front)


def _small_cot(x: float, y: float) -> Cot:
    """A cot with few rails, to stand beside others."""
    return Cot(x, y, 0.64, length=210, width=104, high=34, low=40, side_rails=4, end_rails=2)


@scene
def room_with_cot_space() -> Drawing:
    """Ask for a room with space for a cot.

    A small room seen from above, with a door, a big bed and a suitcase. A cot stands in the space beside the bed.
    """
    room, large, cot = Room(160, 106, 0.7), bed(152, 98, 0.54, "navy"), _small_cot(118, 164)
    return [
        _corner_of_room(room),
        wall_door(room, 236, 300, (-46, 96)),
        large.back,
        large.duvet,
        group("cot", cot.back, cot.front),
        _suitcase(room),
    ]


def _corner_of_room(room: Room) -> Group:
    """The floor and two walls."""
    corner, far, left = Spot(-40, WALL, -46), Spot(326, WALL, -46), Spot(-40, 258, -46)
    walls = [[corner, end, end._replace(z=108), corner._replace(z=108)] for end in (far, left)]
    return group(
        "room",
        room.plane(corner, far, Spot(326, 258, -46), left, fill=THING["floor"]),
        [room.plane(*each, fill=THING["room"]) for each in walls],
    )


def _suitcase(room: Room) -> Group:
    """A suitcase that stands on the floor."""
    (left, low), (right, _) = room.point(252, 170, -46), room.point(318, 170, -46)
    handle = f"{left + 16},{low - 52}! {left + 16},{low - 66}! {right - 18},{low - 66}! {right - 18},{low - 52}!"
    return group(
        "suitcase",
        stroke(handle, 5),
        box(left, low - 54, right - left, 56, 8, CLOTH["rust"]),
        [straight((x, low - 54), (x, low + 2), INNER) for x in (left + 11, right - 11)],
    )


@scene
def waterproof_cover() -> Drawing:
    """Put a waterproof cover on the mattress.

    Two hands pull a cover over the corner of a mattress. Drops of water lie on the cover. There is a green tick.
    """
    room = Room(132, 62, 1.04)
    corner, left, near, right = Spot(0, 0), Spot(0, 150), Spot(250, 150), Spot(250, 0)
    under = [each._replace(z=-30) for each in (right, near, left)]
    cloth = CLOTH["mint"]
    drop = smooth("0,-17! 9,-1 8,8 0,12 -8,8 -9,-1", CLOTH["sky"], width=INNER)
    return [
        group(
            "mattress",
            room.plane(left, near, right, *under, fill=THING["mattress_side"]),
            room.plane(corner, right, near, left, fill=THING["sheet"]),
            room.line(near, under[1], INNER),
        ),
        group(
            "cover",
            room.soft("0,0! 250,0! 250,60! 244,88 206,104 190,128 180,150! 0,150!", cloth, z=2),
            room.soft("0,150,2! 180,150,2! 172,152,-10 184,152,-22 176,150,-34! 0,150,-34!", cloth),
            room.soft("250,0,2! 250,60,2! 252,52,-10 252,66,-22 250,56,-34! 250,0,-34!", cloth),
        ),
        group("drops", [place(*room.point(u, v, 2), drop) for u, v in ((40, 60), (116, 36), (92, 106), (176, 60))]),
        arm("230,320 232,290 226,258", [56, 50, 42], LEE.cloth, LEE.skin, Hand(grip, -6, 1.1)),
        arm("420,190 390,190 352,176", [56, 50, 42], LEE.cloth, LEE.skin, Hand(grip, 6, 1.1)),
        tick(352, 48),
    ]


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
        sitting_legs(300, 218, "slate"),
        [box(x, 172, 30, 106, 13, chair) for x in (216, 354)],
        ravi.arm("left", "240,186 238,208 268,204", Hand(grip, scale=0.7)),
        ravi.arm("right", "360,186 362,208 332,204", Hand(grip, scale=0.7, flip=True)),
        _vest(300, 208),
        basket(112, 212, 0.94, on_back(Baby("s3", "mint", "black"), "yellow")),
    ]


def _vest(x: float, y: float) -> Group:
    """A small vest, held up by its shoulders."""
    outline = "-24,-14! -12,-16! 0,-8 12,-16! 24,-14! 34,4! 22,10! 22,44! -22,44! -22,10! -34,4!"
    return group("vest", place(x, y, smooth(outline, CLOTH["yellow"])))
