"""The tables the code believes in are the tables the migrations make, and records in them are never changed."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from kit.domain.family import Family
from kit.store.engine import engine_on
from kit.store.restricted import RESTRICTED_METADATA
from kit.store.tables import METADATA

MODELS = {**METADATA.tables, **RESTRICTED_METADATA.tables}
CHANGEABLE = {"visit_draft", "settings", "alembic_version", "to_print", "stock", "caseload_row", "caseload_mark"}
APPEND_ONLY = sorted(set(MODELS) - CHANGEABLE)


@pytest.fixture
def raw(reopened):
    return reopened._ledger._raw  # noqa: SLF001 - past the repository, as a bug or a curious person would


def schema(connection):
    """Everything SQLAlchemy can see of the tables."""
    look = sa.inspect(connection)
    return {
        name: {
            "columns": [
                (one["name"], str(one["type"]), one["nullable"], one["default"], one["primary_key"])
                for one in look.get_columns(name)
            ],
            "key": look.get_pk_constraint(name),
            "foreign": sorted(look.get_foreign_keys(name), key=str),
            "unique": sorted(look.get_unique_constraints(name), key=str),
            "indexes": sorted(look.get_indexes(name), key=str),
            "options": look.get_table_options(name),
        }
        for name in look.get_table_names()
        if name != "alembic_version"
    }


def test_models_and_migrations_make_the_same_schema(raw):
    fresh = sa.create_engine("sqlite://")
    with engine_on(raw).connect() as migrated, fresh.connect() as modelled:
        METADATA.create_all(modelled)
        RESTRICTED_METADATA.create_all(modelled)
        assert schema(migrated) == schema(modelled)
    fresh.dispose()


def test_alembic_finds_nothing_to_change_either(raw):
    with engine_on(raw).connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, [METADATA, RESTRICTED_METADATA]) == []


def test_every_table_is_strict(raw):
    kinds = {name: strict for _, name, kind, _, _, strict in raw.execute("PRAGMA table_list") if kind == "table"}
    assert {name for name, strict in kinds.items() if not strict} == {
        "alembic_version",
        "sqlite_schema",
        "sqlite_temp_schema",
    }
    assert set(MODELS) <= set(kinds)


ROWS = {
    "retry": "INSERT INTO retry VALUES ('a1', 'r1', '2026-11-24')",
    "carer_link": "INSERT INTO carer_link VALUES (1, 'l1', 'callum', 'denise')",
    "leaflet_printed": "INSERT INTO leaflet_printed VALUES "
    "(1, 'p1', 'ellison', 'jade', 'every-sleep', 1, 'easy-read', 'en', 'd', 'a4', 1, '2026', '2026', 'Sam', NULL, '')",
    "recall_told": "INSERT INTO recall_told VALUES (1, 't1', 'ellison', 'jade', 'every-sleep', '2026', '2026', 'Sam')",
}
"""What the story does not tell."""


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_record_is_never_changed(raw, table):
    if table in ROWS:
        raw.execute(ROWS[table])
    assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0  # noqa: S608 - our own
    last = MODELS[table].columns.keys()[-1]
    with pytest.raises(Exception, match="records are never changed"):
        raw.execute(f"UPDATE {table} SET {last} = {last}")  # noqa: S608


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_record_is_never_removed(raw, table):
    if table in ROWS:
        raw.execute(ROWS[table])
    with pytest.raises(Exception, match="records are never removed"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608


def test_a_record_is_never_replaced(raw):
    with pytest.raises(Exception, match="records are never removed"):
        raw.execute("INSERT OR REPLACE INTO family VALUES (1, 'ellison', 'Changed')")
    assert raw.execute("SELECT name FROM family").fetchall() == [("Ellison",)]


def test_a_record_is_never_kept_twice(reopened):
    with reopened, pytest.raises(sa.exc.IntegrityError):
        reopened.add(Family("ellison", "Again"))


def test_nothing_but_drafts_settings_and_what_is_made_from_records_can_change(raw):
    refused = {row[0] for row in raw.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")}
    assert set(MODELS) - refused == {"settings", "to_print", "stock", "caseload_row", "caseload_mark"}
