"""One calm form for a whole family: children, carers, where they sleep. Kept in one go, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit.app.heading import Heading
from kit.app.look.tokens import TextStyle
from kit.app.pages.add_family_parts.carer_form import CarerForm
from kit.app.pages.add_family_parts.child_form import NAME_WIDTH, ChildForm
from kit.app.pages.add_family_parts.place_form import PlaceForm
from kit.app.pages.add_family_parts.reading import EMPTY, first_mistake, read_name
from kit.app.widgets.button import Button, Kind, LinkButton
from kit.app.widgets.decision import Decision
from kit.app.widgets.field import Field
from kit.app.widgets.header import BottomBar, PageHeader, fill_page
from kit.app.widgets.layouts import Column, Flow, Row
from kit.app.widgets.notice import Notice, Notices, Tone
from kit.app.widgets.panel import Panel
from kit.app.widgets.scroll import ScrollArea
from kit.app.widgets.text import Text
from kit.domain.errors import KitError, RuleError
from kit.service.households import Household, add_household
from kit.service.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.domain.family import Family
    from kit.domain.settings import Settings

FORM_WIDTH = 900


class AddFamilyPage(QWidget):
    """The form.

    Signals:
        family_added: the family is on record; carries its id.
        left: the worker went away without adding one.
    """

    family_added = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        facts = "A family name and one child are enough to begin. The rest can be added later."
        self.heading = Heading("Add a family", facts, self)
        self.heading.has_back = True
        self.heading.back_requested.connect(self.leave)
        self.name = Field(theme, "Family name", width=NAME_WIDTH)
        self.number = Field(theme, f"Local number {EMPTY}", width=NAME_WIDTH)
        self._is_initials = False
        self.place = PlaceForm(theme, rooms.clock.today(), f"Address {EMPTY}")
        self.children_forms: list[ChildForm] = []
        self.carer_forms: list[CarerForm] = []
        self._add = Button(theme, "Add family", Kind.PRIMARY, icon="user-plus", pressed=self.submit)
        self._form = QWidget()
        self._notices = Notices(theme)
        self._children, self._carers = Column(theme, 12), Column(theme, 12)
        self._lay_out()
        self.name.settled.connect(self._on_name_settled)
        self.add_child()
        self.add_carer()
        records = rooms.kept
        rooms.desk.run(self, lambda: read_settings(records), self._on_settings_read, self._on_failed)

    def _on_settings_read(self, settings: Settings) -> None:
        """Where only initials and a local number are kept, ask for nothing else."""
        if not settings.keeps_initials_only:
            return
        self._is_initials = True
        self.name.hide()
        self.number.set_label("Local number")
        self.heading.tell(self.heading.title, "This laptop keeps initials and a local number, and no names.")
        self.place.ask_no_address()
        for child in self.children_forms:
            child.ask_initials()
        for carer in self.carer_forms:
            carer.ask_initials()

    def _lay_out(self) -> None:
        theme = self._theme
        leave = Button(theme, "Leave", name="Leave without adding", pressed=self.leave)
        body = fill_page(self, theme, bottom=BottomBar(theme, self._add, leave), scrolls=True)
        form = self._form
        theme.text_size_changed.connect(self._on_text_size_changed)
        self._on_text_size_changed()
        column = Column(theme, 12, parent=form)
        another_child = Button(theme, "Another child", icon="plus", pressed=self.add_child)
        another_carer = Button(theme, "Another carer", icon="plus", pressed=self.add_carer)
        names = Flow(theme, 16, 12)
        names.add(self.name, self.number)
        column.add(self._notices, names, 4)
        column.add(Text("Children", TextStyle.H3), self._children, _at_left(theme, another_child), 4)
        column.add(Text("Carers", TextStyle.H3), self._carers, _at_left(theme, another_carer), 4)
        place = Panel(theme, margins=(16, 14, 16, 16))
        place.add(self.place)
        column.add(Text("Where they sleep now", TextStyle.H3), place, None)
        line = Row(theme, 0)
        line.addWidget(form, 100)
        line.addStretch(1)
        body.add(PageHeader(theme, self.heading), line, None)

    def _on_text_size_changed(self) -> None:
        self._form.setMaximumWidth(self._theme.grow(FORM_WIDTH))

    # -- people ----------------------------------------------------------------------------------------------------

    def add_child(self) -> None:
        """Ask about one more child."""
        form = ChildForm(self._theme, self.name.text.strip())
        form.name_changed.connect(self._show_children)
        if self._is_initials:
            form.ask_initials()
        self.children_forms.append(form)
        taken_out = self._take_out_child if len(self.children_forms) > 1 else None
        self._children.add(_Person(self._theme, "child", len(self.children_forms), form, taken_out))
        self._show_children()
        if taken_out:
            form.given.line.setFocus()

    def add_carer(self) -> None:
        """Ask about one more carer."""
        form = CarerForm(self._theme, self._called())
        if self._is_initials:
            form.ask_initials()
        self.carer_forms.append(form)
        self._carers.add(_Person(self._theme, "carer", len(self.carer_forms), form, self._take_out_carer))
        if len(self.carer_forms) > 1:
            form.given.line.setFocus()

    def _take_out_child(self, person: _Person) -> None:
        self.children_forms = [each for each in self.children_forms if each is not person.form]
        _let_go(self._children, person)
        self._show_children()

    def _take_out_carer(self, person: _Person) -> None:
        self.carer_forms = [each for each in self.carer_forms if each is not person.form]
        _let_go(self._carers, person)

    def _called(self) -> dict[str, str]:
        """What each child is called, by a key that stays."""
        return {str(id(form)): form.called for form in self.children_forms}

    def _show_children(self) -> None:
        for form in self.carer_forms:
            form.show_children(self._called())

    def _on_name_settled(self, name: str) -> None:
        for form in self.children_forms:
            form.suggest_last_name(name.strip())

    # -- adding ----------------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Keep the family, or say every mistake beside its field."""
        self._notices.settle()
        household = self._read()
        if household is None:
            self._show_first_mistake()
            return
        records, clock = self._rooms.kept, self._rooms.clock
        self._add.set_busy("Adding…")
        self._rooms.desk.run(self, lambda: add_household(records, clock, household), self._on_added, self._on_failed)

    def _read(self) -> Household | None:
        """Everything typed; None where something cannot be."""
        name = "" if self._is_initials else read_name(self.name, "A family name")
        number = read_name(self.number, "A local number", required=self._is_initials)
        today = self._rooms.clock.today()
        children = [form.read(today) for form in self.children_forms]
        carers = [form.read() for form in self.carer_forms if form.is_touched]
        has_place = self.place.is_touched
        place = self.place.read() if has_place else None
        if None in (name, number) or None in children or None in carers or (has_place and place is None):
            return None
        there = tuple(child for child in children if child), tuple(carer for carer in carers if carer)
        return Household(name or "", *there, place, number or "")

    def _on_added(self, family: Family) -> None:
        self._add.set_ready()
        self.family_added.emit(family.id)

    def _on_failed(self, error: KitError) -> None:
        """Beside its field if it has one, else above the form. Everything typed stays."""
        self._add.set_ready()
        if isinstance(error, RuleError) and self._say_beside(error.field, str(error)):
            self._show_first_mistake()
            return
        notice = Notice(self._theme, Tone.NEEDS_YOU, str(error), "What you typed is still here.")
        self._notices.add(notice)
        notice.speak()
        self._scroll_to(notice)

    def _say_beside(self, path: str, sentence: str) -> bool:
        """Say a mistake beside the field that the service names: "children.0.born_on"."""
        match path.split("."):
            case ["name"]:
                self.name.set_mistake(sentence)
                return True
            case ["local_number"]:
                self.number.set_mistake(sentence)
                return True
            case ["children", at, field]:
                return self.children_forms[int(at)].set_mistake(field, sentence)
            case ["carers", at, field]:
                touched = [form for form in self.carer_forms if form.is_touched]
                return touched[int(at)].set_mistake(field, sentence)
            case ["place", field]:
                return self.place.set_mistake(field, sentence)
        return False

    def _show_first_mistake(self) -> None:
        if first := first_mistake(self) or self._carer_with_mistake():
            self._scroll_to(first)

    def _carer_with_mistake(self) -> QWidget | None:
        return next((form for form in self.carer_forms if form.mistake), None)

    def _scroll_to(self, widget: QWidget) -> None:
        area = self.findChild(ScrollArea)
        if area:
            area.ensureWidgetVisible(widget, 0, self._theme.space(24))

    # -- leaving ---------------------------------------------------------------------------------------------------

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that would be lost."""
        people = [form.is_touched for form in self.children_forms] + [form.is_touched for form in self.carer_forms]
        return bool(self.name.text or self.number.text) or any(people) or self.place.is_touched

    def leave(self) -> None:
        """Go away; ask first when something was typed."""
        if not self.is_touched:
            self.left.emit()
            return
        decision = Decision(
            self.window(),
            self._theme,
            "Leave without adding this family?",
            "What you typed here is not kept.",
            "Leave",
            back="Go on typing",
            is_destructive=True,
        )
        decision.agreed.connect(self.left)
        decision.ask()


class _Person(Panel):
    """One child or carer in the form, with a way to take them out again."""

    def __init__(
        self, theme: Theme, what: str, number: int, form: QWidget, taken_out: Callable[[_Person], object] | None
    ) -> None:
        super().__init__(theme, margins=(16, 4 if taken_out else 14, 16, 16), space=4)
        self.form = form
        if taken_out:
            remove = LinkButton(theme, "Take out", name=f"Take out {what} {number}")
            remove.clicked.connect(lambda _checked=False: taken_out(self))
            title = Row(theme, 8)
            title.add(Text(f"{what.capitalize()} {number}", TextStyle.STRONG), None, remove)
            self.add(title)
        self.add(form)


def _at_left(theme: Theme, button: Button) -> Row:
    row = Row(theme, 0)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    row.add(None)
    return row


def _let_go(column: Column, person: _Person) -> None:
    column.removeWidget(person)
    person.hide()
    person.deleteLater()
