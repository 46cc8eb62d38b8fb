"""What was done for one family in a span of time, for a review: who was told what when, in which words.

It is written in the same blocks as advice, so the press lays it out like any text. It holds ordinary records only, and
neither its title nor its file name says whose it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import (
    AdviceGiven,
    Heading,
    Items,
    Outcome,
    Paragraph,
    Run,
    Understanding,
    Variant,
    VariantKey,
    ordinary_reason,
    plain,
    standing,
)
from kit.domain.correction import RecordKind
from kit.domain.dates import long_date
from kit.domain.errors import PressError, RuleError, UnknownError
from kit.domain.leaflet import ContactBox, LeafletOrder
from kit.domain.visit import Attended, VisitOutcome, first_records, standing_visits
from kit.domain.wording import called, say, ties_line, tried_line, unfilled_name
from kit.service.record_words import corrected_words, correction_words
from kit.service.review_home import HomeWriter, read_home
from kit.service.summary import form_of, title_of, worker_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kit.domain.advice import Block, TextGiven
    from kit.domain.family import Family
    from kit.domain.visit import Presence, Visit
    from kit.service.ports import Clock, Library, Press, Records

TITLE = "Record of visits"
"""Neutral: whoever sees the name of the file learns nothing."""

DAYS_OF_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both counted."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day is in it."""
        return self.first <= day <= self.last


def order_review(
    records: Records, library: Library, press: Press, clock: Clock, family_id: str, span: Span
) -> LeafletOrder:
    """Everything the press needs for the record of this family.

    Raises:
        RuleError: the span ends before it begins.
        PressError: the kit has no design for a record.
    """
    if span.last < span.first:
        message = "The last day is before the first. Please check both."
        raise RuleError(message, field="last")
    with records:
        family, worker = records.family(family_id), records.settings().worker_name
        visits, advice = records.visits(family_id), records.advice(family_id)
        home = HomeWriter(family, read_home(records, family_id))
    writer = _Writer(library, family, visits, advice, home, span)
    blocks = tuple(writer.blocks(clock.today(), worker))
    design = next((one for one in press.designs() if one.kind == "record"), None)
    if design is None:
        message = "The design for a record is missing, so it was not made. The records themselves are not affected."
        raise PressError(message)
    digest = hashlib.sha256("\n".join(_words_of(blocks)).encode()).hexdigest()
    text = Variant("record-of-visits", 1, VariantKey(), TITLE, blocks, digest)
    return LeafletOrder(design, text, f"RECORD-{digest[:8].upper()}", clock.today(), ContactBox(), {})


def code_of(library: Library, text: TextGiven) -> str:
    """The code of the exact words, as it stands on every leaflet with them; also of a version that was replaced."""
    try:
        resource, key = library.resource(text.resource_id), VariantKey.named(text.variant)
    except (UnknownError, ValueError):
        return f"{text.resource_id}, version {text.version}, {text.digest[:4].upper()}"
    return resource.text_code(Variant(text.resource_id, text.version, key, "", (), text.digest))


def _words_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Items():
                yield from (plain(words) for words in block.items)
            case Heading() | Paragraph():
                yield plain(block.words)


