"""A family on record, as the service makes it."""

from dataclasses import dataclass

import pytest

from kit.domain.carer import NeedKind, Tie
from kit.domain.settings import Settings
from kit.service import families
from tests import fakes, makers


@dataclass
class Desk:
    """Everything a service function is given, and the people of the Ellison family by name."""

    records: fakes.FakeRecords
    library: fakes.FakeLibrary
    clock: fakes.FakeClock
    family_id: str
    people: dict[str, str]

    @property
    def family(self):
        with self.records:
            return self.records.family(self.family_id)


@pytest.fixture
def desk() -> Desk:
    records, clock = fakes.FakeRecords(), fakes.FakeClock()
    library = fakes.FakeLibrary(
        fakes.resource("on-the-back"),
        fakes.resource("walk-away", topic=makers.Topic.CRYING),
        fakes.resource("asking-safely", topic=makers.Topic.DOMESTIC_ABUSE, is_sensitive=True),
        rules=[makers.rule(), makers.rule(makers.Topic.CRYING)],
    )
    with records:
        records.keep_settings(Settings(worker_name="Sam Whitfield", server_url="http://127.0.0.1:1/fhir"))
        records.commit()
    family = families.add_family(records, clock, "Ellison")
    noah = families.add_child(records, clock, family.id, "Noah", "Ellison", born_on=makers.BORN)
    ruby = families.add_child(records, clock, family.id, "Ruby", "Ellison", born_on=makers.BORN.replace(year=2023))
    both = [(noah.id, Tie.MOTHER, ""), (ruby.id, Tie.MOTHER, "")]
    jade = families.add_carer(records, clock, family.id, "Jade", "Ellison", both)
    callum = families.add_carer(records, clock, family.id, "Callum", "Reed", [(noah.id, Tie.FATHER, "lives apart")])
    families.add_need(records, clock, family.id, jade.id, NeedKind.EASY_READ)
    people = {"noah": noah.id, "ruby": ruby.id, "jade": jade.id, "callum": callum.id}
    return Desk(records, library, clock, family.id, people)
