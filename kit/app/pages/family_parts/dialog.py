"""A form over the page: it stays, with everything typed, until it is kept or left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kit.app.pages.add_family_parts.reading import first_mistake
from kit.app.widgets.decision import Decision
from kit.app.widgets.layouts import Column
from kit.app.widgets.notice import Notices
from kit.app.widgets.scroll import ScrollArea
from kit.domain.errors import KitError, RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.service.ports import Clock, Records

    Work = Callable[[Records, Clock], object]
    """What is to be kept: a service function with everything but records and clock filled in."""


class Form(Protocol):
    """What a form can do; every form is a widget too."""

    def read(self) -> Work | None:
        """What is to be kept, or None with every mistake beside its field."""

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside the field of that name; answers whether there is one."""


@dataclass(frozen=True, slots=True)
class Question:
    """The words around a form: the question, one sentence under it, the deed."""

    words: str
    facts: str
    deed: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The page a form lies over, and what it does when the form was kept or could not be."""

    page: QWidget
    kept: Callable[[], object]
    failed: Callable[[KitError], object]


class FormDialog(Decision):
    """A decision with a form in it. It closes when the records have taken what was typed.

    Args:
        ends: the page, and what it does in the end, also when the dialog was hidden meanwhile.
        theme: the theme.
        rooms: where to keep it.
        question: the words around the form.
        form: the form.
    """

    def __init__(self, ends: Ends, theme: Theme, rooms: Rooms, question: Question, form: QWidget) -> None:
        self._rooms = rooms
        self._ends = ends
        self.form = form
        self._notices = Notices(theme, 0)
        body = _Body(theme, self._notices, form)
        super().__init__(ends.page.window(), theme, question.words, question.facts, question.deed, body=body)

    @property
    def _as_form(self) -> Form:
        return self.form  # type: ignore[return-value]  # handed over as the widget it is

    def ask(self) -> None:
        """Show it, with the focus in its first field."""
        super().ask()
        self.back.clearFocus()
        self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature

    def accept(self) -> None:
        """Keep what was typed; close when it is kept."""
        self._notices.settle()
        work = self._as_form.read()
        if work is None:
            self._show_mistake()
            return
        records, clock = self._rooms.kept, self._rooms.clock
        self.deed.set_busy("Saving…")
        self._rooms.desk.run(self._ends.page, lambda: work(records, clock), self._on_kept, self._on_failed)

    def _on_kept(self, _kept: object) -> None:
        """Close, if it was not hidden while the records were written."""
        if isValid(self):
            super().accept()
        self._ends.kept()

    def _on_failed(self, error: KitError) -> None:
        """Beside its field if it has one, else above the form; in the page when the form is gone."""
        if not isValid(self):
            self._ends.failed(error)
            return
        self.deed.set_ready()
        if not (isinstance(error, RuleError) and self._as_form.set_mistake(error.field, str(error))):
            self._notices.tell(error, safe="What you typed is still here.")
        self._show_mistake()

    def _show_mistake(self) -> None:
        """Make room for it and go to it."""
        self._cover()
        area = self.findChild(ScrollArea)
        if area and (first := first_mistake(self.form)):
            area.ensureWidgetVisible(first)


class AskDialog(Decision):
    """A decision with a form in it whose answer is for the page, not for the records.

    Signals:
        answered: the form was read without a mistake; carries what it read.
    """

    answered = Signal(object)

    def __init__(self, page: QWidget, theme: Theme, question: Question, form: QWidget) -> None:
        self.form = form
        body = _Body(theme, Column(theme, 0), form)
        super().__init__(page.window(), theme, question.words, question.facts, question.deed, body=body)

    def ask(self) -> None:
        """Show it, with the focus in its first field."""
        super().ask()
        self.back.clearFocus()
        self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature

    def accept(self) -> None:
        """Hand over what was typed, or show what is wrong with it."""
        answer = self.form.read()  # type: ignore[attr-defined]  # handed over as the widget it is
        if answer is None:
            self._cover()
            first_mistake(self.form)
            return
        super().accept()
        self.answered.emit(answer)


class _Body(ScrollArea):
    """The form, scrolled where the window is too low."""

    def __init__(self, theme: Theme, notices: Column, form: QWidget) -> None:
        self._inside = QWidget()
        column = Column(theme, 8, parent=self._inside)
        column.add(notices, form, None)
        super().__init__(self._inside)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The whole form at this width."""
        inside = self._inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def sizeHint(self) -> QSize:
        """The whole form."""
        return self._inside.sizeHint()
