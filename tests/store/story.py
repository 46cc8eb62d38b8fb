"""One family with one visit behind it and one begun: every kind of record there is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from kit.domain.advice import HowFar, Outcome, Reason, Topic, Understanding, Way
from kit.domain.amending import amended
from kit.domain.carer import Carer, CarerLink, MetHow, Need, NeedKind, NeedMet, NeedStage, NeedStep
from kit.domain.correction import Change, Correction, RecordKind
from kit.domain.fact import Fact, FactKind
from kit.domain.family import Family, Place, PlaceKind, Stay
from kit.domain.help import HelpDecision, HelpState
from kit.domain.outbox import EntryAnswer, EntryKind, OutboxEntry, Receipt, RemoteReference, Verdict
from kit.domain.plan import Action, ActionOutcome, ActionReview, NewAction, NewReview, ParentWords, PlanDraft
from kit.domain.restricted import RestrictedAdvice, RestrictedReason, SafeContact
from kit.domain.sleep import (
    Agreed,
    Condition,
    Known,
    Night,
    Reply,
    SleepAnswer,
    SleepCheck,
    SleepItem,
    SleepLine,
    SleepSpace,
)
from kit.domain.together import Tried
from kit.domain.visit import (
    Attended,
    Contact,
    JointWorker,
    Presence,
    ReachBy,
    Room,
    Tick,
    TriedBy,
    Visit,
    VisitDraft,
    VisitOutcome,
)
from kit.store.key import KeyCost
from tests import makers

PASSPHRASE = "three blue teapots"
OTHER = "four green kettles"
CHEAP = KeyCost(memory_kib=64, passes=1, lanes=1)

SUMMER = timezone(timedelta(hours=1))
BEGAN = datetime(2026, 10, 24, 9, 42, 0, 123456, SUMMER)
ENDED = datetime(2026, 10, 24, 10, 20, tzinfo=SUMMER)
LATER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SERVER = "https://fhir.example.nhs.uk/r4"
LEARNT = (date(2026, 10, 24), ENDED, "Sam Whitfield")


def met() -> NeedStep:
    return NeedStep("n1", "jade-reads", NeedStage.MET, *LEARNT, how=MetHow.EASY_READ_TEXT)


def shared() -> NeedStep:
    rest = {"is_reached": False, "is_still_needed": False, "review_by": date(2027, 1, 1)}
    return NeedStep("n2", "jade-reads", NeedStage.SHARED, *LEARNT, with_whom="GP", **rest)


def family() -> Family:
    """The half-siblings of tests.makers, with a place, a stay and the stages of a need."""
    whole = makers.half_siblings()
    stages = ((NeedStage.IDENTIFIED, date(2026, 10, 1)), (NeedStage.RECORDED, date(2026, 10, 2)))
    return Family(
        whole.id,
        whole.name,
        whole.children,
        whole.carers,
        whole.relationships,
        whole.parent_places,
        (
            Need("jade-reads", "jade", NeedKind.EASY_READ, "large", stages, date(2027, 10, 1), (met(), shared())),
            *whole.needs,
        ),
        (Place("flat", whole.id, "2 Mill Lane", PlaceKind.HOME),),
        (Stay("noah-flat", "noah", "flat", date(2026, 10, 20)),),
        (
            Fact("f1", whole.id, "noah", FactKind.NHS_NUMBER, "9990000018", *LEARNT),
            Fact("f2", whole.id, "callum-noah", FactKind.RESPONSIBILITY, "yes", *LEARNT, "Jade", "Birth certificate"),
        ),
        corrections=corrections(),
        help=decisions(),
    )


def corrections() -> tuple[Correction, ...]:
    """A day typed wrongly, and a need that was never told."""
    moved = (Change("from_on", "2026-10-20", "2026-10-21"),)
    gone = (Change("kind", "large-print", ""),)
    return (
        Correction("c1", "ellison", RecordKind.STAY, "noah-flat", moved, LATER, "Sam Whitfield", "Typed wrongly."),
        Correction("c2", "ellison", RecordKind.NEED, "never", gone, LATER, "Sam Whitfield", "Not said.", True),  # noqa: FBT003
    )


def decisions() -> tuple[HelpDecision, ...]:
    """Help was closed, and opened again."""
    closed = HelpDecision(
        "h1", "ellison", HelpState.CLOSED, date(2026, 9, 1), BEGAN, "Sam Whitfield", "Moved.", date(2026, 8, 30)
    )
    return closed, HelpDecision("h2", "ellison", HelpState.OPEN, date(2026, 10, 1), BEGAN, "Sam Whitfield", "Back.")


def stands() -> Family:
    """The family as its corrections leave it."""
    return amended(family())


def people(whole: Family) -> tuple:
    """Everyone and everything in a family, in the order it is kept."""
    return (
        whole,
        *whole.children,
        *whole.carers,
        *whole.relationships,
        *whole.parent_places,
        *whole.needs,
        *whole.places,
        *whole.stays,
        *(step for need in whole.needs for step in need.steps),
        *whole.facts,
        *whole.links,
        *whole.corrections,
        *whole.help,
    )


def elsewhere() -> tuple:
    """Callum in a second family, where he has a need."""
    return (
        Family("reed", "Reed"),
        Carer("callum-too", "reed", "Callum", "Reed"),
        CarerLink("l1", "callum-too", "callum"),
        Need("callum-listens", "callum-too", NeedKind.READ_ALOUD),
    )


def visit(**changes) -> Visit:
    values = {
        "id": "v1",
        "family_id": "ellison",
        "contact": Contact.NEW_BIRTH,
        "place_id": "flat",
        "started_at": BEGAN,
        "ended_at": ENDED,
        "recorded_at": ENDED,
        "worker": "Sam Whitfield",
        "outcome": VisitOutcome.SEEN,
        "presences": (
            Presence("jade", Attended.ALL),
            Presence("callum", Attended.NOT_HERE, ReachBy.EVENING_VISIT),
        ),
        "children_seen": ("noah", "ruby"),
        "joint_workers": (JointWorker("Alex Pemberton", "Family support worker"), JointWorker("Kim Ashdown")),
        "tried_by": TriedBy.TELEPHONE,
        "noticed": "A light was on.",
        "next_step": "Ring on Monday",
        "next_on": date(2026, 10, 26),
    }
    return Visit(**(values | changes))


MET = (NeedMet(NeedKind.EASY_READ, MetHow.EASY_READ_TEXT), NeedMet(NeedKind.MORE_TIME, MetHow.NOT_MET))

TRIED = (
    Tried("find", "What is wrong in this cot?", 3, 4),
    Tried("walk-away-plan", "My plan", words=("I go to my mum’s.",)),
)


def advice() -> tuple:
    told = makers.advice(
        "a1",
        occurred_at=BEGAN,
        recorded_at=ENDED,
        ways=(Way.TALKED, Way.SHOWN, Way.PRACTISED),
        met=MET,
        note="“Flat.”",
        how_far=HowFar(3, 8),
        tried=TRIED,
    )
    away = makers.advice(
        "a2",
        carer_id="callum",
        occurred_at=BEGAN,
        recorded_at=ENDED,
        outcome=Outcome.NOT_GIVEN,
        ways=(),
        reason=Reason.NOT_PRESENT,
        understanding=None,
    )
    corrected = makers.advice("a3", occurred_at=BEGAN, recorded_at=LATER, corrects="a1", why="Wrong box.")
    return told, away, corrected


LINES = (
    SleepLine(SleepItem.OWN_BED, SleepAnswer.SEEN_FINE),
    SleepLine(
        SleepItem.MATTRESS,
        SleepAnswer.CHANGE,
        Agreed("A new mattress ☂", "Baby Basics", date(2026, 11, 27), "Mattress", "Baby bank", Known.SEEN),
    ),
    SleepLine(SleepItem.BEDDING, SleepAnswer.CHANGE),
)
CONDITIONS = ((Condition.SMOKING, Reply.YES), (Condition.SOFAS, Reply.NO))


def sleep_checks() -> tuple:
    first = SleepCheck(
        "sc1", "ellison", "v1", "noah", "flat", "noah-flat", Night.TONIGHT, BEGAN, ENDED, "Sam Whitfield", LINES
    )
    mended = replace(
        first, id="sc2", conditions=CONDITIONS, lines=LINES[:1], recorded_at=LATER, corrects="sc1", why="Wrong row."
    )
    away = replace(first, id="sc3", stay_id=None, night=Night.AWAY, lines=(), conditions=CONDITIONS[:1])
    return first, mended, away


def plan() -> tuple:
    """Actions, what became of them, and the parent's own words."""
    when = {"occurred_at": BEGAN, "recorded_at": ENDED, "worker": "Sam Whitfield"}
    first = Action(
        "p1", "ellison", "v1", "noah", "Noah has a cot", "Jade", "jade", "Rings Sam", date(2026, 11, 1), "", **when
    )
    mended = replace(first, id="p2", due_on=None, carer_id=None, corrects="p1", why="Not that day.")
    review = ActionReview("pr1", "p1", "ellison", "v1", ActionOutcome.PARTLY, "Half of it", **when)
    again = replace(review, id="pr2", outcome=ActionOutcome.NOT_DONE, corrects="pr1", why="Wrong box.")
    words = ParentWords("pw1", "ellison", "v1", "jade", "I want him to sleep near me", **when)
    return first, mended, review, again, words, replace(words, id="pw2", carer_id=None, corrects="pw1", why="Not her.")


