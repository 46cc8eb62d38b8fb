"""`kit demo`: the whole main job without a window, through the same functions as the screens.

One home visit from Markdown advice to paper, from a tick to an encrypted record, from the outbox to a FHIR
server and back as a receipt. Everybody in it is invented.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit import places
from kit.cli.grid import coverage_text
from kit.domain.advice import Outcome, VariantKey, standing
from kit.domain.dates import long_date
from kit.domain.wording import called, counted, say
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import practice
from kit.service.families import family_view
from kit.service.leaflets import CARD_RESOURCE, order_leaflet
from kit.service.uploads import send_all
from kit.start import SystemClock, make_courier, make_press
from kit.store.door import create_records
from kit.store.files import beside
from kit.upload.receiver import PracticeReceiver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.domain.advice import AdviceGiven
    from kit.domain.leaflet import Leaflet
    from kit.service.families import FamilyView
    from kit.service.ports import Clock, Library, Records
    from kit.service.uploads import UploadRound


def demo(*, keep: Path | None, as_json: bool, server: str | None) -> int:
    """Hold one invented home visit and say what came of it.

    Args:
        keep: folder for the files it makes; without one they are thrown away at the end.
        as_json: print one JSON object instead of sentences.
        server: FHIR R4 base address; without one the practice receiver is started.

    Returns:
        0 when everything waiting was received, 1 otherwise.
    """
    with _folder(keep) as folder:
        done = _hold(folder, server)
        print(
            json.dumps(done.as_json(), indent=2, ensure_ascii=False)
            if as_json
            else done.as_text(is_kept=keep is not None)
        )
    return 0 if done.upload.left == 0 and not done.upload.refused else 1


@dataclass(frozen=True)
class _Demonstration:
    """What came of it."""

    library: dict[str, Any]
    view: FamilyView
    names: dict[str, str]
    advice: Sequence[AdviceGiven]
    leaflets: Sequence[tuple[str, Leaflet]]
    upload: UploadRound
    receipts: Sequence[dict[str, Any]]
    server: str
    files: Sequence[Path]
    passphrase: str

    def as_text(self, *, is_kept: bool) -> str:
        """The story of the visit in plain sentences."""
        family = self.view.family
        people = {carer.id: carer.given_name for carer in family.carers}
        told = [
            f"  {people[record.carer_id]}: {record.text.resource_id}, {record.text.variant}: {_outcome(record)}"
            for record in self.advice
        ]
        made = [
            f"  for {who}: {leaflet.file_name}, {counted(leaflet.pages, 'page')}, {leaflet.text_code}"
            for who, leaflet in self.leaflets
        ]
        where = "Files kept:" if is_kept else "Files made, and thrown away now (use --keep DIR to keep them):"
        upload = f"{self.upload.accepted} received, {self.upload.refused} refused, {self.upload.left} left"
        counts = ", ".join(f"{self.library[kind]} {kind}" for kind in ("resources", "variants", "pictures"))
        return "\n".join(
            [
                f"Library {self.library['version']}: {counts}.",
                f"A visit to the {family.name} family (invented). What was told, to whom, in which form:",
                *told,
                "Leaflets:",
                *made,
                *_sleeps(self.view),
                "Who has been told what:",
                coverage_text(self.view.coverage, family, self.names, self.view.today),
                f"Upload to {self.server}: {upload}.{' ' + self.upload.stopped if self.upload.stopped else ''}",
                *(
                    f"  receipt {one['id']}: {one['accepted']} received, {one['refused']} refused"
                    for one in self.receipts
                ),
                where,
                *(f"  {path}" for path in self.files),
                *([f"The records open with the passphrase {self.passphrase}"] if is_kept else []),
            ]
        )

    def as_json(self) -> dict[str, Any]:
        """The same for a program: library, advice, leaflets, coverage, upload, files, passphrase."""
        view = self.view
        return {
            "library": self.library,
            "advice": [_advice_json(record) for record in self.advice],
            "leaflets": [
                {
                    "for": who,
                    "file": leaflet.file_name,
                    "pages": leaflet.pages,
                    "bytes": len(leaflet.pdf),
                    "code": leaflet.text_code,
                }
                for who, leaflet in self.leaflets
            ],
            "coverage": {
                "carers": [{"id": carer.id, "name": carer.full_name} for carer in view.coverage.carers],
                "not_yet_known": [
                    {"child": one.child.given_name, "place": one.role.value} for one in view.coverage.unfilled
                ],
                "rows": [
                    {"topic": topic.value, "cells": [cell.state.value for cell in cells]}
                    for topic, cells in zip(view.coverage.topics, view.coverage.cells, strict=True)
                ],
            },
            "upload": {
                "server": self.server,
                "accepted": self.upload.accepted,
                "refused": self.upload.refused,
                "left": self.upload.left,
                "stopped": self.upload.stopped,
                "receipts": list(self.receipts),
            },
            "files": [str(path) for path in self.files],
            "passphrase": self.passphrase,
        }


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """The folder to work in; a temporary one goes away with all that is in it."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="kit-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _hold(folder: Path, server: str | None) -> _Demonstration:
    clock = SystemClock()
    report = build_library(places.resources(), folder / "library.sqlite")
    library = Shelf(folder / "library.sqlite")
    passphrase = secrets.token_urlsafe(24)
    kept_in = _fresh(folder, "records.kit")
    with contextlib.closing(create_records(kept_in, passphrase)) as records:
        with records:
            records.keep_settings(practice.SETTINGS)
            records.commit()
        people = practice.add_ellison(records, clock)
        practice.hold_demonstration_visit(records, library, clock, people)
        leaflets, papers = _print_leaflets(records, library, clock, people, folder)
        upload, address = _upload(records, clock, server)
        view = family_view(records, library, clock, people.family)
        with records:
            advice = standing(records.advice(people.family))
            receipts = [
                {
                    "id": receipt.id,
                    "received_at": receipt.received_at.isoformat(timespec="seconds"),
                    "accepted": sum(answer.verdict == "accepted" for answer in receipt.answers),
                    "refused": sum(answer.verdict == "refused" for answer in receipt.answers),
                }
                for receipt in reversed(records.receipts())
            ]
    return _Demonstration(
        library={
            "version": library.version,
            "resources": report.resources,
            "variants": report.variants,
            "pictures": report.pictures,
        },
        view=view,
        names={name.topic.value: name.name for name in library.topics()},
        advice=advice,
        leaflets=leaflets,
        upload=upload,
        receipts=receipts,
        server=address,
        passphrase=passphrase,
        files=[folder / "library.sqlite", kept_in, beside(kept_in, ".key"), *papers],
    )


