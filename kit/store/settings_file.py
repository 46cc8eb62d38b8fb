"""What must be known before the records are unlocked: theme and text size. Nothing about any family."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.domain.settings import TEXT_SIZES, Settings
from kit.store.files import beside, write_whole

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("system", "light", "dark", "contrast")
"""Themes offered."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks before anybody has said who they are."""

    theme: str = Settings().theme
    text_percent: int = Settings().text_percent


def read_look(path: Path) -> Look:
    """The look kept in this file; defaults when there is none. A broken file is kept beside as `.broken`."""
    if not path.exists():
        return Look()
    import tomllib  # noqa: PLC0415 - most workers never choose, and start without it

    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError:  # not TOML, or not even text
        with contextlib.suppress(OSError):
            path.replace(beside(path, ".broken"))
        return Look()
    except OSError:
        return Look()
    return Look(
        _one_of(THEMES, kept.get("theme"), Look().theme),
        _one_of(TEXT_SIZES, kept.get("text_percent"), Look().text_percent),
    )


def keep_look(path: Path, look: Look) -> None:
    """Keep this look. Raises StoreError when it cannot be written."""
    write_whole(path, f'theme = "{look.theme}"\ntext_percent = {look.text_percent}\n'.encode())


def _one_of(offered: tuple[Any, ...], found: object, default: Any) -> Any:  # noqa: ANN401 - a word or a number
    return found if found in offered else default
