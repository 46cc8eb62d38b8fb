"""The cot: far sides up, near sides let down below the mattress, so that nothing crosses the baby."""

from dataclasses import dataclass

from pictures.ink import Drawing, Group, Part, Shape, group
from pictures.palette import THING
from pictures.room import Room, Spot

WOOD, GAP = THING["wood"], THING["gap"]

# How much of the mattress shows: a plain edge says flat and firm.
MATTRESS = 13

# Posts, beams and rails of a cot that fills the page, and of one that does not.
LARGE = 0.8
THICK, THIN = (12.6, 11.6, 7.2), (10, 9, 5.6)


@dataclass(frozen=True)
class Cot:
    """A cot from its far left corner; high and low say how far its far sides go up and its near sides down."""

    x: float
    y: float
    scale: float = 1
    length: float = 272
    width: float = 166
    high: float = 44
    low: float = 46
    side_rails: int = 9
    end_rails: int = 4

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
        post, beam, _ = self._thickness
        far, left = Spot(self.length, 0, self.high), Spot(0, self.width, self.high)
        corner = Spot(0, 0, self.high)
        return group(
            "cot-back",
            self._gap(Spot(0, 0), far),
            self._gap(Spot(0, 0), left),
            self._side_rails(0, -4, self.high),
            self._end_rails(0, -4, self.high),
            self._mattress(),
            self.room.beam(corner, far, beam, WOOD),
            self.room.beam(corner, left, beam, WOOD),
            self.room.beam(Spot(0, 0, -2), Spot(0, 0, self.high + 5), post, WOOD),
        )

    @property
    def front(self) -> Group:
        """What lies before the baby: near sides and posts."""
        post, beam, _ = self._thickness
        top, bottom = -MATTRESS - 4, -MATTRESS - self.low
        left, near, right = Spot(0, self.width), Spot(self.length, self.width), Spot(self.length, 0)
        return group(
            "cot-front",
            self._gap(left._replace(z=top), near._replace(z=bottom)),
            self._gap(right._replace(z=top), near._replace(z=bottom)),
            self._side_rails(self.width, top, bottom),
            self._end_rails(self.length, top, bottom),
            *(
                self.room.beam(end._replace(z=z), near._replace(z=z), beam, WOOD)
                for z, end in ((bottom, left), (bottom, right), (top, right), (top, left))
            ),
            *(
                self.room.beam(foot._replace(z=bottom - 11), foot._replace(z=head), post, WOOD)
                for foot, head in ((left, self.high + 5), (right, self.high + 5), (near, top + 4))
            ),
        )

    @property
    def _thickness(self) -> tuple[float, float, float]:
        """How thick posts, beams and rails are."""
        return THICK if self.scale > LARGE else THIN

    def _gap(self, start: Spot, end: Spot) -> Shape:
        """The pale space between rails, from one corner to the opposite one."""
        low, high = start.z, end.z
        corners = start, end._replace(z=low), end, start._replace(z=high)
        return self.room.plane(*corners, fill=GAP, ink=None)

    def _side_rails(self, v: float, low: float, high: float) -> list[Shape]:
        """The rails of a long side."""
        places = (self.length * each / self.side_rails for each in range(1, self.side_rails))
        return [self.room.rail(Spot(u, v, low), high, self._thickness[2], WOOD) for u in places]

    def _end_rails(self, u: float, low: float, high: float) -> list[Shape]:
        """The rails of a short side."""
        places = (self.width * each / self.end_rails for each in range(1, self.end_rails))
        return [self.room.rail(Spot(u, v, low), high, self._thickness[2], WOOD) for v in places]

    def _mattress(self) -> list[Shape]:
        """The mattress under its sheet."""
        corner, left = Spot(0, 0), Spot(0, self.width)
        near, right = Spot(self.length, self.width), Spot(self.length, 0)
        under = [each._replace(z=-MATTRESS - 6) for each in (right, near, left)]
        return [
            self.room.plane(left, near, right, *under, fill=THING["mattress_side"]),
            self.room.plane(corner, right, near, left, fill=THING["sheet"]),
        ]


def small_cot(x: float, y: float) -> Cot:
    """A cot with few rails, to stand beside other things."""
    return Cot(x, y, 0.64, length=210, width=104, high=34, low=40, side_rails=4, end_rails=2)
