"""Every picture: few kinds of marks, one palette, lines that print, words of its own; and drawn by its scene."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from typing import get_args

import pytest
from pictures import compose, faces, hair, ink, palette
from pictures.page import write_page

SVG = "{http://www.w3.org/2000/svg}"
FILES = sorted(compose.FOLDER.glob("*.svg"))
MARKS = {"fill", "stroke", "stroke-width"}
ATTRIBUTES = {
    "svg": {"viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "g": {"id", "stroke-linecap", "stroke-linejoin"},
    "path": {"d", "stroke-dasharray", *MARKS},
}
MOST_WORDS = 40
MOST_CHARACTERS = 24_000
THINNEST = 1.7


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def picture(request):
    return request.param


def root(path):
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of our own


def words(path, tag):
    return "".join(root(path).find(SVG + tag).itertext())


def test_a_picture_has_few_kinds_of_tags_and_attributes(picture):
    for element in root(picture).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag.removeprefix(SVG)]


def test_a_picture_is_one_page(picture):
    assert root(picture).get("viewBox") == "0 0 400 300"


def test_a_path_only_has_moves_lines_and_curves_with_absolute_numbers(picture):
    for path in root(picture).iter(SVG + "path"):
        assert re.fullmatch(r"[MLCZ0-9,. -]+", path.get("d"))


def test_every_colour_is_in_the_palette(picture):
    used = {path.get(mark) for path in root(picture).iter(SVG + "path") for mark in ("fill", "stroke")}
    assert used - {"none"} <= palette.COLOURS


def test_no_line_is_too_thin_to_print(picture):
    drawn = [path for path in root(picture).iter(SVG + "path") if path.get("stroke") != "none"]
    assert min(float(path.get("stroke-width")) for path in drawn) >= THINNEST


def test_every_id_is_unique_and_belongs_to_the_file(picture):
    ids = [element.get("id") for element in root(picture).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert root(picture).get("aria-labelledby") == f"{picture.stem}-title {picture.stem}-desc"
    assert ids[:2] == root(picture).get("aria-labelledby").split()


def test_a_picture_says_what_it_is_and_what_it_shows(picture):
    assert words(picture, "title")
    assert not words(picture, "title").endswith(".")
    assert words(picture, "desc").endswith(".")
    assert len(words(picture, "desc").split()) < MOST_WORDS


def test_a_picture_is_small(picture):
    assert len(picture.read_text(encoding="utf-8")) < MOST_CHARACTERS


@pytest.mark.parametrize("tag", ["title", "desc"])
def test_no_sentence_stands_under_two_pictures(tag):
    counts = Counter(words(path, tag).casefold() for path in FILES)
    assert [sentence for sentence, count in counts.items() if count > 1] == []


def test_no_picture_stands_for_two_ideas():
    drawings = Counter(ET.tostring(root(path).find(SVG + "g")) for path in FILES)
    assert set(drawings.values()) == {1}


def test_every_file_is_as_its_scene_draws_it(capsys):
    compose.main(["--check"])
    assert capsys.readouterr().out == f"{len(FILES)} pictures, 0 not as drawn.\n"


def test_a_file_that_is_not_as_drawn_is_named(tmp_path):
    pictures = {"kept.svg": "<svg/>", "changed.svg": "<svg/>", "lost.svg": "<svg/>"}
    compose.write(tmp_path, pictures)
    (tmp_path / "changed.svg").write_text("<svg></svg>")
    (tmp_path / "lost.svg").rename(tmp_path / "strange.svg")
    assert list(compose.differences(tmp_path, pictures)) == [
        "changed.svg differs from its scene.",
        "lost.svg is missing.",
        "strange.svg has no scene.",
    ]


def test_check_stops_when_a_picture_is_not_as_drawn(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(compose, "FOLDER", tmp_path)
    with pytest.raises(SystemExit) as stop:
        compose.main(["--check"])
    assert stop.value.code == 1
    assert "baby-on-back.svg is missing." in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_without_check_every_picture_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(compose, "FOLDER", tmp_path)
    compose.main([])
    assert len(list(tmp_path.iterdir())) == len(FILES)


def test_the_command_runs_by_its_path_and_draws_the_sheet(tmp_path):
    sheet = tmp_path / "sheet.png"
    command = [sys.executable, compose.__file__, "--check", "--sheet", str(sheet)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own script
    assert sheet.read_bytes().startswith(b"\x89PNG")


def test_words_with_signs_of_xml_stay_words():
    text = write_page("a", "Tea & <cake>", "Hot.", None)
    assert ET.fromstring(text).find(SVG + "title").text == "Tea & <cake>"  # noqa: S314 - made above


@pytest.mark.parametrize("name", [name for name in vars(hair) if name.isupper() and name not in vars(ink)])
def test_a_cut_takes_its_colour(name):
    assert "#A85A2E" in {shape.fill for shape in getattr(hair, name).coloured("#A85A2E").over}


@pytest.mark.parametrize("mood", faces.MOODS)
@pytest.mark.parametrize("lid", get_args(faces.Lid))
def test_a_mood_has_two_eyes_two_brows_and_a_mouth_under_every_lid(mood, lid):
    assert len(faces.features(mood, 2.8, palette.INK, lid)) >= 2 + 1 + 2
