"""Step 0008: advice given before it knows nothing of what was tried, and stays as it was."""

import pytest

from kit.store.drafts import draft_body, draft_of
from tests.store import story
from tests.store.older import file_of_step, step

BEFORE, STEP = "0007", "0008"


@pytest.fixture
def old(tmp_path):
    with file_of_step(tmp_path, BEFORE) as raw:
        yield raw


def test_old_advice_stays_and_nothing_was_tried(old):
    before = old.execute("SELECT * FROM advice").fetchall()
    step(old, STEP)
    assert old.execute("SELECT * FROM advice").fetchall() == [(*before[0], "[]")]


def test_advice_is_still_never_changed(old):
    step(old, STEP)
    with pytest.raises(Exception, match="never changed"):
        old.execute("UPDATE advice SET tried = '[1]'")


def test_a_draft_begun_before_is_read_as_it_was():
    draft = story.draft()
    body = draft_body(draft)
    for tick in body["ticks"]:
        del tick["tried"]
    read = draft_of(draft.id, draft.family_id, body)
    assert [tick.tried for tick in read.ticks] == [()] * len(draft.ticks)
    assert read.presences == draft.presences
