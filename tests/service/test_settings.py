"""Settings are changed one by one and kept whole."""

import pytest

from kit.domain.errors import RuleError
from kit.domain.settings import Settings
from kit.service.settings import change_settings
from tests.fakes import FakeRecords


@pytest.fixture
def records():
    return FakeRecords()


def test_a_change_is_kept_and_the_rest_stays(records):
    change_settings(records, worker_name="  Sam   Whitfield ")
    settings = change_settings(records, server_url="https://fhir.example.org/", has_practised_hiding=True)
    assert settings == records.kept.settings
    assert settings == Settings(
        worker_name="Sam Whitfield", server_url="https://fhir.example.org", has_practised_hiding=True
    )


@pytest.mark.parametrize(
    ("name", "typed"), [("server_url", "http://example.org"), ("worker_role", "x" * 121), ("worker_name", " ")]
)
def test_what_breaks_a_rule_is_said_at_its_field_and_nothing_is_kept(records, name, typed):
    with pytest.raises(RuleError) as refused:
        change_settings(records, needed=("worker_name",), worker_phone="01632 960142", **{name: typed})
    assert refused.value.field == name
    assert records.kept.settings == Settings()
