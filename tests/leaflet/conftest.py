from __future__ import annotations

import pytest

from kit.leaflet.press import Press
from tests.leaflet import orders


@pytest.fixture(scope="session")
def press():
    return Press(orders.DESIGNS, orders.FONTS)
