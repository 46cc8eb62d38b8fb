"""Rooms from which something can be sent: a server address, a courier that does what it is told, lines that wait."""

from __future__ import annotations

from dataclasses import replace

from kit.app.uploader import Uploader
from tests import fakes
from tests.app.caseload_rooms import LateDesk, practice

SERVER = "https://records.example.nhs.uk/fhir"


class Post:
    """An uploader with everything around it."""

    def __init__(self, *, server=SERVER, late=(), given=None):
        self.given = given or practice()
        self.records, self.clock = self.given.records, self.given.clock
        self.records.kept.settings = replace(self.records.kept.settings, server_url=server)
        self.courier = fakes.FakeCourier(self.clock)
        self.desk = LateDesk() if "desk" in late else self.given.rooms.desk
        self.wire = LateDesk() if "wire" in late else self.given.rooms.wire
        self.rooms = replace(self.given.rooms, courier=lambda _settings: self.courier, desk=self.desk, wire=self.wire)
        self.uploader = Uploader(self.rooms)
        self.heard = []
        self.uploader.round_started.connect(lambda total: self.heard.append(("started", total)))
        self.uploader.answered.connect(lambda count, total: self.heard.append(("answered", count, total)))
        self.uploader.round_ended.connect(lambda ended: self.heard.append(("ended", ended)))
        self.uploader.outbox_changed.connect(lambda: self.heard.append(("changed",)))

    @property
    def waiting(self):
        with self.records as records:
            return len(records.waiting())

    @property
    def first(self):
        """The entries of the oldest visit."""
        with self.records as records:
            visit = records.waiting()[0].visit_id
            return [entry.id for entry in records.waiting() if entry.visit_id == visit]

    @property
    def ended(self):
        return [each[1] for each in self.heard if each[0] == "ended"]
