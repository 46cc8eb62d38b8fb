"""`build_library` compiles resources/ into the library file."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from kit.library.binding import bind
from kit.library.current import sources_digest
from kit.library.gather import gather

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What went into a library, and how long it took."""

    resources: int
    variants: int
    pictures: int
    ideas: int
    version: str
    seconds: float


def build_library(resources: Path, target: Path) -> BuildReport:
    """Compile the resources folder into one read-only file; the same folder gives the same bytes.

    Raises:
        FaultyContentError: with every fault in the folder; the file at the target is untouched.
        ContentError: the file cannot be written.
    """
    started = perf_counter()
    gathering = gather(resources)
    version = bind(gathering, sources_digest(resources), target)
    return BuildReport(
        resources=len(gathering.resources),
        variants=len(gathering.variants),
        pictures=len(gathering.pictures),
        ideas=sum(len(variant.ideas) for variant in gathering.variants),
        version=version,
        seconds=perf_counter() - started,
    )
