"""A secret told in private during a visit is in no ordinary table, no draft, no entry, no summary and on no paper."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from kit.domain.advice import Understanding, VariantKey, Way
from kit.domain.errors import RuleError
from kit.domain.visit import Attended, Room
from kit.service import attempts, corrections, private, visits
from kit.service.day import day_view
from kit.service.families import family_view
from kit.service.private import private_summary, private_view
from kit.service.review_paper import Span, order_review
from kit.service.summary import visit_summary
from kit.store.tables import METADATA
from tests import fakes
from tests.store import story

SECRETS = ("asking-safely", "ASKING-", "under the blue teapot", "Asking safely")
STANDARD = VariantKey.named("standard")


@pytest.fixture
def library():
    sensitive = fakes.resource("asking-safely", topic=story.Topic.DOMESTIC_ABUSE, is_sensitive=True)
    return fakes.FakeLibrary(fakes.resource("walk-away", topic=story.Topic.CRYING), sensitive)


@pytest.fixture
def clock():
    return fakes.FakeClock(story.LATER)


@pytest.fixture
def draft(records, library, clock):
    """A visit with Jade alone, in which the secret was told and kept apart."""
    with records:
        records.add(*story.people(story.family()))
        records.commit()
    begun = visits.open_visit(records, clock, "ellison")
    begun = replace(begun.with_presence("jade", Attended.ALL), room=Room.ALONE)
    begun = visits.give(library, clock, begun, "jade", "walk-away", STANDARD, understanding=Understanding.TOLD_ME)
    visits.keep_draft(records, begun)
    given = private.PrivateAdvice(
        "jade", "asking-safely", STANDARD, (Way.TALKED, Way.NUMBER_ONLY), kept_where="under the blue teapot"
    )
    private.give_private_advice(records, library, clock, "ellison", given, begun.room)
    return begun


def ordinary(records):
    """Everything in every ordinary table, as text."""
    raw = records._ledger._raw  # noqa: SLF001 - past the repository, as a curious person would
    return " ".join(str(row) for name in METADATA.tables for row in raw.execute(f"SELECT * FROM {name}"))  # noqa: S608


def leaks(text):
    return [secret for secret in SECRETS if secret in text]


def test_it_is_kept_and_counted_apart(records, draft):
    with records:
        kept = records.restricted.of_carer("jade")
        assert records.restricted.held_back() == 1
    assert kept[0].kept_where == "under the blue teapot"
    assert leaks(str(kept))


def test_no_ordinary_table_holds_it_before_or_after_closing(records, library, clock, draft):
    assert leaks(ordinary(records)) == []
    visit = visits.close_visit(records, clock, draft)
    corrections.correct_visit(records, clock, visit.id, why="Typed wrongly.", children_seen=("noah",))
    said = attempts.Attempt(story.VisitOutcome.NO_ACCESS, story.TriedBy.TELEPHONE)
    attempts.record_attempt(records, clock, "ellison", said, clock.now())
    assert leaks(ordinary(records)) == []


def test_no_entry_of_the_outbox_holds_it(records, clock, draft):
    visits.close_visit(records, clock, draft)
    with records:
        payloads = json.dumps([entry.payload for entry, *_ in records.outbox()])
    assert "walk-away" in payloads
    assert leaks(payloads) == []


def test_no_summary_view_or_paper_holds_it(records, library, clock, draft):
    with records:
        family = records.family("ellison")
    assert leaks(visit_summary(library, family, draft, clock.now())) == []
    visits.close_visit(records, clock, draft)
    today = clock.today()
    span = Span(today - timedelta(days=365), today)
    order = order_review(records, library, fakes.FakePress(), clock, "ellison", span)
    views = (family_view(records, library, clock, "ellison"), day_view(records, clock), order)
    assert leaks(str(views)) == []


def test_a_draft_refuses_it_in_any_room(library, clock, draft):
    with pytest.raises(RuleError, match="private page"):
        visits.give(library, clock, draft, "jade", "asking-safely", STANDARD)


def test_only_the_private_page_has_it_as_text(records, library, draft):
    said = private_summary(private_view(records, library, "ellison", "jade", Room.ALONE))
    assert said.startswith("Restricted. Jade Ellison. For a secure record only.")
    assert "Asking safely (standard, version 1). How: talked, number only." in said
    assert "Kept: under the blue teapot." in said
