"""A Gathering → one read-only SQLite file, written beside its place and moved there whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from kit.domain.advice import Heading, Idea, Items, WritingLines, plain
from kit.domain.errors import ContentError
from kit.library.digest import library_version
from kit.library.opening import FIRST_SENSITIVE, FORMAT
from kit.library.packing import pack, pack_blocks, pack_due, pack_meet, pack_questions, pack_resource, pack_shapes
from kit.library.words import fold, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kit.domain.advice import Block, Variant
    from kit.library.gather import Gathering

EXCERPT = 140
"""Characters of an excerpt, about a line on the screen."""

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE resource (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, cover TEXT NOT NULL, questions TEXT NOT NULL
);
CREATE TABLE variant (
    place INTEGER PRIMARY KEY, resource_id TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL,
    title TEXT NOT NULL, blocks TEXT NOT NULL, digest TEXT NOT NULL, lines TEXT NOT NULL, folded TEXT NOT NULL,
    UNIQUE (resource_id, name)
);
CREATE TABLE picture (
    key TEXT PRIMARY KEY, title TEXT NOT NULL, alt TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
    shapes TEXT NOT NULL
);
CREATE TABLE topic (place INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, has_row INTEGER NOT NULL);
CREATE TABLE due_rule (place INTEGER PRIMARY KEY, rule TEXT NOT NULL);
CREATE TABLE number (
    place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL, number TEXT NOT NULL, hours TEXT NOT NULL,
    who_for TEXT NOT NULL, is_on_card INTEGER NOT NULL
);
CREATE TABLE synonym (is_sensitive INTEGER NOT NULL, phrases TEXT NOT NULL, held TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (
    title, summary, words, content = '', prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0)');
"""


def bind(gathering: Gathering, sources: str, target: Path) -> str:
    """Write the library and say its version.

    Args:
        gathering: what goes into it.
        sources: digest of the files it was made from.
        target: where it goes; what is there is replaced only once the new one is complete.

    Raises:
        ContentError: the file cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        version = _write(gathering, sources, draft)
        _flush(draft)
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        message = f"The library cannot be written to {target}: {error}. Close the kit and build again."
        raise ContentError(message) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return version


def _write(gathering: Gathering, sources: str, draft: Path) -> str:
    indexed = list(_indexed(gathering))
    tables: dict[str, Sequence[tuple[object, ...]]] = {
        "resource": list(_resources(gathering)),
        "variant": list(_variants(gathering)),
        "picture": [(p.key, p.title, p.alt, p.width, p.height, pack_shapes(p.shapes)) for p in gathering.pictures],
        "topic": [(i, one.topic.value, one.name, one.has_row) for i, one in enumerate(gathering.topics)],
        "due_rule": list(_due_rules(gathering)),
        "number": [
            (i, n.key, n.label, n.number, n.hours, n.who_for, n.is_on_card)
            for i, n in enumerate(gathering.directory.numbers)
        ],
        "synonym": list(_synonyms(gathering, indexed)),
    }
    about = {
        "built_on": max((one.written_on.isoformat() for one in gathering.resources), default="0001-01-01"),
        "format": FORMAT,
        "meet": pack_meet(gathering.meet_rule),
        "numbers": gathering.directory.sentence,
        "small": " ".join(gathering.words.small),
    }
    version = library_version(
        [*sorted(about.items()), *((name, *row) for name, rows in tables.items() for row in rows)]
    )
    tables["about"] = sorted((about | {"sources": sources, "version": version}).items())
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        for name, rows in tables.items():
            for row in rows:
                connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - our names
        connection.executemany("INSERT INTO search (rowid, title, summary, words) VALUES (?, ?, ?, ?)", indexed)
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    return version


def _flush(draft: Path) -> None:
    """Make sure the file is on the disk before it takes the place of a good one."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _resources(gathering: Gathering) -> Iterator[tuple[object, ...]]:
    for place, resource in enumerate(gathering.resources):
        yield place, resource.id, pack_resource(resource), pack_questions(gathering.questions.get(resource.id, ()))


def _variants(gathering: Gathering) -> Iterator[tuple[object, ...]]:
    for place, variant in _placed(gathering):
        lines = list(_lines(variant.blocks))
        folded = "\n".join(f" {fold(line)} " for line in lines)
        yield (
            place,
            variant.resource_id,
            variant.key.name,
            variant.version,
            variant.title,
            pack_blocks(variant.blocks),
            variant.digest,
            "\n".join(lines),
            folded,
        )


def _indexed(gathering: Gathering) -> Iterator[tuple[int, str, str, str]]:
    topics = {one.topic: one.name for one in gathering.topics}
    summaries = {one.id: (fold(one.title), fold(f"{one.summary} {topics[one.topic]}")) for one in gathering.resources}
    withdrawn = {one.id for one in gathering.resources if one.withdrawal}
    for place, variant in _placed(gathering):
        if variant.resource_id in withdrawn:
            continue  # its words stay for the records, and nobody finds them
        title, summary = summaries[variant.resource_id]
        words = " ".join(fold(text) for block in variant.blocks for text in _texts(block))
        yield place, _with_stems(f"{title} {fold(variant.title)}"), _with_stems(summary), _with_stems(words)


def _with_stems(folded: str) -> str:
    """A text as it stands, for phrases and beginnings, and then its stems, for any form of a word."""
    return f"{folded} {stems(folded)}"


def _synonyms(gathering: Gathering, indexed: Sequence[tuple[int, str, str, str]]) -> Iterator[tuple[bool, str, str]]:
    """Each group with those of its phrases that some text holds, so that no question asks for the others."""
    everything = "\n".join(f" {part} " for _, *parts in indexed for part in parts)
    for is_sensitive, phrases in gathering.words.groups:
        yield is_sensitive, pack(phrases), pack([phrase for phrase in phrases if f" {phrase} " in everything])


def _placed(gathering: Gathering) -> Iterator[tuple[int, Variant]]:
    """Each variant with its row number."""
    sensitive = {one.id for one in gathering.resources if one.is_sensitive}
    for place, variant in enumerate(gathering.variants, 1):
        yield place + (FIRST_SENSITIVE if variant.resource_id in sensitive else 0), variant


def _due_rules(gathering: Gathering) -> Iterator[tuple[int, str]]:
    for place, rule in enumerate(gathering.due_rules):
        yield place, pack_due(rule)


def _texts(block: Block) -> Iterable[str]:
    """The sentences and paragraphs of a block."""
    if isinstance(block, Idea):
        return block.lead, *block.more
    if isinstance(block, Items):
        return [plain(words) for words in block.items]
    if isinstance(block, WritingLines):
        return []
    return [plain(block.words)]


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The text in pieces short enough to be an excerpt; headings are left out, they say nothing alone."""
    for block in blocks:
        if isinstance(block, Heading):
            continue
        for text in _texts(block):
            yield from _cut(text)


def _cut(text: str) -> Iterator[str]:
    """A text cut between sentences, and inside a sentence only when it is too long alone."""
    line = ""
    for sentence in text.replace(". ", ".\n").replace("? ", "?\n").split("\n"):
        if line and len(line) + len(sentence) >= EXCERPT:
            yield line
            line = ""
        line = f"{line} {sentence}".strip()
        while len(line) > EXCERPT:
            end = line.rfind(" ", 0, EXCERPT)
            end = end if end > 0 else EXCERPT
            yield f"{line[:end]} …"
            line = f"… {line[end:].strip()}"
    if line:
        yield line
