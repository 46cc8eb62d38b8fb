"""One visit closed by the kit, against the same statements sent by hand into the same encrypted file."""

from __future__ import annotations

import statistics
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from bench.figures import Figure, once_ms
from bench.households import add_household, draft_of, new_records
from kit.service import visits
from kit.start import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock
    from kit.store.records import SqlRecords

VISITS = 40
Deed = list[tuple[str, Any]]


def figures(folder: Path) -> Iterator[Figure]:
    """One figure."""
    clock, records = SystemClock(), new_records(folder / "records.kit")
    driver = records._ledger._raw  # noqa: SLF001 - the same connection, by hand
    by_kit, by_hand, rows = [], [], 0
    for number in range(VISITS):
        draft = draft_of(clock, add_household(records, clock, number))
        visits.keep_draft(records, draft)
        by_kit.append(once_ms(partial(visits.close_visit, records, clock, draft)))
        deed = _caught(records, clock, draft_of(clock, add_household(records, clock, number)))
        by_hand.append(once_ms(partial(_replay, driver, deed)))
        rows = sum(len(values) for _, values in deed)
    records.close()
    what = f"one visit saved, {rows} rows"
    yield Figure(what, statistics.median(by_kit), "the same rows, raw SQLCipher", statistics.median(by_hand), 3)


def _caught(records: SqlRecords, clock: Clock, draft: VisitDraft) -> Deed:
    """The statements that closing this visit writes; they are undone again."""
    seen: Deed = []
    engine: Any = records._ledger._connection.engine  # type: ignore[union-attr]  # noqa: SLF001 - to listen in

    def listen(_connection: object, _cursor: object, text: str, values: Any, _context: object, many: bool) -> None:  # noqa: ANN401, FBT001
        if text.startswith(("INSERT", "DELETE")):
            seen.append((text, values if many else [values]))

    event.listen(engine, "before_cursor_execute", listen)
    commit, records.commit = records.commit, _leave  # type: ignore[method-assign]
    visits.close_visit(records, clock, draft)
    records.commit = commit  # type: ignore[method-assign]
    event.remove(engine, "before_cursor_execute", listen)
    return seen


def _leave() -> None:
    """Commit nothing."""


def _replay(driver: Any, deed: Deed) -> None:  # noqa: ANN401 - a driver without types
    driver.execute("BEGIN IMMEDIATE")
    for text, values in deed:
        driver.executemany(text, values)
    driver.execute("COMMIT")
