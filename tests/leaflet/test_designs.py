from __future__ import annotations

import pytest

from kit.domain.errors import ContentError
from kit.leaflet.designs import read_design, read_designs
from kit.leaflet.press import Press
from tests.leaflet import orders

GOOD = (orders.DESIGNS / "a4-easy-read" / "design.toml").read_text(encoding="utf-8")


def written(folder, text, name="mine"):
    file = folder / name / "design.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return file


def test_every_design_we_ship_can_be_read():
    keys = [design.key for design in read_designs(orders.DESIGNS)]
    assert keys == [
        *("a4-easy-read", "a4-large-print", "a4-record", "a4-standard", "a5-folded"),
        *("fridge-poster", "our-plan", "our-plan-large", "plain-card", "wallet-card"),
    ]


def test_nothing_a_parent_reads_with_difficulty_is_under_16_points():
    for key in ("a4-easy-read", "a4-large-print", "a5-folded", "fridge-poster", "our-plan", "our-plan-large"):
        design = orders.design(key)
        assert min(design.body_pt, design.lead_pt, design.title_pt) >= 16


def test_nothing_in_large_print_is_under_16_points():
    for key in ("a4-large-print", "our-plan-large"):
        design = orders.design(key)
        assert min(design.body_pt, design.note_pt) >= 16
        assert design.body_pt >= 20


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("lead_pt = 18\n", ""), "lead_pt is missing. Add it."),
        (("lead_pt = 18", "lead_pt = 18\nfolds = 3"), "folds is not known"),
        (("lead_pt = 18", "lead_pt = 180"), "lead_pt must be a number from 12 to 48"),
        (("lead_pt = 18", "lead_pt = true"), "lead_pt must be a number"),
        (('kind = "easy-read"', 'kind = "banner"'), "kind must be one of easy-read, standard, large-print, booklet,"),
        (('title = "A4 sheet"', 'title = " "'), "title must be words"),
        (("page_mm = [210, 297]", "page_mm = [210]"), "page_mm must be [width, height]"),
        (("page_mm = [210, 297]", "page_mm = [210, 297]\nsheet_mm = [420]"), "sheet_mm must be [width, height]"),
        (("page_mm = [210, 297]", "page_mm = [100, 148]"), "the words have less than 60 mm"),
        (("lead_pt = 18", "lead_pt ="), "cannot be read"),
    ],
)
def test_a_wrong_design_says_which_file_and_what_to_do(tmp_path, change, said):
    file = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(ContentError) as caught:
        read_design(file)
    assert "leaflets/mine/design.toml" in str(caught.value)
    assert said in str(caught.value)


def test_a_file_that_is_not_text_says_so(tmp_path):
    file = written(tmp_path, "")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="cannot be read"):
        read_design(file)


def test_the_press_leaves_out_a_wrong_design_and_says_why_in_the_log(tmp_path, caplog):
    written(tmp_path, GOOD, "good")
    written(tmp_path, "", "wrong")
    assert [design.key for design in Press(tmp_path, orders.FONTS).designs()] == ["good"]
    assert "leaflets/wrong/design.toml" in caplog.text
