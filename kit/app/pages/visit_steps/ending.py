"""How a visit ends: closed, closed as an attempt, or forgotten because it was begun by mistake. Each is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.line import Sign
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role
from kit.app.pages.family_parts.attempt_form import VisitAttemptForm
from kit.app.pages.family_parts.dialog import Ends, FormDialog, Question
from kit.app.widgets.decision import Decision
from kit.app.widgets.layouts import Column, Row
from kit.app.widgets.text import LineView, Text
from kit.domain.errors import KitError, RuleError
from kit.domain.visit import VisitOutcome
from kit.domain.wording import counted, say
from kit.service.attendance import settle_absent
from kit.service.visits import close_visit, drop_visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.service.missing import Missing
    from kit.service.visit_view import VisitView

_MOST_SAID = 3
_AFTER = "The visit goes on record and into the outbox. After that it can only be corrected."


class Ending(QObject):
    """Asks, and does it on the desk.

    Signals:
        begun: it is being closed; nothing can be changed any more.
        closed: it is on record.
        forgotten: the draft is gone, and nothing went on record.
        refused: it could not be done; carries the KitError.
        change_requested: something was said of an attempt before it is closed; carries a Change.
    """

    begun = Signal()
    closed = Signal()
    forgotten = Signal()
    refused = Signal(object)
    change_requested = Signal(object)

    def __init__(self, theme: Theme, rooms: Rooms, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._rooms, self._page = theme, rooms, page

    def ask_to_close(self, view: VisitView, found: Sequence[Missing]) -> None:
        """Ask whether to close it as a visit, with what is missing."""
        lacks = f"{counted(len(found), 'thing')} {'is' if len(found) == 1 else 'are'} missing. " if found else ""
        body = _lacks(self._theme, found) if found else None
        self._ask("Close this visit?", lacks + _AFTER, "Close visit", view, VisitOutcome.SEEN, body)

    def ask_to_close_as(self, view: VisitView, outcome: VisitOutcome) -> None:
        """Ask what is to be said of an attempt, and close the visit as one."""
        if view.here and outcome is not VisitOutcome.REFUSED:
            name = view.name_of(view.here[0].id)
            self.refused.emit(RuleError(f"{name} is marked as here. Say “Not here” first, or close it as a visit."))
            return
        words = say(outcome).lower()
        form = VisitAttemptForm(self._theme, self._rooms.clock.now(), view.draft, outcome)
        form.change_requested.connect(self.change_requested)
        try:
            view.draft.close(self._rooms.clock.now(), outcome)
        except KitError as error:
            self.refused.emit(error)
            return
        question = Question(f"Close this as {words}?", f"Nobody is recorded as seen. {_AFTER}", f"Close as {words}")
        ends = Ends(self._page, self.closed.emit, self.refused.emit)
        FormDialog(ends, self._theme, self._rooms, question, form).ask()

    def ask_to_forget(self, view: VisitView) -> None:
        """Ask whether to forget it."""
        decision = Decision(
            self._page.window(),
            self._theme,
            "Forget this visit?",
            "It was begun by mistake. Nothing of it goes on record.",
            "Forget it",
            is_destructive=True,
        )
        records, draft = self._rooms.kept, view.draft
        decision.agreed.connect(
            lambda: self._rooms.desk.run(
                self, lambda: drop_visit(records, draft), lambda _none: self.forgotten.emit(), self.refused.emit
            )
        )
        decision.ask()

    def ask_to_leave(self) -> Decision:
        """Ask whether to go although the last changes could not be saved."""
        decision = Decision(
            self._page.window(),
            self._theme,
            "Leave without the last changes?",
            "They could not be saved. What was saved before is safe.",
            "Leave without them",
            is_destructive=True,
        )
        decision.ask()
        return decision

    def _ask(
        self, question: str, facts: str, deed: str, view: VisitView, outcome: VisitOutcome, body: QWidget | None = None
    ) -> None:
        """Ask first, unless it cannot be closed as it is."""
        try:
            view.draft.close(self._rooms.clock.now(), outcome)
        except KitError as error:
            self.refused.emit(error)
            return
        decision = Decision(self._page.window(), self._theme, question, facts, deed, body=body)
        decision.agreed.connect(lambda: self._close(view, outcome))
        decision.ask()

    def _close(self, view: VisitView, outcome: VisitOutcome) -> None:
        self.begun.emit()
        records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock
        draft, family = view.draft, view.family
        self._rooms.desk.run(
            self,
            lambda: close_visit(records, clock, settle_absent(library, clock, draft, family), outcome),
            lambda _visit: self.closed.emit(),
            self.refused.emit,
        )


def _lacks(theme: Theme, found: Sequence[Missing]) -> QWidget:
    """The first few things that are missing."""
    body = QWidget()
    column = Column(theme, 8, parent=body)
    for one in found[:_MOST_SAID]:
        line = Row(theme, 10)
        mark = LineView(theme, Sign(Mark.NOT_CHECKED, 18, Role.INK2), name=" ")
        mark.setFixedWidth(theme.grow(18))
        line.add(mark)
        line.add(Text(one.sentence, wraps=True), stretch=1)
        column.add(line)
    return body
