"""The environment is made again when, and only when, something that decides it has changed."""

import environment
import pytest


@pytest.fixture
def files(tmp_path):
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    return tmp_path


def fingerprint(folder):
    return environment.fingerprint(folder / "requirements.lock", folder / "pyproject.toml")


def test_same_files_same_fingerprint(files):
    assert fingerprint(files) == fingerprint(files)


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_changes_the_fingerprint(files, name):
    before = fingerprint(files)
    (files / name).write_text("changed")
    assert fingerprint(files) != before


def test_another_python_changes_the_fingerprint(files, monkeypatch):
    before = fingerprint(files)
    monkeypatch.setattr(environment, "running_version", lambda: "3.99")
    assert fingerprint(files) != before


def test_a_copied_tree_has_another_fingerprint(files, tmp_path):
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in files.glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    assert fingerprint(copy) != fingerprint(files)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("home = /usr/bin\nversion = 3.12.1\n", "3.12"),
        ("home = /usr/bin\nversion_info = 3.11.7.final.0\n", "3.11"),
        ("home = /usr/bin\n", ""),
    ],
)
def test_an_environment_says_which_python_made_it(tmp_path, text, version):
    config = tmp_path / "pyvenv.cfg"
    config.write_text(text)
    assert environment.made_with(config) == version


def test_an_environment_without_a_config_says_nothing(tmp_path):
    assert environment.made_with(tmp_path / "pyvenv.cfg") == ""


def test_the_lock_is_the_same_for_everybody():
    lock = environment.LOCK.read_text(encoding="utf-8")
    assert "://" not in lock
    assert "file:" not in lock


def test_the_lock_gives_each_python_its_own_qt():
    lock = environment.LOCK.read_text(encoding="utf-8")
    assert "pyside6-essentials==6.11.3 ; python_full_version < '3.12'" in lock
    assert "pyside6-pdf==6.12.0.140 ; python_full_version >= '3.12'" in lock
