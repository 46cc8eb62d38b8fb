"""Families: children with two parent places each, carers, and the places a child sleeps at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from kit.domain.carer import Carer, CarerLink, Need, NeedKind, Relationship, Tie
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import ELSEWHERE, Fact, FactKind
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.domain.correction import Correction
    from kit.domain.help import HelpDecision

TERM_WEEKS = 40
"""Length of a pregnancy that reached its due date, in weeks."""

MAX_NAME = 120
"""Characters in a name. Long enough for any name we know of, short enough to fit a screen."""

MAX_LINE = 500
"""Characters in any other line a worker types."""


def checked_line(text: str, field: str, *, what: str, most: int = MAX_LINE, required: bool = True) -> str:
    """The line without stray spaces, or RuleError said in one plain sentence.

    Args:
        text: what was typed.
        field: the input it came from.
        what: how to call it in a sentence, for example "A name".
        most: how many characters it may have.
        required: whether it may be empty.
    """
    line = " ".join(text.split())
    if required and not line:
        message = f"{what} is needed."
        raise RuleError(message, field=field)
    if len(line) > most:
        message = f"{what} can have {most} characters. This has {len(line):,}."
        raise RuleError(message, field=field)
    if not line.isprintable():
        message = f"{what} holds a character that cannot be shown. Please type it again."
        raise RuleError(message, field=field)
    return line


class ParentRole(OpenWord):
    """The two parent places of a child."""

    MOTHER = "mother"
    OTHER_PARENT = "other-parent"


class PlaceState(OpenWord):
    """What is known of a parent place."""

    FILLED = "filled"
    NOT_YET_KNOWN = "not-yet-known"
    NOT_INVOLVED = "not-involved"
    DIED = "died"
    NOT_SAFE_TO_ASK = "not-safe-to-ask"


@dataclass(frozen=True, slots=True)
class ParentPlace:
    """One of a child's two parent places: a carer, or why there is none yet.

    Each answer is a new record; the newest `as_of` for a child and role is the one that holds.
    """

    id: str
    child_id: str
    role: ParentRole
    state: PlaceState
    as_of: date
    carer_id: str | None = None
    last_asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A child, born (`born_on`) or expected (`due_on`); both when it came early or late."""

    id: str
    family_id: str
    given_name: str
    family_name: str
    born_on: date | None = None
    due_on: date | None = None

    @property
    def full_name(self) -> str:
        """Given and family name, as it is said."""
        return f"{self.given_name} {self.family_name}".strip()

    def age_weeks(self, today: date) -> int:
        """Completed weeks since birth; before birth, the weeks to the due date as a negative number."""
        from_day = self.born_on or self.due_on
        if from_day is None:
            return 0
        return (today - from_day).days // 7

    @property
    def weeks_early(self) -> int:
        """Whole weeks between birth and a later due date; 0 when not known or not early."""
        if self.born_on is None or self.due_on is None:
            return 0
        return max(0, (self.due_on - self.born_on).days // 7)


def checked_child_dates(born_on: date | None, due_on: date | None, today: date) -> None:
    """Refuse dates a child cannot have, in one plain sentence each.

    Raises:
        RuleError: neither date, born in the future, or a due date too far from today or from birth.
    """
    if born_on is None and due_on is None:
        message = "A date of birth or an expected date is needed."
        raise RuleError(message, field="born_on")
    if born_on is not None and born_on > today:
        message = (
            f"The date of birth, {born_on:%d/%m/%Y}, is in the future. For a baby not yet born, give the expected date."
        )
        raise RuleError(message, field="born_on")
    if born_on is not None and born_on < today - timedelta(days=19 * 366):
        message = f"The date of birth, {born_on:%d/%m/%Y}, is not a child's. Please check the year."
        raise RuleError(message, field="born_on")
    counted_from = born_on or today
    if due_on is not None and abs((due_on - counted_from).days) > TERM_WEEKS * 7 + 14:
        message = f"The expected date, {due_on:%d/%m/%Y}, is too far away. Please check it."
        raise RuleError(message, field="due_on")


class PlaceKind(OpenWord):
    """What sort of place a child sleeps at."""

    HOME = "home"
    TEMPORARY = "temporary"
    WITH_FAMILY = "with-family"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """An address or setting that children of the family sleep at."""

    id: str
    family_id: str
    address: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Stay:
    """This child sleeps at this place from this day on; a later stay makes the sleep space unseen again."""

    id: str
    child_id: str
    place_id: str
    from_on: date


@dataclass(frozen=True, slots=True)
class Family:
    """The people visited together, as they stand now.

    Attributes:
        corrections: what was wrong in the records above and was put right, in the order of keeping.
        help: when help was closed, and opened again; nothing while it never was.
    """

    id: str
    name: str
    children: tuple[Child, ...] = ()
    carers: tuple[Carer, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    parent_places: tuple[ParentPlace, ...] = ()
    needs: tuple[Need, ...] = ()
    places: tuple[Place, ...] = ()
    stays: tuple[Stay, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[CarerLink, ...] = ()
    corrections: tuple[Correction, ...] = ()
    help: tuple[HelpDecision, ...] = ()

    @property
    def closed(self) -> HelpDecision | None:
        """The decision that closed help, while it is closed; the one kept last holds."""
        last = self.help[-1] if self.help else None
        return last if last and last.is_closing else None

    def child(self, child_id: str) -> Child:
        """The child with this id, or UnknownError."""
        return _by_id(self.children, child_id, "child")

    def carer(self, carer_id: str) -> Carer:
        """The carer with this id, or UnknownError."""
        return _by_id(self.carers, carer_id, "carer")

    def place(self, place_id: str) -> Place:
        """The place with this id, or UnknownError."""
        return _by_id(self.places, place_id, "place")

    def ties_of(self, carer_id: str) -> tuple[Relationship, ...]:
        """What this carer is to each child, youngest child first."""
        order = {child.id: place for place, child in enumerate(self.youngest_first)}
        mine = [tie for tie in self.relationships if tie.carer_id == carer_id]
        return tuple(sorted(mine, key=lambda tie: order.get(tie.child_id, len(order))))

    def needs_of(self, carer_id: str) -> tuple[Need, ...]:
        """The needs this carer has now, in the order they were recorded."""
        return tuple(need for need in self.needs if need.carer_id == carer_id and not need.is_over)

    def fact(self, about_id: str, kind: FactKind) -> Fact | None:
        """What is known now: the fact of this kind that was kept last."""
        return next((one for one in reversed(self.facts) if (one.about_id, one.kind) == (about_id, kind)), None)

    def known(self, about_id: str, kind: FactKind) -> str:
        """The value of a fact, or nothing."""
        found = self.fact(about_id, kind)
        return found.value if found else ""

    @property
    def local_number(self) -> str:
        """Its number in the record system of the organisation; empty when none is known."""
        return self.known(self.id, FactKind.LOCAL_NUMBER)

    def is_elsewhere_too(self, carer_id: str) -> bool:
        """Whether this carer belongs to another family of the caseload as well. Which one is not said here."""
        return any(carer_id in (link.carer_id, link.same_as) for link in self.links)

    def home_of(self, carer_id: str) -> Place | None:
        """The place of the family this carer lives at; None when they live elsewhere or nobody knows."""
        place_id = self.known(carer_id, FactKind.LIVES_AT)
        return self.place(place_id) if place_id not in {"", ELSEWHERE} else None

    def has_need(self, carer_id: str, kind: NeedKind) -> bool:
        """Whether this carer has that need."""
        return any(need.kind == kind for need in self.needs_of(carer_id))

    def need_kinds(self, carer_ids: Iterable[str]) -> frozenset[NeedKind]:
        """Everything that one or another of these carers needs."""
        return frozenset(need.kind for carer_id in carer_ids for need in self.needs_of(carer_id))

    @property
    def youngest_first(self) -> tuple[Child, ...]:
        """Children with the youngest, or still expected, first."""
        return tuple(sorted(self.children, key=lambda child: child.born_on or child.due_on or date.min, reverse=True))

    @property
    def is_empty(self) -> bool:
        """Whether nobody has been added yet."""
        return not self.children and not self.carers

    def parent_place(self, child_id: str, role: ParentRole) -> ParentPlace | None:
        """The newest answer about this parent place, or None when nobody has been asked.

        Of two answers of one day the one kept last holds, which is why the tuple is in the order of keeping.
        """
        answers = [place for place in self.parent_places if place.child_id == child_id and place.role == role]
        return max(reversed(answers), key=lambda place: place.as_of, default=None)

    def unfilled_places(self) -> tuple[tuple[Child, ParentRole, ParentPlace | None], ...]:
        """Parent places without a carer that someone should still ask about, youngest child first."""
        found = []
        for child in self.youngest_first:
            for role in (ParentRole.MOTHER, ParentRole.OTHER_PARENT):
                answer = self.parent_place(child.id, role)
                if answer is None or answer.state in {PlaceState.NOT_YET_KNOWN, PlaceState.NOT_SAFE_TO_ASK}:
                    found.append((child, role, answer))
        return tuple(found)

    def stay_of(self, child_id: str, on: date) -> Stay | None:
        """Where this child sleeps on that day: the stay that began last, and of those the one kept last."""
        begun = [stay for stay in self.stays if stay.child_id == child_id and stay.from_on <= on]
        return max(reversed(begun), key=lambda stay: stay.from_on, default=None)

    def columns(self) -> tuple[Carer, ...]:
        """Carers in the order every screen shows them: mothers, fathers or other parents, then everyone else.

        Within each group, the carers of the youngest child come first.
        """
        return tuple(sorted(self.carers, key=self._place_in_line))

    def _place_in_line(self, carer: Carer) -> tuple[int, int, str]:
        """Rank of the closest tie, then rank of the child it is to, then the order of recording."""
        order = {child.id: rank for rank, child in enumerate(self.youngest_first)}
        ranks = {Tie.MOTHER: 0, Tie.FATHER: 1, Tie.OTHER_PARENT: 1}
        ties = [(ranks.get(tie.tie, 2), order.get(tie.child_id, 99)) for tie in self.ties_of(carer.id)]
        rank, child = min(ties, default=(3, 99))
        return rank, child, carer.id


def as_known(family: Family) -> Family:
    """The family with what was learnt later about its children in place of what was first written down."""
    if not family.facts:
        return family
    return replace(family, children=tuple(_child_as_known(family, child) for child in family.children))


def _child_as_known(family: Family, child: Child) -> Child:
    name = family.known(child.id, FactKind.GIVEN_NAME)
    born, due = family.known(child.id, FactKind.BORN_ON), family.known(child.id, FactKind.DUE_ON)
    return replace(
        child,
        given_name=name or child.given_name,
        born_on=date.fromisoformat(born) if born else child.born_on,
        due_on=date.fromisoformat(due) if due else child.due_on,
    )


Kept = TypeVar("Kept", Child, Carer, Place)


def _by_id(kept: Iterable[Kept], wanted: str, what: str) -> Kept:
    for one in kept:
        if one.id == wanted:
            return one
    message = f"This family has no such {what}."
    raise UnknownError(message)
