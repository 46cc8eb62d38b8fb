"""Trying it together: a cot whose things are touched, and a plan that is chosen. Calm, large, by finger or by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kit.app.announce import announce
from kit.app.look.grounds import PICTURE_GROUND
from kit.app.look.tokens import LIGHT
from kit.app.pages.show_parts.controls import PaperButton, grown
from kit.app.pages.show_parts.leaf_view import POINTS, LeafView, paint_card
from kit.app.pages.show_parts.leaves import Leaf
from kit.app.pages.show_parts.looks import letters_on
from kit.app.pages.show_parts.paper import PaperText
from kit.app.widgets.picture import paint_picture
from kit.domain.errors import KitError
from kit.domain.letters import Ground, Size
from kit.domain.together import MOST_PEOPLE, CotTask, Tried

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kit.app.look.theme import Theme
    from kit.domain.letters import Letters
    from kit.domain.picture import Picture
    from kit.domain.together import PlanTask, Task, Thing
    from kit.service.ports import Library

WIDE, HIGH = 400, 300
"""The units of a picture."""
BIG, MIDDLE, SMALL = 28.0, 24.0, 20.0
WHOSE = "Whose plan is it?"
LARGEST = 32.0
"""Of what stands beside a picture or over buttons."""


class Together(QWidget):
    """One task.

    Attributes:
        result: what came of it so far, or None; `whose` is the id of the carer it belongs to, empty for all who look.

    Signals:
        tried: something was done together.
    """

    tried = Signal()
    result: Tried | None = None
    whose = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is read out."""
        raise NotImplementedError

    def go(self, _step: int) -> bool:
        """Go on or back inside the task; answers whether there was anywhere to go."""
        return False

    def set_letters(self, letters: Letters) -> None:
        """The same words in other letters."""
        for text in self.findChildren(_TaskText):
            text.set_letters(letters)


def together_of(
    theme: Theme, library: Library, task: Task, letters: Letters, carers: Sequence[tuple[str, str]]
) -> Together:
    """The page part for a task, and whose a plan can be."""
    if isinstance(task, CotTask):
        return CotTogether(theme, library, task, letters)
    return PlanTogether(theme, library, task, letters, carers)


class _TaskText(PaperText):
    """Words that grow with the carer's need for large print, as far as there is room."""

    def __init__(self, theme: Theme, words: str, size: float, letters: Letters, weight: int = 400) -> None:
        self._letters = letters
        super().__init__(theme, words, size, weight)

    def set_letters(self, letters: Letters) -> None:
        """As large as these letters."""
        self._letters = letters
        self.dress()

    def dress(self) -> None:
        """In the letters of the task."""
        super().dress()
        wished = self._points * grown(self._theme) * POINTS[self._letters.size] / POINTS[Size.USUAL]
        font = self.font()
        font.setPointSizeF(min(wished, LARGEST))
        self.setFont(font)


def _picture(library: Library, key: str) -> Picture | None:
    """A picture; the task goes on without one the library lost."""
    try:
        return library.picture(key)
    except KitError:
        return None


