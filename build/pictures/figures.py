"""Adults in their places. What an arm holds is drawn over the arm, then the lower arm alone again over that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pictures.curves import read_knots
from pictures.faces import Mood
from pictures.hands import Hand
from pictures.heads import head
from pictures.ink import Drawing, Group, Part, Shape, affine, group, place
from pictures.limbs import Side, last_step, round_tube, shoulder, sleeve, tube
from pictures.necklines import Top
from pictures.palette import CLOTH, THING
from pictures.person import Person
from pictures.strokes import path, smooth, stroke

# The point that keeps the outer edge of an arm straight: how far down towards the elbow, and how far out.
UPPER_ARM, OUT = 0.42, 4


class Bust(NamedTuple):
    """A half figure in layers, so that arms may come between."""

    behind: list[Part]
    torso: list[Part]
    head: list[Part]


@dataclass(frozen=True)
class Figure:
    """A person with the pit of the neck at a point of the page, facing right."""

    person: Person
    x: float
    y: float
    scale: float = 1

    def bust(self, mood: Mood = "calm", *, tilt: float = 0, head_x: float = 4, long: float = 170) -> Bust:
        """Head and trunk."""
        behind, front = head(self.person, mood)
        on_neck = affine(head_x, self.person.build.head_y, angle=tilt)
        return Bust(
            self._placed(behind.moved(on_neck) if behind else None),
            self._placed(_torso(self.person, long)),
            self._placed(front.moved(on_neck)),
        )

    def arm(
        self,
        side: Side,
        points: str,
        hand: Hand | None = None,
        *,
        widths: Sequence[float] | None = None,
        has_cuff: bool = True,
    ) -> Group:
        """An arm from the left or right shoulder on the page; its points run from elbow to wrist."""
        build = self.person.build
        shoulder_x, shoulder_y = build.shoulders[side == "right"]
        start_x, start_y = self.x + shoulder_x * self.scale, self.y + shoulder_y * self.scale
        elbow = read_knots(points)[0]
        out = (OUT if side == "right" else -OUT) * self.scale
        upper_x = start_x * (1 - UPPER_ARM) + elbow.x * UPPER_ARM + out
        upper_y = start_y * (1 - UPPER_ARM) + elbow.y * UPPER_ARM
        whole = f"{start_x},{start_y} {upper_x:.1f},{upper_y:.1f} {points}"
        inner: Side = "right" if side == "left" else "left"
        return arm(
            whole,
            widths or self._arm_widths(len(points.split())),
            self.person.cloth,
            self.person.skin,
            hand,
            inner=inner,
            has_cuff=has_cuff,
        )

    def _placed(self, drawing: Drawing) -> list[Part]:
        """A drawing about the pit of the neck, on the page."""
        return place(self.x, self.y, drawing, scale=self.scale)

    def _arm_widths(self, count: int) -> list[float]:
        """The widths of an arm with so many points from the elbow on."""
        first, upper, wrist = (each * self.scale for each in self.person.build.arm)
        return [first, *(upper + (wrist - upper) * step / count for step in range(count + 1))]


def arm(
    points: str,
    widths: Sequence[float],
    cloth: str,
    skin: str,
    hand: Hand | None = None,
    *,
    inner: Side | None = None,
    is_bent_at_start: bool = False,
    has_cuff: bool = True,
) -> Group:
    """A sleeve along points with a hand at its end. It starts at a shoulder (inner), at an elbow, or out of sight."""
    direction, (x, y) = last_step(points)
    sleeve_parts: Drawing
    if inner:
        sleeve_parts = shoulder(points, widths, cloth, inner)
    elif is_bent_at_start:
        sleeve_parts = round_tube(points, widths, cloth)
    else:
        sleeve_parts = sleeve(points, widths, cloth)
    cuff = place(x, y, _cuff(widths[-1], cloth), angle=direction) if has_cuff else None
    return group("arm", hand.at(x, y, direction, skin) if hand else None, sleeve_parts, cuff)


def walking_legs(x: float, y: float, scale: float, colour: str) -> list[Part]:
    """Two legs striding to the right, the hips at x,y; 160 high."""
    cloth, shoe = CLOTH[colour], THING["dark"]
    far = group(
        "leg-far",
        tube("-4,-6 30,62 46,134", [42, 35, 25], cloth),
        smooth("33,128! 58,128! 64,140 86,148 90,156 78,160 38,158!", shoe),
    )
    near = group(
        "leg-near",
        tube("0,-6 2,66 -36,128", [48, 39, 26], cloth),
        smooth("-50,119! -26,138! -26,149 -17,156 -24,165 -40,159 -62,139!", shoe),
    )
    return place(x, y, far, near, scale=scale)


def _cuff(wrist: float, cloth: str) -> Shape:
    """The end of a sleeve, 15 long."""
    half = wrist / 2 + 1.2
    return path(f"M-12 {-half} L3 {-half} L3 {half} L-12 {half} Z", cloth)


def _torso(person: Person, long: float) -> Group:
    """The trunk down to a height, with the neck over it and the neckline over both."""
    build = person.build
    trunk = smooth(f"{build.hips[0]},{long}! {build.trunk} {build.hips[1]},{long}!", person.cloth)
    neckline = person.neckline(Top(*build.collar, long, person.cloth, person.skin_colour))
    return group("torso", trunk, _neck(person), neckline)


def _neck(person: Person) -> list[Shape]:
    """The neck down to its pit, with the shadow of the chin."""
    width, (edge, y) = person.build.neck, person.build.collar
    left, right = f"{-width - 3},-34! {-width - 4},0! {-edge},{y}!", f"{edge},{y - 1}! {width + 2},0! {width},-30!"
    return [
        smooth(f"{left} {person.build.pit} {right}", person.skin_colour, ink=None),
        stroke(f"{-width - 3},-30 {-width - 3.6},2"),
        stroke(f"{width + 0.6},-20 {width + 2},2"),
        path(f"M{-width - 2} -18 C-10 -2 4 4 {width} 2 L{width} -16 Z", person.shade, ink=None),
    ]
