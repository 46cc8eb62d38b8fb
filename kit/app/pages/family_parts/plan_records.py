"""The whole plan: what is open, what became of it, what a parent said; and the forms that correct it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kit.app.look.line import Icon, Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, LINE_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, day_mistake, read_day, read_line
from kit.app.pages.family_parts.records import RecordsView, remark
from kit.app.widgets.button import Button
from kit.app.widgets.field import Field, Mistake, TextBox
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.panel import row_of
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text, TwoLines
from kit.domain.dates import DAY_PATTERN, as_typed, day_and_month, long_date
from kit.domain.plan import Action, ActionOutcome, ActionReview, NewAction, ParentWords
from kit.domain.plan_words import late_words, rest_words
from kit.domain.wording import say
from kit.service.plans import carer_named, correct_action, correct_review, correct_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.plan import Planned
    from kit.domain.together import Tried
    from kit.service.families import FamilyView

OUTCOMES = tuple((outcome.value, say(outcome)) for outcome in ActionOutcome)
MARKS = {
    ActionOutcome.DONE: Mark.SHOWED_ME,
    ActionOutcome.PARTLY: Mark.NOT_YET,
    ActionOutcome.NOT_DONE: Mark.NOT_GIVEN,
    ActionOutcome.CHANGED: Mark.NOT_CHECKED,
}


class PlanView(RecordsView):
    """Open actions first.

    Signals:
        correction_requested: a record is wrong; carries the Action, the ActionReview or the ParentWords.
        copy_requested: the family is to have it on paper.
    """

    correction_requested = Signal(object)
    copy_requested = Signal()

    def __init__(self, theme: Theme, view: FamilyView) -> None:
        rows = [self._row(theme, view, planned) for planned in (*view.plan.open, *view.plan.ended)]
        rows += [self._words_row(theme, view, words) for words in view.plan.words]
        rows += [self._chosen_row(theme, view, *chosen) for chosen in view.plan.chosen]
        if view.plan.open or view.plan.chosen:
            rows.append(self._copy_row(theme))
        super().__init__(theme, "Plan", "What we want, who does what, by when", rows, "No plan yet.")

    def _on_wrong(self, record: Action | ActionReview | ParentWords) -> None:
        self.correction_requested.emit(record)

    def _on_copy_pressed(self) -> None:
        self.copy_requested.emit()

    def _copy_row(self, theme: Theme) -> QWidget:
        copy = Button(theme, "Copy for the family", icon="file-text", pressed=self._on_copy_pressed)
        return row_of(theme, Text("On paper, in easy read.", tone=Role.INK2), None, copy, height=62)

    def _row(self, theme: Theme, view: FamilyView, planned: Planned) -> QWidget:
        action = planned.action
        line = [Words(action.want or action.does, TextStyle.STRONG, Role.INK if planned.is_open else Role.INK2)]
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(TwoLines(theme, line, _state(view, planned), Sign(_mark(view, planned), 20)))
        lines.add(*(remark(theme, words) for words in _said(planned)))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = Row(theme, 8)
        name = f"Correct the words: {action.want or action.does}"
        buttons.add(Button(theme, "Correct the words", name=name, pressed=partial(self._on_wrong, action)))
        if planned.reviews:
            name = f"Correct the outcome: {action.want or action.does}"
            last = planned.reviews[-1]
            buttons.add(Button(theme, "Correct the outcome", name=name, pressed=partial(self._on_wrong, last)))
        return row_of(theme, place, buttons, height=66)

    def _chosen_row(self, theme: Theme, view: FamilyView, carer_id: str, chosen: Tried) -> QWidget:
        """The plan a carer chose on the screen; it is corrected with the advice it belongs to."""
        who = view.family.carer(carer_id).called
        line = [Words(chosen.title, TextStyle.STRONG), Words(who, gap=12)]
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(TwoLines(theme, line, "Chosen together on the screen", Icon("handshake", 20, Role.INK2)))
        lines.add(remark(theme, " ".join(chosen.words)))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return row_of(theme, place, height=66)

    def _words_row(self, theme: Theme, view: FamilyView, said: ParentWords) -> QWidget:
        """What a parent said, and when."""
        names = {carer.id: carer.called for carer in view.family.carers}
        who = f"{names.get(said.carer_id or '', 'A parent')}, {long_date(said.occurred_at.date())}"
        note = f"{who} · corrected: {said.why}" if said.corrects else who
        lines = Column(theme, 2, (0, 8, 0, 8))
        lines.add(Text(f"“{said.words}”", wraps=True), Text(note, TextStyle.NOTE, Role.INK2, wraps=True))
        place = QWidget()
        place.setLayout(lines)
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        name = f"Correct this: {said.words}"
        button = Button(theme, "Correct this", name=name, pressed=partial(self._on_wrong, said))
        return row_of(theme, place, button, height=58)


def _mark(view: FamilyView, planned: Planned) -> Mark:
    if planned.is_overdue(view.today):
        return Mark.OVERDUE
    return MARKS.get(planned.outcome, Mark.WAITING) if planned.outcome else Mark.WAITING


def _state(view: FamilyView, planned: Planned) -> str:
    """Overdue, open or what became of it, and since when it is in the plan."""
    action = planned.action
    if planned.is_overdue(view.today) and action.due_on:
        return late_words(action.due_on, view.today)
    state = say(planned.outcome) if planned.outcome else "Open"
    return f"{state} · agreed {long_date(action.occurred_at.date())} · by {action.worker or 'nobody named'}"


def _said(planned: Planned) -> Iterator[str]:
    if rest := rest_words(planned.action):
        yield rest
    if planned.action.corrects:
        yield f"Corrected: {planned.action.why}"
    for review in planned.reviews:
        note = f": {review.note}" if review.note else ""
        why = f" (corrected: {review.why})" if review.corrects else ""
        yield f"{day_and_month(review.occurred_at.date())}: {say(review.outcome)}{note}{why}"


def plan_correction(theme: Theme, record: Action | ActionReview | ParentWords, view: FamilyView) -> QWidget:
    """The form for what is wrong: an action, what became of it, or what a parent said."""
    match record:
        case Action():
            return ActionCorrectionForm(theme, record, view)
        case ActionReview():
            return OutcomeForm(theme, record)
        case ParentWords():
            return WordsForm(theme, record)


class ActionCorrectionForm(QWidget):
    """The words of an action again, and why."""

    def __init__(self, theme: Theme, action: Action, view: FamilyView) -> None:
        super().__init__()
        self._action, self._family = action, view.family
        self.want = Field(theme, "What we want", width=LINE_WIDTH)
        self.who = Field(theme, f"Who does it {EMPTY}", width=LINE_WIDTH)
        self.does = Field(theme, f"What they do {EMPTY}", width=LINE_WIDTH)
        self.by = Field(theme, f"By when ({DAY_PATTERN}) {EMPTY}", width=DAY_WIDTH, check=day_mistake)
        self.sign = Field(theme, f"How we will know {EMPTY}", width=LINE_WIDTH)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        for field, text in zip(self._lines(), (action.want, action.who, action.does, action.sign), strict=True):
            field.set_text(text)
        self.by.set_text(as_typed(action.due_on) if action.due_on else "")
        Column(theme, 12, parent=self).add(self.want, self.who, self.does, self.by, self.sign, self.why)

    def _lines(self) -> tuple[Field, ...]:
        return self.want, self.who, self.does, self.sign

    def read(self) -> Work | None:
        """The new wording."""
        read = [read_line(field, "This", required=field is self.want) for field in self._lines()]
        due, why = read_day(self.by), read_line(self.why, "The reason for correcting")
        if why is None or None in read or self.by.mistake:
            return None
        want, who, does, sign = (line or "" for line in read)
        carer = carer_named(self._family, who)
        wording = NewAction(self._action.id, self._action.occurred_at, want, who, carer, does, due, sign)
        old = self._action
        return partial(correct_action, family_id=old.family_id, action_id=old.id, why=why, wording=wording)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields = {"want": self.want, "who": self.who, "does": self.does, "sign": self.sign, "why": self.why}
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class OutcomeForm(QWidget):
    """What became of it instead, and why."""

    def __init__(self, theme: Theme, review: ActionReview) -> None:
        super().__init__()
        self._review = review
        self.outcome = Picks(theme, "What became of it", OUTCOMES)
        self.outcome.set_values(review.outcome.value)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        Column(theme, 12, parent=self).add(self.outcome, self.why)

    def read(self) -> Work | None:
        """The new outcome."""
        why = read_line(self.why, "The reason for correcting")
        if why is None:
            return None
        review, outcome = self._review, ActionOutcome(self.outcome.value)
        return partial(correct_review, family_id=review.family_id, review_id=review.id, why=why, outcome=outcome)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "why":
            self.why.set_mistake(sentence)
        return field == "why"


class WordsForm(QWidget):
    """What a parent said instead, and why."""

    def __init__(self, theme: Theme, said: ParentWords) -> None:
        super().__init__()
        self._said = said
        self.words = TextBox(theme, "What they said")
        self.words.box.setPlainText(said.words)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        self._mistake = Mistake(theme)
        Column(theme, 12, parent=self).add(self.words, self._mistake, self.why)

    def read(self) -> Work | None:
        """The new words."""
        why = read_line(self.why, "The reason for correcting")
        if why is None:
            return None
        said, words = self._said, self.words.box.toPlainText()
        return partial(correct_words, family_id=said.family_id, words_id=said.id, why=why, words=words)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "words":
            self._mistake.say(sentence)
        elif field == "why":
            self.why.set_mistake(sentence)
        return field in {"words", "why"}
