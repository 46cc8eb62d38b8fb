"""One family: who was told what first, then where they sleep and the visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from kit.app.clipboard import CLEARED_AFTER_S, BriefClipboard
from kit.app.heading import Deed, Heading
from kit.app.look.tokens import Layout
from kit.app.pages.family_parts import content
from kit.app.pages.family_parts.attempt_form import FamilyAttemptForm
from kit.app.pages.family_parts.correction import CorrectionForm
from kit.app.pages.family_parts.dialog import AskDialog, Ends, FormDialog, Question
from kit.app.pages.family_parts.everything import EverythingView
from kit.app.pages.family_parts.facts import ChildFactsForm, LocalNumberForm
from kit.app.pages.family_parts.forms import AskForm, MoveForm, NeedForm, NewCarerForm, NewChildForm
from kit.app.pages.family_parts.help_forms import CloseHelpForm, OpenHelpForm, SpanForm
from kit.app.pages.family_parts.overview import Overview
from kit.app.pages.family_parts.plan_records import PlanView, plan_correction
from kit.app.pages.family_parts.record_correction import RecordCorrectionForm
from kit.app.pages.family_parts.records import HistoryView, RecordsView
from kit.app.pages.family_parts.sleep_records import SleepCorrectionForm, SleepRecordsView
from kit.app.pages.family_parts.timeline import TimelineView
from kit.app.pages.family_parts.visit_correction import VisitCorrectionForm
from kit.app.pages.family_parts.visits_view import VisitsView
from kit.app.widgets.button import Button, IconButton
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.domain.advice import Topic
from kit.domain.carer import Tie
from kit.domain.dates import long_date
from kit.domain.family import ParentRole
from kit.domain.seen import was_seen
from kit.domain.wording import called, cell_note, say, unfilled_name
from kit.service.families import FamilyView, family_view
from kit.service.history import advice_history
from kit.service.plan_paper import plan_paper
from kit.service.summary import attempt_summary
from kit.service.timeline import carer_timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.grid.coverage import CoverageGrid
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.advice import AdviceGiven
    from kit.domain.carer import Carer
    from kit.domain.correction import RecordKind
    from kit.domain.errors import KitError
    from kit.domain.family import Child
    from kit.domain.plan import Action, ActionReview, ParentWords
    from kit.domain.sleep import SleepCheck
    from kit.domain.visit import Visit
    from kit.service.history import HistoryEntry
    from kit.service.timeline import TimelineDay

MORE = "More for this family"
CORRECTING = "This record stays as it is. A new one beside it says what happened instead."


class FamilyPage(QWidget):
    """The page of one family.

    Signals:
        visit_requested: the worker wants to start, or go on with, a visit; carries the id of the family.
        leaflet_requested: the worker wants a leaflet for someone of this family; carries the id of the family.
        plan_requested: the family is to have the plan on paper; carries the PlanPaper.
        private_requested: the worker wants the private page of a carer; carries the id of the carer.
        carer_requested: the worker wants the page of a carer; carries the id of the carer.
        review_requested: the worker wants the record of this family on paper; carries its id and the Span.
        changed: something about the family was kept.
    """

    visit_requested = Signal(str)
    leaflet_requested = Signal(str)
    plan_requested = Signal(object)
    private_requested = Signal(str)
    carer_requested = Signal(str)
    review_requested = Signal(str, object)
    changed = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, family_id: str) -> None:
        super().__init__()
        self._theme, self._rooms, self._family_id = theme, rooms, family_id
        self._names = {each.topic: each.name for each in rooms.library.topics()}
        self._view: FamilyView | None = None
        self._cell = ("", "")
        self._is_showing_again = False
        self._clipboard = BriefClipboard(self)
        self._carer = ""
        self.heading = Heading(parent=self)
        self._header = PageHeader(theme, self.heading)
        self.menu = Menu(theme, self)
        self._notices = Notices(theme)
        self.overview = Overview(theme)
        self._records: RecordsView | None = None
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.overview)
        body = fill_page(self, theme)
        body.add(self._header, self._notices)
        body.add(place, stretch=1)
        self._make_deeds()
        self.grid.cell_opened.connect(self._on_cell_opened)
        self.grid.carer_opened.connect(self.show_timeline)
        self.overview.moved.connect(self.move_children)
        self.overview.visits_requested.connect(self._show_visits)
        self.overview.sleep_requested.connect(self._show_sleep)
        self.overview.plan_requested.connect(self._show_plan)
        self.overview.child_requested.connect(self.add_child)
        theme.layout_changed.connect(self._on_layout_changed)
        self.reload()

    @property
    def grid(self) -> CoverageGrid:
        """Who has been told what."""
        return self.overview.grid

    def _make_deeds(self) -> None:
        self._visit = Deed("Start visit", self._on_visit_pressed, "house", parent=self)
        self._leaflet = Deed("Leaflet", self._on_leaflet_pressed, "file-text", parent=self)
        self._more = Deed("", self._on_more_pressed, "ellipsis", name=MORE, parent=self)
        self._changes = (
            Deed("Moved to a new place", self.move_children, "map-pin", parent=self),
            Deed("Add a need", self.add_need, "ear", parent=self),
            Deed("Add a carer", self.add_carer, "user-plus", parent=self),
            Deed("Add a child", self.add_child, "baby", parent=self),
            Deed("Local number", self.ask_local_number, "file-pen-line", parent=self),
        )
        self._open_again = Deed("Open again", self.open_help, "door-open", parent=self)
        self._after = (
            Deed("Record an attempt", self.add_attempt, "door-closed", parent=self),
            Deed("Correct something", self.show_everything, "pencil", parent=self),
            Deed("Record for a review", self.ask_review, "file-text", parent=self),
            Deed("Close help", self.close_help, "circle-check", parent=self),
        )
        self._private: tuple[Deed, ...] = ()
        self._about: tuple[Deed, ...] = ()
        self._timelines: tuple[Deed, ...] = ()

    def reload(self) -> None:
        """Show the family as it is now."""
        records, library, clock, at = self._rooms.kept, self._rooms.library, self._rooms.clock, self._family_id
        self._rooms.desk.run(self, lambda: family_view(records, library, clock, at), self._on_loaded, self._on_failed)

    # -- what came back --------------------------------------------------------------------------------------------

    def _on_loaded(self, view: FamilyView) -> None:
        self._notices.settle()
        self._view = view
        self.heading.tell(f"{view.family.name} family", content.facts_line(view), content.people(view))
        self._visit.setText("Go on with the visit" if view.draft else "Start visit")
        carers = view.family.columns()
        told, self._timelines = self._timelines, tuple(self._timeline_deed(carer) for carer in carers)
        gone, self._private = (*self._private, *self._about), tuple(self._private_deed(carer) for carer in carers)
        children = (self._child_deed(child) for child in view.family.youngest_first)
        self._about = (*children, *(self._about_deed(carer) for carer in carers))
        self._after[0].setEnabled(not view.family.closed)
        self._after[3].setEnabled(not view.family.closed)
        self._say_closed(view)
        self._changes[1].setEnabled(bool(view.family.carers))
        for deed in (self._changes[0], self._changes[2]):
            deed.setEnabled(bool(view.family.children))
        self._offer()
        for deed in (*gone, *told):
            deed.deleteLater()
        self.overview.show_family(view, self._names)
        if self._is_showing_again:
            self._show_again()

    def _show_again(self) -> None:
        """The records that were shown, as they are after something was kept."""
        self._is_showing_again = False
        if isinstance(self._records, VisitsView):
            self._show_visits()
        elif isinstance(self._records, EverythingView):
            self.show_everything()
        elif isinstance(self._records, SleepRecordsView):
            self._show_sleep()
        elif isinstance(self._records, PlanView):
            self._show_plan()

    def _timeline_deed(self, carer: Carer) -> Deed:
        """As a press on the name in the grid."""
        words = f"Everything told to {carer.given_name or carer.full_name}"
        return Deed(words, lambda: self.show_timeline(carer.id), "history", parent=self)

    def _private_deed(self, carer: Carer) -> Deed:
        """Always there for every carer, with no count, so that its presence tells nothing."""
        ask = self.private_requested
        return Deed(f"Private… {carer.called}", lambda: ask.emit(carer.id), "lock", parent=self)

    def _child_deed(self, child: Child) -> Deed:
        return Deed(f"About {called(child)}", lambda: self.ask_about_child(child), "baby", parent=self)

    def _about_deed(self, carer: Carer) -> Deed:
        """What helps this carer and what is known of them."""
        ask = self.carer_requested
        return Deed(f"About {carer.given_name}", lambda: ask.emit(carer.id), "user", parent=self)

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error, Button(self._theme, "Try again", pressed=self.reload))

    def _offer(self) -> None:
        """Three buttons; in the compact layout everything is a line of the window's menu."""
        is_empty = self._view is not None and self._view.family.is_empty
        is_closed = self._view is not None and self._view.family.closed is not None
        visit, leaflet = (None, ()) if is_empty else (self._visit, (self._leaflet,))
        visit = self._open_again if is_closed else visit
        is_compact = self._theme.layout is Layout.COMPACT
        rest = (*self._about, *self._timelines, *self._changes, *self._after, *self._private)
        rest = rest if is_compact else (self._more,)
        self.heading.offer(visit, *leaflet, *rest)

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self._offer()

    # -- buttons ---------------------------------------------------------------------------------------------------

    def _on_visit_pressed(self) -> None:
        self.visit_requested.emit(self._family_id)

    def _on_leaflet_pressed(self) -> None:
        self.leaflet_requested.emit(self._family_id)

    def _on_more_pressed(self) -> None:
        """Open the menu under its button."""
        people = (None, *self._timelines, None, *self._about, None, *self._private) if self._private else ()
        self.menu.offer(*self._changes, None, *self._after, *people)
        button = next((each for each in self._header.findChildren(IconButton) if each.words == MORE), None)
        under = button.mapToGlobal(button.rect().bottomLeft()) if button else self.mapToGlobal(QPoint(0, 0))
        self.menu.popup(under)

    def move_children(self) -> None:
        """Ask where they sleep now."""
        if self._view:
            form = MoveForm(self._theme, self._view.family, self._view.today)
            facts = "Safer sleep is due again at a new place." if self._view.family.stays else ""
            self._ask("Where do they sleep now?", facts, "Save the place", form)

    def add_need(self) -> None:
        """Ask for a need."""
        if self._view:
            form = NeedForm(self._theme, self._view.family)
            self._ask("Add a communication need", "It shows on every page about this carer.", "Add the need", form)

    def add_carer(self, child_id: str = "", role: ParentRole | None = None) -> None:
        """Ask for a carer, the one of a parent place if it is named."""
        if self._view is None:
            return
        form = NewCarerForm(self._theme, self._view.family)
        if role is not None:
            form.choose_tie(child_id, Tie.MOTHER if role is ParentRole.MOTHER else Tie.FATHER)
        self._ask("Add a carer", "", "Add the carer", form)

    def add_attempt(self) -> None:
        """Ask what is to be said of an attempt."""
        form = FamilyAttemptForm(self._theme, self._family_id, self._rooms.clock.now())
        self._ask("Record an attempt", "It goes on record and into the outbox.", "Record the attempt", form)

    def close_help(self) -> None:
        """Ask why help is closed, and for the discussion when nobody was seen."""
        if self._view:
            is_seen = was_seen(self._view.family, self._view.visits)
            form = CloseHelpForm(self._theme, self._family_id, is_seen=is_seen)
            facts = "The family leaves the caseload. You can find it, and open help again."
            self._ask("Close help for this family?", facts, "Close help", form)

    def open_help(self) -> None:
        """Ask why help is opened again."""
        form = OpenHelpForm(self._theme, self._family_id)
        self._ask("Open help again?", "The family comes back to the caseload.", "Open help", form)

    def _say_closed(self, view: FamilyView) -> None:
        """That help is closed, since when and why."""
        if closed := view.family.closed:
            since = f"Help was closed on {long_date(closed.on)}."
            self._notices.add(Notice(self._theme, Tone.PLAIN, since, closed.why))

    def ask_review(self) -> None:
        """Ask for the span of a record for a review."""
        if self._view:
            facts = "Who was told what, when and in which words; attempts, moves and corrections."
            question = Question("Record for a review", facts, "Make the record")
            dialog = AskDialog(self, self._theme, question, SpanForm(self._theme, self._view.today))
            dialog.answered.connect(lambda span: self.review_requested.emit(self._family_id, span))
            dialog.ask()

    def add_child(self) -> None:
        """Ask for a child."""
        if self._view:
            form = NewChildForm(self._theme, self._view.family, self._view.today)
            self._ask("Add a child", "", "Add the child", form)

    def ask_about_child(self, child: Child) -> None:
        """Ask what was learnt about a child: its birth, its name, its number."""
        if self._view:
            form = ChildFactsForm(self._theme, self._view.family, child)
            facts = "What was written down before stays on record beside what you change."
            self._ask(f"What is known of {called(child)}", facts, "Save", form)

    def ask_local_number(self) -> None:
        """Ask for the number of the family in the record system."""
        if self._view:
            facts = "The number of this family in your record system."
            self._ask("Local number", facts, "Save", LocalNumberForm(self._theme, self._view.family))

    def _ask(self, question: str, facts: str, deed: str, form: QWidget) -> FormDialog:
        ends = Ends(self, self._on_kept, self._on_failed)
        dialog = FormDialog(ends, self._theme, self._rooms, Question(question, facts, deed), form)
        dialog.ask()
        return dialog

    def _on_kept(self) -> None:
        self.changed.emit()
        self._is_showing_again = self._records is not None
        self.reload()
        if isinstance(self._records, HistoryView):
            self._load_history(*self._cell)
        elif isinstance(self._records, TimelineView):
            self.show_timeline(self._carer)

    # -- the grid --------------------------------------------------------------------------------------------------

    def _on_cell_opened(self, row: str, column: str) -> None:
        """The history of a carer's cell, or the question about an unfilled place."""
        place = content.place_of_key(column)
        if place:
            self._ask_about(*place)
        else:
            self._cell = (row, column)
            self._load_history(row, column)

    def _ask_about(self, child_id: str, role: ParentRole) -> None:
        if self._view is None:
            return
        name = unfilled_name(self._view.family.child(child_id), role)
        form = AskForm(self._theme, self._family_id, child_id, role, self._view.today)
        facts = "Ask a carer today, or go back and ask another day."
        dialog = self._ask(f"Who is {name}?", facts, "Save", form)
        form.person_requested.connect(dialog.reject)
        form.person_requested.connect(lambda: self.add_carer(child_id, role))

    def _load_history(self, row: str, column: str) -> None:
        records, library, family_id = self._rooms.kept, self._rooms.library, self._family_id
        topic = Topic(row)
        self._rooms.desk.run(
            self,
            lambda: advice_history(records, library, family_id, column, topic),
            lambda entries: self._show_history(row, column, entries),
            self._on_failed,
        )

    def _show_history(self, row: str, column: str, entries: Sequence[HistoryEntry]) -> None:
        if self._view is None:
            return
        family, topic = self._view.family, Topic(row)
        cell = self._view.coverage.cell(column, topic)
        note = cell_note(cell, self._view.today)
        state = f"{say(cell.state)} · {note}" if note else say(cell.state)
        title = f"{self._names.get(topic, say(topic))}: {family.carer(column).full_name}"
        view = HistoryView(self._theme, family, title, state, entries)
        view.correction_requested.connect(self._on_correction_requested)
        self._show_records(view)

    def _on_correction_requested(self, record: AdviceGiven) -> None:
        self._ask("Correct this record?", CORRECTING, "Correct the record", CorrectionForm(self._theme, record))

    def show_timeline(self, carer_id: str) -> None:
        """Show everything on record of a carer."""
        records, library, family_id = self._rooms.kept, self._rooms.library, self._family_id
        self._rooms.desk.run(
            self,
            lambda: carer_timeline(records, library, family_id, carer_id),
            lambda days: self._on_timeline(carer_id, days),
            self._on_failed,
        )

    def _on_timeline(self, carer_id: str, days: Sequence[TimelineDay]) -> None:
        if self._view:
            self._carer = carer_id
            view = TimelineView(self._theme, self._view, carer_id, days)
            view.correction_requested.connect(self._on_correction_requested)
            self._show_records(view)

    def _show_visits(self) -> None:
        if self._view:
            view = VisitsView(self._theme, self._view)
            view.correction_requested.connect(self._on_visit_correction_requested)
            view.copy_requested.connect(self._on_copy_requested)
            self._show_records(view)

    def _on_visit_correction_requested(self, visit: Visit) -> None:
        if self._view:
            form = VisitCorrectionForm(self._theme, self._view.family, visit)
            facts = "This record stays as it is, here and on the server. A new one beside it says what was so."
            self._ask("Correct this visit?", facts, "Correct the visit", form)

    def _on_copy_requested(self, visit: Visit) -> None:
        if self._view:
            self._clipboard.copy(attempt_summary(self._view.family, visit))
            self._say_copied()

    def _say_copied(self) -> None:
        words = f"Copied. Paste it within {CLEARED_AFTER_S} seconds; then it is gone from the clipboard."
        self._notices.say(Notice(self._theme, Tone.PLAIN, "", words))

    def show_everything(self) -> None:
        """Show everything on record, to correct it."""
        if self._view:
            view = EverythingView(self._theme, self._view.family)
            view.correction_requested.connect(self._on_record_correction_requested)
            self._show_records(view)

    def _on_record_correction_requested(self, kind: RecordKind, record_id: str) -> None:
        if self._view:
            form = RecordCorrectionForm(self._theme, self._view.family, kind, record_id)
            facts = "This record stays as it is. A correction beside it says what was wrong."
            self._ask("Correct this record?", facts, "Correct the record", form)

    def _show_sleep(self) -> None:
        if self._view:
            view = SleepRecordsView(self._theme, self._view)
            view.correction_requested.connect(self._on_sleep_correction_requested)
            self._show_records(view)

    def _on_sleep_correction_requested(self, check: SleepCheck) -> None:
        form = SleepCorrectionForm(self._theme, check)
        self._ask("Correct this record?", CORRECTING, "Correct the record", form)

    def _show_plan(self) -> None:
        if self._view:
            view = PlanView(self._theme, self._view)
            view.correction_requested.connect(self._on_plan_correction_requested)
            view.copy_requested.connect(self._on_plan_copy_requested)
            self._show_records(view)

    def _on_plan_correction_requested(self, record: Action | ActionReview | ParentWords) -> None:
        if self._view:
            form = plan_correction(self._theme, record, self._view)
            self._ask("Correct this record?", CORRECTING, "Correct the record", form)

    def _on_plan_copy_requested(self) -> None:
        if self._view:
            self.plan_requested.emit(plan_paper(self._view.family, self._view.plan))

    def _show_records(self, view: RecordsView) -> None:
        self._drop_records()
        self._records = view
        view.closed.connect(self._on_records_closed)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_records_closed(self) -> None:
        was_history = isinstance(self._records, (HistoryView, TimelineView))
        self._stack.setCurrentWidget(self.overview)
        self._drop_records()
        if was_history:
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _drop_records(self) -> None:
        if self._records:
            self._stack.removeWidget(self._records)
            self._records.hide()
            self._records.deleteLater()
        self._records = None
