"""Step 0006: advice given before it knows nothing of how far it was shown, and stays as it was."""

import pytest

from kit.store.drafts import draft_body, draft_of
from tests.store import story
from tests.store.older import file_of_step, step

BEFORE, STEP = "0005", "0006"


@pytest.fixture
def old(tmp_path):
    with file_of_step(tmp_path, BEFORE) as raw:
        yield raw


def test_old_advice_stays_and_nobody_counted_its_ideas(old):
    before = old.execute("SELECT * FROM advice").fetchall()
    step(old, STEP)
    assert old.execute("SELECT * FROM advice").fetchall() == [(*before[0], None, None)]


def test_advice_is_still_never_changed(old):
    step(old, STEP)
    with pytest.raises(Exception, match="never changed"):
        old.execute("UPDATE advice SET ideas_seen = 8")


def test_a_draft_begun_before_is_read_as_it_was():
    draft = story.draft()
    body = draft_body(draft)
    for tick in body["ticks"]:
        del tick["how_far"]
    read = draft_of(draft.id, draft.family_id, body)
    assert [tick.how_far for tick in read.ticks] == [None] * len(draft.ticks)
    assert read.presences == draft.presences
