"""Transaction bundles that may be sent twice: conditional creates on bare UUIDs (`fhir.md` sections 1, 6 and 7)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.upload.codes import Json

MOST_ENTRIES = 8
"""Entries in one bundle: Medplum refuses more as soon as one is conditional (`fhir.md` section 1, decision 4)."""

_OURS = uuid.UUID("0d9c3c3e-6f0c-5a4e-9a35-5f4f3a2b7d10")
"""What every derived id starts from. Changing it would make a second copy of everything ever sent."""


def derived_id(*parts: str) -> str:
    """A bare UUID that is always the same for these parts (`fhir.md` section 1, decision 3)."""
    return str(uuid.uuid5(_OURS, "/".join(parts)))


@dataclass(frozen=True, slots=True)
class Item:
    """One resource on its way. References inside it are still keys of other items.

    Attributes:
        key: "system|value", by which the server is asked whether it has it already.
        is_tagged: the key is a meta.tag, because the resource type has no identifier (Provenance).
    """

    key: str
    resource: Json
    is_tagged: bool = False

    @property
    def resource_type(self) -> str:
        """Its FHIR type."""
        return str(self.resource["resourceType"])

    @property
    def condition(self) -> str:
        """The search that finds it when it is there already."""
        return f"{'_tag' if self.is_tagged else 'identifier'}={self.key}"


def reference(key: str) -> Json:
    """A reference to the record with this key; `transaction` puts the server's own id in its place."""
    return {"reference": key}


def transaction(items: Sequence[Item], known: Mapping[str, str]) -> Json:
    """The bundle that creates these items where they are missing, and changes nothing where they are not.

    Each fullUrl is a random UUID used only inside this bundle, never the identifier (`fhir.md` section 1, decision 3).

    Args:
        items: at most MOST_ENTRIES.
        known: "Type/id" on this server by key.
    """
    full_urls = {item.key: f"urn:uuid:{uuid.uuid4()}" for item in items}
    places = {**known, **full_urls}
    entries = [
        {
            "fullUrl": full_urls[item.key],
            "resource": {name: _resolved(value, places) for name, value in item.resource.items()},
            "request": {"method": "POST", "url": item.resource_type, "ifNoneExist": item.condition},
        }
        for item in items
    ]
    return {"resourceType": "Bundle", "type": "transaction", "entry": entries}


def in_parts(items: Sequence[Item], most: int = MOST_ENTRIES) -> Iterator[Sequence[Item]]:
    """The items in order, no more than `most` at a time."""
    for start in range(0, len(items), most):
        yield items[start : start + most]


def _resolved(part: object, places: Mapping[str, str]) -> object:
    """A copy in which every reference by key is a reference the server understands."""
    if isinstance(part, dict):
        return {
            name: places[value] if name == "reference" and isinstance(value, str) else _resolved(value, places)
            for name, value in part.items()
        }
    if isinstance(part, list):
        return [_resolved(one, places) for one in part]
    return part
