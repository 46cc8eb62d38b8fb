"""What a page says about itself, drawn in its header when there is room and in the window's bar when there is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Deed(QAction):
    """Something the worker can do here, shown as a button or a menu line: words, icon, and what a press does.

    Without words but with a name it is an icon alone in a header: "…" for more.
    """

    def __init__(
        self,
        words: str,
        pressed: Callable[[], object],
        icon: str = "",
        *,
        name: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(words or name, parent)
        self.icon_name = icon
        self.name = name or words
        self.is_icon_alone = not words
        self.triggered.connect(lambda _checked=False: pressed())


@dataclass(frozen=True, slots=True)
class Person:
    """A child beside the title: icon, name, one fact ("5 weeks, born 4 weeks early")."""

    icon: str
    name: str
    fact: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a visit."""

    words: str
    is_done: bool = False


class Heading(QObject):
    """Title, facts, steps and deeds of one page.

    Signals:
        changed: something of it is different.
        back_requested: the worker wants to leave a page that has a way back.
        step_requested: the worker wants another step of the visit; carries its number from 0.
    """

    changed = Signal()
    back_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, title: str = "", facts: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.facts = facts
        self.people: Sequence[Person] = ()
        self.deeds: Sequence[Deed] = ()
        self.primary: Deed | None = None
        self.steps: Sequence[Step] = ()
        self.step = 0
        self.status = ""
        self.has_back = False

    def tell(self, title: str, facts: str = "", people: Sequence[Person] = ()) -> None:
        """Say who or what the page is about."""
        self.title, self.facts, self.people = title, facts, people
        self.changed.emit()

    def offer(self, primary: Deed | None, *deeds: Deed) -> None:
        """Offer at most one primary deed and two others."""
        self.primary, self.deeds = primary, deeds
        self.changed.emit()

    def show_steps(self, steps: Sequence[Step], step: int, status: str = "") -> None:
        """Show where a visit is."""
        self.steps, self.step, self.status = steps, step, status
        self.changed.emit()

    @property
    def short_title(self) -> str:
        """Title for the narrow bar: "Ellison · talk" in a visit."""
        return f"{self.title} · {self.steps[self.step].words.lower()}" if self.steps else self.title