def draft(**changes) -> VisitDraft:
    tick = Tick(
        "jade",
        Topic.CRYING,
        makers.text("walk-away"),
        Outcome.GIVEN,
        LATER,
        (Way.TALKED, Way.SHOWN),
        None,
        Understanding.SHOWED_ME,
        MET[1:],
        "“I put him down and breathe.”",
        HowFar(8, 8),
        TRIED[1:],
    )
    away = Tick("callum", Topic.CRYING, makers.text("walk-away"), Outcome.NOT_GIVEN, LATER, reason=Reason.NOT_PRESENT)
    values = {
        "id": "v2",
        "family_id": "ellison",
        "contact": Contact.SIX_TO_EIGHT_WEEKS,
        "place_id": "flat",
        "started_at": LATER,
        "worker": "Sam Whitfield",
        "room": Room.ALONE,
        "presences": (Presence("jade", Attended.PART), Presence("callum", Attended.NOT_HERE, ReachBy.TELEPHONE)),
        "children_seen": ("noah",),
        "ticks": (tick, away),
        "joint_workers": (JointWorker("Alex Pemberton", "Family support worker"),),
        "tried_by": TriedBy.AT_THE_DOOR,
        "noticed": "Curtains drawn.",
        "next_step": "Try in the evening",
        "next_on": date(2026, 11, 26),
        "spaces": (
            SleepSpace("flat", Night.TONIGHT, LATER, LINES, CONDITIONS),
            SleepSpace("flat", Night.AWAY, LATER, (), CONDITIONS[:1]),
        ),
        "plan": PlanDraft(
            (NewAction("p3", LATER, "A cot", "Jade", "jade", "Rings", date(2026, 12, 1), "It is there"),),
            (NewReview("p2", ActionOutcome.DONE, LATER, "It came"),),
            "We like it",
            "jade",
        ),
    }
    return VisitDraft(**(values | changes))


