"""The travel cot: a frame of cloth with sides of mesh, and a thin, flat mattress."""

from dataclasses import dataclass

from pictures.ink import THINNEST, Drawing, Group, Part, Shape, group
from pictures.palette import CLOTH, THING
from pictures.room import Room, Spot

FRAME = CLOTH["slate"]

# Beams at the top and corners, and the mattress: thinner than that of a cot at home.
BEAM, POST, MATTRESS = 15, 13, 8
STEP = 17


@dataclass(frozen=True)
class TravelCot:
    """A travel cot from its far left corner, drawn as the cot at home: far sides up, near sides below the mattress."""

    x: float
    y: float
    scale: float = 1
    length: float = 250
    width: float = 150
    high: float = 50
    low: float = 44

    @property
    def room(self) -> Room:
        """The room it stands in: the origin is the far left corner of the mattress."""
        return Room(self.x, self.y, self.scale)

    def lay(self, u: float, v: float, scale: float, drawing: Drawing) -> list[Part]:
        """A baby on the mattress."""
        return self.room.lay(u, v, scale, drawing)

    @property
    def back(self) -> Group:
        """What lies behind the baby: far sides and mattress."""
        corner, far, left = (Spot(u, v, self.high) for u, v in ((0, 0), (self.length, 0), (0, self.width)))
        near, right = Spot(self.length, self.width), Spot(self.length, 0)
        under = [each._replace(z=-MATTRESS) for each in (right, near, left._replace(z=0))]
        return group(
            "travel-cot-back",
            self._mesh(corner._replace(z=0), far),
            self._mesh(corner._replace(z=0), left),
            self.room.plane(left._replace(z=0), near, right, *under, fill=THING["mattress_side"]),
            self.room.plane(corner._replace(z=0), right, near, left._replace(z=0), fill=THING["sheet"]),
            self.room.beam(corner, far, self._beam, FRAME),
            self.room.beam(corner, left, self._beam, FRAME),
            self.room.beam(corner._replace(z=-2), corner, self._post, FRAME),
        )

    @property
    def front(self) -> Group:
        """What lies before the baby: near sides, corners and feet."""
        top, bottom = -MATTRESS - 6, -MATTRESS - self.low
        left, near, right = Spot(0, self.width), Spot(self.length, self.width), Spot(self.length, 0)
        edges = [(z, end) for z in (bottom, top) for end in (left, right)]
        return group(
            "travel-cot-front",
            self._mesh(left._replace(z=bottom), near._replace(z=top)),
            self._mesh(right._replace(z=bottom), near._replace(z=top)),
            [self.room.beam(end._replace(z=z), near._replace(z=z), self._post, FRAME) for z, end in edges],
            [
                self.room.beam(foot._replace(z=bottom - 9), foot._replace(z=head), self._post, FRAME)
                for foot, head in ((left, self.high), (right, self.high), (near, top))
            ],
        )

    @property
    def _beam(self) -> float:
        """How thick the top is."""
        return BEAM * max(self.scale, 0.7)

    @property
    def _post(self) -> float:
        """How thick the corners are."""
        return POST * max(self.scale, 0.7)

    def _mesh(self, start: Spot, end: Spot) -> list[Shape]:
        """Crossing threads between two opposite corners of a side."""
        low, high, step = start.z, end.z, STEP / self.scale
        across, down = round((end.u - start.u + end.v - start.v) / step), round((high - low) / step)
        uprights = [
            start._replace(u=_part(start.u, end.u, each, across), v=_part(start.v, end.v, each, across))
            for each in range(1, abs(across))
        ]
        corners = start, end._replace(z=low), end, start._replace(z=high)
        heights = [_part(low, high, each, down) for each in range(1, down)]
        return [
            self.room.plane(*corners, fill=THING["key"]),
            *(self.room.line(each, each._replace(z=high), THINNEST) for each in uprights),
            *(self.room.line(start._replace(z=z), end._replace(z=z), THINNEST) for z in heights),
        ]


def _part(start: float, end: float, each: int, count: int) -> float:
    """A point on the way."""
    return start + (end - start) * each / count
