"""Real SQLCipher files in a temporary folder; only the passphrase is stretched less than for real."""

import shutil

import pytest

from kit.store.door import create_records, open_records
from tests.store import story


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """A folder with records that hold everything of `story`."""
    folder = tmp_path_factory.mktemp("told")
    made = create_records(folder / "records.kit", story.PASSPHRASE, story.CHEAP)
    story.tell(made)
    made.close()
    return folder


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """A folder with records that hold nothing."""
    folder = tmp_path_factory.mktemp("empty")
    create_records(folder / "records.kit", story.PASSPHRASE, story.CHEAP).close()
    return folder


@pytest.fixture
def path(tmp_path):
    """Where records could be."""
    return tmp_path / "records.kit"


@pytest.fixture
def closed(path, told):
    """Records that hold everything of `story`, not open now."""
    shutil.copytree(told, path.parent, dirs_exist_ok=True)
    return path


@pytest.fixture
def reopened(closed):
    """The same, open."""
    opened = open_records(closed, story.PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def records(path, empty):
    """Records that hold nothing, open."""
    shutil.copytree(empty, path.parent, dirs_exist_ok=True)
    opened = open_records(path, story.PASSPHRASE)
    yield opened
    opened.close()
