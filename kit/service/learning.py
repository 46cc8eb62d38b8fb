"""Keeping what is learnt about people after they were written down: each fact with its day and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kit.domain.errors import RuleError
from kit.domain.fact import ELSEWHERE, NOWHERE, Fact, FactKind, Responsibility, Sharing, Source
from kit.domain.family import MAX_NAME, checked_child_dates, checked_line
from kit.domain.identity import new_id
from kit.domain.initials import checked_initials
from kit.service.nhs_numbers import checked_nhs_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.domain.family import Family
    from kit.service.ports import Clock, Records

MAX_NUMBER = 40
"""Characters in a local number."""

NO_NUMBERS = "This laptop keeps initials and a local number, and no NHS number. Leave it empty."


def _field(kind: FactKind) -> str:
    """How the input of a fact is called: "nhs_number"."""
    return kind.value.replace("-", "_")


@dataclass(frozen=True, slots=True)
class NewFact:
    """What was learnt: about whom (an id), what, and where it comes from."""

    about_id: str
    kind: FactKind
    value: str
    source: Source = NOWHERE


def learn(records: Records, clock: Clock, family_id: str, *learnt: NewFact) -> Family:
    """Keep these facts, all of them or none, and answer the family as it is known then.

    What is known already, from the same source, is not kept twice.

    Raises:
        RuleError: a value that cannot be, or a number that belongs to somebody else; its field is the kind.
    """
    with records:
        for one in learnt:
            family = records.family(family_id)
            value = _checked(records, family, one)
            fact = new_fact(records, clock, family_id, one.about_id, one.kind, value, one.source)
            if not _is_known(family, fact):
                records.add(fact)
        _check_dates(records.family(family_id), clock.today(), {one.about_id for one in learnt})
        kept = records.family(family_id)
        records.commit()
    return kept


def learning(family_id: str, *learnt: NewFact) -> Callable[[Records, Clock], Family]:
    """`learn` with everything but records and clock filled in, for a form to hand over."""
    return lambda records, clock: learn(records, clock, family_id, *learnt)


def new_fact(
    records: Records,
    clock: Clock,
    family_id: str,
    about_id: str,
    kind: FactKind,
    value: str,
    source: Source = NOWHERE,
) -> Fact:
    """The record of a fact learnt today; its value is checked by who learns it."""
    told_by = checked_line(source.told_by, "told_by", what="Who told you", most=MAX_NAME, required=False)
    seen_in = checked_line(source.seen_in, "seen_in", what="What you saw", required=False)
    worker = records.settings().worker_name
    now = clock.now()
    return Fact(new_id(now), family_id, about_id, kind, value, clock.today(), now, worker, told_by, seen_in)


def check_local_number(records: Records, number: str, family_id: str = "") -> str:
    """A local number that no other family has, or nothing for an empty line."""
    kind = FactKind.LOCAL_NUMBER
    line = checked_line(number, _field(kind), what="A local number", most=MAX_NUMBER, required=False)
    if line and _holders(records, kind, line) - {family_id}:
        message = f"The local number {line} belongs to another family of this caseload."
        raise RuleError(message, field=_field(kind))
    return line


def check_child_number(records: Records, number: str, child_id: str = "") -> str:
    """An NHS number that no other child has, or nothing for an empty line."""
    digits = checked_nhs_number(number)
    if digits and records.settings().keeps_initials_only:
        raise RuleError(NO_NUMBERS, field=_field(FactKind.NHS_NUMBER))
    if digits and _holders(records, FactKind.NHS_NUMBER, digits) - {child_id}:
        message = "This NHS number belongs to another child of this caseload. Please check it."
        raise RuleError(message, field=_field(FactKind.NHS_NUMBER))
    return digits


def _holders(records: Records, kind: FactKind, value: str) -> set[str]:
    """Whom this is known of today; who had it once and has another now does not count."""
    found = {one.about_id: one.family_id for one in records.facts(kind, value)}
    return {about for about, family_id in found.items() if records.family(family_id).known(about, kind) == value}


def _checked(records: Records, family: Family, new: NewFact) -> str:
    """The value as it is kept, or RuleError."""
    if new.kind is FactKind.LOCAL_NUMBER:
        return check_local_number(records, new.value, family.id)
    if new.kind is FactKind.NHS_NUMBER:
        return check_child_number(records, new.value, family.child(new.about_id).id)
    if new.kind is FactKind.GIVEN_NAME and records.settings().keeps_initials_only:
        return checked_initials(new.value, _field(new.kind))
    _check_about(family, new)
    check = _CHECKS.get(new.kind)
    return check(family, new) if check else checked_line(new.value, _field(new.kind), what="This", required=False)


def _check_about(family: Family, new: NewFact) -> None:
    """Refuse a fact about somebody who is not of this family."""
    people = (family.children, family.carers, family.relationships)
    if new.about_id != family.id and not any(one.id == new.about_id for group in people for one in group):
        message = "This person is not in this family."
        raise RuleError(message, field=_field(new.kind))


def _check_day(_family: Family, new: NewFact) -> str:
    return date.fromisoformat(new.value).isoformat() if new.value else ""


def _check_home(family: Family, new: NewFact) -> str:
    return new.value if new.value in {"", ELSEWHERE} else family.place(new.value).id


def _check_name(_family: Family, new: NewFact) -> str:
    return checked_line(new.value, _field(new.kind), what="A first name", most=MAX_NAME)


def _check_responsibility(_family: Family, new: NewFact) -> str:
    if new.value == Responsibility.YES and not (new.source.told_by.strip() or new.source.seen_in.strip()):
        message = "Say who told you, or what you have seen."
        raise RuleError(message, field="told_by")
    return _known_word(Responsibility(new.value), new)


def _check_sharing(_family: Family, new: NewFact) -> str:
    return _known_word(Sharing(new.value), new)


def _known_word(word: Responsibility | Sharing, new: NewFact) -> str:
    if not word.is_known:
        message = f"{new.value!r} is not an answer here."
        raise RuleError(message, field=_field(new.kind))
    return word.value


_CHECKS: dict[FactKind, Callable[[Family, NewFact], str]] = {
    FactKind.BORN_ON: _check_day,
    FactKind.DUE_ON: _check_day,
    FactKind.GIVEN_NAME: _check_name,
    FactKind.LIVES_AT: _check_home,
    FactKind.RESPONSIBILITY: _check_responsibility,
    FactKind.SHARING: _check_sharing,
}


def _is_known(family: Family, fact: Fact) -> bool:
    """Whether the same is known from the same source already, so that pressing Save twice adds nothing."""
    known = family.fact(fact.about_id, fact.kind)
    same = known and (known.value, known.told_by, known.seen_in) == (fact.value, fact.told_by, fact.seen_in)
    return bool(same) or (known is None and not fact.value)


def _check_dates(family: Family, today: date, about: set[str]) -> None:
    """Refuse dates that do not go together once all of them are known."""
    for child in family.children:
        if child.id in about:
            checked_child_dates(child.born_on, child.due_on, today)
