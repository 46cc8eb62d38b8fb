"""The forms behind the family page: a move, a need, a carer, a child, a parent place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import TextStyle
from kit.app.pages.add_family_parts.carer_form import NEEDS, CarerForm
from kit.app.pages.add_family_parts.child_form import DAY_WIDTH, NAME_WIDTH, ChildForm
from kit.app.pages.add_family_parts.place_form import PlaceForm
from kit.app.pages.add_family_parts.reading import EMPTY, day_mistake, read_day, read_line
from kit.app.widgets.check import Check
from kit.app.widgets.choices import Choice, ChoiceCard
from kit.app.widgets.field import Field, Mistake
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text
from kit.domain.carer import NeedKind
from kit.domain.dates import DAY_PATTERN, day_and_month
from kit.domain.family import PlaceState
from kit.domain.wording import called
from kit.service import families

if TYPE_CHECKING:
    from datetime import date

    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.carer import Tie
    from kit.domain.family import Family, ParentRole
    from kit.service.ports import Clock, Records

ADD_PERSON = "add-person"
SAME, OTHER = "same", "other"


class MoveForm(QWidget):
    """A new place, and which children sleep there."""

    def __init__(self, theme: Theme, family: Family, today: date) -> None:
        super().__init__()
        self._family_id = family.id
        self.place = PlaceForm(theme, today, "New address")
        self.children_checks = {
            child.id: Check(theme, called(child), is_checked=True) for child in family.youngest_first
        }
        self._mistake = Mistake(theme)
        column = Column(theme, 12, parent=self)
        column.add(self.place)
        who = Column(theme, 0)
        who.add(Text("Who sleeps there", TextStyle.STRONG), *self.children_checks.values(), self._mistake)
        column.add(who)

    def read(self) -> Work | None:
        """The move."""
        place = self.place.read()
        ids = [child_id for child_id, check in self.children_checks.items() if check.isChecked()]
        self._mistake.say("" if ids else "Say which children sleep there.")
        if place is None or not ids:
            return None
        return partial(
            families.move_children,
            family_id=self._family_id,
            child_ids=ids,
            address=place.address,
            kind=place.kind,
            from_on=place.from_on,
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "child_ids":
            self._mistake.say(sentence)
            return True
        return self.place.set_mistake(field, sentence)


class NeedForm(QWidget):
    """A communication need of one carer."""

    def __init__(self, theme: Theme, family: Family) -> None:
        super().__init__()
        self._family_id = family.id
        carers = [(carer.id, carer.full_name) for carer in family.columns()]
        self.who = Picks(theme, "Whose need", carers)
        self.kind = Picks(theme, "What helps", NEEDS)
        self.detail = Field(theme, f"More about it, such as the language {EMPTY}", width=NAME_WIDTH)
        review = f"Review by ({DAY_PATTERN}) {EMPTY}"
        self.review = Field(theme, review, width=DAY_WIDTH, check=day_mistake)
        if len(carers) == 1:
            self.who.set_values(carers[0][0])
        column = Column(theme, 12, parent=self)
        column.add(self.who, self.kind, self.detail, self.review)

    def read(self) -> Work | None:
        """The need."""
        self.who.set_mistake("" if self.who.value else "Say whose need it is.")
        self.kind.set_mistake("" if self.kind.value else "Say what helps.")
        detail = read_line(self.detail, "The language", required=self.kind.value == NeedKind.INTERPRETER)
        review = read_day(self.review)
        if detail is None or not (self.who.value and self.kind.value) or self.review.mistake:
            return None
        return partial(
            families.add_need,
            family_id=self._family_id,
            carer_id=self.who.value,
            kind=NeedKind(self.kind.value),
            detail=detail,
            review_by=review,
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "detail":
            self.detail.set_mistake(sentence)
        return field == "detail"


class NewCarerForm(CarerForm):
    """A carer who is added to a family that is there. Whether somebody of the same name is one person is asked."""

    def __init__(self, theme: Theme, family: Family) -> None:
        self._family_id = family.id
        children = {child.id: called(child) for child in family.youngest_first}
        super().__init__(theme, children, with_needs=False)
        self.same = Picks(theme, "Is it the same person?", ((SAME, "The same person"), (OTHER, "Somebody else")))
        self.same.hide()
        if layout := self.layout():
            layout.addWidget(self.same)
        self.given.line.textEdited.connect(self._on_name_edited)
        self.last.line.textEdited.connect(self._on_name_edited)

    def _on_name_edited(self) -> None:
        """Another name is another question."""
        self.same.set_values()
        self.same.hide()

    def choose_tie(self, child_id: str, tie: Tie) -> None:
        """Show what they are to a child as chosen, when a parent place asked for them."""
        self.choose(child_id, tie)

    def read(self) -> Work | None:  # type: ignore[override]  # the same form, kept in another way
        """The carer with every tie."""
        new = super().read()
        if new is None:
            return None
        pairs = zip(self.ties, new.ties, strict=True)
        ties = [(child_id, tie, new.note) for child_id, tie in pairs if tie is not None]
        is_same = self.same.value == SAME if self.same.value else None
        family_id, named = self._family_id, (new.given_name, new.family_name)

        def keep(records: Records, clock: Clock) -> object:
            same = families.same_person(records, family_id, *named, is_same=is_same)
            return families.add_carer(records, clock, family_id, *named, ties, source=new.source, same_as=same)

        return keep

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field; a name that is known elsewhere becomes a question."""
        if field == "same_as":
            self.same.show()
            self.same.set_mistake(sentence)
            return True
        return super().set_mistake(field, sentence)


