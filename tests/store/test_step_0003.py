"""The step that brought sleep spaces and plans: from the step before it, with rows in the file."""

import json

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from kit.store import tables, upgrade
from kit.store.drafts import draft_body, draft_of
from tests.store import story
from tests.store.test_tables import schema

STEP = "0003"
NEW = {"sleep_check", "sleep_line", "sleep_condition", "plan_action", "plan_review", "plan_words"}
OLD_DRAFT = {key: value for key, value in draft_body(story.draft()).items() if key not in {"spaces", "plan"}}


@pytest.fixture
def connection():
    """A file at the step before, with a family, a visit, a draft and a piece of advice in it."""
    config = upgrade._config()  # noqa: SLF001 - the steps themselves
    before = ScriptDirectory.from_config(config).get_revision(STEP).down_revision
    engine = sa.create_engine("sqlite://")
    with engine.connect() as made:
        config.attributes["connection"] = made
        command.upgrade(config, before)
        made.execute(sa.insert(tables.family), {"id": "ellison", "name": "Ellison"})
        columns = sa.Table("visit", sa.MetaData(), autoload_with=made).columns.keys()
        kept = [column for column in tables.visit.c if column.name in columns and column.name != "number"]
        visit = {column.name: getattr(story.visit(place_id=None), column.name) for column in kept}
        made.execute(sa.insert(sa.table("visit", *(sa.column(one.name, one.type) for one in kept))), visit)
        draft = {"id": "v2", "family_id": "ellison", "body": OLD_DRAFT}
        made.execute(sa.insert(tables.visit_draft), draft)
        made.commit()
        yield made, config
    engine.dispose()


def rows(made):
    found = sa.inspect(made).get_table_names()
    return {
        name: made.exec_driver_sql(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - our own
        for name in found
        if name not in NEW | {"alembic_version"}
    }


def test_the_step_adds_its_tables_and_leaves_every_row(connection):
    made, config = connection
    before = rows(made)
    assert len(before["visit"]) == 1
    command.upgrade(config, STEP)
    assert rows(made) == before
    assert {name for name in sa.inspect(made).get_table_names() if name in NEW} == NEW


def test_its_tables_are_those_the_code_believes_in(connection):
    made, config = connection
    command.upgrade(config, STEP)
    fresh = sa.create_engine("sqlite://")
    with fresh.connect() as modelled:
        tables.METADATA.create_all(modelled)
        ours, theirs = schema(made), schema(modelled)
    fresh.dispose()
    assert {name: ours[name] for name in NEW} == {name: theirs[name] for name in NEW}


@pytest.mark.parametrize("deed", ["UPDATE plan_words SET why = 'x'", "DELETE FROM plan_words"])
def test_its_records_are_never_changed(connection, deed):
    made, config = connection
    command.upgrade(config, STEP)
    values = "VALUES (1, 'w', 'ellison', 'v1', NULL, 'said', 'a', 'b', 'Sam', NULL, '')"
    made.exec_driver_sql(f"INSERT INTO plan_words {values}")
    with pytest.raises(sa.exc.DatabaseError, match="records are never"):
        made.exec_driver_sql(deed)


def test_a_draft_from_before_opens_with_nothing_said_of_sleep_or_plan(connection):
    made, config = connection
    command.upgrade(config, STEP)
    [(body,)] = made.exec_driver_sql("SELECT body FROM visit_draft").fetchall()
    draft = draft_of("v2", "ellison", json.loads(body))
    assert (draft.spaces, draft.plan.is_empty) == ((), True)
    assert draft.ticks == story.draft().ticks
