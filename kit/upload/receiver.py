"""A small FHIR R4 receiver for practice, on this computer only.

It is for trying out and for tests, never for real families: it has no sign-in, no encryption and no backup, and it
forgets everything when it ends unless it is told to save. It takes what the kit sends and no more: transactions of
conditional creates, reading, searching by identifier or tag, and replacing a known version.
"""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl, urlsplit

from kit.domain.errors import RefusedError
from kit.upload.practice import REQUIRED, PracticeError, PracticeStore, etag, outcome
from kit.upload.wire import MOST_BYTES, is_this_computer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from kit.upload.codes import Json

BASE = "/fhir"
"""Where it answers."""

_CREATED = {"interaction": [{"code": "read"}, {"code": "update"}, {"code": "create"}, {"code": "search-type"}]}

CAPABILITIES: Json = {
    "resourceType": "CapabilityStatement",
    "status": "active",
    "date": "2026-11-24",
    "kind": "instance",
    "implementation": {"description": "Practice receiver of the Home Visit Kit. Not for real records."},
    "fhirVersion": "4.0.1",
    "format": ["application/fhir+json"],
    "rest": [
        {
            "mode": "server",
            "resource": [{"type": name, "conditionalCreate": True, **_CREATED} for name in REQUIRED],
            "interaction": [{"code": "transaction"}],
        }
    ],
}
"""What it says it can do."""


class PracticeReceiver:
    """A receiver that runs from `with` until the end of the block.

    Args:
        port: where to listen; 0 lets the system choose.
        host: this computer, under one of its names.
        keep: a file to save everything to at the end; None keeps nothing.

    Raises:
        RefusedError: another computer could reach it there, or the port is in use.
    """

    def __init__(self, port: int = 0, host: str = "127.0.0.1", keep: Path | None = None) -> None:
        if not is_this_computer(host):
            message = "The practice receiver works on this computer only. Use 127.0.0.1."
            raise RefusedError(message)
        self._store = PracticeStore()
        self._keep = keep
        try:
            self._server = _Server((host, port), self._store)
        except OSError as error:
            message = f"The practice receiver cannot use port {port}. Another program may have it. Choose another."
            raise RefusedError(message) from error
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="receiver", daemon=True)

    @property
    def base_url(self) -> str:
        """The address to put into Settings."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}{BASE}"

    def received(self) -> dict[str, int]:
        """How many resources of each type it holds."""
        return self._store.counts()

    def resources(self, resource_type: str) -> list[Json]:
        """The resources of this type, in the order they came."""
        with self._store.lock:
            return [one for one in self._store.kept.values() if one["resourceType"] == resource_type]

    def save(self, path: Path) -> None:
        """Write everything it holds to a file, which is not encrypted."""
        self._store.save(path)

    def forget(self) -> None:
        """Empty it, as a server that was set up anew."""
        with self._store.lock:
            self._store.kept = {}

    def wait(self) -> None:
        """Go on until somebody stops it."""
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        if self._keep is not None:
            self.save(self._keep)


class _Server(ThreadingHTTPServer):
    """Holds the store for the requests; open connections do not hold up the end."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], store: PracticeStore) -> None:
        self.store = store
        super().__init__(address, _Request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that broke is the business of the one who broke it."""


class _Request(BaseHTTPRequestHandler):
    """One request. Nothing is logged."""

    protocol_version = "HTTP/1.1"
    server_version = "KitPractice"
    disable_nagle_algorithm = True
    timeout = 60
    server: _Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server gives it
        """Say nothing: addresses may hold identifiers."""

    def do_GET(self) -> None:
        """Read one resource, or search."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Take a transaction, or search with the identifier in the body."""
        self._answer(self._post)

    def do_PUT(self) -> None:
        """Replace a known version."""
        self._answer(self._put)

    def _answer(self, work: Callable[[tuple[str, ...], bytes], tuple[int, Json]]) -> None:
        try:
            body = self._body()
            status, resource = work(self._steps(), body)
        except PracticeError as error:
            status, resource = error.status, error.outcome
        except (KeyError, TypeError, ValueError, AttributeError):
            status, resource = 400, outcome("structure", "The content is not built as R4 asks")
        content = json.dumps(resource).encode("ascii")
        self.send_response(status)
        self.send_header("Content-Type", "application/fhir+json")
        self.send_header("Content-Length", str(len(content)))
        if "versionId" in resource.get("meta", {}):
            self.send_header("ETag", etag(resource))
        self.end_headers()
        self.wfile.write(content)

    def _get(self, steps: tuple[str, ...], _body: bytes) -> tuple[int, Json]:
        match steps:
            case ("metadata",):
                return 200, CAPABILITIES
            case (resource_type,):
                return 200, self._found(resource_type, dict(parse_qsl(urlsplit(self.path).query)))
            case (resource_type, resource_id):
                return 200, self.server.store.read(f"{resource_type}/{resource_id}")
        raise _nothing_here()

    def _post(self, steps: tuple[str, ...], body: bytes) -> tuple[int, Json]:
        match steps:
            case ():
                return 200, self.server.store.transact(_parsed(body))
            case (resource_type, "_search"):
                return 200, self._found(resource_type, dict(parse_qsl(body.decode("ascii", "replace"))))
        raise _nothing_here()

    def _put(self, steps: tuple[str, ...], body: bytes) -> tuple[int, Json]:
        match steps:
            case (resource_type, resource_id):
                reference = f"{resource_type}/{resource_id}"
                return 200, self.server.store.replace(reference, _parsed(body), self.headers.get("If-Match", ""))
        raise _nothing_here()

    def _found(self, resource_type: str, query: Mapping[str, str]) -> Json:
        entries = [{"resource": resource} for _, resource in self.server.store.search(resource_type, query)]
        return {"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": entries}

    def _steps(self) -> tuple[str, ...]:
        """The parts of the path under BASE."""
        path = urlsplit(self.path).path
        if path != BASE and not path.startswith(f"{BASE}/"):
            raise _nothing_here()
        return tuple(step for step in path.removeprefix(BASE).split("/") if step)

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > MOST_BYTES:
            self.close_connection = True
            raise PracticeError(413, "too-long", "The body is too long")
        return self.rfile.read(int(length))


def _parsed(body: bytes) -> Json:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise PracticeError(400, "structure", "The body is not JSON") from error
    if not isinstance(content, dict):
        raise PracticeError(400, "structure", "The body is not a resource")
    return content


def _nothing_here() -> PracticeError:
    return PracticeError(404, "not-supported", f"The practice receiver answers under {BASE}")
