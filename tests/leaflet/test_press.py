from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from kit.domain.advice import Addressee, Form, Idea, VariantKey
from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox
from kit.leaflet import press as press_module
from kit.leaflet.press import Press, file_name
from tests.leaflet import orders


@pytest.mark.parametrize(
    ("title", "key", "name"),
    [
        ("On the back", VariantKey(Form.EASY_READ), "on-the-back-easy-read.pdf"),
        (
            "Your baby's cot: for dads",
            VariantKey(Form.STANDARD, Addressee.FATHERS),
            "your-babys-cot-for-dads-standard.pdf",
        ),
        ("Spokojny żłób", VariantKey(Form.EASY_READ, language="pl"), "spokojny-zob-easy-read-pl.pdf"),
        ("Сон", VariantKey(Form.EASY_READ, language="uk"), "leaflet.pdf"),
        ("word " * 40, VariantKey(Form.STANDARD), "-".join(["word"] * 12) + "-standard.pdf"),
    ],
)
def test_the_file_is_named_after_title_form_and_language(title, key, name):
    assert file_name(orders.variant((), title, key)) == name


def test_a_leaflet_carries_what_the_order_says(press):
    leaflet = press.make(orders.order())
    assert leaflet.pdf.startswith(b"%PDF-1.7")
    assert (leaflet.pages, leaflet.text_code) == (2, "SS-ALL-E3-7AB4")


@pytest.mark.parametrize(
    "order",
    [
        orders.order(contact=ContactBox("Sam ✓", "Health visitor", "1")),
        orders.order(title="Sleep ✓"),
        orders.order([replace(orders.IDEAS[0], more=("Good ✓",))]),
        replace(orders.order(), text_code="SS-✓"),
        orders.card((("Good ✓", "999"),)),
    ],
    ids=["name", "title", "idea", "code", "card"],
)
def test_a_letter_the_font_does_not_have_is_named(press, order):
    with pytest.raises(PressError, match=r"no “✓” \(U\+2713\)"):
        press.make(order)


def test_a_missing_picture_is_named(press):
    with pytest.raises(PressError, match="baby-on-back"):
        press.make(replace(orders.order(), pictures={}))


def test_an_idea_longer_than_a_page_is_refused(press):
    with pytest.raises(PressError, match="longer than a page"):
        press.make(orders.order([Idea("baby-on-back", "Sleep. " * 400)]))


@pytest.mark.parametrize("content", [None, b"not a font"])
def test_a_missing_or_damaged_font_is_one_plain_sentence(tmp_path, content):
    if content:
        (tmp_path / "AtkinsonHyperlegibleNext-Regular.ttf").write_bytes(content)
    with pytest.raises(PressError, match="is missing or damaged"):
        Press(orders.DESIGNS, tmp_path).make(orders.order())


def test_any_failure_of_reportlab_is_a_press_error(press, monkeypatch):
    def fails(*_):
        raise ValueError

    monkeypatch.setattr("kit.leaflet.ink.write_pdf", fails)
    with pytest.raises(PressError, match="Nothing else is affected"):
        press.make(orders.order())


def test_starting_the_press_does_not_load_reportlab():
    code = (
        f"import sys, pathlib; from {press_module.__name__} import Press\n"
        f"Press(pathlib.Path({str(orders.DESIGNS)!r}), pathlib.Path()).designs()\n"
        "print('reportlab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
