"""What is wrong in our own files: every fault has a place, a reason and a remedy, and all are told in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kit.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, where it is, and what to do about it. Lines count from 1."""

    place: str
    line: int
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.wrong}. {self.remedy}."


class FaultyContentError(ContentError):
    """Files of ours are wrong; nothing was written.

    Attributes:
        faults: every fault found, by file and line.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__("\n".join([f"The library was not built: {count} found.", *map(str, self.faults)]))


@dataclass(slots=True)
class Faults:
    """The faults found so far; finding one never stops the search for the next."""

    found: list[Fault] = field(default_factory=list)

    def add(self, place: str, line: int, wrong: str, remedy: str) -> None:
        """Note one fault; `wrong` and `remedy` are sentences without their full stop."""
        self.found.append(Fault(place, line, wrong, remedy))

    def check(self) -> None:
        """Raise FaultyContentError when anything was found."""
        if self.found:
            raise FaultyContentError(self.found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy for a name nobody knows: the nearest one there is, or all of them when they are few."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    if near:
        return f"Did you mean {near[0]}"
    few = 12
    return f"Use one of: {', '.join(names)}" if 0 < len(names) <= few else "Use one that exists"
