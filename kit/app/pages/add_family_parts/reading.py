"""Reading a form: what a field holds, or its mistake said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint

from kit.app.widgets.field import Field
from kit.app.widgets.picks import Picks
from kit.domain.dates import typed_day
from kit.domain.errors import RuleError
from kit.domain.family import MAX_LINE, MAX_NAME, checked_line
from kit.service.nhs_numbers import checked_nhs_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

EMPTY = "(you may leave this empty)"

Value = TypeVar("Value")


def read(field: Field, reading: Callable[[str], Value]) -> Value | None:
    """What a field holds; where it cannot be, the sentence stands beside it and the answer is None."""
    try:
        value = reading(field.text)
    except RuleError as error:
        field.set_mistake(str(error))
        return None
    field.set_mistake("")
    return value


def read_name(field: Field, what: str, *, required: bool = True) -> str | None:
    """A name, at most as long as names are."""
    return read(field, lambda text: checked_line(text, "", what=what, most=MAX_NAME, required=required))


def read_line(field: Field, what: str, *, required: bool = True) -> str | None:
    """Any other line."""
    return read(field, lambda text: checked_line(text, "", what=what, most=MAX_LINE, required=required))


def read_day(field: Field) -> date | None:
    """A day; an empty field is None too, without a mistake."""
    if not field.text.strip():
        field.set_mistake("")
        return None
    return read(field, typed_day)


def day_mistake(text: str) -> str:
    """What is wrong with a day, asked on leaving its field; nothing for an empty one."""
    if not text.strip():
        return ""
    try:
        typed_day(text)
    except RuleError as error:
        return str(error)
    return ""


def nhs_number_mistake(text: str) -> str:
    """What is wrong with an NHS number, asked on leaving its field; nothing for an empty one."""
    try:
        checked_nhs_number(text)
    except RuleError as error:
        return str(error)
    return ""


def first_mistake(form: QWidget) -> QWidget | None:
    """The topmost field that has a mistake, with the keys in it."""
    found: list[Field | Picks] = [*form.findChildren(Field), *form.findChildren(Picks)]
    faulty = [each for each in found if each.mistake and each.isVisible()]
    if not faulty:
        return None
    first = min(faulty, key=lambda each: (each.mapTo(form, QPoint(0, 0)).y(), each.mapTo(form, QPoint(0, 0)).x()))
    first.take_focus()
    return first
