"""What a server says, read strictly: HTTP 200 is not trusted before every entry is (`fhir.md` sections 8 and 9).

Pure functions: bytes in, verdict out. The sentences hold no personal detail; of what the server wrote, only the name
of a field is ever repeated.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from kit.upload.codes import Json


class Kind(IntEnum):
    """What an answer means; the higher one wins when the entries of one bundle disagree."""

    DONE = 0
    MISSING = 1
    """Something it refers to, or asks for, is not there."""
    CHANGED = 2
    """412: it was changed meanwhile, or is there several times."""
    REFUSED = 3
    """This record will never be accepted as it is."""
    TOO_BIG = 4
    STUMBLED = 5
    """500: the server failed on this one; others may pass."""
    BUSY = 6
    """409: two writers at once; try again now."""
    LATER = 7
    SIGN_IN = 8
    STOP = 9
    """Nothing from this laptop will be accepted as it is set up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, understood.

    Attributes:
        said: a plain sentence; empty when it is done.
        content: the resource that came back, or an empty mapping.
        wait_s: how long the server asked us to wait.
        etag: the version of the resource that came back.
    """

    kind: Kind
    said: str = ""
    content: Mapping[str, Any] | None = None
    wait_s: float | None = None
    etag: str = ""


KEPT = "Everything is kept on this laptop"
NOT_REACHED = f"The server could not be reached. {KEPT} and will be sent later."
NOT_TRUSTED = f"The connection to the server could not be trusted, so nothing was sent. {KEPT} and will be tried again."
BUSY_NOW = f"The server is busy. {KEPT} and will be sent later."
NOT_OURS = f"Something between this laptop and the server answered in its place. {KEPT} and will be sent later."
NOT_WHOLE = (
    f"The server did not answer for the whole parcel. {KEPT} and will be sent again. "
    "If it goes on, ask whether transactions are turned on at the server."
)
SIGN_IN = f"The server asks this laptop to sign in. {KEPT}. Please ask for a new sign-in."
NOT_ALLOWED = f"The server does not allow this laptop to send records. {KEPT}. Please ask who looks after the server."
NOT_THERE = f"The server does not take uploads at this address. {KEPT}. Please check the address in Settings."
SENT_ON = f"The server points to another address, which was not followed. {KEPT}. Please check the address in Settings."
IN_USE = "The server is working on the same record. It will be sent later."
FAILED = "The server failed on this record. It will be sent later."
TOO_BIG = "The server says that this record is too big."
GONE = "The server says that this record was deleted there."
SEVERAL = "The server has this record more than once. Someone has to put them together there."
NOT_FOUND = "The server does not find something this record refers to."
NOT_ACCEPTED = "The server did not accept this record."

_SAID: Mapping[Kind, str] = {Kind.BUSY: IN_USE, Kind.STUMBLED: FAILED, Kind.TOO_BIG: TOO_BIG, Kind.MISSING: NOT_FOUND}
_KIND_BY_STATUS: Mapping[int, Kind] = {
    401: Kind.SIGN_IN,
    **dict.fromkeys((403, 405, 406, 407, 415, 501), Kind.STOP),
    **dict.fromkeys((408, 423, 425, 429), Kind.LATER),
    404: Kind.MISSING,
    409: Kind.BUSY,
    410: Kind.REFUSED,
    412: Kind.CHANGED,
    413: Kind.TOO_BIG,
    500: Kind.STUMBLED,
}
_TRANSIENT = frozenset({"lock-error", "no-store", "exception", "timeout", "incomplete", "throttled", "transient"})
_FIELD = re.compile(r"[A-Z][A-Za-z]{2,40}(?:\.[A-Za-z]{1,40}(?:\[\d{1,4}\])?){1,8}")
_LONGEST_WAIT_S = 24 * 3600.0
_STATUS_DIGITS = 3


def read_answer(status: int, headers: Mapping[str, str], body: bytes, now: datetime) -> Answer:
    """What this HTTP answer means for the request it belongs to (table of `fhir.md` section 9).

    Args:
        status: the HTTP status.
        headers: answer headers, looked up without regard to case.
        body: the whole body.
        now: this moment, for a Retry-After that is a date.
    """
    content = _resource(body)
    wait_s = _wait_s(headers.get("retry-after", ""), now)
    if status in {200, 201, 204}:
        if content is None and body.strip():
            return Answer(Kind.LATER, NOT_OURS, wait_s=wait_s)
        return Answer(Kind.DONE, content=content or {}, etag=headers.get("etag", ""))
    if 300 <= status < 400:  # noqa: PLR2004 - a class of HTTP statuses
        return Answer(Kind.STOP, SENT_ON)
    return replace(_failure(status, content), wait_s=wait_s)


def read_transaction(answer: Answer, expected: int) -> tuple[Answer, tuple[str, ...]]:
    """The answer to a transaction, and "Type/id" of each entry in order, empty where the server did not say.

    Done only when every entry is 200 or 201 and none is missing (`fhir.md` section 8, step 5).
    """
    if answer.kind is not Kind.DONE:
        return answer, ()
    content = answer.content or {}
    entries = content.get("entry")
    if content.get("resourceType") != "Bundle":
        return Answer(Kind.LATER, NOT_OURS), ()
    if content.get("type") != "transaction-response" or not isinstance(entries, list) or len(entries) != expected:
        return Answer(Kind.LATER, NOT_WHOLE), ()
    worst = max((_read_entry(entry) for entry in entries), key=lambda one: one.kind, default=Answer(Kind.DONE))
    if worst.kind is not Kind.DONE:
        return worst, ()
    return answer, tuple(_reference_in(entry) for entry in entries)


def local_reference(location: str) -> str:
    """The "Type/id" of a location, without host and history; empty when it is none."""
    found = re.search(r"(?:^|/)([A-Z][A-Za-z]{2,40}/[A-Za-z0-9\-.]{1,64})(?:/_history/[^/]*)?/?$", location)
    return found.group(1) if found else ""


def outcome_codes(content: Mapping[str, Any] | None) -> frozenset[str]:
    """The issue codes of an OperationOutcome."""
    return frozenset(str(issue.get("code", "")) for issue in _issues(content))


def _failure(status: int, content: Mapping[str, Any] | None) -> Answer:
    """A status that is not a success. HTTP decides; the issue code only refines 400, 412 and 422."""
    kind = _KIND_BY_STATUS.get(status)
    if kind is Kind.MISSING and "not-found" not in outcome_codes(content):
        kind = Kind.STOP
    if kind in {Kind.STOP, Kind.SIGN_IN}:
        return Answer(kind, _stopping(status), content)
    if status == 412 and "multiple-matches" in outcome_codes(content):  # noqa: PLR2004 - Precondition Failed
        return Answer(Kind.REFUSED, SEVERAL, content)
    if kind is Kind.REFUSED:
        return Answer(kind, GONE, content)
    if kind is None:
        kind = _unlisted(status, content)
    if kind is Kind.LATER:
        return Answer(kind, NOT_OURS if content is None and status < 500 else BUSY_NOW)  # noqa: PLR2004 - 4xx or 5xx
    return Answer(kind, _SAID.get(kind) or _naming_the_field(content), content)


def _unlisted(status: int, content: Mapping[str, Any] | None) -> Kind:
    """400, 422 and whatever the table does not name: unknown 5xx is later, unknown 4xx is for ever."""
    if not 400 <= status < 500 or content is None:  # noqa: PLR2004 - a class of HTTP statuses
        return Kind.LATER
    said = outcome_codes(content)
    if said & {"too-long", "too-costly"}:
        return Kind.TOO_BIG
    if "not-found" in said:
        return Kind.MISSING
    return Kind.LATER if said & _TRANSIENT else Kind.REFUSED


def _stopping(status: int) -> str:
    return {401: SIGN_IN, 403: NOT_ALLOWED}.get(status, NOT_THERE)


def _naming_the_field(content: Mapping[str, Any] | None) -> str:
    """Which field the server names; never what it says about it, which may repeat a name or a date."""
    for issue in _issues(content):
        places = issue.get("expression")
        for place in places if isinstance(places, list) else ():
            found = _FIELD.match(str(place))
            if found:
                return f"{NOT_ACCEPTED} It names the field {found.group()}."
    return NOT_ACCEPTED


def _read_entry(entry: object) -> Answer:
    """One entry of a transaction-response, by the first three characters of its status."""
    response = entry.get("response") if isinstance(entry, dict) else None
    digits = str(response.get("status", ""))[:_STATUS_DIGITS] if isinstance(response, dict) else ""
    if not isinstance(response, dict) or not (digits.isascii() and digits.isdigit()):
        return Answer(Kind.LATER, NOT_WHOLE)
    if digits in {"200", "201"}:
        return Answer(Kind.DONE)
    outcome = response.get("outcome")
    content = outcome if isinstance(outcome, dict) else {}
    if digits == "404":
        return Answer(Kind.MISSING, NOT_FOUND, content)
    failure = _failure(int(digits), content)
    return replace(failure, said=NOT_WHOLE) if failure.kind is Kind.LATER else failure


def _reference_in(entry: Mapping[str, Any]) -> str:
    """From the location; some servers send the resource instead."""
    found = local_reference(str(entry["response"].get("location") or ""))
    resource = entry.get("resource")
    if not found and isinstance(resource, dict):
        found = local_reference(f"{resource.get('resourceType', '')}/{resource.get('id', '')}")
    return found


def _resource(body: bytes) -> Json | None:
    """The resource in a body; None when it is HTML, no JSON, or JSON of somebody else."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) and isinstance(content.get("resourceType"), str) else None


def _issues(content: Mapping[str, Any] | None) -> Sequence[Mapping[str, Any]]:
    issues = (content or {}).get("issue")
    return [one for one in issues if isinstance(one, dict)] if isinstance(issues, list) else ()


def _wait_s(header: str, now: datetime) -> float | None:
    """Retry-After in seconds, given as seconds or as a date; at most a day."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), _LONGEST_WAIT_S)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        return None
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_WAIT_S)
