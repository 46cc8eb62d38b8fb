"""Families with fresh ids, and the parcels their visits make: the very payloads the service freezes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from kit.domain.advice import AdviceGiven, Outcome, Reason, Understanding
from kit.domain.carer import Carer, Relationship, Tie
from kit.domain.family import Child, Family
from kit.domain.outbox import EntryKind, OutboxEntry, RemoteReference, Upload
from kit.domain.settings import Settings
from kit.domain.visit import Attended, Contact, Presence, Visit, VisitOutcome
from kit.service.parcels import advice_payload, visit_payload
from kit.upload.codes import Dialect
from tests import makers

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = "https://advice.example.nhs.uk/fhir"
DIALECT = Dialect(NAMESPACE)
START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def fresh() -> str:
    return str(uuid.uuid4())


@dataclass
class Home:
    """The Ellison family under fresh ids: Noah and Ruby, one mother, two fathers, a grandmother, a partner."""

    ids: dict[str, str] = field(default_factory=dict)
    settings: Settings = field(
        default_factory=lambda: Settings(worker_name="Sam Whitfield", organisation_name=f"Trust {fresh()}")
    )
    outcome: VisitOutcome = VisitOutcome.SEEN

    def id(self, name: str) -> str:
        return self.ids.setdefault(name, fresh())

    @property
    def family(self) -> Family:
        ties = (
            ("jade", "noah", Tie.MOTHER),
            ("jade", "ruby", Tie.MOTHER),
            ("callum", "noah", Tie.FATHER),
            ("dean", "ruby", Tie.FATHER),
            ("denise", "noah", Tie.GRANDPARENT),
            ("denise", "ruby", Tie.GRANDPARENT),
            ("callum", "ruby", Tie.PARTNER_OF_PARENT),
        )
        return Family(
            self.id("family"),
            "Ellison",
            tuple(
                Child(self.id(name), self.id("family"), name.title(), "Ellison", born)
                for name, born in (("noah", date(2026, 10, 20)), ("ruby", date(2026, 1, 5)))
            ),
            tuple(
                Carer(self.id(name), self.id("family"), name.title(), "Ellison")
                for name in ("jade", "callum", "dean", "denise")
            ),
            tuple(Relationship(fresh(), self.id(carer), self.id(child), tie) for carer, child, tie in ties),
        )

    @property
    def visit(self) -> Visit:
        return Visit(
            id=self.id("visit"),
            family_id=self.id("family"),
            contact=Contact.NEW_BIRTH,
            place_id=None,
            started_at=START,
            ended_at=START + timedelta(minutes=50),
            recorded_at=START + timedelta(minutes=50),
            worker="Sam Whitfield",
            outcome=self.outcome,
            presences=(Presence(self.id("jade"), Attended.ALL), Presence(self.id("callum"), Attended.NOT_HERE)),
            children_seen=(self.id("noah"),) if self.outcome is VisitOutcome.SEEN else (),
        )

    def advice(self, name: str, carer: str = "jade", child: str = "noah", **changes: Any) -> AdviceGiven:
        """A record under a name of its own, so that a test can ask for its id again."""
        values = {"visit_id": self.id("visit"), "child_id": self.id(child), "carer_id": self.id(carer), **changes}
        return makers.advice(self.id(name), family_id=self.id("family"), **values)

    def not_given(self, name: str, carer: str = "callum", reason: Reason = Reason.NOT_PRESENT) -> AdviceGiven:
        changes = {"outcome": Outcome.NOT_GIVEN, "ways": (), "reason": reason, "understanding": None}
        return self.advice(name, carer, **changes)

    def correction(self, name: str, of: str, **changes: Any) -> AdviceGiven:
        values = {"understanding": Understanding.NOT_YET, **changes}
        return self.advice(name, corrects=self.id(of), why="Callum said Jade was asleep", **values)

    def entered_in_error(self, name: str, of: str) -> AdviceGiven:
        changes = {"outcome": Outcome.ENTERED_IN_ERROR, "ways": (), "understanding": None}
        return self.correction(name, of, **changes)

    def three(self) -> tuple[AdviceGiven, ...]:
        """Told and understood, told and not checked, not given to a father who was not there."""
        unchecked = self.advice("unchecked", carer="denise", understanding=Understanding.NOT_CHECKED)
        return (self.advice("told"), unchecked, self.not_given("missed"))

    @property
    def visit_payload(self) -> dict[str, Any]:
        return visit_payload(self.family, self.visit, self.settings)

    def upload(
        self,
        server: str,
        *records: AdviceGiven,
        known: Iterable[RemoteReference] = (),
        is_visit_known: bool = False,
    ) -> Upload:
        return Upload(
            fresh(),
            server,
            self.id("visit"),
            self.visit_payload,
            is_visit_known,
            tuple(entry(record) for record in records),
            tuple(known),
        )


def entry(record: AdviceGiven, **changes: Any) -> OutboxEntry:
    kind = EntryKind.CORRECTION if record.corrects else EntryKind.ADVICE
    payload = {**advice_payload(record), **changes}
    return OutboxEntry(record.id, kind, record.family_id, record.visit_id, record.recorded_at, payload)


def changed(upload: Upload, record_id: str, **changes: Any) -> Upload:
    """The upload with some keys of one payload changed; a key changed to `...` is left out."""

    def one(kept: OutboxEntry) -> OutboxEntry:
        if kept.id != record_id:
            return kept
        payload = {name: value for name, value in {**kept.payload, **changes}.items() if value is not ...}
        return replace(kept, payload=payload)

    return replace(upload, entries=tuple(one(kept) for kept in upload.entries))
