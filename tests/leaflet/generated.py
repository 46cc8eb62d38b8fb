"""Orders nobody would write, and somebody will: the same number gives the same order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

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
    VariantKey,
    WritingLines,
)
from kit.domain.leaflet import NEEDS_IDEAS, ContactBox, FamilyWords, LeafletOrder, PlanLine, PlanPaper
from tests.leaflet import orders

MISSING = "✓→☎Ж"
"""Letters the leaflet font does not have."""
WORDS = (
    *(
        "baby",
        "cot",
        "sleep",
        "the",
        "a",
        "your",
        "keep",
        "clear",
        "999",
        "0808 802 6869",
        "6 months",
        "16 to 20 degrees",
    ),
    *("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Donaudampfschifffahrtsgesellschaft"),
    *("Łódź", "naïve", "“quoted”", "don’t", "(yes)", "&", "<b>", "\\", "a/b", "—", "…", "50 %", "%PDF", "BDC"),
    "x" * 90,
)
PICTURES = [idea.picture for idea in orders.IDEAS]


class Maker:
    """Makes one order after the other from one number."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)  # noqa: S311 - to be the same again

    def sentence(self, most: int = 16) -> str:
        count = self._random.randint(1, most)
        return " ".join(self._random.choice(WORDS) for _ in range(count)) + self._random.choice(("", ".", "?"))

    def words(self, most: int = 60):
        parts = self._random.randint(1, 3)
        return tuple(Run(self.sentence(most) + " ", is_strong=self._random.random() < 0.3) for _ in range(parts))

    def idea(self) -> Idea:
        more = tuple(self.sentence(12) for _ in range(self._random.randint(0, 3)))
        return Idea(self._random.choice(PICTURES), self.sentence(10), more, self._random.choice((0, 0, 0, 1, 3)))

    def block(self):
        pick = self._random
        kinds = (
            lambda: Paragraph(self.words(pick.choice((10, 60, 300)))),
            lambda: Heading(pick.choice((2, 3)), self.words(8)),
            lambda: Items(tuple(self.words(20) for _ in range(pick.randint(1, 14))), is_numbered=pick.random() < 0.5),
            lambda: Important(self.words(40)),
            lambda: WritingLines(pick.randint(1, 6)),
            self.idea,
        )
        return pick.choice(kinds)()

    def order(self, design_key: str) -> LeafletOrder:
        pick, design = self._random, orders.design(design_key)
        if design.kind == "plan":
            made = orders.plan(self.plan(), design_key, pick.choice((orders.SAM, ContactBox())))
            return replace(made, family=FamilyWords(next_visit=pick.choice(("", self.sentence(6)))))
        needs_ideas = design.kind in NEEDS_IDEAS
        count = pick.randint(1 if needs_ideas else 0, 14)
        blocks = [self.idea() if needs_ideas or pick.random() < 0.5 else self.block() for _ in range(count)]
        if design.kind == "card":
            blocks = []
        language = pick.choice(("en", "en", "en", "pl", "cy"))
        text = orders.variant(blocks, self.sentence(8), VariantKey(Form.EASY_READ, language=language))
        return LeafletOrder(
            design,
            text,
            "SS-ALL-E3-7AB4",
            date(2026, 11, 24),
            pick.choice((orders.SAM, ContactBox(), ContactBox(self.sentence(4), self.sentence(3), "01632 960142"))),
            {key: orders.picture(key) for key in PICTURES},
            self.numbers() if design.kind == "card" else (),
            orders.NOTE,
            self.family(len(text.ideas)),
            pick.choice((None, orders.PAGE, OfficialPage("example.org/" + "a-long-way/" * 6, self.sentence(4)))),
        )

    def plan(self) -> PlanPaper:
        pick = self._random

        def line() -> PlanLine:
            want, who, does, by, sign = (pick.choice(("", self.sentence(most))) for most in (9, 4, 20, 4, 16))
            return PlanLine(want, who, does or "Rings.", by, sign)

        lines = tuple(line() for _ in range(pick.randint(1, 6)))
        return PlanPaper(lines, tuple((self.sentence(2), self.sentence(25)) for _ in range(pick.randint(0, 3))))

    def numbers(self) -> tuple[UsefulNumber, ...]:
        return tuple(
            UsefulNumber(f"n{n}", self.sentence(6), "0808 802 6869", hours="", who_for="", is_on_card=True)
            for n in range(self._random.randint(0, 6))
        )

    def family(self, ideas: int) -> FamilyWords:
        pick = self._random
        agreed = tuple(self.sentence(10) for _ in range(pick.choice((0, 0, 1, 3))))
        chosen = tuple(sorted(pick.sample(range(ideas), min(ideas, pick.choice((0, 1, 2))))))
        return FamilyWords(agreed, pick.choice(("", "Monday 7 December, 10am")), chosen)


def order(design_key: str, number: int) -> LeafletOrder:
    """The order of this number, for this design. Every seventh holds a letter the font does not have."""
    made = Maker(number).order(design_key)
    return replace(made, text_code=f"SS-{MISSING[number % 4]}") if number % 7 == 6 else made
