"""The first step: who is here, who can see the screen, which contact, where, since when."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.heading import Deed
from kit.app.look.line import Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.visit_steps.newcomer import NewcomerMenu
from kit.app.pages.visit_steps.people import PRESENCE, SEEN, AnswerRows, AskNow, carer_words, place_words
from kit.app.pages.visit_steps.room_gate import RoomGate
from kit.app.pages.visit_steps.step import Step
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.check import Select
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.layouts import Column, Flow, Row, Sides
from kit.app.widgets.menu import Menu
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.text import Text, TwoLines
from kit.domain.dates import day_and_month
from kit.domain.visit import ATTEMPTS, Attended, Contact
from kit.domain.wording import age, called, say, ties_line
from kit.service.attendance import choose_contact, choose_place, choose_start, mark_here, mark_seen, remove_worker
from kit.service.visits import set_room

if TYPE_CHECKING:
    from datetime import datetime

    from kit.app.look.theme import Theme
    from kit.domain.visit import JointWorker, Room, VisitDraft
    from kit.service.ports import Clock
    from kit.service.visit_view import VisitView

_LETTERS = {
    Qt.Key.Key_A: str(Attended.ALL),
    Qt.Key.Key_P: str(Attended.PART),
    Qt.Key.Key_X: str(Attended.NOT_HERE),
}
_HINTS = (("↑ ↓", "person"), ("A", "all"), ("P", "part"), ("X", "not here"))
HERE_KEYS = "Up and down: the person before or after. A: here for all of it. P: for part. X: not here."
_ELSEWHERE, _NEW = "elsewhere", "new"
MINUTES_APART = 5
HOURS_BACK = 3
SIDE_WIDTH = 420
LABEL_WIDTH = 72


class HereStep(Step):
    """Who is here.

    Signals:
        place_answered: what was said about a parent place; carries child id, ParentRole and PlaceState.
        newcomer_chosen: somebody new is here; carries child ids and ties.
        worker_requested: another worker is at the visit.
        place_requested: the visit is at a place that is not on record.
        name_requested: the name of somebody here is known now; carries the carer id.
        attempt_requested: nobody was seen; carries the VisitOutcome.
        drop_requested: the visit was begun by mistake.
        all_keys_requested: the worker wants the list of keys.
    """

    place_answered = Signal(str, object, object)
    newcomer_chosen = Signal(object)
    worker_requested = Signal()
    place_requested = Signal()
    name_requested = Signal(str)
    attempt_requested = Signal(object)
    drop_requested = Signal()
    all_keys_requested = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        self._no_one = Button(theme, "No one in", icon="door-closed")
        self.attempts = Menu(theme, self._no_one)
        super().__init__(
            theme,
            Button(theme, "Next: talk", Kind.PRIMARY),
            hints := KeyHints(theme, _HINTS),
            left=_at_left(theme, self._no_one),
        )
        hints.all_keys_requested.connect(self.all_keys_requested)
        self._clock = clock
        self._view: VisitView | None = None
        self._shown: object = None
        self._shown_workers: tuple[JointWorker, ...] = ()
        self._starts: list[datetime] = []
        self._labels: list[Text] = []
        self._carers = AnswerRows(theme, _LETTERS)
        self._children = AnswerRows(theme, {})
        self._workers = Rows(theme)
        self._workers.hide()
        self.newcomers = NewcomerMenu(theme, self)
        self._gate = RoomGate(theme)
        self._contact = Select(theme, "Contact", [(each, say(each)) for each in Contact])
        self._place = Select(theme, "Place")
        self._started = Select(theme, "Started")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.theme
        self._children_title = Text("Children", TextStyle.H3)
        left, right = QWidget(), QWidget()
        people = Column(theme, 8, parent=left)
        people.add(Text("Who is here?", TextStyle.H3), self._carers, self._workers, 4)
        people.add(self._children_title, self._children, None)
        side = Column(theme, 8, parent=right)
        side.add(Text("Who can see or hear this screen?", TextStyle.H3, wraps=True), self._gate, 4)
        side.add(Text("Visit", TextStyle.H3), self._facts(), None)
        right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sides = Sides(theme, 28)
        sides.add(left, stretch=65)
        sides.add(right, stretch=35)
        self.body.add(sides, None)

    def _facts(self) -> Rows:
        """Contact, place and start, each with its list."""
        rows = Rows(self.theme)
        named = (("Contact", self._contact), ("Place", self._place), ("Started", self._started))
        lines = []
        for words, select in named:
            select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label = Text(words, tone=Role.INK2)
            self._labels.append(label)
            lines.append(row_of(self.theme, label, select, height=56))
        rows.set_rows(lines)
        self._fit_labels()
        self.theme.text_size_changed.connect(self._fit_labels)
        return rows

    def _fit_labels(self) -> None:
        """Labels in line, as wide as their words at this size."""
        for label in self._labels:
            label.setFixedWidth(self.theme.grow(LABEL_WIDTH))

    def _connect(self) -> None:
        self.primary.clicked.connect(self.next_requested)
        self._carers.answered.connect(self._on_carer_answered)
        self._children.answered.connect(self._on_child_answered)
        self._gate.chosen.connect(self._on_room_chosen)
        self._contact.activated.connect(self._on_contact_chosen)
        self._place.activated.connect(self._on_place_chosen)
        self._started.activated.connect(self._on_start_chosen)
        self.newcomers.chosen.connect(self.newcomer_chosen)
        self._no_one.open_menu(self.attempts)
        self.attempts.aboutToShow.connect(self._on_attempts_opened)
        self.theme.layout_changed.connect(self._on_layout_changed)
        self._on_attempts_opened()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_view(self, view: VisitView) -> None:
        """Show the people as they are; rows are built again only when the people changed."""
        self._view = view
        if self._shown != (view.family, self.theme.layout):
            self._shown = (view.family, self.theme.layout)
            self._build(view)
        self._show_workers(view.draft)
        for carer in view.family.carers:
            self._carers.show_value(carer.id, view.draft.attended(carer.id))
        for child in view.family.children:
            self._children.show_value(child.id, "seen" if child.id in view.draft.children_seen else "not-seen")
        self._gate.show_view(view)
        self._contact.set_value(view.draft.contact)
        self._place.set_value(view.draft.place_id or _ELSEWHERE)
        self._show_start(view.draft)

    def is_done(self, view: VisitView) -> bool:
        """Whether somebody is here."""
        return bool(view.here)

    def take_focus(self) -> None:
        """At the first person."""
        self._carers.focus_first()

    def _build(self, view: VisitView) -> None:
        family, theme = view.family, self.theme
        self._carers.clear_rows()
        for carer in family.columns():
            words = carer_words(theme, family, carer)
            name = None if carer.is_named else self._name_button(carer.id, ties_line(family, carer.id))
            self._carers.add_answer(carer.id, words, PRESENCE, carer.full_name, name)
        for child, role, answer in family.unfilled_places():
            words = place_words(theme, child, role, answer)
            ask = AskNow(theme, words.accessibleName())
            ask.answered.connect(
                lambda state, child_id=child.id, role=role: self.place_answered.emit(child_id, role, state)
            )
            self._carers.add_row(words, ask)
        self._carers.add_end(self._more_people())
        self._carers.show_rows()
        self._children.clear_rows()
        born = [child for child in family.youngest_first if child.born_on]
        for child in born:
            words = TwoLines(theme, [Words(called(child), TextStyle.STRONG)], age(child, view.today))
            self._children.add_answer(child.id, words, SEEN, called(child))
        self._children.show_rows()
        self._children.setVisible(bool(born))
        self._children_title.setVisible(bool(born))
        self.newcomers.show_family(family)
        known = [(place.id, place.address) for place in family.places]
        self._place.set_choices([*known, (_ELSEWHERE, "Somewhere else"), (_NEW, "A new place…")])

    def _more_people(self) -> QWidget:
        """The ways to add a carer who is not on record, and a worker who came along."""
        someone = LinkButton(self.theme, "Someone new", icon="user-plus", side=Qt.AlignmentFlag.AlignLeft)
        someone.open_menu(self.newcomers.menu)
        worker = LinkButton(self.theme, "Another worker", icon="briefcase", side=Qt.AlignmentFlag.AlignLeft)
        worker.clicked.connect(self.worker_requested)
        place = QWidget()
        Flow(self.theme, 28, 0, place).add(someone, worker)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return row_of(self.theme, place, height=52)

    def _name_button(self, carer_id: str, who: str) -> LinkButton:
        button = LinkButton(self.theme, "Name", icon="pencil", name=f"Note the name: {who}")
        button.clicked.connect(lambda: self.name_requested.emit(carer_id))
        return button

    def _show_workers(self, draft: VisitDraft) -> None:
        """The other workers at the visit, each with a way to take them off again."""
        if draft.joint_workers == self._shown_workers:
            return
        self._shown_workers = draft.joint_workers
        self._workers.set_rows([self._worker_row(worker) for worker in draft.joint_workers])
        self._workers.setVisible(bool(draft.joint_workers))

    def _worker_row(self, worker: JointWorker) -> QWidget:
        words = TwoLines(self.theme, [Words(worker.name, TextStyle.STRONG)], worker.role or "Another worker")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        gone = Button(self.theme, "Take off", name=f"Take off: {worker.name}")
        gone.clicked.connect(lambda: self.change(lambda draft: remove_worker(draft, worker)))
        return row_of(self.theme, words, gone, height=61)

    def _show_start(self, draft: VisitDraft) -> None:
        """The start as it is, and every five minutes of the last three hours."""
        now = self._clock.now()
        last = now.replace(minute=now.minute - now.minute % MINUTES_APART, second=0, microsecond=0)
        steps = range(HOURS_BACK * 60 // MINUTES_APART)
        known = {f"{draft.started_at:%H%M}": draft.started_at}
        for at in (last - timedelta(minutes=MINUTES_APART * step) for step in steps):
            known.setdefault(f"{at:%H%M}", at)
        self._starts = sorted(known.values(), reverse=True)
        self._started.set_choices([(at.isoformat(), clock_words(at, now)) for at in self._starts])
        self._started.set_value(draft.started_at.isoformat())

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _on_carer_answered(self, carer_id: str, value: str) -> None:
        self.change(lambda draft: mark_here(draft, carer_id, Attended(value)))

    def _on_child_answered(self, child_id: str, value: str) -> None:
        view = self._view
        if view:
            is_seen = value == "seen"
            self.change(lambda draft: mark_seen(draft, view.family, child_id, view.today, is_seen=is_seen))

    def _on_room_chosen(self, room: Room) -> None:
        self.change(lambda draft: set_room(draft, room))

    def _on_contact_chosen(self) -> None:
        contact = Contact(self._contact.value)
        self.change(lambda draft: choose_contact(draft, contact))

    def _on_place_chosen(self) -> None:
        if self._place.value == _NEW:
            self._place.set_value((self._view.draft.place_id if self._view else None) or _ELSEWHERE)
            self.place_requested.emit()
            return
        place_id = None if self._place.value == _ELSEWHERE else self._place.value
        self.change(lambda draft: choose_place(draft, place_id))

    def _on_start_chosen(self) -> None:
        now, started = self._clock.now(), self._starts[self._started.currentIndex()]
        self.change(lambda draft: choose_start(draft, started, now))

    def _on_attempts_opened(self) -> None:
        """Why nobody was seen; and a way out of a visit begun by mistake."""
        asked = self.attempt_requested
        lines = [Deed(say(each), partial(asked.emit, each), parent=self.attempts) for each in ATTEMPTS]
        drop = Deed("Begun by mistake", self.drop_requested.emit, parent=self.attempts)
        self.attempts.offer(*lines, None, drop)

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self.show_view(self._view)


def clock_words(at: datetime, now: datetime) -> str:
    """10:04; 23 November, 10:04 on another day."""
    at = at.astimezone(now.tzinfo)
    return f"{at:%H:%M}" if at.date() == now.date() else f"{day_and_month(at.date())}, {at:%H:%M}"


def _at_left(theme: Theme, button: Button) -> QWidget:
    """A button that keeps its width at the left of a bar."""
    left = QWidget()
    row = Row(theme, 0, parent=left)
    row.add(button, None)
    return left
