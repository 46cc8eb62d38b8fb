"""The private page of one carer: behind the room question every time, and gone when it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kit.app.clipboard import CLEARED_AFTER_S, BriefClipboard
from kit.app.heading import Deed, Heading
from kit.app.look.line import Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.family_parts.dialog import Ends, FormDialog, Question
from kit.app.pages.private_parts.contact import SafeContactForm
from kit.app.pages.private_parts.form import PrivateForm
from kit.app.widgets.button import Button
from kit.app.widgets.decision import Decision
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column, clear
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.room_question import RoomQuestion
from kit.app.widgets.text import Text, TwoLines
from kit.domain.dates import long_date
from kit.domain.restricted import RestrictedAdvice
from kit.domain.visit import Room
from kit.domain.wording import say
from kit.service.private import not_safe_to_ask, private_summary, private_view
from kit.service.visits import fitting_variant

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.advice import Resource, VariantKey
    from kit.domain.errors import KitError
    from kit.domain.family import Family
    from kit.domain.restricted import SafeContact
    from kit.service.private import PrivateRecord, PrivateView


class PrivatePage(QWidget):
    """What is kept of one carer apart from everything else.

    Nothing of it is read before the worker says that they are alone with this carer, and leaving the page ends that.

    Args:
        theme: the theme.
        rooms: with open records.
        family: the family the carer belongs to.
        carer_id: whose page it is.
        wanted: the resource the worker came to record, if any.

    Signals:
        left: the worker goes back to the family.
        show_requested: the carer wants to see a resource; carries its id, the VariantKey, and the carer's needs.
    """

    left = Signal()
    show_requested = Signal(str, object, object)

    def __init__(self, theme: Theme, rooms: Rooms, family: Family, carer_id: str, wanted: str = "") -> None:
        super().__init__()
        self._wanted = wanted
        self._view: PrivateView | None = None
        self._clipboard = BriefClipboard(self)
        self._theme, self._rooms, self._family = theme, rooms, family
        self._carer = family.carer(carer_id)
        self._room = Room.NOT_SURE
        self.heading = Heading(self._carer.full_name, parent=self)
        self.heading.has_back = True
        self.heading.back_requested.connect(self.left)
        name = self._carer.called
        self.question = RoomQuestion(theme, f"Only {name} and me", "Back to the family")
        self._copy = Deed("Copy for a secure record", self._ask_copy, "copy", parent=self)
        self._not_safe = Deed("Another day", self._on_another_day, "calendar-clock", parent=self)
        self._notices = Notices(theme)
        self._content = Column(theme, 8)
        inside = QWidget()
        self._content.addStretch(1)
        inside.setLayout(self._content)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.question)
        self._stack.addWidget(inside)
        body = fill_page(self, theme, scrolls=True)
        body.add(PageHeader(theme, self.heading), self._notices)
        body.add(self._stack, stretch=1)
        self.question.answered.connect(self._on_answered)
        self.question.left.connect(self.left)

    def take_focus(self) -> None:
        """Start in the question."""
        self.question.take_focus()

    # -- the gate --------------------------------------------------------------------------------------------------

    def _on_answered(self, room: Room) -> None:
        self._room = room
        self._load()

    def _load(self) -> None:
        records, library, room = self._rooms.kept, self._rooms.library, self._room
        family_id, carer_id = self._family.id, self._carer.id
        self._rooms.desk.run(
            self, lambda: private_view(records, library, family_id, carer_id, room), self._on_loaded, self._on_failed
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page ends being alone: what was read is let go of."""
        super().hideEvent(event)
        self._room, self._view = Room.NOT_SURE, None
        clear(self._content)
        self._notices.settle()
        self.heading.offer(None)
        self.question.ask()
        self._stack.setCurrentWidget(self.question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- what is there ---------------------------------------------------------------------------------------------

    def _on_loaded(self, view: PrivateView) -> None:
        if self._room is not Room.ALONE:
            return
        self._notices.settle()
        clear(self._content)
        self._view = view
        self.heading.offer(None, *([self._copy] if view.records else []), self._not_safe)
        self._content.add(Text("How to reach them safely", TextStyle.H3), self._contact(view.contact), 8)
        self._content.add(Text("To share", TextStyle.H3), self._offers(view), 8)
        self._content.add(Text("On record", TextStyle.H3), self._records(view), None)
        self._stack.setCurrentIndex(1)
        wanted, self._wanted = self._wanted, ""
        for resource in view.resources:
            if resource.id == wanted:
                self._ask_given(resource)

    def _contact(self, contact: SafeContact | None) -> Rows:
        """How, when and what may be said: here and nowhere else."""
        said = (contact.how, contact.when) if contact else ()
        words = ", ".join(each for each in said if each) or "Not asked yet"
        note = f"May be said or left: {contact.may_say}" if contact and contact.may_say else ""
        lines = TwoLines(self._theme, [Words(words, TextStyle.STRONG)], note)
        change = Button(self._theme, "Change", name="Change how to reach them safely")
        change.clicked.connect(partial(self._ask_contact, contact))
        rows = Rows(self._theme)
        rows.set_rows([row_of(self._theme, lines, change)])
        return rows

    def _offers(self, view: PrivateView) -> Rows:
        rows = Rows(self._theme)
        made = [self._offer(resource) for resource in view.resources]
        rows.set_rows(made or [row_of(self._theme, Text("The library has nothing to share here.", tone=Role.INK2))])
        return rows

    def _offer(self, resource: Resource) -> QWidget:
        key = self._fitting(resource)
        lines = TwoLines(self._theme, [Words(resource.title, TextStyle.STRONG)], resource.summary)
        show = Button(self._theme, "Show", icon="monitor", name=f"Show: {resource.title}")
        needs = self._family.need_kinds([self._carer.id])
        show.clicked.connect(partial(self.show_requested.emit, resource.id, key, needs))
        given = Button(self._theme, "Record…", name=f"Record: {resource.title}")
        given.clicked.connect(partial(self._ask_given, resource))
        return row_of(self._theme, lines, show, given)

    def _records(self, view: PrivateView) -> Rows:
        rows = Rows(self._theme)
        made = [self._record(one) for one in view.records]
        rows.set_rows(made or [row_of(self._theme, Text("Nothing yet.", tone=Role.INK2))])
        return rows

    def _record(self, one: PrivateRecord) -> QWidget:
        record, day = one.record, long_date(one.record.occurred_at.date())
        if isinstance(record, RestrictedAdvice):
            ways = ", ".join(say(way).lower() for way in record.ways)
            kept = f" · kept: {record.kept_where}" if record.kept_where else ""
            understood = say(record.understanding) if record.understanding else ""
            words, note, mark = one.title, f"{day} · {understood} · {ways}{kept}", Mark.RECEIVED
        else:
            words, note, mark = "Another day", f"{day} · it was not safe to talk. Ask again.", Mark.NOT_GIVEN
        return row_of(self._theme, TwoLines(self._theme, [Words(words, TextStyle.STRONG)], note, Sign(mark, 20)))

    def _fitting(self, resource: Resource) -> VariantKey:
        return fitting_variant(resource, self._family, self._carer.id)

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _ask_given(self, resource: Resource, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        form = PrivateForm(self._theme, self._rooms.library, self._family.id, self._carer.id, resource)
        form.choose_variant(self._fitting(resource))
        ends = Ends(self, self._on_kept, self._on_failed)
        question = Question("What was shared?", resource.title, "Keep it apart")
        FormDialog(ends, self._theme, self._rooms, question, form).ask()

    def _ask_contact(self, contact: SafeContact | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        form = SafeContactForm(self._theme, self._family.id, self._carer.id, contact)
        ends = Ends(self, self._on_kept, self._on_failed)
        facts = "It shows on this page and nowhere else."
        FormDialog(
            ends, self._theme, self._rooms, Question("How to reach them safely", facts, "Keep it apart"), form
        ).ask()

    def _ask_copy(self) -> None:
        """Copying is asked for each time, and the clipboard does not keep it."""
        facts = "It names what was shared. Paste it only where nobody but colleagues can read."
        question = "Copy for a secure record?"
        decision = Decision(
            self.window(), self._theme, question, facts, "Copy for a secure record", is_destructive=True
        )
        decision.agreed.connect(self._on_copy_agreed)
        decision.ask()

    def _on_copy_agreed(self) -> None:
        if self._view is None:
            return
        self._clipboard.copy(private_summary(self._view))
        words = f"Copied. In {CLEARED_AFTER_S} seconds it is gone from the clipboard."
        self._notices.say(Notice(self._theme, Tone.PLAIN, "", words))

    def _on_another_day(self) -> None:
        """It was not safe to talk today: that is the record, and the next visit asks again."""
        records, clock, family_id, carer_id = self._rooms.kept, self._rooms.clock, self._family.id, self._carer.id
        self._rooms.desk.run(
            self, lambda: not_safe_to_ask(records, clock, family_id, carer_id), self._on_kept, self._on_failed
        )

    def _on_kept(self, _record: object = None) -> None:
        if self._room is Room.ALONE:
            self._load()

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error)
