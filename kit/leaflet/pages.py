"""Parts on pages: nothing split, nothing lonely, each page calm and full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.leaflet.marks import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.leaflet.marks import Part

LEAST_LAST = 0.3
"""How full the last page of prose should be, with what is kept at its end."""
MOST_SPREAD_MM = 20
"""White added between rows before a page is left shorter instead."""


def divided(parts: Sequence[Part], first: float, later: float, tail: float) -> list[list[Part]] | None:
    """The parts of each page: as few pages as can be, then as evenly filled as can be.

    Args:
        parts: all parts in order.
        first: height of the first page.
        later: height of every other page.
        tail: height kept free at the end of the last page.

    Returns:
        One list for each page, the last one empty when only the tail is on it; None when a part fits on no page.
    """
    for kept_free in (tail, 0.0):
        ends = _best_ends(parts, first, later, kept_free)
        if ends is not None:
            pages = [list(parts[start:end]) for start, end in zip([0, *ends], ends, strict=False)] or [[]]
            return pages if kept_free or not tail else [*pages, []]
    return None


def _best_ends(parts: Sequence[Part], first: float, later: float, tail: float) -> list[int] | None:
    """Where each page ends in the best division, or None when there is none."""
    count = len(parts)
    has_rows = any(part.is_row for part in parts)
    best: list[tuple[int, float, int] | None] = [(0, 0.0, 0), *[None] * count]
    for end in range(1, count + 1):
        is_last = end == count
        if parts[end - 1].keeps_next and not is_last:
            continue
        for start, needed in _starts(parts, end):
            height = later if start else first
            slack = height - (tail if is_last else 0.0) - needed
            before = best[start]
            if slack < 0:
                break
            if before is not None:
                bare = LEAST_LAST * height - needed - tail if is_last else 0.0
                white = slack**2 / (end - start) if has_rows else _prose_white(slack, bare, is_last=is_last)
                best[end] = min(best[end] or (count + 1, 0.0, 0), (before[0] + 1, before[1] + white, start))
    return _traced(best)


def _prose_white(slack: float, bare: float, *, is_last: bool) -> float:
    """Prose fills its pages and leaves the white to the last one, which should not be nearly empty either."""
    return (4 * max(0.0, bare)) ** 2 if is_last else slack**2


def _starts(parts: Sequence[Part], end: int) -> Iterator[tuple[int, float]]:
    """Each place a page that ends at `end` can start, nearest first, with the height it needs."""
    needed = 0.0
    for start in range(end - 1, -1, -1):
        needed += parts[start].height + (parts[start + 1].gap if start + 1 < end else 0.0)
        yield start, needed


def _traced(best: Sequence[tuple[int, float, int] | None]) -> list[int] | None:
    ends: list[int] = []
    place = len(best) - 1
    while place:
        step = best[place]
        if step is None:
            return None
        ends.insert(0, place)
        place = step[2]
    return ends


def spread(parts: Sequence[Part], top: float, room: float) -> Iterator[tuple[float, Part]]:
    """Each part of one page with the y of its top; rows share the white between them."""
    needed = sum(part.height for part in parts) + sum(part.gap for part in parts[1:])
    has_rows = any(part.is_row for part in parts)
    white = min((room - needed) / len(parts), MOST_SPREAD_MM * POINTS_PER_MM) if has_rows else 0.0
    y = top + white / 2
    for place, part in enumerate(parts):
        y += part.gap + white if place else 0.0
        yield y, part
        y += part.height
