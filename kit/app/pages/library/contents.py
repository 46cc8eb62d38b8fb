"""What the list of the library holds: which resources, in which order, under which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.advice import Addressee, Audience, Form, VariantKey
from kit.domain.errors import UnknownError
from kit.domain.safety import may_list
from kit.domain.visit import Room
from kit.service.text_codes import Coded, find_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kit.domain.advice import Resource
    from kit.service.ports import Library


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The name of a topic over its resources."""

    name: str


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One resource: title, and a note or that its review date has passed."""

    resource: Resource
    note: str
    is_past: bool

    @property
    def sentence(self) -> str:
        """The row for a screen reader."""
        parts = (self.resource.title, self.note, "Review date passed" if self.is_past else "")
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The neutral way to what is not listed now."""

    words: str = "More, when you are alone"


ListRow = TopicRow | ResourceRow | MoreRow


def rows_of(library: Library, room: Room, audience: Audience, today: date) -> list[ListRow]:
    """Everything for this audience, grouped by topic."""
    rows: list[ListRow] = []
    listed = [one for one in library.resources() if one.audience is audience and may_list(one, room)]
    for topic in library.topics():
        of_topic = [one for one in listed if one.topic == topic.topic]
        if of_topic:
            rows.append(TopicRow(topic.name))
            rows += [ResourceRow(one, _how_much(library, one), one.review_by < today) for one in of_topic]
    return [*rows, *_more(room, audience)]


def found_rows(library: Library, room: Room, audience: Audience, today: date, words: str) -> list[ListRow]:
    """What holds these words, best first."""
    names = {topic.topic: topic.name for topic in library.topics()}
    rows: list[ListRow] = [
        ResourceRow(one, f"{names.get(one.topic, '')} · {_how_much(library, one)}", one.review_by < today)
        for one in _found(library, room, words)
        if one.audience is audience
    ]
    return [*rows, *_more(room, audience)]


def text_of_code(library: Library, words: str) -> Coded | None:
    """The text of a sheet, when the words are the code at its foot. Raises RuleError when it was withdrawn."""
    try:
        return find_text(library, words)
    except UnknownError:
        return None


def count_elsewhere(library: Library, room: Room, audience: Audience, words: str) -> int:
    """How many resources for the other audience hold these words."""
    return sum(one.audience is not audience for one in _found(library, room, words))


def _found(library: Library, room: Room, words: str) -> Iterable[Resource]:
    """What may be listed among what was found; the library leaves sensitive texts out too."""
    found = library.search(words, with_sensitive=room is Room.ALONE)
    return (resource for resource, _ in found if may_list(resource, room))


def _more(room: Room, audience: Audience) -> Sequence[ListRow]:
    """The row is there whether or not there is more, so that it tells nothing."""
    return () if room is Room.ALONE or audience is not Audience.WORKER else (MoreRow(),)


def _how_much(library: Library, resource: Resource) -> str:
    """6 ideas, or that it is a text to read."""
    easy = next((key for key in resource.variants if key.form is Form.EASY_READ), None)
    ideas = len(library.variant(resource.id, easy).ideas) if easy else 0
    if not ideas:
        return "Text"
    return "1 idea" if ideas == 1 else f"{ideas} ideas"


def said_variant(key: VariantKey) -> str:
    """Standard; Easy read, fathers."""
    form = {Form.STANDARD: "Standard", Form.EASY_READ: "Easy read"}.get(key.form, key.form.value.capitalize())
    return f"{form}, fathers" if key.addressee is Addressee.FATHERS else form


LANGUAGES = {
    "en": "English",
    "pl": "Polski",
    "cy": "Cymraeg",
    "ro": "Română",
    "pt": "Português",
    "es": "Español",
    "lt": "Lietuvių",
    "sq": "Shqip",
}
"""Names of languages as their speakers write them; any other is said by its code."""
