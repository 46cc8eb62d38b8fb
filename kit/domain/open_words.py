"""Words that everybody in a family may come to read: a plan, a sleep space, what was agreed (rule zero)."""

from __future__ import annotations

import re

from kit.domain.errors import RuleError

_PRIVATE = re.compile(
    r"\b(abus\w*|domestic\w*|violen\w*|coerc\w*|refuge|dva?|idva|marac|clai?re.?s law)\b", re.IGNORECASE
)
"""What says aloud the thing rule zero keeps out of sight, as a tired worker might type it."""


def check_open_words(words: str, field: str = "") -> None:
    """Refuse words that would put a private matter where a partner reads.

    Raises:
        RuleError: such a word is among them.
    """
    if _PRIVATE.search(words):
        message = (
            "Everybody in the family can read this. Say it without naming what is private, "
            "and keep that on the private page of the person."
        )
        raise RuleError(message, field=field)
