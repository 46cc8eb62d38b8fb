"""How the kit names things in files: small closed lists that stay open to newer versions."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class OpenWord(StrEnum):
    """A word from a list that a newer version may have added to.

    An unknown value is kept exactly as it came, so that an older kit never loses what a newer one wrote.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Keep a value we do not know yet."""
        if not isinstance(value, str) or not value:
            return None
        word = str.__new__(cls, value)
        word._name_ = "UNKNOWN"
        word._value_ = value
        return word

    @property
    def is_known(self) -> bool:
        """Whether this version of the kit knows the word."""
        return self._name_ != "UNKNOWN"
