"""What the practice receiver keeps, in memory, and the rules of FHIR R4 it keeps to. As strict as the strictest server.

Like Medplum, it takes eight entries a bundle, refuses references that lead nowhere and ids it did not give, and
rewrites every string that holds a fullUrl (`fhir.md` sections 1 and 6).
"""

from __future__ import annotations

import json
import re
import threading
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.upload.bundle import MOST_ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kit.upload.codes import Json

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Organization": (),
    "Practitioner": (),
    "Patient": (),
    "RelatedPerson": ("patient",),
    "Encounter": ("status", "class"),
    "Communication": ("status",),
    "Observation": ("status", "code"),
    "Task": ("status", "intent"),
    "Provenance": ("target", "recorded", "agent"),
}
"""The resource types it takes, and the elements R4 asks of each."""

STATUSES: Mapping[str, tuple[str, ...]] = {
    "Encounter": ("planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled"),
    "Communication": ("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed"),
    "Observation": ("registered", "preliminary", "final", "amended", "corrected", "cancelled"),
}
"""Required bindings of R4 for status, beside the two that every one of these has."""

_REFERENCE = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}")


class PracticeError(Exception):
    """A request the practice receiver refuses, as a status and an OperationOutcome."""

    def __init__(self, status: int, code: str, said: str, expression: str = "") -> None:
        super().__init__(said)
        self.status = status
        self.outcome: Json = outcome(code, said, expression)


def outcome(code: str, said: str, expression: str = "") -> Json:
    """An OperationOutcome with one issue."""
    issue: Json = {"severity": "error", "code": code, "diagnostics": said}
    if expression:
        issue["expression"] = [expression]
    return {"resourceType": "OperationOutcome", "issue": [issue]}


@dataclass
class PracticeStore:
    """Resources by "Type/id". One lock: a transaction is whole, whoever reads meanwhile."""

    kept: dict[str, Json] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def counts(self) -> dict[str, int]:
        """How many resources of each type."""
        with self.lock:
            return dict(Counter(reference.partition("/")[0] for reference in self.kept))

    def save(self, path: Path) -> None:
        """Write everything as one FHIR collection bundle. The file is not encrypted."""
        with self.lock:
            entries = [{"fullUrl": f"urn:kit:{key}", "resource": one} for key, one in self.kept.items()]
        bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
        path.write_text(json.dumps(bundle, indent=1, ensure_ascii=False), encoding="utf-8")

    def read(self, reference: str) -> Json:
        """One resource, or 404."""
        with self.lock:
            found = self.kept.get(reference)
        if found is None:
            raise PracticeError(404, "not-found", f"{reference} is not here")
        return found

    def search(self, resource_type: str, query: Mapping[str, str]) -> list[tuple[str, Json]]:
        """Resources with this identifier or this tag; other searches are not offered."""
        _check_type(resource_type)
        with self.lock:
            return list(_matching(self.kept, resource_type, query))

    def replace(self, reference: str, resource: Json, if_match: str) -> Json:
        """Put a resource in place of the version named by `if_match`, or of any when that is empty."""
        with self.lock:
            old = self.read(reference)
            if if_match and if_match != etag(old):
                raise PracticeError(412, "conflict", "It was changed meanwhile")
            _check(resource, reference.partition("/")[0])
            new = _versioned(resource, reference, int(old["meta"]["versionId"]) + 1)
            self.kept[reference] = new
        return new

    def transact(self, bundle: Json) -> Json:
        """A transaction of conditional creates: all of it, or nothing."""
        entries = bundle.get("entry")
        if bundle.get("type") != "transaction" or not isinstance(entries, list):
            raise PracticeError(400, "invalid", "Only transaction bundles are taken", "Bundle.type")
        if len(entries) > MOST_ENTRIES:
            raise PracticeError(400, "too-costly", f"At most {MOST_ENTRIES} entries a bundle", "Bundle.entry")
        with self.lock:
            staged = dict(self.kept)
            answers = _create_all(staged, entries)
            self.kept = staged
        return {"resourceType": "Bundle", "type": "transaction-response", "entry": answers}


def etag(resource: Json) -> str:
    """The version of a resource as If-Match wants it."""
    return f'W/"{resource["meta"]["versionId"]}"'


