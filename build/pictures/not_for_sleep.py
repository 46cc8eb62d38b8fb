"""What babies should not sleep in, empty: an air bed, a bouncer, a swing."""

from pictures.ink import FINE, INNER, Drawing, Group, group, place
from pictures.palette import CLOTH, THING
from pictures.room import Room
from pictures.strokes import box, oval, smooth, stroke

WRONG = CLOTH["coral"]


def air_bed(x: float, y: float, scale: float) -> Group:
    """A blown-up bed with its pump, in the slanted room from its far left corner."""
    room = Room(x, y, scale)
    edge = "0,-2 60,-8 130,-2 200,-8 262,-2 274,40 264,80 274,120 262,158 200,166 130,158 60,166 0,158"
    outline = f"{edge} -12,120 -2,80 -12,40"
    low = room.soft(outline, WRONG, z=-48)
    middle = room.soft(outline, WRONG, z=-24)
    high = room.soft(outline, WRONG, z=0)
    pillow = room.soft("-6,6,8 44,0,16 50,78,18 44,156,16 -6,152,8 -14,80,14", WRONG)
    waves = [room.fold(f"{u},0 {u - 4},78 {u},158", INNER, z=2) for u in (92, 136, 180, 224)]
    x, y = room.point(286, 84, -18)
    pump = [
        stroke(f"{x - 18},{y - 6} {x + 8},{y + 10} {x + 30},{y + 2}", 7),
        box(x + 24, y - 30, 30, 42, 6, THING["dark"]),
        stroke(f"{x + 39},{y - 30} {x + 39},{y - 52}", 5),
        stroke(f"{x + 24},{y - 53} {x + 54},{y - 53}", 7),
    ]
    return group("air-bed", low, middle, high, waves, pillow, group("pump", pump))


def bouncer(x: float, y: float, scale: float) -> Group:
    """A sloping chair of cloth on a bent wire, with toys on a bar, from the side; x,y is the middle of its foot."""
    wire = "-70,-2! 74,-2 88,-14 66,-44! -62,-134"
    toys = [stroke(f"{across},{top} {across},{top + 22}", FINE) for across, top in ((-4, -138), (26, -136))]
    parts: Drawing = [
        _bar(wire),
        smooth("-74,-136 -62,-148 -46,-138 -22,-84 16,-54 56,-58 72,-52 68,-34 44,-18 4,-22 -40,-66", WRONG),
        stroke("-58,-122 -30,-72 10,-40 54,-42"),
        _bar("-30,-74! -36,-116 -8,-142 26,-140 50,-116 54,-56!"),
        toys,
        oval(-4, -108, 10, 10, CLOTH["yellow"], width=INNER),
        box(16, -114, 20, 20, 5, CLOTH["sky"], width=INNER),
    ]
    return group("bouncer", place(x, y, parts, scale=scale))


def swing(x: float, y: float, scale: float) -> Group:
    """A seat that hangs in a frame, from the side; x,y is the middle of its foot."""
    parts: Drawing = [
        _bar("-82,0! -4,-206! 82,0!"),
        _bar("-4,-206! -26,-84!"),
        _bar("-4,-206! 26,-60!"),
        smooth("-64,-126 -52,-138 -38,-128 -24,-84 8,-62 46,-66 60,-56 54,-38 30,-28 -10,-30 -40,-62", WRONG),
        stroke("-50,-116 -30,-66 4,-46 44,-50"),
        oval(-4, -206, 13, 13, THING["dark"]),
        [box(side * 82 - 17, -7, 34, 10, 5, THING["dark"]) for side in (-1, 1)],
    ]
    return group("swing", place(x, y, parts, scale=scale))


def _bar(points: str) -> Drawing:
    """A metal bar."""
    return [stroke(points, 10), stroke(points, 4.4, THING["metal"])]
