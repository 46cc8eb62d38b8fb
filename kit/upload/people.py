"""The context of a visit: who worked, for whom, which children and carers, and the visit itself (`fhir.md` section 3).

Two children are two contexts: each has a Patient, an Encounter of its own and a RelatedPerson for each carer, so that
nobody who may read one half-sibling's record can follow a link into the other's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kit.upload import codes
from kit.upload.bundle import Item, derived_id, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.upload.codes import Dialect, Json


_ODS_CODE = re.compile(r"[A-Z0-9]{3,12}")


def context_items(dialect: Dialect, visit: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Everything these events refer to, in an order in which each item comes after those it needs.

    Args:
        dialect: how this organisation writes FHIR.
        visit: payload of the visit.
        events: payloads of what is to be sent with it; may be none.
    """
    children = _children_concerned(visit, events)
    workers = dict.fromkeys([visit["worker"]["name"], *(event["worker"] for event in events)])
    pairs = dict.fromkeys((event["carer_id"], event["child_id"]) for event in events if event.get("carer_id"))
    items = (
        *_organisation(dialect, visit),
        *(_practitioner(dialect, visit, name) for name in workers),
        *(_patient(dialect, child) for child in children),
        *(_related_person(dialect, visit, carer_id, child_id) for carer_id, child_id in pairs),
        *_encounters(dialect, visit, children),
    )
    # The same condition twice in one bundle makes two copies on some servers (`fhir.md` section 6).
    return tuple({item.key: item for item in reversed(items)}.values())[::-1]


def organisation_key(dialect: Dialect, visit: Mapping[str, Any]) -> str | None:
    """ODS code when there is one; else our own id made from the name; None when neither is set."""
    name, code = visit["organisation"]["name"].strip(), visit["organisation"]["code"].strip().upper()
    if _ODS_CODE.fullmatch(code):
        return f"{codes.ODS_ORGANISATION}|{code}"
    if name or code:
        return dialect.key("organisation", derived_id("organisation", name.casefold(), code))
    return None


def worker_key(dialect: Dialect, visit: Mapping[str, Any], name: str) -> str:
    """SDS user id when the payload has one; else our own id made from the organisation and the worker's name."""
    sds_user = str(visit["worker"].get("sds_user_id", ""))
    if sds_user.isalnum() and name == visit["worker"]["name"]:
        return f"{codes.SDS_USER}|{sds_user}"
    organisation = organisation_key(dialect, visit) or ""
    return dialect.key("worker", derived_id("worker", organisation, " ".join(name.split()).casefold()))


def child_key(dialect: Dialect, child: Mapping[str, Any]) -> str:
    """NHS number when the payload has one; else the child's own id (a newborn, `fhir.md` section 3)."""
    number = str(child.get("nhs_number") or "")
    return f"{codes.NHS_NUMBER}|{number}" if re.fullmatch(r"\d{10}", number) else dialect.key("child", child["id"])


def carer_key(dialect: Dialect, carer_id: str, child_id: str) -> str:
    """One for each pair of carer and child, because RelatedPerson.patient is single (`fhir.md` section 3)."""
    return dialect.key("carer", derived_id("carer", carer_id, child_id))


def visit_key(dialect: Dialect, visit: Mapping[str, Any], child_id: str | None) -> str:
    """One for each pair of visit and child; the visit's own id when no child is known."""
    return dialect.key("visit", derived_id("visit", visit["id"], child_id) if child_id else visit["id"])


def child_of(visit: Mapping[str, Any], child_id: str) -> Mapping[str, Any]:
    """The child with this id, or KeyError."""
    return _by_id(visit["children"], child_id)


def context_of(dialect: Dialect, visit: Mapping[str, Any], event: Mapping[str, Any]) -> Json:
    """The child an event is about, and the visit as it concerns that child."""
    child = child_of(visit, event["child_id"])
    return {
        "subject": reference(child_key(dialect, child)),
        "encounter": reference(visit_key(dialect, visit, child["id"])),
    }


def identifier(key: str) -> Json:
    """The Identifier a key stands for."""
    system, _, value = key.partition("|")
    return {"system": system, "value": value}


