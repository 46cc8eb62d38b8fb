"""The start: what is loaded when the lock window stands, and what is only made when it is wanted."""

import os
import subprocess
import sys

import pytest

from kit import places
from kit.domain.errors import ContentError
from kit.library.build import build_library
from kit.start import late, late_library

NEEDED = {
    "kit.domain": {"dates", "errors", "settings"},
    "kit.service": {"practice_drawer"},
    "kit.store": {"files", "settings_file", "trouble"},
    "kit.library": {"current", "opening"},
    "kit.leaflet": set(),
    "kit.upload": set(),
    "kit.app.pages": {"unlock"},
    "kit.app.grid": set(),
    "kit.app.printing": set(),
    "kit.app.speech": set(),
}
"""What the lock window needs of each room. Think twice before adding to it: whoever starts the kit waits for it."""
LATER = {"kit.app.navigator", "kit.app.reading", "kit.app.widgets.compact_bar", "kit.app.widgets.menu", "tomllib"}
"""What is behind the lock, in a narrow window, or only for a look that was chosen."""
PACKAGES = {"kit", "PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__"}

PROBE = """
import sys
before = set(sys.modules)
from kit import start
code = start.main(practice=False, is_shown_once=True)
print(*(name for name in sys.modules if name not in before))
sys.exit(code)
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The names of all modules that were loaded until the window of a kit with records was painted."""
    home = tmp_path_factory.mktemp("home")
    build_library(places.resources(), home / "library.sqlite")
    (home / "records.kit").touch()
    variables = {**os.environ, "KIT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    shown = subprocess.run([sys.executable, "-c", PROBE], env=variables, capture_output=True, text=True, check=True)  # noqa: S603
    return set(shown.stdout.split())


@pytest.mark.parametrize(("room", "needed"), NEEDED.items(), ids=NEEDED)
def test_the_lock_window_loads_of_each_room_only_what_it_needs(loaded, room, needed):
    assert {name.removeprefix(f"{room}.") for name in loaded if name.startswith(f"{room}.")} == needed


def test_the_lock_window_loads_nothing_that_comes_later(loaded):
    assert "kit.app.window" in loaded
    assert not LATER & loaded


def test_the_lock_window_loads_no_package_but_qt(loaded):
    assert {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names == PACKAGES


def test_a_late_room_is_made_once_and_when_it_is_wanted():
    made = []

    def make():
        made.append(1)
        return "The quick brown fox"

    room = late(make, built_on="today")
    assert room.built_on == "today"
    assert made == []
    assert room.upper() == "THE QUICK BROWN FOX"
    assert room.lower() == "the quick brown fox"
    assert made == [1]


def test_the_library_tells_its_day_before_it_is_read(home):
    build_library(places.resources(), home / "library.sqlite")
    library = late_library()

    assert library.built_on == library.built_on.replace(year=2026)
    assert library.resources()


def test_a_damaged_library_is_refused_before_there_is_a_window(home, monkeypatch):
    (home / "library.sqlite").write_bytes(b"not a library")
    monkeypatch.setattr(places, "resources", lambda: home)

    with pytest.raises(ContentError, match="Please install the kit again"):
        late_library()