def entries() -> tuple:
    body = {"z": 1, "a": [1.5, None, True, "Zoë ☂"], "form": 1}
    return (
        OutboxEntry("v1", EntryKind.VISIT, "ellison", "v1", ENDED, body),
        OutboxEntry("a1", EntryKind.ADVICE, "ellison", "v1", ENDED, {"id": "a1"}),
        OutboxEntry("a3", EntryKind.CORRECTION, "ellison", "v1", LATER, {"id": "a3"}),
    )


def receipt(receipt_id="r1", accepts=("v1",), refuses=("a1",), **changes) -> Receipt:
    values = {
        "id": receipt_id,
        "upload_id": "u1",
        "server": SERVER,
        "received_at": LATER,
        "answers": (
            *(EntryAnswer(one, Verdict.ACCEPTED, f"Communication/{one}") for one in accepts),
            *(EntryAnswer(one, Verdict.REFUSED, said="The server did not accept it.") for one in refuses),
        ),
        "references": (RemoteReference("visit|v1", "Encounter/1"),),
        "stopped": "",
    }
    return Receipt(**(values | changes))


def restricted() -> tuple:
    given = RestrictedAdvice(
        "s1",
        "jade",
        makers.text("asking-safely", "standard"),
        Outcome.GIVEN,
        BEGAN,
        ENDED,
        "Sam Whitfield",
        (Way.TALKED, Way.NUMBER_ONLY),
        None,
        Understanding.TOLD_ME,
        "in her shoe",
    )
    return given, RestrictedReason("s2", "jade", Reason.NOT_SAFE, LATER, LATER, "Sam Whitfield")


def contact(contact_id="s3", may_say="Say it is the school nurse") -> SafeContact:
    return SafeContact(contact_id, "jade", "Text", "Before noon", may_say, LATER, LATER, "Sam Whitfield")


def tell(records) -> None:
    """Keep all of it, as four deeds."""
    with records:
        records.add(*people(family()))
        records.commit()
    with records:
        records.add(visit(), *advice(), *sleep_checks(), *plan())
        records.post(*entries())
        records.keep_draft(draft())
        records.commit()
    with records:
        for record in (*restricted(), contact()):
            records.restricted.add(record)
        records.commit()
    with records:
        records.keep_receipt(receipt())
        records.commit()