class CotTogether(Together):
    """A cot at the left, what is said of the thing touched last at the right."""

    def __init__(self, theme: Theme, library: Library, task: CotTask, letters: Letters) -> None:
        super().__init__()
        self._task = task
        self._found: list[str] = []
        pictures = {key: _picture(library, key) for key in task.layers}
        self.cot = _Cot(task, pictures)
        self.cot.touched.connect(self._on_touched)
        self._title = _TaskText(theme, task.title, BIG, letters, 600)
        self._said = _TaskText(theme, task.ask, MIDDLE, letters)
        self._count = _TaskText(theme, "", SMALL, letters)
        self.back = PaperButton(theme, "Put all back")
        self.back.clicked.connect(self._on_put_back)
        words = QVBoxLayout()
        words.setSpacing(18)
        words.addStretch(1)
        for part in (self._title, self._said, self._count):
            words.addWidget(part)
        words.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setSpacing(32)
        line.addWidget(self.cot, 5)
        line.addLayout(words, 4)
        self._show()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands beside the cot."""
        return (self._task.title, *self._said.text().split("\n"))

    @property
    def is_done(self) -> bool:
        """Whether everything wrong was touched."""
        return all(thing.picture in self._found for thing in self._task.wrong)

    def _on_touched(self, thing: Thing) -> None:
        if thing.is_wrong and thing.picture not in self._found:
            self._found.append(thing.picture)
            # What was put back was found all the same.
            most = max(len(self._found), self.result.found if self.result else 0)
            self.result = Tried(self._task.key, self._task.title, most, len(self._task.wrong))
        self._say([*thing.said, *([self._task.done] if self.is_done and thing.is_wrong else [])])
        self._show()
        self.tried.emit()

    def _on_put_back(self) -> None:
        self._found = []
        self._say([self._task.ask])
        self._show()

    def _say(self, sentences: Sequence[str]) -> None:
        self._said.setText("\n".join(sentences))
        announce(self, " ".join(sentences))

    def _show(self) -> None:
        task, found = self._task, len(self._found)
        verb = "out" if task.takes_out else "found"
        self._count.setText(f"{found} of {len(task.wrong)} {verb}" if found else "")
        self.back.setVisible(task.takes_out and found > 0)
        self.cot.show_found(self._found)


class _Cot(QWidget):
    """The layers, with a place to touch for each thing.

    Signals:
        touched: a thing was touched; carries the Thing.
    """

    touched = Signal(object)

    def __init__(self, task: CotTask, pictures: dict[str, Picture | None]) -> None:
        super().__init__()
        self._task, self._pictures = task, pictures
        self._found: Collection[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.places = {thing.picture: _Place(thing, self) for thing in task.things}
        for place in self.places.values():
            place.clicked.connect(partial(self._on_touched, place.thing))

    def _on_touched(self, thing: Thing, _checked: object = None) -> None:
        self.touched.emit(thing)

    def show_found(self, found: Collection[str]) -> None:
        """Ring what was found, or leave out what was taken out."""
        self._found = tuple(found)
        for key, place in self.places.items():
            place.set_found(is_found=key in self._found, is_out=self._task.takes_out)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Still large enough for a thumb on each thing."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the places on their things."""
        super().resizeEvent(event)
        for place in self.places.values():
            place.lie_on(self._box())

    def _box(self) -> QRectF:
        scale = min(self.width() / WIDE, self.height() / HIGH)
        wide, high = WIDE * scale, HIGH * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Back to front, without what was taken out."""
        out = self._found if self._task.takes_out else ()
        pictures = {key: picture for key, picture in self._pictures.items() if picture}
        with QPainter(self) as painter:
            if pictures and letters_on(self).ground is Ground.DARK:
                paint_card(painter, self._box(), next(iter(pictures.values())))
            for key in self._task.layers:
                if (picture := pictures.get(key)) and key not in out:
                    paint_picture(painter, self._box(), picture)


class _Place(QAbstractButton):
    """Where a thing is touched. It shows only that it has the focus, or that it was found."""

    def __init__(self, thing: Thing, cot: QWidget) -> None:
        super().__init__(cot)
        self.thing = thing
        self._is_ringed = False
        self._first = QRectF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(thing.name)

    def set_found(self, *, is_found: bool, is_out: bool) -> None:
        """It was found: ringed, or out of the cot and of reach."""
        self._is_ringed = is_found and not is_out
        self.setVisible(not (is_found and is_out))
        self.setAccessibleDescription("Found" if self._is_ringed else "")
        self.update()

    def lie_on(self, picture: QRectF) -> None:
        """Lie on the thing in a picture of this size."""
        scale = picture.width() / WIDE
        boxes = [QRectF(x * scale, y * scale, w * scale, h * scale) for x, y, w, h in self.thing.boxes]
        boxes = [box.translated(picture.topLeft()) for box in boxes]
        whole = QRegion()
        for box in boxes:
            whole = whole.united(QRegion(box.toAlignedRect()))
        corner = whole.boundingRect().topLeft()
        self.setGeometry(whole.boundingRect())
        self.setMask(whole.translated(QPoint() - corner))
        self._first = boxes[0].translated(-corner.x(), -corner.y())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring when found, a dashed one for the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._is_ringed:
                painter.setPen(QPen(QColor(PICTURE_GROUND), 9))
                painter.drawEllipse(self._first.adjusted(6, 6, -6, -6))
                painter.setPen(QPen(QColor(LIGHT.accent), 5))
                painter.drawEllipse(self._first.adjusted(6, 6, -6, -6))
            if self.hasFocus():
                painter.setPen(QPen(QColor(LIGHT.focus_in), 3, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(self._first.adjusted(2, 2, -2, -2), 10, 10)


class PlanTogether(Together):
    """Whose plan, where more than one looks; a place, two people, then the plan in whole sentences: one at a time."""

    def __init__(
        self, theme: Theme, library: Library, task: PlanTask, letters: Letters, carers: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._task = task
        self._place = ""
        self._people: tuple[str, ...] = ()
        self.whose = carers[0][0] if len(carers) == 1 else ""
        self._picture = _picture(library, task.picture)
        self._plan = LeafView(theme, letters)
        self.carers = self._buttons(theme, carers if len(carers) > 1 else (), self._on_carer)
        self.places = self._buttons(theme, task.places, self._on_place)
        self.people = self._buttons(theme, task.people, self._on_person)
        asked = ((WHOSE, self.carers), (task.ask_place, self.places), (task.ask_people, self.people))
        self._asked = [(ask, buttons) for ask, buttons in asked if buttons]
        self._steps = QStackedWidget()
        for ask, buttons in self._asked:
            self._steps.addWidget(_asking(_TaskText(theme, ask, MIDDLE, letters), buttons))
        self._steps.addWidget(self._plan)
        column = QVBoxLayout(self)
        column.addWidget(_TaskText(theme, task.title, BIG, letters, 600), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._steps, 1)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The plan, or what is asked now."""
        at = self._steps.currentIndex()
        return (self._asked[at][0],) if at < len(self._asked) else self._leaf().sentences

    def set_letters(self, letters: Letters) -> None:
        """The plan too."""
        super().set_letters(letters)
        self._plan.set_letters(letters)

    def go(self, step: int) -> bool:
        """The plan follows when place and people are chosen; it is not asked for twice."""
        now = self._steps.currentIndex()
        at = now + step
        if not 0 <= at <= len(self._asked) or (step > 0 and not self._is_answered(now)):
            return False
        if at == len(self._asked):
            self._plan.show_leaf(self._leaf(), self._picture)
            announce(self, self._leaf().sentence)
        self._steps.setCurrentIndex(at)
        return True

    def _is_answered(self, at: int) -> bool:
        """Whether what this step asks is chosen; the plan itself asks nothing and leads nowhere."""
        answers = {WHOSE: bool(self.whose), self._task.ask_place: bool(self._place)}
        answers[self._task.ask_people] = len(self._people) == MOST_PEOPLE
        return at < len(self._asked) and answers[self._asked[at][0]]

    def _leaf(self) -> Leaf:
        first, *more = self._task.sentences(self._place, self._people)
        return Leaf(self._task.picture, first, tuple(more))

    def _buttons(
        self, theme: Theme, choices: Sequence[tuple[str, str]], chosen: Callable[[str], None]
    ) -> dict[str, PaperButton]:
        buttons = {}
        for key, words in choices:
            button = buttons[key] = PaperButton(theme, words[0].upper() + words[1:])
            button.setCheckable(True)
            button.fill_width()
            button.clicked.connect(lambda _checked=False, key=key: chosen(key))
        return buttons

    def _on_carer(self, key: str) -> None:
        """Another's plan begins from nothing."""
        if key != self.whose:
            self.whose, self._place, self._people, self.result = key, "", (), None
        self._show_chosen()

    def _on_place(self, key: str) -> None:
        self._place = key
        self._on_chosen()

    def _on_person(self, key: str) -> None:
        """The two chosen last; again is not chosen after all."""
        others = tuple(each for each in self._people if each != key)
        self._people = others if key in self._people else (*others, key)[-MOST_PEOPLE:]
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._show_chosen()
        if self._place and len(self._people) == MOST_PEOPLE:
            words = self._task.own(self._place, self._people)
            self.result = Tried(self._task.key, self._task.title, words=words)
        self.tried.emit()

    def _show_chosen(self) -> None:
        for key, button in self.carers.items():
            button.setChecked(key == self.whose)
        for key, button in self.places.items():
            button.setChecked(key == self._place)
        for key, button in self.people.items():
            button.setChecked(key in self._people)


def _asking(text: PaperText, buttons: dict[str, PaperButton]) -> QWidget:
    """A question with what can be chosen under it."""
    asking = QWidget()
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column = QVBoxLayout(asking)
    column.setSpacing(24)
    column.addStretch(1)
    column.addWidget(text)
    column.addLayout(_grid(list(buttons.values())))
    column.addStretch(1)
    return asking


def _grid(buttons: Sequence[QWidget]) -> QGridLayout:
    """Three in a line."""
    grid = QGridLayout()
    grid.setSpacing(10)
    for at, button in enumerate(buttons):
        grid.addWidget(button, at // 3, at % 3)
    return grid
