"""Changing what the worker chose about themselves, their organisation and where uploads go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.domain.family import MAX_NAME, checked_line
from kit.domain.settings import check_server
from kit.domain.showing import check_pin

if TYPE_CHECKING:
    from kit.domain.settings import Settings
    from kit.service.ports import Records

_CALLED = {
    "worker_name": "Your name",
    "worker_role": "Your role",
    "worker_phone": "The telephone number",
    "organisation_name": "The name of the organisation",
    "organisation_code": "The code of the organisation",
}
"""How each line is called in a sentence; what is not here is no line of words."""


def read_settings(records: Records) -> Settings:
    """What was chosen."""
    with records:
        return records.settings()


def change_settings(records: Records, *, needed: tuple[str, ...] = (), **changes: str | int) -> Settings:
    """The settings with these changes, kept.

    Args:
        records: where they are kept.
        needed: names of lines that may not be empty.
        changes: fields of Settings.

    Raises:
        RuleError: a line is missing or too long, or the server address is not safe to send to; nothing is kept.
    """
    checked = {name: _checked(name, value, is_needed=name in needed) for name, value in changes.items()}
    with records:
        settings = replace(records.settings(), **checked)  # type: ignore[arg-type]  # names are checked by replace
        records.keep_settings(settings)
        records.commit()
    return settings


def _checked(name: str, value: str | int, *, is_needed: bool) -> str | int:
    if name == "server_url":
        return check_server(str(value))
    if name == "show_pin":
        return check_pin(str(value))
    if name in _CALLED:
        return checked_line(str(value), name, what=_CALLED[name], most=MAX_NAME, required=is_needed)
    return value
