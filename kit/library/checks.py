"""What the checks find in the texts and in the directory of numbers: the same answer every time, without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kit.domain.advice import Audience
from kit.library.faults import Fault
from kit.library.rules import BRIEFING, EASY_READ, OURS, STANDARD, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kit.library.rules import Rule
    from kit.library.script import Script
    from kit.library.wordlists import WordLists

OLDEST_CHECK = timedelta(days=183)
"""How long a check of the numbers holds: 6 months."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a check found. `hint` says what to do, `source` who asks for it."""

    place: str
    line: int
    rule: str
    level: Level
    wrong: str
    hint: str
    source: str

    @property
    def fault(self) -> Fault:
        """The same as a fault of the build."""
        return Fault(self.place, self.line, self.wrong, f"{self.hint} ({self.rule}; {self.source})")

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.level}: {self.wrong}. {self.hint}. ({self.rule}; {self.source})"


def findings_of(scripts: Iterable[Script], lists: WordLists) -> tuple[Finding, ...]:
    """What is found in these texts, by file and line. Texts in other languages than English are left alone."""
    return tuple(sorted({finding for script in scripts for finding in _of(script, lists)}))


def _of(script: Script, lists: WordLists) -> Iterator[Finding]:
    for rule in rules_for(script):
        for line, wrong in rule.find(script, lists):
            yield Finding(script.place, line, rule.key, rule.level, wrong, rule.hint, rule.source)


def rules_for(script: Script) -> tuple[Rule, ...]:
    """The rules a text is held to."""
    if script.key.language != "en":
        return ()
    if script.is_easy:
        return EASY_READ
    return BRIEFING if script.audience is Audience.WORKER else STANDARD


def stale_numbers(place: str, line: int, checked_on: date, today: date) -> tuple[Finding, ...]:
    """The finding that the numbers were checked too long ago, if they were."""
    if today - checked_on <= OLDEST_CHECK:
        return ()
    wrong = f"The numbers were checked on {checked_on}, more than 6 months before {today}"
    hint = "Ring or look up each number, then write the day into checked_on"
    return (Finding(place, line, "numbers-checked", Level.ERROR, wrong, hint, OURS),)
