"""Step 0002: what was written before it is all there, and what it brought is kept and comes back."""

from dataclasses import replace

import pytest
from alembic import command

from kit.domain.carer import NeedKind, NeedStep
from kit.store import upgrade
from kit.store.engine import engine_on, make_file
from kit.store.files import make_empty
from kit.store.key import new_key
from kit.store.records import SqlRecords
from kit.store.restricted import SqlRestrictedRecords
from tests.store import story


@pytest.fixture
def before(tmp_path, reopened):
    """A file of the step before, with everything of the story that it can hold."""
    path = tmp_path / "before.kit"
    make_empty(path)
    raw = make_file(path, new_key())
    with engine_on(raw).connect() as connection, connection.begin():
        config = upgrade._config()  # noqa: SLF001
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    told = reopened._ledger._raw  # noqa: SLF001 - row by row, as it was written
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table not in {"alembic_version", "sqlite_sequence"}:
            names = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})").fetchall()]
            for row in told.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall():  # noqa: S608 - our own names
                marks = ",".join("?" * len(row))
                raw.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", row)  # noqa: S608
    yield raw
    raw.close()


class Unlocked:
    """A lock that nobody holds."""

    def release(self):
        pass


def records_of(raw):
    from kit.store.engine import Ledger  # noqa: PLC0415 - only here

    ledger = Ledger(raw, Unlocked())
    return SqlRecords(ledger, SqlRestrictedRecords(ledger))


def test_what_was_written_before_the_step_is_all_there(before):
    upgrade.migrate(before)
    records = records_of(before)
    with records:
        family = records.family("ellison")
        whole = story.family()
        needs = tuple(replace(one, steps=()) for one in whole.needs)
        assert family == replace(whole, facts=(), corrections=(), help=(), needs=needs)
        unknown = {"met": (), "note": "", "how_far": None, "tried": ()}
        assert list(records.advice()) == [replace(one, **unknown) for one in story.advice()]
        assert len(records.restricted.of_carer("jade")) == 2
        assert records.restricted.safe_contact("jade") is None
    records.close()


def test_the_step_brings_the_tables_of_today_and_nothing_else(before):
    upgrade.migrate(before)
    assert before.execute("SELECT version_num FROM alembic_version").fetchone() == (upgrade.HEAD,)
    records = records_of(before)
    with records:
        records.add(*story.elsewhere())
        records.add(*story.family().facts, *(step for need in story.family().needs for step in need.steps))
        records.commit()
    with records:
        assert records.family("ellison").facts == story.family().facts
        assert records.family("ellison").needs[0] == story.family().needs[0]
    records.close()


def test_advice_comes_back_with_how_needs_were_met(reopened):
    with reopened:
        assert reopened.advice_record("a1").met == story.MET
        assert reopened.draft("v2").ticks[0].met == story.MET[1:]
        assert [one.met for one in reopened.advice("ellison")] == [story.MET, (), ()]


def test_a_carer_of_two_families_has_the_same_needs_in_both(reopened):
    with reopened:
        reopened.add(*story.elsewhere())
        reopened.add(
            NeedStep("n9", "callum-listens", story.met().stage, *story.LEARNT),
        )
        here, there = reopened.family("ellison"), reopened.family("reed")
        assert [need.kind for need in here.needs_of("callum")] == [NeedKind.READ_ALOUD]
        assert here.needs_of("callum")[0].steps == there.needs_of("callum-too")[0].steps != ()
        assert list(reopened.families()) == [here, there]


def test_two_families_of_one_carer_know_that_there_is_another_and_no_more(reopened):
    with reopened:
        reopened.add(*story.elsewhere())
        here, there = reopened.family("ellison"), reopened.family("reed")
    assert here.is_elsewhere_too("callum")
    assert there.is_elsewhere_too("callum-too")
    assert not here.is_elsewhere_too("jade")
    assert "reed" not in {one.family_id for one in (*here.carers, *here.facts)}
    assert "Reed" not in here.name
    assert [one.id for one in here.carers if one.id == "callum-too"] == []


def test_a_person_of_three_families_is_one_person(reopened):
    with reopened:
        reopened.add(*story.elsewhere())
        third = story.elsewhere()
        reopened.add(
            replace(third[0], id="cole"),
            replace(third[1], id="callum-three", family_id="cole"),
            replace(third[2], id="l2", carer_id="callum-three"),
        )
        third = reopened.family("cole")
        assert [need.id for need in third.needs] == ["callum-listens"]
        assert third in reopened.families()
