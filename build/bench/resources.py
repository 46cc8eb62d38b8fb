"""Resources by the thousand: those for carers that ship, over and over, their prose in another order each time."""

from __future__ import annotations

import random
import re
import shutil
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SEED = 7


def write_many(shipped: Path, folder: Path, count: int) -> Path:
    """A resources folder with the lists and pictures of the shipped one, and so many resources."""
    chance = random.Random(SEED)  # noqa: S311 - the same every time is what is wanted
    homes = [path.parent for path in sorted(shipped.glob("*/*/resource.toml")) if _is_ordinary(path)]
    topics = {home.parent.name for home in homes}
    shutil.copytree(shipped, folder, ignore=lambda place, names: topics & {*names} if place == str(shipped) else ())
    for number in range(count):
        home = homes[number % len(homes)]
        made = folder / home.parent.name / f"{home.name}-{number}"
        shutil.copytree(home, made)
        _change(made / "resource.toml", r'^code = ".*"$', f'code = "BE-{number}"')
        title, *parts = (made / "standard.md").read_text(encoding="utf-8").strip().split("\n\n")
        chance.shuffle(parts)
        (made / "standard.md").write_text("\n\n".join([title, *parts]) + "\n", encoding="utf-8")
    return folder


def _is_ordinary(cover: Path) -> bool:
    told = tomllib.loads(cover.read_text(encoding="utf-8"))
    return told["audience"] == "carer" and not told["sensitive"]


def _change(path: Path, old: str, new: str) -> None:
    path.write_text(re.sub(old, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
