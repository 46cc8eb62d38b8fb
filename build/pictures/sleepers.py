"""Parents asleep in the slanted room, and babies asleep beside them."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.bed import Bed, bed
from pictures.cot import Cot
from pictures.figures import Figure
from pictures.ink import Drawing, place
from pictures.person import Person


def asleep_in(large: Bed, person: Person, scale: float) -> Drawing:
    """A person asleep in a bed."""
    sleeper = Figure(person, 0, 0).bust("asleep", tilt=6, long=90)
    lying = place(*large.room.point(92, 92, 6), sleeper, scale=scale, angle=-69, flip=True)
    return [large.back, lying, large.duvet]


def side_by_side(person: Person, baby: Baby, duvet: str) -> Drawing:
    """A parent asleep in a bed, a baby asleep in a cot beside it."""
    cot = Cot(92, 140, 0.74, length=232, width=132, high=40)
    sleeper = asleep_in(bed(186, 54, 0.74, duvet), person, 0.62)
    return [sleeper, cot.back, cot.lay(144, 60, 0.58, on_back(baby)), cot.front]
