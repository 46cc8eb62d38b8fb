"""Practice families: invented, and looking it, made with the same functions a worker uses.

Nobody here exists. Telephone numbers are from the range kept free for stories (01632 960).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kit.domain.advice import Reason, Understanding, Way
from kit.domain.carer import NeedKind, Tie
from kit.domain.correction import RecordKind
from kit.domain.fact import ELSEWHERE, FactKind, Responsibility, Sharing, Source
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.settings import Settings
from kit.domain.visit import Attended, ReachBy, TriedBy, VisitOutcome
from kit.service import attempts, corrections, families, needs, practice_homes, visits
from kit.service.learning import NewFact, learn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kit.domain.family import Family
    from kit.domain.visit import Visit, VisitDraft
    from kit.service.ports import Clock, Library, Records

SETTINGS = Settings(
    worker_name="Sam Whitfield",
    worker_role="Health visitor",
    worker_phone="01632 960142",
    organisation_name="Practice Community Trust",
    has_practised_hiding=True,
    is_practice=True,
)
"""A worker who does not exist either."""


class EarlierClock:
    """The clock as it was some days ago, so that practice families have a past."""

    def __init__(self, clock: Clock, days: int) -> None:
        self._clock = clock
        self._ago = timedelta(days=days)

    def now(self) -> datetime:
        """This time of day, that many days ago."""
        return self._clock.now() - self._ago

    def today(self) -> date:
        """That many days before today."""
        return self._clock.today() - self._ago


@dataclass(frozen=True, slots=True)
class EllisonFamily:
    """The ids of the family the demonstration visits."""

    family: str
    noah: str
    ruby: str
    jade: str
    callum: str
    denise: str


def add_ellison(records: Records, clock: Clock) -> EllisonFamily:
    """Two half-siblings: one mother who needs easy read, two fathers of whom one is not yet known, a move.

    Noah is five weeks old and came four weeks early. They moved to a hostel three weeks ago.
    """
    then, today = EarlierClock(clock, 35), clock.today()
    family = families.add_family(records, then, "Ellison").id
    born = today - timedelta(days=35)
    noah = families.add_child(
        records, then, family, "Noah", "Ellison", born_on=born, due_on=born + timedelta(weeks=4)
    ).id
    ruby = families.add_child(records, then, family, "Ruby", "Ellison", born_on=today - timedelta(days=1180)).id
    jade = families.add_carer(
        records, then, family, "Jade", "Ellison", [(noah, Tie.MOTHER, ""), (ruby, Tie.MOTHER, "")]
    ).id
    callum = families.add_carer(records, then, family, "Callum", "Reed", [(noah, Tie.FATHER, "lives apart")]).id
    stays_over = [(noah, Tie.GRANDPARENT, "stays over"), (ruby, Tie.GRANDPARENT, "stays over")]
    denise = families.add_carer(records, then, family, "Denise", "Ellison", stays_over).id
    asked = EarlierClock(clock, 28)
    families.answer_parent_place(records, asked, family, ruby, ParentRole.OTHER_PARENT, PlaceState.NOT_YET_KNOWN)
    review = today + timedelta(days=60)
    for kind in (NeedKind.EASY_READ, NeedKind.READ_ALOUD, NeedKind.MORE_TIME):
        families.add_need(records, asked, family, jade, kind, review_by=review)
    families.add_need(records, asked, family, callum, NeedKind.EASY_READ, review_by=review)
    _what_is_known(records, asked, family, (noah, jade, callum))
    families.move_children(records, then, family, [noah, ruby], "Flat 2, 14 Mill Lane", PlaceKind.HOME, born)
    moved = EarlierClock(clock, 21)
    families.move_children(
        records, moved, family, [noah, ruby], "Room 4, Harbour House", PlaceKind.TEMPORARY, moved.today()
    )
    return EllisonFamily(family, noah, ruby, jade, callum, denise)


def _what_is_known(records: Records, clock: Clock, family_id: str, who: tuple[str, str, str]) -> None:
    """Numbers, parental responsibility with how it is known, how they like to be reached, that Jade agreed to share."""
    noah, jade, callum = who
    with records:
        ties = {tie.carer_id: tie.id for tie in records.family(family_id).relationships if tie.child_id == noah}
    told, seen = Source(told_by="Jade"), Source("Jade", "Birth certificate")
    learn(
        records,
        clock,
        family_id,
        NewFact(family_id, FactKind.LOCAL_NUMBER, "P-1042"),
        NewFact(noah, FactKind.NHS_NUMBER, "999 000 0018"),
        NewFact(ties[jade], FactKind.RESPONSIBILITY, Responsibility.YES, seen),
        NewFact(ties[callum], FactKind.RESPONSIBILITY, Responsibility.NOT_KNOWN, told),
        NewFact(callum, FactKind.LIVES_AT, ELSEWHERE, told),
        NewFact(callum, FactKind.CONTACT_BY, "Text"),
        NewFact(callum, FactKind.PHONE, "01632 960117"),
        NewFact(callum, FactKind.CONTACT_WHEN, "After six in the evening"),
    )
    needs.ask_to_share(records, clock, family_id, jade, Sharing.AGREED, ("GP", "Midwife"))
    needs.make_flag_note(records, clock, family_id, jade)


@dataclass(frozen=True, slots=True)
class Given:
    """One line of a practice visit: who was told what, and what they showed."""

    carer: str
    resource: str
    understanding: Understanding
    ways: tuple[Way, ...] = (Way.TALKED, Way.SHOWN)


def hold(
    records: Records,
    library: Library,
    clock: Clock,
    family_id: str,
    here: dict[str, Attended],
    given: list[Given],
    away: dict[str, ReachBy] | None = None,
    *,
    home: Callable[[VisitDraft, Family, Clock], VisitDraft] | None = None,
) -> tuple[VisitDraft, Visit]:
    """Hold a visit from opening to closing: each text in the variant that fits its carer, then sleep space and plan."""
    draft = visits.open_visit(records, clock, family_id)
    with records:
        family = records.family(family_id)
    draft = replace(draft, children_seen=tuple(child.id for child in family.children if child.born_on))
    for carer, attended in here.items():
        draft = visits.keep_draft(records, draft.with_presence(carer, attended))
    for one in given:
        key = visits.fitting_variant(library.resource(one.resource), family, one.carer)
        draft = visits.give(
            library, clock, draft, one.carer, one.resource, key, ways=one.ways, understanding=one.understanding
        )
        visits.keep_draft(records, draft)
    if home:
        draft = visits.keep_draft(records, home(draft, family, clock))
    for carer, reach_by in (away or {}).items():
        draft = visits.absent(library, clock, draft, family, carer, reach_by)
    return draft, visits.close_visit(records, clock, draft)


def hold_demonstration_visit(records: Records, library: Library, clock: Clock, people: EllisonFamily) -> Visit:
    """The visit of the demonstration: mother and father each told in their own variant, grandmother not present."""
    shown, practised = (Way.TALKED, Way.SHOWN), (Way.TALKED, Way.PRACTISED, Way.PRINTED)
    given = [
        Given(people.jade, "every-sleep", Understanding.SHOWED_ME, practised),
        Given(people.jade, "sofas-and-beds", Understanding.TOLD_ME, shown),
        Given(people.jade, "walk-away", Understanding.NOT_YET, shown),
        Given(people.callum, "every-sleep", Understanding.TOLD_ME, (*shown, Way.PRINTED)),
        Given(people.callum, "walk-away", Understanding.TOLD_ME, shown),
    ]
    here = {people.jade: Attended.ALL, people.callum: Attended.PART}
    _, visit = hold(records, library, clock, people.family, here, given, {people.denise: ReachBy.TELEPHONE})
    return visit


def fill_caseload(records: Records, library: Library, clock: Clock) -> None:
    """A practice caseload: six families, each with something else to notice."""
    with records:
        records.keep_settings(SETTINGS)
        records.commit()
    _ellison_with_a_past(records, library, clock)
    _haddad(records, clock)
    _marsh(records, clock)
    _okoro(records, library, clock)
    _brennan(records, library, clock)
    _sandhu(records, library, clock)


def _ellison_with_a_past(records: Records, library: Library, clock: Clock) -> None:
    """Mother and grandmother told three weeks ago; father never there."""
    people = add_ellison(records, clock)
    given = [
        Given(people.jade, "every-sleep", Understanding.SHOWED_ME),
        Given(people.jade, "four-messages", Understanding.NOT_YET),
        Given(people.denise, "every-sleep", Understanding.TOLD_ME, (Way.TALKED,)),
    ]
    here = {people.jade: Attended.ALL, people.denise: Attended.PART}
    away = {people.callum: ReachBy.EVENING_VISIT}
    hold(records, library, EarlierClock(clock, 12), people.family, here, given, away, home=practice_homes.ellison)
    _correct_start(records, EarlierClock(clock, 11), people.family)
    tried = EarlierClock(clock, 4)
    attempt = attempts.Attempt(
        VisitOutcome.NO_ACCESS,
        TriedBy.AT_THE_DOOR,
        "Nobody answered. A pram stood in the hall.",
        "Visit again",
        clock.today() + timedelta(days=1),
    )
    attempts.record_attempt(records, tried, people.family, attempt, tried.now())


def _correct_start(records: Records, clock: Clock, family_id: str) -> None:
    """The day after, the worker notices that a visit began earlier than it says."""
    with records:
        visit = records.visits(family_id)[0]
    earlier = visit.started_at - timedelta(minutes=20)
    why = "It began twenty minutes earlier."
    corrections.correct_visit(records, clock, visit.id, why=why, started_at=earlier)


def _couple(
    records: Records, clock: Clock, name: str, baby: str, age_days: int, mother: str, father: str
) -> tuple[str, str, str, str]:
    """A family of three at home: family, child, mother, father."""
    then = EarlierClock(clock, max(age_days, 0))
    family = families.add_family(records, then, name).id
    day = clock.today() - timedelta(days=age_days)
    born, due = (day, None) if age_days >= 0 else (None, day)
    child = families.add_child(records, then, family, baby, name, born_on=born, due_on=due).id
    her = families.add_carer(records, then, family, mother, name, [(child, Tie.MOTHER, "")]).id
    him = families.add_carer(records, then, family, father, name, [(child, Tie.FATHER, "")]).id
    families.move_children(
        records, then, family, [child], f"{age_days % 40 + 3} Orchard Row", PlaceKind.HOME, then.today()
    )
    return family, child, her, him


def _haddad(records: Records, clock: Clock) -> None:
    """Eleven days old, first visit, an interpreter is needed."""
    family, _, her, him = _couple(records, clock, "Haddad", "Yusuf", 11, "Leila", "Omar")
    for carer in (her, him):
        families.add_need(
            records, clock, family, carer, NeedKind.INTERPRETER, "Arabic", clock.today() + timedelta(days=90)
        )


def _marsh(records: Records, clock: Clock) -> None:
    """Not yet born; the father's place is still to be asked about."""
    family = families.add_family(records, EarlierClock(clock, 21), "Marsh").id
    due = clock.today() + timedelta(weeks=10)
    child = families.add_child(records, EarlierClock(clock, 21), family, "", "Marsh", due_on=due).id
    families.add_carer(records, clock, family, "Kerry", "Marsh", [(child, Tie.MOTHER, "")])
    asked = EarlierClock(clock, 21)
    families.answer_parent_place(records, asked, family, child, ParentRole.OTHER_PARENT, PlaceState.NOT_YET_KNOWN)


