"""The library that ships, built once for all tests of its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit import places
from kit.library.build import build_library
from kit.library.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    target = tmp_path_factory.mktemp("library") / "library.sqlite"
    build_library(places.resources(), target)
    shelf = Shelf(target)
    yield shelf
    shelf.close()
