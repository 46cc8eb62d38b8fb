"""Each fault alone: it is found at its file and line, and says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.domain.errors import ContentError
from kit.library.build import build_library
from kit.library.faults import FaultyContentError
from tests.library.makers import ASK, COVER, DUE, EASY_READ, FILES, NUMBERS, PICTURE, PRIVATE, STANDARD, TOPICS, write

if TYPE_CHECKING:
    from pathlib import Path

HOME = "safer-sleep/every-sleep/"
TOML, EASY, PROSE = f"{HOME}resource.toml", f"{HOME}easy-read.md", f"{HOME}standard.md"
SVG = "pictures/clear-cot.svg"
EM, LINK = "Some *soft* words.\n", "See [here](http://x.org).\n"


def without(text: str, line: str) -> str:
    assert line in text
    return text.replace(f"{line}\n", "")


def swap(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def prose(text: str) -> str:
    return f"# Title\n\n{text}"


# path, what is written there (None: the file is missing), line, part of what is wrong, part of the remedy
FAULTS = {
    # resource.toml
    "missing field": (TOML, without(COVER, "sensitive = false"), 1, "field sensitive is missing", "true or false"),
    "missing field of a source": (
        TOML,
        without(COVER, 'sure = "seen"'),
        17,
        "sure in [sources] is missing",
        "Write it",
    ),
    "a page with the protocol": (
        TOML,
        swap(COVER, "[sign_off]", '[page]\naddress = "https://x.org"\nwords = "X"\n\n[sign_off]'),
        14,
        "is not an address",
        "no https://",
    ),
    "a page without an owner": (
        TOML,
        swap(COVER, "[sign_off]", '[page]\naddress = "x.org/sleep"\n\n[sign_off]'),
        13,
        "words in [page] is missing",
        "Write it",
    ),
    "missing sign-off": (TOML, COVER.split("[sign_off]")[0], 1, "field sign_off is missing", "[sign_off]"),
    "unknown field": (TOML, swap(COVER, "version = 3", "version = 3\nvesion = 4"), 10, "called vesion", "mean version"),
    "unknown field of a source": (
        TOML,
        f"{COVER}page = 4\n",
        22,
        "called page",
        "Use one of: fact, source, sure, where",
    ),
    "text for number": (
        TOML,
        swap(COVER, "version = 3", 'version = "3"'),
        9,
        "version has the wrong type",
        "whole number",
    ),
    "flag for number": (TOML, swap(COVER, "version = 3", "version = true"), 9, "version has the wrong type", "whole"),
    "time for day": (
        TOML,
        swap(COVER, "= 2026-11-24", "= 2026-11-24T10:00:00"),
        10,
        "wrong type",
        "such as 2026-11-24",
    ),
    "number for text": (TOML, swap(COVER, '"SS-CORE"', "7"), 5, "code has the wrong type", "in quotes"),
    "empty text": (
        TOML,
        swap(COVER, '"The main steps on one sheet."', '" "'),
        2,
        "summary is empty",
        "Write the summary",
    ),
    "broken TOML": (TOML, swap(COVER, 'topic = "', "topic = "), 3, "not TOML", "missing quote"),
    "TOML cut off": (TOML, swap(COVER, 'sure = "seen"\n', 'sure = "seen'), 21, "not TOML", "missing quote"),
    "key twice": (TOML, swap(COVER, "version = 3", "version = 3\nversion = 4"), 10, "not TOML", "Look"),
    "unknown contact": (TOML, swap(COVER, '"new-birth"', '"newbirth"'), 6, "'newbirth'", "Did you mean new-birth"),
    "contact twice": (TOML, swap(COVER, '"new-birth"', '"antenatal"'), 6, "twice", "Take"),
    "ages the wrong way": (TOML, swap(COVER, "[0, 52]", "[52, 0]"), 7, "smaller first", "[0, 52]"),
    "topic not of its folder": (TOML, swap(COVER, '"safer-sleep"', '"crying"'), 3, "'crying'", "safer-sleep"),
    "unknown audience": (TOML, swap(COVER, '"carer"', '"parent"'), 4, "'parent'", "carer, worker"),
    "unknown state": (TOML, swap(COVER, '"awaiting"', '"done"'), 14, "'done'", "awaiting, signed"),
    "unknown sureness": (TOML, swap(COVER, '"seen"', '"sure"'), 21, "'sure'", "Use one of"),
    "review before writing": (TOML, swap(COVER, "2027-05-24", "2026-05-24"), 11, "not after the day", "later day"),
    "version nought": (TOML, swap(COVER, "version = 3", "version = 0"), 9, "count from 1", "version = 1"),
    "code in small letters": (TOML, swap(COVER, "SS-CORE", "ss-core"), 5, "'ss-core' is not a code", "capitals"),
    "number in the title": (TOML, swap(COVER, "the main steps", "{number:emergency}"), 1, "curly brackets", "the text"),
    "private but not sensitive": (
        "domestic-abuse/asking/resource.toml",
        swap(PRIVATE, "sensitive = true", "sensitive = false"),
        8,
        "behind the room gate",
        "sensitive = true",
    ),
    # files and folders
    "no cover": (TOML, None, 1, "cannot be read", "is there"),
    "no easy read": (EASY, None, 1, "easy-read.md is missing", "carers need it"),
    "no standard": (PROSE, None, 1, "standard.md is missing", "carers need it"),
    "no standard for workers": (
        "domestic-abuse/asking/standard.md",
        None,
        1,
        "standard.md is missing",
        "workers need it",
    ),
    "no topics": ("topics.toml", None, 1, "cannot be read", "is there"),
    "no numbers": ("numbers.toml", None, 1, "cannot be read", "is there"),
    "unknown variant": (f"{HOME}easyread.md", EASY_READ, 1, "not the name of a variant", "easy-read.md"),
    "variant in odd order": (f"{HOME}easy-read.pl.fathers.md", EASY_READ, 1, "not the name of a variant", "easy-read"),
    "variant spelled out": (f"{HOME}standard.en.md", STANDARD, 1, "not the name of a variant", "standard.md"),
    "folder inside a resource": (f"{HOME}old/standard.md", STANDARD, 1, "not the name of a variant", "standard.md"),
    "folder name": ("safer-sleep/Every Sleep/standard.md", STANDARD, 1, "names no folder of ours", "small letters"),
    "file beside resources": ("safer-sleep/notes.md", STANDARD, 1, "beside the resources", "folder of its own"),
    "unknown topic": ("safersleep/x/resource.toml", COVER, 1, "no topic safersleep", "Did you mean safer-sleep"),
    "empty file": (EASY, " \n\n", 1, "empty", "Write it or delete it"),
    "byte order mark": (EASY, b"\xef\xbb\xbf" + EASY_READ.encode(), 1, "byte order mark", "UTF-8 without BOM"),
    "not UTF-8": (PROSE, STANDARD.encode("cp1250"), 18, "not UTF-8", "accents"),
    "UTF-16": (PROSE, STANDARD.encode("utf-16"), 1, "not UTF-8", "Save the file as UTF-8"),
    "invisible character": (PROSE, swap(STANDARD, "Second", "Sec\x00ond"), 12, "U+0000", "Delete it"),
    "too large": (PROSE, prose("word " * 20_000), 1, "bytes, more than", "Split it"),
    # standard
    "no title": (PROSE, "Just text.\n", 1, "title is missing", "Begin the file with #"),
    "second title": (PROSE, f"{STANDARD}\n# Again\n", 20, "second title", "##"),
    "title only": (PROSE, "# Title\n", 1, "no text under the title", "Write it"),
    "deep heading": (PROSE, prose("#### Deep\n"), 3, "two levels", "###"),
    "italics": (PROSE, prose(EM), 3, "Italics", "**"),
    "italics in a list": (PROSE, prose("- one\n- _two_\n"), 4, "Italics", "**"),
    "link": (PROSE, prose(LINK), 3, "Links", "as words"),
    "bare link": (PROSE, prose("See <http://x.org>.\n"), 3, "Links", "as words"),
    "link by reference": (PROSE, prose("Text.\n\n[x]: http://x.org\n"), 5, "Links", "as words"),
    "raw HTML": (PROSE, prose("Some <b>bold</b> words.\n"), 3, "Raw HTML", "plain text"),
    "HTML block": (PROSE, prose("Text.\n\n<div>\nbox\n</div>\n"), 5, "Raw HTML", "plain text"),
    "HTML comment": (PROSE, prose("Text.\n\n<!-- later -->\n"), 5, "Raw HTML", "plain text"),
    "entity": (PROSE, prose("Mum &amp; dad.\n"), 3, "Codes for letters", "letter itself"),
    "table": (PROSE, prose("| a | b |\n|---|---|\n"), 3, "Tables", "list"),
    "ruler": (PROSE, prose("Text.\n\n---\n\nMore.\n"), 5, "Lines drawn", "heading"),
    "back quotes": (PROSE, prose("Press `x`.\n"), 3, "Back quotes", "left edge"),
    "moved in": (PROSE, prose("Text.\n\n    moved in\n"), 5, "moved in", "left edge"),
    "list in a list": (PROSE, prose("- one\n    - two\n- three\n"), 4, "list inside", "left edge"),
    "list without empty line": (PROSE, prose("Bring:\n- one\n"), 4, "lost its empty line", "empty line"),
    "numbers begin late": (PROSE, prose("3. three\n4. four\n"), 3, "begins with 1", "1."),
    "open stars": (PROSE, prose("Some **open words.\n"), 3, "not closed", "**"),
    "list in what is important": (PROSE, prose("> - one\n"), 3, "one paragraph", "list"),
    "picture in prose": (PROSE, prose("![](clear-cot)\n"), 3, "no pictures", "easy-read"),
    "unknown number": (
        PROSE,
        swap(STANDARD, "number:sleep-line", "number:sleepline"),
        9,
        "no number sleepline",
        "sleep-line",
    ),
    "misspelt number": (PROSE, swap(STANDARD, "{number:sleep-line}", "{numer:sleep-line}"), 9, "Curly", "{number:key}"),
    # easy read
    "unknown picture": (EASY, swap(EASY_READ, "clear-cot", "clear-cots"), 8, "no picture clear-cots", "mean clear-cot"),
    "picture twice": (EASY, swap(EASY_READ, "clear-cot", "baby-on-back"), 8, "used above", "Choose another"),
    "picture as file": (EASY, swap(EASY_READ, "clear-cot", "../pictures/clear-cot.svg"), 8, "one picture", "the key"),
    "picture with words": (EASY, swap(EASY_READ, "![](clear", "![A cot](clear"), 8, "holds the key", "![](key)"),
    "prose outside ideas": (EASY, f"{EASY_READ}\nRead this with somebody.\n", 11, "outside an idea", "picture line"),
    "heading outside ideas": (EASY, f"{EASY_READ}\n## Part two\n", 11, "outside an idea", "picture line"),
    "no strong sentence": (
        EASY,
        swap(EASY_READ, "**Keep the cot clear.**", "Keep the cot clear."),
        9,
        "no strong",
        "**One",
    ),
    "picture alone": (EASY, swap(EASY_READ, "\n**Keep", "\n\n**Keep"), 8, "no strong sentence", "**One"),
    "half strong": (EASY, swap(EASY_READ, "clear.**", "clear.** Always."), 9, "no strong sentence", "**One"),
    "strong twice": (EASY, f"{EASY_READ}**Always.**\n", 10, "Only the first", "stars"),
    "three sentences": (EASY, f"{EASY_READ}One.\nTwo.\nThree.\n", 12, "more than 2", "two ideas"),
    "two pictures": (
        EASY,
        swap(EASY_READ, "every sleep.", "every sleep.\n![](clear-cot)"),
        6,
        "two pictures",
        "empty line",
    ),
    "no idea": (EASY, "# Title\n", 1, "no idea", "picture line"),
    "no easy title": (EASY, without(EASY_READ, "# Safer sleep"), 2, "title is missing", "#"),
    # lines to write on
    "words after a line to write on": (EASY, f"{EASY_READ}____\nAlways.\n", 8, "come after the words", "last"),
    "a line to write on and no words": (EASY, swap(EASY_READ, "**Keep the cot clear.**", "____"), 8, "no strong", "**"),
    "a line to write on outside ideas": (EASY, f"{EASY_READ}\n____\n", 11, "outside an idea", "picture line"),
    "words before a line to write on": (EASY, f"{EASY_READ}Name: ____\n", 10, "stands alone", "____"),
    "short line to write on": (EASY, f"{EASY_READ}___\n", 10, "Lines drawn", "heading"),
    "too many lines to write on": (EASY, EASY_READ + "____\n" * 7, 8, "More than 6", "Take some out"),
    "a line to write on in a paragraph": (PROSE, prose("Name:\n____\n"), 4, "paragraph of its own", "empty line"),
    "a line to write on in a list": (PROSE, prose("- Name\n- ____\n"), 4, "stands alone", "own"),
    "many lines to write on in prose": (PROSE, prose("____\n\n" * 7), 15, "More than 6", "in between"),
    "a line to write on in ask": (f"{HOME}ask.md", f"{ASK}\n____\n", 7, "Nobody writes", "Take the line out"),
    # ask
    "no answer": (f"{HOME}ask.md", "# Ask\n\n## Where?\n", 3, "right answer", "Listen for:"),
    "answer without question": (f"{HOME}ask.md", "# Ask\n\nListen for: it.\n", 3, "outside a question", "##"),
    "unknown number in ask": (f"{HOME}ask.md", swap(ASK, "sleep-line", "gp"), 5, "no number gp", "Use one of"),
    # pictures
    "no desc": (
        SVG,
        without(PICTURE, "  <desc>A baby lies on the back in a clear cot.</desc>"),
        1,
        "desc is missing",
        "<desc>",
    ),
    "empty title": (SVG, swap(PICTURE, "A baby in a cot", ""), 1, "title is missing or empty", "<title>"),
    "long desc": (SVG, swap(PICTURE, "A baby lies", "A baby lies " * 20), 1, "more than 40 words", "what matters"),
    "not XML": (SVG, swap(PICTURE, "</g>", ""), 8, "not XML", "open tag"),
    "unknown tag": (SVG, swap(PICTURE, "  </g>", '    <circle r="3"/>\n  </g>'), 7, "<circle>", "paths"),
    "unknown attribute": (
        SVG,
        swap(PICTURE, '<path d="M10', '<path opacity="1" d="M10'),
        5,
        "attribute opacity",
        "Use only",
    ),
    "transform": (
        SVG,
        swap(PICTURE, "<g stroke-linecap", '<g transform="scale(2)" stroke-linecap'),
        4,
        "transform",
        "",
    ),
    "other page": (SVG, swap(PICTURE, "0 0 400 300", "0 0 24 24"), 1, "viewBox", "0 0 400 300"),
    "relative step": (SVG, swap(PICTURE, "L30.5", "l30.5"), 5, "step l", "absolute"),
    "arc": (SVG, swap(PICTURE, "L26,0", "A5,5 0 0 1 26,0"), 6, "step A", "absolute"),
    "too few numbers": (SVG, swap(PICTURE, "L26,0", "L26"), 6, "L26 is wrong", "2 plain numbers"),
    "no beginning": (SVG, swap(PICTURE, "M0,0 L26", "L26"), 6, "begin with M", "M x,y"),
    "after the end": (SVG, swap(PICTURE, "Z", "Z L1,2"), 5, "L follows Z", "Begin the next part"),
    "named colour": (SVG, swap(PICTURE, "#8ccdbf", "mint"), 5, "fill is 'mint'", "#RRGGBB"),
    "no stroke": (SVG, swap(PICTURE, ' stroke="#24212B" stroke-width="3.6"', ""), 5, "no stroke", "none"),
    "hair line": (SVG, swap(PICTURE, "3.6", "0.5"), 5, "stroke-width is '0.5'", "1.7"),
    "dashes": (SVG, swap(PICTURE, "7 6", "0 6"), 6, "stroke-dasharray", "pairs"),
    "invisible path": (
        SVG,
        swap(PICTURE, 'fill="none" stroke="#24212B"', 'fill="none" stroke="none"'),
        6,
        "neither",
        "Give",
    ),
    "sharp ends": (SVG, swap(PICTURE, 'stroke-linecap="round" ', ""), 5, "no round ends", "<g"),
    "square ends": (
        SVG,
        swap(PICTURE, 'stroke-linecap="round"', 'stroke-linecap="butt"'),
        4,
        "stroke-linecap",
        "round",
    ),
    "id of a picture twice": (SVG, swap(PICTURE, "<path d", '<path id="x" d'), 6, "id x is used twice", "own id"),
    "words in the picture": (SVG, swap(PICTURE, "  </g>", "  hello\n  </g>"), 7, "words inside", "title and desc"),
    "document type": (SVG, f"<!DOCTYPE svg>\n{PICTURE}", 1, "document type", "Delete"),
    "nothing drawn": (SVG, PICTURE.split("    <path")[0] + "  </g>\n</svg>\n", 1, "nothing to see", "path"),
    "heavy picture": (SVG, f"{PICTURE}<!-- {'x' * 30_000} -->", 1, "more than 24,576", "simpler"),
    "name of a picture": ("pictures/Clear Cot.svg", PICTURE, 1, "not the name of a picture", "small letters"),
    "photograph": ("pictures/cot.jpg", b"\xff\xd8", 1, "not the name of a picture", ".svg"),
    # tables
    "topic twice": ("topics.toml", TOPICS + TOPICS, 13, "domestic-abuse is here twice", "Take one out"),
    "private topic in the grid": (
        "topics.toml",
        swap(TOPICS, "grid = false", "grid = true"),
        5,
        "never has a row",
        "false",
    ),
    "rule for no topic": ("due.toml", swap(DUE, "safer-sleep", "sleep"), 2, "'sleep'", "safer-sleep"),
    "rule for a private topic": ("due.toml", swap(DUE, "safer-sleep", "domestic-abuse"), 2, "'domestic-abuse'", "Use"),
    "rule for nobody": ("due.toml", swap(DUE, "every-carer", "everyone"), 7, "'everyone'", "every-carer"),
    "rule again": ("due.toml", swap(DUE, "new-place", "new-home"), 6, "'new-home'", "new-place"),
    "rule counted from nowhere": ("due.toml", swap(DUE, '"birth"', '"today"'), 8, "'today'", "birth"),
    "rule offers what is not there": ("due.toml", swap(DUE, '["every', '["evry'), 9, "'evry-sleep'", "every-sleep"),
    "rule offers nothing": ("due.toml", swap(DUE, '["every-sleep"]', "[]"), 9, "Nothing is offered", "Name"),
    "rule offers what is private": ("due.toml", swap(DUE, '["every-sleep"]', '["asking"]'), 9, "'asking'", "Use"),
    "meet in no way": ("due.toml", swap(DUE, '"leaflet"]', '"pigeon"]'), 16, "'pigeon'", "leaflet"),
    "meet too late": ("due.toml", swap(DUE, "by_weeks = 6", "by_weeks = 60"), 14, "not in order", "rising"),
    "weeks out of order": ("due.toml", swap(DUE, "by_weeks = 2", "by_weeks = 99"), 4, "not in order", "rising"),
    "number twice": ("numbers.toml", NUMBERS + NUMBERS[NUMBERS.index("[[") :], 22, "emergency is here twice", "Take"),
    "number with words": ("numbers.toml", swap(NUMBERS, '"999"', '"ring 999"'), 8, "not a telephone", "digits"),
    "word alone": ("words.toml", '[[group]]\nwords = ["cot", "Cot"]\n', 2, "nothing to stand for", "two"),
}


@pytest.mark.parametrize(("path", "text", "line", "wrong", "remedy"), FAULTS.values(), ids=FAULTS)
def test_fault(resources: Path, tmp_path: Path, path, text, line, wrong, remedy):
    if text is None:
        (resources / path).unlink()
    else:
        write(resources / path, text)

    with pytest.raises(FaultyContentError) as caught:
        build_library(resources, tmp_path / "library.sqlite")

    fitting = [one for one in caught.value.faults if one.line == line and wrong in one.wrong and remedy in one.remedy]
    assert fitting, str(caught.value)
    assert path.startswith(fitting[0].place.removeprefix("resources/").removesuffix("resource.toml"))
    assert not (tmp_path / "library.sqlite").exists()


def test_all_faults_are_told_in_one_go_and_one_line_each(resources: Path, tmp_path: Path):
    write(resources / EASY, swap(EASY_READ, "clear-cot", "clear-cots"))
    write(resources / PROSE, prose(EM + "\n" + LINK))
    write(resources / TOML, without(COVER, "version = 3"))

    with pytest.raises(ContentError) as caught:
        build_library(resources, tmp_path / "library.sqlite")

    first, *rest = str(caught.value).split("\n")
    assert first == "The library was not built: 4 faults found."
    assert rest[0] == (
        "resources/safer-sleep/every-sleep/easy-read.md:8: There is no picture clear-cots. Did you mean clear-cot."
    )
    assert [line.split(":")[:2] for line in rest] == [
        ["resources/safer-sleep/every-sleep/easy-read.md", "8"],
        ["resources/safer-sleep/every-sleep/resource.toml", "1"],
        ["resources/safer-sleep/every-sleep/standard.md", "3"],
        ["resources/safer-sleep/every-sleep/standard.md", "5"],
    ]


def test_a_bad_picture_is_told_once_however_many_texts_show_it(resources: Path, tmp_path: Path):
    write(resources / SVG, "<svg>")

    with pytest.raises(FaultyContentError) as caught:
        build_library(resources, tmp_path / "library.sqlite")

    assert {one.place for one in caught.value.faults} == {f"resources/{SVG}"}


def test_a_folder_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(FaultyContentError, match=r"nowhere/topics.toml:1: This file cannot be read"):
        build_library(tmp_path / "nowhere", tmp_path / "library.sqlite")


def test_hidden_files_of_the_system_are_left_alone(resources: Path, tmp_path: Path):
    for path in (".DS_Store", "pictures/.DS_Store", "safer-sleep/.DS_Store", f"{HOME}.DS_Store"):
        write(resources / path, b"\x00\x01")

    assert (
        build_library(resources, tmp_path / "library.sqlite").variants == len([p for p in FILES if "-sleep/" in p]) - 1
    )


def test_a_code_or_a_folder_used_twice_names_both_places(resources: Path, tmp_path: Path):
    write(resources / "domestic-abuse/asking/resource.toml", swap(PRIVATE, "WB-01", "SS-CORE"))
    write(resources / "domestic-abuse/every-sleep/resource.toml", swap(PRIVATE, "WB-01", "WB-02"))
    write(resources / "domestic-abuse/every-sleep/standard.md", STANDARD)

    with pytest.raises(FaultyContentError) as caught:
        build_library(resources, tmp_path / "library.sqlite")

    folder, code = caught.value.faults
    assert str(folder).startswith("resources/safer-sleep/every-sleep:1: The resource every-sleep is already used in ")
    assert "resources/domestic-abuse/every-sleep." in folder.wrong + "."
    assert str(code).startswith(
        "resources/safer-sleep/every-sleep/resource.toml:5: The code SS-CORE is already used in "
    )
    assert code.wrong.endswith("resources/domestic-abuse/asking/resource.toml")
