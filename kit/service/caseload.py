"""The caseload: every family with the one gap that matters, mothers beside fathers."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.errors import DiskFullError
from kit.service.caseload_row import FORMAT, CaseloadRow, Parents, is_father, is_mother, made_row, row_body, row_of
from kit.service.plans import first_due, read_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kit.domain.advice import Topic, TopicName
    from kit.domain.visit import VisitDraft
    from kit.service.ports import Clock, Library, Records

__all__ = ["Caseload", "CaseloadRow", "TopicCount", "TopicGap", "caseload", "is_father", "is_mother"]


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many mothers and how many fathers have been told about a topic, of how many it is meant for."""

    topic: Topic
    name: str
    mothers_told: int
    mothers: int
    fathers_told: int
    fathers: int


@dataclass(frozen=True, slots=True)
class TopicGap:
    """How many parents were never told about a topic that is due for them, and in which families they are."""

    topic: Topic
    name: str
    count: int
    are_fathers: bool
    families: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """How it is called among the parts of the caseload: "fathers:crying"."""
        return f"{'fathers' if self.are_fathers else 'mothers'}:{self.topic.value}"


@dataclass(frozen=True, slots=True)
class Caseload:
    """Everything the first page shows. `closed` are the families whose help is closed: found, and asked nothing of."""

    today: date
    rows: tuple[CaseloadRow, ...]
    counts: tuple[TopicCount, ...]
    drafts: tuple[tuple[VisitDraft, CaseloadRow], ...]
    places_unfilled: int
    gaps: tuple[TopicGap, ...] = ()
    is_practice: bool = False
    closed: tuple[CaseloadRow, ...] = ()


def caseload(records: Records, library: Library, clock: Clock) -> Caseload:
    """The caseload of today. Families nothing happened to are read as they were made last; the others are made anew."""
    today = clock.today()
    with records:
        by_id = _rows(records, library, today)
        drafts = records.drafts()
        is_practice = records.settings().is_practice
        with suppress(DiskFullError):  # the rows are shown all the same, and made again next time
            records.commit()
    names = [name for name in library.topics() if name.has_row]
    every = sorted(by_id.values(), key=lambda row: row.urgency)
    rows = tuple(row for row in every if not row.closed_on)
    return Caseload(
        today=today,
        rows=rows,
        counts=_counts(rows, names),
        drafts=tuple((draft, by_id[draft.family_id]) for draft in drafts),
        places_unfilled=sum(len(row.places) for row in rows),
        gaps=_gaps(rows, names),
        is_practice=is_practice,
        closed=tuple(row for row in every if row.closed_on),
    )


def _rows(records: Records, library: Library, today: date) -> dict[str, CaseloadRow]:
    """The row of each family, those that no longer hold made anew and kept."""
    stamp = f"{FORMAT}-{library.version}"
    kept, changed = records.rows_kept(stamp)
    rows = {family_id: row_of(family_id, body) for family_id, body in kept.items() if family_id not in changed}
    stale = changed | {family_id for family_id, row in rows.items() if not row.holds_on(today)}
    made = dict(_made(records, library, today, stale))
    if made:
        records.keep_rows(stamp, {family_id: row_body(row) for family_id, row in made.items()})
    return {family_id: row.on_day(today) for family_id, row in (rows | made).items()}


def _made(records: Records, library: Library, today: date, stale: Iterable[str]) -> Iterable[tuple[str, CaseloadRow]]:
    for family_id in stale:
        family, advice, visits = records.family(family_id), records.advice(family_id), records.visits(family_id)
        plan_due_on = first_due(read_plan(records, family_id))
        yield family_id, made_row(family, advice, visits, library, today, plan_due_on)


def _counts(rows: Iterable[CaseloadRow], names: Iterable[TopicName]) -> tuple[TopicCount, ...]:
    """People, not places in families: somebody who is in two families counts once, as told only if in both."""
    mothers, fathers = _Tally(row.mothers for row in rows), _Tally(row.fathers for row in rows)
    return tuple(
        TopicCount(
            topic=name.topic,
            name=name.name,
            mothers_told=len(mothers.told(name.topic)),
            mothers=len(mothers.meant[name.topic]),
            fathers_told=len(fathers.told(name.topic)),
            fathers=len(fathers.meant[name.topic]),
        )
        for name in names
    )


class _Tally:
    """People of one sort over all families, by topic."""

    def __init__(self, parents: Iterable[Mapping[Topic, Parents]]) -> None:
        self.meant: defaultdict[Topic, set[str]] = defaultdict(set)
        self._lacking: defaultdict[Topic, set[str]] = defaultdict(set)
        for by_topic in parents:
            for topic, one in by_topic.items():
                self.meant[topic].update(one.meant)
                self._lacking[topic].update(set(one.meant).difference(one.told))

    def told(self, topic: Topic) -> set[str]:
        """Those told and understood wherever it is meant for them."""
        return self.meant[topic] - self._lacking[topic]


def _gaps(rows: Iterable[CaseloadRow], names: Iterable[TopicName]) -> tuple[TopicGap, ...]:
    """The most common first; among equals fathers, and topics in the order of the screens."""
    people: defaultdict[tuple[Topic, bool], set[str]] = defaultdict(set)
    families: defaultdict[tuple[Topic, bool], set[str]] = defaultdict(set)
    for row in rows:
        for are_fathers, by_topic in ((True, row.fathers), (False, row.mothers)):
            for topic, one in by_topic.items():
                if one.untold:
                    people[topic, are_fathers].update(one.untold)
                    families[topic, are_fathers].add(row.family_id)
    found = [
        TopicGap(name.topic, name.name, len(people[key]), key[1], frozenset(families[key]))
        for name in names
        for key in ((name.topic, True), (name.topic, False))
        if people[key]
    ]
    return tuple(sorted(found, key=lambda gap: (-gap.count, not gap.are_fathers)))
