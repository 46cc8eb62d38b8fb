"""How the words of the field are said on screens, on paper and in a terminal: one place, so that all say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, Reason, Understanding, Way
from kit.domain.carer import MetHow, NeedKind, NeedStage, Tie
from kit.domain.coverage import Cell, CellState
from kit.domain.dates import day_and_month, short_date
from kit.domain.fact import Responsibility, Sharing
from kit.domain.family import ParentRole, PlaceKind, PlaceState
from kit.domain.plan import ActionOutcome
from kit.domain.sleep import Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.domain.visit import Attended, Contact, ReachBy, Room, TriedBy, VisitOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from enum import StrEnum

    from kit.domain.advice import HowFar
    from kit.domain.carer import Need, NeedMet
    from kit.domain.family import Child, Family
    from kit.domain.seen import LastSeen
    from kit.domain.together import Tried

SAID: dict[type[StrEnum], dict[StrEnum, str]] = {
    CellState: {
        CellState.SHOWED_ME: "Showed me",
        CellState.TOLD_ME: "Told me",
        CellState.NOT_YET: "Not yet",
        CellState.NOT_CHECKED: "Not checked",
        CellState.NOT_GIVEN: "Not given",
        CellState.DUE: "Due",
        CellState.OVERDUE: "Overdue",
        CellState.NOT_DUE: "Not due",
    },
    Understanding: {
        Understanding.SHOWED_ME: "Showed me",
        Understanding.TOLD_ME: "Told me",
        Understanding.NOT_YET: "Not yet",
        Understanding.NOT_CHECKED: "Not checked",
    },
    Outcome: {
        Outcome.GIVEN: "Given",
        Outcome.NOT_GIVEN: "Not given",
        Outcome.ENTERED_IN_ERROR: "Entered in error",
    },
    Reason: {
        Reason.NOT_PRESENT: "Not present",
        Reason.DECLINED: "Declined",
        Reason.INTERPRETER_NEEDED: "Interpreter needed",
        Reason.ANOTHER_DAY: "Another day",
        Reason.NOT_SAFE: "Another day",
    },
    Way: {
        Way.TALKED: "Talked",
        Way.SHOWN: "Shown",
        Way.PRACTISED: "Practised",
        Way.PRINTED: "Leaflet",
        Way.READY_MADE: "Ready-made leaflet",
        Way.NUMBER_ONLY: "Number only",
    },
    Tie: {
        Tie.MOTHER: "Mother",
        Tie.FATHER: "Father",
        Tie.OTHER_PARENT: "Parent",
        Tie.PARTNER_OF_PARENT: "Partner of a parent",
        Tie.GRANDPARENT: "Grandparent",
        Tie.OTHER: "Other carer",
    },
    NeedKind: {
        NeedKind.EASY_READ: "Easy read",
        NeedKind.LARGE_PRINT: "Large print",
        NeedKind.READ_ALOUD: "Read aloud",
        NeedKind.PICTURES: "Pictures",
        NeedKind.WIDER_LETTERS: "Wider letters",
        NeedKind.CREAM_PAPER: "Cream paper",
        NeedKind.LIGHT_ON_DARK: "Light words on dark",
        NeedKind.INTERPRETER: "Interpreter",
        NeedKind.SUPPORTER_PRESENT: "Supporter present",
        NeedKind.MORE_TIME: "More time",
    },
    NeedStage: {
        NeedStage.IDENTIFIED: "Identified",
        NeedStage.RECORDED: "Recorded",
        NeedStage.FLAGGED: "Flag asked for",
        NeedStage.SHARED: "Shared",
        NeedStage.MET: "Met",
        NeedStage.REVIEWED: "Reviewed",
    },
    MetHow: {
        MetHow.EASY_READ_TEXT: "Easy-read text",
        MetHow.LARGE_PRINT_LEAFLET: "Large-print leaflet",
        MetHow.SHOWN_LARGE: "Shown large",
        MetHow.SHOWN_TO_SUIT: "Shown as asked",
        MetHow.READ_ALOUD: "Read aloud by the kit",
        MetHow.TALKED_THROUGH: "Talked through",
        MetHow.PICTURES_SHOWN: "Pictures shown",
        MetHow.INTERPRETER_THERE: "Interpreter there",
        MetHow.INTERPRETER_BY_PHONE: "Interpreter by phone",
        MetHow.SUPPORTER_THERE: "Supporter there",
        MetHow.LONGER_VISIT: "Longer visit",
        MetHow.NOT_MET: "Not met",
    },
    Responsibility: {
        Responsibility.YES: "Yes",
        Responsibility.NO: "No",
        Responsibility.NOT_KNOWN: "Not known",
    },
    Sharing: {
        Sharing.AGREED: "Agreed",
        Sharing.REFUSED: "Not agreed",
    },
    Attended: {
        Attended.ALL: "All of it",
        Attended.PART: "Part of it",
        Attended.NOT_HERE: "Not here",
    },
    ReachBy: {
        ReachBy.TELEPHONE: "Telephone",
        ReachBy.EVENING_VISIT: "Evening visit",
        ReachBy.NEXT_VISIT: "Next visit",
        ReachBy.LEAFLET: "Leaflet",
    },
    Room: {
        Room.ALONE: "Alone",
        Room.SOMEONE_ELSE: "Someone else too",
        Room.NOT_SURE: "Not sure",
    },
    VisitOutcome: {
        VisitOutcome.SEEN: "Seen",
        VisitOutcome.NO_ACCESS: "No access",
        VisitOutcome.CANCELLED: "Cancelled",
        VisitOutcome.NOT_BROUGHT: "Not brought",
        VisitOutcome.REFUSED: "Refused",
        VisitOutcome.ENTERED_IN_ERROR: "Entered in error",
    },
    TriedBy: {
        TriedBy.AT_THE_DOOR: "At the door",
        TriedBy.TELEPHONE: "Telephone",
        TriedBy.TEXT_MESSAGE: "Text message",
        TriedBy.LETTER: "Letter",
    },
    Contact: {
        Contact.ANTENATAL: "Antenatal",
        Contact.NEW_BIRTH: "New birth",
        Contact.SIX_TO_EIGHT_WEEKS: "6 to 8 weeks",
        Contact.TWELVE_MONTHS: "12 months",
        Contact.TWO_TO_TWO_AND_A_HALF: "2 to 2 and a half years",
        Contact.OTHER: "Other visit",
    },
    PlaceKind: {
        PlaceKind.HOME: "Home",
        PlaceKind.TEMPORARY: "Temporary",
        PlaceKind.WITH_FAMILY: "With family",
        PlaceKind.OTHER: "Other place",
    },
    PlaceState: {
        PlaceState.FILLED: "Known",
        PlaceState.NOT_YET_KNOWN: "Not known yet",
        PlaceState.NOT_SAFE_TO_ASK: "Not known yet",
        PlaceState.NOT_INVOLVED: "Not involved",
        PlaceState.DIED: "Died",
    },
    Night: {
        Night.TONIGHT: "Tonight",
        Night.TOMORROW: "Tomorrow",
        Night.AWAY: "Away",
    },
    SleepItem: {
        SleepItem.OWN_BED: "Own cot or basket",
        SleepItem.MATTRESS: "Mattress",
        SleepItem.BEDDING: "Bedding",
        SleepItem.IN_THE_BED: "What is in the cot",
        SleepItem.SAME_ROOM: "Same room as an adult",
        SleepItem.TEMPERATURE: "How warm the room is",
        SleepItem.SMOKE: "Smoke",
        SleepItem.SHARING: "Who shares the bed or room",
    },
    SleepAnswer: {
        SleepAnswer.SEEN_FINE: "Seen, fine",
        SleepAnswer.TOLD_FINE: "Told, fine",
        SleepAnswer.CHANGE: "Change",
        SleepAnswer.NOT_ASKED: "Not asked",
    },
    Known: {
        Known.SEEN: "I saw it",
        Known.TOLD: "I was told",
    },
    Condition: {
        Condition.EARLY_OR_SMALL: "Was the baby born early, or small?",
        Condition.SMOKING: "Does anyone who looks after the baby smoke or vape?",
        Condition.DRINK_OR_DRUGS: "Does anyone near the baby at night drink, or take drugs or sleepy medicine?",
        Condition.SOFAS: "Does anyone sit with the baby on a sofa or armchair when they are tired?",
    },
    Reply: {
        Reply.YES: "Yes",
        Reply.NO: "No",
        Reply.NOT_ASKED: "Not asked",
    },
    ActionOutcome: {
        ActionOutcome.DONE: "Done",
        ActionOutcome.PARTLY: "Partly done",
        ActionOutcome.NOT_DONE: "Not done",
        ActionOutcome.CHANGED: "Changed",
    },
    ParentRole: {
        ParentRole.MOTHER: "Mother",
        ParentRole.OTHER_PARENT: "Father or other parent",
    },
}
"""What a screen says, kind by kind, because kinds share words.

