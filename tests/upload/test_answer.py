"""Every row of the error table of the mapping, and answers nobody foresaw."""

import json
from datetime import UTC, datetime

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.upload.answer import Answer, Kind, local_reference, read_answer, read_transaction

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def outcome(code):
    return {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": code}]}


def read(status, content="", **headers):
    body = content if isinstance(content, str) else json.dumps(content)
    named = httpx.Headers({name.replace("_", "-"): value for name, value in headers.items()})
    return read_answer(status, named, body.encode(), NOW)


def transaction(*statuses, **changes):
    entries = [{"response": {"status": status, "location": "Patient/1/_history/1"}} for status in statuses]
    return {"resourceType": "Bundle", "type": "transaction-response", "entry": entries} | changes


TABLE = [
    *((status, "", Kind.LATER) for status in (408, 423, 425, 429, 502, 503, 504, 507, 511, 599, 202)),
    (500, outcome("exception"), Kind.STUMBLED),
    (409, outcome("processing"), Kind.BUSY),
    (401, "", Kind.SIGN_IN),
    (403, outcome("forbidden"), Kind.STOP),
    *((status, "", Kind.STOP) for status in (404, 405, 406, 407, 415, 501, 301, 302, 307, 308)),
    (404, outcome("not-found"), Kind.MISSING),
    (400, outcome("not-found"), Kind.MISSING),
    (410, outcome("deleted"), Kind.REFUSED),
    (412, outcome("multiple-matches"), Kind.REFUSED),
    (412, outcome("conflict"), Kind.CHANGED),
    (413, "", Kind.TOO_BIG),
    (400, outcome("too-costly"), Kind.TOO_BIG),
    (422, outcome("too-long"), Kind.TOO_BIG),
    *((422, outcome(code), Kind.REFUSED) for code in ("invalid", "structure", "required", "business-rule", "odd")),
    (400, outcome("throttled"), Kind.LATER),
    (418, outcome("odd"), Kind.REFUSED),
    (418, "", Kind.LATER),
    (200, outcome("informational"), Kind.DONE),
    (204, "", Kind.DONE),
    (200, "<html>", Kind.LATER),
    (100, "", Kind.LATER),
]


@pytest.mark.parametrize(
    ("status", "content", "kind"), TABLE, ids=[f"{number}-{row[0]}-{row[2].name}" for number, row in enumerate(TABLE)]
)
def test_a_status_means_what_the_table_says(status, content, kind):
    answer = read(status, content)
    assert answer.kind is kind
    assert bool(answer.said) is (kind is not Kind.DONE) or kind is Kind.CHANGED


@pytest.mark.parametrize(
    ("header", "wait_s"),
    [
        ("30", 30),
        ("Tue, 24 Nov 2026 10:01:00 GMT", 60),
        ("Tue, 24 Nov 2026 09:00:00 GMT", 0),
        ("99999999999", 86400),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("Tue, 24 Nov 2026 10:01:00 -0000", None),
    ],
)
def test_a_wait_is_read_as_seconds_or_as_a_date(header, wait_s):
    assert read(503, Retry_After=header).wait_s == wait_s


@pytest.mark.parametrize(
    ("location", "reference"),
    [
        ("Patient/1", "Patient/1"),
        ("Patient/1/_history/2", "Patient/1"),
        ("https://fhir.example.nhs.uk/R4/Patient/a-b.c/_history/1", "Patient/a-b.c"),
        ("/fhir/Communication/7/", "Communication/7"),
        ("urn:uuid:1", ""),
        ("", ""),
    ],
)
def test_a_location_becomes_a_reference(location, reference):
    assert local_reference(location) == reference


@pytest.mark.parametrize(
    ("statuses", "kind"),
    [
        (("200", "201 Created"), Kind.DONE),
        (("201", "422 Unprocessable"), Kind.REFUSED),
        (("503", "422"), Kind.LATER),
        (("404", "422"), Kind.REFUSED),
        (("404", "201"), Kind.MISSING),
        (("403", "422"), Kind.STOP),
        (("409 Conflict", "201"), Kind.BUSY),
        (("500", "201"), Kind.STUMBLED),
        (("204", "201"), Kind.LATER),
        (("", "201"), Kind.LATER),
    ],
)
def test_a_transaction_is_done_when_every_entry_is(statuses, kind):
    answer, references = read_transaction(read(200, transaction(*statuses)), 2)
    assert answer.kind is kind
    assert references == (("Patient/1", "Patient/1") if kind is Kind.DONE else ())


@pytest.mark.parametrize("changes", [{"type": "batch-response"}, {"entry": []}, {"entry": {}}, {"resourceType": "X"}])
def test_a_transaction_that_is_not_whole_is_sent_again(changes):
    answer, _ = read_transaction(read(200, transaction("201", **changes)), 1)
    assert answer.kind is Kind.LATER


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.integers(100, 599), st.binary(max_size=200))
def test_no_answer_at_all_breaks_the_reader(status, body):
    assert isinstance(read_answer(status, {}, body, NOW), Answer)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["resourceType", "type", "entry", "response", "status", "issue", "code", "expression", "outcome"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.sampled_from([200, 400, 404, 412, 422, 500]), anything, anything)
def test_no_json_at_all_breaks_the_reader(status, entry, issue):
    content = {"resourceType": "Bundle", "type": "transaction-response", "entry": entry, "issue": issue}
    answer, _ = read_transaction(read(status, content), 1)
    assert isinstance(answer, Answer)


def test_a_field_that_is_no_list_is_not_read():
    content = {"resourceType": "OperationOutcome", "issue": [{"code": "invalid", "expression": True}]}
    assert read(422, content).kind is Kind.REFUSED


def test_json_nested_without_end_is_not_ours():
    assert read(200, "[" * 100_000).kind is Kind.LATER
