"""`kit library check`: what is hard to read in the texts, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit import places, start
from kit.library.gather import check
from kit.library.rules import BRIEFING, EASY_READ, STANDARD, Level

if TYPE_CHECKING:
    from pathlib import Path

_RULES = (("Easy read", EASY_READ), ("Standard texts to carers", STANDARD), ("Texts to workers", BRIEFING))
_LONGEST_EXAMPLE = 70


def check_texts(resources: Path | None) -> int:
    """Print every finding, errors first in each file, and how many there are.

    Returns:
        0 when no finding stops the build, otherwise 1.
    """
    found = check(resources or places.resources(), start.SystemClock().today())
    for fault in found.faults:
        print(f"{fault.place}:{fault.line}: {Level.ERROR}: {fault.wrong}. {fault.remedy}.")
    for finding in found.findings:
        print(finding)
    print(
        f"{_count(found.texts, 'text')} checked: {_count(found.errors, 'error')}, {_count(found.warnings, 'warning')}."
    )
    return 1 if found.errors else 0


def say_rules() -> int:
    """Print each rule with its level, source and hint, and a text that passes and one that fails."""
    for title, rules in _RULES:
        print(f"{title}\n")
        for rule in rules:
            print(f"  {rule.key} ({rule.level}; {rule.source})\n    {rule.hint}.")
            print(f"    passes: {_shown(rule.passes)}\n    fails:  {_shown(rule.fails)}\n")
    return 0


def _shown(example: str) -> str:
    line = " ".join(example.split())
    return line if len(line) <= _LONGEST_EXAMPLE else f"{line[:_LONGEST_EXAMPLE]} ..."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
