"""What is kept comes back as it was, in one deed or not at all."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy.exc

from kit.domain.advice import Reason, Topic, Way
from kit.domain.carer import Relationship, Tie
from kit.domain.errors import RuleError, UnknownError
from kit.domain.family import Family
from kit.domain.outbox import EntryAnswer, EntryState, RemoteReference, Verdict
from kit.domain.settings import Settings
from tests import makers
from tests.store import story


def states(records):
    return {entry.id: (state, said, at) for entry, state, said, at in records.outbox()}


def test_a_family_comes_back_with_everyone_in_it(reopened):
    with reopened:
        assert reopened.family("ellison") == story.stands()


def test_all_families_are_the_same_as_each_by_name(reopened):
    other = replace(story.stands(), id="adams", name="adams", **dict.fromkeys(PARTS, ()))
    with reopened:
        reopened.add(Family("brook", "Brook"), other)
        families = reopened.families()
        assert [family.name for family in families] == ["adams", "Brook", "Ellison"]
        assert list(families) == [reopened.family(family.id) for family in families]


PARTS = ("children", "carers", "relationships", "parent_places", "needs", "places", "stays", "facts", "links")


def test_families_take_as_many_queries_for_fifty_as_for_one(records):
    with records:
        records.add(*story.people(story.family()))
        few = statements(records, records.families)
        records.add(*(Family(f"f{number}", f"Family {number}") for number in range(50)))
        assert statements(records, records.families) == few <= 16


def statements(records, work):
    seen = []
    raw = records._ledger._raw  # noqa: SLF001 - to count what reaches SQLite
    raw.set_trace_callback(seen.append)
    work()
    raw.set_trace_callback(None)
    return len(seen)


def test_a_visit_comes_back_with_who_was_there(reopened):
    with reopened:
        assert reopened.visit("v1") == story.visit()
        assert list(reopened.visits("ellison")) == list(reopened.visits()) == [story.visit()]


def test_visits_are_newest_first(reopened):
    with reopened:
        earlier = story.visit(id="v0", started_at=story.BEGAN - timedelta(days=1), presences=(), children_seen=())
        reopened.add(earlier)
        assert [visit.id for visit in reopened.visits()] == ["v1", "v0"]


def test_advice_comes_back_oldest_first_corrections_included(reopened):
    told, away, corrected = story.advice()
    with reopened:
        assert list(reopened.advice("ellison")) == [told, away, corrected]
        assert list(reopened.advice()) == [told, away, corrected]
        assert reopened.advice_record("a3") == corrected
        assert list(reopened.advice("nobody")) == []


def test_instants_keep_their_local_offset(reopened):
    with reopened:
        assert reopened.visit("v1").started_at.utcoffset() == timedelta(hours=1)
        assert reopened.draft("v2").started_at.utcoffset() == timedelta(0)


def test_a_draft_comes_back_and_is_replaced_and_dropped(reopened):
    with reopened:
        assert reopened.draft("v2") == story.draft()
        reopened.keep_draft(story.draft(ticks=()))
        assert list(reopened.drafts()) == [story.draft(ticks=())]
        reopened.drop_draft("v2")
        reopened.drop_draft("v2")
        assert list(reopened.drafts()) == []


def test_drafts_are_oldest_first(reopened):
    with reopened:
        reopened.add(Family("adams", "Adams"))
        reopened.keep_draft(story.draft(id="v0", family_id="adams", started_at=story.BEGAN, place_id=None))
        assert [draft.id for draft in reopened.drafts()] == ["v0", "v2"]


def test_a_draft_never_moves_to_another_family(reopened):
    with reopened:
        reopened.add(Family("adams", "Adams"))
        with pytest.raises(RuleError, match="another family"):
            reopened.keep_draft(story.draft(family_id="adams"))
        assert reopened.draft("v2").family_id == "ellison"


def test_a_family_has_one_draft(reopened):
    with reopened, pytest.raises(RuleError, match="begun already"):
        reopened.keep_draft(story.draft(id="v3"))


def test_the_tables_themselves_keep_a_draft_in_its_family(reopened):
    with reopened:
        reopened.add(Family("adams", "Adams"))
        reopened.commit()
    with pytest.raises(Exception, match="one family for ever"):
        reopened._ledger._raw.execute("UPDATE visit_draft SET family_id = 'adams'")  # noqa: SLF001


def test_entries_come_back_newest_first_with_their_payload_as_it_was(reopened):
    with reopened:
        entries = [entry for entry, _, _, _ in reopened.outbox()]
        assert entries == sorted(story.entries(), key=lambda one: ("a3", "a1", "v1").index(one.id))
        assert list(reopened.entry("v1").payload) == ["z", "a", "form"]


def test_an_entry_stands_where_its_newest_answer_says(reopened):
    with reopened:
        assert states(reopened) == {
            "v1": (EntryState.RECEIVED, "", story.LATER),
            "a1": (EntryState.NEEDS_YOU, "The server did not accept it.", story.LATER),
            "a3": (EntryState.WAITING, "", None),
        }
        reopened.keep_receipt(story.receipt("r2", accepts=("a1",), refuses=("a3",)))
        assert {key: state for key, (state, _, _) in states(reopened).items()} == {
            "v1": EntryState.RECEIVED,
            "a1": EntryState.RECEIVED,
            "a3": EntryState.NEEDS_YOU,
        }


def test_the_newest_answer_is_the_one_kept_last_whatever_the_clock_says(reopened):
    with reopened:
        reopened.keep_receipt(
            story.receipt("r2", accepts=("a1",), refuses=(), received_at=story.LATER - timedelta(days=900))
        )
        assert states(reopened)["a1"][0] is EntryState.RECEIVED


def test_a_refused_entry_waits_again_until_the_next_answer(reopened):
    with reopened:
        reopened.retry("a1")
        reopened.retry("a1")
        assert states(reopened)["a1"] == (EntryState.WAITING, "", None)
        reopened.keep_receipt(story.receipt("r2", accepts=(), refuses=("a1",)))
        assert states(reopened)["a1"][0] is EntryState.NEEDS_YOU
        assert len(reopened.receipts()) == 2


def test_retrying_what_was_received_or_still_waits_changes_nothing(reopened):
    with reopened:
        before = states(reopened)
        reopened.retry("v1")
        reopened.retry("a3")
        assert states(reopened) == before


def test_an_answer_in_words_of_a_newer_kit_leaves_the_entry_waiting(reopened):
    with reopened:
        held = story.receipt("r2", answers=(EntryAnswer("a3", Verdict("held"), said="Later."),))
        reopened.keep_receipt(held)
        assert states(reopened)["a3"][0] is EntryState.WAITING
        assert reopened.receipts()[0] == held


def test_a_receipt_kept_twice_is_kept_once(reopened):
    with reopened:
        reopened.keep_receipt(story.receipt())
        assert list(reopened.receipts()) == [story.receipt()]


def test_receipts_come_back_whole_newest_first(reopened):
    stopped = story.receipt("r2", answers=(), references=(), stopped="The network went away.")
    with reopened:
        reopened.keep_receipt(stopped)
        assert list(reopened.receipts()) == [stopped, story.receipt()]


def test_an_answer_about_something_unknown_is_kept_and_harms_nothing(reopened):
    with reopened:
        reopened.keep_receipt(story.receipt("r2", accepts=("stranger",), refuses=()))
        assert "stranger" not in states(reopened)


def test_references_are_those_of_one_server_the_last_said_winning(reopened):
    with reopened:
        moved = (RemoteReference("visit|v1", "Encounter/7"), RemoteReference("child|noah", "Patient/2"))
        reopened.keep_receipt(story.receipt("r2", references=moved))
        reopened.keep_receipt(story.receipt("r3", server="https://other.example", references=moved[1:]))
        assert list(reopened.references(story.SERVER)) == list(moved)
        assert list(reopened.references("https://other.example")) == [moved[1]]
        assert list(reopened.references("https://nobody.example")) == []


def test_settings_are_replaced_whole(records):
    chosen = Settings(worker_name="Sam Whitfield", text_percent=150, has_practised_hiding=True)
    with records:
        assert records.settings() == Settings()
        records.keep_settings(Settings(worker_name="Nobody"))
        records.keep_settings(chosen)
        assert records.settings() == chosen


def test_a_setting_of_a_newer_kit_stays_as_it_is(records):
    raw = records._ledger._raw  # noqa: SLF001 - what a newer kit did
    raw.execute("""INSERT INTO settings VALUES ('of_tomorrow', '"yes"')""")
    with records:
        records.keep_settings(Settings(worker_name="Sam"))
        assert records.settings().worker_name == "Sam"
        records.commit()
    assert raw.execute("SELECT value FROM settings WHERE key = 'of_tomorrow'").fetchone() == ('"yes"',)


def test_words_of_a_newer_kit_come_back_as_they_came(reopened):
    newer = makers.advice(
        "a9", topic=Topic("sunshine"), ways=(Way("sung"),), reason=Reason("moon"), recorded_at=story.ENDED
    )
    with reopened:
        reopened.add(newer, Relationship("r9", "jade", "noah", Tie("godmother")))
        reopened.keep_draft(story.draft(ticks=(replace(story.draft().ticks[0], ways=(Way("sung"),)),)))
        reopened.commit()
    with reopened:
        assert reopened.advice_record("a9") == newer
        assert reopened.advice_record("a9").ways[0].is_known is False
        assert reopened.family("ellison").relationships[-1].tie == "godmother"
        assert reopened.draft("v2").ticks[0].ways == ("sung",)


@pytest.mark.parametrize("ask", ["family", "advice_record", "visit", "draft", "entry", "retry"])
def test_an_unknown_id_is_said_plainly(records, ask):
    with records, pytest.raises(UnknownError, match="not "):
        getattr(records, ask)("nobody")


def test_leaving_without_commit_undoes_everything(reopened):
    with reopened:
        reopened.add(Family("adams", "Adams"))
        reopened.drop_draft("v2")
    with pytest.raises(KeyError), reopened:
        reopened.add(Family("adams", "Adams"), Settings())
    with reopened:
        assert [family.id for family in reopened.families()] == ["ellison"]
        assert len(reopened.drafts()) == 1


def test_the_restricted_layer_is_undone_in_the_same_transaction(records):
    with records:
        records.restricted.add(story.restricted()[0])
    with records:
        assert records.restricted.held_back() == 0


def test_one_transaction_inside_another_is_a_bug(records):
    with records:
        with pytest.raises(RuntimeError, match="inside another"), records:
            pass
        assert records.settings() == Settings()


@pytest.mark.parametrize("when", ["outside", "after commit", "closed"])
def test_use_outside_a_transaction_is_a_bug(records, when):
    if when == "after commit":
        with records:
            records.commit()
            with pytest.raises(RuntimeError, match="before its commit"):
                records.settings()
        return
    if when == "closed":
        records.close()
        with pytest.raises(RuntimeError, match="closed"):
            records.__enter__()
    with pytest.raises(RuntimeError, match="inside `with`"):
        records.settings()


def test_another_thread_is_a_bug(records):
    seen = []

    def wrong():
        try:
            with records:
                pass
        except Exception as error:  # noqa: BLE001 - whatever it is, it is looked at below
            seen.append(error)

    thread = threading.Thread(target=wrong)
    thread.start()
    thread.join()
    assert isinstance(seen[0], sqlalchemy.exc.ProgrammingError)
    with records:
        assert records.settings() == Settings()


def test_a_record_that_names_nobody_is_refused_without_saying_what_was_in_it(records):
    with records, pytest.raises(sqlalchemy.exc.IntegrityError) as raised:
        records.add(makers.child("noah"))
    assert "Ellison" not in str(raised.value)


def test_a_kind_nobody_knows_is_a_bug(records):
    with records, pytest.raises(KeyError):
        records.add(Settings())


def test_sleep_checks_come_back_as_they_were(reopened):
    with reopened:
        kept = reopened.sleep_checks("ellison")
        assert {one.id: one for one in kept} == {one.id: one for one in story.sleep_checks()}
        assert reopened.sleep_checks("nobody") == []


def test_the_records_of_a_plan_come_back_as_they_were(reopened):
    first, mended, review, again, words, other = story.plan()
    with reopened:
        assert reopened.actions() == reopened.actions("ellison") == [first, mended]
        assert reopened.action_reviews() == reopened.action_reviews("ellison") == [review, again]
        assert reopened.parents_words("ellison") == [words, other]
        assert reopened.actions("nobody") == reopened.action_reviews("nobody") == reopened.parents_words("nobody") == []
