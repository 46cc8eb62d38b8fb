"""The form of one carer: names, what they are to each child, how they like to be told things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import TextStyle
from kit.app.pages.add_family_parts.child_form import LINE_WIDTH, NAME_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, read_line, read_name
from kit.app.widgets.check import Select
from kit.app.widgets.field import Field, Mistake
from kit.app.widgets.layouts import Column, Flow, clear
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text
from kit.domain.carer import NeedKind, Tie
from kit.domain.fact import Source
from kit.domain.wording import say
from kit.service.households import NewCarer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.app.look.theme import Theme

NOTHING = "nothing"
TIES = tuple((tie.value, say(tie)) for tie in Tie)
NEEDS = tuple((kind.value, say(kind)) for kind in NeedKind)


class TieSelect(QWidget):
    """What one carer is to one child."""

    def __init__(self, theme: Theme, child: str, *, is_only_child: bool) -> None:
        super().__init__()
        self._theme = theme
        self._label = Text("", TextStyle.STRONG)
        rest = () if is_only_child else ((NOTHING, "No carer of this child"),)
        self.select = Select(theme, "", (("", "Choose"), *TIES, *rest))
        column = Column(theme, 6, parent=self)
        column.add(self._label, self.select)
        theme.text_size_changed.connect(self._set_width)
        self._set_width()
        self.call(child)

    def _set_width(self) -> None:
        self.select.setFixedWidth(self._theme.grow(NAME_WIDTH))

    def call(self, child: str) -> None:
        """Say which child it is about."""
        words = f"What they are to {child}"
        self._label.setText(words)
        self.select.setAccessibleName(words)

    @property
    def tie(self) -> Tie | None:
        """The tie, or None for nothing and not chosen."""
        return Tie(self.select.value) if self.select.value not in ("", NOTHING) else None


class CarerForm(QWidget):
    """Names, one tie for each child, a note, and needs where they are asked for.

    Args:
        theme: the theme.
        children: what each child is called, by a key.
        with_needs: whether communication needs are asked for here.
    """

    def __init__(self, theme: Theme, children: Mapping[str, str], *, with_needs: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self.given = Field(theme, "First name", width=NAME_WIDTH)
        self.last = Field(theme, f"Last name {EMPTY}", width=NAME_WIDTH)
        self.note = Field(theme, f"Note, such as “lives apart” {EMPTY}", width=LINE_WIDTH)
        self.told_by = Field(theme, f"Told by {EMPTY}", width=NAME_WIDTH)
        self.ties: dict[str, TieSelect] = {}
        self.needs = Picks(theme, f"Communication needs {EMPTY}", NEEDS, is_many=True)
        self.language = Field(theme, "Which language", width=NAME_WIDTH)
        self._ties = Flow(theme, 16, 12)
        self._mistake = Mistake(theme)
        names = Flow(theme, 16, 12)
        names.add(self.given, self.last)
        column = Column(theme, 12, parent=self)
        more = Flow(theme, 16, 12)
        more.add(self.note, self.told_by)
        column.add(names, self._ties, self._mistake, more)
        if with_needs:
            column.add(self.needs, self.language)
        else:
            self.needs.hide()
        self.language.hide()
        self.needs.picked.connect(self._on_needs_picked)
        self.show_children(children)

    def ask_initials(self) -> None:
        """Ask for initials, where this laptop keeps no names."""
        self.given.set_label("First initial")
        self.last.set_label(f"Last initial {EMPTY}")

    def show_children(self, children: Mapping[str, str]) -> None:
        """Ask about these children; what was chosen stays chosen."""
        if list(children) != list(self.ties):
            chosen = {key: each.select.value for key, each in self.ties.items()}
            clear(self._ties)
            self.ties = {
                key: TieSelect(self._theme, child, is_only_child=len(children) == 1) for key, child in children.items()
            }
            for key, each in self.ties.items():
                each.select.set_value(chosen.get(key) or "")
                each.select.setCurrentIndex(max(0, each.select.currentIndex()))
                self._ties.add(each)
        for key, child in children.items():
            self.ties[key].call(child)

    def choose(self, child: str, tie: Tie) -> None:
        """Show a tie as chosen."""
        self.ties[child].select.set_value(tie.value)

    @property
    def mistake(self) -> str:
        """What is wrong with the ties."""
        return self._mistake.sentence

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed or chosen."""
        typed = any((self.given.text, self.last.text, self.note.text, self.told_by.text, self.language.text))
        return typed or bool(self.needs.values) or any(each.select.value for each in self.ties.values())

    def read(self) -> NewCarer | None:
        """The carer, or None with every mistake beside its field."""
        given = read_name(self.given, "A first name")
        last = read_name(self.last, "A last name", required=False)
        note = read_line(self.note, "The note", required=False)
        told = read_name(self.told_by, "Who told you", required=False)
        ties = tuple(each.tie for each in self.ties.values())
        self._mistake.say("" if any(ties) else "Say what this person is to at least one child.")
        needs = self._read_needs()
        if None in (given, last, note, told, needs) or self._mistake.sentence:
            return None
        return NewCarer(given or "", last or "", ties, note or "", needs or (), Source(told_by=told or ""))

    def _read_needs(self) -> tuple[tuple[NeedKind, str], ...] | None:
        """Each need with its detail."""
        kinds = [NeedKind(key) for key in self.needs.values]
        language = ""
        if NeedKind.INTERPRETER in kinds:
            read = read_line(self.language, "The language")
            if read is None:
                return None
            language = read
        return tuple((kind, language if kind is NeedKind.INTERPRETER else "") for kind in kinds)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside the field of that name; answers whether there is one."""
        fields = {
            "given_name": self.given,
            "family_name": self.last,
            "note": self.note,
            "told_by": self.told_by,
            "detail": self.language,
        }
        if field in fields:
            fields[field].set_mistake(sentence)
        elif field == "ties":
            self._mistake.say(sentence)
        return field in fields or field == "ties"

    def _on_needs_picked(self) -> None:
        self.language.setVisible(NeedKind.INTERPRETER.value in self.needs.values)
