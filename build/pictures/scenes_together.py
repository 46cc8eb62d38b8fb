"""One cot in layers, to find in show mode what is wrong and to take it out. One over the other they are one picture."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.cot import Cot
from pictures.ink import FINE, INNER, Drawing, group
from pictures.palette import CLOTH
from pictures.room import Spot
from pictures.scene import scene
from pictures.things import teddy

COT = Cot(130, 56)
WRONG, PADS = CLOTH["coral"], CLOTH["sky"]


@scene
def layer_cot() -> Drawing:
    """A cot with a flat mattress, to lay things in.

    The far sides of a cot and its flat mattress, seen from above. The first layer of a picture.
    """
    return [COT.back]


@scene
def layer_padded_sides() -> Drawing:
    """Padded sides for a cot.

    Soft pads along the far sides of a cot. A layer of a picture.
    """
    room, (far, near, high) = COT.room, (3, COT.width - 3, 36)
    end = COT.length - 5
    return group(
        "padded-sides",
        room.plane(Spot(5, far), Spot(end, far), Spot(end, far, high), Spot(5, far, high), fill=PADS),
        room.plane(Spot(3, far), Spot(3, near), Spot(3, near, high), Spot(3, far, high), fill=PADS),
        [room.line(Spot(u, far, 3), Spot(u, far, high - 3), FINE) for u in (58, 112, 166, 220)],
        [room.line(Spot(3, v, 3), Spot(3, v, high - 3), FINE) for v in (57, 110)],
    )


@scene
def layer_pillow() -> Drawing:
    """A pillow at the head of a cot.

    A pillow, as it lies at the head of a cot. A layer of a picture.
    """
    under_head = "18,16 14,40 17,82 14,128 20,150 44,146 70,149 96,152 100,128 98,82 100,38 96,14 70,18 44,19"
    return group("pillow", COT.room.soft(under_head, CLOTH["lilac"], z=3))


@scene
def layer_baby() -> Drawing:
    """A baby asleep on the back, to lay in a cot.

    A baby who sleeps on the back. A layer of a picture.
    """
    return COT.lay(140, 80, 0.82, on_back(Baby("s3", "mint", "black")))


@scene
def layer_duvet() -> Drawing:
    """A duvet over the legs.

    A thick duvet, as it lies over the lower half of a cot. A layer of a picture.
    """
    over_legs = "176,4 170,44 175,92 168,130 172,160 220,166 262,162 267,120 264,60 267,8 220,2"
    fold = COT.room.fold("190,4 184,50 189,100 184,162", INNER, z=5)
    return group("duvet", COT.room.soft(over_legs, WRONG, z=5), fold)


@scene
def layer_teddy() -> Drawing:
    """A teddy bear in a cot.

    A teddy bear, as it lies in a cot beside a baby. A layer of a picture.
    """
    return teddy(246, 80, 0.86, 14)


@scene
def layer_cot_front() -> Drawing:
    """The near sides of a cot.

    The near sides and posts of a cot, let down. The last layer of a picture.
    """
    return [COT.front]
