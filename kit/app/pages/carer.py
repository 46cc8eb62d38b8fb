"""One carer: what helps them, through its six stages, and what is known of them with its source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.copying import copy_for_a_while
from kit.app.heading import Heading
from kit.app.look.line import Icon, Words
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.carer_parts import content
from kit.app.pages.carer_parts.forms import ContactForm, HomeForm, ResponsibilityForm, SharingForm
from kit.app.pages.carer_parts.needs import NeedsPanel
from kit.app.pages.family_parts.dialog import Ends, FormDialog, Question
from kit.app.pages.family_parts.forms import NeedForm
from kit.app.widgets.button import Button
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Row
from kit.app.widgets.notice import Notice, Notices, Tone, notice_of
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.text import Text, TwoLines
from kit.domain.wording import called
from kit.service.needs import make_flag_note, reach

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.carer_parts.content import KnownLine
    from kit.app.rooms import Rooms
    from kit.domain.carer import Relationship
    from kit.domain.errors import KitError
    from kit.domain.family import Family
    from kit.service.needs import Stage

COPIED = "The note is copied."
PASTE_IT = "Paste it into the record system within half a minute. The kit does not set the flag."


class CarerPage(QWidget):
    """The page of one carer.

    Args:
        theme: the theme.
        rooms: with open records.
        family_id: the family in which they are visited.
        carer_id: whose page it is.

    Signals:
        left: the worker goes back to the family.
        changed: something about the carer was kept.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, family_id: str, carer_id: str) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._family_id, self._carer_id = family_id, carer_id
        self._family: Family | None = None
        self.heading = Heading(parent=self)
        self.heading.has_back = True
        self.heading.back_requested.connect(self.left)
        self._notices = Notices(theme)
        self.needs = NeedsPanel(theme)
        self._known = Rows(theme)
        body = fill_page(self, theme, scrolls=True)
        body.add(PageHeader(theme, self.heading), self._notices)
        title = Row(theme, 8)
        title.add(
            Text("What helps", TextStyle.H3), None, Button(theme, "Add a need", icon="ear", pressed=self.add_need)
        )
        body.add(title, self.needs, 4)
        body.add(Text("What is known", TextStyle.H3), self._known, None)
        self.needs.stage_pressed.connect(self.reach_stage)
        self.needs.sharing_requested.connect(self.ask_about_sharing)
        self.needs.note_requested.connect(self.copy_note)
        self.reload()

    def reload(self) -> None:
        """Show the carer as they are now."""
        records, family_id = self._rooms.kept, self._family_id

        def read() -> Family:
            with records:
                return records.family(family_id)

        self._rooms.desk.run(self, read, self._show, self._on_failed)

    def _show(self, family: Family) -> None:
        self._family = family
        carer, today = family.carer(self._carer_id), self._rooms.clock.today()
        self.heading.tell(carer.full_name, content.facts_line(family, carer.id))
        self.needs.show_needs(family, carer.id, today)
        self._known.set_rows(
            [
                *(
                    self._line(content.tie_line(family, tie), "responsibility", partial(self.ask_responsibility, tie))
                    for tie in family.ties_of(carer.id)
                ),
                self._line(content.home_line(family, carer.id), "where they live", self.ask_home),
                self._line(content.contact_line(family, carer.id), "how to reach them", self.ask_contact),
            ]
        )

    def _line(self, line: KnownLine, what: str, pressed: partial[None] | object) -> QWidget:
        lines = TwoLines(self._theme, [Words(line.words)], line.note, Icon(line.icon, 20, Role.INK2))
        change = Button(self._theme, "Change", name=f"Change {what}: {line.words}", pressed=pressed)  # type: ignore[arg-type]
        row = row_of(self._theme)
        layout = row.layout()
        if isinstance(layout, Row):
            layout.add(lines, stretch=1)
            layout.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- deeds -----------------------------------------------------------------------------------------------------

    def reach_stage(self, need_id: str, said: Stage) -> None:
        """Keep that a stage was reached today, or taken back."""
        records, clock, family_id = self._rooms.kept, self._rooms.clock, self._family_id
        self._rooms.desk.run(
            self, lambda: reach(records, clock, family_id, need_id, said), self._on_kept, self._on_refused
        )

    def copy_note(self) -> None:
        """Copy the note that asks for the flag."""
        records, clock, family_id, carer_id = self._rooms.kept, self._rooms.clock, self._family_id, self._carer_id
        self._rooms.desk.run(
            self, lambda: make_flag_note(records, clock, family_id, carer_id), self._on_note_made, self._on_refused
        )

    def add_need(self) -> None:
        """Ask what helps."""
        if self._family:
            form = NeedForm(self._theme, self._family)
            form.who.set_values(self._carer_id)
            form.who.hide()
            self._ask("Add a communication need", "It shows on every page about this carer.", "Add the need", form)

    def ask_about_sharing(self) -> None:
        """Keep what they said about sharing."""
        if self._family:
            name = self._family.carer(self._carer_id).given_name
            form = SharingForm(self._theme, self._family_id, self._carer_id, name)
            facts = f"Ask {name}: may others who help you know what helps?"
            self._ask("May this be shared?", facts, "Save", form)

    def ask_responsibility(self, tie: Relationship) -> None:
        """Keep whether they have parental responsibility."""
        if self._family:
            child = called(self._family.child(tie.child_id))
            form = ResponsibilityForm(self._theme, self._family, tie)
            self._ask(f"Parental responsibility for {child}", "What was told or seen, and nothing else.", "Save", form)

    def ask_home(self) -> None:
        """Keep where they live."""
        if self._family:
            self._ask("Where do they live?", "", "Save", HomeForm(self._theme, self._family, self._carer_id))

    def ask_contact(self) -> None:
        """Keep how to reach them."""
        if self._family:
            name = self._family.carer(self._carer_id).given_name
            form = ContactForm(self._theme, self._family, self._carer_id, name)
            self._ask("How do they like to be reached?", "", "Save", form)

    def _ask(self, question: str, facts: str, deed: str, form: QWidget) -> None:
        ends = Ends(self, self._on_kept, self._on_failed)
        FormDialog(ends, self._theme, self._rooms, Question(question, facts, deed), form).ask()

    # -- what came back --------------------------------------------------------------------------------------------

    def _on_kept(self, _kept: object = None) -> None:
        self._notices.settle()
        self.changed.emit()
        self.reload()

    def _on_note_made(self, note: str) -> None:
        copy_for_a_while(self, note)
        self._on_kept()
        self._notices.say(Notice(self._theme, Tone.DONE, COPIED, PASTE_IT))

    def _on_refused(self, error: KitError) -> None:
        """What was asked for needs an answer first: offer to give it."""
        is_consent = getattr(error, "field", "") == "consent"
        ask = [Button(self._theme, "Ask about sharing", pressed=self.ask_about_sharing)] if is_consent else []
        self._notices.say(notice_of(self._theme, error, *ask))

    def _on_failed(self, error: KitError) -> None:
        self._notices.say(notice_of(self._theme, error, Button(self._theme, "Try again", pressed=self.reload)))
