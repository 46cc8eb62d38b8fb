"""Theme and text size before unlock."""

import errno

import pytest

from kit.domain.errors import DiskFullError
from kit.store import files
from kit.store.settings_file import Look, keep_look, read_look


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def test_defaults_when_there_is_no_file(path):
    assert read_look(path) == Look("system", 100)
    assert not path.exists()


def test_what_was_kept_comes_back(path):
    keep_look(path, Look("contrast", 200))
    assert read_look(path) == Look("contrast", 200)
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("broken", [b"theme = ", b"\xff\xfe\x00", b"theme 'dark'"])
def test_a_broken_file_gives_defaults_and_is_kept_beside(path, broken):
    path.write_bytes(broken)
    assert read_look(path) == Look()
    assert (path.parent / "settings.toml.broken").read_bytes() == broken
    keep_look(path, Look("dark", 125))
    assert read_look(path) == Look("dark", 125)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ('theme = "sepia"\ntext_percent = 150', Look("system", 150)),
        ('theme = "dark"\ntext_percent = 1000', Look("dark", 100)),
        ("theme = 3\ntext_percent = 'big'", Look()),
        ("theme = []\ntext_percent = {}", Look()),
        ("of_tomorrow = true", Look()),
    ],
)
def test_a_value_not_offered_gives_its_default(path, text, look):
    path.write_text(text, encoding="utf-8")
    assert read_look(path) == look
    assert path.exists()


def test_a_full_disk_keeps_the_old_file(path, monkeypatch):
    keep_look(path, Look("dark", 125))

    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(DiskFullError):
        keep_look(path, Look("light", 100))
    assert read_look(path) == Look("dark", 125)
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


def test_a_folder_that_cannot_be_read_gives_defaults(path):
    path.mkdir()
    assert read_look(path) == Look()
