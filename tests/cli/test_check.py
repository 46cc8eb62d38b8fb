"""`kit library check` at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.cli import main
from kit.library.rules import EVERY
from tests.library.makers import write_resources

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TITLE = "# Bed\n\n![](clear-cot)\n**"


def checked(folder: Path, sentence: str) -> int:
    resources = write_resources(
        folder / "resources", **{"safer-sleep/every-sleep/easy-read.md": f"{TITLE}{sentence}**\n"}
    )
    return main(["library", "check", "--resources", str(resources)])


def test_it_says_each_finding_and_ends_in_failure_when_one_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert checked(tmp_path, "10 % of us cry.") == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first == (
        "resources/safer-sleep/every-sleep/easy-read.md:4: error: There is a percentage here. "
        "Write “few”, “many” or “1 in 10 people”. (percent; Inclusion Europe: Information for all, 2009)"
    )
    assert last == "5 texts checked: 1 error, 0 warnings."


def test_a_warning_is_said_and_does_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert checked(tmp_path, "You will be visited at home.") == 0
    assert capsys.readouterr().out.endswith("5 texts checked: 0 errors, 1 warning.\n")


def test_a_fault_is_said_with_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert checked(tmp_path, "*Soft* words.") == 1
    assert "easy-read.md:3: error: Italics are not used. Write it plain" in capsys.readouterr().out


def test_every_rule_can_be_read(capsys: pytest.CaptureFixture[str]):
    assert main(["library", "check", "--rules"]) == 0
    said = capsys.readouterr().out
    assert said.count("passes: ") == said.count("fails:  ") == len(EVERY)
