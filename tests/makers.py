"""Makers with valid defaults, so that a new field does not break a hundred tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from kit.domain.advice import AdviceGiven, Outcome, TextGiven, Topic, Understanding, Way
from kit.domain.carer import Carer, Need, NeedKind, Relationship, Tie
from kit.domain.coverage import Again, DueRule, Who
from kit.domain.family import Child, Family, ParentPlace, ParentRole, PlaceState

BORN = date(2026, 10, 20)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def child(child_id: str = "noah", born_on: date | None = BORN, **changes: Any) -> Child:
    return Child(child_id, "ellison", child_id.title(), "Ellison", born_on, **changes)


def carer(carer_id: str = "jade") -> Carer:
    return Carer(carer_id, "ellison", carer_id.title(), "Ellison")


def tie(carer_id: str, child_id: str, what: Tie) -> Relationship:
    return Relationship(f"{carer_id}-{child_id}", carer_id, child_id, what)


def filled(child_id: str, role: ParentRole, carer_id: str) -> ParentPlace:
    return ParentPlace(f"{child_id}-{role}", child_id, role, PlaceState.FILLED, BORN, carer_id)


def need(carer_id: str, kind: NeedKind = NeedKind.EASY_READ) -> Need:
    return Need(f"{carer_id}-{kind}", carer_id, kind)


def half_siblings() -> Family:
    """Noah, five weeks, and Ruby, three: one mother, two fathers, of whom Ruby's is not yet known."""
    return Family(
        id="ellison",
        name="Ellison",
        children=(child("ruby", date(2023, 9, 1)), child("noah")),
        carers=(carer("denise"), carer("callum"), carer("jade")),
        relationships=(
            tie("jade", "noah", Tie.MOTHER),
            tie("jade", "ruby", Tie.MOTHER),
            tie("callum", "noah", Tie.FATHER),
            tie("denise", "noah", Tie.GRANDPARENT),
            tie("denise", "ruby", Tie.GRANDPARENT),
        ),
        parent_places=(
            filled("noah", ParentRole.MOTHER, "jade"),
            filled("ruby", ParentRole.MOTHER, "jade"),
            filled("noah", ParentRole.OTHER_PARENT, "callum"),
            ParentPlace("ruby-asked", "ruby", ParentRole.OTHER_PARENT, PlaceState.NOT_YET_KNOWN, date(2026, 10, 12)),
        ),
        needs=(need("jade"),),
    )


def text(resource_id: str = "on-the-back", variant: str = "easy-read") -> TextGiven:
    return TextGiven(resource_id, 1, variant, "en", "a" * 64)


def advice(advice_id: str = "a1", **changes: Any) -> AdviceGiven:
    """Safer sleep, told to Jade about Noah, who told it back."""
    values: dict[str, Any] = {
        "family_id": "ellison",
        "visit_id": "v1",
        "child_id": "noah",
        "carer_id": "jade",
        "topic": Topic.SAFER_SLEEP,
        "text": text(),
        "outcome": Outcome.GIVEN,
        "occurred_at": NOON,
        "recorded_at": NOON,
        "worker": "Sam Whitfield",
        "ways": (Way.TALKED,),
        "understanding": Understanding.TOLD_ME,
    }
    return AdviceGiven(advice_id, **(values | changes))


def rule(topic: Topic = Topic.SAFER_SLEEP, **changes: Any) -> DueRule:
    """Due for every carer from twelve weeks before birth, overdue after two weeks, until a year."""
    values: dict[str, Any] = {
        "from_weeks": -12,
        "by_weeks": 2,
        "until_weeks": 52,
        "who": Who.EVERY_CARER,
        "again": (Again.NEW_PLACE, Again.NOT_YET),
        "why": "Every carer, every place.",
        "source": "a test",
    }
    return DueRule(topic, **(values | changes))
