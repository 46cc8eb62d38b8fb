"""Step 0008: advice given before it knows nothing of what was tried, and stays as it was."""

import pytest
from alembic import command

from kit.store import upgrade
from kit.store.drafts import draft_body, draft_of
from kit.store.engine import engine_on
from tests.store import story

BEFORE, STEP = "0007", "0008"
OLD = (
    "INSERT INTO family (id, name) VALUES ('f', 'Ellison')",
    "INSERT INTO child (id, family_id, given_name, family_name) VALUES ('c', 'f', 'Noah', 'Ellison')",
    "INSERT INTO carer (id, family_id, given_name, family_name) VALUES ('j', 'f', 'Jade', 'Ellison')",
    """
    INSERT INTO visit (id, family_id, contact, started_at, ended_at, recorded_at, worker, outcome, why)
    VALUES ('v', 'f', 'other', 'x', 'x', 'x', 'Sam', 'seen', '')
    """,
    """
    INSERT INTO advice (id, family_id, visit_id, child_id, carer_id, topic, resource_id, version, variant, language,
        digest, outcome, occurred_at, recorded_at, worker, understanding, why)
    VALUES ('a', 'f', 'v', 'c', 'j', 'crying', 'walk-away', 1, 'standard', 'en', 'd', 'given', 'x', 'x', 'Sam',
        'told-me', '')
    """,
)


@pytest.fixture
def old(tmp_path):
    """Tables of the step before, with one piece of advice."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - past the door, as an older kit left it

    raw = dbapi2.connect(str(tmp_path / "old.sqlite"), isolation_level=None)
    step(raw, BEFORE)
    for statement in OLD:
        raw.execute(statement)
    yield raw
    raw.close()


def step(raw, revision):
    with engine_on(raw).connect() as connection, connection.begin():
        config = upgrade._config()  # noqa: SLF001 - one step, not all
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_old_advice_stays_and_nothing_was_tried(old):
    before = old.execute("SELECT * FROM advice").fetchall()
    step(old, STEP)
    assert old.execute("SELECT * FROM advice").fetchall() == [(*before[0], "[]")]


def test_advice_is_still_never_changed(old):
    step(old, STEP)
    with pytest.raises(Exception, match="never changed"):
        old.execute("UPDATE advice SET tried = '[1]'")


def test_a_draft_begun_before_is_read_as_it_was():
    draft = story.draft()
    body = draft_body(draft)
    for tick in body["ticks"]:
        del tick["tried"]
    read = draft_of(draft.id, draft.family_id, body)
    assert [tick.tried for tick in read.ticks] == [()] * len(draft.ticks)
    assert read.presences == draft.presences
