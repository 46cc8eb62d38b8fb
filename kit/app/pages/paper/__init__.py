"""Printed leaflets: called back, to be printed, and ready in the bag."""

from kit.app.pages.paper.page import PaperPage

__all__ = ["PaperPage"]
