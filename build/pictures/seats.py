"""People who sit, at a table: at the left, facing right; mirror the page for the other side."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from pictures.faces import Mood
from pictures.figures import Figure
from pictures.hands import Hand, mitt, palm
from pictures.hands import point as pointing
from pictures.ink import INNER, Drawing, Group, Part, group, mirrored_page, place
from pictures.limbs import Side
from pictures.palette import CLOTH, THING
from pictures.paper import writing
from pictures.person import Person
from pictures.strokes import smooth, straight, stroke
from pictures.things import mug

Gesture: TypeAlias = Literal["open", "point", "write", "show"]

EDGE = 238

# The arm nearer to the middle of the page, and its hand.
GESTURES: Mapping[Gesture, tuple[str, Hand]] = {
    "open": ("140,204 154,232 176,212", Hand(palm, 4, 0.74)),
    "point": ("134,204 140,238 168,244", Hand(pointing, 2, 0.74)),
    "show": ("134,206 146,236 152,214", Hand(mitt, 10, 0.74)),
    "write": ("134,204 140,238 162,242", Hand(writing, 0, 0.74)),
}


class Sitter(NamedTuple):
    """What a table hides the lower half of, and the arms that lie on it."""

    body: list[Drawing]
    arms: list[Group]

    def mirrored(self) -> "Sitter":
        """The same at the other side of the table."""
        return Sitter([mirrored_page(self.body)], [group("arms", mirrored_page(self.arms))])


def sitter(person: Person, mood: Mood, gesture: Gesture | None = None, *, tilt: float = 4) -> Sitter:
    """An adult at the left of a table, one arm on it."""
    figure = Figure(person, 86, 122, 0.82)
    arms = [figure.arm("right", *GESTURES[gesture])] if gesture else []
    arms.append(figure.arm("left", "32,206 46,248 98,256", Hand(mitt, -2, 0.74)))
    return Sitter([*figure.bust(mood, tilt=tilt, long=170)], arms)


def table(edge: float = EDGE) -> Group:
    """A table from edge to edge of the page."""
    return group("table", smooth(f"0,{edge}! 400,{edge}! 400,306! 0,306!", THING["wood"]))


def mugs(*places: float) -> list[Part]:
    """Hot drinks on the table."""
    return [mug(x, EDGE + 8, 0.72) for x in places]


def lap(x: float, y: float, colour: str) -> Group:
    """The lap and the legs of a person who sits and faces us; x,y is the middle of the hips."""
    legs = smooth("-45,90! -46,2 0,0 46,2 45,90!", CLOTH[colour])
    return group("lap", place(x, y, legs, straight((0, 4), (0, 86), INNER)))


def arm_line(figure: Figure, side: Side = "left") -> Group:
    """The line between a body and an arm that hangs down and says nothing."""
    points = "-52,72 -55,110 -50,150" if figure.person.build.has_thick_arms else "-43,74 -46,110 -41,150"
    return group("arm", place(figure.x, figure.y, stroke(points), scale=figure.scale, flip=side == "right"))
