"""The third step: where the baby sleeps. Place at the left, which sleep at the right, and what was seen or told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.visit_steps.agreed import Offers
from kit.app.pages.visit_steps.sleep_rows import ConditionRows, SleepRows, changes_and_gaps
from kit.app.pages.visit_steps.step import Step
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.check import Select
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.layouts import Column, Flow, Row, clear
from kit.app.widgets.panel import EmptyState
from kit.app.widgets.text import ElidedText, LineView, Text
from kit.domain.plan_words import space_words
from kit.domain.sleep import Agreed, Condition, Night, Reply, SleepAnswer, SleepItem, babies_at, space_now
from kit.domain.wording import called, counted, say, weeks
from kit.service.sleep import answer_item, lead_of, places_asked, reply_to, same_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.domain.family import Place
    from kit.domain.sleep import SleepSpace
    from kit.service.ports import Clock, Library
    from kit.service.visit_view import VisitView

_HINTS = (("↑ ↓", "row"), ("1", "seen"), ("2", "told"), ("3", "change"), ("0", "not asked"))
SLEEP_KEYS = (
    "Up and down move. 1: seen, fine. 2: told, fine. 3: change. 0: not asked. Tab then Enter on what was agreed says "
    "more. In the questions Y: yes, N: no. Ctrl 1 to 5: the steps. Esc: leave, the visit is kept."
)
_NIGHTS = tuple(Choice(night, say(night)) for night in Night)
_MOST_LETTERS = 64
"""Of all places side by side; more are dropped down in a list."""

SHOWN = "clear-flat-firm"
"""What a parent is shown at the cot."""


class SleepStep(Step):
    """The sleep spaces of the family.

    Signals:
        place_requested: the baby sleeps somewhere that is not on record yet.
        advice_wished: a "yes" is to be talked about; carries the id of the resource.
        show_wished: a parent wants to see it; carries the id of the resource.
    """

    place_requested = Signal()
    advice_wished = Signal(str)
    show_wished = Signal(str)

    def __init__(self, theme: Theme, library: Library, clock: Clock) -> None:
        self.show_page = Button(theme, "Show page", icon="monitor")
        self.hints = KeyHints(theme, _HINTS)
        super().__init__(theme, Button(theme, "Next: plan", Kind.PRIMARY), self.show_page, left=self.hints)
        self._library, self._clock = library, clock
        self._view: VisitView | None = None
        self._built: object = None
        self._place_id, self._night = "", Night.TONIGHT
        self.rows = SleepRows(theme)
        self.conditions = ConditionRows(theme)
        self.nights = Segments(theme, _NIGHTS, "Which sleep", Night.TONIGHT)
        self._places = Row(theme, 0)
        self._counts = LineView(theme)
        self._before = ElidedText(theme, tone=Role.INK2)
        self.same = LinkButton(theme, "Same as tonight", side=Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.theme
        self._new = Button(theme, "New place", Kind.QUIET, icon="plus", pressed=self.place_requested.emit)
        place = QWidget()
        Row(theme, 8, parent=place).add(self._places, self._new)
        top = Flow(theme, 12, 8)
        top.add(place)
        head = Row(theme, 12)
        head.add(top, stretch=1)
        head.add(self.nights)
        under = Row(theme, 16)
        under.add(self._counts, self.same, None, self._before)
        self._all = QWidget()
        column = Column(theme, 10, parent=self._all)
        column.add(head, self.rows, under)
        column.add(4, Text("Also ask", TextStyle.H3), self.conditions, None)
        way_on = "Say where the baby sleeps, then ask to be shown it."
        add = Button(theme, "Add the place", Kind.SECOND, icon="map-pin", pressed=self.place_requested.emit)
        self._empty = EmptyState(theme, "bed", "No place is known yet", way_on, add)
        self.body.add(self._all, self._empty, None)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.next_requested)
        self.rows.answered.connect(self._on_answered)
        self.rows.agreed.connect(self._on_agreed)
        self.rows.advice_wished.connect(self.advice_wished)
        self.conditions.answered.connect(self._on_replied)
        self.conditions.advice_wished.connect(self.advice_wished)
        self.nights.chosen.connect(self._on_night_chosen)
        self.same.clicked.connect(self._on_same_pressed)
        self.show_page.clicked.connect(lambda _checked=False: self.show_wished.emit(SHOWN))
        self.theme.layout_changed.connect(self._on_layout_changed)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_view(self, view: VisitView) -> None:
        """Show the sleep space of the place and sleep chosen."""
        self._view = view
        places = places_asked(view.family, view.draft, view.today)
        self._all.setVisible(bool(places))
        self._empty.setVisible(not places)
        self.show_page.setEnabled(any(one.id == SHOWN for one in self._library.resources()))
        if not places:
            return
        if self._place_id not in {place.id for place in places}:
            self._place_id = places[0].id
        if self._built != (self.theme.layout, places):
            self._built = (self.theme.layout, places)
            self._build(places)
        self._show_space(view)

    def is_done(self, view: VisitView) -> bool:
        """Whether anything was seen, or everything of a place was told."""
        return any(
            any(line.is_seen for line in space.lines) or not changes_and_gaps(space)[1] for space in view.draft.spaces
        )

    def take_focus(self) -> None:
        """At the first item."""
        if self._all.isVisible():
            self.rows.focus_first()
        else:
            self._new.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_place(self, place_id: str) -> None:
        """Go to a place."""
        self._place_id = place_id
        self._built = None
        if self._view:
            self.show_view(self._view)

    @property
    def space(self) -> SleepSpace | None:
        """What was answered for the place and sleep shown."""
        return self._view.draft.space(self._place_id, self._night) if self._view else None

    def _build(self, places: Sequence[Place]) -> None:
        """Rows and switches for this layout and these places."""
        clear(self._places)
        choices = [(place.id, place.address) for place in places]
        is_long = sum(len(words) for _, words in choices) > _MOST_LETTERS or len(choices) > 3  # noqa: PLR2004 - abreast
        if is_long or self.theme.layout is Layout.COMPACT:
            select = Select(self.theme, "Place", choices)
            select.activated.connect(lambda _at: self._on_place_chosen(select.value))
            select.set_value(self._place_id)
            self._places.add(select)
        else:
            switch = Segments(self.theme, [Choice(*one) for one in choices], "Place", self._place_id)
            switch.chosen.connect(self._on_place_chosen)
            self._places.add(switch)
        self.rows.build()
        for item in SleepItem:
            self.rows.chip(item).clicked.connect(lambda _checked=False, item=item: self._open_editor(item))
        self.conditions.build({each: lead_of(self._library, each) for each in Condition}, self._known())

    def _known(self) -> dict[Condition, str]:
        """What the record says already about a question."""
        if self._view is None:
            return {}
        view = self._view
        babies = [view.family.child(one) for one in babies_at(view.family, self._place_id, view.today)]
        early = [f"{called(baby)} was born {weeks(baby.weeks_early)} early" for baby in babies if baby.weeks_early]
        return {Condition.EARLY_OR_SMALL: f"{'; '.join(early)}."} if early else {}

    def _show_space(self, view: VisitView) -> None:
        space = view.draft.space(self._place_id, self._night)
        self.nights.set_value(self._night)
        self.rows.show_space(space)
        self.conditions.show_space(space)
        self._before.set_words(self._before_words(view))
        changes, gaps = changes_and_gaps(space)
        mark = Mark.NOT_YET if changes else Mark.NOT_CHECKED if gaps else Mark.SHOWED_ME
        said = [f"{counted(changes, 'thing')} to change"] if changes else []
        said += [f"{gaps} not asked"] if gaps else []
        self._counts.set_parts(Sign(mark, 20, ground=Role.CANVAS), Words(" · ".join(said) or "Everything asked"))
        tonight = view.draft.space(self._place_id, Night.TONIGHT)
        self.same.setVisible(space.is_empty and self._night is not Night.TONIGHT and not tonight.is_empty)

    def _before_words(self, view: VisitView) -> str:
        """Before today: seen when, or not since the move."""
        child_id = next(iter(babies_at(view.family, self._place_id, view.today)), "")
        now = space_now(view.checks, view.family, child_id, self._place_id, view.today)
        words = space_words(now)
        return f"Before today: {words[:1].lower()}{words[1:]}"

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _on_answered(self, key: str, value: str) -> None:
        place_id, night, item, answer = self._place_id, self._night, SleepItem(key), SleepAnswer(value)
        agreed = self.space.line(item).agreed if self.space else Agreed()
        self.change(lambda draft: answer_item(draft, self._clock, place_id, night, item, answer, agreed))
        if answer is SleepAnswer.CHANGE:
            self._open_editor(item)

    def _on_agreed(self, item: SleepItem, agreed: Agreed) -> None:
        place_id, night = self._place_id, self._night
        self.change(lambda draft: answer_item(draft, self._clock, place_id, night, item, SleepAnswer.CHANGE, agreed))

    def _on_replied(self, key: str, value: str) -> None:
        place_id, night = self._place_id, self._night
        self.change(lambda draft: reply_to(draft, self._clock, place_id, night, Condition(key), Reply(value)))

    def _on_place_chosen(self, place_id: str) -> None:
        self._place_id = place_id
        if self._view:
            self.show_view(self._view)

    def _on_night_chosen(self, night: str) -> None:
        self._night = Night(night)
        if self._view:
            self.show_view(self._view)

    def _on_same_pressed(self) -> None:
        place_id, night = self._place_id, self._night
        self.change(lambda draft: same_again(draft, self._clock, place_id, night))

    def _open_editor(self, item: SleepItem) -> None:
        if self._view:
            offers = replace(offers_of(self._view), lead=lead_of(self._library, item))
            self.rows.open_editor(item, offers)

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self.show_view(self._view)


def offers_of(view: VisitView) -> Offers:
    """Who can do something: the carers, those here first, and the worker."""
    away = [carer for carer in view.family.columns() if carer not in view.here]
    names = [view.name_of(carer.id) for carer in (*view.here, *away)]
    return Offers((*names, *([view.draft.worker] if view.draft.worker else [])), view.today)
