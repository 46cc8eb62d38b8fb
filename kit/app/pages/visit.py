"""The visit page: who is here, what was given to whom, closing. Every touch is kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kit.app.announce import announce
from kit.app.heading import Heading, Step
from kit.app.pages.family_parts.dialog import AskDialog, Ends, FormDialog, Question
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.visit_steps.close import CloseStep
from kit.app.pages.visit_steps.ending import Ending
from kit.app.pages.visit_steps.here import HERE_KEYS, HereStep, clock_words
from kit.app.pages.visit_steps.new_place import SleepPlaceForm
from kit.app.pages.visit_steps.notices import NoticePlace
from kit.app.pages.visit_steps.plan import PLAN_KEYS, PlanStep
from kit.app.pages.visit_steps.saves import Saves
from kit.app.pages.visit_steps.sleep import SLEEP_KEYS, SleepStep
from kit.app.pages.visit_steps.talk import ALL_KEYS, TalkStep
from kit.app.pages.visit_steps.visit_forms import NameForm, NewPlaceForm, NextForm, OwnWordsForm, WorkerForm
from kit.app.widgets.button import Button
from kit.app.widgets.header import SAVED, VisitBar
from kit.app.widgets.layouts import Column
from kit.domain.carer import NeedKind
from kit.domain.errors import KitError, StoreError
from kit.domain.together import chosen_plans, tasks_of
from kit.domain.visit import Attended
from kit.domain.wording import counted, say
from kit.service.attendance import choose_place, mark_here
from kit.service.caseload import is_father
from kit.service.families import add_place, add_unnamed_carer, answer_parent_place
from kit.service.leaflet_ticks import talked_through
from kit.service.missing import Lack
from kit.service.offering import check_addable, variant_to_show
from kit.service.plan_paper import agreed_lines, plan_paper
from kit.service.showing import keep_seen
from kit.service.stock import in_bag
from kit.service.visit_view import visit_view
from kit.service.visits import not_safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.visit_steps.step import Change
    from kit.app.pages.visit_steps.visit_forms import PlaceRead
    from kit.app.rooms import Rooms
    from kit.domain.advice import VariantKey
    from kit.domain.carer import Carer, Tie
    from kit.domain.family import ParentRole, Place, PlaceState
    from kit.domain.showing import Seen
    from kit.domain.visit import Tick, VisitDraft, VisitOutcome
    from kit.service.missing import Missing
    from kit.service.visit_view import VisitView

HERE, TALK, SLEEP, PLAN, CLOSE = range(5)
WORDS = ("Here", "Talk", "Sleep space", "Plan", "Close")


class VisitPage(QWidget):
    """A visit to one family, begun or gone on with.

    Signals:
        visit_closed: it is on record; carries the family id.
        left: the worker went away and the draft is kept; carries the family id.
        show_requested: a parent wants to see a resource; carries its id and the VariantKey.
        leaflet_requested: a parent wants it on paper; carries its id and the VariantKey.
        plan_requested: the family is to have the plan on paper; carries the PlanPaper.
        library_requested: the worker wants to add something from the library.
    """

    visit_closed = Signal(str)
    left = Signal(str)
    show_requested = Signal(str, object)
    leaflet_requested = Signal(str, object)
    plan_requested = Signal(object)
    library_requested = Signal()

    def __init__(self, theme: Theme, rooms: Rooms, family_id: str) -> None:
        super().__init__()
        self._theme, self._rooms, self._family_id = theme, rooms, family_id
        self._view: VisitView | None = None
        self._step = HERE
        self._is_leaving = False
        self._said: object = None
        self.heading = Heading(parent=self)
        self.heading.has_back = True
        self._saves = Saves(rooms, self)
        self.here = HereStep(theme, rooms.clock)
        self.talk = TalkStep(theme, rooms.library, rooms.clock)
        self.sleep = SleepStep(theme, rooms.library, rooms.clock)
        self.plan = PlanStep(theme, rooms.clock)
        self.close_step = CloseStep(theme, rooms.library, rooms.clock)
        self._steps = (self.here, self.talk, self.sleep, self.plan, self.close_step)
        self._notices = NoticePlace(theme)
        self._ending = Ending(theme, rooms, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        outer = Column(self._theme, 0, parent=self)
        outer.add(VisitBar(self._theme, self.heading))
        outer.add(self._notices)
        for step in self._steps:
            self._stack.addWidget(step)
        outer.add(self._stack, stretch=1)
        self._stack.hide()

    def _connect(self) -> None:
        self.heading.back_requested.connect(self.leave)
        self.heading.step_requested.connect(self.go_to_step)
        self._saves.state_changed.connect(self._on_save_state_changed)
        self._saves.failed.connect(self._on_save_failed)
        for step in self._steps:
            step.change_requested.connect(self._on_change_requested)
        self.here.next_requested.connect(lambda: self.go_to_step(TALK))
        self.here.place_answered.connect(self._on_place_answered)
        self.talk.next_requested.connect(lambda: self.go_to_step(SLEEP))
        self.sleep.next_requested.connect(lambda: self.go_to_step(PLAN))
        self.plan.next_requested.connect(lambda: self.go_to_step(CLOSE))
        self.sleep.hints.all_keys_requested.connect(lambda: self._notices.remark(SLEEP_KEYS))
        self.plan.hints.all_keys_requested.connect(lambda: self._notices.remark(PLAN_KEYS))
        self.sleep.place_requested.connect(self.ask_for_sleep_place)
        self.sleep.advice_wished.connect(self.add_resource)
        self.sleep.show_wished.connect(self._on_show_wished)
        self.plan.copy_wished.connect(self._on_copy_wished)
        self.talk.here_requested.connect(lambda: self.go_to_step(HERE))
        self.talk.library_requested.connect(self.library_requested)
        self.talk.panel.show_requested.connect(self.show_requested)
        self.talk.panel.leaflet_requested.connect(self.leaflet_requested)
        self.talk.panel.all_keys_requested.connect(lambda: self._notices.remark(ALL_KEYS))
        self.talk.panel.better_moment_requested.connect(self._on_better_moment_requested)
        self.here.all_keys_requested.connect(lambda: self._notices.remark(HERE_KEYS))
        self.talk.hand_over.bag_requested.connect(self._on_bag_requested)
        self.close_step.settle_requested.connect(self._on_settle_requested)
        self.close_step.close_requested.connect(self._on_close_requested)
        self.here.newcomer_chosen.connect(self._on_newcomer_chosen)
        self.here.worker_requested.connect(self._ask_worker)
        self.here.place_requested.connect(self._ask_place)
        self.here.name_requested.connect(self._ask_name)
        self.talk.panel.own_words_requested.connect(self._ask_own_words)
        self.here.attempt_requested.connect(self._on_attempt_requested)
        self.here.drop_requested.connect(self._on_drop_requested)
        self._ending.begun.connect(self._on_ending_begun)
        self._ending.closed.connect(lambda: self.visit_closed.emit(self._family_id))
        self._ending.forgotten.connect(self._on_left)
        self._ending.refused.connect(self._on_ending_refused)
        self._ending.change_requested.connect(self._on_change_requested)
        for number in range(len(WORDS)):
            key = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda at=number: self.go_to_step(at))

    # -- what others may ask ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Begin, or see what became of the family meanwhile. What was ticked here stays."""
        rooms, family_id = self._rooms, self._family_id
        records, library, clock = rooms.kept, rooms.library, rooms.clock
        rooms.desk.run(
            self, lambda: visit_view(records, library, clock, family_id), self._on_opened, self._on_opening_failed
        )

    def go_to_step(self, step: int) -> None:
        """Go to a step, in any order."""
        self._step = step
        self._stack.setCurrentIndex(step)
        self._show()
        self._steps[step].take_focus()

    def add_resource(self, resource_id: str) -> None:
        """Give a resource of the library a row in the grid."""
        try:
            check_addable(self._rooms.library, resource_id)
        except KitError as error:
            self._notices.tell(error)
            return
        self.talk.panel.add_resource(resource_id)
        self.go_to_step(TALK)
        if self._view and self._view.here:
            self.talk.panel.go_to(resource_id, self._view.here[0].id, is_asking=False)

    def keep_seen(self, seen: Seen) -> None:
        """Tick what was shown on the screen for everybody here; whoever comes later is ticked as shown it too."""
        try:
            check_addable(self._rooms.library, seen.resource_id)
        except KitError:
            return  # guidance read by the worker is no advice to anybody
        if seen.how_far.is_all:
            self.talk.panel.mark_shown(seen.resource_id)
        self._on_change_requested(lambda draft: keep_seen(self._rooms.library, self._rooms.clock, draft, seen))

    @property
    def audience(self) -> Audience:
        """Who looks at what is shown."""
        view = self._view
        if view is None:
            return Audience()
        names = tuple((one.id, view.name_of(one.id)) for one in view.here)
        has_father = any(is_father(view.family, one.id) for one in view.here)
        needs = view.family.need_kinds(one.id for one in view.here)
        return Audience(view.draft.room, needs, names, has_father=has_father)

    def tick_talked_through(self, resource_id: str, key: VariantKey, carer_id: str) -> None:
        """A leaflet that was printed in this visit was talked through with this carer."""
        library, clock = self._rooms.library, self._rooms.clock
        self.talk.panel.add_resource(resource_id)
        self._on_change_requested(lambda draft: talked_through(library, clock, draft, carer_id, resource_id, key))

    @property
    def view(self) -> VisitView | None:
        """The visit as it is now; None before it is read."""
        return self._view

    @property
    def is_kept(self) -> bool:
        """Whether everything ticked is on record."""
        return self._saves.is_kept

    def wish_leaflet(self) -> bool:
        """Want what stands at the worker's place in the grid on paper; answers whether there is such a place."""
        return self.talk.panel.wish_leaflet()

    def agreed(self, resource_id: str) -> tuple[str, ...]:
        """The plans of this family that belong on a leaflet of this text, chosen today or before."""
        if (view := self._view) is None:
            return ()
        names = {carer.id: view.name_of(carer.id) for carer in view.family.carers}
        tasks = {task.key for task in tasks_of(resource_id)}
        return agreed_lines(tasks, names, chosen_plans(view.draft.ticks, view.plan.chosen))

    @property
    def needs_large_print(self) -> bool:
        """Whether somebody who is here needs large print."""
        view = self._view
        return view is not None and any(view.family.has_need(one.id, NeedKind.LARGE_PRINT) for one in view.here)

    def leave(self) -> None:
        """Go away as soon as the draft is kept."""
        if self._saves.is_under_way:
            self._is_leaving = True
        elif self._saves.is_kept:
            self._on_left()
        else:
            self._ending.ask_to_leave().agreed.connect(self._on_left)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys go on where the step begins, also when a parent was shown something meanwhile."""
        super().showEvent(event)
        if self._view and not event.spontaneous():
            self._steps[self._step].take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; the draft is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # -- opening ---------------------------------------------------------------------------------------------------

    def _on_opened(self, view: VisitView) -> None:
        is_first = self._view is None
        self._view = view if is_first or self._view is None else replace(view, draft=self._view.draft)
        self._notices.settle()
        self._stack.show()
        if is_first:
            self.go_to_step(TALK if view.here else HERE)
            if view.is_recovered:
                self._notices.remark(recovered_words(view, self._rooms.clock.now()))
        self._show()

    def _on_opening_failed(self, error: KitError) -> None:
        self._notices.tell(error, Button(self._theme, "Try again", pressed=self.refresh))

    # -- changing and saving ---------------------------------------------------------------------------------------

    def _on_change_requested(self, change: Change) -> None:
        """Change the draft and keep it, or say why not and show it as it was."""
        if self._view is None:
            return
        try:
            draft = change(self._view.draft)
        except KitError as error:
            self._notices.tell(error)
        else:
            if draft != self._view.draft:
                self._notices.settle()
                self._view = replace(self._view, draft=draft)
                self._saves.keep(draft)
        self._show()

    def _on_save_state_changed(self) -> None:
        self._show_heading()
        if self._is_leaving and self._saves.is_kept:
            self._is_leaving = False
            self._on_left()

    def _on_save_failed(self, error: KitError) -> None:
        self._is_leaving = False
        buttons = [Button(self._theme, "Try again", pressed=self._save_again)] if isinstance(error, StoreError) else []
        self._notices.tell(error, *buttons, safe="What you ticked is still on this page.")

    def _save_again(self) -> None:
        if self._view:
            self._notices.settle()
            self._saves.keep(self._view.draft)

    # -- what is kept apart ----------------------------------------------------------------------------------------

    def _on_better_moment_requested(self, carer_id: str, resource_id: str, key: VariantKey) -> None:
        """The true reason goes to the restricted records and not into the draft; here it reads as another day."""
        if self._view is None:
            return
        records, library, clock, draft = self._rooms.kept, self._rooms.library, self._rooms.clock, self._view.draft
        self._rooms.desk.run(
            self,
            lambda: not_safe(records, library, clock, draft, carer_id, resource_id, key),
            lambda kept: self._on_kept_apart(kept, carer_id, resource_id),
            self._notices.tell,
        )

    def _on_kept_apart(self, kept: VisitDraft, carer_id: str, resource_id: str) -> None:
        """Show its cell; what was ticked meanwhile stays."""
        if tick := kept.tick(carer_id, resource_id):
            self._on_change_requested(lambda draft: draft.with_tick(tick))
            announce(self.talk.panel.grid, "not given")

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._view is None:
            return
        self._show_heading()
        self._steps[self._step].show_view(self._view)

    def _show_heading(self) -> None:
        view = self._view
        if view is None:
            return
        started = clock_words(view.draft.started_at, self._rooms.clock.now())
        status = "Saving…" if self._saves.is_under_way else SAVED if self._saves.is_kept else "Not saved"
        words = say(view.draft.contact)
        contact = words if words.endswith("visit") else f"{words} visit"
        steps = [Step(word, step.is_done(view)) for word, step in zip(WORDS, self._steps, strict=True)]
        said = (view.family.name, f"{contact} · since {started}", steps, self._step, status)
        if said != self._said:
            self._said = said
            self.heading.title, self.heading.facts = said[0], said[1]
            self.heading.show_steps(steps, self._step, status)

    # -- the parent places -----------------------------------------------------------------------------------------

    def _on_place_answered(self, child_id: str, role: ParentRole, state: PlaceState) -> None:
        records, clock, family_id = self._rooms.kept, self._rooms.clock, self._family_id
        self._rooms.desk.run(
            self,
            lambda: answer_parent_place(records, clock, family_id, child_id, role, state),
            lambda _answer: self.refresh(),
            self._notices.tell,
        )

    # -- the short forms -------------------------------------------------------------------------------------------

    def _on_newcomer_chosen(self, ties: Sequence[tuple[str, Tie]]) -> None:
        """Somebody new is here from now on; the name can come later."""
        records, clock, family_id = self._rooms.kept, self._rooms.clock, self._family_id
        self._rooms.desk.run(
            self,
            lambda: add_unnamed_carer(records, clock, family_id, ties),
            self._on_newcomer_added,
            self._notices.tell,
        )

    def _on_newcomer_added(self, carer: Carer) -> None:
        self._on_change_requested(lambda draft: mark_here(draft, carer.id, Attended.ALL))
        self.refresh()

    def _ask_worker(self) -> None:
        question = Question("Who else is working here?", "They keep a record of their own.", "Add the worker")
        self._ask(question, WorkerForm(self._theme))

    def _ask_own_words(self, tick: Tick) -> None:
        facts = "About this advice only. The words also stand in the summary."
        self._ask(Question("In their own words", facts, "Keep the words"), OwnWordsForm(self._theme, tick))

    def _ask_next(self) -> None:
        if self._view:
            form = NextForm(self._theme, self._view.draft, self._view.today)
            self._ask(Question("When do you meet next?", "", "Set the date"), form)

    def _ask(self, question: Question, form: QWidget) -> None:
        """Ask for something whose answer is a change of the draft."""
        dialog = AskDialog(self, self._theme, question, form)
        dialog.answered.connect(self._on_change_requested)
        dialog.ask()

    def _ask_place(self) -> None:
        question = Question("Where are you?", "Nobody is said to sleep there.", "Add the place")
        dialog = AskDialog(self, self._theme, question, NewPlaceForm(self._theme))
        dialog.answered.connect(self._on_place_read)
        dialog.ask()

    def _on_place_read(self, read: PlaceRead) -> None:
        records, clock, family_id = self._rooms.kept, self._rooms.clock, self._family_id
        self._rooms.desk.run(
            self,
            lambda: add_place(records, clock, family_id, read.address, read.kind),
            self._on_place_added,
            self._notices.tell,
        )

    def _on_place_added(self, place: Place) -> None:
        self._on_change_requested(lambda draft: choose_place(draft, place.id))
        self.refresh()

    def _ask_name(self, carer_id: str) -> None:
        form = NameForm(self._theme, self._family_id, carer_id)
        question = Question("What is their name?", "", "Keep the name")
        FormDialog(Ends(self, self.refresh, self._notices.tell), self._theme, self._rooms, question, form).ask()

    # -- the bag ---------------------------------------------------------------------------------------------------

    def _on_bag_requested(self) -> None:
        records, library = self._rooms.kept, self._rooms.library
        self._rooms.desk.run(self, lambda: in_bag(records, library), self.talk.hand_over.show_bag, self._notices.tell)

    # -- sleep space and plan --------------------------------------------------------------------------------------

    def ask_for_sleep_place(self) -> None:
        """Ask for a place where the baby sleeps, and go to it."""
        if self._view is None:
            return
        known = {place.id for place in self._view.family.places}
        form = SleepPlaceForm(self._theme, self._view.family, self._view.today)
        words = Question("Where else does the baby sleep?", "Nothing there is seen yet.", "Save the place")
        ends = Ends(self, lambda: self._on_sleep_place_kept(known), self._notices.tell)
        FormDialog(ends, self._theme, self._rooms, words, form).ask()

    def _on_sleep_place_kept(self, known: set[str]) -> None:
        self.refresh()
        new = [place.id for place in self._view.family.places if place.id not in known] if self._view else []
        if new:
            self.sleep.choose_place(new[0])

    def _on_show_wished(self, resource_id: str) -> None:
        if self._view:
            key = variant_to_show(self._rooms.library, self._view, resource_id)
            self.show_requested.emit(resource_id, key)

    def _on_copy_wished(self) -> None:
        if view := self._view:
            self.plan_requested.emit(plan_paper(view.family, view.plan, view.draft.plan, view.draft.ticks))

    # -- ending ----------------------------------------------------------------------------------------------------

    def _on_settle_requested(self, one: Missing) -> None:
        if one.what in {Lack.NOBODY_HERE, Lack.NOT_SEEN, Lack.ROOM, Lack.NO_PARENT, Lack.NO_PLACE}:
            self.go_to_step(HERE)
            return
        if one.what is Lack.NO_NAME:
            self._ask_name(one.carer_id)
            return
        if one.what is Lack.NO_NEXT:
            self._ask_next()
            return
        if one.what in {Lack.SLEEP_SPACE, Lack.AGREED}:
            self.sleep.choose_place(one.place_id)
            self.go_to_step(SLEEP)
            return
        if one.what is Lack.ACTION:
            self.go_to_step(PLAN)
            return
        self.go_to_step(TALK)
        if one.resource_id:
            self.talk.panel.go_to(one.resource_id, one.carer_id, is_asking=True)

    def _on_close_requested(self, found: Sequence[Missing]) -> None:
        if self._view:
            self._ending.ask_to_close(self._view, found)

    def _on_attempt_requested(self, outcome: VisitOutcome) -> None:
        if self._view:
            self._ending.ask_to_close_as(self._view, outcome)

    def _on_drop_requested(self) -> None:
        if self._view:
            self._ending.ask_to_forget(self._view)

    def _on_ending_begun(self) -> None:
        self._notices.settle()
        self._stack.setEnabled(False)
        self.close_step.primary.set_busy("Closing…")

    def _on_ending_refused(self, error: KitError) -> None:
        self._stack.setEnabled(True)
        self.close_step.primary.set_ready()
        self._notices.tell(error, safe="The visit is still open, with everything you ticked.")

    def _on_left(self) -> None:
        self.left.emit(self._family_id)


def recovered_words(view: VisitView, now: datetime) -> str:
    """What was found of a visit begun before, and from when."""
    draft = view.draft
    begun = clock_words(draft.started_at, now)
    people = "person" if len(view.here) == 1 else "people"
    found = [f"{len(view.here)} {people} here"] if view.here else []
    found += [counted(len(draft.ticks), "tick")] if draft.ticks else []
    last = max((tick.at for tick in draft.ticks), default=None)
    until = f" The last tick is from {clock_words(last, now)}." if last else ""
    return f"You go on with the visit begun at {begun}: {', '.join(found) or 'nothing ticked yet'}.{until}"
