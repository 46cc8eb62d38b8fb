"""Show mode: one idea at a time, large, alone on white. A parent looks at it; nothing else is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kit.app.announce import announce
from kit.app.heading import Heading
from kit.app.pages.show_parts.answers import NEXT_VISIT, PRACTISE, Answers
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.controls import Dots, PaperButton, RoundButton
from kit.app.pages.show_parts.leaf_view import LeafView
from kit.app.pages.show_parts.leaves import Leaf, leaves_of
from kit.app.pages.show_parts.paper import Paper
from kit.app.pages.show_parts.read_bar import ReadBar
from kit.app.pages.show_parts.together import together_of
from kit.app.pages.show_parts.way_back import Guard, WayBack
from kit.app.pages.show_parts.words import WordsButton, WordsPanel
from kit.app.speech.voice import Voice
from kit.domain.advice import Addressee, HowFar, VariantKey
from kit.domain.advice import Audience as ForWhom
from kit.domain.carer import NeedKind
from kit.domain.errors import KitError, RuleError
from kit.domain.letters import letters_for
from kit.domain.met import met_by_showing
from kit.domain.safety import check_in_use, may_list
from kit.domain.showing import Seen, weakest
from kit.domain.together import tasks_of
from kit.service.summary import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from kit.app.look.theme import Theme
    from kit.app.pages.show_parts.answers import OtherWay
    from kit.app.pages.show_parts.together import Together
    from kit.app.rooms import Rooms
    from kit.domain.advice import Understanding
    from kit.domain.letters import Letters
    from kit.domain.picture import Picture
    from kit.domain.together import Tried

_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space})
TOLD_AFTER_MS = 400
"""After a turn of the leaf: nobody leafs through eight of them and writes eight times."""
REAL_THING = "You can use the real thing: the cot, or a rolled towel for a baby."


class ShowPage(Paper):
    """One variant, leaf by leaf, and in a visit the questions after the last.

    Args:
        theme: tells how large words are and whether anything may move; the colours are those of what parents read from.
        rooms: the library to read from.
        resource_id: what to show.
        key: which variant.
        audience: who looks, and what they need.
        guard: what gives the screen back to the worker.
        voice: what reads aloud; nothing does when none is given.

    Attributes:
        letters: how words look: by the needs of who looks, until somebody chooses otherwise; kept for this showing.

    Signals:
        left: the worker took the page back.
        seen: what was shown so far, and what each carer showed; carries a Seen. Only in a visit.
        turned: another leaf is shown.
    """

    left = Signal()
    seen = Signal(object)
    turned = Signal()

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        resource_id: str,
        key: VariantKey,
        *,
        audience: Audience | None = None,
        guard: Guard | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__()
        self.heading = Heading(parent=self)
        self._theme, self._rooms, self._resource_id, self._key = theme, rooms, resource_id, key
        self._audience = audience or Audience()
        self._carers = self._audience.carers if self._is_for_carers() else ()
        self._tasks = tasks_of(resource_id)
        self.letters = letters_for(self._audience.needs)
        self._pictures: dict[str, Picture | None] = {}
        self._at = self._furthest = 0
        self._can_show, self._is_practised = True, False
        self._heard: set[int] = set()
        self._tried: dict[tuple[str, str], Tried] = {}
        self._told: Seen | None = None
        self._task_at: int | None = None
        self._together: Together | None = None
        self._leaves = self._read()
        self._questions = self._read_questions()
        self._make(guard or Guard(), voice or Voice((), self))
        self._lay_out()
        self._connect()
        self._show()

    # -- reading the library ---------------------------------------------------------------------------------------

    def _read(self) -> tuple[Leaf, ...]:
        """The leaves; or one that says in plain words why there are none."""
        library = self._rooms.library
        try:
            resource = library.resource(self._resource_id)
            check_in_use(resource)
            if not may_list(resource, self._audience.room):
                message = "This cannot be shown now."
                raise RuleError(message)
            return leaves_of(library.variant(self._resource_id, self._key))
        except KitError as error:
            self._can_show = False
            return (Leaf("", str(error)),)

    def _is_for_carers(self) -> bool:
        """Whether it is advice that a visit records; what is sensitive or for workers is asked of nobody here."""
        try:
            resource = self._rooms.library.resource(self._resource_id)
        except KitError:
            return False
        return resource.audience is ForWhom.CARER and not resource.is_sensitive

    def _read_questions(self) -> tuple[Leaf, ...]:
        """What the carers are asked, so that they teach it back; at least one leaf to answer on."""
        if not self._carers or not self._can_show:
            return ()
        asked = [Leaf("", question.ask) for question in self._rooms.library.questions(self._resource_id)]
        return tuple(asked) or (Leaf("", "Can you tell me what you will do?"),)

    def _picture(self, leaf: Leaf) -> Picture | None:
        """The picture; words alone where the library lost it."""
        key = leaf.picture
        if key and key not in self._pictures:
            try:
                self._pictures[key] = self._rooms.library.picture(key)
            except KitError:
                self._pictures[key] = None
        return self._pictures.get(key)

    # -- making ----------------------------------------------------------------------------------------------------

    def _make(self, guard: Guard, voice: Voice) -> None:
        theme = self._theme
        self.leaf_view = LeafView(theme, self.letters)
        self._dots = Dots(len(self._stops))
        self.back = RoundButton(theme, "Back", goes_on=False)
        self.on = RoundButton(theme, "On", goes_on=True)
        self.way_back = WayBack(theme, guard, self)
        self.words = WordsButton(theme)
        self.words_panel = WordsPanel(theme, self)
        is_read_to = NeedKind.READ_ALOUD in self._audience.needs
        self.read_bar = ReadBar(theme, voice, self._key.language, is_needed=is_read_to)
        self.try_it = PaperButton(theme, "Try it together")
        self.answers = Answers(theme, self._carers, self._other_ways())
        self._middle = QStackedWidget()
        self._tell_soon = QTimer(self)
        self._tell_soon.setSingleShot(True)
        self._tell_soon.setInterval(TOLD_AFTER_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.words)
        top.addWidget(self._dots, 1)
        top.addWidget(self.way_back)
        bottom.setSpacing(12)
        bottom.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addStretch(1)
        bottom.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addWidget(self.read_bar, 0, Qt.AlignmentFlag.AlignBottom)
        bottom.addStretch(1)
        bottom.addWidget(self.on, 0, Qt.AlignmentFlag.AlignBottom)
        leaf = QWidget()
        inner = QVBoxLayout(leaf)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.leaf_view, 1)
        inner.addWidget(self.answers)
        self._middle.addWidget(leaf)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 28)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._middle, 1)
        column.addSpacing(12)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.leaf_view.swiped.connect(self.go)
        self.way_back.opened.connect(self.left)
        self.words.clicked.connect(self._on_words_pressed)
        self.words_panel.chosen.connect(self._on_letters_chosen)
        self.words_panel.done.clicked.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.read_bar.marked.connect(self.leaf_view.mark)
        self.read_bar.heard.connect(self._on_heard)
        self.try_it.clicked.connect(lambda: self._open_task(0))
        self.answers.answered.connect(self._on_answered)
        self.answers.way_chosen.connect(self._on_way_chosen)
        self._tell_soon.timeout.connect(self._tell)

    # -- turning ---------------------------------------------------------------------------------------------------

    @property
    def _stops(self) -> tuple[Leaf, ...]:
        return (*self._leaves, *self._questions)

    @property
    def at(self) -> int:
        """Which leaf is seen, from 0."""
        return self._at

    @property
    def count(self) -> int:
        """How many leaves and questions there are."""
        return len(self._stops)

    @property
    def question(self) -> str:
        """What the carers are asked now; empty while ideas are shown."""
        return self._stops[self._at].sentence if self._at >= len(self._leaves) else ""

    def go(self, step: int) -> None:
        """Go on or back; the ends are the ends."""
        self.words_panel.hide()
        if self._together and self._task_at is not None:
            if self._together.go(step):
                self.read_bar.set_sentences(self._together.sentences)
            else:
                self._open_task(self._task_at + step)
            return
        at = min(max(self._at + step, 0), self.count - 1)
        if at != self._at:
            self._at = at
            self._show()
            announce(self.leaf_view, self.leaf_view.accessibleName())

    def _show(self) -> None:
        leaf, is_question = self._stops[self._at], self._at >= len(self._leaves)
        self._furthest = max(self._furthest, min(self._at, len(self._leaves) - 1))
        self.answers.setVisible(is_question)
        if is_question:
            self.answers.show_question(self._at - len(self._leaves))
        self.leaf_view.show_leaf(leaf, self._picture(leaf))
        self.read_bar.set_sentences(leaf.sentences)
        self._dots.show_at(self._at)
        self._show_ways()
        self._tell_soon.start()
        QTimer.singleShot(0, self, self._get_next_ready)
        self.turned.emit()

    def _show_ways(self) -> None:
        is_trying = self._task_at is not None
        is_at_end = self._at >= len(self._leaves) - 1
        self.back.setEnabled(is_trying or self._at > 0)
        self.on.setEnabled(is_trying or self._at < self.count - 1)
        self.try_it.setVisible(bool(self._tasks) and self._can_show and is_at_end and not is_trying)

    def _get_next_ready(self) -> None:
        """The next leaf is laid out while this one is looked at."""
        following = self._stops[self._at + 1 : self._at + 2]
        for leaf in following:
            self.leaf_view.get_ready(leaf, self._picture(leaf))

    # -- trying together -------------------------------------------------------------------------------------------

    def _open_task(self, at: int) -> None:
        """The next or last task; beyond them is the leaf it was opened from."""
        self._close_task()
        if 0 <= at < len(self._tasks):
            self._task_at = at
            self._together = together_of(self._theme, self._rooms.library, self._tasks[at], self.letters, self._carers)
            self._together.tried.connect(self._on_tried)
            self._middle.addWidget(self._together)
            self._middle.setCurrentWidget(self._together)
            self.read_bar.set_sentences(self._together.sentences)
            announce(self, self._tasks[at].title)
        else:
            self.read_bar.set_sentences(self._stops[self._at].sentences)
        self._show_ways()

    def _close_task(self) -> None:
        self.read_bar.stop()
        self._task_at = None
        if self._together:
            self._middle.removeWidget(self._together)
            self._together.deleteLater()
            self._together = None

    def _on_tried(self) -> None:
        if self._together:
            self.read_bar.set_sentences(self._together.sentences)
            if result := self._together.result:
                self._tried[self._together.whose, result.task] = result
        self._is_practised = True
        self._tell()

    # -- asking ----------------------------------------------------------------------------------------------------

    def _other_ways(self) -> Sequence[OtherWay]:
        """The other variants in this language, practising, the next visit."""
        if not self._can_show:
            return ()
        resource = self._rooms.library.resource(self._resource_id)
        others = [key for key in resource.variants if key != self._key and self._fits(key)]
        return (
            *((key.name, f"Show {form_of(key)}") for key in others),
            (PRACTISE, "Practise together"),
            (NEXT_VISIT, "At the next visit"),
        )

    def _fits(self, key: VariantKey) -> bool:
        """Whether somebody here could want it: in this language, and for fathers only where there is one."""
        is_for_them = key.addressee is not Addressee.FATHERS or self._audience.has_father
        return key.language == self._key.language and is_for_them

    def _on_answered(self, _carer_id: str, _understanding: Understanding) -> None:
        self._tell()

    def _on_way_chosen(self, way: str) -> None:
        if way == PRACTISE and self._tasks:
            self._open_task(0)
        elif way == PRACTISE:
            self._is_practised = True
            leaf = Leaf("show-me-how", "Show me how you do it.", (REAL_THING,))
            self.leaf_view.show_leaf(leaf, self._picture(leaf))
            self._tell()
        elif way != NEXT_VISIT:
            self._open_variant(VariantKey.named(way))

    def _open_variant(self, key: VariantKey) -> None:
        """Show another variant from its beginning. What was seen of the one before is on record."""
        self._tell()
        self._key, self._told = key, None
        self._at = self._furthest = 0
        self._heard.clear()
        self._leaves = self._read()
        self._dots.set_count(self.count)
        self.read_bar.set_language(key.language)
        self.answers.set_ways(self._other_ways())
        self._show()

    # -- words and voice -------------------------------------------------------------------------------------------

    def _on_words_pressed(self) -> None:
        if self.words_panel.isVisible():
            self.words_panel.hide()
        else:
            self.words_panel.open(self.words, self.letters)

    def _on_letters_chosen(self, letters: Letters) -> None:
        self.letters = letters
        self.leaf_view.set_letters(letters)
        if self._together:
            self._together.set_letters(letters)
        self.dress()
        self._tell_soon.start()

    def _on_heard(self) -> None:
        """A whole idea was heard; questions and tasks are none."""
        if self._task_at is None and self._at < len(self._leaves):
            self._heard.add(self._at)
            self._tell_soon.start()

    # -- telling the visit -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Tell the visit what was seen, if there is one and it is news."""
        self._tell_soon.stop()
        if not self._carers or not self._can_show:
            return
        seen = Seen(
            self._resource_id,
            self._key,
            HowFar(self._furthest + 1, len(self._leaves)),
            self._is_practised,
            tuple((carer_id, weakest(answers)) for carer_id, answers in self.answers.by_carer.items()),
            met_by_showing(self.letters, is_read_aloud=self._heard.issuperset(range(self._furthest + 1))),
            tuple((whose, result) for (whose, _task), result in self._tried.items()),
        )
        if seen.counts and seen != self._told:
            self._told = seen
            self.seen.emit(seen)

    # -- Qt --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever closed the page: what was seen is on record."""
        self._tell()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and space turn the leaves; Esc is the lock."""
        key = Qt.Key(event.key())
        if self.way_back.take_key(event, is_down=True):
            return
        if key in _ON:
            self.go(1)
        elif key in _BACK:
            self.go(-1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc is let go of."""
        if not self.way_back.take_key(event, is_down=False):
            super().keyReleaseEvent(event)

    def ring_box(self) -> QRect:
        """Out of sight: the page has the keys, and nothing on it is chosen by them."""
        return QRect(-100, -100, 1, 1)
