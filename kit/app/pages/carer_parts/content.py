"""What the page of a carer says, from the family. No widget is made here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.dates import day_and_month, long_date, short_date
from kit.domain.fact import ELSEWHERE, FactKind, Responsibility
from kit.domain.wording import called, say, ties_line
from kit.service.needs import consent, may_share, shared_with

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.carer import Need, NeedStage, Relationship
    from kit.domain.fact import Fact
    from kit.domain.family import Family

ELSEWHERE_TOO = "also in another family of this caseload"
"""All that one family's page says of the other."""


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One thing known of a carer: what, where we know it from, and the icon before both."""

    words: str
    note: str
    icon: str


def facts_line(family: Family, carer_id: str) -> str:
    """Mother of Noah and Ruby · also in another family of this caseload."""
    said = [ties_line(family, carer_id)]
    return " · ".join([*said, *([ELSEWHERE_TOO] if family.is_elsewhere_too(carer_id) else [])])


def sharing_line(family: Family, carer_id: str) -> tuple[str, str]:
    """What they said about sharing, and with whom and when."""
    said, name = consent(family, carer_id), family.carer(carer_id).given_name
    if said is None:
        return "Nobody has asked yet whether this may be shared", "Ask before it leaves this laptop."
    day = long_date(said.learnt_on)
    if may_share(family, carer_id):
        return f"May be shared with: {shared_with(family, carer_id)}", f"{name} agreed on {day}"
    return "Not to be shared", f"{name} did not agree, {day}"


def stage_words(need: Need, stage: NeedStage) -> str:
    """Shared today, what a press says; Shared 24 Nov, once it is; Met 12 Nov: easy-read text."""
    day, step = need.reached_on(stage), need.step(stage)
    words = say(stage)
    if day is None:
        return f"{words} today"
    how = f": {say(step.how).lower()}" if step and step.how else ""
    return f"{words} {short_date(day)}{how}"


def review_line(need: Need, today: date) -> str:
    """Review by 23 January; Review overdue since 3 November; No review agreed."""
    day = need.next_review
    if day is None:
        return "No day for a review yet"
    words = day_and_month(day) if day.year == today.year else long_date(day)
    return f"Review overdue since {words}" if need.is_review_overdue(today) else f"Review by {words}"


def source_line(family: Family, carer_id: str, fact: Fact | None) -> str:
    """Told by the midwife, 24 November 2026 · seen: birth certificate.

    What another carer of the family told us is not said on this carer's page, who may look at it: only that the source
    is on record. It stands in the form, which is opened on purpose.
    """
    if fact is None:
        return ""
    day, teller = long_date(fact.learnt_on), fact.told_by.strip().casefold()
    others = (carer for carer in family.carers if carer.id != carer_id)
    is_another = any(teller in {one.given_name.casefold(), one.full_name.casefold()} for one in others)
    told = f"Source on record, {day}" if is_another else f"Told by {fact.told_by}, {day}" if teller else day
    return f"{told} · seen: {fact.seen_in}" if fact.seen_in else told


def tie_line(family: Family, tie: Relationship) -> KnownLine:
    """Father of Noah, parental responsibility: yes."""
    child = called(family.child(tie.child_id))
    fact = family.fact(tie.id, FactKind.RESPONSIBILITY)
    answer = say(Responsibility(fact.value)).lower() if fact else "not asked yet"
    words = f"{say(tie.tie)} of {child}. Parental responsibility: {answer}"
    known = fact or family.fact(tie.id, FactKind.TIE)
    note = source_line(family, tie.carer_id, known) or "Nobody said where we know this from"
    return KnownLine(words, note, "baby")


def home_line(family: Family, carer_id: str) -> KnownLine:
    """Lives at Flat 2, 14 Mill Lane."""
    fact = family.fact(carer_id, FactKind.LIVES_AT)
    if fact is None or not fact.value:
        return KnownLine("Where they live is not on record", "", "map-pin")
    home = family.home_of(carer_id)
    words = f"Lives at {home.address}" if home else "Lives elsewhere" if fact.value == ELSEWHERE else "Not on record"
    return KnownLine(words, source_line(family, carer_id, fact), "map-pin")


def contact_line(family: Family, carer_id: str) -> KnownLine:
    """Text, 01632 960999, mornings."""
    kinds = (FactKind.CONTACT_BY, FactKind.PHONE, FactKind.CONTACT_WHEN)
    said = [family.known(carer_id, kind) for kind in kinds]
    newest = max((fact for kind in kinds if (fact := family.fact(carer_id, kind))), key=_day, default=None)
    words = ", ".join(each for each in said if each)
    return KnownLine(
        words or "How to reach them is not on record", source_line(family, carer_id, newest) if words else "", "phone"
    )


def _day(fact: Fact) -> date:
    return fact.learnt_on
