"""topics.toml, due.toml and words.toml: what is kept as data beside the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Topic, TopicName
from kit.domain.coverage import Again, DueRule, Who
from kit.library.manuscript import is_slug
from kit.library.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.library.fields import Table


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What search knows beside the texts.

    Attributes:
        groups: phrases that mean the same, folded; a sensitive group counts only when sensitive texts are asked for.
        small: words that say nothing on their own.
    """

    groups: tuple[tuple[bool, tuple[str, ...]], ...] = ()
    small: tuple[str, ...] = ()


def read_topics(table: Table) -> tuple[TopicName, ...]:
    """The topics in the order of the screens."""
    found: list[tuple[int, TopicName]] = []
    for part in table.parts("topic"):
        key = part.text("key")
        if key and not is_slug(key):
            part.fault("key", f"{key!r} is not a key", "Use small letters, digits and hyphens")
        if any(key == name.topic.value for _, name in found):
            part.fault("key", f"The topic {key} is here twice", "Take one out")
        name = TopicName(Topic(key or "none"), part.text("name"), part.flag("grid"))
        if name.topic is Topic.DOMESTIC_ABUSE and name.has_row:
            part.fault("grid", "This topic never has a row in the grid", "Write grid = false")
        found.append((part.number("order"), name))
        part.close()
    table.close()
    return tuple(name for _, name in sorted(found, key=lambda one: one[0]))


def read_due(table: Table, topics: Sequence[TopicName]) -> tuple[DueRule, ...]:
    """The rules of what is due."""
    rules = []
    for part in table.parts("rule", required=False):
        rule = DueRule(
            topic=Topic(part.word("topic", [one.topic.value for one in topics if one.has_row]) or "none"),
            from_weeks=part.number("from_weeks"),
            by_weeks=part.number("by_weeks"),
            until_weeks=part.number("until_weeks"),
            who=Who(part.word("who", [one.value for one in Who]) or Who.EVERY_CARER.value),
            again=tuple(Again(word) for word in part.words("again", [one.value for one in Again]) if word),
            why=part.text("why"),
            source=part.text("source"),
        )
        if not rule.from_weeks <= rule.by_weeks <= rule.until_weeks:
            part.fault("by_weeks", "The weeks are not in order", "Write from, by and until in rising order")
        rules.append(rule)
        part.close()
    table.close()
    return tuple(rules)


def read_words(table: Table) -> SearchWords:
    """Synonyms and small words for search, folded as the texts are."""
    groups: list[tuple[bool, tuple[str, ...]]] = []
    for part in table.parts("group", required=False):
        phrases = tuple(dict.fromkeys(filter(None, map(fold, part.words("words")))))
        is_sensitive = "sensitive" in part.entries and part.flag("sensitive")
        if len(phrases) == 1:
            part.fault("words", "One word has nothing to stand for", "Write at least two that differ")
        groups.append((is_sensitive, phrases))
        part.close()
    small = table.words("small") if "small" in table.entries else ()
    table.close()
    return SearchWords(tuple(groups), tuple(map(fold, small)))
