"""What search promises, whatever is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.library.words import Phrasebook, fold, stem
from tests.library.makers import COVER, EASY_READ, write_resources

if TYPE_CHECKING:
    from pathlib import Path


def ids(shelf: Shelf, words: str, **how: bool) -> list[str]:
    return [resource.id for resource, _ in shelf.search(words, **how)]


@pytest.mark.parametrize(
    "words",
    [
        "cot",
        "COT",
        "co",
        "crib",
        "moses basket",
        "flat cot",
        "the cot",
        "nan",
        "lucja",
        "Łucja",
        "lozecz",
        "Łóżecz",
        "clear; cot!",
    ],
)
def test_words_beginnings_synonyms_and_marks_find_it(shelf: Shelf, words: str):
    assert ids(shelf, words) == ["every-sleep"]


@pytest.mark.parametrize(
    "words", ["spaceship", "cot spaceship", "co flat", "", "   ", '"', "*", "-", "😀", "\ud800", "\x00"]
)
def test_what_no_text_holds_finds_nothing(shelf: Shelf, words: str):
    assert ids(shelf, words) == []


def test_each_resource_comes_once_with_a_line_that_holds_the_words(shelf: Shelf):
    assert [(one.id, line) for one, line in shelf.search("breathing")] == [
        ("every-sleep", "Ring 999 if your baby stops breathing.")
    ]
    assert shelf.search("sheet")[0][1] == "The main steps on one sheet.", (
        "only the summary holds it, so the summary it is"
    )


@pytest.mark.parametrize("words", ["strangulation", "coercion", "strangulations", "private", "strang"])
def test_sensitive_resources_are_found_only_when_asked_for(shelf: Shelf, words: str):
    assert ids(shelf, words) == []
    assert ids(shelf, words, with_sensitive=True) == ["asking"]


def test_asking_for_sensitive_ones_leaves_the_others_in(shelf: Shelf):
    assert sorted(ids(shelf, "cot", with_sensitive=True)) == ["asking", "every-sleep"]
    assert ids(shelf, "cot") == ["every-sleep"]


def test_a_title_counts_more_than_a_text(tmp_path: Path):
    cover = (
        COVER.replace("Safer sleep: the main steps", "Dummies")
        .replace("SS-CORE", "SS-DUM")
        .replace('"carer"', '"worker"')
    )
    text = "# Dummies\n\nOffer one. Keep the cot clear.\n\n## What to do now\n\nAsk.\n"
    other = {"safer-sleep/dummies/resource.toml": cover, "safer-sleep/dummies/standard.md": text}
    passing = "# Safer sleep\n\nSome use dummies. More words follow here.\n"
    build_library(
        write_resources(tmp_path / "resources", **other, **{"safer-sleep/every-sleep/standard.md": passing}),
        tmp_path / "library.sqlite",
    )
    shelf = Shelf(tmp_path / "library.sqlite")

    assert ids(shelf, "dummies") == ["dummies", "every-sleep"]
    assert len(shelf.search("dummies", limit=1)) == 1
    assert len(shelf.search("dummies", limit=0)) == 0


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text() | st.text(alphabet='"*^:(){}+-. ANDORNTEcot\u0301łß', max_size=40))
def test_nothing_typed_is_an_error(shelf: Shelf, words: str):
    assert len(shelf.search(words)) <= 1
    assert len(shelf.search(words, with_sensitive=True)) <= 2


@pytest.mark.parametrize(
    "words",
    [
        "cot " * 3000,
        "x" * 10_000,
        '"' * 10_000,
        "NEAR(cot clear, 2)",
        "title: cot",
        "cot AND",
        "NOT cot",
        "c*t",
        "{words}: x",
    ],
)
def test_long_and_crafty_questions_are_only_words(shelf: Shelf, words: str):
    assert len(shelf.search(words)) <= 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Mum's cot-bed", "mums cot bed"),
        ("Mum\u2019s Łóżko", "mums lozko"),
        ("STRASSE Straße", "strasse strasse"),
        ("  16 to 20°C!", "16 to 20 c"),
        ("\u0628\u064e\u064a\u0628\u064a", "\u0628\u064a\u0628\u064a"),
    ],
)
def test_folding(text: str, folded: str):
    assert fold(text) == folded


def test_a_question_is_words_or_what_means_the_same():
    book = Phrasebook([(("cot", "crib", "moses basket"), ("cot", "moses basket"))], small=["my"])

    assert book.ask("my crib").match == '("crib"* OR "ßcrib" OR "cot" OR "moses basket")'
    assert book.ask("moses basket my baby").match == '("moses basket" OR "cot") AND ("baby"* OR "ßbaby")'
    assert book.ask("flat cribs").match == '"ßflat" AND ("cribs"* OR "ßcrib" OR "cot" OR "moses basket")'
    assert book.ask("my").match == '("my"* OR "ßmy")'


def test_small_words_count_inside_a_phrase_and_not_outside():
    book = Phrasebook(
        [(("on the back", "supine"), ("on the back",)), (("cant read", "dyslexia"), ("dyslexia",))],
        ["on", "the", "cant"],
    )

    assert book.ask("supine").match == '("supine"* OR "ßsupin" OR "on the back")'
    assert book.ask("on the back").match == '"on the back"*'
    assert book.ask("back").match == '("back"* OR "ßback")'
    assert book.ask("the mum can't read").match == '"ßmum" AND ("cant read"* OR "dyslexia")'


@pytest.mark.parametrize(
    ("words", "shared"),
    [
        (("hit", "hits", "hitting"), "hit"),
        (("cry", "cries", "cried", "crying"), "cry"),
        (("make", "makes", "making"), "mak"),
        (("bottle", "bottles"), "bottl"),
        (("sleep", "sleeps", "sleeping"), "sleep"),
        (("cot", "cots"), "cot"),
        (("thing", "things"), "thing"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(words: tuple[str, ...], shared: str):
    assert {stem(word) for word in words} == {shared}


def test_other_words_keep_apart():
    assert len({stem(word) for word in ("bed", "bring", "ring", "red", "need", "999", "gas", "his")}) == 8


def test_any_form_of_a_word_finds_it_with_the_line_that_holds_it(shelf: Shelf):
    assert [line for _, line in shelf.search("breathes")] == ["Ring 999 if your baby stops breathing."]
    assert ids(shelf, "stopping breathing") == ["every-sleep"]


def test_a_word_comes_before_words_that_only_begin_with_it(tmp_path: Path):
    cover = COVER.replace("Safer sleep: the main steps", "Together").replace("SS-CORE", "SS-TOG")
    files = {"resource.toml": cover, "standard.md": "# Together\n\nCome.\n", "easy-read.md": EASY_READ}
    other = {f"safer-sleep/together/{name}": text for name, text in files.items()}
    tog = {"safer-sleep/every-sleep/standard.md": "# Safer sleep\n\nLook for the tog.\n"}
    build_library(write_resources(tmp_path / "resources", **other, **tog), tmp_path / "library.sqlite")
    shelf = Shelf(tmp_path / "library.sqlite")

    assert ids(shelf, "tog") == ["every-sleep", "together"]
    assert ids(shelf, "toget") == ["together"]
