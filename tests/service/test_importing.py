"""A caseload comes in whole, once, or not at all; every problem is one sentence with its row and column."""

import codecs
import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.domain.carer import NeedKind, Tie
from kit.domain.family import ParentRole, PlaceState
from kit.domain.settings import Settings
from kit.service.importing import COLUMNS, import_caseload
from tests import fakes

HEADER = "local number;family name;who;first name;last name;born on;due on;nhs number;tie;of;told by;needs;language"
GOOD = f"""{HEADER};address;place;since
A-1;Penhallow;child;Wren;Penhallow;20/10/2026;17/11/2026;999 000 0018;;;;;;5 Practice Row;temporary;20/10/2026
A-1;;child;Otis;Penhallow;2023-02-03;;;;;;;;;;
A-1;;carer;Tamsin;Penhallow;;;;Mother;;;easy read + interpreter;Arabic;;;
A-1;;carer;Idris;Quill;;;;father;Wren;Tamsin;;;;;
A-1;;carer;Idris;Quill;;;;other;Otis;;;;;;
B-2;;child;;Ashby;;24/12/2026;;;;;;;;;
"""


@pytest.fixture
def records():
    return fakes.FakeRecords()


def bring(records, text, *, is_dry=False):
    content = text if isinstance(text, bytes) else text.encode()
    return import_caseload(records, fakes.FakeClock(), content, is_dry=is_dry)


def said(records, text):
    report = bring(records, text)
    assert not report.is_kept
    assert records.kept.families == {}
    return [str(problem) for problem in report.problems]


def family(records, name):
    with records:
        return next(one for one in records.families() if one.name == name)


def test_a_caseload_comes_in_with_everyone_and_everything(records):
    report = bring(records, GOOD)
    assert (report.families, report.people, report.known, report.problems) == (2, 5, 0, ())
    found = family(records, "Penhallow")
    wren, otis = found.children
    tamsin, idris = found.carers
    assert (wren.born_on, wren.weeks_early, otis.born_on) == (date(2026, 10, 20), 4, date(2023, 2, 3))
    assert [(tie.child_id, tie.tie) for tie in found.ties_of(idris.id)] == [(wren.id, Tie.FATHER), (otis.id, Tie.OTHER)]
    assert [(need.kind, need.detail) for need in found.needs_of(tamsin.id)] == [
        (NeedKind.EASY_READ, ""),
        (NeedKind.INTERPRETER, "Arabic"),
    ]
    assert found.place(found.stay_of(wren.id, date(2026, 11, 24)).place_id).address == "5 Practice Row"
    assert found.parent_place(otis.id, ParentRole.OTHER_PARENT).state is PlaceState.NOT_YET_KNOWN
    assert found.local_number == "A-1"
    assert found.known(wren.id, "nhs-number") == "9990000018"
    tie = next(tie for tie in found.relationships if tie.carer_id == idris.id)
    assert found.fact(tie.id, "tie").told_by == "Tamsin"


def test_a_family_without_a_name_has_that_of_its_child(records):
    bring(records, GOOD)
    assert family(records, "Ashby").children[0].due_on == date(2026, 12, 24)


def test_a_dry_run_keeps_nothing_and_says_the_same(records):
    dry = bring(records, GOOD, is_dry=True)
    assert records.kept.families == {}
    assert replace(bring(records, GOOD), is_kept=False) == dry


def test_importing_twice_adds_nobody_twice(records):
    bring(records, GOOD)
    before = records.kept
    report = bring(records, GOOD)
    assert (report.families, report.people, report.known) == (0, 0, 2)
    assert len(records.kept.people) == len(before.people)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8 + b"", b""])
@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_spreadsheet_is_read(records, mark, between, end):
    text = GOOD.replace(";", between).replace("\n", end)
    assert bring(records, mark + text.encode()).families == 2


def test_utf_16_is_read_too(records):
    assert bring(records, GOOD.encode("utf-16")).families == 2


ROW = "C-3;Vane;child;Pip;Vane;20/10/2026;;;;;;;"
CARER = "C-3;;carer;Jo;Vane;;;;mother;;;;"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["C-3;Vane;child;Pip;Vane;31/02/2026;;;;;;;"], "Row 2, born on: 31/02/2026 is not in the calendar"),
        (["C-3;Vane;child;Pip;Vane;46000;;;;;;;"], "Row 2, born on: Type the day, month and year"),
        (
            ["C-3;Vane;child;Pip;Vane;20/10/2027;;;;;;;"],
            "Row 2, born on: The date of birth, 20/10/2027, is in the future",
        ),
        (["C-3;Vane;child;Pip;Vane;;;;;;;;"], "Row 2, born on: A date of birth or an expected date is needed."),
        (["C-3;Vane;child;;Vane;20/10/2026;;;;;;;"], "Row 2, first name: A first name is needed."),
        ([f"C-3;Vane;child;{'x' * 10_000};Vane;20/10/2026;;;;;;;"], "Row 2, first name: A first name can have 120"),
        (["C-3;Vane;child;Pip;Vane;20/10/2026;;1234567890;;;;;"], "Row 2, nhs number: This is not an NHS number"),
        (
            ["C-3;Vane;child;Pip;Vane;20/10/2026;;123;;;;;"],
            "Row 2, nhs number: An NHS number has 10 digits. This has 3.",
        ),
        (["C-3;Vane;aunt;Pip;Vane;;;;;;;;", ROW], "Row 2, who: “aunt” is not known. Write child or carer."),
        ([CARER], "Row 2, who: The family C-3 has no child."),
        ([";Vane;child;Pip;Vane;20/10/2026;;;;;;;"], "Row 2, local number: A local number is needed."),
        ([ROW, ROW.upper()], "Row 3: This row says the same as row 2."),
        ([ROW, "C-3;Fane;carer;Jo;Vane;;;;mother;;;;"], "Row 3, family name: The family C-3 is called “Vane”"),
        ([ROW, "C-3;;carer;Jo;Vane;;;;wizard;;;;"], "Row 3, tie: “wizard” is not known. Write one of: mother, father"),
        ([ROW, "C-3;;carer;Jo;Vane;;;;;;;;"], "Row 3, tie: This is needed."),
        ([ROW, "C-3;;carer;Jo;Vane;;;;mother;Max;;;"], "Row 3, of: This family has no child called “Max”."),
        ([ROW, "C-3;;carer;Jo;Vane;;;;mother;;;magic;"], "Row 3, needs: “magic” is not known."),
        ([ROW, "C-3;;carer;Jo;Vane;20/10/2026;;;mother;;;;"], "Row 3, born on: This is not kept for a carer."),
        ([ROW, CARER, "C-3;;carer;Jo;Vane;;;;father;Pip;;;"], "Row 4, of: Another row says what this person is"),
        ([f"{ROW};;;more"], "Row 2: Something stands to the right of the last column."),
    ],
)
def test_each_problem_is_one_sentence_with_row_and_column(records, rows, sentence):
    found = said(records, "\n".join([HEADER, *rows]))
    assert found[0].startswith(sentence), found
    assert len(found) == 1


