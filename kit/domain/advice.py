"""Advice: resources in their variants, made of blocks, and the record of giving one to one carer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kit.domain.carer import NeedMet
    from kit.domain.together import Tried


class Topic(OpenWord):
    """What a resource is about."""

    SAFER_SLEEP = "safer-sleep"
    CRYING = "crying"
    DOMESTIC_ABUSE = "domestic-abuse"
    TRAUMA = "trauma"
    LEARNING_DIFFICULTIES = "learning-difficulties"
    FATHERS = "fathers"
    EARLY_HELP = "early-help"


class Audience(OpenWord):
    """Who reads a resource."""

    CARER = "carer"
    WORKER = "worker"


class Form(OpenWord):
    """How a variant says it."""

    STANDARD = "standard"
    EASY_READ = "easy-read"


class Addressee(OpenWord):
    """To whom a variant speaks."""

    ANYONE = "anyone"
    FATHERS = "fathers"


@dataclass(frozen=True, slots=True, order=True)
class VariantKey:
    """Which variant of a resource: form, addressee, language (BCP 47)."""

    form: Form = Form.STANDARD
    addressee: Addressee = Addressee.ANYONE
    language: str = "en"

    @property
    def name(self) -> str:
        """The file stem: "standard", "easy-read.fathers", "standard.pl"."""
        parts = [self.form.value]
        if self.addressee is not Addressee.ANYONE:
            parts.append(self.addressee.value)
        if self.language != "en":
            parts.append(self.language)
        return ".".join(parts)

    @classmethod
    def named(cls, name: str) -> VariantKey:
        """The key a file stem stands for. Raises ValueError when it is none of ours."""
        form, *rest = name.split(".")
        addressee, language = Addressee.ANYONE, "en"
        if rest and rest[0] == Addressee.FATHERS.value:
            addressee = Addressee(rest.pop(0))
        if rest and rest[0].isalpha() and rest[0].islower() and len(rest[0]) in {2, 3}:
            language = rest.pop(0)
        key = cls(Form(form), addressee, language)
        if rest or not key.form.is_known:
            message = f"{name!r} is not the name of a variant"
            raise ValueError(message)
        return key


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one weight."""

    text: str
    is_strong: bool = False


Words = tuple[Run, ...]
"""A line of text: runs that follow one another without a break."""


