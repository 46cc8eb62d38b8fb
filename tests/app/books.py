"""A library with words in it: prose, ideas, questions, sources, guidance for workers and what is sensitive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kit.domain.advice import (
    Audience,
    Heading,
    Idea,
    Important,
    Items,
    Paragraph,
    Question,
    Run,
    Source,
    Topic,
    VariantKey,
)
from kit.domain.errors import UnknownError
from tests import fakes
from tests.app.caseload_rooms import library


def words(text):
    return (Run(text),)


IDEAS = (
    Idea("baby-on-back", "Put your baby on the back to sleep.", ("Do this for every sleep.",)),
    Idea("gone", "Use a clear cot.", ()),
)
PROSE = (
    Heading(2, words("Where")),
    Paragraph(words("In a cot, in your room.")),
    Items((words("No pillow."), words("No duvet."))),
    Heading(2, words("What else")),
    Heading(3, words("Numbers")),
    Items(tuple(words(f"Step {number}.") for number in range(1, 7)), is_numbered=True),
    Important(words("Never on a sofa.")),
)
SECRET = "Somebody at home hurts you."
POLISH = VariantKey.named("easy-read.pl")


class Books(fakes.FakeLibrary):
    """Every text has blocks; one picture is lost."""

    def __init__(self, *more):
        sources = (Source("On the back is safest.", "NICE NG194", "1.3", "seen"),)
        sleep, *others = library().resources()
        sleep = replace(sleep, sources=sources, variants=(*sleep.variants, POLISH))
        worker = fakes.resource("asking-safely", audience=Audience.WORKER, topic=Topic.EARLY_HELP)
        private = [
            fakes.resource("safe-words", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True, summary=SECRET),
            fakes.resource("how-to-ask", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True, audience=Audience.WORKER),
        ]
        super().__init__(sleep, *others, worker, *private, *more, rules=library().due_rules())

    def variant(self, resource_id, key):
        made = super().variant(resource_id, key)
        blocks = IDEAS if key.form == "easy-read" else PROSE
        return replace(made, blocks=(Paragraph(words(SECRET)),) if resource_id == "safe-words" else blocks)

    def picture(self, key):
        if key == "gone":
            raise UnknownError("There is no such picture.")
        return replace(super().picture(key), alt=f"a drawing of {key}")

    def questions(self, resource_id):
        return [Question("Where will your baby sleep tonight?", "Own bed, on the back.")]


PAST = fakes.resource("old-advice", topic=Topic.TRAUMA, review_by=date(2026, 1, 31))
