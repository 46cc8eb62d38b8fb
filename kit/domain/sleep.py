"""The sleep space: where a baby sleeps at one place, what was seen or told there, and what was agreed.

It is looked at, asked about and written down, item by item. There is no score, and none can be made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.open_words import check_open_words
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kit.domain.family import Family


class Night(OpenWord):
    """Which sleep it is about."""

    TONIGHT = "tonight"
    TOMORROW = "tomorrow"
    AWAY = "away"


class SleepItem(OpenWord):
    """One thing to look at or ask about, in the order of the screens."""

    OWN_BED = "own-bed"
    MATTRESS = "mattress"
    BEDDING = "bedding"
    IN_THE_BED = "in-the-bed"
    SAME_ROOM = "same-room"
    TEMPERATURE = "temperature"
    SMOKE = "smoke"
    SHARING = "sharing"


class SleepAnswer(OpenWord):
    """What is known of an item. What nobody answered was not asked."""

    SEEN_FINE = "seen-fine"
    TOLD_FINE = "told-fine"
    CHANGE = "change"
    NOT_ASKED = "not-asked"


class Known(OpenWord):
    """How the worker knows that something is to change."""

    SEEN = "seen"
    TOLD = "told"


class Condition(OpenWord):
    """What makes sharing a bed, a sofa or a chair more dangerous: asked plainly, answered with advice."""

    EARLY_OR_SMALL = "early-or-small"
    SMOKING = "smoking"
    DRINK_OR_DRUGS = "drink-or-drugs"
    SOFAS = "sofas"


class Reply(OpenWord):
    """The answer to a plain question."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is to change: what, who does it, by when; what is missing, and who was asked for it."""

    what: str = ""
    who: str = ""
    due_on: date | None = None
    missing: str = ""
    asked_from: str = ""
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class SleepLine:
    """The answer for one item, with what was agreed when something is to change."""

    item: SleepItem
    answer: SleepAnswer
    agreed: Agreed = Agreed()

    @property
    def is_seen(self) -> bool:
        """Whether the worker saw it, fine or not."""
        return self.answer is SleepAnswer.SEEN_FINE or (self.is_change and self.agreed.known is Known.SEEN)

    @property
    def is_change(self) -> bool:
        """Whether something is to change."""
        return self.answer is SleepAnswer.CHANGE


