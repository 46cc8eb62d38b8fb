"""Many families with years of visits, written as raw rows: what the kit would have kept, without the time it took."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from kit.store.columns import instant_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

CHILDREN, CARERS = 4, 6
"""Ten people in a family."""
VISITS, A_VISIT = 20, 10
"""Two hundred pieces of advice in a family, one in forty corrected by the next."""
HOME_EACH = 4
"""Visits to each of which the sleep space and the plan were talked about."""
ITEMS = (("own-bed", "seen-fine"), ("mattress", "seen-fine"), ("smoke", "told-fine"), ("bedding", "change"))
TIES = ("mother", "father", "grandparent", "grandparent", "partner-of-parent", "other")
TEXTS = (
    ("safer-sleep", "every-sleep"),
    ("safer-sleep", "on-the-back"),
    ("crying", "four-messages"),
    ("crying", "walk-away"),
    ("early-help", "useful-numbers"),
)
UNDERSTOOD = ("showed-me", "told-me", "not-checked", "not-yet")


class Crowd(NamedTuple):
    """How many there are."""

    families: int
    people: int
    advice: int


def fill(raw: Connection, families: int, now: datetime) -> Crowd:
    """Write so many families into empty records."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for number in range(families):
        for table, row in _family(f"{number:05}", now):
            rows.setdefault(table, []).append(row)
    raw.execute("BEGIN")
    for table, kept in rows.items():
        places = ",".join("?" * len(kept[0]))
        names = ",".join(COLUMNS[table])
        raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", kept)  # noqa: S608 - our own names
    raw.execute("COMMIT")
    return Crowd(families, families * (CHILDREN + CARERS), len(rows["advice"]))


COLUMNS = {
    "family": ("id", "name"),
    "child": ("id", "family_id", "given_name", "family_name", "born_on", "due_on"),
    "carer": ("id", "family_id", "given_name", "family_name"),
    "relationship": ("id", "carer_id", "child_id", "tie", "note"),
    "parent_place": ("id", "child_id", "role", "state", "as_of", "carer_id", "last_asked_on"),
    "need": ("id", "carer_id", "kind", "detail", "review_by"),
    "place": ("id", "family_id", "address", "kind"),
    "stay": ("id", "child_id", "place_id", "from_on"),
    "visit": (
        "id", "family_id", "contact", "place_id", "started_at", "ended_at", "recorded_at", "worker", "outcome",
        "corrects", "why",
    ),
    "presence": ("visit_id", "position", "carer_id", "attended", "reach_by"),
    "advice": (
        "id", "family_id", "visit_id", "child_id", "carer_id", "topic", "resource_id", "version", "variant",
        "language", "digest", "outcome", "occurred_at", "recorded_at", "worker", "reason", "understanding", "corrects",
        "why",
    ),
    "advice_way": ("advice_id", "position", "way"),
    "sleep_check": (
        "id", "family_id", "visit_id", "child_id", "place_id", "stay_id", "night", "occurred_at", "recorded_at",
        "worker", "corrects", "why",
    ),
    "sleep_line": (
        "sleep_check_id", "position", "item", "answer", "what", "who", "due_on", "missing", "asked_from", "known",
    ),
    "plan_action": (
        "id", "family_id", "visit_id", "child_id", "want", "who", "carer_id", "does", "due_on", "sign", "occurred_at",
        "recorded_at", "worker", "corrects", "why",
    ),
    "plan_review": (
        "id", "action_id", "family_id", "visit_id", "outcome", "note", "occurred_at", "recorded_at", "worker",
        "corrects", "why",
    ),
}  # fmt: skip


def _family(key: str, now: datetime) -> Iterator[tuple[str, tuple[Any, ...]]]:
    today, weeks = now.date(), 2 + int(key) % 60
    yield "family", (key, f"Family {key}")
    yield "place", (f"{key}-p", key, f"{key} Mill Lane", "home")
    children, carers = [f"{key}-k{n}" for n in range(CHILDREN)], [f"{key}-c{n}" for n in range(CARERS)]
    for age, child in enumerate(children):
        born = today - timedelta(weeks=weeks + 80 * age)
        yield "child", (child, key, f"Child {age}", "Practice", born.isoformat(), None)
        yield "stay", (f"{child}-s", child, f"{key}-p", born.isoformat())
    for carer, tie in zip(carers, TIES, strict=True):
        yield "carer", (carer, key, tie.title(), "Practice")
        for child in children:
            yield "relationship", (f"{carer}-{child}", carer, child, tie, "")
    for child in children:
        for role, carer in (("mother", carers[0]), ("other-parent", carers[1])):
            yield "parent_place", (f"{child}-{role}", child, role, "filled", today.isoformat(), carer, None)
    yield "need", (f"{key}-n", carers[0], "easy-read", "", None)
    yield from _visits(key, children[0], carers, now)


def _visits(key: str, child: str, carers: list[str], now: datetime) -> Iterator[tuple[str, tuple[Any, ...]]]:
    numbers = count(int(key))
    for turn in range(VISITS):
        at = now - timedelta(days=9 * (VISITS - turn) + int(key) % 5)
        visit, moment = f"{key}-v{turn}", instant_text(at)
        yield "visit", (visit, key, "other", f"{key}-p", moment, moment, moment, "Sam Whitfield", "seen", None, "")
        for position, carer in enumerate(carers):
            yield "presence", (visit, position, carer, "all" if position != 1 or turn % 2 else "not-here", None)
        before: str | None = None
        for one in range(A_VISIT):
            n = next(numbers)
            topic, resource = TEXTS[n % len(TEXTS)]
            advice = f"{visit}-a{one}"
            corrects = before if n % 40 == 0 else None
            yield "advice", (
                advice, key, visit, child, carers[n % CARERS], topic, resource, 1, "standard", "en", "a" * 64, "given",
                moment, moment, "Sam Whitfield", None, UNDERSTOOD[n % len(UNDERSTOOD)], corrects,
                "Wrong box." if corrects else "",
            )  # fmt: skip
            yield "advice_way", (advice, 0, "talked-through")
            before = advice
        if turn % HOME_EACH == 0:
            yield from _home(key, child, visit, at)


def _home(key: str, child: str, visit: str, at: datetime) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The sleep space of the youngest and one action; in one family of four it was never done."""
    moment, due_on = instant_text(at), (at + timedelta(days=7)).date().isoformat()
    check, action, said = f"{visit}-s", f"{visit}-p", (moment, moment, "Sam Whitfield", None, "")
    yield "sleep_check", (check, key, visit, child, f"{key}-p", f"{child}-s", "tonight", *said)
    for position, (item, answer) in enumerate(ITEMS):
        yield "sleep_line", (check, position, item, answer, "", "", None, "", "", None)
    yield (
        "plan_action",
        (action, key, visit, child, "Noah has a cot", "Jade", None, "rings", due_on, "We see it", *said),
    )
    outcome = "done" if int(key) % 4 else "not-done"
    yield "plan_review", (f"{visit}-r", action, key, visit, outcome, "", *said)


NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
