"""What happened, what is safe, what to do: said in the page, above what it concerns."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from kit.app.announce import announce
from kit.app.look.line import Icon, Part, Plate, Words
from kit.app.look.tokens import Layout, Role, TextStyle
from kit.app.widgets.button import LinkButton
from kit.app.widgets.layouts import Column, Flow, Row, clear, set_shown
from kit.app.widgets.painted import Painted
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import LineView, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme


class Tone(Enum):
    """What a notice is about: its ground, its ink, its icon."""

    WAITING = (Role.AGAIN_TINT, Role.AGAIN, "wifi-off")
    NEEDS_YOU = (Role.LATE_TINT, Role.LATE, "triangle-alert")
    DONE = (Role.GOOD_TINT, Role.GOOD, "circle-check")
    PLAIN = ("sunken", Role.INK2, "info")

    def __init__(self, ground: str, ink: Role, icon: str) -> None:
        self.ground = ground
        self.ink = ink
        self.icon = icon


class Notice(Panel):
    """One bold sentence, one plain one, and up to two buttons. It stays until it is settled.

    Args:
        theme: the theme.
        tone: waiting, needs you, done, plain.
        happened: the bold sentence; may be empty for a plain remark.
        safe: the plain sentence.
        buttons: what to do.
        icon: another icon than the tone's own.
        in_one_line: both sentences beside each other, for short ones.
    """

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        happened: str,
        safe: str = "",
        *buttons: QWidget,
        icon: str = "",
        in_one_line: bool = False,
    ) -> None:
        ends_in_link = bool(buttons) and isinstance(buttons[-1], LinkButton)
        edge = 2 if in_one_line else 10
        super().__init__(theme, tone.ground, (16, edge, 16 if ends_in_link else 8, edge), 0)
        self.setAccessibleName(f"{happened} {safe}".strip())
        self._buttons = buttons
        sentences: Column | Flow = Flow(theme, 8, 0) if in_one_line else Column(theme, 1)
        if happened:
            sentences.add(Text(happened, TextStyle.STRONG, wraps=not in_one_line))
        if safe:
            safe_tone = Role.INK if in_one_line or not happened else Role.INK2
            sentences.add(Text(safe, tone=safe_tone, wraps=not in_one_line))
        self._line = Row(theme, 8)
        self._line.add(LineView(theme, Icon(icon or tone.icon, 22, tone.ink), name=" "), 6)
        middle = Column(theme, 0)
        middle.add(None, sentences, None)
        self._line.add(middle, stretch=1)
        if in_one_line:
            self.setMinimumHeight(theme.grow(40))
        self._under = Row(theme, 8)
        self._under.add(None)
        self.add(self._line)
        self._place_buttons()
        theme.layout_changed.connect(self._on_layout_changed)
        theme.text_size_changed.connect(self._line_up)

    def speak(self) -> None:
        """Let a screen reader say it now."""
        announce(self, self.accessibleName())

    def _on_layout_changed(self, _layout: Layout) -> None:
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Beside the sentences, or under them where the window is narrow."""
        if not self._buttons:
            return
        self._line_up()
        is_under = self.theme.layout is Layout.COMPACT
        if is_under and self._under.parent() is None:
            self.column.addLayout(self._under)
        elif not is_under:
            self.column.removeItem(self._under)
            self._under.setParent(None)
        for at, button in enumerate(self._buttons):
            if is_under:
                self._under.insertWidget(at, button)
            else:
                self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _line_up(self) -> None:
        """Buttons under the sentences begin where the sentences do."""
        self._under.setContentsMargins(self.theme.grow(22) + self.theme.space(14), self.theme.space(8), 0, 0)


def notice_of(theme: Theme, error: Exception, *buttons: QWidget, tone: Tone = Tone.NEEDS_YOU) -> Notice:
    """A KitError in its own words: its first sentence bold, the rest plain."""
    happened, stop, safe = str(error).partition(". ")
    return Notice(theme, tone, happened + stop.strip(), safe, *buttons)