def _fresh(folder: Path, name: str) -> Path:
    """A name not taken yet, so that keeping twice in one folder loses nothing."""
    taken = folder / name
    count = 2
    while taken.exists():
        taken = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        count += 1
    return taken


def _print_leaflets(
    records: Records, library: Library, clock: Clock, people: practice.EllisonFamily, folder: Path
) -> tuple[list[tuple[str, Leaflet]], list[Path]]:
    """The easy-read leaflets both parents take, and the plain card."""
    press = make_press()
    with records:
        settings = records.settings()
        told = [record for record in records.advice(people.family) if record.outcome is Outcome.GIVEN]
        names = {carer.id: carer.given_name for carer in records.family(people.family).carers}
    wanted = dict.fromkeys((record.carer_id, record.text.resource_id, record.text.variant) for record in told)
    made = []
    for carer_id, resource_id, variant in wanted:
        order = order_leaflet(library, press, clock, settings, resource_id, VariantKey.named(variant))
        made.append((names[carer_id], press.make(order)))
    card = order_leaflet(library, press, clock, settings, CARD_RESOURCE, VariantKey())
    made.append(("anyone", press.make(card)))
    papers = []
    for _, leaflet in made:
        papers.append(folder / leaflet.file_name)
        papers[-1].write_bytes(leaflet.pdf)
    return made, papers


def _upload(records: Records, clock: Clock, server: str | None) -> tuple[UploadRound, str]:
    """Send what waits to that server, or to a practice receiver that lives as long as the sending."""
    with contextlib.ExitStack() as stack:
        address = server or stack.enter_context(PracticeReceiver()).base_url
        with records:
            records.keep_settings(replace(records.settings(), server_url=address))
            records.commit()
        with records:
            courier = make_courier(records.settings())
        return send_all(records, courier, clock), address


def _sleeps(view: FamilyView) -> list[str]:
    """Where each child sleeps, and what sort of place it is."""
    lines = ["Where they sleep:"]
    for child in view.family.children:
        stay = view.family.stay_of(child.id, view.today)
        place = view.family.place(stay.place_id) if stay else None
        where = (
            f"{place.address} ({say(place.kind).lower()}), since {long_date(stay.from_on)}" if place and stay else "?"
        )
        lines.append(f"  {called(child)}: {where}")
    return lines


def _outcome(record: AdviceGiven) -> str:
    if record.outcome is Outcome.GIVEN:
        ways = ", ".join(say(way).lower() for way in record.ways)
        return f"{say(record.understanding).lower() if record.understanding else 'given'} ({ways})"
    return f"{say(record.outcome).lower()}, {say(record.reason).lower() if record.reason else ''}"


def _advice_json(record: AdviceGiven) -> dict[str, Any]:
    return {
        "id": record.id,
        "carer": record.carer_id,
        "child": record.child_id,
        "resource": record.text.resource_id,
        "version": record.text.version,
        "variant": record.text.variant,
        "digest": record.text.digest,
        "outcome": record.outcome.value,
        "ways": [way.value for way in record.ways],
        "reason": record.reason.value if record.reason else None,
        "understanding": record.understanding.value if record.understanding else None,
    }
