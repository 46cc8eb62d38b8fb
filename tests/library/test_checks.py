"""The checks of the texts: each rule by its own examples, and how findings reach whoever wrote the text."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit import places
from kit.domain.advice import Audience, Form, VariantKey
from kit.library.build import build_library
from kit.library.checks import findings_of, rules_for
from kit.library.faults import Faults, FaultyContentError
from kit.library.fields import read_table
from kit.library.forms import plain_forms, syllables
from kit.library.gather import check
from kit.library.manuscript import Manuscript
from kit.library.reader import read_easy_read, read_standard
from kit.library.rules import BRIEFING, EASY_READ, EVERY, STANDARD, Level, reading_grade
from kit.library.script import Script, script_of
from kit.library.wordlists import WordLists, read_word_lists
from tests.library.makers import EASY_READ as EASY_TEXT
from tests.library.makers import NUMBERS, PRIVATE, write
from tests.library.makers import STANDARD as PROSE_TEXT

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 27)
HOME = "safer-sleep/every-sleep/"
READERS = {Form.EASY_READ: read_easy_read, Form.STANDARD: read_standard}
KINDS = {
    EASY_READ: (Form.EASY_READ, Audience.CARER),
    STANDARD: (Form.STANDARD, Audience.CARER),
    BRIEFING: (Form.STANDARD, Audience.WORKER),
}
LISTS_FILES = {
    name: (places.resources() / name).read_text(encoding="utf-8") for name in ("easy-read.toml", "core-words.toml")
}


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return word_lists(**LISTS_FILES)


def word_lists(**texts: str) -> WordLists:
    faults = Faults()
    lists, core = (read_table(Manuscript(name, text), faults) for name, text in texts.items())
    read = read_word_lists(lists, core)
    faults.check()
    return read


def script(text: str, form: Form = Form.EASY_READ, audience: Audience = Audience.CARER, language: str = "en") -> Script:
    """A script of an example, as the real reader reads it: in easy read an empty line begins the next idea."""
    if form is Form.EASY_READ:
        ideas = [
            f"![](p{number})\n**{idea.replace(chr(10), '**' + chr(10), 1)}"
            for number, idea in enumerate(text.split("\n\n"))
        ]
        text = "\n\n".join(idea if "**\n" in idea else f"{idea}**" for idea in ideas)
    faults = Faults()
    reading = READERS[form](Manuscript("text.md", f"# Baby\n\n{text}\n"), faults)
    faults.check()
    return script_of("text.md", VariantKey(form, language=language), audience, reading)


def keys(found) -> list[str]:
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [(kind, rule) for rules, kind in KINDS.items() for rule in rules],
    ids=[f"{kind[1]}-{kind[0]}-{rule.key}" for rules, kind in KINDS.items() for rule in rules],
)
def test_a_rule_passes_and_fails_its_own_examples(kind, rule, lists):
    passes, fails = script(rule.passes, *kind), script(rule.fails, *kind)

    assert rule in rules_for(passes)
    assert list(rule.find(passes, lists)) == []
    found = list(rule.find(fails, lists))
    assert found
    assert all(line >= 1 and not wrong.endswith(".") for line, wrong in found)
    assert not rule.hint.endswith(".")
    assert rule.source


def test_the_example_that_passes_a_rule_of_easy_read_passes_all_of_them(lists):
    for rule in EASY_READ:
        assert findings_of([script(rule.passes)], lists) == (), rule.key


def test_every_rule_has_a_name_of_its_own_in_its_kind():
    for rules in KINDS:
        assert len({rule.key for rule in rules}) == len(rules)
    assert len(EVERY) == sum(map(len, KINDS))


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("Baby is safe.\nWait ten minutes.", "number-word", 5),
        ("Ask one of them.", "number-word", 4),
        ("Baby is safe.\nIt’s a good thing.", "pronoun-first", 5),
        ("Ring your doctor.\n\nBaby is ill.\nAsk your GP.", "one-name", 8),
        ("Phone your health visitor.", "one-name", 4),
        ("Call 999 now.", "one-name", 4),
        ("Your child is being fed.", "passive", 4),
        ("Your child is not always told.", "passive", 4),
        ("Ring, because your baby is ill.", "joined", 4),
        ("Ask a GP or a HV.", "initials", 4),
        ("Ring 999 - or 111.", "mark", 4),
        ("Babies cry (a lot).", "mark", 4),
        ("Half per cent.", "percent", 4),
        ("Say STOP.", "capitals", 4),
        ("No thermometers.", "hard-word", 4),
        ("No thermometers.\n\nA thermometer is a thing.", "hard-word", 4),
        ("Cry.\nGo. Come back.", "one-sentence-a-line", 5),
    ],
)
def test_what_is_found_is_found_at_its_line(lists, text, rule, line):
    found = [one for one in findings_of([script(text)], lists) if one.rule == rule]

    assert [one.line for one in found] == [line], found


@pytest.mark.parametrize(
    "text",
    [
        "Someone can help.\nNo one is cross.",
        "Save the number in your phone.\nRing {number:health-visitor}.",
        "Use the thermometer.\nA thermometer tells you how hot the room is.",
        "Your baby is tired.\nYou are worried.",
        "Ring NHS 111 or 0808 802 6869.",
        "Ask Łucja.\nShow Moses the cot.",
        "“Never shake your baby.”\nYou can’t go wrong.",
        "Your baby’s hands are cold.\nBabies’ heads are warm.",
        "You stopped and tried.",
    ],
)
def test_what_is_plain_is_left_alone(lists, text):
    assert [one for one in findings_of([script(text)], lists) if one.rule != "reading-grade"] == []


def test_a_number_to_ring_is_one_word_and_a_hard_word_is_told_once(lists):
    long = script("Ring {number:sleep-line} a b c d e f g h i j k l m n.")
    assert long.said[0].length == 16
    assert keys(findings_of([script("No hazards.\n\nNo hazards here.")], lists)) == ["hard-word"]


def test_a_title_is_read_too_but_not_counted_in_the_average(lists):
    hard = Script("t.md", VariantKey(Form.EASY_READ), Audience.CARER, script("Cry.").title, script("Cry.").stretches)
    assert hard.average == 1
    faults = Faults()
    reading = read_easy_read(Manuscript("t.md", "# Ten percent hazards\n\n![](p)\n**Cry.**\n"), faults)
    found = findings_of([script_of("t.md", VariantKey(Form.EASY_READ), Audience.CARER, reading)], lists)
    assert {(one.line, one.rule) for one in found} == {(1, "number-word"), (1, "percent"), (1, "hard-word")}


def test_prose_is_read_across_its_lines_and_headings_are_signs(lists):
    text = "One sentence that\nruns on. Then\nanother one.\n\n## A heading\n\n- a point\n- two"
    prose = script(text, Form.STANDARD)

    assert [(one.line, one.text) for one in prose.said] == [
        (3, "One sentence that runs on."),
        (4, "Then another one."),
        (9, "a point"),
        (10, "two"),
    ]


def test_texts_in_other_languages_are_left_alone(lists):
    assert rules_for(script("Łóżko.", language="pl")) == ()
    assert findings_of([script("10 % łóżek.", language="pl")], lists) == ()


def test_lines_to_write_on_are_not_read(lists):
    faults = Faults()
    text = "# Baby\n\n![](p)\n**Who can you ring?**\n____\n____\n"
    reading = read_easy_read(Manuscript("t.md", text), faults)
    found = script_of("t.md", VariantKey(Form.EASY_READ), Audience.CARER, reading)
    assert [one.text for one in found.said] == ["Who can you ring?"]
    assert findings_of([found], lists) == ()


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("babies", "baby"),
        ("carried", "carry"),
        ("stopped", "stop"),
        ("making", "make"),
        ("Mum’s", "mum"),
        ("lying", "lie"),
        ("happily", "happy"),
        ("gently", "gentle"),
        ("hottest", "hot"),
        ("easier", "easy"),
        ("sleepers", "sleep"),
    ],
)
def test_a_word_leads_to_its_plain_form(word, plain):
    assert plain in plain_forms(word)


def test_a_word_does_not_lead_to_a_shorter_one_inside_it():
    assert "ass" not in plain_forms("assess")
    assert "car" not in plain_forms("carpet")


@pytest.mark.parametrize(
    ("word", "count"),
    [("cot", 1), ("baby", 2), ("sleep", 1), ("make", 1), ("table", 2), ("needed", 2), ("asked", 1), ("emergency", 4)],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_the_reading_grade_knows_short_from_long():
    easy, hard = script("Put your baby down."), script("Immediately telephone your paediatrician.")
    assert reading_grade(easy) < 1
    assert reading_grade(hard) > 12
    assert reading_grade(script("999.")) == 0


def test_lists_with_a_mistake_say_where():
    files = LISTS_FILES | {"core-words.toml": '[[theme]]\nname = "A"\nwords = "cot baby cot"\n'}
    with pytest.raises(FaultyContentError, match=r"core-words\.toml:3: The word cot is here twice"):
        word_lists(**files)
    files = LISTS_FILES | {"easy-read.toml": LISTS_FILES["easy-read.toml"].replace('use = "cot"', 'use = "bed"')}
    with pytest.raises(FaultyContentError, match="bed is not one of the names"):
        word_lists(**files)


def test_the_core_list_has_the_size_it_was_made_for():
    words = [
        word for theme in tomllib.loads(LISTS_FILES["core-words.toml"])["theme"] for word in theme["words"].split()
    ]
    assert 1500 <= len(words) <= 2000


def test_an_error_stops_the_build_and_a_warning_does_not(resources: Path, tmp_path: Path):
    for name, text in LISTS_FILES.items():
        write(resources / name, text)
    write(resources / f"{HOME}easy-read.md", EASY_TEXT.replace("Do this for every sleep.", "This is for every sleep."))
    build_library(resources, tmp_path / "library.sqlite")

    write(resources / f"{HOME}easy-read.md", EASY_TEXT.replace("Do this for every sleep.", "Wait ten minutes."))
    with pytest.raises(FaultyContentError) as caught:
        build_library(resources, tmp_path / "library.sqlite")
    (fault,) = caught.value.faults
    assert str(fault) == (
        "resources/safer-sleep/every-sleep/easy-read.md:5: The number “ten” is written as a word. "
        "Write digits; for “one of them” use other words (number-word; Inclusion Europe: Information for all, 2009)."
    )


def test_a_missing_picture_does_not_hide_what_is_hard_to_read(resources: Path):
    write(resources / "easy-read.toml", LISTS_FILES["easy-read.toml"])
    write(resources / f"{HOME}easy-read.md", EASY_TEXT.replace("clear-cot", "no-such").replace("every sleep", "10 %"))
    found = check(resources, TODAY)

    assert [fault.wrong for fault in found.faults] == ["There is no picture no-such"]
    assert keys(found.findings) == ["percent"]
    assert (found.texts, found.errors, found.warnings) == (5, 2, 0)


def test_a_briefing_is_held_to_its_length_and_its_end_only(resources: Path):
    assert check(resources, TODAY).findings == ()
    write(resources / "domestic-abuse/asking/standard.md", "# Asking\n\nThe 10 % of IPV that is seen.\n")
    found = check(resources, TODAY).findings
    assert [(one.place.split("/")[-2], one.rule) for one in found] == [("asking", "ends-with-deeds")]


def test_numbers_are_checked_again_within_six_months(resources: Path, tmp_path: Path):
    assert "numbers-checked" not in keys(check(resources, date(2027, 5, 26)).findings)
    (stale,) = [one for one in check(resources, date(2027, 5, 27)).findings if one.rule == "numbers-checked"]
    assert (stale.place, stale.line, stale.level) == ("resources/numbers.toml", 2, Level.ERROR)

    write(resources / "numbers.toml", NUMBERS.replace("2026-11-24", "2026-05-01"))
    with pytest.raises(FaultyContentError, match=r"numbers.toml:2: The numbers were checked on 2026-05-01"):
        build_library(resources, tmp_path / "library.sqlite")


def test_the_same_folder_gives_the_same_findings(resources: Path):
    write(resources / f"{HOME}standard.md", PROSE_TEXT.replace("flat cot.", "flat cot, 10 % of the time."))
    assert check(resources, TODAY) == check(resources, TODAY)


def test_a_private_text_to_carers_is_checked_like_any_other(resources: Path):
    write(resources / "domestic-abuse/asking/resource.toml", PRIVATE.replace('"worker"', '"carer"'))
    write(resources / "domestic-abuse/asking/easy-read.md", EASY_TEXT.replace("every sleep", "10 %"))
    assert ("asking", "percent") in {(one.place.split("/")[-2], one.rule) for one in check(resources, TODAY).findings}
