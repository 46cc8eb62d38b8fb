"""What may be seen, printed or sent, and where: rule zero of design section 6 as functions.

Rule zero: nothing that says domestic abuse may appear where a partner or a child who can talk may see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.visit import Room

if TYPE_CHECKING:
    from kit.domain.advice import Resource

WINDOW_TITLE = "Home Visit Kit"
"""The title of every window, whatever is open."""

JOB_NAME = "Leaflet"
"""The name of every print job, and the title of every card."""


def may_list(resource: Resource, room: Room) -> bool:
    """Whether a list, a search or show mode may hold this resource. Anything but "alone" keeps sensitive ones out."""
    return not resource.is_sensitive or room is Room.ALONE


def check_in_use(resource: Resource) -> None:
    """Refuse to show, print or tick what was withdrawn. Sensitive ones are not even named.

    Raises:
        RuleError: always for a withdrawn resource, with why.
    """
    if resource.withdrawal:
        what = "This" if resource.is_sensitive else f"“{resource.title}”"
        why = "" if resource.is_sensitive else f" {resource.withdrawal.why}"
        message = f"{what} was withdrawn and is not used any more.{why}"
        raise RuleError(message, field="resource")


def check_leaflet(resource: Resource) -> None:
    """Refuse to lay out on paper what was withdrawn, or is sensitive.

    Raises:
        RuleError: always for a sensitive resource; the plain card of useful numbers is the safe paper.
    """
    check_in_use(resource)
    if resource.is_sensitive:
        message = "This cannot be made into a leaflet. Use the card of useful numbers."
        raise RuleError(message, field="resource")
