"""The step to attempts, corrections and closing help: older records stay as they are and stay readable."""

import json

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from kit.domain.visit import VisitOutcome
from kit.store import door, upgrade
from kit.store.engine import close_file, engine_on, make_file
from kit.store.files import beside, make_empty
from kit.store.key import new_key, sealed
from tests.store import story

STEP, BEFORE = "0004", "0003"
BEGAN, ENDED = "2026-10-24T08:42:00.000000Z+01:00", "2026-10-24T09:20:00.000000Z+01:00"
TICK = {
    "carer_id": "jade",
    "topic": "crying",
    "resource_id": "walk-away",
    "version": 1,
    "variant": "standard",
    "language": "en",
    "digest": "abc",
    "outcome": "given",
    "at": "2026-11-24T10:05:00.000000Z+00:00",
    "ways": ["talked-through"],
    "reason": None,
    "understanding": None,
}
DRAFT = {
    "contact": "other",
    "place_id": None,
    "started_at": "2026-11-24T10:00:00.000000Z+00:00",
    "worker": "Sam",
    "room": "alone",
    "presences": [],
    "children_seen": [],
    "ticks": [TICK],
}
OLDER = {
    "family": {"id": "ellison", "name": "Ellison"},
    "child": {"id": "noah", "family_id": "ellison", "given_name": "Noah", "family_name": "Ellison"},
    "carer": {"id": "jade", "family_id": "ellison", "given_name": "Jade", "family_name": "Ellison"},
    "visit": {
        "id": "v1",
        "family_id": "ellison",
        "contact": "new-birth",
        "started_at": BEGAN,
        "ended_at": ENDED,
        "recorded_at": ENDED,
        "worker": "Sam",
        "outcome": "no-access",
        "why": "",
    },
    "advice": {
        "id": "a1",
        "family_id": "ellison",
        "visit_id": "v1",
        "child_id": "noah",
        "carer_id": "jade",
        "topic": "safer-sleep",
        "resource_id": "on-the-back",
        "version": 1,
        "variant": "standard",
        "language": "en",
        "digest": "abc",
        "outcome": "given",
        "occurred_at": BEGAN,
        "recorded_at": ENDED,
        "worker": "Sam",
        "why": "",
    },
    "visit_draft": {"id": "v2", "family_id": "ellison", "body": json.dumps(DRAFT)},
}


def insert(table, values):
    """A row as the version before would have written it."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own


@pytest.fixture
def older(path):
    """A file of the version before, with a record of every table the step touches."""
    key = new_key()
    beside(path, ".key").write_bytes(sealed(key, story.PASSPHRASE, story.CHEAP))
    make_empty(path)
    raw = make_file(path, key)
    config = upgrade._config()  # noqa: SLF001 - to stop one step before
    with engine_on(raw).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, BEFORE)
        for table, values in OLDER.items():
            connection.exec_driver_sql(insert(table, values), tuple(values.values()))
    close_file(raw)
    return path


def test_older_records_have_nothing_in_what_is_new(older):
    opened = door.open_records(older, story.PASSPHRASE)
    with opened:
        visit, advice, draft = opened.visits()[0], opened.advice()[0], opened.drafts()[0]
        family = opened.family("ellison")
    opened.close()
    assert (visit.outcome, visit.tried_by, visit.noticed, visit.next_on) == (VisitOutcome.NO_ACCESS, None, "", None)
    assert (visit.joint_workers, advice.note) == ((), "")
    assert (family.corrections, family.help, family.closed) == ((), (), None)
    assert (draft.next_on, draft.joint_workers, draft.ticks[0].note) == (None, (), "")
    assert beside(older, f".at-{BEFORE}").exists()


def test_what_is_new_can_be_kept_beside_them(older):
    opened = door.open_records(older, story.PASSPHRASE)
    with opened:
        opened.add(*story.corrections(), *story.decisions())
        opened.commit()
    with opened:
        assert len(opened.family("ellison").corrections) == 2
        assert opened.family("ellison").closed is None
    opened.close()


@pytest.mark.parametrize(
    "deed", ["UPDATE visit SET noticed = 'x'", "UPDATE advice SET note = 'x'", "DELETE FROM visit"]
)
def test_older_records_stay_unchangeable(older, deed):
    opened = door.open_records(older, story.PASSPHRASE)
    with pytest.raises(Exception, match="records are never"):
        opened._ledger._raw.execute(deed)  # noqa: SLF001 - past the repository
    opened.close()


def test_the_step_is_on_the_one_line_of_steps():
    step = ScriptDirectory.from_config(upgrade._config()).get_revision(STEP)  # noqa: SLF001
    assert step.down_revision == BEFORE
