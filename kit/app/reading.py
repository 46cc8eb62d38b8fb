"""Reading, showing and printing advice: the same three pages before and after the records are unlocked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kit.app.pages.leaflet import ForWhom, LeafletPage, PlanLeafletPage, Printout
from kit.app.pages.library import LibraryPage
from kit.app.pages.other_screen import OtherScreenPage, other_screen
from kit.app.pages.show import ShowPage
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.way_back import Guard
from kit.app.speech.voice import Voice
from kit.app.widgets.rail import LEAFLET, LIBRARY, Frame
from kit.domain.advice import Audience as ForWhat
from kit.domain.visit import Room
from kit.domain.wording import name_among
from kit.service.leaflets import fitting_design
from kit.service.printing import PrintWish
from kit.service.visits import fitting_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from kit.app.look.theme import Theme
    from kit.app.printing import Printing
    from kit.app.rooms import Rooms
    from kit.app.stack import PageStack
    from kit.domain.advice import VariantKey
    from kit.domain.carer import Carer
    from kit.domain.family import Family
    from kit.domain.leaflet import PlanPaper
    from kit.domain.showing import Seen


@dataclass(frozen=True, slots=True)
class Talk:
    """A visit under way.

    Attributes:
        here: ids of who is here.
        ticked: hears that a printed leaflet was talked through with one of them.
        agreed: what the family chose on the screen that belongs on a leaflet of this text.
    """

    here: Collection[str]
    ticked: Callable[[str, VariantKey, str], object]
    agreed: Callable[[str], Sequence[str]]


class Reading:
    """Opens the pages about advice above whatever is open.

    Args:
        theme: the theme.
        rooms: the rooms; locked ones will do.
        stack: where the pages are opened.
        printing: the printing system; the one of this computer when none is given.
    """

    def __init__(self, theme: Theme, rooms: Rooms, stack: PageStack, printing: Printing | None = None) -> None:
        self._theme, self._rooms, self._stack, self._printing = theme, rooms, stack, printing
        self._voice = Voice(rooms.reader)
        self._keeper = QObject()
        self.guard = Guard()

    def library(
        self,
        frame: Frame,
        *,
        room: Room = Room.NOT_SURE,
        family: Family | None = None,
        is_in_visit: bool = False,
        audience: Audience | None = None,
        seen: Callable[[Seen], object] | None = None,
        talk: Talk | None = None,
    ) -> LibraryPage:
        """A library page whose texts can be shown and printed; not yet opened."""
        page = LibraryPage(self._theme, self._rooms, room, is_in_visit=is_in_visit)
        carers = family.columns() if family else ()
        # What the page lists, its own room question let through.
        page.show_requested.connect(
            lambda resource_id, key: self.show(
                resource_id, key, audience=replace(audience or Audience(), room=Room.ALONE), seen=seen
            )
        )
        page.leaflet_requested.connect(
            lambda resource_id, key: self.leaflet(resource_id, key, frame, LIBRARY.key, family, carers, talk=talk)
        )
        return page

    def show(
        self,
        resource_id: str,
        key: VariantKey,
        *,
        audience: Audience | None = None,
        seen: Callable[[Seen], object] | None = None,
    ) -> None:
        """Show a text to a parent, with nothing around it: on the other screen if there is one, else on this."""
        shown = ShowPage(
            self._theme, self._rooms, resource_id, key, audience=audience, guard=self.guard, voice=self._voice
        )
        if seen:
            shown.seen.connect(seen)
        screen = other_screen(self._stack.screen)
        page = OtherScreenPage(self._theme, shown, self.guard, screen) if screen else shown
        page.left.connect(self._stack.pop)
        self._stack.push(page, Frame.BARE if screen else Frame.ALONE)

    @property
    def is_showing(self) -> bool:
        """Whether a parent may be holding the laptop."""
        return isinstance(self._stack.top, ShowPage | OtherScreenPage)

    def ask_for_way_back(self) -> None:
        """Ask who wants to close what is shown."""
        if isinstance(self._stack.top, ShowPage | OtherScreenPage):
            self._stack.top.way_back.ask()

    def close(self) -> None:
        """End the voice, and stop following what is printed."""
        self._voice.close()
        for printout in self._keeper.findChildren(Printout):
            printout.close()
        self._keeper.deleteLater()

    def leaflet(
        self,
        resource_id: str,
        key: VariantKey,
        frame: Frame,
        way: str = LEAFLET.key,
        family: Family | None = None,
        carers: Sequence[Carer] = (),
        *,
        wish: PrintWish | None = None,
        talk: Talk | None = None,
    ) -> None:
        """Lay a text out on paper, for one of these carers or for anybody; in a visit, hear who was told."""
        resource = self._rooms.library.resource(resource_id)
        if resource.audience is ForWhat.WORKER:
            family, carers, talk = None, (), None  # what colleagues read is printed for nobody in a family
        whom = [
            ForWhom(
                one.id,
                name_among(family, one.id),
                fitting_variant(resource, family, one.id),
                fitting_design(resource_id, family, one.id),
            )
            for one in carers
            if family
        ]
        page = LeafletPage(
            self._theme,
            self._rooms,
            resource_id,
            key,
            whom,
            self._printing,
            wish=wish or PrintWish(resource_id, key, family_id=family.id if family else ""),
            here=talk.here if talk else (),
        )
        page.keep_prints(self._keeper)
        if talk:
            page.talked_through.connect(talk.ticked)
            if agreed := talk.agreed(resource_id):
                page.family.fill_in(agreed, "")
        page.heading.back_requested.connect(self._stack.pop)
        self._stack.push(page, frame, way)

    def plan(self, paper: PlanPaper, frame: Frame, way: str = LEAFLET.key, *, is_large: bool = False) -> None:
        """Lay the plan of a family out on paper."""
        page = PlanLeafletPage(self._theme, self._rooms, paper, is_large=is_large, printing=self._printing)
        page.heading.back_requested.connect(self._stack.pop)
        self._stack.push(page, frame, way)
