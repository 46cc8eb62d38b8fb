"""Help with a cot: space for it, a baby bank, a cover for the mattress, and putting it together."""

from pictures.bed import basket, bed
from pictures.cast import JEAN, LEE
from pictures.cot import Cot, small_cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, grip, mitt
from pictures.ink import INNER, Drawing, Group, group, mirrored_page, place
from pictures.palette import CLOTH, THING
from pictures.room import Room, Spot
from pictures.scene import scene
from pictures.signs import tick
from pictures.strokes import box, smooth, straight, stroke
from pictures.walls import WALL, wall_door


@scene
def baby_bank() -> Drawing:
    """A baby bank can give you a cot.

    A woman and a father smile at a counter. She gives him a new Moses basket. Folded baby clothes and nappies are
    on the counter.
    """
    jean, lee = Figure(JEAN, 76, 118, 0.8), Figure(LEE, 78, 112, 0.8)
    return [
        jean.bust("talk", tilt=8, long=206),
        mirrored_page(lee.bust("smile", tilt=8, long=206)),
        group("counter", smooth("-4,232! 404,232! 404,306! -4,306!", THING["wood"])),
        _clothes(64, 232),
        _nappies(330, 232),
        basket(200, 176, 0.86, None),
        jean.arm("right", "116,196 112,218 134,206", Hand(flat, 0, 0.74)),
        mirrored_page(lee.arm("right", "120,196 116,216 138,196", Hand(flat, 0, 0.74))),
    ]


def _clothes(x: float, y: float) -> Group:
    """Folded baby clothes on a pile."""
    colours = ("mint", "yellow", "lilac")
    pile = [box(x - 38, y - 16 * (each + 1), 76, 16, 7, CLOTH[colour]) for each, colour in enumerate(colours)]
    return group("clothes", pile)


def _nappies(x: float, y: float) -> Group:
    """A pile of nappies."""
    return group("nappies", [box(x - 32, y - 14 * (each + 1), 64, 14, 6, CLOTH["white"]) for each in range(3)])


@scene
def room_with_cot_space() -> Drawing:
    """Ask for a room with space for a cot.

    A small room seen from above, with a door, a big bed and a suitcase. A cot stands in the space beside the bed.
    """
    room, large, cot = Room(160, 106, 0.7), bed(152, 98, 0.54, "navy"), small_cot(118, 164)
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
def dad_puts_cot_together() -> Drawing:
    """A father puts the cot together.

    A father with a screwdriver works on a cot. One side of the cot still leans beside it.
    """
    cot, lee = Cot(116, 110, 0.74, length=268, width=140, high=40), Figure(LEE, 0, 0, 0.84)
    behind, torso, head = lee.bust("down", long=130)
    holding, turning = Hand(mitt, 10, 0.8, flip=True), Hand(grip, 0, 0.8, flip=True)
    parts: Drawing = [
        smooth("280,210! 384,200! 394,240 386,278 340,284 258,282 242,266 256,248 284,242", CLOTH["navy"]),
        place(322, 104, behind, flip=True, angle=-18),
        place(322, 104, torso, flip=True, angle=-10),
        place(320, 106, head, flip=True, angle=-20),
        cot.back,
        _slats(cot.room),
        arm("282,140 254,152 240,174", [36, 34, 28], LEE.cloth, LEE.skin, holding, inner="right"),
        _loose_side(cot.room),
        _screwdriver(306, 180),
        arm("368,140 386,186 350,188", [39, 36, 28], LEE.cloth, LEE.skin, turning, inner="left"),
    ]
    return place(-6, 4, parts, scale=0.98)


def _screwdriver(x: float, y: float) -> Group:
    """A screwdriver that points left, its tip at a point."""
    parts = [
        straight((0, 0), (22, 2), 7),
        straight((2, 0), (22, 2), 2.6, THING["metal"]),
        box(20, -6, 30, 16, 6, CLOTH["coral"], width=INNER),
    ]
    return group("screwdriver", place(x, y, parts))


def _slats(room: Room) -> Group:
    """The frame under a mattress."""
    edges = [(Spot(0, 0), Spot(0, 140)), (Spot(268, 0), Spot(268, 140)), (Spot(0, 140), Spot(268, 140))]
    hidden = Spot(272, 0, -24), Spot(272, 144, -24), Spot(-4, 144, -24)
    corners = Spot(0, 140), Spot(268, 0)
    return group(
        "slats",
        room.plane(Spot(0, 0), Spot(270, 0), *hidden, Spot(0, 140), fill=CLOTH["white"], ink=None),
        [room.beam(Spot(u, 0), Spot(u, 140), 12, THING["wood"]) for u in range(34, 260, 40)],
        [room.beam(*each, 11, THING["wood"]) for each in edges],
        [room.beam(each._replace(z=-50), each._replace(z=44), 12, THING["wood"]) for each in corners],
    )


def _loose_side(room: Room) -> Group:
    """The side that is still to fit."""
    near, far, wood = Spot(0, 206, -20), Spot(268, 206, -20), THING["wood"]
    return group(
        "loose-side",
        [room.rail(Spot(u, 206, -70), -20, 7, wood) for u in range(34, 260, 33)],
        [room.beam(near._replace(z=z), far._replace(z=z), 11, wood) for z in (-70, -20)],
        [room.beam(each._replace(z=-74), each._replace(z=-16), 11, wood) for each in (near, far)],
    )
