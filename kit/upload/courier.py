"""The courier: carries one parcel at a time to a FHIR R4 server, and brings back the receipt (port `Courier`)."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from kit.domain.errors import RefusedError, TryLaterError
from kit.domain.identity import new_id
from kit.domain.outbox import Receipt
from kit.upload.answer import BUSY_NOW, KEPT, NOT_THERE, Kind
from kit.upload.codes import Dialect
from kit.upload.delivery import Delivery
from kit.upload.sender import Sender
from kit.upload.wire import Wire, checked_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.domain.outbox import Upload
    from kit.service.ports import Clock

_CONTEXT = ("Organization", "Practitioner", "Patient", "RelatedPerson", "Encounter")
NEEDED = frozenset((*_CONTEXT, "Communication", "Observation", "Provenance"))
"""Resource types every upload may hold. A server without Task takes all the rest; actions then ask for a person."""


class HttpCourier:
    """Sends uploads over HTTPS. Owned by the wire thread; keeps no record, and never logs what it carries.

    Sending the same upload again is harmless: the server answers with what it has (`fhir.md` section 6).

    Args:
        namespace: address the organisation owns, in front of its own identifiers and codes.
        sends_profiles: whether resources name the UK Core profiles they follow.
        sends_free_text: whether the reason of a correction goes in the worker's own words.
        timeout_s: seconds to wait for each part of an answer.
        token: gives the bearer token, and a new one when asked again; None for a server without sign-in.
        clock: dates the receipts.
        pause: waits these seconds; a test may not want to.
    """

    def __init__(
        self,
        *,
        namespace: str,
        sends_profiles: bool = True,
        sends_free_text: bool = False,
        timeout_s: float = 10.0,
        token: Callable[[], str] | None = None,
        clock: Clock,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._dialect = Dialect(namespace.strip().rstrip("/"), sends_profiles, sends_free_text)
        self._timeout_s = timeout_s
        self._token = token
        self._clock = clock
        self._pause = pause
        self._wire: Wire | None = None
        self._stumbles: Counter[str] = Counter()

    def send(self, upload: Upload, answered: Callable[[str], None] | None = None) -> Receipt:
        """Send what is in the parcel and bring back the receipt. The line is closed again when this returns.

        Raises:
            TryLaterError: nothing was answered; try again later.
            RefusedError: the server cannot take uploads from this laptop as it is set up.
        """
        base = checked_address(upload.server)
        wire = self._wire
        with wire if wire and wire.base == base else Wire(base, self._clock, self._timeout_s, self._token) as line:
            if line is not wire:
                check_server(line)
                self._wire = line
            sender = Sender(line, {one.identifier: one.reference for one in upload.known}, self._pause)
            delivery = Delivery(sender, self._dialect, upload, self._stumbles, answered or _nobody_hears)
            stopped = delivery.run()
        now = self._clock.now()
        return Receipt(
            id=new_id(now),
            upload_id=upload.id,
            server=upload.server,
            received_at=now,
            answers=tuple(delivery.answers),
            references=delivery.references,
            stopped=stopped,
        )


def check_server(wire: Wire) -> None:
    """Refuse a server that is no FHIR R4 server with transactions and conditional creates.

    Raises:
        TryLaterError: it could not be asked.
        RefusedError: it cannot take our uploads.
    """
    answer = wire.get("/metadata", "start")
    if answer.kind is Kind.STUMBLED:
        raise TryLaterError(BUSY_NOW, wait_s=answer.wait_s)
    content = answer.content or {}
    if answer.kind is not Kind.DONE or content.get("resourceType") != "CapabilityStatement":
        raise RefusedError(NOT_THERE)
    if not str(content.get("fhirVersion", "")).startswith("4.0."):
        message = f"The server speaks another version of FHIR than R4. {KEPT}. Please check the address in Settings."
        raise RefusedError(message)
    rest = _server_part(content)
    if "transaction" not in [one.get("code") for one in _dicts(rest.get("interaction"))]:
        message = f"The server does not offer transactions. {KEPT}. Please ask who looks after the server."
        raise RefusedError(message)
    offered = {str(one.get("type")): one.get("conditionalCreate") is not False for one in _dicts(rest.get("resource"))}
    lacking = sorted(needed for needed in NEEDED if offered and not offered.get(needed, False))
    if lacking:
        message = f"The server does not take {', '.join(lacking)}. {KEPT}. Please ask who looks after the server."
        raise RefusedError(message)


def _server_part(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """What it says of itself as a server."""
    return next((one for one in _dicts(content.get("rest")) if one.get("mode") == "server"), {})


def _dicts(listed: object) -> list[Mapping[str, Any]]:
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _nobody_hears(_entry_id: str) -> None:
    """What answers go to when nobody asked to hear them."""
