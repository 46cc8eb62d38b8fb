"""What is tried together is content too: its words are held to the rules of easy read, its pictures and texts exist."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from kit import places
from kit.domain.advice import Audience, Form, VariantKey
from kit.domain.errors import KitError
from kit.domain.together import MOST_PEOPLE, CotTask, resources_with_tasks, tasks_of
from kit.library.checks import findings_of
from kit.library.faults import Faults
from kit.library.fields import read_table
from kit.library.manuscript import open_manuscript
from kit.library.rules import Level
from kit.library.script import Script, Sentence, Stretch
from kit.library.wordlists import read_word_lists

if TYPE_CHECKING:
    from kit.library.shelf import Shelf

TASKS = {task.key: task for resource_id in sorted(resources_with_tasks()) for task in tasks_of(resource_id)}
ALL = pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
WIDE, HIGH = 400, 300
"""The units of a picture."""
LEAST = 40
"""Of those units, for a finger: a cot is shown at least half as large again."""


def sayings(task):
    """What stands together on the screen, sentence by sentence."""
    if isinstance(task, CotTask):
        return [(task.ask,), (task.done,), *(thing.said for thing in task.things)]
    plans = product(dict(task.places), zip(dict(task.people), reversed(dict(task.people)), strict=True))
    return [(task.ask_place,), tuple(task.ask_people.split(". ")), *(task.sentences(*plan) for plan in plans)]


def script_of(task, said):
    """One thing that is said, as a text of one idea."""
    sentences = tuple(Sentence(line, sentence) for line, sentence in enumerate(said, 2))
    stretch = Stretch("d", 2, sentences)
    return Script(task.key, VariantKey(Form.EASY_READ), Audience.CARER, Sentence(1, task.title), (stretch,))


@ALL
def test_its_words_pass_every_rule_of_easy_read(task):
    faults = Faults()
    tables = []
    for name in ("easy-read.toml", "core-words.toml"):
        manuscript = open_manuscript(places.resources() / name, name, faults)
        assert manuscript is not None
        tables.append(read_table(manuscript, faults))
    found = findings_of((script_of(task, said) for said in sayings(task)), read_word_lists(*tables))
    assert [str(one) for one in found if one.level is Level.ERROR] == []


@ALL
def test_its_pictures_are_in_the_library(shelf: Shelf, task):
    keys = {*task.layers, *(thing.picture for thing in task.things)} if isinstance(task, CotTask) else {task.picture}
    for key in keys:
        try:
            picture = shelf.picture(key)
        except KitError as error:
            pytest.fail(f"{task.key}: {error}")
        assert (picture.width, picture.height) == (WIDE, HIGH)


@ALL
def test_a_finger_finds_each_thing_inside_the_picture(task):
    if not isinstance(task, CotTask):
        assert len(task.people) > MOST_PEOPLE
        return
    assert {thing.picture for thing in task.things} <= set(task.layers)
    for left, top, width, high in (box for thing in task.things for box in thing.boxes):
        assert min(left, top) >= 0
        assert left + width <= WIDE
        assert top + high <= HIGH
        assert min(width, high) >= LEAST


def test_it_belongs_to_advice_for_carers_that_everybody_may_see(shelf: Shelf):
    for resource_id in resources_with_tasks():
        resource = shelf.resource(resource_id)
        assert resource.audience is Audience.CARER
        assert not resource.is_sensitive
        assert any(key.form is Form.EASY_READ for key in resource.variants)