"Not safe" reads "Another day", and "not safe to ask" reads "Not known yet" (look.md section 1).
"""


def how_far_words(how_far: HowFar) -> str:
    """How much was seen: "all of it", "up to idea 3 of 8"."""
    return "all of it" if how_far.is_all else f"up to idea {how_far.seen} of {how_far.of}"


def tried_line(tried: Iterable[Tried]) -> str:
    """What is wrong in this cot? 3 of 4 found; My walk-away plan: I go to the kitchen. I ring a friend."""
    return "; ".join(_tried(one) for one in tried)


def _tried(one: Tried) -> str:
    title = one.title if one.title.endswith("?") else f"{one.title}:"
    return f"{title} {' '.join(one.words) or f'{one.found} of {one.of} found'}"


def say(word: StrEnum) -> str:
    """The word as people read it; a word from a newer version is said as it is written."""
    return SAID.get(type(word), {}).get(word) or str(word.value).replace("-", " ").capitalize()


def counted(count: int, thing: str) -> str:
    """1 page, 2 pages."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def times(count: int) -> str:
    """Once, 2 times."""
    return "once" if count == 1 else f"{count} times"


def weeks(count: int) -> str:
    """1 week, 5 weeks."""
    return counted(count, "week")


DAYS_SAID = 14
WEEKS_SAID = 26