def _create_all(staged: dict[str, Json], entries: list[Json]) -> list[Json]:
    """Give every entry its place first, so that entries may refer to each other; then check and keep them."""
    places, answers, created = {}, [], []
    for number, entry in enumerate(entries):
        resource_type = _requested_type(entry, number)
        found = _existing(staged, resource_type, entry["request"].get("ifNoneExist", ""), number)
        reference = found or f"{resource_type}/{uuid.uuid4()}"
        places[entry.get("fullUrl") or reference] = reference
        if not found:
            staged[reference] = _versioned(entry["resource"], reference, 1)
            created.append((number, reference))
        status = "200 OK" if found else "201 Created"
        answers.append({"response": {"status": status, "location": f"{reference}/_history/1", "etag": 'W/"1"'}})
    for number, reference in created:
        staged[reference] = _rewritten(staged[reference], places)
        _check(staged[reference], reference.partition("/")[0], f"Bundle.entry[{number}].resource")
        for target in _targets(staged[reference]):
            if target not in staged:
                raise PracticeError(400, "not-found", f"{target} is not here", f"Bundle.entry[{number}].resource")
    return answers


def _requested_type(entry: Json, number: int) -> str:
    request, resource = entry.get("request"), entry.get("resource")
    if not isinstance(request, dict) or not isinstance(resource, dict) or request.get("method") != "POST":
        raise PracticeError(400, "not-supported", "Only POST entries are taken", f"Bundle.entry[{number}].request")
    if request.get("url") != resource.get("resourceType"):
        raise PracticeError(400, "invalid", "url and type differ", f"Bundle.entry[{number}].request.url")
    _check_type(str(request.get("url")))
    return str(request["url"])


def _existing(staged: Mapping[str, Json], resource_type: str, condition: str, number: int) -> str:
    """What a conditional create finds: nothing, or one. Several are for a person to put together."""
    if not condition:
        return ""
    name, _, value = condition.partition("=")
    found = [reference for reference, _ in _matching(staged, resource_type, {name: value})]
    if len(found) > 1:
        place = f"Bundle.entry[{number}].request.ifNoneExist"
        raise PracticeError(412, "multiple-matches", "More than one match", place)
    return found[0] if found else ""


def _matching(kept: Mapping[str, Json], resource_type: str, query: Mapping[str, str]) -> Iterator[tuple[str, Json]]:
    if set(query) not in ({"identifier"}, {"_tag"}):
        raise PracticeError(400, "not-supported", "Search by identifier or _tag")
    [(name, wanted)] = query.items()
    for reference, resource in kept.items():
        if reference.startswith(f"{resource_type}/"):
            named = resource.get("identifier", []) if name == "identifier" else resource["meta"].get("tag", [])
            values = {f"{one.get('system', '')}|{one.get('value', one.get('code', ''))}" for one in named}
            if wanted in values:
                yield reference, resource


def _check_type(resource_type: str) -> None:
    if resource_type not in REQUIRED:
        raise PracticeError(404, "not-supported", "This type of resource is not taken here")


def _check(resource: Json, resource_type: str, place: str = "") -> None:
    """Refuse a resource without what R4 requires of it."""
    place = place or resource_type
    if resource.get("resourceType") != resource_type:
        raise PracticeError(400, "invalid", "The type is not the one asked for", f"{place}.resourceType")
    for name in REQUIRED[resource_type]:
        if not resource.get(name):
            raise PracticeError(422, "required", f"{name} is required", f"{place}.{name}")
    if resource_type in STATUSES and resource["status"] not in (
        *STATUSES[resource_type],
        "entered-in-error",
        "unknown",
    ):
        raise PracticeError(422, "code-invalid", "status is not one of the codes of R4", f"{place}.status")


def _versioned(resource: Json, reference: str, version: int) -> Json:
    meta = {**(resource.get("meta") or {}), "versionId": str(version)}
    return {**resource, "id": reference.partition("/")[2], "meta": meta}


def _rewritten(resource: Json, places: Mapping[str, str]) -> Json:
    """Every string with a fullUrl in it, rewritten wherever it stands: the trap Medplum sets (`fhir.md` section 1)."""
    text = json.dumps(resource)
    for full_url, reference in places.items():
        text = text.replace(full_url, reference)
    rewritten: Json = json.loads(text)
    return rewritten


def _targets(part: object) -> Iterator[str]:
    """Every literal reference inside a resource."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "reference" and isinstance(value, str):
                yield value if _REFERENCE.fullmatch(value) else f"nowhere ({len(value)} characters)"
            else:
                yield from _targets(value)
    elif isinstance(part, list):
        for one in part:
            yield from _targets(one)