def test_all_problems_are_said_at_once_by_row(records):
    rows = ["C-3;Vane;child;Pip;Vane;31/02/2026;;12;;;;;", "C-3;;carer;;Vane;;;;wizard;;;;"]
    found = said(records, "\n".join([HEADER, *rows]))
    assert [one.partition(":")[0] for one in found] == [
        "Row 2, born on",
        "Row 2, nhs number",
        "Row 3, first name",
        "Row 3, tie",
    ]


def test_letters_that_are_not_utf_8_are_named_by_row_and_column(records):
    text = f"{HEADER}\n{ROW}\n{CARER}".replace("Jo", "Zoë").encode("cp1252")
    assert said(records, text) == [
        'Row 3, first name: A letter here is not written in UTF-8. In the spreadsheet, save the file as "CSV UTF-8".'
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        (" \n;;\n", "The file is empty."),
        (HEADER, "There is a header and nothing under it."),
        ('who;local number\nchild;"A', "This is not a table, or a quotation mark is not closed."),
        ("who;local number;colour\nchild;A;red", "Row 1, colour: This column is not known."),
        ("who;who;local number\nchild;child;A", "Row 1, who: This column is there twice."),
        ("who;born on\nchild;20/10/2026", "Row 1, local number: This column is missing."),
        (b"PK\x03\x04" + bytes(range(256)) * 40, "Row 1"),
    ],
)
def test_what_is_no_table_of_ours_is_said(records, text, sentence):
    assert said(records, text)[0].startswith(sentence)


def test_a_number_that_another_child_has_is_found_before_anything_is_kept(records):
    bring(records, GOOD)
    before = set(records.kept.families)
    taken = f"{HEADER}\n{ROW.replace(';;;;;;;', ';;9990000018;;;;;')}"
    report = bring(records, taken)
    assert str(report.problems[0]).startswith("Row 2, nhs number: This NHS number belongs to another child")
    assert set(records.kept.families) == before


def test_two_children_of_a_file_do_not_share_a_number(records):
    rows = [f"{one};Vane;child;{one};Vane;20/10/2026;;9990000018;;;;;" for one in ("D-4", "E-5")]
    assert "Row 3, nhs number: Row 2 has the same NHS number." in said(records, "\n".join([HEADER, *rows]))


def test_where_only_initials_are_kept_names_are_refused(records):
    with records:
        records.keep_settings(Settings(keeps_initials_only=True))
        records.commit()
    assert said(records, f"{HEADER}\n{ROW}".replace("Pip", "Philippa"))[0].startswith(
        "Row 2, first name: Initials only"
    )
    numbered = f"{HEADER}\nC-3;;child;p;v;20/10/2026;;9990000018;;;;;"
    assert said(records, numbered)[0].startswith("Row 2, nhs number: This laptop keeps initials and a local number")
    assert bring(records, f"{HEADER}\n{ROW}".replace("Pip", "p").replace(";Vane;20", ";v;20")).families == 1
    assert family(records, "C-3").children[0].full_name == "P V"


def test_the_description_names_every_column():
    text = (Path(__file__).parents[2] / "docs" / "caseload-import.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in text] == []
    example = [line.strip() for line in text.splitlines() if line.startswith(("    local number;", "    A-1042;"))]
    assert bring(fakes.FakeRecords(), "\n".join(example)).families == 1


CELLS = st.one_of(st.text(max_size=30), st.sampled_from(["child", "carer", "mother", "20/10/2026", "A-1", "easy read"]))


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content):
    report = bring(fakes.FakeRecords(), content)
    assert report.problems
    assert not report.is_kept


@example([["0", "", "CARER", *[""] * 6, "0\n0", *[""] * (len(COLUMNS) - 10)]])
@given(st.lists(st.lists(CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)), min_size=1, max_size=4))
def test_no_cells_break_it_and_nothing_is_half_imported(rows):
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, *rows])
    records = fakes.FakeRecords()
    report = bring(records, out.getvalue().encode("utf-8", "surrogatepass"))
    assert bool(report.problems) != report.is_kept
    assert len(records.kept.families) == (report.families if report.is_kept else 0)
    assert all("\n" not in str(problem) and len(str(problem)) < 400 for problem in report.problems)
