"""The outbox page and its rows."""

from kit.app.pages.outbox.page import OutboxPage

__all__ = ["OutboxPage"]
