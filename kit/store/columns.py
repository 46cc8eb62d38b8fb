"""How values are written into a column, and how constraints are named."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, TypeDecorator

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import tzinfo

    from sqlalchemy import Dialect

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names of constraints, so that a later step can find them."""

_UTC_LENGTH = len("2026-11-24T09:42:00.000000")


def instant_text(moment: datetime) -> str:
    """A moment as text that sorts by time and keeps the local offset: "2026-11-24T08:42:00.000000Z+01:00"."""
    if moment.utcoffset() is None:
        message = f"{moment!r} has no offset"
        raise ValueError(message)
    offset = moment.isoformat(timespec="microseconds")[_UTC_LENGTH:]
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:_UTC_LENGTH]}Z{offset}"


def instant_of(text: str) -> datetime:
    """The moment written by `instant_text`, with the same local offset."""
    utc, offset = datetime.fromisoformat(text[:_UTC_LENGTH] + "+00:00"), text[_UTC_LENGTH + 1 :]
    return utc if offset == "+00:00" else utc.astimezone(_zone(offset))


@lru_cache(maxsize=64)
def _zone(offset: str) -> tzinfo | None:
    return datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo


class Instant(TypeDecorator[datetime]):
    """A moment, as `instant_text` writes it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From text."""
        return None if value is None else instant_of(value)


class Day(TypeDecorator[date]):
    """A day, as "2026-11-24"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        """From text."""
        return None if value is None else date.fromisoformat(value)


class YesNo(TypeDecorator[bool]):
    """Yes or no, as 1 or 0: a strict table knows no other type for it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002, FBT001 - SQLAlchemy's
        """To a number."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002
        """From a number."""
        return None if value is None else bool(value)


class Word(TypeDecorator[OpenWord]):
    """A word from an open list; one we do not know is kept as it came."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[OpenWord]) -> None:
        super().__init__()
        self.kind = kind
        self._known = {word.value: word for word in kind}

    def process_bind_param(self, value: OpenWord | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> OpenWord | None:  # noqa: ARG002
        """From text."""
        return None if value is None else self._known.get(value) or self.kind(value)


class Json(TypeDecorator[Any]):
    """A plain JSON value, its keys in the order they came."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ANN401, ARG002 - any JSON
        """To text."""
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 - any JSON
        """From text."""
        return None if value is None else json.loads(value)
