"""NHS numbers: whether one can be, and how it is kept."""

from __future__ import annotations

from kit.domain.errors import RuleError

DIGITS = 10


def checked_nhs_number(text: str, field: str = "nhs_number") -> str:
    """The ten digits of an NHS number, or nothing for an empty line.

    Raises:
        RuleError: it has too few or too many digits, or its last digit shows that one was mistyped.
    """
    from nhs_number.validate import is_valid  # noqa: PLC0415 - most families are added without one

    digits = "".join(text.split()).replace("-", "")
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdigit()):
        message = "An NHS number has digits only. Please type it again."
        raise RuleError(message, field=field)
    if len(digits) != DIGITS:
        message = f"An NHS number has {DIGITS} digits. This has {len(digits):,}."
        raise RuleError(message, field=field)
    if not is_valid(digits):
        message = "This is not an NHS number: one of its digits is wrong. Please check it."
        raise RuleError(message, field=field)
    return digits


def spaced(number: str) -> str:
    """999 000 0018: as it is printed and read aloud."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