def _children_concerned(visit: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those the events are about; without events those who were seen; in a failed attempt all of them."""
    named = dict.fromkeys(event["child_id"] for event in events)
    if named:
        return [child_of(visit, child_id) for child_id in named]
    return [child for child in visit["children"] if child["is_seen"]] or list(visit["children"])


def _organisation(dialect: Dialect, visit: Mapping[str, Any]) -> Iterable[Item]:
    key = organisation_key(dialect, visit)
    if key is not None:
        name = visit["organisation"]["name"].strip() or visit["organisation"]["code"].strip()
        yield _item(dialect, "Organization", key, active=True, name=name)


def _practitioner(dialect: Dialect, visit: Mapping[str, Any], name: str) -> Item:
    key = worker_key(dialect, visit, name)
    return _item(dialect, "Practitioner", key, active=True, name=[{"text": name.strip() or "Name not set"}])


def _patient(dialect: Dialect, child: Mapping[str, Any]) -> Item:
    """A child; expected children have no date of birth yet."""
    key, own = child_key(dialect, child), dialect.key("child", child["id"])
    named = identifier(key)
    if child.get("is_nhs_number_verified") and key != own:
        status = {"url": codes.NHS_NUMBER_STATUS, "valueCodeableConcept": {"coding": [codes.NUMBER_VERIFIED]}}
        named = {"extension": [status], **named}
    made = _item(dialect, "Patient", key, active=True, name=_name(child), birthDate=child["born_on"])
    made.resource["identifier"] = [named] if key == own else [named, identifier(own)]
    return made


def _related_person(dialect: Dialect, visit: Mapping[str, Any], carer_id: str, child_id: str) -> Item:
    """What this carer is to this child, and to no other."""
    carer = _by_id(visit["carers"], carer_id)
    ties = [tie["tie"] for tie in carer["ties"] if tie["child_id"] == child_id]
    return _item(
        dialect,
        "RelatedPerson",
        carer_key(dialect, carer_id, child_id),
        active=True,
        patient=reference(child_key(dialect, child_of(visit, child_id))),
        relationship=[dialect.concept("tie", codes.TIES, tie) for tie in ties],
        name=_name(carer),
    )


def _encounters(dialect: Dialect, visit: Mapping[str, Any], children: Sequence[Mapping[str, Any]]) -> Iterable[Item]:
    if not children:
        yield _encounter(dialect, visit, None)
    for child in children:
        yield _encounter(dialect, visit, child)


def _encounter(dialect: Dialect, visit: Mapping[str, Any], child: Mapping[str, Any] | None) -> Item:
    """The visit as it concerns one child; a failed attempt is a cancelled one (`fhir.md` section 3)."""
    kinds = [{"coding": [codes.HOME_VISIT]}, dialect.concept("contact", codes.CONTACTS, visit["contact"])]
    status = codes.ENCOUNTER_STATUS.get(visit["outcome"], "unknown")
    if status != "finished":
        kinds.append(dialect.concept("visit-outcome", codes.ATTEMPTS, visit["outcome"]))
    roles: list[Json] = [{"coding": [codes.PRIMARY_PERFORMER]}]
    if visit["worker"]["role"].strip():
        roles.append({"text": visit["worker"]["role"].strip()})
    worker = reference(worker_key(dialect, visit, visit["worker"]["name"]))
    organisation = organisation_key(dialect, visit)
    return _item(
        dialect,
        "Encounter",
        visit_key(dialect, visit, child["id"] if child else None),
        status=status,
        **{"class": codes.HOME_HEALTH},
        type=kinds,
        subject=reference(child_key(dialect, child)) if child else None,
        participant=[{"type": roles, "individual": worker}],
        period={"start": visit["started_at"], "end": visit["ended_at"]},
        serviceProvider=reference(organisation) if organisation else None,
    )


def _item(dialect: Dialect, resource_type: str, key: str, **elements: object) -> Item:
    """An item with this key as its identifier, without elements that are empty."""
    kept = {name: value for name, value in elements.items() if value not in (None, "", [], {})}
    head = {"resourceType": resource_type, "meta": dialect.meta(resource_type), "identifier": [identifier(key)]}
    return Item(key, {**head, **kept})


def _name(person: Mapping[str, Any]) -> list[Json]:
    """The name the family goes by. Nobody has checked it against a register, so it is not called official."""
    given, family = person["given_name"].strip(), person["family_name"].strip()
    made: Json = {"use": "usual"}
    if family:
        made["family"] = family
    if given:
        made["given"] = [given]
    return [made] if len(made) > 1 else []


def _by_id(people: Iterable[Mapping[str, Any]], wanted: str) -> Mapping[str, Any]:
    for one in people:
        if one["id"] == wanted:
            return one
    raise KeyError(wanted)
