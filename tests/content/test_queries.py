"""What people type finds what they mean: the kept list of queries, asked of the library that ships."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kit.library.shelf import Shelf

QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))["query"]
PLACES = 2
"""A resource must come first or second."""
FEWEST = 80


def ids(shelf: Shelf, words: str, *, alone: bool) -> list[str]:
    return [one.id for one, _ in shelf.search(words, with_sensitive=alone)]


@pytest.mark.parametrize("query", QUERIES, ids=[f"{one['words']}{' (alone)' * one.get('alone', 0)}" for one in QUERIES])
def test_it_comes_first_or_second(shelf: Shelf, query):
    found = ids(shelf, query["words"], alone=query.get("alone", False))

    if query["find"]:
        assert set(found[:PLACES]) & set(query["find"]), found[:6]
    else:
        assert found == []


def test_what_is_private_is_never_found_while_somebody_is_there(shelf: Shelf):
    private = {one.id for one in shelf.resources() if one.is_sensitive}
    for query in QUERIES:
        assert not private & set(ids(shelf, query["words"], alone=False)), query["words"]


def test_a_word_half_typed_finds_what_the_word_finds(shelf: Shelf):
    for word in ("mattress", "smoking", "crying", "armchair", "pacifier"):
        (best, _), *_ = shelf.search(word)
        assert best.id in ids(shelf, word[: len(word) // 2 + 1], alone=False), word


def test_the_list_is_long_and_names_resources_that_there_are(shelf: Shelf):
    known = {one.id for one in shelf.resources()}
    named = {name for query in QUERIES for name in query["find"]}

    assert len(QUERIES) >= FEWEST
    assert named <= known
    assert {one.id for one in shelf.resources()} <= named, "every resource is looked for by somebody"
