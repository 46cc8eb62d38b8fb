"""Draw every picture of the leaflets: `python build/pictures/compose.py [--check] [--sheet FILE.png]`."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# A script finds what lies beside it; this one needs the package it lies in.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pictures import (
    scenes_awake,
    scenes_bedtime,
    scenes_calls,
    scenes_care,
    scenes_children,
    scenes_closeness,
    scenes_coping,
    scenes_crying,
    scenes_doors,
    scenes_handling,
    scenes_health,
    scenes_help,
    scenes_learning,
    scenes_people,
    scenes_places,
    scenes_places_no,
    scenes_plans,
    scenes_sleep,
    scenes_sleep_no,
    scenes_smoke,
    scenes_tables,
    scenes_talk,
    scenes_together,
    scenes_warmth,
)
from pictures.scene import scenes_of
from pictures.sheet import write_sheet

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "pictures"
SCENES = scenes_of(
    scenes_sleep,
    scenes_sleep_no,
    scenes_bedtime,
    scenes_places,
    scenes_places_no,
    scenes_help,
    scenes_warmth,
    scenes_smoke,
    scenes_awake,
    scenes_crying,
    scenes_coping,
    scenes_handling,
    scenes_health,
    scenes_care,
    scenes_closeness,
    scenes_talk,
    scenes_plans,
    scenes_doors,
    scenes_calls,
    scenes_tables,
    scenes_children,
    scenes_people,
    scenes_learning,
    scenes_together,
)


def compose() -> dict[str, str]:
    """Every picture, by the name of its file."""
    return {f"{each.name}.svg": each.svg() for each in SCENES.values()}


def differences(folder: Path, pictures: Mapping[str, str]) -> Iterator[str]:
    """What a folder has that the scenes would not draw, one sentence a file."""
    for name, text in pictures.items():
        path = folder / name
        if not path.exists():
            yield f"{name} is missing."
        elif path.read_text(encoding="utf-8") != text:
            yield f"{name} differs from its scene."
    for path in sorted(folder.glob("*.svg")):
        if path.name not in pictures:
            yield f"{path.name} has no scene."


def write(folder: Path, pictures: Mapping[str, str]) -> None:
    """Write the pictures; what has no scene stays, for a person to decide."""
    for name, text in pictures.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> None:
    """Write the pictures, or say which ones differ, and draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; stop when a picture differs from its scene"
    )
    parser.add_argument("--sheet", type=Path, metavar="FILE.png", help="also draw all pictures with their sentences")
    chosen = parser.parse_args(arguments)
    pictures = compose()
    if chosen.sheet:
        write_sheet(chosen.sheet, list(SCENES.values()))
    if not chosen.check:
        write(FOLDER, pictures)
    found = list(differences(FOLDER, pictures))
    print("\n".join([*found, f"{len(pictures)} pictures, {len(found)} not as drawn."]))
    if found:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
