"""A file as an older kit left it: the tables of one step, with one piece of advice given at a visit."""

from __future__ import annotations

from contextlib import contextmanager

from alembic import command

from kit.store import upgrade
from kit.store.engine import engine_on

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


@contextmanager
def file_of_step(folder, revision):
    """The raw file, closed afterwards."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - past the door, as an older kit left it

    raw = dbapi2.connect(str(folder / "old.sqlite"), isolation_level=None)
    step(raw, revision)
    for statement in OLD:
        raw.execute(statement)
    yield raw
    raw.close()


def step(raw, revision):
    """Bring it to this step and no further."""
    with engine_on(raw).connect() as connection, connection.begin():
        config = upgrade._config()  # noqa: SLF001 - one step, not all
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
