"""The restricted layer: found by asking for one carer, and by nothing else."""

import ast
import inspect
from dataclasses import replace
from pathlib import Path

import pytest

import kit.store
from kit.domain.advice import Way
from kit.domain.fact import FactKind
from kit.store import records as ordinary
from kit.store import restricted, tables
from tests.store import story

SECRETS = ("asking-safely", "in her shoe", "not-safe", "s1", "s2", "s3", "number-only", "Say it is the school nurse")


def test_what_is_kept_of_a_carer_comes_back_oldest_first(reopened):
    given, reason = story.restricted()
    with reopened:
        assert list(reopened.restricted.of_carer("jade")) == [given, reason]
        assert list(reopened.restricted.of_carer("callum")) == []
        assert reopened.restricted.held_back() == 2


def test_a_correction_and_words_of_a_newer_kit_come_back(records):
    given = replace(story.restricted()[0], id="s3", ways=(Way("sung"),), corrects="s1", why="Wrong box.")
    with records:
        records.restricted.add(given)
        assert list(records.restricted.of_carer("jade")) == [given]


def test_a_carer_needs_no_record_of_their_own(records):
    with records:
        records.restricted.add(story.restricted()[1])
        records.commit()
    with records:
        assert records.restricted.held_back() == 1


def test_no_ordinary_method_returns_anything_of_it(reopened):
    """Everything every ordinary method of the port gives out, looked through for planted words."""
    with reopened:
        given = {
            "families": reopened.families(),
            "family": reopened.family("ellison"),
            "facts": reopened.facts(FactKind.NHS_NUMBER, "9990000018"),
            "advice": reopened.advice(),
            "waiting": reopened.waiting(),
            "state": reopened.state("v1"),
            "advice_record": [reopened.advice_record(one.id) for one in reopened.advice()],
            "visits": reopened.visits(),
            "visit": reopened.visit("v1"),
            "sleep_checks": reopened.sleep_checks("ellison"),
            "actions": reopened.actions(),
            "action_reviews": reopened.action_reviews(),
            "parents_words": reopened.parents_words("ellison"),
            "drafts": reopened.drafts(),
            "draft": reopened.draft("v2"),
            "outbox": reopened.outbox(),
            "entry": [reopened.entry(one.id) for one in story.entries()],
            "receipts": reopened.receipts(),
            "references": reopened.references(story.SERVER),
            "settings": reopened.settings(),
            "rows_kept": reopened.rows_kept("1"),
        }
    silent = {"add", "close", "commit", "keep_draft", "drop_draft", "post", "keep_receipt", "retry", "keep_settings"}
    silent.add("keep_rows")
    asked = {name for name, _ in inspect.getmembers(ordinary.SqlRecords, callable) if not name.startswith("_")}
    assert asked == set(given) | silent
    for name, found in given.items():
        assert [secret for secret in SECRETS if f"'{secret}'" in repr(found)] == [], name
        assert "restricted" not in repr(found).lower(), name


def test_its_tables_are_unknown_to_the_ordinary_ones():
    assert not [name for name in tables.METADATA.tables if "restricted" in name]
    assert set(restricted.RESTRICTED_METADATA.tables) == {
        "restricted_advice",
        "restricted_reason",
        "restricted_contact",
    }


@pytest.mark.parametrize("name", ["restricted_advice", "restricted_reason"])
def test_its_tables_name_no_visit_and_no_family_and_no_other_table(name):
    table = restricted.RESTRICTED_METADATA.tables[name]
    assert not table.foreign_keys
    assert not {"visit_id", "family_id", "child_id"} & set(table.columns.keys())


def test_only_the_door_opens_to_it():
    """No other module of the store imports it, names its tables, or could by a string."""
    room = Path(kit.store.__file__).parent
    for path in room.glob("*.py"):
        if path.name in {"restricted.py", "door.py"}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = [
            f"{getattr(node, 'module', '')}.{name.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        ]
        assert "kit.store.restricted" not in " ".join(imported), path.name
        assert "domain.restricted" not in " ".join(imported), path.name
        strings = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert not [text for text in strings if "restricted_" in text], path.name


def test_the_safe_contact_kept_last_holds_and_is_no_record_to_send(reopened):
    with reopened:
        held = reopened.restricted.held_back()
        assert reopened.restricted.safe_contact("jade") == story.contact()
        reopened.restricted.add(story.contact("s9", "Say nothing"))
        assert reopened.restricted.safe_contact("jade").may_say == "Say nothing"
        assert reopened.restricted.safe_contact("callum") is None
        assert reopened.restricted.held_back() == held
