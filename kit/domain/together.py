"""What a worker and a parent do together on the screen: find what is wrong, put it right, plan a walk away.

What was done is recorded as practised, with what was found or chosen. Nothing here is a score: it says what to go on
with next time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one task, as it goes on record.

    Attributes:
        task: the key of the task, and `title` as it was called that day.
        found: how many of `of` things were found, or taken out.
        words: the plan that was chosen, in whole sentences as the family says them.
    """

    task: str
    title: str
    found: int = 0
    of: int = 0
    words: tuple[str, ...] = ()

    @classmethod
    def read(cls, task: str, title: str, found: int, of: int, words: Iterable[str]) -> Tried:
        """As it was kept."""
        return cls(task, title, found, of, tuple(words))


def newest(before: Iterable[Tried], now: Iterable[Tried]) -> tuple[Tried, ...]:
    """One result for each task: the plan that was chosen last, the most that was found."""
    kept = {one.task: one for one in before}
    for one in now:
        old = kept.get(one.task)
        kept[one.task] = old if old and not one.words and old.found > one.found else one
    return tuple(kept.values())


class _Given(Protocol):
    """Advice given, on record or being ticked."""

    @property
    def carer_id(self) -> str:
        """To whom."""

    @property
    def tried(self) -> tuple[Tried, ...]:
        """What came of what was tried."""


Chosen = tuple[str, Tried]
"""The id of a carer, and the plan this carer chose."""


def chosen_plans(given: Iterable[_Given], before: Iterable[Chosen] = ()) -> tuple[Chosen, ...]:
    """The plan each carer chose last, from advice in the order it was given."""
    found = {(carer_id, one.task): one for carer_id, one in before}
    found |= {(each.carer_id, one.task): one for each in given for one in each.tried if one.words}
    return tuple((carer_id, one) for (carer_id, _task), one in found.items())


Box = tuple[int, int, int, int]
"""Left, top, width and height in the units of a picture (400 by 300)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing in the cot: its layer, where it is touched, and what is said of it."""

    picture: str
    name: str
    boxes: tuple[Box, ...]
    said: tuple[str, ...]
    is_wrong: bool = True


@dataclass(frozen=True, slots=True)
class CotTask:
    """A cot to look at. `layers` are its pictures back to front; `takes_out` says whether things leave the cot."""

    key: str
    title: str
    ask: str
    done: str
    takes_out: bool
    layers: tuple[str, ...]
    things: tuple[Thing, ...]

    @property
    def wrong(self) -> tuple[Thing, ...]:
        """What does not belong there."""
        return tuple(thing for thing in self.things if thing.is_wrong)


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A plan for when the crying gets too much: one place and two people, chosen, never typed."""

    key: str
    title: str
    ask_place: str
    ask_people: str
    picture: str
    places: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]

    def sentences(self, place: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """The plan as it is read out: "I ring my mum." comes first for whoever was chosen first."""
        own = self.own(place, people)
        return ("I put my baby on the back in the cot.", *own, "I check my baby every few minutes.")

    def own(self, place: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """What was chosen, without what holds for everybody."""
        first, second = (dict(self.people)[each] for each in people)
        return (
            f"I go to {dict(self.places)[place]}.",
            f"I ring {first}.",
            f"If there is no answer, I ring {second}.",
        )


Task = CotTask | PlanTask

_PILLOW = Thing(
    "layer-pillow", "Pillow", ((58, 60, 100, 94),), ("The pillow does not belong here.", "Babies need no pillow.")
)
_DUVET = Thing(
    "layer-duvet",
    "Duvet",
    ((200, 118, 166, 92),),
    ("The duvet does not belong here.", "Use a light sleep bag that fits.", "Or tuck in a light blanket."),
)
_TEDDY = Thing(
    "layer-teddy", "Teddy", ((216, 38, 58, 80),), ("The teddy does not belong here.", "Take toys out for every sleep.")
)
_PADS = Thing(
    "layer-padded-sides",
    "Soft cot sides",
    ((42, 40, 88, 70), (136, 28, 80, 40), (276, 70, 94, 66)),
    ("The soft cot sides do not belong here.", "Do not use soft cot sides."),
)
_BABY = Thing(
    "layer-baby",
    "Baby on the back",
    ((127, 84, 72, 72),),
    ("The baby is on the back.", "This is right."),
    is_wrong=False,
)
_LAYERS = (
    "layer-cot",
    "layer-padded-sides",
    "layer-pillow",
    "layer-baby",
    "layer-duvet",
    "layer-teddy",
    "layer-cot-front",
)

FIND = CotTask(
    key="find-what-is-wrong",
    title="What is wrong in this cot?",
    ask="Touch what does not belong there.",
    done="You found all 4 things.",
    takes_out=False,
    layers=_LAYERS,
    things=(_PADS, _PILLOW, _BABY, _DUVET, _TEDDY),
)
MAKE_SAFE = CotTask(
    key="make-it-safe",
    title="Make this cot safe",
    ask="Touch a thing to take it out.",
    done="Now the cot is clear, flat and firm.",
    takes_out=True,
    layers=_LAYERS,
    things=(_PADS, _PILLOW, _DUVET, _TEDDY),
)
WALK_AWAY = PlanTask(
    key="walk-away-plan",
    title="My walk-away plan",
    ask_place="Where will you go?",
    ask_people="Who will you ring? Choose 2 people.",
    picture="walk-away-tea",
    places=(("kitchen", "the kitchen"), ("living-room", "the living room"), ("bedroom", "another bedroom")),
    people=(
        ("partner", "my partner"),
        ("parent", "my mum or dad"),
        ("sibling", "my sister or brother"),
        ("friend", "a friend"),
        ("neighbour", "a neighbour"),
        ("other", "someone else I trust"),
    ),
)
MOST_PEOPLE = 2

_OF: dict[str, tuple[Task, ...]] = {
    "clear-flat-firm": (FIND, MAKE_SAFE),
    "every-sleep": (FIND, MAKE_SAFE),
    "walk-away": (WALK_AWAY,),
    "my-plan": (WALK_AWAY,),
    "four-messages": (WALK_AWAY,),
}
"""Which tasks go with which resource, in their order."""


def tasks_of(resource_id: str) -> tuple[Task, ...]:
    """What can be tried together with this resource; mostly nothing."""
    return _OF.get(resource_id, ())


def resources_with_tasks() -> frozenset[str]:
    """Ids of the resources that have some."""
    return frozenset(_OF)
