"""How fast the records are, on this machine: `python -m tests.store.measure`. Figures, no verdict."""

import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import event

from kit.domain.advice import Outcome, TextGiven, Topic, Understanding, Way
from kit.domain.carer import Carer, Need, NeedKind, NeedStage, Relationship, Tie
from kit.domain.family import Child, Family, ParentPlace, ParentRole, Place, PlaceKind, PlaceState, Stay
from kit.domain.identity import new_id
from kit.domain.visit import Attended, Contact, Presence, Tick, VisitDraft
from kit.service import visits
from kit.store import door, key
from kit.store.engine import open_file
from tests import fakes
from tests.store import story

CARERS = ((Tie.MOTHER, "Jade"), (Tie.FATHER, "Callum"), (Tie.GRANDPARENT, "Denise"))
TOPICS = (*Topic, Topic.SAFER_SLEEP)


def timed(work, times=1):
    """The median of so many runs, in milliseconds."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent)


def said(what, ms):
    print(f"{what:58} {ms:9.1f} ms")  # noqa: T201 - figures for a person


def household(records, clock, number):
    """One family with a child, three carers, a place and two needs."""

    def fresh():
        return new_id(clock.now())

    home, today = Family(fresh(), f"Family {number}"), date(2026, 11, 24)
    child = Child(fresh(), home.id, "Noah", "Ellison", date(2026, 10, 20))
    carers = [Carer(fresh(), home.id, name, "Ellison") for _, name in CARERS]
    place = Place(fresh(), home.id, "2 Mill Lane", PlaceKind.HOME)
    stages = ((NeedStage.IDENTIFIED, today), (NeedStage.RECORDED, today))
    with records:
        records.add(
            home,
            child,
            *carers,
            *(Relationship(fresh(), one.id, child.id, tie) for one, (tie, _) in zip(carers, CARERS, strict=True)),
            ParentPlace(fresh(), child.id, ParentRole.MOTHER, PlaceState.FILLED, today, carers[0].id),
            ParentPlace(fresh(), child.id, ParentRole.OTHER_PARENT, PlaceState.FILLED, today, carers[1].id),
            *(Need(fresh(), carers[0].id, kind, "", stages) for kind in (NeedKind.EASY_READ, NeedKind.LARGE_PRINT)),
            place,
            Stay(fresh(), child.id, place.id, today),
        )
        records.commit()
    return home, carers, place


def draft_for(clock, home, carers, place, topics):
    """A visit that gives each carer something of each topic."""
    texts = [TextGiven(f"{topic.value}-{at}", 1, "easy-read", "en", "a" * 64) for at, topic in enumerate(topics)]
    ticks = tuple(
        Tick(
            one.id,
            topic,
            text,
            Outcome.GIVEN,
            clock.now(),
            (Way.TALKED, Way.SHOWN),
            None,
            Understanding.SHOWED_ME,
        )
        for one in carers
        for topic, text in zip(topics, texts, strict=True)
    )
    return VisitDraft(
        new_id(clock.now()),
        home.id,
        Contact.NEW_BIRTH,
        place.id,
        clock.now(),
        "Sam Whitfield",
        presences=tuple(Presence(one.id, Attended.ALL) for one in carers),
        ticks=ticks,
    )


def caught(records, work):
    """The statements a deed sends to SQLite, with their values."""
    seen = []
    engine = records._ledger._connection.engine  # noqa: SLF001 - to listen in

    def listen(_connection, _cursor, statement, values, _context, many):
        seen.append((statement, values if many else [values]))

    event.listen(engine, "before_cursor_execute", listen)
    work()
    event.remove(engine, "before_cursor_execute", listen)
    return [(text, rows) for text, rows in seen if text.startswith(("INSERT", "DELETE"))]


def replay(raw, deed):
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in deed:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


def one_visit(folder, topics, runs=15):
    """One visit by the kit, and the same rows by hand into the same encrypted file."""
    kit, raw = [], []
    path = folder / f"visit-{len(topics)}.kit"
    clock = fakes.FakeClock(datetime.now().astimezone() - timedelta(days=1))  # noqa: TID251 - no kit here
    records = door.create_records(path, story.PASSPHRASE, story.CHEAP)
    driver = records._ledger._raw  # noqa: SLF001 - the same connection, by hand
    for number in range(runs):
        draft = draft_for(clock, *household(records, clock, number), topics)

        def keep(draft=draft):
            visits.keep_draft(records, draft)

        kept = timed(keep)
        begun = time.perf_counter()
        visits.close_visit(records, clock, draft)
        kit.append((time.perf_counter() - begun) * 1000)
        again = draft_for(clock, *household(records, clock, number), topics)
        deed = caught(records, lambda again=again: _undone(records, clock, again))
        raw.append(timed(lambda deed=deed: replay(driver, deed)))
    said(f"draft with {len(draft.ticks)} ticks saved", kept)
    rows = sum(len(values) for _, values in deed)
    said(f"visit with {len(draft.ticks)} advice closed ({rows} rows), by the kit", statistics.median(kit))
    said("the same rows by hand into SQLCipher", statistics.median(raw))
    records.close()


def _undone(records, clock, draft):
    """Close a visit and leave without the commit, so that its rows can be written by hand."""
    commit, records.commit = records.commit, lambda: None
    try:
        visits.close_visit(records, clock, draft)
    finally:
        records.commit = commit


def main():
    """Print every figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "records.kit"
        file_key = key.new_key()
        said("Argon2id alone (64 MiB, 3 passes, 4 lanes)", timed(lambda: key.sealed(file_key, story.PASSPHRASE), 5))
        begun = time.perf_counter()
        records = door.create_records(path, story.PASSPHRASE)
        said("create, Argon2id and Alembic included", (time.perf_counter() - begun) * 1000)
        records.close()
        said("open and close, empty", timed(lambda: door.open_records(path, story.PASSPHRASE).close(), 5))
        one_visit(folder, TOPICS[:2])
        one_visit(folder, TOPICS)
        records = door.open_records(path, story.PASSPHRASE)
        clock = fakes.FakeClock(datetime.now().astimezone() - timedelta(days=1))  # noqa: TID251
        for number in range(500):
            visits.close_visit(records, clock, draft_for(clock, *household(records, clock, number), TOPICS))
        with records:
            some = records.families()[250].id
            said("families(), 500", timed(records.families, 7))
            said("family(), one", timed(lambda: records.family(some), 20))
            said("advice(), 12,000", timed(records.advice, 5))
            said("advice(), 24 of one family", timed(lambda: records.advice(some), 20))
            said("visits(), 500", timed(records.visits, 5))
            said("outbox(), 12,500 entries", timed(records.outbox, 5))
        begun = time.perf_counter()
        records.close()
        said("close", (time.perf_counter() - begun) * 1000)
        size = path.stat().st_size / 1e6
        cheap = key.resealed(path.with_name("records.kit.key").read_bytes(), story.PASSPHRASE, story.OTHER, story.CHEAP)
        path.with_name("records.kit.key").write_bytes(cheap)
        said(
            f"open and read through {size:.0f} MB, without Argon2id",
            timed(lambda: door.open_records(path, story.OTHER).close(), 5),
        )
        raw_key = key.unsealed(cheap, story.OTHER)
        said("  of that, the driver alone", timed(lambda: open_file(path, raw_key).close(), 5))


if __name__ == "__main__":
    main()
