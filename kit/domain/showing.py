"""What was seen on the screen of one text, and what each who looked then showed or said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Understanding
from kit.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.domain.advice import HowFar, VariantKey
    from kit.domain.carer import NeedMet
    from kit.domain.together import Tried

ENOUGH = 2
"""Ideas after which a text counts as shown. One alone was opened, perhaps by mistake, and closed again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One text, opened full screen in front of everybody who is here.

    Attributes:
        how_far: the furthest idea reached.
        is_practised: whether something was done together: the risks found, the cot made safe, the plan made.
        understood: what each carer showed, by carer id; none for a carer nobody asked.
        met: the needs that were met by how it was shown.
        tried: what came of what was done together: id of the carer it belongs to, or nothing for everybody, and what.
    """

    resource_id: str
    key: VariantKey
    how_far: HowFar
    is_practised: bool = False
    understood: tuple[tuple[str, Understanding], ...] = ()
    met: tuple[NeedMet, ...] = ()
    tried: tuple[tuple[str, Tried], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether there is anything to record."""
        is_shown = self.how_far.is_all or self.how_far.seen >= ENOUGH
        return is_shown or self.is_practised or bool(self.understood)


_WEAKEST_FIRST = (Understanding.NOT_YET, Understanding.TOLD_ME, Understanding.SHOWED_ME)


def weakest(answers: Iterable[Understanding]) -> Understanding:
    """What the answers to several questions come to for the whole text: the weakest of what was checked.

    The record is read by whoever decides what to try again, and the best answer would hide the gap. A question that
    was not checked says nothing either way: passing by it and saying so come to the same.
    """
    given = set(answers)
    return next((one for one in _WEAKEST_FIRST if one in given), Understanding.NOT_CHECKED)


PIN_LENGTHS = range(4, 7)


def check_pin(digits: str) -> str:
    """The PIN that gives the screen back to the worker; empty for none.

    Raises:
        RuleError: it is not 4 to 6 digits, or the first that anybody tries.
    """
    pin = digits.strip()
    if not pin:
        return ""
    if not (pin.isascii() and pin.isdigit() and len(pin) in PIN_LENGTHS):
        message = "A PIN has 4 to 6 digits."
        raise RuleError(message, field="show_pin")
    if len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210":
        message = "This PIN is easy to guess. Use digits that are not in a row."
        raise RuleError(message, field="show_pin")
    return pin
