"""Which page is shown, and what leads from one to the next. Pages know no other page; the navigator knows them all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kit.app.pages.add_family import AddFamilyPage
from kit.app.pages.carer import CarerPage
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.day import DayPage
from kit.app.pages.families import FamiliesPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.library import LibraryPage
from kit.app.pages.outbox import OutboxPage
from kit.app.pages.paper import PaperPage
from kit.app.pages.private import PrivatePage
from kit.app.pages.settings import SettingsPage
from kit.app.pages.show_parts.audience import Audience
from kit.app.pages.show_parts.way_back import WayBack
from kit.app.pages.visit import VisitPage
from kit.app.reading import Reading, Talk
from kit.app.review import ReviewPaper
from kit.app.uploader import Uploader
from kit.app.widgets.rail import FAMILIES, LEAFLET, LIBRARY, OUTBOX, SETTINGS, TODAY, VISIT, Frame
from kit.domain.visit import Room
from kit.service.uploads import count_waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms
    from kit.app.stack import PageStack
    from kit.app.window import Window
    from kit.domain.advice import VariantKey
    from kit.domain.carer import NeedKind
    from kit.domain.errors import KitError
    from kit.domain.family import Family
    from kit.domain.leaflet import PlanPaper
    from kit.domain.settings import Settings
    from kit.service.printing import WaitingLeaflet
    from kit.service.review_paper import Span


class Navigator(QObject):
    """Everything behind the lock.

    Args:
        window: the window.
        theme: the theme.
        rooms: with open records.
        stack: where pages are opened.
        parent: who owns it.
    """

    def __init__(self, window: Window, theme: Theme, rooms: Rooms, stack: PageStack, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._theme, self.rooms, self._stack = window, theme, rooms, stack
        self._reading = Reading(theme, rooms, stack)
        self._wish = ""
        self._held: WayBack | None = None
        self._uploader = Uploader(rooms, self)
        self._uploader.outbox_changed.connect(self._count)
        self._ways = {
            TODAY.key: self._open_today,
            FAMILIES.key: self._open_families,
            LIBRARY.key: self._open_library,
            OUTBOX.key: self._open_outbox,
            SETTINGS.key: self._open_settings,
            VISIT.key: stack.back_to_root,
            LEAFLET.key: self._open_leaflet_of_visit,
        }

    def begin(self) -> None:
        """Show what today needs, and send what waits."""
        self._read_pin()
        self._open_today()
        self._count()
        self._uploader.nudge()

    def go(self, way: str) -> None:
        """Go to a place of the rail; a page that would lose something asks first and then lets go."""
        self._wish = way
        if not self._asks_about_typing():
            self._ways[way]()

    def hide(self) -> None:
        """The neutral page is shown: close everything but the visit under way, which has nothing to hide.

        What was shown to a parent closes too, at once and without the PIN. But the parent may still hold the laptop:
        the neutral page then stands alone, with the lock, until the worker takes it back.
        """
        is_held = self._reading.is_showing or self._held is not None
        if isinstance(self._stack.root, VisitPage):
            self._stack.close_above()
        else:
            self._stack.clear()
        if is_held:
            self._hold()
        else:
            self._offer_ways()

    def _hold(self) -> None:
        """Offer no way but the lock."""
        self._window.set_frame(Frame.ALONE)
        if self._held is None:
            self._held = WayBack(self._theme, self._reading.guard, self._window)
            self._held.opened.connect(self._let_go)
            self._window.put_in_corner(self._held)
            self._held.lock.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> None:
        """The worker has the laptop again; the neutral page stays, with its ways."""
        if self._held:
            self._held.drop()
            self._held = None
        self._window.put_in_corner(None)
        self._offer_ways()

    def _offer_ways(self) -> None:
        self._window.set_frame(Frame.VISIT if isinstance(self._stack.root, VisitPage) else Frame.FAMILIES)

    def asks_before_leaving(self) -> bool:
        """Whether the page of now asked the worker to stay, because something is not on record."""
        if self._held or self._reading.is_showing:
            (self._held.ask if self._held else self._reading.ask_for_way_back)()
            return True
        root = self._stack.root
        if isinstance(root, VisitPage) and not root.is_kept:
            self._stack.back_to_root()
            root.leave()
            return True
        self._wish = TODAY.key
        return self._asks_about_typing()

    def close(self) -> None:
        """The records are being closed."""
        if self._held:
            self._let_go()
        self._uploader.close()
        self._reading.close()

    # -- the rail --------------------------------------------------------------------------------------------------

    def _open_today(self) -> None:
        page = CaseloadPage(self._theme, self.rooms)
        page.family_requested.connect(self.open_family)
        page.visit_requested.connect(self.open_visit)
        page.add_family_requested.connect(self._open_add_family)
        page.families_requested.connect(partial(self._open_families, needs_first=True))
        page.outbox_requested.connect(partial(self.go, OUTBOX.key))
        page.part_requested.connect(lambda only: self._open_families(needs_first=True, only=only))
        page.find_requested.connect(self._open_families)
        page.paper_requested.connect(self._open_paper)
        page.day_requested.connect(self._open_day)
        self._stack.open(page, Frame.FAMILIES, TODAY.key)

    def _open_day(self) -> None:
        page = DayPage(self._theme, self.rooms, self._uploader)
        page.family_requested.connect(self.open_family)
        page.visit_requested.connect(self.open_visit)
        page.outbox_requested.connect(partial(self.go, OUTBOX.key))
        page.lock_requested.connect(self._window.lock_requested)
        page.left.connect(self._open_today)
        self._stack.open(page, Frame.FAMILIES, TODAY.key)

    def _open_paper(self) -> None:
        """Above Today, which is new again afterwards."""
        page = PaperPage(self._theme, self.rooms)
        page.heading.back_requested.connect(self._open_today)
        page.family_requested.connect(self.open_family)
        page.leaflet_requested.connect(self._print_what_waits)
        self._stack.push(page, Frame.FAMILIES, TODAY.key)

    def _print_what_waits(self, waiting: WaitingLeaflet) -> None:
        self._reading.leaflet(
            waiting.wish.resource_id,
            waiting.key,
            Frame.FAMILIES,
            TODAY.key,
            waiting.family,
            waiting.family.columns() if waiting.family else (),
            wish=waiting.as_wish,
        )

    def _open_families(self, words: str = "", *, needs_first: bool = False, only: str = "") -> None:
        page = FamiliesPage(self._theme, self.rooms, words, needs_first=needs_first, only=only)
        page.family_requested.connect(self.open_family)
        page.add_family_requested.connect(self._open_add_family)
        self._stack.open(page, Frame.FAMILIES, FAMILIES.key)

    def _open_library(self) -> None:
        """In a visit above it, so that the visit stays; elsewhere as it was left."""
        root = self._stack.root
        if isinstance(root, VisitPage):
            self._open_library_of_visit(root)
        elif isinstance(root, LibraryPage):
            self._stack.back_to_root()
        else:
            self._stack.open(self._reading.library(Frame.FAMILIES), Frame.FAMILIES, LIBRARY.key)

    def _open_outbox(self) -> None:
        page = OutboxPage(self._theme, self.rooms, self._uploader)
        page.settings_requested.connect(partial(self.go, SETTINGS.key))
        page.changed.connect(self._count)
        self._stack.open(page, Frame.FAMILIES, OUTBOX.key)

    def _open_settings(self) -> None:
        page = SettingsPage(self._theme, self.rooms)
        page.changed.connect(self._on_settings_changed)
        self._stack.open(page, Frame.FAMILIES, SETTINGS.key)

    def _read_pin(self) -> None:
        """Know what gives a shown screen back before anything is shown."""
        records = self.rooms.kept

        def read() -> str:
            with records:
                return records.settings().show_pin

        self.rooms.desk.run(self, read, self._set_pin, self._say)

    def _set_pin(self, pin: str) -> None:
        self._reading.guard.pin = pin

    def _on_settings_changed(self, settings: Settings) -> None:
        self._set_pin(settings.show_pin)
        if settings.server_url:
            self._uploader.nudge()

    # -- families --------------------------------------------------------------------------------------------------

    def open_family(self, family_id: str) -> None:
        """Show one family."""
        page = FamilyPage(self._theme, self.rooms, family_id)
        page.visit_requested.connect(self.open_visit)
        page.leaflet_requested.connect(partial(self._with_family, self._open_library_for))
        page.changed.connect(self._on_family_changed)
        page.review_requested.connect(partial(self._make_review, page))
        page.plan_requested.connect(partial(self._reading.plan, frame=Frame.FAMILIES, way=FAMILIES.key))
        page.private_requested.connect(
            lambda carer_id: self._with_family(partial(self._open_private, carer_id), family_id)
        )
        page.carer_requested.connect(partial(self._open_carer, page, family_id))
        self._stack.open(page, Frame.FAMILIES, FAMILIES.key)

    def _open_carer(self, family: FamilyPage, family_id: str, carer_id: str) -> None:
        page = CarerPage(self._theme, self.rooms, family_id, carer_id)
        page.left.connect(self._stack.pop)
        page.changed.connect(family.reload)
        self._stack.push(page, Frame.FAMILIES, FAMILIES.key)

    def _on_family_changed(self) -> None:
        """An attempt or a correction may wait in the outbox now."""
        self._count()
        self._uploader.nudge()

    def _with_family(self, done: Callable[[Family], object], family_id: str) -> None:
        records = self.rooms.kept

        def read() -> Family:
            with records:
                return records.family(family_id)

        self.rooms.desk.run(self, read, done, self._say)

    def _make_review(self, page: FamilyPage, family_id: str, span: Span) -> None:
        paper = ReviewPaper(self.rooms, page)
        paper.said.connect(self._window.say)
        paper.make(family_id, span)

    def _open_library_for(self, family: Family) -> None:
        """Leaflets begin with the advice; each of this family can then be chosen for whom it is."""
        page = self._reading.library(Frame.FAMILIES, family=family)
        self._stack.push(page, Frame.FAMILIES, FAMILIES.key)

    def _open_private(self, carer_id: str, family: Family) -> None:
        page = PrivatePage(self._theme, self.rooms, family, carer_id)
        page.left.connect(self._stack.pop)
        page.show_requested.connect(self._show_alone)
        self._stack.push(page, Frame.FAMILIES, FAMILIES.key)
        page.take_focus()

    def _show_alone(self, resource_id: str, key: VariantKey, needs: frozenset[NeedKind]) -> None:
        self._reading.show(resource_id, key, audience=Audience(Room.ALONE, needs))

    def _open_add_family(self) -> None:
        page = AddFamilyPage(self._theme, self.rooms)
        self._wish = TODAY.key
        page.left.connect(self._go_where_wished)
        page.family_added.connect(self._on_family_added)
        self._stack.open(page, Frame.FAMILIES, FAMILIES.key)

    def _go_where_wished(self) -> None:
        self._ways[self._wish]()

    def _on_family_added(self, family_id: str) -> None:
        self.open_family(family_id)
        self._window.say("The family is on record.")

    # -- a visit ---------------------------------------------------------------------------------------------------

    def open_visit(self, family_id: str) -> None:
        """Begin a visit, or go on with the one begun. Nothing of another family is in sight meanwhile."""
        page = VisitPage(self._theme, self.rooms, family_id)
        page.visit_closed.connect(self._on_visit_closed)
        page.left.connect(self.open_family)
        page.show_requested.connect(partial(self._show_in_visit, page))
        page.leaflet_requested.connect(partial(self._leaflet_in_visit, page))
        page.plan_requested.connect(partial(self._plan_in_visit, page))
        page.library_requested.connect(partial(self._open_library_of_visit, page))
        self._stack.open(page, Frame.VISIT, VISIT.key)

    def _on_visit_closed(self, family_id: str) -> None:
        self.open_family(family_id)
        self._window.say("The visit is closed and on record.")
        self._count()
        self._uploader.nudge()

    def _show_in_visit(self, visit: VisitPage, resource_id: str, key: VariantKey) -> None:
        self._reading.show(resource_id, key, audience=visit.audience, seen=visit.keep_seen)

    def _leaflet_in_visit(self, visit: VisitPage, resource_id: str, key: VariantKey) -> None:
        if view := visit.view:
            talk = self._talk_in(visit)
            self._reading.leaflet(resource_id, key, Frame.VISIT, LEAFLET.key, view.family, view.here, talk=talk)

    def _talk_in(self, visit: VisitPage) -> Talk:
        """Who may be asked after printing, and what they chose."""
        here = [one.id for one in visit.view.here] if visit.view else []
        return Talk(here, visit.tick_talked_through, visit.agreed)

    def _plan_in_visit(self, visit: VisitPage, paper: PlanPaper) -> None:
        self._reading.plan(paper, Frame.VISIT, is_large=visit.needs_large_print)

    def _open_leaflet_of_visit(self) -> None:
        """Of the row the worker stands in; where there is none, one is chosen in the library."""
        self._stack.back_to_root()
        root = self._stack.root
        if isinstance(root, VisitPage) and not root.wish_leaflet():
            self._open_library_of_visit(root)

    def _open_library_of_visit(self, visit: VisitPage) -> None:
        self._stack.back_to_root()
        view = visit.view
        room = view.draft.room if view else Room.NOT_SURE
        page = self._reading.library(
            Frame.VISIT,
            room=room,
            family=view.family if view else None,
            is_in_visit=True,
            audience=visit.audience,
            seen=visit.keep_seen,
            talk=self._talk_in(visit),
        )
        if view and view.alone_with:
            page.let_add_sensitive()
        page.add_requested.connect(partial(self._add_to_visit, visit))
        self._stack.push(page, Frame.VISIT, LIBRARY.key)

    def _add_to_visit(self, visit: VisitPage, resource_id: str) -> None:
        self._stack.back_to_root()
        view = visit.view
        if view and view.alone_with and self.rooms.library.resource(resource_id).is_sensitive:
            self._open_private_in_visit(view.alone_with.id, view.family, resource_id)
        else:
            visit.add_resource(resource_id)

    def _open_private_in_visit(self, carer_id: str, family: Family, resource_id: str) -> None:
        """What is for one carer alone never becomes part of the visit: it is kept on the carer's own page."""
        page = PrivatePage(self._theme, self.rooms, family, carer_id, resource_id)
        page.left.connect(self._stack.back_to_root)
        page.show_requested.connect(self._show_alone)
        self._stack.push(page, Frame.VISIT, VISIT.key)
        page.take_focus()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _asks_about_typing(self) -> bool:
        """Whether the page of now asks before what was typed is dropped; it lets go by itself afterwards."""
        top = self._stack.top
        if not isinstance(top, AddFamilyPage) or not top.is_touched:
            return False
        top.leave()
        return True

    def _count(self) -> None:
        """Say at the outbox how many entries wait."""
        records = self.rooms.kept
        self.rooms.desk.run(
            self, lambda: count_waiting(records), partial(self._window.set_badge, OUTBOX.key), self._say
        )

    def _say(self, error: KitError) -> None:
        self._window.say(str(error))
