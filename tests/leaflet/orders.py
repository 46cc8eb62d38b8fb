"""Orders with valid defaults, and a throw-away reader of our own SVG files."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from functools import cache
from pathlib import Path

from kit.domain.advice import (
    Form,
    Heading,
    Idea,
    Important,
    Items,
    OfficialPage,
    Paragraph,
    Run,
    UsefulNumber,
    Variant,
    VariantKey,
)
from kit.domain.leaflet import ContactBox, Design, FamilyWords, LeafletOrder, PlanLine, PlanPaper
from kit.domain.picture import Picture, Shape
from kit.leaflet.designs import read_design

ROOT = Path(__file__).parents[2]
DESIGNS = ROOT / "leaflets"
FONTS = ROOT / "resources" / "fonts"
PICTURES = ROOT / "resources" / "pictures"
SAM = ContactBox("Sam Whitfield", "Health visitor", "01632 960142")
AGREED = FamilyWords(
    ("Jade will move the cot next to her bed.", "Sam will bring a mattress."), "Monday 7 December, 10am"
)
PAGE = OfficialPage("www.example.org/baby/safer-sleep", "the Example Trust")
SVG = "{http://www.w3.org/2000/svg}"


def words(text: str):
    """Words with the **strong** ones strong."""
    return tuple(Run(part, is_strong=bool(n % 2)) for n, part in enumerate(text.split("**")) if part)


IDEAS = (
    Idea("baby-on-back", "Put your baby on the back to sleep.", ("Do this for every sleep, day and night.",)),
    Idea("baby-in-moses-basket", "Use a clear cot with a firm, flat mattress.", ("A Moses basket is fine too.",)),
    Idea("no-pillow-duvet-teddy", "Do not use pillows, duvets or soft toys.", ("Use a light sleep bag.",)),
    Idea("cot-beside-bed", "Keep the cot in your room.", ("Do this for the first 6 months.",)),
    Idea("asleep-on-sofa-no", "Never sleep with your baby on a sofa or armchair.", ("Put your baby down first.",)),
    Idea("no-smoke-near-baby", "Keep smoke away from your baby.", ("Do not share a bed if you smoke.",)),
    Idea(
        "feel-chest", "Do not let your baby get too hot.", ("Feel your baby's chest.", "Take off a layer if it is hot.")
    ),
    Idea("phone-999", "Ring 999 if your baby stops breathing.", ("Ring 999 if your baby will not wake.",)),
)

PROSE = (
    Paragraph(words("These steps are for **every sleep**, day and night, and for everyone who looks after your baby.")),
    Heading(2, words("The steps")),
    Items((words("Put your baby on the back to sleep."), words("Use a cot that is clear, with nothing soft in it."))),
    Heading(3, words("In this order")),
    Items((words("Press the mattress with your hand."), words("Take out what is soft.")), is_numbered=True),
    Important(words("Ring 999 if your baby stops breathing, turns blue or cannot be woken.")),
    Heading(2, words("A new place")),
    Paragraph(words("Risks go up when the usual plan breaks: a move, a party, a night with family. Where tonight?")),
)

NUMBERS = (
    ("Emergency: ambulance, police, fire", "999"),
    ("Health advice, NHS", "111"),
    ("Baby sleep questions", "0808 802 6869"),
    ("Someone to talk to, any time", "0808 2000 247"),
    ("When life feels too hard", "116 123"),
    ("Any worry about a child", "0808 800 5000"),
)


def design(key: str = "a4-easy-read") -> Design:
    return read_design(DESIGNS / key / "design.toml")


NOTE = "Written by a test. Nobody has checked it."


def variant(blocks=IDEAS, title="Safer sleep for your baby", key: VariantKey | None = None) -> Variant:
    return Variant("every-sleep", 3, key or VariantKey(Form.EASY_READ), title, tuple(blocks), "7ab4" * 16)


def order(
    blocks=IDEAS,
    title="Safer sleep for your baby",
    *,
    contact=SAM,
    layout="a4-easy-read",
    key: VariantKey | None = None,
) -> LeafletOrder:
    drawn = {block.picture: picture(block.picture) for block in blocks if isinstance(block, Idea)}
    text = variant(blocks, title, key)
    return LeafletOrder(design(layout), text, "SS-ALL-E3-7AB4", date(2026, 11, 24), contact, drawn, note=NOTE)


def prose(*, layout="a4-standard", times=1) -> LeafletOrder:
    return order(PROSE * times, layout=layout, key=VariantKey(Form.STANDARD))


def card(pairs=NUMBERS, contact: ContactBox | None = None) -> LeafletOrder:
    numbers = tuple(
        UsefulNumber(f"n{n}", label, number, hours="", who_for="", is_on_card=True)
        for n, (label, number) in enumerate(pairs)
    )
    text = variant((), "Useful numbers", VariantKey(Form.STANDARD))
    box = contact or ContactBox()
    return LeafletOrder(design("plain-card"), text, "UN-CARD-S1-3F2A", date(2026, 11, 24), box, {}, numbers)


PLAN = PlanPaper(
    (
        PlanLine("Noah has his own clear cot", "Jade", "Rings the baby bank", "Friday 27 November", "It is up"),
        PlanLine("Denise’s sofa is not for sleep", "", "Puts the travel cot up", "", ""),
        PlanLine("", "Sam Whitfield", "Rings Callum in the evening", "Thursday 3 December", "He tells it back"),
    ),
    (("Jade", "I want him to sleep near me."),),
)


def plan(paper: PlanPaper | None = PLAN, layout="our-plan", contact=SAM) -> LeafletOrder:
    text = variant((), "Our plan", VariantKey(Form.EASY_READ))
    drawn = {"plan-together": picture("plan-together")}
    return LeafletOrder(design(layout), text, "OUR-PLAN", date(2026, 11, 24), contact, drawn, plan=paper)


@cache
def picture(key: str) -> Picture:
    root = ET.fromstring((PICTURES / f"{key}.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own files
    width, height = map(float, root.get("viewBox").split()[2:])
    shapes = tuple(
        Shape(
            fill=None if path.get("fill") == "none" else path.get("fill"),
            stroke=None if path.get("stroke") == "none" else path.get("stroke"),
            line=float(path.get("stroke-width", "1")),
            path=_steps(path.get("d")),
        )
        for path in root.iter(f"{SVG}path")
    )
    return Picture(key, root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc"), width, height, shapes)


def _steps(path: str):
    found = re.findall(r"([MLCZ])([^MLCZ]*)", path)
    return tuple((name, tuple(map(float, re.findall(r"-?[\d.]+", numbers)))) for name, numbers in found)