def ago(day: date, today: date) -> str:
    """Today; yesterday; 5 days ago; 3 weeks ago; 7 months ago."""
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    if days < DAYS_SAID:
        return f"{days} days ago"
    if days < WEEKS_SAID * 7:
        return f"{weeks(days // 7)} ago"
    return f"{counted(days * 12 // 365, 'month')} ago"


def seen_line(seen: LastSeen, today: date) -> str:
    """Seen 3 weeks ago; Never seen; with the attempts since: Never seen, 2 attempts."""
    when = f"Seen {ago(seen.on, today)}" if seen.on else "Never seen"
    tried = f", {counted(seen.attempts, 'attempt')}{' since' if seen.on else ''}" if seen.attempts else ""
    return when + tried


def children_seen_line(family: Family, seen: LastSeen, today: date) -> str:
    """Who was not seen when the family was: Ruby 4 weeks ago, Leo never. Where all were: Noah too; both children."""
    others = [(child_id, on) for child_id, on in seen.children if on is None or on != seen.on]
    if seen.children and not others:
        return _all_children([called(family.child(child_id)) for child_id, _ in seen.children])
    said = ((called(family.child(child_id)), ago(on, today) if on else "never") for child_id, on in others)
    return ", ".join(f"{name} {when}" for name, when in said)


