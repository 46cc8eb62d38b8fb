"""topics.toml, due.toml and words.toml: what is kept as data beside the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Audience, Topic, TopicName
from kit.domain.coverage import Again, AgeFrom, DueRule, MeetRule, Who
from kit.domain.visit import Contact, ReachBy
from kit.library.faults import did_you_mean
from kit.library.manuscript import is_slug
from kit.library.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.domain.advice import Resource
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


@dataclass(frozen=True, slots=True)
class Due:
    """What is due, as data: the rules with the table each stands in, and by when a carer should have been met."""

    rules: tuple[tuple[DueRule, Table], ...] = ()
    meet: MeetRule | None = None

    def check_offers(self, resources: Sequence[Resource]) -> None:
        """Note every resource a rule names that would not fulfil it."""
        fitting = {one.id: one for one in resources if _may_be_due(one)}
        for rule, table in self.rules:
            for key in ("offer", "offer_moved", "offer_early"):
                for resource_id in getattr(rule, key):
                    of_topic = [one.id for one in fitting.values() if one.topic is rule.topic]
                    if resource_id not in of_topic:
                        wrong = f"There is no advice for carers called {resource_id!r} in the topic {rule.topic.value}"
                        table.fault(key, wrong, did_you_mean(resource_id, of_topic))


def _may_be_due(resource: Resource) -> bool:
    return resource.audience is Audience.CARER and not resource.is_sensitive and not resource.withdrawal


def read_due(table: Table, topics: Sequence[TopicName]) -> Due:
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
            counts_from=AgeFrom(part.word("counts_from", [one.value for one in AgeFrom]) or AgeFrom.BIRTH.value),
            contacts=tuple(Contact(word) for word in _words_or_none(part, "contacts", [one.value for one in Contact])),
            offer=part.words("offer"),
            offer_moved=_words_or_none(part, "offer_moved"),
            offer_early=_words_or_none(part, "offer_early"),
        )
        if not rule.from_weeks <= rule.by_weeks <= rule.until_weeks:
            part.fault("by_weeks", "The weeks are not in order", "Write from, by and until in rising order")
        if not rule.offer and "offer" in part.entries:
            part.fault("offer", "Nothing is offered", "Name the resources that fulfil the rule, the best first")
        rules.append((rule, part))
        part.close()
    meet = _read_meet(table.part("meet")) if "meet" in table.entries else None
    table.close()
    return Due(tuple(rules), meet)


def _read_meet(part: Table) -> MeetRule:
    rule = MeetRule(
        by_weeks=part.number("by_weeks"),
        until_weeks=part.number("until_weeks"),
        steps=tuple(ReachBy(word) for word in part.words("steps", [one.value for one in ReachBy]) if word),
        why=part.text("why"),
        source=part.text("source"),
    )
    if rule.by_weeks > rule.until_weeks:
        part.fault("by_weeks", "The weeks are not in order", "Write by and until in rising order")
    part.close()
    return rule


def _words_or_none(part: Table, key: str, known: Sequence[str] | None = None) -> tuple[str, ...]:
    """A list of words; none where the key is not written."""
    return part.words(key, known) if key in part.entries else ()


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
