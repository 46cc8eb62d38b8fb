"""The leaflet page and its parts: choices, design cards, pages on the desk, printer bar."""

from kit.app.pages.leaflet.choices import ForWhom
from kit.app.pages.leaflet.page import LeafletPage
from kit.app.pages.leaflet.plan import PlanLeafletPage
from kit.app.pages.leaflet.printout import Printout

__all__ = ["ForWhom", "LeafletPage", "PlanLeafletPage", "Printout"]
