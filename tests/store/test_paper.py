"""Step 0007: paper is kept and comes back, two lists can be struck off, and nothing that was there before changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from kit.domain.paper import LeafletPrinted, RecallTold, Stock, ToPrint
from kit.store import upgrade
from kit.store.engine import Ledger, engine_on, make_file
from kit.store.files import make_empty
from kit.store.key import new_key
from kit.store.records import SqlRecords
from kit.store.restricted import SqlRestrictedRecords
from tests import makers
from tests.store import story

EASY, PROSE = makers.text("every-sleep"), makers.text("every-sleep", "standard")
PRINTED = LeafletPrinted("p1", "ellison", "jade", EASY, "easy-read", 2, story.BEGAN, story.ENDED, "Sam Whitfield")
AGAIN = replace(PRINTED, id="p2", carer_id=None, occurred_at=story.LATER)
NOTHING = replace(PRINTED, id="p3", copies=0, recorded_at=story.LATER, corrects="p1", why="Taken back.")
TOLD = RecallTold("t1", "ellison", "callum", "every-sleep", story.LATER, story.LATER, "Sam Whitfield")
WISH = ToPrint("w1", "every-sleep", "easy-read", "large-print", 1, "ellison", "jade", story.LATER)
FOR_NOBODY = ToPrint("w0", "every-sleep", "standard", "", 5, None, None, story.BEGAN)


def test_what_was_printed_and_told_comes_back_as_it_was(reopened):
    with reopened:
        for record in (AGAIN, PRINTED, NOTHING, TOLD, replace(TOLD, id="t2", carer_id=None)):
            reopened.paper.add(record)
        reopened.commit()
    with reopened:
        assert list(reopened.paper.printed()) == [PRINTED, NOTHING, AGAIN]
        assert list(reopened.paper.printed("ellison")) == [PRINTED, NOTHING, AGAIN]
        assert list(reopened.paper.printed("brennan")) == []
        assert [one.carer_id for one in reopened.paper.told()] == ["callum", None]


def test_what_waits_is_listed_oldest_first_and_struck_off(reopened):
    with reopened:
        reopened.paper.keep_to_print(WISH)
        reopened.paper.keep_to_print(FOR_NOBODY)
        reopened.commit()
    with reopened:
        assert list(reopened.paper.to_print()) == [FOR_NOBODY, WISH]
        reopened.paper.strike_off("w0")
        reopened.paper.strike_off("never there")
        reopened.commit()
    with reopened:
        assert list(reopened.paper.to_print()) == [WISH]


def test_the_bag_is_counted_anew_and_an_empty_pile_goes(reopened):
    with reopened:
        for pile in (Stock("SS-E1-AAAA", EASY, 5), Stock("SS-S1-BBBB", PROSE, 1), Stock("SS-E1-AAAA", EASY, 3)):
            reopened.paper.keep_stock(pile)
        reopened.commit()
    with reopened:
        assert [(one.code, one.text, one.count) for one in reopened.paper.stock()] == [
            ("SS-E1-AAAA", EASY, 3),
            ("SS-S1-BBBB", PROSE, 1),
        ]
        for _ in range(2):
            reopened.paper.take_from_stock(PROSE)
        reopened.paper.take_from_stock(replace(EASY, version=9))
        assert [one.count for one in reopened.paper.stock()] == [3, 0], "never less than nothing"
        reopened.paper.keep_stock(Stock("SS-S1-BBBB", PROSE, 0))
        reopened.commit()
    with reopened:
        assert [one.code for one in reopened.paper.stock()] == ["SS-E1-AAAA"]


def test_without_a_commit_nothing_stays(reopened):
    with reopened:
        reopened.paper.add(PRINTED)
        reopened.paper.keep_to_print(WISH)
        reopened.paper.keep_stock(Stock("SS-E1-AAAA", EASY, 5))
    with reopened:
        assert [*reopened.paper.printed(), *reopened.paper.to_print(), *reopened.paper.stock()] == []


@pytest.mark.parametrize("family_id", ["nobody", None])
def test_a_record_names_a_family_that_is_there(reopened, family_id):
    with reopened, pytest.raises(IntegrityError):
        reopened.paper.add(replace(PRINTED, family_id=family_id))


# -- the step ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def before(tmp_path, reopened):
    """A file of the step before, with every row of the story that it has a table for."""
    path = tmp_path / "before.kit"
    make_empty(path)
    raw = make_file(path, new_key())
    config = upgrade._config()  # noqa: SLF001 - as an upgrade does
    step = ScriptDirectory.from_config(config).get_revision("0007")
    with engine_on(raw).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, step.down_revision)
    told = reopened._ledger._raw  # noqa: SLF001 - row by row, as it was written
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table not in {"alembic_version", "sqlite_sequence"}:
            names = ", ".join(f'"{row[1]}"' for row in raw.execute(f"PRAGMA table_info({table})").fetchall())
            for row in told.execute(f"SELECT {names} FROM {table}").fetchall():  # noqa: S608 - our own names
                raw.execute(f"INSERT INTO {table} ({names}) VALUES ({','.join('?' * len(row))})", row)  # noqa: S608
    yield raw
    raw.close()


class Unlocked:
    """A lock that nobody holds."""

    def release(self):
        """Nothing to let go of."""


def test_the_step_adds_paper_and_keeps_everything(before):
    upgrade.migrate(before)
    assert before.execute("SELECT version_num FROM alembic_version").fetchone() == (upgrade.HEAD,)
    ledger = Ledger(before, Unlocked())
    records = SqlRecords(ledger, SqlRestrictedRecords(ledger))
    with records:
        assert records.family("ellison").name == "Ellison"
        assert len(records.advice()) == len(story.advice())
        assert [
            *records.paper.printed(),
            *records.paper.told(),
            *records.paper.to_print(),
            *records.paper.stock(),
        ] == []
        records.paper.add(PRINTED)
        records.commit()
    with records:
        assert list(records.paper.printed()) == [PRINTED]
    records.close()


def test_times_keep_their_offset(reopened):
    with reopened:
        reopened.paper.add(PRINTED)
        reopened.commit()
    with reopened:
        assert reopened.paper.printed()[0].occurred_at.utcoffset() == timedelta(hours=1)
