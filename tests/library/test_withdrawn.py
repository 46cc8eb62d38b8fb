"""A resource that was called back: not listed and not found, and still there for the records that name it."""

from datetime import date

import pytest

from kit.domain.advice import Withdrawal
from kit.library.build import build_library
from kit.library.faults import FaultyContentError
from kit.library.shelf import Shelf
from tests.library.makers import COVER, FILES, write, write_resources

HOME = "safer-sleep/every-sleep"
WHY = "It had the wrong number to ring."
CALLED_BACK = COVER.replace("version = ", f'withdrawn = "{WHY}"\nwithdrawn_on = 2026-11-20\nversion = ', 1)


def with_replacement(cover, named):
    return cover.replace("withdrawn_on", f'replaced_by = "{named}"\nwithdrawn_on')


def other(cover=COVER):
    """A second resource, to take the place of the first."""
    title = next(line for line in cover.splitlines() if line.startswith("title = "))
    code = next(line for line in cover.splitlines() if line.startswith("code = "))
    changed = cover.replace(title, 'title = "Every night"').replace(code, 'code = "SS-NIGHT"')
    files = {path.replace("every-sleep", "every-night"): text for path, text in FILES.items() if path.startswith(HOME)}
    return files | {"safer-sleep/every-night/resource.toml": changed}


@pytest.fixture
def shelf(tmp_path):
    covers = {f"{HOME}/resource.toml": with_replacement(CALLED_BACK, "every-night")}
    due = {"due.toml": FILES["due.toml"].replace("every-sleep", "every-night")}
    folder = write_resources(tmp_path / "resources", **other(), **covers, **due)
    build_library(folder, tmp_path / "library.sqlite")
    opened = Shelf(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def test_it_is_not_listed_and_not_found(shelf):
    assert "every-sleep" not in [one.id for one in shelf.resources()]
    assert "every-night" in [one.id for one in shelf.resources()]
    found = [one.id for one, _ in shelf.search("back", with_sensitive=True)]
    assert "every-sleep" not in found
    assert "every-night" in found


def test_it_is_still_read_with_why_and_what_takes_its_place(shelf):
    (one,) = shelf.withdrawn()
    assert one == shelf.resource("every-sleep")
    assert one.withdrawal == Withdrawal(date(2026, 11, 20), WHY, "every-night")
    for key in one.variants:
        assert shelf.variant("every-sleep", key).blocks
    assert shelf.resource("every-night").withdrawal is None


FAULTS = {
    "no day": (CALLED_BACK.replace("withdrawn_on = 2026-11-20\n", ""), "withdrawn_on is missing"),
    "no reason": (CALLED_BACK.replace(f'withdrawn = "{WHY}"\n', ""), "withdrawn_on stands without withdrawn"),
    "no sentence": (CALLED_BACK.replace(WHY, "wrong number"), "withdrawn is not a sentence"),
    "nobody": (with_replacement(CALLED_BACK, "every-nite"), "No resource in use is called every-nite"),
    "itself": (with_replacement(CALLED_BACK, "every-sleep"), "No resource in use is called every-sleep"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_recall_says_since_when_why_and_what_instead(tmp_path, name):
    cover, wrong = FAULTS[name]
    folder = write_resources(tmp_path / "resources", **other())
    write(folder / HOME / "resource.toml", cover)
    with pytest.raises(FaultyContentError) as faulty:
        build_library(folder, tmp_path / "library.sqlite")
    assert wrong in str(faulty.value)
    assert f"{HOME}/resource.toml" in str(faulty.value)


def test_nothing_that_is_due_is_fulfilled_by_it(tmp_path):
    covers = {f"{HOME}/resource.toml": with_replacement(CALLED_BACK, "every-night")}
    folder = write_resources(tmp_path / "resources", **other(), **covers)
    with pytest.raises(FaultyContentError, match=r"due\.toml.*'every-sleep'.*Use one of: every-night"):
        build_library(folder, tmp_path / "library.sqlite")
