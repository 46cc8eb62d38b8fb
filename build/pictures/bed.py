"""The bed of a parent and the Moses basket of a baby, in the slanted room."""

from typing import NamedTuple

from pictures.ink import FINE, INNER, Drawing, Group, Shape, group, place
from pictures.palette import CLOTH, THING
from pictures.room import Room, Spot
from pictures.strokes import smooth, stroke

# The basket.
RIM = ((-86, -58), (-20, -42), (50, -14), (92, 14), (88, 42), (52, 50), (-10, 32), (-72, 4), (-102, -24), (-104, -48))
SIDE = "-105,-40! -100,-4 -86,28 -58,46 0,66 52,80 78,78 90,60 93,22! 88,42 52,50 -10,32 -72,4 -102,-24"
WEAVE = (
    "-90,0 -74,32",
    "-60,16 -46,48",
    "-26,32 -16,59",
    "42,54 48,76",
    "72,52 74,76",
    "-98,8 -70,28 -10,53 50,69 90,50",
)


class Bed(NamedTuple):
    """What lies behind the sleeper, the duvet over the sleeper, and the room they are in."""

    back: Group
    duvet: Group
    room: Room


def bed(x: float, y: float, scale: float, duvet: str) -> Bed:
    """A bed, 300 by 176, its head board at the left, with one pillow."""
    room = Room(x, y, scale)
    left, near, right = Spot(0, 176), Spot(300, 176), Spot(300, 0)
    under = [each._replace(z=-46) for each in (right, near, left)]
    head_board = "0,-4,43.4 0,6,60.2 0,44,72.8 0,88,77 0,132,72.8 0,170,60.2 0,180,43.4"
    back = group(
        "bed",
        room.soft(f"0,-4,-46! {head_board} 0,180,-46!", THING["wood"]),
        room.plane(left, near, right, *under, fill=THING["mattress_side"]),
        room.plane(Spot(0, 0), right, near, left, fill=THING["sheet"]),
        room.soft("4,8,4 10,88,6 4,168,4 44,164,6 84,168,4 80,88,6 84,8,4 44,12,6", CLOTH["white"]),
    )
    return Bed(back, _duvet(room, CLOTH[duvet]), room)


def _duvet(room: Room, cloth: str) -> Group:
    """From the shoulders down, the sheet folded over it; never over a face."""
    near_side = "308,-4,-36.8! 308,182,-36.8! 150,184,-34.04 118,184,-36.8! 118,182,4!"
    fold = "116,-6,6! 142,-6,7! 146,88,17 142,182,4! 140,184,-23! 116,184,-23! 116,182,4! 120,88,16"
    return group(
        "duvet",
        room.soft(f"118,-6,6! 180,-8,10 306,-6,2! {near_side} 122,88,16", cloth),
        room.fold("118,182,2 210,182,4 306,180,0", INNER),
        room.fold("306,180,0 306,-6,2", INNER),
        room.soft(fold, CLOTH["white"]),
    )


def basket(x: float, y: float, scale: float, baby: Drawing) -> Group:
    """A Moses basket; the baby is drawn head up and laid inside."""
    parts: list[Drawing] = [
        _handle("-36,-47 -32,-70 -4,-79 20,-62 26,-27"),
        _hollow_basket(),
        place(-2, -6, baby, scale=0.58, angle=-68),
        _handle("-48,20 -42,44 -20,60 6,62 20,48"),
    ]
    return group("basket", place(x, y, parts, scale=scale))


def _hollow_basket() -> list[Shape]:
    """The side with its weave, the rim and the sheet inside."""
    outer = " ".join(f"{across},{down}" for across, down in RIM)
    inner = " ".join(f"{across * 0.9 - 1:.1f},{down * 0.84 - 1:.1f}" for across, down in RIM)
    return [
        smooth(SIDE, THING["wood"]),
        smooth(outer, THING["wood"]),
        smooth(inner, THING["sheet"], width=INNER),
        *(stroke(each, FINE) for each in WEAVE),
    ]


def _handle(points: str) -> list[Shape]:
    """A handle of the basket."""
    return [stroke(points, 9.4), stroke(points, 3.6, THING["wood"])]
