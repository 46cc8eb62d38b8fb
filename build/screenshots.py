"""Take a picture of every page: the real window on the practice families, on a day that never changes.

`python3 build/dev.py pictures [NAME ...]` writes docs/pictures/screens/NAME.png and docs/screens.md.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt

from kit import places
from kit.app.application import Desktop, start_desktop
from kit.app.entrance import Entrance
from kit.app.look.theme import Scheme
from kit.app.navigator import Navigator
from kit.app.pages.caseload import CaseloadPage
from kit.app.pages.family import FamilyPage
from kit.app.pages.first_start import At, FirstStartPage
from kit.app.pages.leaflet import LeafletPage
from kit.app.pages.library import LibraryPage
from kit.app.pages.show import ShowPage
from kit.app.pages.show_parts.together import CotTogether, PlanTogether
from kit.app.pages.visit import CLOSE, HERE, PLAN, SLEEP, TALK, VisitPage
from kit.app.rooms import Rooms
from kit.app.widgets.button import Button
from kit.app.widgets.rail import FAMILIES, LIBRARY, OUTBOX, SETTINGS, TODAY
from kit.app.window import Window
from kit.app.worker import InlineWorker
from kit.domain.advice import Understanding, VariantKey
from kit.domain.carer import Tie
from kit.domain.letters import Ground, Size
from kit.domain.sleep import Agreed, Condition, Known, Night, Reply, SleepAnswer, SleepItem
from kit.domain.visit import Attended, Room, TriedBy, VisitOutcome
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import attempts, closing
from kit.service.attendance import add_worker
from kit.service.practice_drawer import PracticeDrawer
from kit.service.printing import PrintWish, keep_for_later
from kit.service.sleep import answer_item, reply_to
from kit.service.stock import add_to_bag
from kit.service.visits import give
from kit.start import RecordsDrawer, make_courier, make_press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kit.domain.visit import VisitDraft

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures" / "screens"
LIST = ROOT / "docs" / "screens.md"
WIDTH, HEIGHT = 1366, 688
"""What a window gets of 1366x768 between title bar and task bar."""


class StillClock:
    """A Tuesday morning that does not pass."""

    def now(self) -> datetime:
        """The moment of every picture."""
        return datetime.fromisoformat("2026-11-24T10:42:00+00:00")

    def today(self) -> date:
        """The day of every picture."""
        return self.now().date()


@dataclass(frozen=True)
class Look:
    """How a picture is taken: what follows the name of the page, colours, size of words, size of the window."""

    suffix: str = ""
    scheme: str = "light"
    percent: int = 100
    size: tuple[int, int] = (WIDTH, HEIGHT)


PLAIN = Look()
LOOKS = (PLAIN, Look("-dark", "dark"), Look("-200", percent=200))


class Stage:
    """The application as it runs, on one thread, in a folder of its own."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        build_library(places.resources(), folder / "library.sqlite")
        self.desktop, self.folder = desktop, folder
        self.library, self.clock = Shelf(folder / "library.sqlite"), StillClock()
        worker = InlineWorker()
        own = Rooms(
            library=self.library,
            clock=self.clock,
            drawer=RecordsDrawer(folder / "own.kit"),
            press=make_press(),
            courier=make_courier,
            desk=worker,
            press_line=worker,
            wire=worker,
            keep_look=lambda _theme, _percent: None,
            reader=(sys.executable,),  # never started: the button is there
        )
        drawer = PracticeDrawer(RecordsDrawer(folder / "records.kit"), self.library, self.clock)
        self.window = Window(desktop.theme, desktop.app, desktop.watch, desktop.hide_key)
        self.entrance = Entrance(self.window, desktop, own, replace(own, drawer=drawer))
        desktop.watch.is_by_keys = False

    @property
    def page(self) -> QWidget:
        """The page shown."""
        page = self.window.page
        if page is None:
            message = "no page is shown"
            raise RuntimeError(message)
        return page

    @property
    def navigator(self) -> Navigator:
        """What leads from page to page."""
        return next(iter(self.entrance.findChildren(Navigator)))

    def enter(self) -> None:
        """Open the practice families."""
        self.entrance.begin(is_practice=True)

    def family_id(self, name: str = "Ellison") -> str:
        """The id of a practice family."""
        records = self.navigator.rooms.kept
        with records:
            return next(one.id for one in records.families() if one.name == name)

    def settle(self) -> None:
        """Let Qt lay out and paint."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)  # noqa: TID251 - a still picture


def open_visit(stage: Stage, step: int) -> VisitPage:
    """A visit to the Ellisons with mother and grandmother here, two rows ticked."""
    stage.enter()
    stage.navigator.open_visit(stage.family_id())
    page = stage.page
    assert isinstance(page, VisitPage)  # noqa: S101 - opened just now
    view = page.view
    assert view is not None  # noqa: S101 - read on one thread
    carers = {carer.given_name: carer.id for carer in view.family.carers}
    draft = view.draft
    for name in ("Jade", "Denise"):
        draft = draft.with_presence(carers[name], Attended.ALL)
    draft = replace(draft, room=Room.SOMEONE_ELSE, children_seen=tuple(one.id for one in view.family.children))
    for name, resource, understood in (
        ("Jade", "every-sleep", Understanding.SHOWED_ME),
        ("Jade", "sofas-and-beds", Understanding.NOT_YET),
        ("Denise", "every-sleep", None),
    ):
        key = VariantKey.named("easy-read" if name == "Jade" else "standard")
        draft = give(stage.library, stage.clock, draft, carers[name], resource, key, understanding=understood)
    draft = _with_sleep_space(stage, draft)
    page.here.change_requested.emit(lambda _draft: draft)
    page.go_to_step(step)
    return page


def _with_sleep_space(stage: Stage, draft: VisitDraft) -> VisitDraft:
    """Where they live, mostly seen; two things to change."""
    friday = stage.clock.today() + timedelta(days=3)
    mattress = Agreed("A new mattress", "Denise", friday, "Mattress", "Baby bank", Known.SEEN)
    told = {SleepItem.TEMPERATURE, SleepItem.SMOKE}
    for item in (SleepItem.OWN_BED, SleepItem.IN_THE_BED, SleepItem.SAME_ROOM, *told):
        answer = SleepAnswer.TOLD_FINE if item in told else SleepAnswer.SEEN_FINE
        draft = answer_item(draft, stage.clock, draft.place_id or "", Night.TONIGHT, item, answer)
    for item, agreed in ((SleepItem.MATTRESS, mattress), (SleepItem.BEDDING, Agreed("Pillow and duvet out"))):
        place = draft.place_id or ""
        draft = answer_item(draft, stage.clock, place, Night.TONIGHT, item, SleepAnswer.CHANGE, agreed)
    return reply_to(draft, stage.clock, draft.place_id or "", Night.TONIGHT, Condition.SOFAS, Reply.YES)


def _first(stage: Stage) -> None:
    stage.entrance.begin()


def _first_at(at: At) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.entrance.begin()
        page = stage.page
        assert isinstance(page, FirstStartPage)  # noqa: S101 - shown just now
        page.go(at)
        if at is At.PRACTISE:
            page.practise.count_hidden()
            stage.desktop.hide_key.shift_counted.emit(2)

    return show


def _unlock(stage: Stage) -> None:
    stage.entrance.begin(is_practice=True)
    RecordsDrawer(stage.folder / "own.kit").create("three blue kites over Harlow").close()
    stage.entrance.lock()
    stage.entrance._leave_practice()  # noqa: SLF001 - as the worker would by pressing it


def _today(stage: Stage) -> None:
    stage.enter()


def _way(way: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.enter()
        stage.navigator.go(way)

    return show


def _family(stage: Stage) -> None:
    stage.enter()
    stage.navigator.open_family(stage.family_id())


def _carer(stage: Stage) -> None:
    _family(stage)
    page = stage.page
    assert isinstance(page, FamilyPage)  # noqa: S101 - shown just now
    family_id, records = stage.family_id(), stage.navigator.rooms.kept
    with records:
        jade = next(one.id for one in records.family(family_id).carers if one.given_name == "Jade")
    page.carer_requested.emit(jade)


def _child_facts(stage: Stage) -> None:
    _family(stage)
    page = stage.page
    assert isinstance(page, FamilyPage)  # noqa: S101 - shown just now
    family_id, records = stage.family_id(), stage.navigator.rooms.kept
    with records:
        page.ask_about_child(records.family(family_id).youngest_first[0])


def _add_family(stage: Stage) -> None:
    _way(TODAY.key)(stage)
    page = stage.page
    assert isinstance(page, CaseloadPage)  # noqa: S101 - shown just now
    page.add_family_requested.emit()


def _family_at(show_part: Callable[[FamilyPage], object]) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        _family(stage)
        page = stage.page
        assert isinstance(page, FamilyPage)  # noqa: S101 - shown just now
        show_part(page)

    return show


def _closed(stage: Stage) -> None:
    stage.enter()
    family_id = stage.family_id("Okoro")
    closing.close_help(stage.navigator.rooms.kept, stage.clock, family_id, why="They moved to another county.")
    stage.navigator.open_family(family_id)


def _visit_attempt(stage: Stage) -> None:
    stage.enter()
    stage.navigator.open_visit(stage.family_id())
    page = stage.page
    assert isinstance(page, VisitPage)  # noqa: S101 - opened just now
    page.here.attempt_requested.emit(VisitOutcome.NO_ACCESS)


def _visit_newcomer(stage: Stage) -> None:
    """A joint visit with somebody whose name is not known yet."""
    page = open_visit(stage, HERE)
    view = page.view
    assert view is not None  # noqa: S101 - read on one thread
    page.here.newcomer_chosen.emit(tuple((child.id, Tie.GRANDPARENT) for child in view.family.children))
    page.here.change_requested.emit(lambda draft: add_worker(draft, "Alex Pemberton", "Family support worker"))


def _day(stage: Stage) -> None:
    open_visit(stage, TALK).leave()
    kept, clock = stage.navigator.rooms.kept, stage.clock
    attempt = attempts.Attempt(VisitOutcome.NO_ACCESS, TriedBy.TELEPHONE)
    attempts.record_attempt(kept, clock, stage.family_id("Brennan"), attempt, clock.now())
    stage.navigator.go(TODAY.key)
    page = stage.page
    assert isinstance(page, CaseloadPage)  # noqa: S101 - opened just now
    page.day_requested.emit()


def _timeline(stage: Stage) -> None:
    _family(stage)
    page = stage.page
    assert isinstance(page, FamilyPage)  # noqa: S101 - shown just now
    stage.settle()
    page.show_timeline(page.grid.grid_model.columns[0].key)


def _library(stage: Stage) -> None:
    _way(LIBRARY.key)(stage)
    page = stage.page
    assert isinstance(page, LibraryPage)  # noqa: S101 - shown just now
    page.open_resource("every-sleep")


def _leaflet(stage: Stage) -> None:
    page = open_visit(stage, TALK)
    page.leaflet_requested.emit("every-sleep", VariantKey.named("easy-read"))


def _fill_bag(stage: Stage) -> None:
    """Two piles of easy-read leaflets."""
    for resource_id in ("every-sleep", "sofas-and-beds"):
        variant = stage.library.variant(resource_id, VariantKey.named("easy-read"))
        code = stage.library.resource(resource_id).text_code(variant)
        add_to_bag(stage.navigator.rooms.kept, stage.library, code, 5)


def _paper(stage: Stage) -> None:
    """The printed leaflets: one waits, two piles are in the bag."""
    stage.enter()
    records, key = stage.navigator.rooms.kept, VariantKey.named("easy-read")
    family_id = stage.family_id()
    with records:
        jade = next(one for one in records.family(family_id).carers if one.given_name == "Jade")
    keep_for_later(records, stage.library, stage.clock, [PrintWish("every-sleep", key, "", 2, family_id, jade.id)])
    _fill_bag(stage)
    page = stage.page
    assert isinstance(page, CaseloadPage)  # noqa: S101 - shown just now
    page.paper_requested.emit()


def _hand_over(stage: Stage) -> None:
    page = open_visit(stage, TALK)
    _fill_bag(stage)
    page.talk.hand_over.open_panel()


def _leaflet_pack(stage: Stage) -> None:
    """Three leaflets in one print, with what was agreed, as a booklet."""
    _leaflet(stage)
    page = stage.page
    assert isinstance(page, LeafletPage)  # noqa: S101 - opened just now
    page.texts.added.emit("sofas-and-beds")
    page.texts.added.emit("walk-away")
    page.family.fill_in(
        ("Jade will move the cot next to her bed.", "Sam will bring a mattress."), "Monday 7 December, 10am"
    )


def _leaflet_poster(stage: Stage) -> None:
    _leaflet(stage)
    page = stage.page
    assert isinstance(page, LeafletPage)  # noqa: S101 - opened just now
    page.choices.design_chosen.emit("fridge-poster")


def _shown(stage: Stage, resource: str = "every-sleep") -> ShowPage:
    """Something shown to Jade and Denise, as large as the picture and not as the screen."""
    page = open_visit(stage, TALK)
    page.show_requested.emit(resource, VariantKey.named("easy-read"))
    shown = stage.page
    assert isinstance(shown, ShowPage)  # noqa: S101 - shown just now
    return shown


def _show_read(stage: Stage) -> None:
    page = _shown(stage)
    page.read_bar.read.set_words("Stop reading")
    page.leaf_view.mark(0)


def _show_ask(stage: Stage) -> None:
    page = _shown(stage)
    for _ in range(page.count):
        page.go(1)
    list(page.answers.buttons.values())[6].click()


def _show_cot(stage: Stage) -> None:
    page = _shown(stage, "clear-flat-firm")
    for _ in range(page.count):
        page.go(1)
    page.try_it.click()
    cot = next(iter(page.findChildren(CotTogether)))
    for key in ("layer-pillow", "layer-teddy"):
        cot.cot.places[key].click()


def _show_plan(stage: Stage) -> None:
    page = _shown(stage, "walk-away")
    for _ in range(page.count):
        page.go(1)
    page.try_it.click()
    plan = next(iter(page.findChildren(PlanTogether)))
    first = next(iter(plan.carers.values()))
    for button in (first, plan.places["kitchen"], plan.people["friend"], plan.people["parent"]):
        button.click()
    for _ in range(3):
        page.go(1)


def _show_words(*choices: tuple[str, object]) -> Callable[[Stage], None]:
    """With the choices of letters open, and these made."""

    def show(stage: Stage) -> None:
        page = _shown(stage)
        page.words.click()
        for choice in choices:
            page.words_panel.buttons[choice].click()

    return show


def _show_dark(stage: Stage) -> None:
    _show_words(("ground", Ground.DARK), ("is_wide", True), ("size", Size.LARGER))(stage)
    page = stage.page
    assert isinstance(page, ShowPage)  # noqa: S101 - shown just now
    page.words_panel.hide()
    page.leaf_view.mark(0)


def _plan_chosen(stage: Stage) -> None:
    """What Jade chose on the screen, in the plan of the visit."""
    _show_plan(stage)
    page = stage.page
    assert isinstance(page, ShowPage)  # noqa: S101 - shown just now
    page.left.emit()
    visit = stage.page
    assert isinstance(visit, VisitPage)  # noqa: S101 - it was under it
    visit.go_to_step(PLAN)


def _leaflet_chosen(stage: Stage) -> None:
    """What Jade chose on the screen, on the poster for the fridge."""
    _plan_chosen(stage)
    visit = stage.page
    assert isinstance(visit, VisitPage)  # noqa: S101 - shown just now
    visit.leaflet_requested.emit("walk-away", VariantKey.named("easy-read"))
    page = stage.page
    assert isinstance(page, LeafletPage)  # noqa: S101 - opened just now
    page.choices.design_chosen.emit("fridge-poster")


def _show_pin(stage: Stage) -> None:
    page = _shown(stage)
    page.way_back._guard.pin = "2905"  # noqa: SLF001 - as if it were chosen in Settings
    page.way_back.ask()


def _show_hidden(stage: Stage) -> None:
    _shown(stage)
    stage.window.hide_now()


def _visit(step: int) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        open_visit(stage, step)

    return show


def _sleep_change(stage: Stage) -> None:
    page = open_visit(stage, SLEEP)
    page.sleep.rows.chip(SleepItem.BEDDING).click()


def _plan(stage: Stage) -> None:
    open_visit(stage, PLAN).plan.starts.findChildren(Button)[0].click()


def _plan_leaflet(stage: Stage) -> None:
    open_visit(stage, PLAN).plan.copy.click()


def _outbox(stage: Stage) -> None:
    _way(OUTBOX.key)(stage)


def _hidden(stage: Stage) -> None:
    stage.enter()
    stage.window.hide_now()


PAGES: dict[str, tuple[str, Callable[[Stage], None]]] = {
    "first-start": ("The first start", _first),
    "first-start-passphrase": ("Choosing a passphrase", _first_at(At.PASSPHRASE)),
    "first-start-practise": ("Practising the hide key", _first_at(At.PRACTISE)),
    "unlock": ("Unlocking", _unlock),
    "today": ("Today: who needs somebody first", _today),
    "families": ("Every family", _way(FAMILIES.key)),
    "family": ("A family: who has been told what", _family),
    "carer": ("A carer: what helps, and what is known", _carer),
    "child-facts": ("What is known of a child", _child_facts),
    "add-family": ("Adding a family", _add_family),
    "family-timeline": ("Everything on record of one carer", _timeline),
    "visit-here": ("A visit: who is here", _visit(HERE)),
    "visit-talk": ("A visit: what was given to whom", _visit(TALK)),
    "visit-sleep": ("A visit: where the baby sleeps", _visit(SLEEP)),
    "visit-sleep-change": ("A visit: what was agreed about a sleep space", _sleep_change),
    "visit-plan": ("A visit: the plan", _plan),
    "plan-leaflet": ("The plan on paper", _plan_leaflet),
    "visit-close": ("A visit: what is missing, the summary", _visit(CLOSE)),
    "visit-newcomer": ("A visit: someone new, and another worker", _visit_newcomer),
    "visit-attempt": ("A visit nobody was seen at", _visit_attempt),
    "family-everything": ("A family: everything on record, to correct it", _family_at(FamilyPage.show_everything)),
    "family-visits": (
        "A family: every visit and attempt, with corrections",
        _family_at(lambda page: page.overview.visits_requested.emit()),
    ),
    "family-attempt": ("A family: recording an attempt", _family_at(FamilyPage.add_attempt)),
    "family-closing": ("A family: closing help", _family_at(FamilyPage.close_help)),
    "family-closed": ("A family whose help is closed", _closed),
    "end-of-day": ("The end of the day", _day),
    "library": ("The library", _library),
    "show": ("Shown to a parent", _show_read),
    "show-words": ("Shown to a parent: how words look", _show_words()),
    "show-cream": ("Shown on cream, larger", _show_words(("ground", Ground.CREAM), ("size", Size.LARGEST))),
    "show-on-dark": ("Shown light on dark, in wider letters", _show_dark),
    "show-ask": ("After the last idea: what was understood", _show_ask),
    "show-cot": ("What is wrong in this cot?", _show_cot),
    "show-plan": ("A walk-away plan", _show_plan),
    "visit-plan-chosen": ("A visit: the plan a parent chose on the screen", _plan_chosen),
    "leaflet-chosen": ("The plan a parent chose, for the fridge", _leaflet_chosen),
    "show-pin": ("The way back to the kit", _show_pin),
    "show-hidden": ("After the hide key, while a parent may hold the laptop", _show_hidden),
    "leaflet": ("A leaflet", _leaflet),
    "printed-leaflets": ("Printed leaflets: called back, to be printed, in the bag", _paper),
    "hand-over": ("A visit: handing over a ready-made leaflet", _hand_over),
    "leaflet-pack": ("Several leaflets in one print", _leaflet_pack),
    "leaflet-poster": ("A poster for the fridge", _leaflet_poster),
    "outbox": ("The outbox", _outbox),
    "settings": ("Settings", _way(SETTINGS.key)),
    "hidden": ("What others see after the hide key", _hidden),
}


def take(desktop: Desktop, name: str, look: Look) -> Path:
    """Take one picture."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(desktop, Path(folder))
        theme = desktop.theme
        theme.choose_text_size(look.percent)
        stage.window.resize(*look.size)
        stage.window.show()
        PAGES[name][1](stage)
        stage.window.setWindowState(Qt.WindowState.WindowNoState)  # what is shown fills the screen, which here is none
        stage.window.resize(*look.size)
        theme.choose_scheme(Scheme(look.scheme))
        stage.settle()
        target = FOLDER / f"{name}{look.suffix}.png"
        stage.window.grab().save(str(target))
        stage.entrance.leave()
        stage.window.close_now()
        stage.window.deleteLater()
        stage.settle()
    return target


def write_list() -> None:
    """Every page with its picture, in words for those who read the guide."""
    lines = [
        "# The pages",
        "",
        "Made by `python3 build/dev.py pictures` on invented families. Nobody here is real.",
        "",
    ]
    for name, (words, _) in PAGES.items():
        lines += [f"## {words}", "", f"![{words}](pictures/screens/{name}.png)", ""]
        lines += [f"[dark](pictures/screens/{name}-dark.png) · [200 % text](pictures/screens/{name}-200.png)", ""]
    LIST.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main(wanted: list[str]) -> None:
    """Take the pictures named, or all of them, in every look."""
    desktop = start_desktop(sys.argv[:1], places.resources(), scheme="light")
    desktop.theme.choose_stillness(is_still=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in wanted or PAGES:
        for look in LOOKS:
            print(take(desktop, name, look).relative_to(ROOT))
    write_list()


if __name__ == "__main__":
    main(sys.argv[1:])