class Notices(Column):
    """Where a page says what happened: one notice at a time, read out as it comes. It may be empty."""

    def __init__(self, theme: Theme, space: int = 8) -> None:
        super().__init__(theme, space)
        self._theme = theme

    def say(self, notice: Notice) -> None:
        """Say this and nothing else."""
        self.settle()
        self.add(notice)
        notice.speak()

    def tell(self, error: Exception, *buttons: QWidget, safe: str = "") -> None:
        """Say in the error's own words what went wrong, and what is safe all the same."""
        self.say(Notice(self._theme, Tone.NEEDS_YOU, str(error), safe, *buttons))

    def settle(self) -> None:
        """Nothing more to say."""
        clear(self)


class NeedStrip(Panel):
    """The communication needs of the carers, on every page about them. Purple means this and nothing else.

    Signals:
        opened: the short form was pressed and wants to show the rest.
    """

    opened = Signal()

    def __init__(self, theme: Theme, needs: Sequence[tuple[str, Sequence[str]]], remark: str = "") -> None:
        super().__init__(theme, Role.NEED_TINT, (12, 4, 12, 4), 0)
        self._row = Row(theme, 8)
        self.add(self._row)
        self.set_needs(needs, remark)

    def set_needs(self, needs: Sequence[tuple[str, Sequence[str]]], remark: str = "") -> None:
        """Show what each carer needs, and when it was asked or is reviewed."""
        clear(self._row)
        set_shown(self, is_shown=bool(needs))
        if not needs:
            return
        flow = Flow(self.theme, 14, 0)
        for number, (who, what) in enumerate(needs):
            flow.add(_NeedsOf(self.theme, who, what, has_rule=number > 0))
        self._row.add(LineView(self.theme, Icon("ear", 20, Role.NEED), name="Needs"), 2)
        self._row.add(flow, stretch=1)
        if remark:
            self._row.add(Text(remark, TextStyle.NOTE, Role.INK2))


class _NeedsOf(LineView):
    """One carer and the needs, with a rule before the second."""

    def __init__(self, theme: Theme, who: str, what: Sequence[str], *, has_rule: bool) -> None:
        self._has_rule = has_rule
        start: tuple[Part, ...] = (Words("", TextStyle.BODY, gap=0),) if has_rule else ()
        words = Words(" · ".join(what), gap=10)
        super().__init__(theme, *start, Words(who, TextStyle.STRONG, gap=14), words, name=f"{who}: {', '.join(what)}")
        self.setMinimumHeight(theme.grow(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and the rule."""
        super().paintEvent(event)
        if self._has_rule:
            with QPainter(self) as painter:
                height = self._theme.grow(20)
                painter.fillRect(QRectF(0, (self.height() - height) // 2, 1, height), self._theme.colour(Role.NEED))


class NeedButton(Painted):
    """The need strip where there is little room: the first need and how many more. A press opens the rest."""

    padding = 14

    def __init__(self, theme: Theme, who: str, first: str, more: int) -> None:
        self._who, self._first, self._more = who, first, more
        rest = f", and {more} more" if more else ""
        super().__init__(theme, who, f"Needs: {who}, {first}{rest}")

    def line(self) -> Sequence[Part]:
        """Ear, name, first need, + 3."""
        parts: tuple[Part, ...] = (
            Icon("ear", 20, Role.NEED),
            Words(self._who, TextStyle.STRONG),
            Words(self._first, gap=6),
        )
        return (*parts, Words(f"+ {self._more}", TextStyle.BODY, Role.INK2, gap=6)) if self._more else parts

    def plate(self) -> Plate:
        """Purple."""
        edge = Role.NEED if self.is_lit() or self.theme.is_contrast else None
        return Plate(Role.NEED_TINT, edge, self.theme.edge)