def _okoro(records: Records, library: Library, clock: Clock) -> None:
    """Nine weeks; both told everything so far."""
    family, child, her, him = _couple(records, clock, "Okoro", "Temmi", 63, "Ada", "Daniel")
    typed = EarlierClock(clock, 60)
    name = {"given_name": "Temi"}
    corrections.correct_record(records, typed, family, RecordKind.CHILD, child, name, why="The name was spelt wrongly.")
    given = [
        Given(carer, resource, Understanding.TOLD_ME)
        for carer in (her, him)
        for resource in ("every-sleep", "four-messages", "walk-away")
    ]
    both = {her: Attended.ALL, him: Attended.ALL}
    hold(records, library, EarlierClock(clock, 53), family, both, given[:4], home=practice_homes.okoro)
    hold(records, library, EarlierClock(clock, 24), family, both, given, home=practice_homes.okoro_again(records))


def _brennan(records: Records, library: Library, clock: Clock) -> None:
    """Four weeks; moved to a hostel five days ago, so safer sleep is due again. One grandmother brings him up."""
    then = EarlierClock(clock, 28)
    family = families.add_family(records, then, "Brennan").id
    cass = families.add_child(records, then, family, "Cass", "Brennan", born_on=then.today()).id
    her = families.add_carer(records, then, family, "Shannon", "Brennan", [(cass, Tie.MOTHER, "")]).id
    gran = families.add_carer(
        records, then, family, "Maureen", "Brennan", [(cass, Tie.GRANDPARENT, "lives with them")]
    ).id
    late = clock.today() - timedelta(days=4)
    families.add_need(records, then, family, her, NeedKind.LARGE_PRINT, "24 point", review_by=late)
    families.answer_parent_place(records, then, family, cass, ParentRole.OTHER_PARENT, PlaceState.NOT_INVOLVED)
    families.move_children(records, then, family, [cass], "3 Quarry Steps", PlaceKind.HOME, then.today())
    given = [Given(her, "every-sleep", Understanding.SHOWED_ME), Given(her, "walk-away", Understanding.TOLD_ME)]
    given.append(Given(gran, "every-sleep", Understanding.NOT_CHECKED, (Way.TALKED,)))
    here = {her: Attended.ALL, gran: Attended.PART}
    hold(records, library, EarlierClock(clock, 18), family, here, given, home=practice_homes.brennan)
    moved = EarlierClock(clock, 5)
    families.move_children(records, moved, family, [cass], "Room 11, Station House", PlaceKind.TEMPORARY, moved.today())


def _sandhu(records: Records, library: Library, clock: Clock) -> None:
    """Six weeks, when crying is at its worst; the father was told, the mother was tired and chose another day."""
    family, _, her, him = _couple(records, clock, "Sandhu", "Arjan", 42, "Simran", "Harjit")
    then = EarlierClock(clock, 32)
    draft = visits.open_visit(records, then, family)
    for carer in (her, him):
        draft = draft.with_presence(carer, Attended.ALL)
    with records:
        people = records.family(family)
    for carer, resource in ((her, "every-sleep"), (him, "every-sleep"), (him, "four-messages")):
        key = visits.fitting_variant(library.resource(resource), people, carer)
        draft = visits.give(library, then, draft, carer, resource, key, understanding=Understanding.TOLD_ME)
    key = visits.fitting_variant(library.resource("four-messages"), people, her)
    draft = visits.not_given(library, then, draft, her, "four-messages", key, Reason.ANOTHER_DAY)
    visits.close_visit(records, then, draft)
