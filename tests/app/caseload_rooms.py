"""The practice caseload in rooms without threads, for the pages about families."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from functools import cache

from kit.app.rooms import Rooms
from kit.app.worker import InlineWorker
from kit.domain.advice import Topic
from kit.service.practice import fill_caseload
from tests import fakes, makers

RESOURCES = {"every-sleep": Topic.SAFER_SLEEP, "four-messages": Topic.CRYING, "walk-away": Topic.CRYING}


@dataclass
class Practice:
    """Rooms, and what a test looks into."""

    rooms: Rooms
    records: fakes.FakeRecords
    clock: fakes.FakeClock

    def family(self, name="Ellison"):
        with self.records:
            return next(each for each in self.records.families() if each.name == name)

    def carer(self, given_name, family="Ellison"):
        return next(each for each in self.family(family).carers if each.given_name == given_name)

    def child(self, given_name, family="Ellison"):
        return next(each for each in self.family(family).children if each.given_name == given_name)


def library():
    made = [fakes.resource(key, topic=topic) for key, topic in RESOURCES.items()]
    return fakes.FakeLibrary(*made, rules=[makers.rule(), makers.rule(Topic.CRYING, by_weeks=6)])


def practice(*, is_filled=True):
    records, clock, worker = fakes.FakeRecords(), fakes.FakeClock(), InlineWorker()
    if is_filled:
        kept, clock.at = _filled()
        records.kept = copy.deepcopy(kept)
    rooms = Rooms(
        library=library(),
        clock=clock,
        drawer=None,
        press=fakes.FakePress(),
        courier=lambda _settings: fakes.FakeCourier(clock),
        desk=worker,
        press_line=worker,
        wire=worker,
        keep_look=lambda _theme, _percent: None,
        records=records,
    )
    return Practice(rooms, records, clock)


@cache
def _filled():
    """The practice caseload and the moment it was done: made once, because many tests begin with it."""
    records, clock = fakes.FakeRecords(), fakes.FakeClock()
    fill_caseload(records, library(), clock)
    return records.kept, clock.at


class LateDesk:
    """A desk that answers when it is told to."""

    def __init__(self):
        self.jobs = []

    def run(self, owner, work, done, failed):
        self.jobs.append((owner, work, done, failed))

    def answer(self):
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            InlineWorker().run(*job)

    def close(self):
        """Nothing to end."""


def at_a_late_desk(given):
    """The same rooms with a desk that waits."""
    desk = LateDesk()
    return replace(given.rooms, desk=desk), desk
