"""Someone new at a visit: what they are to the children, in one menu. The name can come later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kit.app.heading import Deed
from kit.app.widgets.menu import Menu
from kit.domain.carer import Tie
from kit.domain.family import ParentRole
from kit.domain.wording import say, unfilled_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kit.app.look.theme import Theme
    from kit.domain.family import Family

    Ties = tuple[tuple[str, Tie], ...]
    """Child id and tie, for each child somebody is something to."""

OTHERS = (Tie.PARTNER_OF_PARENT, Tie.GRANDPARENT, Tie.OTHER)
"""What somebody can be to every child of the family at once."""


class NewcomerMenu(QObject):
    """Parents whose place is not filled first, then everybody else.

    Signals:
        chosen: what the newcomer is; carries Ties.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = Menu(theme, parent)

    def show_family(self, family: Family) -> None:
        """Offer what somebody new can be in this family."""
        lines = [self._line(words, ties) for words, ties in kinds(family)]
        self.menu.offer(*lines)

    def _line(self, words: str, ties: Ties) -> Deed:
        return Deed(words, partial(self.chosen.emit, ties), parent=self.menu)


def kinds(family: Family) -> tuple[tuple[str, Ties], ...]:
    """Ruby’s father; Partner of a parent; Grandparent; Other carer."""
    parents = tuple(
        (unfilled_name(child, role), ((child.id, Tie.MOTHER if role is ParentRole.MOTHER else Tie.FATHER),))
        for child, role, _ in family.unfilled_places()
    )
    ids = [child.id for child in family.youngest_first]
    return (*parents, *((say(tie), tuple((child_id, tie) for child_id in ids)) for tie in OTHERS))