@dataclass(frozen=True, slots=True)
class SleepSpace:
    """What has been answered so far for one place and one sleep. Items and questions left out were not asked."""

    place_id: str
    night: Night
    at: datetime
    lines: tuple[SleepLine, ...] = ()
    conditions: tuple[tuple[Condition, Reply], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return not self.lines and not self.conditions

    def line(self, item: SleepItem) -> SleepLine:
        """The answer for this item."""
        return line_of(self.lines, item)

    def reply(self, condition: Condition) -> Reply:
        """The answer to this question."""
        return dict(self.conditions).get(condition, Reply.NOT_ASKED)

    def answered(self, line: SleepLine, at: datetime) -> SleepSpace:
        """The space with this answer in place of the one before; "not asked" takes it back.

        Raises:
            RuleError: what was agreed holds words that do not belong where others can read them.
        """
        for field in ("what", "who", "missing", "asked_from"):
            check_open_words(getattr(line.agreed, field), field)
        kept = line if line.is_change else replace(line, agreed=Agreed())
        others = tuple(one for one in self.lines if one.item != line.item)
        is_taken_back = line.answer is SleepAnswer.NOT_ASKED
        return replace(self, lines=others if is_taken_back else _in_order((*others, kept)), at=at)

    def replied(self, condition: Condition, reply: Reply, at: datetime) -> SleepSpace:
        """The space with this question answered; "not asked" takes it back."""
        others = tuple(one for one in self.conditions if one[0] != condition)
        is_taken_back = reply is Reply.NOT_ASKED
        return replace(self, conditions=others if is_taken_back else (*others, (condition, reply)), at=at)


@dataclass(frozen=True, slots=True)
class SleepCheck:
    """The record of one sleep space as it concerns one child. Never edited; corrected by a new one.

    Attributes:
        stay_id: where the child lived then. After a move it is another stay, so that everything is unseen again.
        corrects: id of the record this one replaces, with `why` in the worker's words.
    """

    id: str
    family_id: str
    visit_id: str
    child_id: str
    place_id: str
    stay_id: str | None
    night: Night
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    lines: tuple[SleepLine, ...] = ()
    conditions: tuple[tuple[Condition, Reply], ...] = ()
    corrects: str | None = None
    why: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether anything of it was seen."""
        return any(line.is_seen for line in self.lines)

    def line(self, item: SleepItem) -> SleepLine:
        """The answer for this item."""
        return line_of(self.lines, item)


@dataclass(frozen=True, slots=True)
class SpaceNow:
    """What is known of the sleep space of one child at one place, since that child last moved.

    Attributes:
        lines: the newest answer for each sleep and item; none of them is "not asked".
        seen_on: the last day anything was seen; None when nothing was.
        told_on: the last day anything was only told.
        was_moved: whether it was seen or told before a move, at this place or at another.
    """

    child_id: str
    place_id: str
    lines: tuple[tuple[Night, SleepLine], ...] = ()
    seen_on: date | None = None
    told_on: date | None = None
    was_moved: bool = False

    @property
    def changes(self) -> tuple[SleepLine, ...]:
        """What is still to change."""
        return tuple(line for _, line in self.lines if line.is_change)

    def is_known(self, item: SleepItem) -> bool:
        """Whether this item was seen or told since the last move."""
        return any(line.item == item for _, line in self.lines)


def standing_checks(checks: Iterable[SleepCheck]) -> tuple[SleepCheck, ...]:
    """The checks that no later one corrects, oldest first."""
    kept = tuple(checks)
    corrected = {check.corrects for check in kept}
    left = (check for check in kept if check.id not in corrected)
    return tuple(sorted(left, key=lambda check: (check.occurred_at, check.id)))


def space_now(checks: Iterable[SleepCheck], family: Family, child_id: str, place_id: str, today: date) -> SpaceNow:
    """The sleep space of this child at this place as it is known now.

    Only what was recorded since the child's last move counts: a new place, or an old one come back to, is not seen.
    """
    stay = family.stay_of(child_id, today)
    mine = [check for check in standing_checks(checks) if check.child_id == child_id]
    now = [check for check in mine if (check.place_id, check.stay_id) == (place_id, stay.id if stay else None)]
    newest: dict[tuple[Night, SleepItem], SleepLine] = {}
    for check in now:
        newest.update({(check.night, line.item): line for line in check.lines})
    seen = [check.occurred_at.date() for check in now if check.is_seen]
    told = [check.occurred_at.date() for check in now if check.lines and not check.is_seen]
    return SpaceNow(
        child_id,
        place_id,
        tuple((night, line) for (night, _), line in newest.items()),
        max(seen, default=None),
        max(told, default=None),
        was_moved=any(check.stay_id != (stay.id if stay else None) for check in mine),
    )


def babies_at(family: Family, place_id: str, on: date) -> tuple[str, ...]:
    """The children a sleep space is about: babies who live at this place; where none does, every baby; or the youngest.

    Babies are children under one year or expected.
    """
    babies = [child.id for child in family.youngest_first if child.age_weeks(on) <= WEEKS_A_BABY]
    stays = {child_id: family.stay_of(child_id, on) for child_id in babies}
    living = [child_id for child_id, stay in stays.items() if stay and stay.place_id == place_id]
    return tuple(living or babies or [child.id for child in family.youngest_first[:1]])


WEEKS_A_BABY = 52


def line_of(lines: Iterable[SleepLine], item: SleepItem) -> SleepLine:
    """The line of this item; "not asked" when there is none."""
    return next((line for line in lines if line.item == item), SleepLine(item, SleepAnswer.NOT_ASKED))


def check_space(lines: Iterable[SleepLine], conditions: Iterable[tuple[Condition, Reply]]) -> None:
    """Refuse a record that says nothing. Raises RuleError."""
    if not tuple(lines) and not tuple(conditions):
        message = "Say what was seen or told."
        raise RuleError(message, field="lines")


def _in_order(lines: tuple[SleepLine, ...]) -> tuple[SleepLine, ...]:
    """The lines as the screens show them; items of a newer kit last."""
    order = {item: place for place, item in enumerate(SleepItem)}
    return tuple(sorted(lines, key=lambda line: order.get(line.item, len(order))))
