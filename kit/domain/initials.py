"""Minimum identity: initials and a local number instead of names, where an organisation wants no more on a laptop."""

from __future__ import annotations

from kit.domain.errors import RuleError

MOST_INITIALS = 4


def checked_initials(name: str, field: str) -> str:
    """Initials as they are kept: "JE". An empty name stays empty.

    Raises:
        RuleError: it is more than initials.
    """
    letters = "".join(each for each in name if each not in " .-")
    if len(letters) > MOST_INITIALS or not (letters.isalpha() or not letters):
        message = f"Initials only, at most {MOST_INITIALS} letters. This laptop keeps no names."
        raise RuleError(message, field=field)
    return letters.upper()
