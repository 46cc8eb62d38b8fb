from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library.build import build_library
from kit.library.shelf import Shelf
from tests.library.makers import write_resources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return write_resources(tmp_path / "resources")


@pytest.fixture
def library_file(resources: Path, tmp_path: Path) -> Path:
    target = tmp_path / "out" / "library.sqlite"
    build_library(resources, target)
    return target


@pytest.fixture
def shelf(library_file: Path) -> Iterator[Shelf]:
    shelf = Shelf(library_file)
    yield shelf
    shelf.close()
