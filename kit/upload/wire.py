"""One HTTP call at a time, to one server, with whatever goes wrong turned into our own errors at this border."""

from __future__ import annotations

import ipaddress
import json
import ssl
import time
import uuid
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode, urlsplit

import kit
from kit.domain.errors import RefusedError, TryLaterError
from kit.upload.answer import KEPT, NOT_OURS, NOT_REACHED, NOT_TRUSTED, Answer, Kind, read_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    import httpx

    from kit.service.ports import Clock
    from kit.upload.codes import Json

MOST_BYTES = 16 * 1024 * 1024
"""An answer longer than this is not from a server of ours."""

_FHIR_JSON = "application/fhir+json"


def checked_address(address: str) -> str:
    """The base address without a slash at its end.

    Raises:
        RefusedError: it is no address, it holds a password, or it is not encrypted and not on this computer.
    """
    text = address.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment or not text.isprintable():
        message = f"The server address in Settings is not complete. It begins with https://. {KEPT}."
        raise RefusedError(message)
    if parts.username is not None or parts.password is not None:
        message = f"The server address in Settings holds a name or password. Please take it out. {KEPT}."
        raise RefusedError(message)
    if parts.scheme == "http" and not is_this_computer(host):
        message = f"The server address needs https://, so that nobody on the way can read what is sent. {KEPT}."
        raise RefusedError(message)
    return text


def is_this_computer(host: str) -> bool:
    """Whether this host is the computer itself: the one place where plain http is allowed."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Wire:
    """The line to one server, open inside `with`. Owned by the wire thread; nothing it carries is logged or quoted."""

    def __init__(self, base: str, clock: Clock, timeout_s: float, token: Callable[[], str] | None) -> None:
        self.base = base
        self._clock = clock
        self._timeout_s = timeout_s
        self._token = token
        self._bearer = ""
        self._trusted: ssl.SSLContext | None = None
        self._client: httpx.Client | None = None

    def __enter__(self) -> Self:
        """Get ready. Redirects are never followed: neither a token nor a record travels to another address."""
        import httpx  # noqa: PLC0415 - 60 ms that no start of the application should wait for

        self._trusted = self._trusted or _trusted()
        self._client = httpx.Client(
            timeout=self._timeout_s,
            follow_redirects=False,
            trust_env=not is_this_computer(urlsplit(self.base).hostname or ""),
            verify=self._trusted,
            headers={"User-Agent": f"home-visit-kit/{kit.__version__}", "Accept": _FHIR_JSON},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def get(self, path: str, about: str) -> Answer:
        """Read something; `about` is the id of the record it is for."""
        return self._ask("GET", path, about)

    def post_bundle(self, bundle: Json, about: str) -> Answer:
        """Send a transaction. `Prefer` keeps what we sent out of the answer (`fhir.md` section 5)."""
        return self._ask("POST", "", about, _as_json(bundle), {"Content-Type": _FHIR_JSON, "Prefer": "return=minimal"})

    def search(self, resource_type: str, condition: str, about: str) -> Answer:
        """Search with the identifier in the body, so that no number stands in an address (`fhir.md` section 8)."""
        name, _, value = condition.partition("=")
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", f"/{resource_type}/_search", about, urlencode({name: value}).encode(), form)

    def replace(self, reference: str, resource: Mapping[str, object], etag: str, about: str) -> Answer:
        """Put a resource in place of the version that was read, and of no other."""
        headers = {"Content-Type": _FHIR_JSON, "Prefer": "return=minimal", "If-Match": etag}
        return self._ask("PUT", f"/{reference}", about, _as_json(resource), headers)

    def _ask(
        self, method: str, path: str, about: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """One question and its answer; a new token once when the old one has run out (`fhir.md` section 9).

        Raises:
            TryLaterError: nothing that can be used came back.
            RefusedError: the server takes nothing from this laptop as it is set up.
        """
        answer = self._exchange(method, path, about, body, headers or {})
        if answer.kind is Kind.SIGN_IN and self._token is not None:
            self._bearer = ""
            answer = self._exchange(method, path, about, body, headers or {})
        if answer.kind is Kind.LATER:
            raise TryLaterError(answer.said, wait_s=answer.wait_s)
        if answer.kind in {Kind.STOP, Kind.SIGN_IN}:
            raise RefusedError(answer.said)
        return answer

    def _exchange(self, method: str, path: str, about: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        import httpx  # noqa: PLC0415 - as above

        if self._client is None:
            message = "A wire is used inside `with`."
            raise RuntimeError(message)
        ids = {"X-Request-ID": str(uuid.uuid4()), "X-Correlation-ID": about}
        try:
            with self._client.stream(
                method, self.base + path, content=body or None, headers={**ids, **headers, **self._signed()}
            ) as response:
                content = self._body(response)
                return read_answer(response.status_code, response.headers, content, self._clock.now())
        except httpx.InvalidURL as error:
            message = f"The server address in Settings is not an address. {KEPT}."
            raise RefusedError(message) from error
        except httpx.HTTPError as error:
            raise TryLaterError(NOT_TRUSTED if "certificate" in str(error).casefold() else NOT_REACHED) from error

    def _body(self, response: httpx.Response) -> bytes:
        """The body, given up when it is endless or drips, so that closing the application never hangs."""
        until, kept = time.monotonic() + self._timeout_s, bytearray()
        for chunk in response.iter_bytes():
            kept += chunk
            if len(kept) > MOST_BYTES:
                raise TryLaterError(NOT_OURS)
            if time.monotonic() > until:
                raise TryLaterError(NOT_REACHED)
        return bytes(kept)

    def _signed(self) -> dict[str, str]:
        if self._token is None:
            return {}
        self._bearer = self._bearer or self._token()
        return {"Authorization": f"Bearer {self._bearer}"}


def _trusted() -> ssl.SSLContext:
    """The certificates this computer trusts, an organisation's own among them, and those that come with httpx."""
    import certifi  # noqa: PLC0415 - comes with httpx

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _as_json(resource: Mapping[str, object]) -> bytes:
    return json.dumps(resource, separators=(",", ":")).encode("ascii")
