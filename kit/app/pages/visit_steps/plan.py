"""The fourth step: what became of what was agreed, up to three actions, and the parent's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.line import Icon, Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.pages.visit_steps.action_form import ActionForm
from kit.app.pages.visit_steps.people import AnswerRows
from kit.app.pages.visit_steps.sleep import offers_of
from kit.app.pages.visit_steps.step import Step
from kit.app.widgets.button import Button, Kind
from kit.app.widgets.choices import Choice
from kit.app.widgets.field import Mistake, TextBox
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.layouts import Column, Flow, clear
from kit.app.widgets.panel import Rows, row_of
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text, TwoLines
from kit.domain.dates import short_date
from kit.domain.errors import RuleError
from kit.domain.plan import MOST_ACTIONS, ActionOutcome, PlanDraft
from kit.domain.plan_words import deed_words, late_words
from kit.domain.together import chosen_plans
from kit.domain.wording import counted, say
from kit.service.plans import Start, add_action, drop_action, review_action, say_words, set_action, starts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.domain.plan import NewAction, Planned
    from kit.domain.together import Chosen
    from kit.service.ports import Clock
    from kit.service.visit_view import VisitView

OUTCOMES = (
    Choice(ActionOutcome.DONE, "Done", Mark.SHOWED_ME),
    Choice(ActionOutcome.PARTLY, "Partly", Mark.NOT_YET),
    Choice(ActionOutcome.NOT_DONE, "Not done", Mark.NOT_GIVEN),
    Choice(ActionOutcome.CHANGED, "Changed", Mark.NOT_CHECKED),
)
_KEYS = {
    Qt.Key.Key_1: str(ActionOutcome.DONE),
    Qt.Key.Key_2: str(ActionOutcome.PARTLY),
    Qt.Key.Key_3: str(ActionOutcome.NOT_DONE),
    Qt.Key.Key_4: str(ActionOutcome.CHANGED),
    Qt.Key.Key_0: "",
}
_HINTS = (("↑ ↓", "row"), ("1", "done"), ("2", "partly"), ("3", "not done"), ("4", "changed"), ("0", "take back"))
PLAN_KEYS = (
    "In “What became of it?” up and down move, 1: done, 2: partly, 3: not done, 4: changed, 0: take back. "
    "Tab goes on to the actions. Ctrl 1 to 5: the steps. Esc: leave, the visit is kept."
)
_NOBODY = ""
_LINES = 3


class PlanStep(Step):
    """The plan.

    Signals:
        copy_wished: the family is to have it on paper.
    """

    copy_wished = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        self.copy = Button(theme, "Copy for the family", icon="file-text")
        self.hints = KeyHints(theme, _HINTS)
        super().__init__(theme, Button(theme, "Next: close", Kind.PRIMARY), self.copy, left=self.hints)
        self._clock = clock
        self._view: VisitView | None = None
        self._reviewed: object = None
        self._started: object = None
        self._speakers: object = None
        self.reviews = AnswerRows(theme, _KEYS)
        self._reviews_title = Text("What became of it?", TextStyle.H3)
        self.forms: dict[str, ActionForm] = {}
        self._forms = Column(theme, 10)
        self._room = Text("", tone=Role.INK2, wraps=True)
        self.starts = QWidget()
        self._starts = Flow(theme, 8, 8, self.starts)
        self._chosen = Rows(theme)
        self._plans: object = ()
        self.words = TextBox(theme, "In the parent’s own words", _LINES)
        self._mistake = Mistake(theme)
        self._whose = QWidget()
        self._whose_place = Column(theme, 0, parent=self._whose)
        self.whose: Picks | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.add(self._reviews_title, self.reviews, 4)
        self.body.add(Text("What do we want now?", TextStyle.H3), self._room)
        self.body.add(self._forms, self.starts, 4)
        self.body.add(self._chosen, self.words, self._mistake, self._whose, None)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.next_requested)
        self.copy.clicked.connect(self.copy_wished)
        self.reviews.answered.connect(self._on_reviewed)
        self.words.box.textChanged.connect(self._on_words_typed)
        self.theme.layout_changed.connect(self._on_layout_changed)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_view(self, view: VisitView) -> None:
        """Show the plan as it is now; what is being typed stays as it is."""
        self._view = view
        self._show_reviews(view)
        self._show_forms(view)
        self._show_starts(view)
        self._show_words(view)
        kept = [action for action in view.draft.plan.actions if not action.is_empty]
        chosen = chosen_plans(view.draft.ticks, view.plan.chosen)
        self.copy.setEnabled(bool(kept or chosen or view.plan.after(view.draft.plan)))
        self._show_chosen(view, chosen)

    def is_done(self, view: VisitView) -> bool:
        """Whether every open action was looked at again, or something new was agreed."""
        reviewed = all(view.draft.plan.review(one.action.id) for one in view.plan.open)
        has_new = any(not action.is_empty for action in view.draft.plan.actions)
        return (bool(view.plan.open) and reviewed) or (has_new and reviewed)

    def take_focus(self) -> None:
        """At the first action to look at again, or at the first way to begin one."""
        if self._view and self._view.plan.open:
            self.reviews.focus_first()
        elif self.forms:
            next(iter(self.forms.values())).want.take_focus()
        elif buttons := self.starts.findChildren(Button):
            buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_reviews(self, view: VisitView) -> None:
        state = (view.plan, self.theme.layout)
        if self._reviewed != state:
            self._reviewed = state
            self.reviews.clear_rows()
            for planned in view.plan.open:
                words = _planned_words(self.theme, planned, view)
                self.reviews.add_answer(planned.action.id, words, OUTCOMES, planned.action.want or planned.action.does)
            self.reviews.show_rows()
        for planned in view.plan.open:
            review = view.draft.plan.review(planned.action.id)
            self.reviews.show_value(planned.action.id, review.outcome if review else "")
        self.reviews.setVisible(bool(view.plan.open))
        self.hints.setVisible(bool(view.plan.open))
        self._reviews_title.setVisible(bool(view.plan.open))

    def _show_forms(self, view: VisitView) -> None:
        actions = {action.id: action for action in view.draft.plan.actions}
        for action_id in [one for one in self.forms if one not in actions]:
            form = self.forms.pop(action_id)
            form.hide()
            form.deleteLater()
        for action in actions.values():
            if action.id not in self.forms:
                self._add_form(view, action)
        room = view.plan.room(view.draft.plan)
        said = f"Room for {counted(room, 'more action')}." if room else f"There are {MOST_ACTIONS}: that is enough."
        self._room.setText(said)

    def _add_form(self, view: VisitView, action: NewAction) -> None:
        number = len(view.plan.after(view.draft.plan)) + len(self.forms) + 1
        form = ActionForm(self.theme, action, view.family, offers_of(view), number)
        form.changed.connect(self._on_action_said)
        form.dropped.connect(self._on_action_dropped)
        self.forms[action.id] = form
        self._forms.add(form)

    def _show_starts(self, view: VisitView) -> None:
        """Buttons that begin an action: what was agreed first, an empty one last."""
        room = view.plan.room(view.draft.plan)
        starts = starts_of(view.draft) if room else ()
        self.starts.setVisible(bool(room))
        if self._started != (starts, room > 0):
            self._started = (starts, room > 0)
            clear(self._starts)
            for start in starts:
                self._starts.add(self._start_button(start.want, start))
            self._starts.add(self._start_button("Something else", Start("")))

    def _start_button(self, words: str, start: Start) -> Button:
        add = self._add
        return Button(self.theme, words, icon="plus", name=f"Add to the plan: {words}", pressed=lambda: add(start))

    def _show_chosen(self, view: VisitView, chosen: Sequence[Chosen]) -> None:
        """The plans that were chosen on the screen, whose they are, in their words."""
        if self._plans != chosen:
            self._plans = chosen
            rows = []
            for carer_id, one in chosen:
                line = [Words(one.title, TextStyle.STRONG), Words(view.family.carer(carer_id).called, gap=12)]
                words = TwoLines(self.theme, line, " ".join(one.words), Icon("handshake", 20, Role.INK2))
                rows.append(row_of(self.theme, words))
            self._chosen.set_rows(rows)
        self._chosen.setVisible(bool(chosen))

    def _show_words(self, view: VisitView) -> None:
        here = [(carer.id, view.name_of(carer.id)) for carer in view.here]
        if self._speakers != here:
            self._speakers = here
            clear(self._whose_place)
            self.whose = Picks(self.theme, "Who said it", here)
            self.whose.picked.connect(self._on_words_typed)
            self.whose.set_values(view.draft.plan.words_of or (here[0][0] if len(here) == 1 else _NOBODY))
            self._whose_place.add(self.whose)
        self._whose.setVisible(bool(here) and bool(self.words.box.toPlainText().strip() or view.draft.plan.words))
        if not self.words.box.hasFocus() and not self._mistake.sentence:
            self._fill_words(view.draft.plan.words)

    def _fill_words(self, words: str) -> None:
        if " ".join(self.words.box.toPlainText().split()) != words:
            self.words.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.words.box.setPlainText(words)
            self.words.box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _add(self, start: Start) -> None:
        if view := self._view:
            before = set(self.forms)
            self.change(lambda draft: add_action(draft, view.plan, view.family, self._clock, start))
            new = [form for action_id, form in self.forms.items() if action_id not in before]
            for form in new:
                form.want.take_focus()

    def _on_action_said(self, action: NewAction) -> None:
        self.change(lambda draft: set_action(draft, action))

    def _on_action_dropped(self, action_id: str) -> None:
        self.change(lambda draft: drop_action(draft, action_id))

    def _on_reviewed(self, action_id: str, value: str) -> None:
        outcome = ActionOutcome(value) if value else None
        self.change(lambda draft: review_action(draft, self._clock, action_id, outcome))

    def _on_words_typed(self) -> None:
        """Keep them; words that do not belong here are said beside the box and not kept."""
        words, who = self.words.box.toPlainText(), (self.whose.value if self.whose else "") or None
        mistake = _words_mistake(words)
        self._mistake.say(mistake)
        self.change(lambda draft: say_words(draft, "" if mistake else words, who))

    def _on_layout_changed(self, _layout: Layout) -> None:
        if self._view:
            self.show_view(self._view)


def _words_mistake(words: str) -> str:
    try:
        PlanDraft().with_words(words, None)
    except RuleError as error:
        return str(error)
    return ""


def _planned_words(theme: Theme, planned: Planned, view: VisitView) -> TwoLines:
    """What we want over by when and who does what; overdue with its mark."""
    action, is_late = planned.action, planned.is_overdue(view.today)
    by = f"By {short_date(action.due_on)}" if action.due_on else ""
    when = late_words(action.due_on, view.today) if is_late and action.due_on else by
    last = f"last time: {say(planned.outcome).lower()}" if planned.outcome else ""
    line = [Words(action.want or action.does, TextStyle.STRONG)]
    sign = Sign(Mark.OVERDUE if is_late else Mark.WAITING, 20)
    return TwoLines(theme, line, " · ".join(part for part in (when, deed_words(action), last) if part), sign)
