"""The tick grid with its deeds: what a press, a finger or a key on a cell does to the draft."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.announce import announce
from kit.app.grid.cells import GridDeed
from kit.app.grid.tick import TickGrid
from kit.app.pages.visit_steps.cell_menu import CellMenu
from kit.app.pages.visit_steps.ticks import BOTH, SHOW, Place, Ticks, is_given
from kit.app.widgets.layouts import Column
from kit.domain.advice import Reason, Understanding, Way
from kit.domain.met import met_by
from kit.service.offering import offers_of
from kit.service.summary import form_of
from kit.service.visits import give, in_form, not_given, other_form, say_met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.pages.visit_steps.step import Change
    from kit.domain.advice import VariantKey
    from kit.domain.carer import MetHow, NeedKind, NeedMet
    from kit.domain.visit import Tick, VisitDraft
    from kit.service.ports import Clock, Library
    from kit.service.visit_view import VisitView

_ANSWERS = {
    GridDeed.SHOWED_ME: Understanding.SHOWED_ME,
    GridDeed.TOLD_ME: Understanding.TOLD_ME,
    GridDeed.NOT_YET: Understanding.NOT_YET,
}


class TickPanel(QWidget):
    """Resources down, who is here across.

    Signals:
        change_requested: the worker did something; carries a Change.
        show_requested: a parent wants to see it; carries resource id and VariantKey.
        leaflet_requested: a parent wants it on paper; carries resource id and VariantKey.
        own_words_requested: the worker wants to note what a carer said; carries the Tick.
        all_keys_requested: the worker wants the list of keys.
        better_moment_requested: today was no moment for it; carries carer id, resource id and VariantKey. Why is kept
            apart from the visit, so the page does it.
    """

    change_requested = Signal(object)
    show_requested = Signal(str, object)
    leaflet_requested = Signal(str, object)
    own_words_requested = Signal(object)
    all_keys_requested = Signal()
    better_moment_requested = Signal(str, str, object)

    def __init__(self, theme: Theme, library: Library, clock: Clock) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._library, self._clock = library, clock
        self._ticks: Ticks | None = None
        self._asking: frozenset[Place] = frozenset()
        self._shown: frozenset[str] = frozenset()
        self._added: tuple[str, ...] = ()
        self._place: Place = ("", "")
        self.grid = TickGrid(theme, "What was given to whom")
        self.menu = CellMenu(theme, self.grid)
        column = Column(theme, 0, parent=self)
        column.add(self.grid)
        self._connect()

    def _connect(self) -> None:
        self.grid.deed_requested.connect(self._on_deed_requested)
        self.grid.asking_left.connect(self._on_asking_left)
        self.grid.all_keys_requested.connect(self.all_keys_requested)
        self.menu.given_requested.connect(self._on_given)
        self.menu.check_requested.connect(self._on_check_requested)
        self.menu.way_toggled.connect(self._on_way_toggled)
        self.menu.reason_chosen.connect(self._on_reason_chosen)
        self.menu.met_said.connect(self._on_met_said)
        self.menu.form_requested.connect(self._on_form_requested)
        self.menu.own_words_requested.connect(self._on_own_words_wished)
        self.menu.leaflet_requested.connect(self._on_leaflet_wished)
        self.menu.take_back_requested.connect(self._on_taken_back)

    def sizeHint(self) -> QSize:
        """No higher than it must be: the grid scrolls by itself, so that who is not here stays in sight."""
        return self.minimumSizeHint()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_view(self, view: VisitView) -> None:
        """Show the visit as it is now; only cells that changed are painted."""
        self._ticks = Ticks(view, offers_of(self._library, view, self._added), self._asking, self._shown)
        self._refresh()

    def add_resource(self, resource_id: str) -> None:
        """Keep a row for a resource from the library."""
        self._added = (*self._added, resource_id)

    def mark_shown(self, resource_id: str) -> None:
        """Remember that it was shown on the screen: the next tick says so."""
        self._shown |= {resource_id}
        self._refresh()

    def go_to(self, resource_id: str, carer_id: str, *, is_asking: bool) -> None:
        """Stand in a cell, and ask how well it was understood."""
        if is_asking:
            self._ask((resource_id, carer_id))
            self._refresh()
        self.grid.go_to(resource_id, carer_id)
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def wish_leaflet(self) -> bool:
        """Want the resource of the current cell on paper; answers whether there is one."""
        has_place = self.grid.currentIndex().isValid()
        if has_place:
            self._place = self.grid.keys_at(self.grid.currentIndex())
            self._on_leaflet_wished()
        return has_place

    def _refresh(self) -> None:
        if self._ticks and self._ticks.view.here:
            ticks = self._ticks = replace(self._ticks, asking=self._asking, shown=self._shown)
            self.grid.show_content(ticks.rows(self._library), ticks.columns(), ticks.cells())

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _on_deed_requested(self, resource_id: str, column: str, deed: GridDeed) -> None:
        self._place = (resource_id, column)
        if deed is GridDeed.SHOW:
            self.show_requested.emit(resource_id, self._key())
        elif deed is GridDeed.BOTH:
            self._give_to_all()
        elif column not in (SHOW, BOTH):
            self._on_carer_deed(deed)

    def _on_carer_deed(self, deed: GridDeed) -> None:
        if deed is GridDeed.GIVEN:
            self._on_given()
        elif deed is GridDeed.NOT_GIVEN:
            self.menu.open_reasons(self._corner())
        elif deed is GridDeed.MORE:
            self.menu.tell(self._met(), self._other_form())
            self.menu.open_cell(self._corner(), self._tick())
        else:
            self._on_answered(_ANSWERS[deed])

    def _on_given(self) -> None:
        """An empty cell becomes given and asks; a given one asks again."""
        if is_given(self._tick()):
            self._on_check_requested()
            return
        self._ask(self._place)
        self._change(self._giving(self._place[1], None), "given")

    def _on_answered(self, understanding: Understanding) -> None:
        self._asking -= {self._place}
        self._change(self._giving(self._place[1], understanding), understanding.value.replace("-", " "))

    def _give_to_all(self) -> None:
        """To everyone here who was not given it yet; all their cells ask."""
        if not self._ticks:
            return
        resource_id, view = self._place[0], self._ticks.view
        todo = [one.id for one in view.here if not is_given(view.draft.tick(one.id, resource_id))]
        self._asking = frozenset((resource_id, carer_id) for carer_id in todo)
        self._change(partial(_all, [self._giving(carer_id, None) for carer_id in todo]), "given to all here")

    def _on_check_requested(self) -> None:
        self._ask(self._place)
        self._refresh()

    def _on_asking_left(self, resource_id: str, carer_id: str) -> None:
        self._asking -= {(resource_id, carer_id)}
        self._refresh()

    def _on_way_toggled(self, way: Way) -> None:
        if tick := self._tick():
            others = tuple(each for each in tick.ways if each is not way)
            ways = others if way in tick.ways else (*tick.ways, way)
            self._change(lambda draft: draft.with_tick(replace(tick, ways=ways)), "changed")

    def _on_reason_chosen(self, reason: Reason) -> None:
        (resource_id, carer_id), key = self._place, self._key()
        self._asking -= {self._place}
        if reason is Reason.NOT_SAFE:
            self.better_moment_requested.emit(carer_id, resource_id, key)
            return
        change = partial(not_given, self._library, self._clock, carer_id=carer_id, resource_id=resource_id)
        self._change(lambda draft: change(draft, key=key, reason=reason), "not given")

    def _met(self) -> list[tuple[NeedKind, MetHow | None]]:
        """Each need of the carer of the current cell, and how this advice met it as far as is known."""
        tick = self._tick()
        if tick is None or self._ticks is None:
            return []
        needs = self._ticks.view.family.needs_of(tick.carer_id)
        met = {one.need: one.how for one in met_by(tick, needs)}
        return [(kind, met.get(kind)) for kind in dict.fromkeys(need.kind for need in needs)]

    def _on_met_said(self, said: NeedMet) -> None:
        resource_id, carer_id = self._place
        self._change(lambda draft: say_met(draft, carer_id, resource_id, said), "changed")

    def _other_key(self) -> VariantKey | None:
        """The same text in the other form, where there is one."""
        tick = self._tick()
        if tick is None or self._ticks is None:
            return None
        return other_form(self._ticks.offer(self._place[0]).resource, tick)

    def _other_form(self) -> str:
        """Standard text instead; Easy-read text instead."""
        key = self._other_key()
        return f"{form_of(key).capitalize()} text instead" if key else ""

    def _on_form_requested(self) -> None:
        key, (resource_id, carer_id) = self._other_key(), self._place
        if key:
            library, clock = self._library, self._clock
            self._change(lambda draft: in_form(library, clock, draft, carer_id, resource_id, key), "changed")

    def _on_leaflet_wished(self) -> None:
        self.leaflet_requested.emit(self._place[0], self._key())

    def _on_own_words_wished(self) -> None:
        if tick := self._tick():
            self.own_words_requested.emit(tick)

    def _on_taken_back(self) -> None:
        resource_id, carer_id = self._place
        self._asking -= {self._place}
        self._change(lambda draft: draft.without_tick(carer_id, resource_id), "taken back")

    # -- inside ----------------------------------------------------------------------------------------------------

    def _change(self, change: Change, said: str) -> None:
        """Ask for a change, and let a screen reader say what became of the cell."""
        self.change_requested.emit(change)
        row, column = self.grid.grid_model.place_of(*self._place)
        titles = self.grid.grid_model.rows[row].title, self.grid.grid_model.columns[column].title
        announce(self.grid, ", ".join([*titles, said]))

    def _key(self, column: str = "") -> VariantKey:
        """The variant for a carer, or for everybody who looks at one screen; of the current cell if not said."""
        wanted = column or self._place[1]
        if self._ticks is None:
            message = "nothing is shown yet"
            raise RuntimeError(message)
        offer = self._ticks.offer(self._place[0])
        return self._ticks.variant_to_show(offer) if wanted in (SHOW, BOTH) else offer.variant_for(wanted)

    def _tick(self) -> Tick | None:
        resource_id, carer_id = self._place
        return self._ticks.view.draft.tick(carer_id, resource_id) if self._ticks else None

    def _giving(self, carer_id: str, understanding: Understanding | None) -> Change:
        """Given to this carer, in the ways it was given already, or else as it usually is."""
        resource_id, library, clock = self._place[0], self._library, self._clock
        usual = (Way.TALKED, Way.SHOWN) if resource_id in self._shown else (Way.TALKED,)
        key = self._key(carer_id)

        def change(draft: VisitDraft) -> VisitDraft:
            tick = draft.tick(carer_id, resource_id)
            if tick and is_given(tick):
                ways = _by_hand(tick.ways)
                return draft.with_tick(replace(tick, at=clock.now(), ways=ways, understanding=understanding))
            return give(library, clock, draft, carer_id, resource_id, key, ways=usual, understanding=understanding)

        return change

    def _ask(self, place: Place) -> None:
        """Let a cell ask; only the cells of one row ask at a time."""
        self._asking = frozenset(each for each in self._asking if each[0] == place[0]) | {place}

    def _corner(self) -> QPoint:
        """Where the menu of the current cell begins."""
        box = self.grid.visualRect(self.grid.currentIndex())
        return self.grid.viewport().mapToGlobal(box.bottomLeft())


def _by_hand(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """What was only seen on the screen ticked itself; who ticks it now talked about it."""
    return ways if set(ways) - {Way.SHOWN, Way.PRACTISED} else (Way.TALKED, *ways)


def _all(changes: Sequence[Change], draft: VisitDraft) -> VisitDraft:
    for change in changes:
        draft = change(draft)
    return draft
