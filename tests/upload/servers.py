"""Real servers to send to: the practice receiver, one of other people, and a bad line between."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Server:
    """A FHIR server, asked the way any other program would ask it."""

    url: str

    def find(self, resource_type: str, key: str) -> list[dict[str, Any]]:
        """Resources with this identifier, or this tag."""
        name = "_tag" if resource_type == "Provenance" else "identifier"
        found = self.get(f"/{resource_type}", {name: key})
        return [one["resource"] for one in found.get("entry", [])]

    def the(self, resource_type: str, key: str) -> dict[str, Any]:
        [found] = self.find(resource_type, key)
        return found

    def get(self, path: str, query: dict[str, str] | None = None) -> dict[str, Any]:
        with httpx.Client(trust_env=False, verify=False) as http:  # noqa: S501 - plain http on this computer
            return http.get(self.url + path, params=query).raise_for_status().json()

    def read(self, reference: str) -> dict[str, Any]:
        return self.get(f"/{reference}")


@contextmanager
def sekmet(folder: Path):
    """SEKMET FHIR R4 Tester, a server of other people, on a free port; ready when the port answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/fhir"
    (folder / "settings.yaml").write_text(f"base_url: {url}\nsimulator:\n  enabled: false\n", encoding="utf-8")
    program = Path(sys.executable).with_name("sekmet")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own arguments
            [program, "serve", "--host", "127.0.0.1", "--port", str(port)], cwd=folder, stdout=log, stderr=log
        )
        try:
            _until_open(port, process)
            yield Server(url)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            try:
                process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
            break
        return
    message = "SEKMET did not start"
    raise AssertionError(message)


@dataclass
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def is_bundle(self) -> bool:
        return self.method == "POST" and self.path == "/fhir"


@dataclass
class Said:
    """One answer to give; `is_dropped` closes the line in its place."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    is_dropped: bool = False


def say(status: int, content: Any = "", **headers: str) -> Callable[..., Said]:
    """Answer this, without asking the server."""
    body = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _asked, _forward: Said(status, body, named)


def refuse(status: int, code: str, expression: str = "", diagnostics: str = "Jade Ellison") -> Callable[..., Said]:
    """Answer with an OperationOutcome that says too much."""
    issue = {"severity": "error", "code": code, "diagnostics": diagnostics, "expression": [expression]}
    return say(status, {"resourceType": "OperationOutcome", "issue": [issue]})


def drop(asked: Asked, forward: Callable[[Asked], Said]) -> Said:
    """Let the server do it, then break the line before the answer."""
    forward(asked)
    return Said(0, is_dropped=True)


def change(how: Callable[[Any], Any]) -> Callable[..., Said]:
    """Let the server do it, and change what it answers."""

    def act(asked: Asked, forward: Callable[[Asked], Said]) -> Said:
        said = forward(asked)
        return Said(said.status, json.dumps(how(json.loads(said.body))).encode(), said.headers)

    return act


_OWN = {"host", "connection", "content-length"}


class Line:
    """Stands between the kit and a server; passes everything on, except what `on` says.

    `asked` holds every request that arrived.
    """

    def __init__(self, server_url: str) -> None:
        self.asked: list[Asked] = []
        self._target = urlsplit(server_url)
        self._rules: list[tuple[Callable[[Asked], bool], list[Callable[..., Said]]]] = []
        line = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                pass

            def _any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
                line.asked.append(asked)
                said = line.answer(asked)
                if said.is_dropped:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(said.status)
                for name, value in said.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body)

            do_GET = do_POST = do_PUT = _any  # noqa: N815 - names http.server asks for

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                """The kit may hang up first."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}{self._target.path}"

    @property
    def bundles(self) -> list[Asked]:
        return [asked for asked in self.asked if asked.is_bundle]

    def on(self, *acts: Callable[..., Said], about: str | None = None, method: str = "POST", path: str = "") -> None:
        """Do these, one a request, for requests that fit; a bundle about any record unless said otherwise."""

        def fits(asked: Asked) -> bool:
            fits_path = asked.path.startswith(path) if path else asked.is_bundle or method != "POST"
            return asked.method == method and fits_path and about in {None, asked.headers.get("x-correlation-id")}

        self._rules.append((fits, list(acts)))

    def heal(self) -> None:
        """From now on pass everything on."""
        self._rules.clear()

    def answer(self, asked: Asked) -> Said:
        for fits, acts in self._rules:
            if acts and fits(asked):
                return acts.pop(0)(asked, self.forward)
        return self.forward(asked)

    def forward(self, asked: Asked) -> Said:
        connection = http.client.HTTPConnection(self._target.hostname or "", self._target.port, timeout=20)
        with closing(connection):
            headers = {name: value for name, value in asked.headers.items() if name not in _OWN}
            connection.request(asked.method, asked.path, asked.body, headers)
            response = connection.getresponse()
            kept = ("content-type", "etag", "location")
            named = {name: value for name, value in response.getheaders() if name.lower() in kept}
            return Said(response.status, response.read(), named)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
