"""Adult heads in three quarter view, facing right: crown at y -50, chin at y 44, the middle of the face at x 8."""

from typing import NamedTuple

from pictures.faces import Mood, features
from pictures.ink import FINE, INNER, Group, Shape, group
from pictures.palette import BROW, INK
from pictures.person import Nose, Person
from pictures.strokes import box, smooth, stroke

NOSES: dict[Nose, str] = {
    "plain": "9.6,2 14.6,10.4 13,13.4 7,13.4",
    "broad": "10,4.6 15.6,10 15.4,13.6 10,15.2 4.8,13.4",
    "soft": "11.4,4.4 15,10.6 12.6,13.6 6.6,12.8",
    "small": "11,6 14,10.4 11.6,13 7,12",
    "long": "10.4,-1 16.2,10.4 14,13.8 8,13.4",
}


class Head(NamedTuple):
    """What lies behind the body, and the rest."""

    behind: Group | None
    front: Group


def head(person: Person, mood: Mood) -> Head:
    """The head of a person."""
    hair = person.hair.coloured(person.hair_colour)
    mien = features(mood, person.build.brow_width, BROW.get(person.hue, INK), person.lid)
    ear = _ear(person) if hair.shows_ear else []
    front = group("head", _face(person), ear, mien, stroke(NOSES[person.nose]), _marks(person), hair.over)
    return Head(group("hair-back", hair.behind) if hair.behind else None, front)


def _face(person: Person) -> list[Shape]:
    """The face, with a beard that covers its edge."""
    face = smooth(person.build.face, person.skin_colour)
    if person.beard == "full":
        return [face, *_full_beard(person)]
    if person.beard == "stubble":
        return [face, _stubble(person), smooth(person.build.face)]
    return [face]


def _full_beard(person: Person) -> list[Shape]:
    """From ear to ear, open round the mouth."""
    outline = "-29,4! -24,12 -16,17 -6,19 2,17.5 10,18.6 18,17.5 23,19 28,11! 27,26 21.5,40 11,49 -4,49 -19,41 -28,26"
    opening = smooth("-2,23.6 8,22 18,23.6 16.6,29 8,31 0,29", person.skin_colour, ink=None)
    return [smooth(outline, person.hair_colour, width=INNER), opening]


def _stubble(person: Person) -> Shape:
    """A shade, without a line."""
    outline = "-28,10! -22,16 -12,20 0,20 10,19 20,20 27,14! 26.4,24 21,37 11.4,44.4 -3,44.4 -17.6,37.4 -26.6,24"
    return smooth(outline, person.shade, ink=None)


def _ear(person: Person) -> list[Shape]:
    """The near ear."""
    outline = "-24,-5 -31,-8.5 -35.6,-2 -33.6,7 -27.6,12 -23.6,8"
    return [stroke(outline, fill=person.skin_colour), stroke("-31,-2 -29,3", FINE)]


def _marks(person: Person) -> list[Shape]:
    """Lines of age, a moustache, glasses."""
    marks = []
    if person.age:
        marks += [stroke(each, FINE) for each in ("-15,0 -19,3", "-15,4 -18,8", "-3,16 -6,22 -6,27", "21,17 21.6,22")]
    if person.age > 1:
        marks.append(stroke("-8,-25 4,-27 14,-25", FINE))
    if person.beard == "moustache":
        outline = "-3,22 4,17.6 11,19 19,17.4 23,21.6 16,23.4 10,22 3,24"
        marks.append(smooth(outline, person.hair_colour, width=FINE))
    if person.has_glasses:
        marks += [box(-14.5, -11, 19, 16, 6, width=INNER), box(10, -11, 15.5, 16, 6, width=INNER)]
        marks += [stroke("4.5,-5 10,-5"), stroke("-14.5,-5 -30,-4")]
    return marks
