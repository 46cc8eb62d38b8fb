"""Settings: one frozen value, each field with its meaning and default. Nothing about a family is a setting."""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.domain.errors import RuleError

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes offered, in per cent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the worker and the organisation chose.

    Attributes:
        worker_name: printed in the contact box and sent as the sender of advice.
        worker_role: said in words ("Health visitor").
        worker_phone: printed in the contact box.
        organisation_name: sent as the service provider.
        organisation_code: ODS code; empty when the organisation has not set one.
        server_url: base address of a FHIR R4 server; empty while nothing can be sent.
        namespace: address the organisation owns, in front of its own identifiers and codes.
        sends_profiles: whether resources name the UK Core profiles they follow.
        theme: "system", "light", "dark" or "contrast".
        text_percent: one of TEXT_SIZES.
        has_practised_hiding: whether the hide key was practised; set up is not finished before.
        is_practice: whether the records are invented.
        keeps_initials_only: whether people are kept as initials and a local number, without names.
        show_pin: 4 to 6 digits that give a screen shown to a parent back to the worker; empty while none is chosen.
    """

    worker_name: str = ""
    worker_role: str = "Health visitor"
    worker_phone: str = ""
    organisation_name: str = ""
    organisation_code: str = ""
    server_url: str = ""
    namespace: str = "https://advice.example.nhs.uk/fhir"
    sends_profiles: bool = True
    theme: str = "system"
    text_percent: int = 100
    has_practised_hiding: bool = False
    is_practice: bool = False
    keeps_initials_only: bool = False
    show_pin: str = field(default="", repr=False)


def check_server(address: str) -> str:
    """The base address of the server without spaces or a slash at its end; empty while nothing is to be sent.

    Raises:
        RuleError: it is no address, it holds a password, or it is not encrypted and not on this computer.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415 - settings are read before the first window, addresses are not

    text = address.strip().rstrip("/")
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    is_bare = not (parts.query or parts.fragment) and text.isprintable() and " " not in text
    if parts.scheme not in {"http", "https"} or not host or not is_bare:
        message = "This address is not complete. It begins with https://."
        raise RuleError(message, field="server_url")
    if parts.username is not None or parts.password is not None:
        message = "Take the name and password out of the address. They are not kept here."
        raise RuleError(message, field="server_url")
    if parts.scheme == "http" and not _is_this_computer(host):
        message = "The address needs https://, so that nobody on the way can read what is sent."
        raise RuleError(message, field="server_url")
    return text


def _is_this_computer(host: str) -> bool:
    """Whether this host is the computer itself, the one place where plain http is allowed."""
    from ipaddress import ip_address  # noqa: PLC0415 - as above

    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
