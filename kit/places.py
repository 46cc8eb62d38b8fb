"""Where things live: what ships with the kit, and the worker's own files."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _shipped(name: str) -> Path:
    """A folder that ships with the kit: frozen, installed from a wheel, or in the source tree."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    for home in (Path(frozen) if frozen else here, here, here.parent):
        if (home / name).is_dir():
            return home / name
    message = f"The folder {name} that belongs to the kit is missing. Please install the kit again."
    raise FileNotFoundError(message)


def resources() -> Path:
    """Advice, pictures, fonts, icons and rules."""
    return _shipped("resources")


def leaflets() -> Path:
    """Leaflet designs."""
    return _shipped("leaflets")


def user_files() -> Path:
    """The worker's own folder, made when missing. KIT_HOME overrides it, for practice and tests."""
    chosen = os.environ.get("KIT_HOME")
    if chosen:
        folder = Path(chosen)
    else:
        import platformdirs  # noqa: PLC0415 - only needed here, and 4 ms of start-up elsewhere

        folder = platformdirs.user_data_path("Home Visit Kit", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def library_file() -> Path:
    """The compiled library: beside the shipped resources when frozen, else in the worker's folder."""
    shipped = resources() / "library.sqlite"
    return shipped if shipped.is_file() else user_files() / "library.sqlite"


def records_file() -> Path:
    """The encrypted records of this worker."""
    return user_files() / "records.kit"


def practice_file() -> Path:
    """The records of the practice families, apart from the worker's own."""
    folder = user_files() / "practice"
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder / "records.kit"


def settings_file() -> Path:
    """What must be known before unlock: theme and text size. Nothing about any family."""
    return user_files() / "settings.toml"


def local_numbers() -> Path | None:
    """The organisation's own directory of useful numbers, when there is one: it replaces the shipped one."""
    chosen = user_files() / "numbers.toml"
    return chosen if chosen.is_file() else None


def reader() -> tuple[str, ...]:
    """The command that starts this same program as the one that reads aloud."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "kit")