def _all_children(names: list[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} too"
    return "both children" if len(names) == 2 else "all children"  # noqa: PLR2004 - a pair


def age(child: Child, today: date) -> str:
    """How old a child is, the way a worker says it: days, weeks, months, years, or when expected."""
    if child.born_on is None:
        return f"expected {day_and_month(child.due_on)}" if child.due_on else "expected"
    days = (today - child.born_on).days
    if days < 14:  # noqa: PLR2004 - two weeks, said in days as on the red book's first pages
        return counted(days, "day")
    if days < 26 * 7:
        return weeks(days // 7)
    months = (
        (today.year - child.born_on.year) * 12 + today.month - child.born_on.month - (today.day < child.born_on.day)
    )
    return f"{months} months" if months < 24 else f"{months // 12} years"  # noqa: PLR2004 - two years


def child_line(child: Child, today: date) -> str:
    """5 weeks, born 4 weeks early."""
    early = f", born {weeks(child.weeks_early)} early" if child.weeks_early else ""
    return age(child, today) + early


def called(child: Child) -> str:
    """The child's first name, or "Baby" before there is one."""
    return child.given_name or "Baby"


def ties_line(family: Family, carer_id: str) -> str:
    """Mother of Noah and Ruby; Noah's father · lives apart."""
    ties = family.ties_of(carer_id)
    if not ties:
        return "Carer"
    first, note = ties[0].tie, next((tie.note for tie in ties if tie.note), "")
    children = [called(family.child(tie.child_id)) for tie in ties if tie.tie == first]
    names = " and ".join([", ".join(children[:-1]), children[-1]] if len(children) > 1 else children)
    line = f"{say(first)} of {names}"
    return f"{line} · {note}" if note else line


def name_among(family: Family, carer_id: str) -> str:
    """The first name; the whole name where two share the first; and what they are where they share all of it."""
    carer = family.carer(carer_id)
    others = [one for one in family.carers if one.id != carer_id]
    if all(one.called != carer.called for one in others):
        return carer.called
    if all(one.full_name != carer.full_name for one in others):
        return carer.full_name
    ties = family.ties_of(carer_id)
    return f"{carer.full_name}, {say(ties[0].tie).lower() if ties else 'carer'}"


def unfilled_name(child: Child, role: ParentRole) -> str:
    """Ruby's father; Ruby's mother."""
    return f"{called(child)}’s {'mother' if role is ParentRole.MOTHER else 'father'}"


def need_line(need: Need) -> str:
    """Easy read; Interpreter, Arabic."""
    return f"{say(need.kind)}, {need.detail}" if need.detail else say(need.kind)


def met_line(met: Iterable[NeedMet]) -> str:
    """Easy read: easy-read text; More time: not met."""
    return "; ".join(f"{say(one.need)}: {say(one.how)[:1].lower()}{say(one.how)[1:]}" for one in met)


def cell_note(cell: Cell, today: date) -> str:
    """The second line of a coverage cell: when and how often, why not, or by when."""
    match cell.state:
        case CellState.OVERDUE:
            late = max(0, (today - cell.due_by).days // 7) if cell.due_by else 0
            told = f"told {times(cell.times)}" if cell.times else "never told"
            return f"{weeks(late)} · {told}" if late else told.capitalize()
        case CellState.DUE if cell.is_new_place:
            return "New place, not yet talked about"
        case CellState.DUE:
            return f"Before {day_and_month(cell.due_by)}" if cell.due_by else ""
        case CellState.NOT_GIVEN:
            why = say(cell.reason) if cell.reason else "No reason kept"
            return f"{why}, {short_date(cell.last_on)}" if cell.last_on else why
        case CellState.NOT_DUE:
            return f"From {day_and_month(cell.due_from)}" if cell.due_from else ""
        case _:
            return f"{short_date(cell.last_on)} · {times(cell.times)}" if cell.last_on else ""


def cell_sentence(topic_name: str, carer_name: str, cell: Cell, today: date) -> str:
    """The whole cell as one sentence, for a screen reader: "Crying, Callum Reed: Due. Before 6 December"."""
    note = cell_note(cell, today)
    return f"{topic_name}, {carer_name}: {say(cell.state)}." + (f" {note}" if note else "")
