"""The few words of IPP that the kit speaks (RFC 8010 and 8011): questions as bytes, answers as names and values.

They go to the printing system of this computer, by the socket that CUPS listens at or where CUPS_SERVER points. Only
the standard library is needed; nothing is written to a file.
"""

from __future__ import annotations

import getpass
import itertools
import os
import socket
import struct
import sys
from dataclasses import dataclass, field
from enum import IntEnum
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Value = int | bool | str | bytes
    Group = dict[str, list[Value]]

PATIENCE_S = 8
PORT = 631
_SOCKETS = {"darwin": "/private/var/run/cupsd"}
_SOCKET = "/run/cups/cups.sock"
_NUMBERS = itertools.count(1)
_OPERATION, _JOB, _END, _LAST_DELIMITER = 0x01, 0x02, 0x03, 0x0F
_INTEGERS, _BOOLEAN = frozenset({0x21, 0x23}), 0x22
_TEXTS = range(0x41, 0x4A)


class Operation(IntEnum):
    """What is asked for. Those from 0x4000 on are CUPS's own."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB = 0x0009
    GET_PRINTER = 0x000B
    DEFAULT_PRINTER = 0x4001
    PRINTERS = 0x4002


class Kind(IntEnum):
    """How a value is written."""

    INTEGER = 0x21
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


class NotSpokenError(Exception):
    """Nobody answered, or not in IPP without a password: another way to print may still do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and the groups of what was told: one for each printer or job."""

    status: int
    groups: tuple[Group, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether what was asked for was done."""
        return self.status < 0x100  # noqa: PLR2004 - the statuses below are kinds of success


@dataclass(frozen=True, slots=True)
class Question:
    """One request: what for, about which printer or job, and what is asked of the job.

    Attributes:
        printer: its name; empty when the question is about all of them.
        about: attributes of the operation, each with its kind.
        job: attributes of the job.
    """

    operation: Operation
    printer: str = ""
    about: Sequence[tuple[Kind, str, int | str | Sequence[str]]] = ()
    job: Sequence[tuple[Kind, str, int | str]] = field(default=())

    @property
    def path(self) -> str:
        """Where it is posted; CUPS keeps rules for each place."""
        if self.operation in {Operation.GET_JOB, Operation.CANCEL_JOB}:
            return "/jobs/"
        return f"/printers/{quote(self.printer)}" if self.printer else "/"

    def as_bytes(self) -> bytes:
        """The request as it is sent, before the document."""
        head = struct.pack(">BBHI", 2, 0, self.operation, next(_NUMBERS))
        first = [(Kind.CHARSET, "attributes-charset", "utf-8"), (Kind.LANGUAGE, "attributes-natural-language", "en")]
        address = [(Kind.URI, "printer-uri", f"ipp://localhost/printers/{quote(self.printer)}")] if self.printer else []
        user = [(Kind.NAME, "requesting-user-name", getpass.getuser())]
        about = b"".join(_written(*each) for each in [*first, *address, *user, *self.about])
        job = b"".join(_written(*each) for each in self.job)
        return head + bytes([_OPERATION]) + about + (bytes([_JOB]) + job if job else b"") + bytes([_END])


def ask(question: Question, document: bytes = b"") -> Answer:
    """Ask the printing system of this computer.

    Raises:
        NotSpokenError: no answer in IPP.
    """
    connection = _connection()
    try:
        body = question.as_bytes() + document
        connection.request("POST", question.path, body, {"Content-Type": "application/ipp"})
        response = connection.getresponse()
        answered = response.read()
        if response.status != 200:  # noqa: PLR2004 - anything else asks for a password, or for a secure line
            message = f"HTTP {response.status}"
            raise NotSpokenError(message)
        return read_answer(answered)
    except (OSError, HTTPException, struct.error, IndexError) as error:
        raise NotSpokenError(str(error)) from error
    finally:
        connection.close()


def read_answer(answered: bytes) -> Answer:
    """An answer as it came. Raises struct.error or IndexError when it is cut short."""
    (status,) = struct.unpack_from(">H", answered, 2)
    groups: list[Group] = []
    last: list[Value] = []
    at = 8
    while (tag := answered[at]) != _END:
        at += 1
        if tag <= _LAST_DELIMITER:
            groups.append({})
            continue
        name, at = _text_at(answered, at)
        value, at = _bytes_at(answered, at)
        if name:  # one without a name is a further value of the last
            last = groups[-1].setdefault(name, [])
        last.append(_read(tag, value))
    return Answer(status, tuple(groups[1:]))


def _written(kind: Kind, name: str, value: int | str | Sequence[str]) -> bytes:
    values = [value] if isinstance(value, int | str) else value
    written = b""
    for each in values:
        content = struct.pack(">i", each) if isinstance(each, int) else each.encode()
        title = b"" if written else name.encode()
        written += struct.pack(">BH", kind, len(title)) + title + struct.pack(">H", len(content)) + content
    return written


def _bytes_at(answered: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", answered, at)
    end = at + 2 + length
    return answered[at + 2 : end], end


def _text_at(answered: bytes, at: int) -> tuple[str, int]:
    text, end = _bytes_at(answered, at)
    return text.decode(errors="replace"), end


def _read(tag: int, value: bytes) -> Value:
    if tag in _INTEGERS:
        return int.from_bytes(value, "big", signed=True)
    if tag == _BOOLEAN:
        return value != b"\0"
    return value.decode(errors="replace") if tag in _TEXTS else value


def _connection() -> HTTPConnection:
    """To where CUPS_SERVER points, else to the socket of this computer, else to its port."""
    server = os.environ.get("CUPS_SERVER", "")
    if not server:
        usual = _SOCKETS.get(sys.platform, _SOCKET)
        server = usual if Path(usual).exists() else "localhost"
    if server.startswith("/"):
        return _SocketConnection(server)
    host, _, port = server.partition("/")[0].rpartition(":") if ":" in server else (server, "", "")
    return HTTPConnection(host, int(port) if port.isdigit() else PORT, timeout=PATIENCE_S)


class _SocketConnection(HTTPConnection):
    """HTTP by a socket in the file system."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=PATIENCE_S)
        self._path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def words(group: Mapping[str, Sequence[Value]], name: str) -> tuple[str, ...]:
    """The words an answer gives under this name."""
    return tuple(each for each in group.get(name, ()) if isinstance(each, str))


def number(group: Mapping[str, Sequence[Value]], name: str) -> int:
    """The number an answer gives under this name, or 0."""
    return next((int(each) for each in group.get(name, ()) if isinstance(each, int)), 0)
