"""resources/ → a Gathering: every file read, every fault found and every text checked, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kit.domain.advice import Audience, Form, Resource, Variant, VariantKey
from kit.library.checks import Finding, findings_of, stale_numbers
from kit.library.covers import Cover, read_cover
from kit.library.current import PICTURES
from kit.library.digest import variant_digest
from kit.library.directory import Directory, read_directory
from kit.library.faults import Fault, Faults, did_you_mean
from kit.library.fields import Table, read_table
from kit.library.manuscript import Manuscript, is_slug, open_manuscript
from kit.library.pictures import LARGEST as LARGEST_PICTURE
from kit.library.pictures import read_picture
from kit.library.reader import Reading, read_easy_read, read_questions, read_standard
from kit.library.rules import Level
from kit.library.script import Script, script_of
from kit.library.tables import Due, SearchWords, read_due, read_topics, read_words
from kit.library.wordlists import WordLists, read_word_lists

if TYPE_CHECKING:
    from pathlib import Path

    from kit.domain.advice import Question, TopicName
    from kit.domain.coverage import DueRule, MeetRule
    from kit.domain.picture import Picture

COVER = "resource.toml"
QUESTIONS = "ask.md"
BESIDE = frozenset({"README.md", "LICENSE.txt"})
"""Files that may stand beside the pictures."""

_READERS = {Form.STANDARD: read_standard, Form.EASY_READ: read_easy_read}


@dataclass(frozen=True, slots=True)
class Gathering:
    """Everything a library holds, in the order it is kept."""

    topics: tuple[TopicName, ...]
    due_rules: tuple[DueRule, ...]
    meet_rule: MeetRule | None
    directory: Directory
    words: SearchWords
    resources: tuple[Resource, ...]
    variants: tuple[Variant, ...]
    questions: dict[str, tuple[Question, ...]]
    pictures: tuple[Picture, ...]


def gather(folder: Path) -> Gathering:
    """Read the resources folder.

    Raises:
        FaultyContentError: with every fault in it, what the checks call an error included.
    """
    gatherer = _Gatherer(folder, Faults())
    gathering = gatherer.gather()
    # A build that passed must pass tomorrow too: the age of the numbers is counted to the newest text, not to today.
    newest = max((one.written_on for one in gathering.resources), default=gathering.directory.checked_on)
    gatherer.faults.found += [one.fault for one in gatherer.findings(newest) if one.level is Level.ERROR]
    gatherer.faults.check()
    return gathering


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a resources folder, and what could be better."""

    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    texts: int

    @property
    def errors(self) -> int:
        """How much of it stops a build."""
        return len(self.faults) + sum(one.level is Level.ERROR for one in self.findings)

    @property
    def warnings(self) -> int:
        """How much of it does not."""
        return sum(one.level is Level.WARNING for one in self.findings)


def check(folder: Path, today: date) -> Check:
    """Check every text in the resources folder as far as it can be read; nothing is built."""
    gatherer = _Gatherer(folder, Faults())
    gatherer.read()
    return Check(tuple(sorted(set(gatherer.faults.found))), gatherer.findings(today), len(gatherer.scripts))


