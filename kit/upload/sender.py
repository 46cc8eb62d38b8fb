"""The steps a parcel is sent in, each of which may be repeated: create, find, mark (`fhir.md` sections 6, 8 and 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.errors import TryLaterError
from kit.upload.answer import IN_USE, NOT_OURS, NOT_WHOLE, Answer, Kind, local_reference, read_transaction
from kit.upload.bundle import in_parts, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kit.upload.bundle import Item
    from kit.upload.wire import Wire

PAUSES_S = (0.1, 0.3, 0.9)
"""Waits before trying again when the server is working on the same record."""

DONE = Answer(Kind.DONE)


class Sender:
    """Sends bundles to one server and learns what it calls our records.

    Every method raises TryLaterError or RefusedError when the server itself is the trouble, not the record.

    Attributes:
        known: "Type/id" on this server by key; grows with every bundle.
        has_passed: whether the server has taken any bundle yet.
    """

    def __init__(self, wire: Wire, known: Mapping[str, str], pause: Callable[[float], None]) -> None:
        self.known = dict(known)
        self.has_passed = False
        self._wire = wire
        self._pause = pause

    def send(self, items: Sequence[Item], about: str) -> Answer:
        """One bundle; again a few times while the server works on the same record."""
        for pause_s in (*PAUSES_S, None):
            bundle = transaction(items, self.known)
            answer, references = read_transaction(self._wire.post_bundle(bundle, about), len(items))
            if answer.kind is not Kind.BUSY or pause_s is None:
                break
            self._pause(pause_s)
        if answer.kind is Kind.LATER:
            raise TryLaterError(answer.said, wait_s=answer.wait_s)
        if answer.kind is Kind.DONE:
            self.has_passed = True
            for item, found in zip(items, references, strict=True):
                self.known[item.key] = found or self._found(item, about)
        return answer

    def send_all(self, items: Sequence[Item], about: str) -> Answer:
        """In bundles of a size every server takes; halved when this one says it is too big (`fhir.md` section 9)."""
        for part in in_parts(items):
            answer = self.send(part, about)
            if answer.kind is Kind.TOO_BIG and len(part) > 1:
                half = len(part) // 2
                answer = self.send_all(part[:half], about)
                if answer.kind is Kind.DONE:
                    answer = self.send_all(part[half:], about)
            if answer.kind is not Kind.DONE:
                return answer
        return DONE

    def reference_of(self, resource_type: str, key: str, about: str) -> str:
        """What the server calls this record, asked for when it is not known; empty when it does not have it."""
        return self.find(resource_type, key, about) or ""

    def find(self, resource_type: str, key: str, about: str) -> str | None:
        """The same, told apart: empty when the server says that it does not have it, None when it says neither."""
        found = self.known.get(key) or self._search(resource_type, f"identifier={key}", about)
        if found:
            self.known[key] = found
        return found

    def mark(self, reference: str, about: str) -> Answer:
        """Set a record to entered-in-error, the one change ever made to an old one (`fhir.md` section 8, step 9B).

        It is read, and put back only if nobody changed it meanwhile; else it is read again.
        """
        for pause_s in (*PAUSES_S, None):
            found = self._wire.get(f"/{reference}", about)
            if found.kind is not Kind.DONE:
                return found
            old = found.content or {}
            if old.get("status") == "entered-in-error":
                return DONE
            if old.get("resourceType") != reference.partition("/")[0]:
                raise TryLaterError(NOT_OURS)
            answer = self._wire.replace(reference, {**old, "status": "entered-in-error"}, _version(found), about)
            if answer.kind not in {Kind.CHANGED, Kind.BUSY} or pause_s is None:
                break
            self._pause(pause_s)
        return Answer(Kind.BUSY, IN_USE) if answer.kind is Kind.CHANGED else answer

    def _found(self, item: Item, about: str) -> str:
        """By search, for a server whose answers do not say where it put the record."""
        found = self._search(item.resource_type, item.condition, about)
        if not found:
            raise TryLaterError(NOT_WHOLE)
        return found

    def _search(self, resource_type: str, condition: str, about: str) -> str | None:
        answer = self._wire.search(resource_type, condition, about)
        content = answer.content or {}
        if answer.kind is not Kind.DONE or content.get("resourceType") != "Bundle":
            return None
        entries = content.get("entry")
        for entry in entries if isinstance(entries, list) else ():
            resource = entry.get("resource") if isinstance(entry, dict) else None
            if isinstance(resource, dict) and resource.get("resourceType") == resource_type:
                return local_reference(f"{resource_type}/{resource.get('id', '')}")
        return ""


def _version(found: Answer) -> str:
    """The version that was read, as If-Match wants it."""
    meta = (found.content or {}).get("meta")
    return found.etag or f'W/"{meta.get("versionId", "") if isinstance(meta, dict) else ""}"'
