"""Saving a leaflet as a file: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kit.domain.errors import PressError

if TYPE_CHECKING:
    from kit.domain.leaflet import Leaflet


def save_pdf(leaflet: Leaflet, target: Path) -> Path:
    """Write the PDF whole or not at all. Raises PressError as `save_file` does."""
    return save_file(leaflet.pdf, target)


def save_file(content: bytes, target: Path) -> Path:
    """Write a file whole or not at all; what was there before stays until the new one is complete.

    Raises:
        PressError: the disk is full, or the folder cannot be written to.
    """
    partial: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".leaflet-", suffix=".tmp", delete=False) as file:
            partial = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        if partial:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        raise PressError(_why_not_saved(error)) from error
    return target


def _why_not_saved(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "There is no room left on that disk. The leaflet was not saved. Choose another place."
    if isinstance(error, FileNotFoundError):
        return "That folder is not there any more. The leaflet was not saved. Choose another place."
    return "Nothing can be written in that folder. The leaflet was not saved. Choose another place."
