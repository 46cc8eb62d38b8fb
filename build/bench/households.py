"""Families by the hundred, and the records they are kept in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, TextGiven, Topic, Understanding, Way
from kit.domain.carer import Carer, Need, NeedKind, Relationship, Tie
from kit.domain.family import Child, Family, ParentPlace, ParentRole, Place, PlaceKind, PlaceState, Stay
from kit.domain.identity import new_id
from kit.domain.visit import Attended, Contact, Presence, Tick, VisitDraft
from kit.store.door import create_records
from kit.store.key import KeyCost

if TYPE_CHECKING:
    from pathlib import Path

    from kit.service.ports import Clock
    from kit.store.records import SqlRecords

PASSPHRASE = "nobody uses this one"  # noqa: S105 - of records that live for a minute
CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)
"""A key that costs nothing to guess, so that the figures are about the records."""

TIES = (Tie.MOTHER, Tie.FATHER, Tie.GRANDPARENT)
TOPICS = (Topic.SAFER_SLEEP, Topic.CRYING)


def new_records(path: Path) -> SqlRecords:
    """Empty records, open."""
    return create_records(path, PASSPHRASE, CHEAP)


def add_household(records: SqlRecords, clock: Clock, number: int) -> Family:
    """A family with a baby, three carers, a need and a place, in one transaction."""
    today = clock.today()

    def fresh() -> str:
        return new_id(clock.now())

    family = Family(fresh(), f"Family {number:03}")
    child = Child(fresh(), family.id, "Noah", "Practice", today - timedelta(weeks=5))
    carers = [Carer(fresh(), family.id, tie.value.title(), "Practice") for tie in TIES]
    place = Place(fresh(), family.id, f"{number} Mill Lane", PlaceKind.HOME)
    parents = zip((ParentRole.MOTHER, ParentRole.OTHER_PARENT), carers, strict=False)
    with records:
        records.add(family, child, *carers)
        records.add(*(Relationship(fresh(), one.id, child.id, tie) for one, tie in zip(carers, TIES, strict=True)))
        records.add(*(ParentPlace(fresh(), child.id, role, PlaceState.FILLED, today, one.id) for role, one in parents))
        records.add(Need(fresh(), carers[0].id, NeedKind.EASY_READ), place, Stay(fresh(), child.id, place.id, today))
        kept = records.family(family.id)
        records.commit()
    return kept


def draft_of(clock: Clock, family: Family) -> VisitDraft:
    """A visit at which each carer was told about each topic."""
    ticks = tuple(
        Tick(
            carer_id=carer.id,
            topic=topic,
            text=TextGiven(f"{topic.value}-1", 1, "easy-read", "en", "a" * 64),
            outcome=Outcome.GIVEN,
            at=clock.now(),
            ways=(Way.TALKED, Way.SHOWN),
            understanding=Understanding.TOLD_ME,
        )
        for carer in family.carers
        for topic in TOPICS
    )
    return VisitDraft(
        id=new_id(clock.now()),
        family_id=family.id,
        contact=Contact.NEW_BIRTH,
        place_id=family.places[0].id,
        started_at=clock.now(),
        worker="Sam Whitfield",
        presences=tuple(Presence(carer.id, Attended.ALL) for carer in family.carers),
        ticks=ticks,
    )
