"""The shelf gives back what was written, from any thread, and cannot change it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.domain.advice import (
    Heading,
    Idea,
    Important,
    Items,
    Paragraph,
    Question,
    Run,
    Topic,
    TopicName,
    VariantKey,
    WritingLines,
    plain,
)
from kit.domain.coverage import Again, Who
from kit.domain.errors import ContentError, UnknownError
from kit.domain.picture import Picture, Shape
from kit.library.build import build_library
from kit.library.current import is_current
from kit.library.opening import open_read_only
from kit.library.shelf import Shelf
from tests.library.makers import EASY_READ, NUMBERS, STANDARD, write, write_resources

if TYPE_CHECKING:
    from pathlib import Path

    from kit.service.ports import Library

SLEEP = "every-sleep"
STANDARD_KEY, EASY_KEY = VariantKey(), VariantKey.named("easy-read")


def rebuilt(resources: Path, tmp_path: Path) -> Shelf:
    build_library(resources, tmp_path / "rebuilt.sqlite")
    return Shelf(tmp_path / "rebuilt.sqlite")


def test_it_fits_the_port(shelf: Shelf):
    library: Library = shelf

    assert library.version == shelf.version
    assert len(shelf.version) == 12
    assert shelf.built_on == date(2026, 11, 24)


def test_a_standard_variant_keeps_every_kind_of_block(shelf: Shelf):
    variant = shelf.variant(SLEEP, STANDARD_KEY)

    assert (variant.title, variant.version, variant.key) == ("Safer sleep", 3, STANDARD_KEY)
    assert variant.blocks == (
        Paragraph((Run("Put your baby on the "), Run("back ", is_strong=True), Run("for every sleep."))),
        Heading(2, (Run("The steps"),)),
        Items(
            (
                (Run("Use a clear, flat cot."),),
                (Run("Ring 0808 802 6869 and "), Run("ask", is_strong=True), Run(".")),
            )
        ),
        Items(((Run("First"),), (Run("Second"),)), is_numbered=True),
        Important((Run("Ring 999 if your baby stops breathing."),)),
        Heading(3, (Run("More"),)),
        Paragraph((Run("Tell grandma Łucja: no pillows."),)),
    )


def test_an_easy_read_variant_is_ideas(shelf: Shelf):
    assert shelf.variant(SLEEP, EASY_KEY).ideas == (
        Idea(
            "baby-on-back",
            "Put your baby on the back.",
            ("Do this for every sleep.", "Ring 0808 802 6869 to ask."),
        ),
        Idea("clear-cot", "Keep the cot clear."),
    )


def test_lines_to_write_on_are_counted_and_are_part_of_the_text(resources: Path, tmp_path: Path, shelf: Shelf):
    write(resources / f"safer-sleep/{SLEEP}/easy-read.md", f"{EASY_READ}____  \n______\n")
    write(resources / f"safer-sleep/{SLEEP}/standard.md", f"{STANDARD}\n____\n\n____\n____\n\nThank you.\n\n____\n")
    ours = rebuilt(resources, tmp_path)
    easy, prose = ours.variant(SLEEP, EASY_KEY), ours.variant(SLEEP, STANDARD_KEY)

    assert [idea.writing_lines for idea in easy.ideas] == [0, 2]
    assert prose.blocks[-3:] == (WritingLines(3), Paragraph((Run("Thank you."),)), WritingLines(1))
    assert easy.digest != shelf.variant(SLEEP, EASY_KEY).digest
    assert easy.blocks[0] == shelf.variant(SLEEP, EASY_KEY).blocks[0]
    write(resources / f"safer-sleep/{SLEEP}/easy-read.md", f"{EASY_READ}____\n____\n")
    assert rebuilt(resources, tmp_path).variant(SLEEP, EASY_KEY).digest == easy.digest
    assert ours.search("____") == []
    assert ours.search("thank")[0][1].endswith("Thank you.")


def test_a_text_without_lines_to_write_on_keeps_its_digest(shelf: Shelf):
    assert shelf.variant(SLEEP, EASY_KEY).digest[:8] == "eef81a84"
    assert shelf.variant(SLEEP, STANDARD_KEY).digest[:8] == "4a49abc2"


def test_a_resource_says_what_its_cover_says(shelf: Shelf):
    resource = shelf.resource(SLEEP)

    assert [one.id for one in shelf.resources()] == [SLEEP, "asking"]
    assert resource.topic is Topic.SAFER_SLEEP
    assert resource.contacts == ("antenatal", "new-birth")
    assert (resource.ages_weeks, resource.review_by) == ((0, 52), date(2027, 5, 24))
    assert (resource.is_signed_off, resource.sign_off) == (False, "Awaiting sign-off by a named local clinician.")
    assert [key.name for key in resource.variants] == ["standard", "easy-read", "easy-read.fathers", "standard.pl"]
    assert resource.sources[0].sure == "seen"
    assert shelf.resource("asking").is_sensitive


def test_questions_topics_and_rules(shelf: Shelf):
    assert shelf.questions(SLEEP) == (
        Question("Where will your baby sleep tonight?", "a clear cot. Ring 0808 802 6869 together."),
    )
    assert shelf.questions("asking") == ()
    assert shelf.topics() == (
        TopicName(Topic.SAFER_SLEEP, "Safer sleep", has_row=True),
        TopicName(Topic.DOMESTIC_ABUSE, "Private", has_row=False),
    )
    (rule,) = shelf.due_rules()
    assert (rule.topic, rule.from_weeks, rule.by_weeks, rule.until_weeks) == (Topic.SAFER_SLEEP, -12, 2, 52)
    assert (rule.who, rule.again) == (Who.EVERY_CARER, (Again.NEW_PLACE, Again.NOT_YET))


def test_a_picture_is_shapes_and_its_dashes_are_short_lines(shelf: Shelf):
    picture = shelf.picture("clear-cot")

    assert picture == Picture(
        "clear-cot",
        "A baby in a cot",
        "A baby lies on the back in a clear cot.",
        400.0,
        300.0,
        (
            Shape(
                "#8CCDBF",
                "#24212B",
                3.6,
                (("M", (10.0, 20.0)), ("L", (30.5, 40.0)), ("C", (1.0, 2.0, 3.0, 4.0, 5.5, -6.0)), ("Z", ())),
            ),
            Shape(
                None,
                "#24212B",
                2.2,
                (("M", (0.0, 0.0)), ("L", (7.0, 0.0)), ("M", (13.0, 0.0)), ("L", (20.0, 0.0)), ("M", (26.0, 0.0))),
            ),
        ),
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda shelf: shelf.resource("none"),
        lambda shelf: shelf.variant("none", STANDARD_KEY),
        lambda shelf: shelf.variant(SLEEP, VariantKey.named("easy-read.pl")),
        lambda shelf: shelf.questions("none"),
        lambda shelf: shelf.picture("none"),
    ],
    ids=["resource", "variant of none", "variant", "questions", "picture"],
)
def test_what_is_not_there_is_said_in_a_sentence(shelf: Shelf, ask):
    with pytest.raises(UnknownError, match=r"The library has no .* called .*none|easy-read.pl"):
        ask(shelf)


def test_the_digest_follows_the_words_and_not_the_white_space(resources: Path, tmp_path: Path, shelf: Shelf):
    def digest(text: str, name: str = "standard") -> str:
        write(resources / f"safer-sleep/{SLEEP}/{name}.md", text)
        return rebuilt(resources, tmp_path).variant(SLEEP, VariantKey.named(name)).digest

    before = shelf.variant(SLEEP, STANDARD_KEY).digest
    assert len(before) == 64
    assert digest(STANDARD.replace("**back**\nfor", "**back** for")) == before
    assert digest(STANDARD.replace("\n", "\r\n").replace("Use a", "Use    a") + "\n\n") == before
    assert digest(STANDARD.replace("**back**", "back")) != before
    assert digest(STANDARD.replace("flat", "flat, firm")) != before
    assert digest(STANDARD.replace("1. First\n2. Second", "1. Second\n2. First")) != before
    easy = shelf.variant(SLEEP, EASY_KEY).digest
    assert digest(EASY_READ, "easy-read") == easy
    assert (
        digest(
            EASY_READ.replace("(clear-cot)", "(x)")
            .replace("(baby-on-back)", "(clear-cot)")
            .replace("(x)", "(baby-on-back)"),
            "easy-read",
        )
        != easy
    )


def test_a_local_list_of_numbers_replaces_the_shipped_one_but_no_digest(
    library_file: Path, tmp_path: Path, shelf: Shelf
):
    local = tmp_path / "numbers.toml"
    write(
        local,
        NUMBERS.replace("0808 802 6869", "01234 567890")
        .replace("The project", "Our trust")
        .split('[[number]]\nkey = "emergency"')[0]
        + '[[number]]\nkey = "sleep-line"\nlabel = "Sleep"\nnumber = "01234 567890"\nsure = "rung"\non_card = true\n',
    )
    ours = Shelf(library_file, numbers=local)

    assert [one.key for one in ours.numbers()] == ["sleep-line"]
    assert ours.numbers_checked() == "Our trust. Read, not rung (24 November 2026)."
    assert ours.variant(SLEEP, EASY_KEY).ideas[0].more[1] == "Ring 01234 567890 to ask."
    assert "01234 567890" in ours.questions(SLEEP)[0].listen_for
    assert ours.variant(SLEEP, STANDARD_KEY).digest == shelf.variant(SLEEP, STANDARD_KEY).digest
    assert ours.version == shelf.version
    important = next(one for one in ours.variant(SLEEP, STANDARD_KEY).blocks if isinstance(one, Important))
    assert "999" in plain(important.words), "a number the local list lacks comes from the shipped one"
    assert any("01234 567890" in excerpt for _, excerpt in ours.search("ring"))


def test_a_broken_local_list_is_left_out_and_says_why(library_file: Path, tmp_path: Path, shelf: Shelf):
    local = tmp_path / "numbers.toml"
    write(local, NUMBERS.replace('"999"', '"nine"'))
    ours = Shelf(library_file, numbers=local)

    assert ours.numbers() == shelf.numbers()
    assert ours.numbers_checked().startswith(
        "The local list of numbers is not used: line 8 of numbers.toml: 'nine' is not"
    )
    assert ours.numbers_checked().endswith("The project. Read, not rung (24 November 2026).")


def test_many_threads_read_the_same(library_file: Path):
    shelf = Shelf(library_file)

    def read(turn: int) -> tuple[object, ...]:
        found = shelf.search(["cot", "crib", "baby", "ring"][turn % 4], with_sensitive=turn % 2 == 0)
        return len(found), shelf.variant(SLEEP, EASY_KEY), shelf.picture("clear-cot"), len(shelf.resources())

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(read, range(400)))

    assert all(answers[turn] == answers[turn % 4] for turn in range(400))
    shelf.close()


def test_the_file_cannot_be_written(library_file: Path):
    before = library_file.read_bytes()
    connection = open_read_only(library_file)

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM variant")
    connection.close()
    Shelf(library_file).search("cot")
    assert library_file.read_bytes() == before
    assert [one.name for one in library_file.parent.iterdir()] == [library_file.name]


def test_the_same_folder_gives_the_same_bytes(resources: Path, library_file: Path, tmp_path: Path):
    elsewhere = write_resources(tmp_path / "copy" / "resources")
    build_library(elsewhere, tmp_path / "again.sqlite")

    assert (tmp_path / "again.sqlite").read_bytes() == library_file.read_bytes()
    assert is_current(resources, library_file)


def test_the_version_follows_any_change(resources: Path, tmp_path: Path, shelf: Shelf):
    write(
        resources / "pictures/clear-cot.svg", (resources / "pictures/clear-cot.svg").read_text().replace("26,0", "27,0")
    )

    assert rebuilt(resources, tmp_path).version != shelf.version


@pytest.mark.parametrize("path", ["topics.toml", "pictures/clear-cot.svg", f"safer-sleep/{SLEEP}/easy-read.md"])
def test_a_library_is_current_until_a_source_changes(resources: Path, library_file: Path, path: str):
    source = resources / path
    source.write_bytes(source.read_bytes() + b"\n")
    assert not is_current(resources, library_file)


def test_a_library_is_not_current_when_a_file_came_went_or_is_broken(
    resources: Path, library_file: Path, tmp_path: Path
):
    write(resources / f"safer-sleep/{SLEEP}/easy-read.pl.md", EASY_READ)
    assert not is_current(resources, library_file)
    (resources / f"safer-sleep/{SLEEP}/easy-read.pl.md").unlink()
    assert is_current(resources, library_file)
    (resources / f"safer-sleep/{SLEEP}/standard.pl.md").unlink()
    assert not is_current(resources, library_file)
    assert not is_current(resources, tmp_path / "none.sqlite")
    write(tmp_path / "broken.sqlite", "not a library")
    assert not is_current(resources, tmp_path / "broken.sqlite")


def test_a_failed_build_leaves_the_old_library(resources: Path, library_file: Path):
    before = library_file.read_bytes()
    (resources / "topics.toml").unlink()

    with pytest.raises(ContentError):
        build_library(resources, library_file)

    assert library_file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(resources: Path, tmp_path: Path):
    write(tmp_path / "file", "in the way")

    with pytest.raises(ContentError, match="The library cannot be written to"):
        build_library(resources, tmp_path / "file" / "library.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a library", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_damaged_library_is_said_in_a_sentence(tmp_path: Path, content: bytes):
    write(tmp_path / "library.sqlite", content)

    with pytest.raises(ContentError, match="Your records are not affected"):
        Shelf(tmp_path / "library.sqlite")


def test_a_missing_library_and_one_of_another_version_too(tmp_path: Path, library_file: Path):
    with pytest.raises(ContentError, match="Please install the kit again"):
        Shelf(tmp_path / "none.sqlite")
    with sqlite3.connect(library_file) as connection:
        connection.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    connection.close()
    with pytest.raises(ContentError, match="another version of the kit made it"):
        Shelf(library_file)


def test_folders_with_odd_names_open(resources: Path, tmp_path: Path):
    target = tmp_path / "Zoë's #1 50% ?files" / "library.sqlite"
    build_library(resources, target)

    assert Shelf(target).resources()


def test_the_shelf_needs_no_parser():
    probe = (
        "import sys, kit.library.shelf; print(sorted({'markdown', 'tomllib', 'pyexpat', 'hashlib'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout == "[]\n"  # noqa: S603
