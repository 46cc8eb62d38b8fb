"""What happened instead, and why the record is corrected. The old record stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.pages.add_family_parts.child_form import LINE_WIDTH
from kit.app.pages.add_family_parts.reading import read_line
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.domain.advice import Outcome, Reason, Understanding, Way
from kit.domain.wording import say
from kit.service.visits import correct_advice

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.advice import AdviceGiven

OUTCOMES = tuple((outcome.value, say(outcome)) for outcome in Outcome)
WAYS = tuple((way.value, say(way)) for way in Way)
UNDERSTANDINGS = tuple((each.value, say(each)) for each in Understanding)
REASONS = tuple((reason.value, say(reason)) for reason in Reason if reason is not Reason.NOT_SAFE)


class CorrectionForm(QWidget):
    """Given with ways and understanding, not given with a reason, or entered in error; and why."""

    def __init__(self, theme: Theme, record: AdviceGiven) -> None:
        super().__init__()
        self._record_id = record.id
        self.outcome = Picks(theme, "What happened instead", OUTCOMES)
        self.ways = Picks(theme, "How it was given", WAYS, is_many=True)
        self.understanding = Picks(theme, "What they showed", UNDERSTANDINGS)
        self.reason = Picks(theme, "Why it was not given", REASONS)
        self.why = Field(theme, "Why the record is corrected", width=LINE_WIDTH)
        self.outcome.set_values(record.outcome.value)
        self.ways.set_values(*record.ways)
        self.understanding.set_values(*([record.understanding.value] if record.understanding else []))
        self.reason.set_values(*([record.reason.value] if record.reason else []))
        column = Column(theme, 12, parent=self)
        column.add(self.outcome, self.ways, self.understanding, self.reason, self.why)
        self.outcome.picked.connect(self._on_outcome_picked)
        self._on_outcome_picked()

    def read(self) -> Work | None:
        """The correction."""
        outcome = Outcome(self.outcome.value)
        is_given, is_not = outcome is Outcome.GIVEN, outcome is Outcome.NOT_GIVEN
        self.ways.set_mistake("Say how it was given." if is_given and not self.ways.values else "")
        self.understanding.set_mistake("Say what they showed." if is_given and not self.understanding.value else "")
        self.reason.set_mistake("Say why it was not given." if is_not and not self.reason.value else "")
        why = read_line(self.why, "The reason for correcting")
        if why is None or any(each.mistake for each in (self.ways, self.understanding, self.reason)):
            return None
        return partial(
            correct_advice,
            advice_id=self._record_id,
            why=why,
            outcome=outcome,
            ways=[Way(each) for each in self.ways.values] if is_given else [],
            reason=Reason(self.reason.value) if is_not else None,
            understanding=Understanding(self.understanding.value) if is_given else None,
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        picks = {"ways": self.ways, "reason": self.reason, "outcome": self.outcome}
        if field in picks:
            picks[field].set_mistake(sentence)
        elif field == "why":
            self.why.set_mistake(sentence)
        return field in picks or field == "why"

    def _on_outcome_picked(self) -> None:
        """Ask only what belongs to the outcome."""
        outcome = self.outcome.value
        self.ways.setVisible(outcome == Outcome.GIVEN)
        self.understanding.setVisible(outcome == Outcome.GIVEN)
        self.reason.setVisible(outcome == Outcome.NOT_GIVEN)
