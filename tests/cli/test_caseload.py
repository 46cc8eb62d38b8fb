"""`kit caseload import` on real records: nothing half imported, and the passphrase from a pipe."""

import io
import sys

import pytest

from kit import places
from kit.cli import main
from kit.store.door import create_records, open_records
from kit.store.key import KeyCost

PASSPHRASE = "seven quiet harbour lamps"
CASELOAD = """local number,family name,who,first name,last name,born on,tie
A-1,Penhallow,child,Wren,Penhallow,20/10/2026,
A-1,,carer,Tamsin,Penhallow,,mother
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    create_records(places.records_file(), PASSPHRASE, KeyCost(memory_kib=64, passes=1, lanes=1)).close()
    return tmp_path


@pytest.fixture
def bring(home, monkeypatch, capsys):
    def run(text=CASELOAD, *options, passphrase=PASSPHRASE):
        (home / "caseload.csv").write_text(text, encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{passphrase}\n"))
        code = main(["caseload", "import", str(home / "caseload.csv"), *options])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def names():
    records = open_records(places.records_file(), PASSPHRASE)
    try:
        with records:
            return [(one.name, one.local_number, len(one.carers)) for one in records.families()]
    finally:
        records.close()


def test_families_come_in_once(bring):
    assert bring() == (0, "1 family added, 2 people.\n", "")
    assert names() == [("Penhallow", "A-1", 1)]
    code, out, _ = bring()
    assert (code, names()) == (0, [("Penhallow", "A-1", 1)])
    assert "1 family is on this laptop already and stayed as before." in out


def test_a_dry_run_only_looks(bring):
    code, out, _ = bring(CASELOAD, "--dry-run")
    assert (code, names()) == (0, [])
    assert out.startswith("1 family would be added, 2 people.")


def test_one_mistake_keeps_everybody_out(bring):
    code, out, _ = bring(CASELOAD + "B-2,Vane,child,Pip,Vane,31/02/2026,\n")
    assert (code, names()) == (1, [])
    assert out.splitlines() == [
        "Row 4, born on: 31/02/2026 is not in the calendar. Please check the day and the month.",
        "",
        "1 problem. Nothing was imported.",
    ]


def test_a_wrong_passphrase_is_said_and_nothing_is_imported(bring):
    code, out, err = bring(passphrase="another one altogether")
    assert (code, out, names()) == (1, "", [])
    assert "Traceback" not in err
    assert "passphrase" in err.casefold()


def test_a_file_that_is_not_there_is_said(home, monkeypatch, capsys):
    assert main(["caseload", "import", str(home / "nowhere.csv")]) == 1
    assert capsys.readouterr().err.startswith("nowhere.csv cannot be read: No such file or directory.")
