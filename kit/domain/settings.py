"""Settings: one frozen value, each field with its meaning and default. Nothing about a family is a setting."""

from __future__ import annotations

from dataclasses import dataclass

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
