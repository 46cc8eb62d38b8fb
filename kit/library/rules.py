"""The rules a text is held to, as far as a machine can: each is data and one small function.

They come from facts/learning-difficulties-easy-read.md section 10. A machine cannot see whether a picture means the
right thing, whether the tone is kind or whether anybody understands: readers say that. Some of the rules of section 10
need no function here, because no file that breaks them is read at all: a picture with every idea, words for every
picture, no picture twice in a text, no italics, no underlining, no coloured text (`reader`, `markup`, `pictures`).
Sizes, spacing and contrast are those of the designs and themes, and are tested there.

There is no way to switch a rule off for a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from kit.library.forms import plain_forms, syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.library.script import Script, Sentence, Stretch
    from kit.library.wordlists import WordLists

GOV_UK = "GOV.UK accessible communication formats: easy read, 2020-21"
PIF = "Patient Information Forum: Easy Read Matters, 2023"
INCLUSION = "Inclusion Europe: Information for all, 2009"
NHS = "NHS Knowledge and Library Services: Health Literacy Toolkit, 2023"
AIM = "Our aim: plain words for a reader of 9 to 11 years"
OURS = "Our aim for a visit: one topic on one sheet"

MOST_IDEAS = 8
"""Four on each side of one sheet; `tests/content` lays every sheet out and counts its sides."""
WORDS_A_MINUTE, MINUTES = 190, 7
DO_NOW = "What to do now"


class Level(StrEnum):
    """Whether a finding stops the build."""

    ERROR = "error"
    WARNING = "warning"


Found = tuple[int, str]
"""Line, and what is wrong there in a sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        source: who asks for it.
        hint: what to do instead, a sentence without its full stop.
        passes: a text that keeps it; in easy read an empty line begins the next idea.
        fails: a text that breaks it.
        find: looks for what breaks it.
    """

    key: str
    level: Level
    source: str
    hint: str
    passes: str
    fails: str
    find: Callable[[Script, WordLists], Iterator[Found]]


def _longer_than(least: int, most: int | None = None) -> Callable[[Script, WordLists], Iterator[Found]]:
    """Sentences of more words than `least`, and not more than `most`, which is the business of another rule."""

    def find(script: Script, _lists: WordLists) -> Iterator[Found]:
        for one in script.whole:
            if one.length > least and (most is None or one.length <= most):
                yield one.line, f"This sentence has {one.length} words, more than {least}"

    return find


def _average_above(most: int) -> Callable[[Script, WordLists], Iterator[Found]]:
    def find(script: Script, _lists: WordLists) -> Iterator[Found]:
        if script.average > most:
            yield script.title.line, f"The sentences have {script.average:.1f} words on the average, more than {most}"

    return find


def _grade_above(most: int) -> Callable[[Script, WordLists], Iterator[Found]]:
    def find(script: Script, _lists: WordLists) -> Iterator[Found]:
        grade = reading_grade(script)
        if grade > most:
            yield script.title.line, f"The Flesch-Kincaid grade is {grade:.1f}, more than {most}"

    return find


def reading_grade(script: Script) -> float:
    """The school year of Flesch and Kincaid: counts words and syllables and knows nothing of meaning."""
    words = [word for one in script.said for word in one.words]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(script.said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def _two_in_a_line(script: Script, _lists: WordLists) -> Iterator[Found]:
    for part in script.stretches:
        for before, after in pairwise(part.sentences):
            if before.line == after.line:
                yield after.line, "There are two sentences in this line"


def _joined(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.said:
        joints = [f"“{word}”" for word in one.lower if word in lists.joints] + ["a comma"] * one.text.count(",")
        hard = [f"“{word}”" for word in one.lower if word in lists.hard_joints]
        if hard or len(joints) > 1:
            yield one.line, f"This sentence is joined by {', '.join(dict.fromkeys(hard or joints))}"


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"})
_BETWEEN = frozenset({"not", "always", "never", "often", "also", "being", "been"})


def _passive(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.said:
        words = one.lower
        for at, word in enumerate(words):
            after = next((later for later in words[at + 1 : at + 4] if later not in _BETWEEN), "")
            if word in _BE and _is_participle(after, lists):
                yield one.line, f"“{word} {after}” does not say who does it"
                break


def _is_participle(word: str, lists: WordLists) -> bool:
    return (word.endswith("ed") or word in lists.participles) and word not in lists.not_passive


def _percent(script: Script, _lists: WordLists) -> Iterator[Found]:
    for one in script.whole:
        if re.search(r"%|\bper ?cent", one.text, re.IGNORECASE):
            yield one.line, "There is a percentage here"


def _number_words(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.whole:
        for before, word in pairwise(("", *one.lower)):
            if word in lists.number_words and before != "no":
                yield one.line, f"The number “{word}” is written as a word"


def _all_capitals(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.whole:
        for word in one.words:
            if _is_capitals(word) and lists.core and (lists.is_core(word) or len(word) > _LONGEST_INITIALS):
                yield one.line, f"{word} is all capitals"


_LONGEST_INITIALS = 5


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _initials(script: Script, lists: WordLists) -> Iterator[Found]:
    for line, word in _unknown_initials(script, lists):
        yield line, f"{word} is not a word everybody knows"


def _unexplained_initials(script: Script, lists: WordLists) -> Iterator[Found]:
    text = " ".join(one.text for one in script.whole)
    for line, word in _unknown_initials(script, lists):
        if not re.search(rf"\({word}\)|\bcalled {word}\b|\b{word} (means|is|stands for)\b", text):
            yield line, f"{word} is not explained"


def _unknown_initials(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.whole:
        for word in one.words:
            is_short = _is_capitals(word.removesuffix("s")) and len(word) <= _LONGEST_INITIALS
            if is_short and word not in lists.initials and not lists.is_core(word):
                yield one.line, word


_MARKS = re.compile(r"[()\[\];–—…/&+*]|\s-\s|\d\s*-\s*\d")


def _marks(script: Script, _lists: WordLists) -> Iterator[Found]:
    for one in script.whole:
        mark = _MARKS.search(one.text)
        if mark:
            yield one.line, f"The mark “{mark[0].strip()}” is hard to read"


def _hard_words(script: Script, lists: WordLists) -> Iterator[Found]:
    """Each hard word once, unless the sentence itself or the next of the same idea says what it means."""
    told: set[str] = set()
    for line, sentence, after in _with_next(script):
        for word in _looked_up(sentence):
            if word in told or word in lists.number_words or lists.is_core(word):
                continue
            told.add(word)
            if not (_defines(sentence, word) or (after and _explains(after, word))):
                yield line, f"“{word}” may be a hard word"


def _with_next(script: Script) -> Iterator[tuple[int, Sentence, Sentence | None]]:
    yield script.title.line, script.title, None
    for part in script.stretches:
        for at, sentence in enumerate(part.sentences):
            yield sentence.line, sentence, part.sentences[at + 1] if at + 1 < len(part.sentences) else None


def _looked_up(sentence: Sentence) -> Iterator[str]:
    """The words a reader must know; a capital inside a sentence begins a name."""
    for at, (word, lower) in enumerate(zip(sentence.words, sentence.lower, strict=True)):
        if word[0].islower() or (at == 0 and not _is_capitals(word)):
            yield lower


def _defines(sentence: Sentence, word: str) -> bool:
    """Whether a sentence that uses a word says itself what it is: "A wedge is a ...", "Firm means ..."."""
    forms = plain_forms(word)
    pairs = pairwise(sentence.lower)
    return any(after in _SAYS and not forms.isdisjoint(plain_forms(before)) for before, after in pairs)


def _explains(after: Sentence, word: str) -> bool:
    """Whether the sentence after a word is about it: it begins with the word, or says what something means."""
    forms = plain_forms(word)
    return "means" in after.lower or any(not forms.isdisjoint(plain_forms(first)) for first in after.lower[:2])


_SAYS = frozenset({"is", "are", "mean", "means"})


def _pronoun_first(script: Script, lists: WordLists) -> Iterator[Found]:
    for one in script.said:
        if one.lower and one.lower[0] in lists.pronouns:
            yield one.line, f"This sentence begins with “{one.words[0]}”"


def _names(script: Script, lists: WordLists) -> Iterator[Found]:
    firsts: dict[int, str] = {}
    for one in script.whole:
        for name in lists.names_in(one.signs):
            first = firsts.setdefault(name.thing, name.use or name.name)
            if name.name != first:
                yield one.line, f"“{name.name}” and “{first}” are two names for one thing"


def _too_many_ideas(script: Script, _lists: WordLists) -> Iterator[Found]:
    if len(script.stretches) > MOST_IDEAS:
        part = script.stretches[MOST_IDEAS]
        yield part.line, f"There are {len(script.stretches)} ideas, more than {MOST_IDEAS}"


def _over_long(most: int) -> Callable[[Script, WordLists], Iterator[Found]]:
    def find(script: Script, _lists: WordLists) -> Iterator[Found]:
        if script.length > most:
            yield script.title.line, f"The text has {script.length:,} words, more than {most:,}"

    return find


def _much_important(script: Script, _lists: WordLists) -> Iterator[Found]:
    for part in [part for part in script.stretches if part.kind == "blockquote"][1:]:
        yield part.line, "There is a second important box"


def _ends_without_deeds(script: Script, _lists: WordLists) -> Iterator[Found]:
    headings = [part for part in script.stretches if part.kind == "h2"]
    if not headings or _said(headings[-1]) != DO_NOW:
        yield script.title.line, f"The last heading is not “## {DO_NOW}”"


def _said(part: Stretch) -> str:
    return " ".join(sentence.text for sentence in part.sentences)


EASY_READ = (
    Rule(
        "sentence-length",
        Level.ERROR,
        PIF,
        "Make it two sentences of 5 to 9 words",
        "Put your baby on the back for every sleep.",
        "Put your baby on the back for every sleep at home, at night and when you are away.",
        _longer_than(15),
    ),
    Rule(
        "sentence-nearly-long",
        Level.WARNING,
        PIF,
        "Most sentences have 5 to 9 words",
        "Put your baby on the back for every sleep.",
        "Put your baby on the back for every sleep at night and in the day.",
        _longer_than(12, 15),
    ),
    Rule(
        "average-length",
        Level.ERROR,
        PIF,
        "Shorten the longest sentences, or make two of one",
        "Keep the cot clear.\nUse a firm, flat mattress.",
        "Put your baby down in the cot and sit in the next room.\nGo back to your baby when you feel calm and well.",
        _average_above(10),
    ),
    Rule(
        "one-sentence-a-line",
        Level.ERROR,
        INCLUSION,
        "Begin each sentence on a new line, three at most in one idea",
        "Breathe slowly.\nBreathe in.",
        "Breathe slowly.\nBreathe in. Breathe out.",
        _two_in_a_line,
    ),
    Rule(
        "joined",
        Level.WARNING,
        GOV_UK,
        "One sentence says one thing with one verb",
        "Sit down and rest.",
        "Sit down, rest and drink some tea.",
        _joined,
    ),
    Rule(
        "passive",
        Level.WARNING,
        GOV_UK,
        "Say who does it",
        "Your mum will help you.",
        "You are visited at home.",
        _passive,
    ),
    Rule(
        "percent",
        Level.ERROR,
        INCLUSION,
        "Write “few”, “many” or “1 in 10 people”",
        "1 in 10 babies cries a lot.",
        "10% of babies cry a lot.",
        _percent,
    ),
    Rule(
        "number-word",
        Level.ERROR,
        INCLUSION,
        "Write digits; for “one of them” use other words",
        "No one is cross.\nWait 5 minutes.",
        "Wait five minutes.",
        _number_words,
    ),
    Rule(
        "capitals",
        Level.ERROR,
        INCLUSION,
        "Write small letters; the bold sentence is loud enough",
        "Never shake your baby.",
        "NEVER shake your baby.",
        _all_capitals,
    ),
    Rule(
        "initials",
        Level.ERROR,
        GOV_UK,
        "Write the whole words, or what the thing does",
        "Ask the NHS or your GP.",
        "Ask your HV.",
        _initials,
    ),
    Rule(
        "mark",
        Level.ERROR,
        INCLUSION,
        "Use full stops, question marks and few commas only; make it two sentences",
        "Wait 5 to 10 minutes.",
        "Wait a little (5-10 minutes).",
        _marks,
    ),
    # An error and not a warning: who does not know the word has lost the idea, and nothing else on the sheet helps.
    # The list of core words is ours and grows in the open; that is not a way around the rule but the rule itself.
    Rule(
        "hard-word",
        Level.ERROR,
        GOV_UK,
        "Use an everyday word, or say what it means in the next sentence of the same idea",
        "Use a firm mattress.\nNo wedges in the cot.\nA wedge is a hard pillow.",
        "Avoid hazards.",
        _hard_words,
    ),
    Rule(
        "pronoun-first",
        Level.WARNING,
        PIF,
        "Begin with the thing or the person: “Your baby”, “The doctor”",
        "Crying gets easier.",
        "It gets easier.",
        _pronoun_first,
    ),
    Rule(
        "one-name",
        Level.ERROR,
        INCLUSION,
        "Use the same word for the same thing (resources/easy-read.toml has the names)",
        "Keep the cot clear.\nYour phone can help.\nRing 999.",
        "Keep the crib clear.",
        _names,
    ),
    Rule(
        "two-sides",
        Level.ERROR,
        OURS,
        "Split it, or leave out what matters least today",
        "Breathe.",
        "\n\n".join(["Breathe."] * (MOST_IDEAS + 1)),
        _too_many_ideas,
    ),
    Rule(
        "reading-grade",
        Level.WARNING,
        NHS,
        "Look for long words; the formula does not measure whether anybody understands",
        "Put your baby down.",
        "Immediately telephone your paediatrician.",
        _grade_above(4),
    ),
)
"""For every easy-read variant in English."""

STANDARD = (
    Rule(
        "sentence-length",
        Level.ERROR,
        AIM,
        "Make it two sentences",
        "Put your baby on the back for every sleep.",
        "word " * 25 + "end.",
        _longer_than(25),
    ),
    Rule(
        "sentence-nearly-long",
        Level.WARNING,
        AIM,
        "Most sentences have about 12 words",
        "Put your baby on the back for every sleep.",
        "word " * 20 + "end.",
        _longer_than(20, 25),
    ),
    Rule(
        "average-length",
        Level.ERROR,
        AIM,
        "Shorten the longest sentences, or make two of one",
        "Keep the cot clear. Use a firm, flat mattress that has no pillow and no duvet on it.",
        "word " * 14 + "end. " + "word " * 14 + "end.",
        _average_above(14),
    ),
    Rule(
        "passive",
        Level.WARNING,
        GOV_UK,
        "Say who does it",
        "Your health visitor will visit you at home.",
        "You will be visited at home.",
        _passive,
    ),
    Rule(
        "percent",
        Level.ERROR,
        INCLUSION,
        "Write “few”, “many” or “1 in 10 people”",
        "1 in 10 babies cries a lot.",
        "About 10 per cent of babies cry a lot.",
        _percent,
    ),
    Rule(
        "initials",
        Level.ERROR,
        GOV_UK,
        "Write the whole words first and the initials after them in brackets",
        "Ask the child development team (CDT). The CDT will ring.",
        "Ask the CDT.",
        _unexplained_initials,
    ),
    Rule(
        "reading-grade",
        Level.WARNING,
        NHS,
        "Look for long words; the formula does not measure whether anybody understands",
        "Put your baby on the back for every sleep.",
        "Immediately telephone your paediatrician regarding respiratory abnormalities.",
        _grade_above(6),
    ),
    Rule(
        "text-length",
        Level.WARNING,
        OURS,
        "Leave out what matters least, or make it two resources",
        "Short.",
        "Some more words. " * 151,
        _over_long(450),
    ),
    Rule(
        "important-once",
        Level.WARNING,
        OURS,
        "Keep the box for the one thing that must not be missed",
        "> Ring 999.",
        "> Ring 999.\n\nOr:\n\n> Ring 111.",
        _much_important,
    ),
)
"""For every standard variant to carers in English: about a reader of 9 to 11 years."""

BRIEFING = (
    Rule(
        "text-length",
        Level.ERROR,
        f"Our aim: read in {MINUTES} minutes at {WORDS_A_MINUTE} words a minute",
        "Leave out what a worker does not need at the door",
        f"Short.\n\n## {DO_NOW}\n\nGo.",
        "Some more words. " * 450,
        _over_long(WORDS_A_MINUTE * MINUTES),
    ),
    Rule(
        "ends-with-deeds",
        Level.ERROR,
        "Our aim: every briefing ends with what to do",
        f"End with ## {DO_NOW} and a short list",
        f"Text.\n\n## {DO_NOW}\n\n- Ask.",
        f"## {DO_NOW}\n\n- Ask.\n\n## More\n\nText.",
        _ends_without_deeds,
    ),
)
"""For every text to workers in English."""

EVERY = tuple(chain(EASY_READ, STANDARD, BRIEFING))
