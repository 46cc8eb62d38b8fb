"""The leaflet page and its parts: choices, design cards, pages on the desk, printer bar."""

from kit.app.pages.leaflet.choices import ForWhom
from kit.app.pages.leaflet.page import LeafletPage

__all__ = ["ForWhom", "LeafletPage"]
