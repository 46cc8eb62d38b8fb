"""The library page and its parts: the list, the text, the question about the room."""

from kit.app.pages.library.page import ChosenFor, LibraryPage

__all__ = ["ChosenFor", "LibraryPage"]
