"""The chores: the right ones, in the right order."""

import os

import dev
import pytest


@pytest.fixture
def calls(monkeypatch):
    """What would have been run, in order, as lines of words."""
    made = []
    monkeypatch.setattr(dev.environment, "ensure", lambda: None)
    monkeypatch.setattr(
        dev.environment, "run", lambda program, *words, **_: made.append(" ".join([program.name, *words]))
    )
    monkeypatch.setattr(dev.system_packages, "ensure", lambda *_, **__: None)
    monkeypatch.setattr(dev, "python", lambda *words, **_: made.append(" ".join(words)))
    return made


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_open(platform, variables, expected):
    assert dev.has_screen(platform, variables) is expected


@pytest.mark.parametrize(("has_screen", "expected"), [(True, "-m kit app --practice"), (False, "-m kit demo")])
def test_run_opens_what_can_be_seen(calls, monkeypatch, has_screen, expected):
    monkeypatch.setattr(dev, "has_screen", lambda *_: has_screen)
    dev.main(["run"])
    assert calls == [expected]


def test_test_checks_before_it_runs(calls):
    dev.main(["test", "--no-bundle", "-k", "coverage"])
    assert calls == [
        "-m ruff check",
        "-m ruff format --check",
        "-m mypy",
        "lint-imports",
        "-m pytest --cov --numprocesses=auto --dist=worksteal -k coverage",
    ]


def test_test_ends_with_the_frozen_application(calls):
    dev.main(["test"])
    assert calls[-1] == f"{dev.FROZEN.name} --selfcheck"


def test_fix_comes_before_the_checks(calls):
    dev.main(["lint", "--fix"])
    assert calls[:3] == ["-m ruff check --fix --quiet --exit-zero", "-m ruff format", "-m ruff check"]


def test_qt_draws_into_memory_unless_told_otherwise(monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.offscreen() == {"QT_QPA_PLATFORM": "offscreen"}
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "xcb")
    assert dev.offscreen() == {"QT_QPA_PLATFORM": "xcb"}


def test_an_unknown_command_shows_the_known_ones():
    with pytest.raises(SystemExit, match="bundle"):
        dev.main(["bake"])


def test_help_names_every_command(capsys):
    dev.main([])
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in dev.COMMANDS)
