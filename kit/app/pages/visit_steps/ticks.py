"""What the tick grid shows of a draft: rows, columns and cells as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.app.grid.cells import CellKind, ColumnKind, GridCell, GridColumn, GridRow
from kit.app.look.marks import Mark
from kit.domain.advice import Form, Outcome, Understanding, Way
from kit.domain.visit import Attended
from kit.domain.wording import say
from kit.service.summary import form_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kit.domain.advice import Topic, VariantKey
    from kit.domain.carer import Carer
    from kit.domain.visit import Tick
    from kit.service.ports import Library
    from kit.service.visit_view import VisitView
    from kit.service.visits import Offer

SHOW, BOTH = "show", "both"
_MARKS = {
    Understanding.SHOWED_ME: Mark.SHOWED_ME,
    Understanding.TOLD_ME: Mark.TOLD_ME,
    Understanding.NOT_YET: Mark.NOT_YET,
}
_FEW = 2

Place = tuple[str, str]
"""A cell: resource id and carer id."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """The content of the grid.

    Attributes:
        view: the visit.
        offers: the rows.
        asking: the cells that ask how well it was understood.
        shown: resources that were shown on the screen in this visit.
    """

    view: VisitView
    offers: Sequence[Offer]
    asking: Collection[Place] = ()
    shown: Collection[str] = ()

    def rows(self, library: Library) -> list[GridRow]:
        """Title, topic and form of each resource."""
        names: dict[Topic, str] = {name.topic: name.name for name in library.topics()}
        return [
            GridRow(offer.resource.id, offer.resource.title, self._note(offer, names.get(offer.resource.topic, "")))
            for offer in self.offers
        ]

    def _note(self, offer: Offer, topic: str) -> str:
        forms = dict.fromkeys(form_of(key) for key in self._variants(offer))
        return " · ".join([topic, " and ".join(forms), *(["shown"] if offer.resource.id in self.shown else [])])

    def offer(self, resource_id: str) -> Offer:
        """One row."""
        return next(offer for offer in self.offers if offer.resource.id == resource_id)

    def _variants(self, offer: Offer) -> list[VariantKey]:
        return [offer.variant_for(carer.id) for carer in self.view.here]

    def variant_to_show(self, offer: Offer) -> VariantKey:
        """The variant for all who look at one screen: easy read as soon as one of them needs it."""
        keys = self._variants(offer)
        return next((key for key in keys if key.form is Form.EASY_READ), keys[0])

    def columns(self) -> list[GridColumn]:
        """Show, both, and one for each carer who is here."""
        here = self.view.here
        columns = [GridColumn(SHOW, "Show", kind=ColumnKind.SHOW)]
        if len(here) > 1:
            columns.append(GridColumn(BOTH, "Both" if len(here) == _FEW else "All", kind=ColumnKind.BOTH))
        return columns + [self._column(carer) for carer in here]

    def _column(self, carer: Carer) -> GridColumn:
        name = self.view.name_of(carer.id)
        ties = self.view.family.ties_of(carer.id)
        tie = say(ties[0].tie) if ties else "Carer"
        is_part = self.view.draft.attended(carer.id) is Attended.PART
        return GridColumn(carer.id, name, f"{tie} · here for part" if is_part else tie, f"{name}, {tie.lower()}")

    def cells(self) -> list[list[GridCell]]:
        """Every cell, row by row."""
        return [self._row(offer) for offer in self.offers]

    def _row(self, offer: Offer) -> list[GridCell]:
        resource = offer.resource
        ticks = [self.view.draft.tick(carer.id, resource.id) for carer in self.view.here]
        row = [GridCell(kind=CellKind.SHOW, sentence=f"{resource.title}: show to the parent")]
        if len(ticks) > 1:
            all_given = all(is_given(tick) for tick in ticks)
            row.append(GridCell(kind=CellKind.CHECKED if all_given else CellKind.BOX))
        carers = zip(self.view.here, ticks, strict=True)
        return row + [self._cell(tick, is_asking=(resource.id, carer.id) in self.asking) for carer, tick in carers]

    def _cell(self, tick: Tick | None, *, is_asking: bool) -> GridCell:
        if tick is None:
            return GridCell(kind=CellKind.BOX)
        if tick.outcome is not Outcome.GIVEN:
            return GridCell(Mark.NOT_GIVEN, note=_noted(tick, say(tick.reason) if tick.reason else ""))
        if is_asking:
            return GridCell(kind=CellKind.ASKING)
        return GridCell(
            _MARKS.get(tick.understanding or Understanding.NOT_CHECKED, Mark.NOT_CHECKED),
            note=_noted(tick, _ways(tick)),
        )


def is_given(tick: Tick | None) -> bool:
    """Whether a cell says that it was given."""
    return tick is not None and tick.outcome is Outcome.GIVEN


def _noted(tick: Tick, words: str) -> str:
    """The words with a sign that there is a note; the note itself is not for whoever looks at this screen."""
    return " · ".join(each for each in (words, "noted" if tick.note else "") if each)


def _ways(tick: Tick) -> str:
    """Talked; shown, practised: what goes without saying is left out."""
    said = [_shown(tick) if way is Way.SHOWN else say(way) for way in tick.ways]
    more = said[1:] if len(said) > 1 and tick.ways[0] == "talked-through" else said
    if tick.understanding is Understanding.NOT_YET and more == ["Talked"]:
        return "Again next visit"
    words = ", ".join(more).lower()
    return words[:1].upper() + words[1:]


def _shown(tick: Tick) -> str:
    """Shown, and how far unless it was all."""
    how_far = tick.how_far
    return say(Way.SHOWN) if how_far is None or how_far.is_all else f"{say(Way.SHOWN)} {how_far.seen} of {how_far.of}"