class _Writer:
    """Puts one family's records into blocks, oldest first."""

    def __init__(
        self,
        library: Library,
        family: Family,
        visits: Sequence[Visit],
        advice: Sequence[AdviceGiven],
        home: HomeWriter,
        span: Span,
    ) -> None:
        self._library, self._family, self._home, self._span = library, family, home, span
        self._visits, self._advice = {one.id: one for one in visits}, {one.id: one for one in advice}
        self._firsts = first_records(visits)
        self._stand = {one.id for one in standing_visits(visits)}
        corrected = {one.corrects for one in visits}
        self._newest = [one for one in visits if one.id not in corrected and span.holds(one.started_at.date())]
        self._used: dict[TextGiven, None] = {}

    def blocks(self, today: date, worker: str) -> Iterator[Block]:
        """The whole record."""
        first, last = long_date(self._span.first), long_date(self._span.last)
        made = f"Made on {long_date(today)}" + (f" by {worker}." if worker else ".")
        yield _paragraph(f"{self._family.name} family. From {first} to {last}. {made}")
        yield from _section("People", self._people())
        yield from _section("Where the children slept", self._home.places(self._first_day()))
        yield from _section("The plan as it stands", self._home.plan(today))
        yield from _section("Help closed and opened", self._help())
        yield _heading("Visits and attempts")
        if not self._newest:
            yield _paragraph("None in this time.")
        for visit in sorted(self._newest, key=lambda one: (one.started_at, one.id)):
            yield _heading(self._visit_title(visit), 3)
            yield _items(self._visit_lines(visit))
        yield from _section("Corrections of what is kept about the family", self._corrections())
        yield from _section("The exact texts", self._texts())

    def _people(self) -> Iterator[str]:
        for child in self._family.youngest_first:
            born = f"born {long_date(child.born_on)}" if child.born_on else "not yet born"
            due = f", expected {long_date(child.due_on)}" if child.due_on else ""
            yield f"{child.full_name or called(child)}, {born}{due}"
        for carer in self._family.columns():
            needs = [say(need.kind).lower() for need in self._family.needs_of(carer.id)]
            helped = f". Needs: {', '.join(needs)}" if needs else ""
            yield f"{carer.full_name}: {ties_line(self._family, carer.id)}{helped}"
        for child, role, answer in self._family.unfilled_places():
            asked = f", last asked {long_date(answer.last_asked_on)}" if answer and answer.last_asked_on else ""
            yield f"{unfilled_name(child, role)}: not known yet{asked}"

    def _first_day(self) -> date:
        """The first day of the span on which somebody knew the family; the last when there was no visit."""
        days = [visit.started_at.date() for visit in self._visits.values()]
        return max(self._span.first, min(days, default=self._span.last))

    def _help(self) -> Iterator[str]:
        for decision in self._family.help:
            talked = (
                f" Discussion with the manager on {long_date(decision.discussed_on)}." if decision.discussed_on else ""
            )
            deed = "closed" if decision.is_closing else "opened again"
            yield f"{long_date(decision.on)}: {deed} by {decision.worker or 'nobody named'}. {decision.why}{talked}"

    # -- visits ----------------------------------------------------------------------------------------------------

    def _visit_title(self, visit: Visit) -> str:
        times = f"{visit.started_at:%H:%M}" + ("" if visit.is_attempt else f" to {visit.ended_at:%H:%M}")
        what = say(visit.contact) if visit.outcome is VisitOutcome.SEEN else say(visit.outcome)
        return f"{long_date(visit.started_at.date())}, {times}. {what}"

    def _visit_lines(self, visit: Visit) -> Iterator[str]:
        yield from self._facts(visit)
        if visit.id in self._stand:
            yield from self._told(visit)
            day = visit.started_at.date()
            yield from self._home.in_visit(self._firsts[visit.id], day, is_attempt=visit.is_attempt)
            yield from self._next(visit)
        yield from self._visit_corrections(visit)

    def _facts(self, visit: Visit) -> Iterator[str]:
        """Where, by whom, who was there, what was noticed."""
        if visit.place_id:
            yield f"Place: {self._family.place(visit.place_id).address}"
        yield f"Worker: {visit.worker or 'nobody named'}"
        if visit.joint_workers:
            yield f"Other workers: {'; '.join(worker_line(one) for one in visit.joint_workers)}"
        if visit.tried_by:
            yield f"Tried: {say(visit.tried_by).lower()}"
        if visit.noticed:
            yield f"Noticed: {visit.noticed}"
        if not visit.is_attempt:
            there = [one for one in visit.presences if one.attended is not Attended.NOT_HERE]
            away = [one for one in visit.presences if one.attended is Attended.NOT_HERE]
            yield f"Carers there: {'; '.join(f'{self._name(one)}, {say(one.attended).lower()}' for one in there)}"
            if away:
                yield f"Carers not there: {'; '.join(self._name(one) for one in away)}"
            seen = [called(self._family.child(child_id)) for child_id in visit.children_seen]
            yield f"Children seen: {', '.join(seen) or 'none'}"

    def _name(self, presence: Presence) -> str:
        return self._family.carer(presence.carer_id).full_name

    def _next(self, visit: Visit) -> Iterator[str]:
        day = f" on {long_date(visit.next_on)}" if visit.next_on else ""
        if visit.next_step or visit.next_on:
            yield f"Next: {visit.next_step or 'visit'}{day}"
        for one in visit.presences:
            if one.reach_by:
                yield f"{self._name(one)} to be reached: {say(one.reach_by).lower()}"

    def _visit_corrections(self, visit: Visit) -> Iterator[str]:
        """Every record this one took the place of, newest first."""
        while visit.corrects:
            before = self._visits[visit.corrects]
            on, by = long_date(visit.recorded_at.date()), visit.worker or "nobody named"
            was = "; ".join((self._visit_title(before), *self._facts(before)))
            yield f"Corrected on {on} by {by}: {visit.why} Before: {was}"
            visit = before

    # -- advice ----------------------------------------------------------------------------------------------------

    def _told(self, visit: Visit) -> Iterator[str]:
        """One line for each text, carer and outcome, with every child it was about."""
        mine = [
            one for one in standing(self._advice.values()) if self._firsts.get(one.visit_id) == self._firsts[visit.id]
        ]
        grouped: dict[object, list[AdviceGiven]] = {}
        for record in mine:
            same = replace(record, id="", child_id="", corrects=self._before(record), recorded_at=visit.recorded_at)
            grouped.setdefault(same, []).append(record)
        for records in grouped.values():
            yield self._advice_line(records)
        for record in self._advice.values():
            is_void = record.outcome is Outcome.ENTERED_IN_ERROR
            if is_void and record.corrects and self._firsts.get(record.visit_id) == self._firsts[visit.id]:
                old = self._advice[record.corrects]
                corrected = corrected_words(record, self._advice, self._said)
                yield f"Entered in error: {self._said(old)}. {corrected}"

    def _before(self, record: AdviceGiven) -> str:
        return self._said(self._advice[record.corrects]) if record.corrects else ""

    def _advice_line(self, records: Sequence[AdviceGiven]) -> str:
        first = records[0]
        about = " and ".join(dict.fromkeys(called(self._family.child(one.child_id)) for one in records))
        self._used[first.text] = None
        name, title = self._family.carer(first.carer_id).full_name, title_of(self._library, first.text.resource_id)
        line = f"{name}, about {about}: {title}, {code_of(self._library, first.text)}. {self._said(first)}."
        return f"{line} {corrected_words(first, self._advice, self._said)}".strip()

    def _said(self, record: AdviceGiven) -> str:
        if record.outcome is Outcome.GIVEN:
            ways = ", ".join(say(way).lower() for way in record.ways)
            words = f". Tried together: {tried_line(record.tried).removesuffix('.')}" if record.tried else ""
            words += f". Own words: {record.note}" if record.note else ""
            return f"Given ({ways}). {say(record.understanding or Understanding.NOT_CHECKED)}{words}"
        reason = ordinary_reason(record.reason)
        return f"{say(record.outcome)}: {say(reason).lower()}" if reason else say(record.outcome)

    # -- the end ---------------------------------------------------------------------------------------------------

    def _corrections(self) -> Iterator[str]:
        for correction in self._family.corrections:
            if correction.kind is not RecordKind.HELP and self._span.holds(correction.recorded_at.date()):
                on, by = long_date(correction.recorded_at.date()), correction.worker or "nobody named"
                yield f"{correction_words(self._family, correction)} On {on} by {by}: {correction.why}"

    def _texts(self) -> Iterator[str]:
        for text in self._used:
            try:
                form = form_of(VariantKey.named(text.variant))
            except ValueError:
                form = text.variant
            title = title_of(self._library, text.resource_id)
            yield f"{code_of(self._library, text)}: {title}, {form}, version {text.version}, SHA-256 {text.digest}"


def _section(title: str, lines: Iterator[str]) -> Iterator[Block]:
    kept = list(lines)
    if kept:
        yield _heading(title)
        yield _items(kept)


def _heading(words: str, level: int = 2) -> Heading:
    return Heading(level, (Run(words),))


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _items(lines: Iterable[str]) -> Items:
    return Items(tuple((Run(line),) for line in lines))
