"""`kit demo` as anybody would call it: the whole main job, in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from kit import places
from kit.store.door import open_records
from kit.upload.receiver import PracticeReceiver


def kit(*arguments, **options):
    """One call of the command line, from outside."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kit", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **options,
    )


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """One demonstration, kept, with what it printed as JSON."""
    folder = tmp_path_factory.mktemp("demo")
    done = kit("demo", "--json", "--keep", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    return folder, json.loads(done.stdout)


def test_it_says_all_five_things(demonstration):
    _, said = demonstration
    assert {"library", "advice", "leaflets", "coverage", "upload"} <= set(said)


def test_mother_and_father_are_told_in_their_own_variants(demonstration):
    _, said = demonstration
    given = {(one["resource"], one["variant"]) for one in said["advice"] if one["outcome"] == "given"}
    assert {("every-sleep", "easy-read"), ("every-sleep", "easy-read.fathers")} <= given
    assert {one["understanding"] for one in said["advice"] if one["outcome"] == "given"} > {"showed-me", "told-me"}


def test_somebody_not_present_is_on_record(demonstration):
    _, said = demonstration
    assert "not-present" in {one["reason"] for one in said["advice"]}


def test_a_parent_place_not_yet_known_has_its_column(demonstration):
    _, said = demonstration
    assert said["coverage"]["not_yet_known"] == [{"child": "Ruby", "place": "other-parent"}]
    assert len(said["coverage"]["carers"]) == 3


def test_every_file_it_names_is_there(demonstration):
    folder, said = demonstration
    assert all((folder / name).is_file() for name in said["files"])
    for leaflet in said["leaflets"]:
        assert len(pypdf.PdfReader(folder / leaflet["file"]).pages) == leaflet["pages"] <= 2


def test_what_is_kept_can_be_opened_with_the_passphrase_it_says(demonstration):
    folder, said = demonstration
    records = open_records(folder / "records.kit", said["passphrase"])
    with records:
        assert [family.name for family in records.families()] == ["Ellison"]
    records.close()


def test_no_name_stands_in_the_records_in_clear(demonstration):
    folder, _ = demonstration
    assert not any(name in (folder / "records.kit").read_bytes() for name in (b"Ellison", b"Jade", b"Harbour House"))


def test_everything_is_received_and_the_receipts_are_kept(demonstration):
    _, said = demonstration
    upload = said["upload"]
    assert (upload["refused"], upload["left"], upload["stopped"]) == (0, 0, "")
    assert sum(receipt["accepted"] for receipt in upload["receipts"]) == upload["accepted"] == len(said["advice"]) + 1


def test_another_server_can_be_named():
    with PracticeReceiver() as receiver:
        done = kit("demo", "--json", "--server", receiver.base_url)
        assert json.loads(done.stdout)["upload"]["server"] == receiver.base_url
        assert receiver.received()["Communication"] == 8


def test_a_server_that_is_not_there_loses_nothing_and_says_so():
    done = kit("demo", "--server", "http://127.0.0.1:9/fhir")
    assert done.returncode == 1
    assert "0 received, 0 refused, 9 left" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_without_keep_nothing_is_left_behind():
    done = kit("demo", "--json")
    assert not any(Path(name).exists() for name in json.loads(done.stdout)["files"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["library", "search", "cot"], "every-sleep"),
        (["library", "search", "zzzz"], "Nothing found"),
        (["--version"], "Home Visit Kit 0."),
    ],
)
def test_the_other_commands(arguments, says, tmp_path):
    done = kit(*arguments, env={**os.environ, "KIT_HOME": str(tmp_path)})
    assert (done.returncode, done.stderr) == (0, "")
    assert says in done.stdout


def test_a_broken_resource_is_said_with_file_and_line(tmp_path):
    copy = shutil.copytree(places.resources(), tmp_path / "resources")
    (copy / "crying" / "walk-away" / "resource.toml").write_text("title = \n", encoding="utf-8")
    done = kit("library", "build", "--resources", str(copy), "--to", str(tmp_path / "out.sqlite"))
    assert done.returncode == 1
    assert "crying/walk-away/resource.toml:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.sqlite").exists()
