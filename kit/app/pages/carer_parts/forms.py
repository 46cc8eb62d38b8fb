"""The forms behind a carer's page: sharing, parental responsibility, where they live, how to reach them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kit.app.look.tokens import Role
from kit.app.pages.add_family_parts.child_form import LINE_WIDTH, NAME_WIDTH
from kit.app.pages.add_family_parts.reading import EMPTY, read_line, read_name
from kit.app.widgets.field import Field
from kit.app.widgets.layouts import Column
from kit.app.widgets.picks import Picks
from kit.app.widgets.text import Text
from kit.domain.fact import ELSEWHERE, FactKind, Responsibility, Sharing, Source
from kit.domain.wording import say
from kit.service.learning import NewFact, learning
from kit.service.needs import ask_to_share

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.pages.family_parts.dialog import Work
    from kit.domain.carer import Relationship
    from kit.domain.fact import Fact
    from kit.domain.family import Family

WITH_WHOM = ("GP", "Midwife", "Hospital", "Health visiting team", "Early help", "Nursery")


class SourceFields(QWidget):
    """Where a fact comes from: who told us, what was seen."""

    def __init__(self, theme: Theme, fact: Fact | None = None) -> None:
        super().__init__()
        self.told_by = Field(theme, f"Told by {EMPTY}", width=NAME_WIDTH)
        self.seen_in = Field(theme, f"Seen in, such as the birth certificate {EMPTY}", width=LINE_WIDTH)
        self.told_by.set_text(fact.told_by if fact else "")
        self.seen_in.set_text(fact.seen_in if fact else "")
        column = Column(theme, 12, parent=self)
        column.add(self.told_by, self.seen_in)

    def read(self) -> Source | None:
        """The source, or None with the mistake beside its field."""
        told = read_name(self.told_by, "Who told you", required=False)
        seen = read_line(self.seen_in, "What you saw", required=False)
        return None if told is None or seen is None else Source(told, seen)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        fields = {"told_by": self.told_by, "seen_in": self.seen_in}
        if field in fields:
            fields[field].set_mistake(sentence)
        return field in fields


class SharingForm(QWidget):
    """What the carer said when asked whether their needs may be shared."""

    def __init__(self, theme: Theme, family_id: str, carer_id: str, name: str) -> None:
        super().__init__()
        self._family_id, self._carer_id = family_id, carer_id
        answers = [(word.value, say(word)) for word in Sharing]
        self.answer = Picks(theme, f"What {name} said today", answers)
        self.whom = Picks(theme, "With whom, if so", [(each, each) for each in WITH_WHOM], is_many=True)
        column = Column(theme, 12, parent=self)
        column.add(self.answer, self.whom)

    def read(self) -> Work | None:
        """The answer."""
        self.answer.set_mistake("" if self.answer.value else "Say what they answered.")
        is_agreed = self.answer.value == Sharing.AGREED
        self.whom.set_mistake("Say with whom it may be shared." if is_agreed and not self.whom.values else "")
        if not self.answer.value or self.whom.mistake:
            return None
        return partial(
            ask_to_share,
            family_id=self._family_id,
            carer_id=self._carer_id,
            answer=Sharing(self.answer.value),
            with_whom=self.whom.values if is_agreed else (),
        )

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        if field == "with_whom":
            self.whom.set_mistake(sentence)
        return field == "with_whom"


class ResponsibilityForm(QWidget):
    """Whether a carer has parental responsibility for a child, and how that is known."""

    def __init__(self, theme: Theme, family: Family, tie: Relationship) -> None:
        super().__init__()
        self._family_id, self._tie_id = family.id, tie.id
        fact = family.fact(tie.id, FactKind.RESPONSIBILITY)
        answers = [(word.value, say(word)) for word in Responsibility]
        self.answer = Picks(theme, "Parental responsibility", answers)
        self.answer.set_values(fact.value if fact else "")
        self.source = SourceFields(theme, fact)
        column = Column(theme, 12, parent=self)
        column.add(self.answer, self.source)

    def read(self) -> Work | None:
        """The fact."""
        self.answer.set_mistake("" if self.answer.value else "Say yes, no or not known.")
        source = self.source.read()
        if not self.answer.value or source is None:
            return None
        fact = NewFact(self._tie_id, FactKind.RESPONSIBILITY, self.answer.value, source)
        return learning(self._family_id, fact)

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        return self.source.set_mistake(field, sentence)


class HomeForm(QWidget):
    """Where a carer lives: a place of the family, or elsewhere."""

    def __init__(self, theme: Theme, family: Family, carer_id: str) -> None:
        super().__init__()
        self._family_id, self._carer_id = family.id, carer_id
        fact = family.fact(carer_id, FactKind.LIVES_AT)
        places = [(place.id, place.address) for place in reversed(family.places)]
        self.home = Picks(theme, "Lives at", [*places, (ELSEWHERE, "Elsewhere")])
        self.home.set_values(fact.value if fact else "")
        self.source = SourceFields(theme, fact)
        column = Column(theme, 12, parent=self)
        column.add(self.home, self.source)

    def read(self) -> Work | None:
        """The fact."""
        self.home.set_mistake("" if self.home.value else "Choose a place.")
        source = self.source.read()
        if not self.home.value or source is None:
            return None
        return learning(self._family_id, NewFact(self._carer_id, FactKind.LIVES_AT, self.home.value, source))

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        return self.source.set_mistake(field, sentence)


class ContactForm(QWidget):
    """How a carer likes to be reached. What only they may read has its own page."""

    def __init__(self, theme: Theme, family: Family, carer_id: str, name: str) -> None:
        super().__init__()
        self._family_id, self._carer_id = family.id, carer_id
        kinds = (FactKind.CONTACT_BY, FactKind.PHONE, FactKind.CONTACT_WHEN)
        labels = ("How, such as by text", "Telephone number", "When")
        self.fields = {
            kind: Field(theme, f"{label} {EMPTY}", width=LINE_WIDTH if kind is FactKind.CONTACT_WHEN else NAME_WIDTH)
            for kind, label in zip(kinds, labels, strict=True)
        }
        for kind, field in self.fields.items():
            field.set_text(family.known(carer_id, kind))
        column = Column(theme, 12, parent=self)
        remark = f"The rest of the family may read this. What only {name} may read belongs on the private page."
        column.add(*self.fields.values(), Text(remark, tone=Role.INK2, wraps=True))

    def read(self) -> Work | None:
        """The facts."""
        lines = {kind: read_line(field, "This", required=False) for kind, field in self.fields.items()}
        if None in lines.values():
            return None
        return learning(self._family_id, *(NewFact(self._carer_id, kind, line or "") for kind, line in lines.items()))

    def set_mistake(self, field: str, sentence: str) -> bool:
        """Say a mistake beside its field."""
        found = next((one for kind, one in self.fields.items() if kind.value.replace("-", "_") == field), None)
        if found:
            found.set_mistake(sentence)
        return found is not None