class NewChildForm(ChildForm):
    """A child who is added to a family that is there."""

    def __init__(self, theme: Theme, family: Family, today: date) -> None:
        super().__init__(theme, family.name)
        self._family_id, self._today = family.id, today

    def read(self) -> Work | None:  # type: ignore[override]  # the same form, kept in another way
        """The child."""
        new = super().read(self._today)
        if new is None:
            return None
        return partial(
            families.add_child,
            family_id=self._family_id,
            given_name=new.given_name,
            family_name=new.family_name,
            born_on=new.born_on,
            due_on=new.due_on,
            nhs_number=new.nhs_number,
        )


class AskForm(QWidget):
    """Who stands in a parent place, asked today.

    Signals:
        person_requested: the place has a person, who is to be added.
    """

    person_requested = Signal()

    def __init__(self, theme: Theme, family_id: str, child_id: str, role: ParentRole, today: date) -> None:
        super().__init__()
        self._family_id, self._child_id, self._role = family_id, child_id, role
        cards = (
            Choice(ADD_PERSON, "Add the person", note="Their name, and what they are to each child"),
            Choice(PlaceState.NOT_YET_KNOWN, "Still not known", note=f"Asked today, {day_and_month(today)}"),
            Choice(PlaceState.NOT_INVOLVED, "Not involved", note="The kit stops asking"),
            Choice(PlaceState.DIED, "Died", note="The kit stops asking"),
        )
        self.cards = [ChoiceCard(theme, each) for each in cards]
        self._mistake = Mistake(theme)
        column = Column(theme, 8, parent=self)
        column.add(*self.cards, self._mistake)

    @property
    def value(self) -> str:
        """Key of the card chosen, or nothing."""
        return next((card.choice.key for card in self.cards if card.isChecked()), "")

    def read(self) -> Work | None:
        """The answer; nothing when the person is to be added, who fills the place."""
        if self.value == ADD_PERSON:
            self.person_requested.emit()
            return None
        self._mistake.say("" if self.value else "Choose one, or go back.")
        if not self.value:
            return None
        return partial(
            families.answer_parent_place,
            family_id=self._family_id,
            child_id=self._child_id,
            role=self._role,
            state=PlaceState(self.value),
        )

    def set_mistake(self, _field: str, sentence: str) -> bool:
        """Say a mistake under the cards."""
        self._mistake.say(sentence)
        return True