@dataclass(slots=True)
class _Gatherer:
    """One walk through the folder."""

    folder: Path
    faults: Faults
    topics: tuple[TopicName, ...] = ()
    numbers: frozenset[str] = frozenset()
    pictures: dict[str, Picture | None] = field(default_factory=dict)
    resources: list[Resource] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)
    questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)
    scripts: list[Script] = field(default_factory=list)
    lists: WordLists = field(default_factory=WordLists)
    due: Due = field(default_factory=Due)
    directory: Directory | None = None
    search_words: SearchWords = field(default_factory=SearchWords)
    _numbers: Table | None = None
    _homes: dict[str, str] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)

    def gather(self) -> Gathering:
        """Everything, or every fault."""
        self.read()
        self.faults.check()
        if self.directory is None:
            message = "a library without numbers passed every check"
            raise AssertionError(message)
        places = {one.topic: place for place, one in enumerate(self.topics)}
        return Gathering(
            topics=self.topics,
            due_rules=tuple(rule for rule, _table in self.due.rules),
            meet_rule=self.due.meet,
            directory=self.directory,
            words=self.search_words,
            resources=tuple(sorted(self.resources, key=lambda one: (places[one.topic], one.title, one.id))),
            variants=tuple(self.variants),
            questions=self.questions,
            pictures=tuple(picture for picture in self.pictures.values() if picture),
        )

    def read(self) -> None:
        """Read every file once."""
        topics, due, numbers = map(self._table, ("topics.toml", "due.toml", "numbers.toml"))
        words, lists, core = (
            self._table(name, required=False) for name in ("words.toml", "easy-read.toml", "core-words.toml")
        )
        self.topics = read_topics(topics) if topics else ()
        self.due = read_due(due, self.topics) if due else Due()
        self._numbers, self.directory = numbers, read_directory(numbers) if numbers else None
        self.search_words = read_words(words) if words else SearchWords()
        self.lists = read_word_lists(lists, core)
        self.numbers = frozenset(one.key for one in self.directory.numbers) if self.directory else frozenset()
        self._read_pictures()
        for topic_folder in _folders(self.folder):
            self._read_topic(topic_folder, is_known=topics is not None)
        self.due.check_offers(self.resources)
        self._check_replacements()

    def _check_replacements(self) -> None:
        """What takes the place of a withdrawn resource is there, and in use."""
        in_use = [one.id for one in self.resources if not one.withdrawal]
        for one in self.resources:
            named = one.withdrawal.replaced_by if one.withdrawal else ""
            if named and named not in in_use:
                place = f"{self.folder.name}/{one.topic.value}/{one.id}/{COVER}"
                self.faults.add(place, 1, f"No resource in use is called {named}", did_you_mean(named, in_use))

    def findings(self, today: date) -> tuple[Finding, ...]:
        """What the checks find in what was read."""
        found = findings_of(self.scripts, self.lists)
        if self.directory is None or self._numbers is None or self.directory.checked_on == date.min:
            return found
        line = self._numbers.line_of("checked_on")
        return found + stale_numbers(self._numbers.place, line, self.directory.checked_on, today)

    def _place(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def _open(self, path: Path) -> Manuscript | None:
        return open_manuscript(path, self._place(path), self.faults)

    def _table(self, name: str, *, required: bool = True) -> Table | None:
        path = self.folder / name
        if not required and not path.exists():
            return None
        manuscript = self._open(path)
        return read_table(manuscript, self.faults) if manuscript else None

    def _read_pictures(self) -> None:
        for path in sorted((self.folder / PICTURES).glob("*")):
            if path.name.startswith(".") or path.name in BESIDE:
                continue
            if path.suffix != ".svg" or not is_slug(path.stem):
                wrong = "This is not the name of a picture"
                self.faults.add(self._place(path), 1, wrong, "Use small letters, digits and hyphens, then .svg")
                continue
            manuscript = open_manuscript(path, self._place(path), self.faults, LARGEST_PICTURE)
            # A bad picture is known too, so that its fault is told once and not for each text that shows it.
            self.pictures[path.stem] = read_picture(path.stem, manuscript, self.faults) if manuscript else None

    def _read_topic(self, folder: Path, *, is_known: bool) -> None:
        names = [one.topic.value for one in self.topics]
        if folder.name not in names:
            # Fonts and icons live here too; a folder is a topic once there is a resource in it.
            if is_known and any(folder.glob(f"*/{COVER}")):
                remedy = did_you_mean(folder.name, names)
                self.faults.add(self._place(folder), 1, f"There is no topic {folder.name}", remedy)
            return
        for path in sorted(folder.iterdir()):
            if path.is_dir():
                self._read_resource(path, folder.name)
            elif not path.name.startswith("."):
                self.faults.add(
                    self._place(path), 1, "A file stands beside the resources", "Give it a folder of its own"
                )

    def _read_resource(self, folder: Path, topic: str) -> None:
        place = self._place(folder)
        if not is_slug(folder.name):
            self.faults.add(
                place, 1, f"{folder.name!r} names no folder of ours", "Use small letters, digits and hyphens"
            )
        self._only_once(self._homes, folder.name, place, 1, "The resource")
        table = self._cover_table(folder)
        cover = read_cover(table, topic) if table else None
        if table and cover and cover.code:
            self._only_once(self._codes, cover.code, table.place, table.line_of("code"), "The code")
        keys = self._read_variants(folder, cover)
        if cover is None:
            return
        self._check_variants(folder, cover, keys)
        self.resources.append(cover.bind(folder.name, keys))

    def _cover_table(self, folder: Path) -> Table | None:
        manuscript = self._open(folder / COVER)
        return read_table(manuscript, self.faults) if manuscript else None

    def _only_once(self, known: dict[str, str], name: str, place: str, line: int, what: str) -> None:
        if known.setdefault(name, place) != place:
            self.faults.add(place, line, f"{what} {name} is already used in {known[name]}", "Choose another")

    def _read_variants(self, folder: Path, cover: Cover | None) -> list[VariantKey]:
        keys: list[VariantKey] = []
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.name == COVER:
                continue
            if path.name == QUESTIONS:
                self._read_questions(path)
                continue
            key = _variant_key(path)
            if key is None:
                remedy = "Use standard.md, easy-read.md, easy-read.fathers.md, standard.pl.md ... or ask.md"
                self.faults.add(self._place(path), 1, f"{path.name} is not the name of a variant", remedy)
                continue
            keys.append(key)
            self._read_variant(path, key, cover)
        return keys

    def _read_variant(self, path: Path, key: VariantKey, cover: Cover | None) -> None:
        manuscript = self._open(path)
        if manuscript is None:
            return
        reading = _READERS[key.form](manuscript, self.faults)
        self._check_mentions(manuscript.place, reading)
        if cover is not None:
            self.scripts.append(script_of(manuscript.place, key, cover.audience, reading))
            digest = variant_digest(reading.title, reading.blocks)
            self.variants.append(
                Variant(path.parent.name, cover.version, key, reading.title, reading.blocks, digest),
            )

    def _read_questions(self, path: Path) -> None:
        manuscript = self._open(path)
        if manuscript is not None:
            questions, numbers = read_questions(manuscript, self.faults)
            self._check_mentions(manuscript.place, Reading("", (), (), numbers))
            self.questions[path.parent.name] = questions

    def _check_mentions(self, place: str, reading: Reading) -> None:
        for line, key in reading.pictures:
            if key not in self.pictures:
                remedy = did_you_mean(key, self.pictures)
                self.faults.add(place, line, f"There is no picture {key}", remedy)
        for line, key in reading.numbers:
            if key not in self.numbers:
                self.faults.add(place, line, f"numbers.toml has no number {key}", did_you_mean(key, self.numbers))

    def _check_variants(self, folder: Path, cover: Cover, keys: list[VariantKey]) -> None:
        wanted = [VariantKey(Form.STANDARD)]
        if cover.audience is Audience.CARER:
            wanted.append(VariantKey(Form.EASY_READ))
        for key in wanted:
            if key not in keys:
                wrong = f"{key.name}.md is missing"
                self.faults.add(self._place(folder / COVER), 1, wrong, f"Write it: {cover.audience}s need it")


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        one for one in folder.iterdir() if one.is_dir() and one.name != PICTURES and not one.name.startswith(".")
    )


def _variant_key(path: Path) -> VariantKey | None:
    """The variant a file holds, when its name is written exactly as the key spells it."""
    try:
        key = VariantKey.named(path.stem)
    except ValueError:
        return None
    return key if path.suffix == ".md" and path.is_file() and path.name == f"{key.name}.md" else None