def plain(words: Words) -> str:
    """The words without their weight."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a standard variant; level 2 or 3 (1 is the title of the variant)."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a standard variant."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered when the order matters."""

    items: tuple[Words, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Important:
    """The one thing on the page that must not be missed."""

    words: Words


@dataclass(frozen=True, slots=True)
class WritingLines:
    """So many lines for a carer to write on, by hand."""

    count: int


SPACE_TO_WRITE = "Space to write"
"""What is heard where lines to write on are seen."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One picture and one or two short sentences. `lead` is the sentence to remember; each of `more` starts a line.

    Attributes:
        writing_lines: how many lines to write on follow the words.
    """

    picture: str
    lead: str
    more: tuple[str, ...] = ()
    writing_lines: int = 0


Block = Heading | Paragraph | Items | Important | WritingLines | Idea


@dataclass(frozen=True, slots=True)
class Question:
    """A teach-back question and what a right answer holds. Never answered with yes or no."""

    ask: str
    listen_for: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. `sure` is "seen", "from-memory" or "inferred"."""

    fact: str
    source: str
    where: str
    sure: str


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """A page of somebody who knows, to read on: its address without "https://", and whose it is in words."""

    address: str
    words: str

    @property
    def link(self) -> str:
        """The address a browser takes."""
        return f"https://{self.address}"


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant as it is shown and printed. `digest` is the SHA-256 of its text, in hexadecimal."""

    resource_id: str
    version: int
    key: VariantKey
    title: str
    blocks: tuple[Block, ...]
    digest: str

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """The ideas of an easy-read variant, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Idea))


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A resource was called back: since when, why in one sentence, and which one takes its place if there is one."""

    on: date
    why: str
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """One piece of advice or guidance, and which variants there are of it.

    Attributes:
        code: short code printed on leaflets; neutral when the resource is sensitive.
        contacts: the planned reviews it belongs to.
        ages_weeks: age of the child it is for, from and to, in completed weeks.
        is_sensitive: rule zero applies (design section 6).
        sign_off: the honest state of clinical sign-off, in words.
        withdrawal: set when it was called back: records still name it, and nothing else may use it.
        page: where to read on, if there is such a page.
    """

    id: str
    title: str
    summary: str
    topic: Topic
    audience: Audience
    code: str
    contacts: tuple[str, ...]
    ages_weeks: tuple[int, int]
    is_sensitive: bool
    version: int
    written_on: date
    review_by: date
    is_signed_off: bool
    sign_off: str
    variants: tuple[VariantKey, ...]
    sources: tuple[Source, ...] = ()
    withdrawal: Withdrawal | None = None
    page: OfficialPage | None = None

    def text_code(self, variant: Variant) -> str:
        """The code on each page of a leaflet: resource, form and addressee, version, start of the digest."""
        letter = {Form.STANDARD: "S", Form.EASY_READ: "E"}.get(variant.key.form, "X")
        father = "F" if variant.key.addressee is Addressee.FATHERS else ""
        language = "" if variant.key.language == "en" else f"-{variant.key.language.upper()}"
        return f"{self.code}-{letter}{father}{variant.version}{language}-{variant.digest[:4].upper()}"

    def best_variant(self, *, easy_read: bool, is_father: bool, language: str = "en") -> VariantKey:
        """The variant that fits a carer best: language first, then form, then addressee."""

        def misfit(key: VariantKey) -> tuple[bool, bool, bool]:
            wanted = Form.EASY_READ if easy_read else Form.STANDARD
            fathers = key.addressee is Addressee.FATHERS
            return key.language != language, key.form != wanted, fathers != is_father

        speaking = [key for key in self.variants if is_father or key.addressee is not Addressee.FATHERS]
        return min(speaking or self.variants, key=misfit)


@dataclass(frozen=True, slots=True)
class UsefulNumber:
    """A telephone number from the replaceable directory. `label` is neutral wherever it is printed."""

    key: str
    label: str
    number: str
    hours: str
    who_for: str
    is_on_card: bool


@dataclass(frozen=True, slots=True)
class TopicName:
    """How a topic is called on screens, and whether it has a row in the coverage grid."""

    topic: Topic
    name: str
    has_row: bool


class Way(OpenWord):
    """How advice was given."""

    TALKED = "talked-through"
    SHOWN = "shown-on-screen"
    PRACTISED = "practised"
    PRINTED = "printed-leaflet"
    READY_MADE = "ready-made-leaflet"
    NUMBER_ONLY = "number-only"


class Outcome(OpenWord):
    """Whether advice was given. Entered in error only appears in a correction."""

    GIVEN = "given"
    NOT_GIVEN = "not-given"
    ENTERED_IN_ERROR = "entered-in-error"


class Reason(OpenWord):
    """Why advice was not given.

    ANOTHER_DAY is what every ordinary view and upload says both when there was no time and when it was not
    safe, so that nobody can tell the two apart (look.md section 1); the true reason of the latter is kept in
    the restricted records only.
    """

    NOT_PRESENT = "not-present"
    DECLINED = "declined"
    INTERPRETER_NEEDED = "interpreter-needed"
    ANOTHER_DAY = "another-day"
    NOT_SAFE = "not-safe"


class Understanding(OpenWord):
    """What the carer showed. A nod is "not checked"."""

    SHOWED_ME = "showed-me"
    TOLD_ME = "told-me"
    NOT_YET = "not-yet"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class HowFar:
    """How much of a text was seen on the screen: so many of its ideas."""

    seen: int
    of: int

    @property
    def is_all(self) -> bool:
        """Whether the last idea was reached."""
        return self.seen >= self.of


@dataclass(frozen=True, slots=True)
class TextGiven:
    """Exactly which words were given: enough to find them again, and to prove they are the same."""

    resource_id: str
    version: int
    variant: str
    language: str
    digest: str

    @classmethod
    def of(cls, variant: Variant) -> TextGiven:
        """The text this variant holds today."""
        return cls(variant.resource_id, variant.version, variant.key.name, variant.key.language, variant.digest)


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """The record: this carer, about this child, this exact text, this outcome. Never edited; corrected by a new one.

    Attributes:
        occurred_at: when it was given or not given.
        recorded_at: when the record was made.
        corrects: id of the record this one replaces, with `why` in the worker's words.
        met: the carer's needs, and how each was met when it was given.
        note: what the carer said, in the carer's own words; it stays on the laptop.
        how_far: how much of it was seen on the screen; None when it was not shown, or nobody counted.
        tried: what came of what was practised on the screen; it stays on the laptop.
    """

    id: str
    family_id: str
    visit_id: str
    child_id: str
    carer_id: str
    topic: Topic
    text: TextGiven
    outcome: Outcome
    occurred_at: datetime
    recorded_at: datetime
    worker: str
    ways: tuple[Way, ...] = ()
    reason: Reason | None = None
    understanding: Understanding | None = None
    corrects: str | None = None
    why: str = ""
    met: tuple[NeedMet, ...] = ()
    note: str = ""
    how_far: HowFar | None = None
    tried: tuple[Tried, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the carer was given the advice."""
        return self.outcome is Outcome.GIVEN


def check_advice(
    outcome: Outcome, ways: Iterable[Way], reason: Reason | None, understanding: Understanding | None
) -> None:
    """Refuse an outcome that contradicts itself.

    Raises:
        RuleError: given without a way or with a reason; not given without a reason, or with a way or an understanding.
    """
    if outcome is Outcome.GIVEN:
        if not tuple(ways):
            message = "Say how it was given: talked through, shown, practised or on paper."
            raise RuleError(message, field="ways")
        if reason is not None:
            message = "Advice that was given has no reason for not giving it."
            raise RuleError(message, field="reason")
    elif outcome is Outcome.NOT_GIVEN:
        if reason is None:
            message = "Say why it was not given."
            raise RuleError(message, field="reason")
        if reason is Reason.NOT_SAFE:
            message = "This reason is kept on the private page of one carer."
            raise RuleError(message, field="reason")
        if tuple(ways) or understanding is not None:
            message = "Advice that was not given has no way and no understanding."
            raise RuleError(message, field="outcome")


def standing(records: Iterable[AdviceGiven]) -> tuple[AdviceGiven, ...]:
    """The records that still hold: not corrected by a later one and not entered in error, oldest first."""
    kept = tuple(records)
    corrected = {record.corrects for record in kept if record.corrects is not None}
    left = (record for record in kept if record.id not in corrected and record.outcome is not Outcome.ENTERED_IN_ERROR)
    return tuple(sorted(left, key=lambda record: (record.occurred_at, record.id)))


def ordinary_reason(reason: Reason | None) -> Reason | None:
    """The reason an ordinary record may hold: "not safe" becomes "another day"."""
    return Reason.ANOTHER_DAY if reason is Reason.NOT_SAFE else reason


def as_correction(old: AdviceGiven, new: AdviceGiven, why: str) -> AdviceGiven:
    """`new` as the record that replaces `old`. Raises RuleError when no reason is given."""
    if not why.strip():
        message = "Say why the record is corrected."
        raise RuleError(message, field="why")
    return replace(new, corrects=old.id, why=why.strip())
