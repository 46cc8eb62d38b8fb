"""Which resources the tick grid of a visit offers: what is due for those here, then those of the contact, a few rows.

Everything else is one press away in the library. A grid of everything would hide what matters today.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kit.domain.advice import Form
from kit.domain.coverage import CellState, again_at_contact
from kit.domain.errors import RuleError, UnknownError
from kit.domain.safety import check_in_use
from kit.domain.visit import Contact
from kit.service.visits import Offer, fitting_variant, offer_of, offers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.domain.advice import Topic, VariantKey
    from kit.domain.coverage import Cell
    from kit.service.ports import Library
    from kit.service.visit_view import VisitView

MOST_ROWS = 8
"""Rows the grid offers by itself; at 1366 by 688 they are seen without scrolling."""
LEAST_ROWS = 4
"""Rows there should be to choose from when little or nothing is due."""

_OVERDUE, _AGAIN, _DUE, _AT_CONTACT, _FITTING, _ADDED = range(6)


@dataclass(frozen=True, slots=True)
class _Group:
    """What one topic has to offer for one reason, the best first."""

    urgency: int
    topic: Topic
    ids: tuple[str, ...]


def offers_of(library: Library, view: VisitView, added: Sequence[str] = ()) -> tuple[Offer, ...]:
    """The rows of the tick grid, the most pressing first, then in the order of the topics.

    Args:
        library: the compiled library.
        view: the visit.
        added: resources the worker added from the library; they stay, as everything that is ticked does.
    """
    order = {name.topic: at for at, name in enumerate(library.topics())}
    fitting = _fitting(library, view)
    due = sorted(_due(view, fitting), key=lambda group: (group.urgency, order.get(group.topic, len(order))))
    contact = [*_at_contact(library, view)]
    rows = _taken({}, due, MOST_ROWS)
    rows = _taken(rows, contact, MOST_ROWS)
    rows = _taken(rows, [_Group(_FITTING, topic, ids) for topic, ids in fitting.items()], LEAST_ROWS)
    for resource_id in (*added, *(tick.text.resource_id for tick in view.draft.ticks)):
        rows.setdefault(resource_id, _ADDED)
    found = [(urgency, offer) for key, urgency in rows.items() if (offer := _offer(library, view, key))]
    found.sort(key=lambda one: (one[0], order.get(one[1].resource.topic, len(order))))
    return tuple(offer for _urgency, offer in found)


def check_addable(library: Library, resource_id: str) -> None:
    """Refuse what has no place in the grid of a visit.

    Raises:
        RuleError: it was withdrawn, is guidance for workers, or has its own page.
        UnknownError: the library has no such resource.
    """
    resource = library.resource(resource_id)
    check_in_use(resource)
    if resource.is_sensitive or resource.audience != "carer":
        message = "This cannot be added to the visit."
        raise RuleError(message, field="resource")


def _taken(rows: dict[str, int], groups: Sequence[_Group], most: int) -> dict[str, int]:
    """The rows with more of these groups; each gives its best before any gives its second, so none is left out."""
    wanted: dict[str, int] = {}
    for turn in zip_longest(*(group.ids for group in groups)):
        for resource_id, group in zip(turn, groups, strict=True):
            if resource_id is not None and resource_id not in rows:
                wanted.setdefault(resource_id, group.urgency)
    return rows | dict(list(wanted.items())[: max(0, most - len(rows))])


def _due(view: VisitView, fitting: dict[Topic, tuple[str, ...]]) -> Iterator[_Group]:
    """What is open for anyone here: overdue, to be tried again, due."""
    for carer in view.here:
        for cell in view.coverage.open_for(carer.id):
            if cell.again:
                yield _Group(_AGAIN, cell.topic, cell.again)
            offer = tuple(each for each in cell.offer if each not in cell.again)
            if cell.due_by is not None:
                yield _Group(_urgency(cell), cell.topic, offer or fitting.get(cell.topic, ()))


def _urgency(cell: Cell) -> int:
    return _OVERDUE if cell.state is CellState.OVERDUE else _DUE


def _at_contact(library: Library, view: VisitView) -> Iterator[_Group]:
    """What this contact talks about again, whatever was given before."""
    asked = again_at_contact(view.family, view.here, library.due_rules(), view.draft.contact, view.today)
    yield from (_Group(_AT_CONTACT, topic, ids) for topic, ids in asked)


def _fitting(library: Library, view: VisitView) -> dict[Topic, tuple[str, ...]]:
    """What else belongs to the contact, by topic in the order of the screens; to the age where there is no contact."""
    youngest = next(iter(view.family.youngest_first), None)
    is_open_ended = view.draft.contact is Contact.OTHER and youngest is not None
    weeks = max(0, youngest.age_weeks(view.today)) if is_open_ended and youngest else None
    found: dict[Topic, tuple[str, ...]] = {name.topic: () for name in library.topics()}
    for offer in offers(library, view.family, view.draft, weeks):
        found[offer.resource.topic] = (*found.get(offer.resource.topic, ()), offer.resource.id)
    return found


def _offer(library: Library, view: VisitView, resource_id: str) -> Offer | None:
    """The row for a resource; none for one that has no place here or that the library no longer has."""
    try:
        check_addable(library, resource_id)
    except (RuleError, UnknownError):
        return None
    return offer_of(library.resource(resource_id), view.family)


def variant_to_show(library: Library, view: VisitView, resource_id: str) -> VariantKey:
    """The variant for everybody who looks at one screen: easy read as soon as one of those here needs it.

    Raises:
        UnknownError: the library has no such resource.
    """
    resource = library.resource(resource_id)
    keys = [fitting_variant(resource, view.family, carer.id) for carer in view.here]
    plain = resource.best_variant(easy_read=False, is_father=False)
    return next((key for key in keys if key.form is Form.EASY_READ), next(iter(keys), plain))
