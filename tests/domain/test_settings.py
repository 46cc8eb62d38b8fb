"""Settings: which server addresses are taken."""

import pytest

from kit.domain.errors import RuleError
from kit.domain.settings import check_server


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("   ", ""),
        (" https://fhir.example.org/r4/ ", "https://fhir.example.org/r4"),
        ("https://fhir.example.org:8443", "https://fhir.example.org:8443"),
        ("http://localhost:8480/fhir", "http://localhost:8480/fhir"),
        ("http://127.0.0.1:8480", "http://127.0.0.1:8480"),
        ("http://[::1]:8480/fhir", "http://[::1]:8480/fhir"),
    ],
)
def test_an_address_is_kept_without_spaces_or_a_last_slash(typed, kept):
    assert check_server(typed) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("fhir.example.org", "not complete"),
        ("https://", "not complete"),
        ("https://[", "not complete"),
        ("https://fhir.example.org:port", "not complete"),
        ("https://fhir.example.org/a b", "not complete"),
        ("https://fhir.example.org/r4?a=1", "not complete"),
        ("ftp://fhir.example.org", "not complete"),
        ("https://sam:secret@fhir.example.org", "password"),
        ("http://fhir.example.org/r4", "https://"),
        ("http://127.0.0.1.example.org", "https://"),
        ("http://10.0.0.4/fhir", "https://"),
    ],
)
def test_an_address_that_would_not_be_safe_is_refused_at_its_field(typed, said):
    with pytest.raises(RuleError, match=said) as refused:
        check_server(typed)
    assert refused.value.field == "server_url"
