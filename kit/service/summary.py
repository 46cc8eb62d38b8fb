"""A visit as plain text, to copy into SystmOne, EMIS, Liquidlogic or a letter. Ordinary records only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Reason, Understanding, VariantKey, Way, ordinary_reason
from kit.domain.dates import long_date
from kit.domain.errors import UnknownError
from kit.domain.met import met_by
from kit.domain.plan import Plan
from kit.domain.plan_words import action_words, line_words
from kit.domain.sleep import SleepItem
from kit.domain.visit import Attended
from kit.domain.wording import age, called, how_far_words, met_line, say, ties_line, tried_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from kit.domain.family import Family
    from kit.domain.visit import JointWorker, Tick, Visit, VisitDraft
    from kit.service.ports import Library


def visit_summary(
    library: Library,
    family: Family,
    draft: VisitDraft,
    now: datetime,
    plan: Plan = Plan(),  # noqa: B008 - frozen
) -> str:
    """Who was there, what was given to whom in which form and understood how, sleep spaces, plan, what is next.

    Sensitive advice never is in a draft; "not safe" reads "another day". Who could see the screen is left out.
    """
    parts = [
        _head(family, draft, now),
        _people(family, draft, now),
        _section("Other workers", _others(draft.joint_workers)),
        _section("Given", _given(library, family, draft.ticks)),
        _section("Not given", _not_given(library, family, draft.ticks)),
        *_spaces(family, draft),
        _section("Plan", _plan(family, draft, plan)),
        _section("Next", _next(library, family, draft)),
    ]
    return "\n\n".join(part for part in parts if part)


def _head(family: Family, draft: VisitDraft, now: datetime) -> str:
    started = draft.started_at.astimezone(now.tzinfo)
    same_day = started.date() == now.date()
    ended = f"{now:%H:%M}" if same_day else f"{long_date(now.date())}, {now:%H:%M}"
    place = family.place(draft.place_id).address if draft.place_id else "Place not on record"
    worker = f" Worker: {draft.worker}." if draft.worker else ""
    lines = [
        f"Home visit, {long_date(started.date())}, {started:%H:%M} to {ended}",
        f"{say(draft.contact)}. {place}.{worker}",
    ]
    return "\n".join(lines)


def _people(family: Family, draft: VisitDraft, now: datetime) -> str:
    lines = []
    for carer in family.columns():
        attended = draft.attended(carer.id)
        lines.append(f"- {carer.full_name} ({_lower(ties_line(family, carer.id))}): {_lower(say(attended))}")
    for child in family.youngest_first:
        if child.born_on:
            seen = "seen" if child.id in draft.children_seen else "not seen"
            lines.append(f"- {called(child)} ({age(child, now.date())}): {seen}")
    return _section("People", lines)


def _given(library: Library, family: Family, ticks: Sequence[Tick]) -> Iterator[str]:
    """One line for each text and form, with everyone who was given it under it."""
    given = [tick for tick in ticks if tick.outcome is Outcome.GIVEN]
    for text in dict.fromkeys(tick.text for tick in given):
        yield f"- {title_of(library, text.resource_id)} ({_form(text.variant)}, version {text.version})"
        for tick in given:
            if tick.text == text:
                understood = say(tick.understanding or Understanding.NOT_CHECKED)
                met = met_line(met_by(tick, family.needs_of(tick.carer_id)))
                needs = f" Needs: {_lower(met)}." if met else ""
                said = f"{needs}{_tried(tick)}{_own_words(tick)}"
                yield f"  {_name(family, tick)}: {_lower(understood)}. How: {_ways(tick)}.{said}"


def _ways(tick: Tick) -> str:
    """Talked, shown (up to idea 3 of 8), practised; what was shown to the end needs no more words."""
    more = f" ({how_far_words(tick.how_far)})" if tick.how_far and not tick.how_far.is_all else ""
    return ", ".join(_lower(say(way)) + (more if way is Way.SHOWN else "") for way in tick.ways)


def _not_given(library: Library, family: Family, ticks: Sequence[Tick]) -> Iterator[str]:
    """Who, why and what, each pair of who and why on one line."""
    grouped: dict[tuple[str, Reason], list[str]] = {}
    for tick in ticks:
        reason = ordinary_reason(tick.reason)
        if tick.outcome is Outcome.NOT_GIVEN and reason:
            grouped.setdefault((tick.carer_id, reason), []).append(title_of(library, tick.text.resource_id))
    for (carer_id, reason), titles in grouped.items():
        yield f"- {family.carer(carer_id).full_name}, {_lower(say(reason))}: {'; '.join(titles)}"


def _spaces(family: Family, draft: VisitDraft) -> Iterator[str]:
    """A section for each sleep space: each item seen, told, to change or not asked, and the questions answered."""
    for space in draft.spaces:
        title = f"Sleep space, {family.place(space.place_id).address}, {_lower(say(space.night))}"
        answered = [f"- {line_words(line)}" for line in space.lines]
        known = {line.item for line in space.lines}
        not_asked = ", ".join(_lower(say(item)) for item in SleepItem if item not in known)
        left = [f"- Not asked: {not_asked}"] if answered and not_asked else []
        replies = [f"- {say(condition)} {say(reply)}" for condition, reply in space.conditions]
        yield _section(title, [*answered, *left, *replies])


def _plan(family: Family, draft: VisitDraft, plan: Plan) -> Iterator[str]:
    """What became of earlier actions, those still open, the new ones, and what a parent said."""
    for planned in (*plan.open, *plan.ended):
        review = draft.plan.review(planned.action.id)
        if review:
            note = f" ({review.note})" if review.note else ""
            yield f"- {say(review.outcome)}{note}: {action_words(planned.action)}"
        elif planned.is_open:
            late = "overdue" if planned.is_overdue(draft.started_at.date()) else "still open"
            yield f"- {late.capitalize()}: {action_words(planned.action)}"
    for action in draft.plan.actions:
        if not action.is_empty:
            yield f"- New: {action_words(action)}"
    if draft.plan.words:
        who = family.carer(draft.plan.words_of).full_name if draft.plan.words_of else "A parent"
        yield f"- {who} said: “{draft.plan.words}”"


def _next(library: Library, family: Family, draft: VisitDraft) -> Iterator[str]:
    for one in draft.presences:
        if one.attended is Attended.NOT_HERE and one.reach_by:
            yield f"- Reach {family.carer(one.carer_id).full_name}: {_lower(say(one.reach_by))}"
    for tick in draft.ticks:
        is_another_day = ordinary_reason(tick.reason) is Reason.ANOTHER_DAY
        if tick.understanding is Understanding.NOT_YET or is_another_day:
            yield f"- Again with {_name(family, tick)}: {title_of(library, tick.text.resource_id)}"
    yield from next_lines(draft.next_step, draft.next_on)


def _others(workers: Sequence[JointWorker]) -> Iterator[str]:
    for worker in workers:
        yield f"- {worker_line(worker)}"


def worker_line(worker: JointWorker) -> str:
    """Alex Pemberton, family support worker."""
    return f"{worker.name}, {_lower(worker.role)}" if worker.role else worker.name


def next_lines(step: str, on: date | None) -> Iterator[str]:
    """Next visit on 4 December 2026; Ring on Monday, 4 December 2026."""
    if on:
        yield f"- {step}, {long_date(on)}" if step else f"- Next visit: {long_date(on)}"
    elif step:
        yield f"- {step}"


def _tried(tick: Tick) -> str:
    """What came of what was tried together, with one full stop at its end."""
    return f" Tried together: {tried_line(tick.tried).removesuffix('.')}." if tick.tried else ""


def _own_words(tick: Tick) -> str:
    return f" Own words: {tick.note}" if tick.note else ""


def attempt_summary(family: Family, visit: Visit) -> str:
    """An attempt as plain text: when, how it was tried, what was noticed, what is next."""
    started = visit.started_at
    tried = [f"Tried: {_lower(say(visit.tried_by))}."] if visit.tried_by else []
    noticed = [f"Noticed: {visit.noticed}"] if visit.noticed else []
    worker = [f"Worker: {visit.worker}."] if visit.worker else []
    head = [f"{say(visit.outcome)}, {long_date(started.date())}, {started:%H:%M}", f"{family.name} family."]
    lines = [*head, *tried, *noticed, "Nobody was seen.", *worker]
    return "\n\n".join(
        part for part in ("\n".join(lines), _section("Next", next_lines(visit.next_step, visit.next_on))) if part
    )


def title_of(library: Library, resource_id: str) -> str:
    """The title of a resource, or its id when a newer library no longer has it."""
    try:
        return library.resource(resource_id).title
    except UnknownError:
        return resource_id


def form_of(key: VariantKey) -> str:
    """Easy read; standard, for fathers; easy read, pl."""
    parts = [key.form.value.replace("-", " ")]
    if key.addressee.value == "fathers":
        parts.append("for fathers")
    if key.language != "en":
        parts.append(key.language)
    return ", ".join(parts)


def _form(variant: str) -> str:
    try:
        return form_of(VariantKey.named(variant))
    except ValueError:
        return variant


def _name(family: Family, tick: Tick) -> str:
    return family.carer(tick.carer_id).full_name


def _section(title: str, lines: Iterator[str] | Sequence[str]) -> str:
    kept = list(lines)
    return "\n".join([title, *kept]) if kept else ""


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
