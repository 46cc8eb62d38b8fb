"""One of every part, and the checks that pages use too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kit.app.heading import Deed, Heading, Person, Step
from kit.app.look.line import Icon, Sign, Words
from kit.app.look.marks import Mark
from kit.app.look.tokens import Role, TextStyle
from kit.app.widgets.button import Button, IconButton, Kind, LinkButton, RowButton
from kit.app.widgets.check import Check, Select, Stepper
from kit.app.widgets.chip import AgreedChip, Chip
from kit.app.widgets.choices import Answers, Choice, ChoiceCard, Segments
from kit.app.widgets.field import Field, SearchField, TextBox
from kit.app.widgets.header import BottomBar, PageHeader, VisitBar, fill_page
from kit.app.widgets.keys import KeyHints
from kit.app.widgets.layouts import Column, Flow
from kit.app.widgets.menu import Menu
from kit.app.widgets.notice import NeedButton, NeedStrip, Notice, Tone
from kit.app.widgets.painted import Painted
from kit.app.widgets.panel import EmptyState, Panel, Rows, TitledPanel, row_of
from kit.app.widgets.progress import ProgressRow
from kit.app.widgets.steps import CountCard, StepsRow
from kit.app.widgets.text import ElidedText, LineView, Text, TwoLines

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
PLACE = (Choice("mill", "Mill Lane"), Choice("denise", "Denise’s"))
PRESENCE = (
    Choice("all", "All", Mark.HERE_ALL),
    Choice("part", "Part", Mark.HERE_PART),
    Choice("no", "Not here", Mark.NOT_HERE),
)


class SamplePage(QWidget):
    """A doing page with one of every part."""

    def __init__(self, theme):
        super().__init__()
        self.theme = theme
        self.heading = Heading(parent=self)
        self.heading.tell("Ellison family", "Flat 2, 14 Mill Lane", [Person("baby", "Noah", "5 weeks")])
        self.heading.offer(
            Deed("Start visit", self.nothing, "house", parent=self),
            Deed("Leaflet", self.nothing, "file-text", parent=self),
            Deed("", self.nothing, "ellipsis", name="More", parent=self),
        )
        bottom = BottomBar(
            theme,
            Button(theme, "Next: sleep space", Kind.PRIMARY),
            Button(theme, "Add from library", icon="plus"),
            left=KeyHints(theme, [("Space", "given"), ("1", "showed me")]),
        )
        self.body = fill_page(self, theme, bottom=bottom, scrolls=True)
        self.body.add(PageHeader(theme, self.heading))
        for part in self.parts():
            self.body.add(part)

    def nothing(self):
        """Deeds of a sample do nothing."""

    def parts(self):
        theme = self.theme
        chips = Flow(theme)
        chips.add(
            Chip(theme, "Jade", "all of it", Mark.HERE_ALL), Chip(theme, "Callum"), AgreedChip(theme, "Pillow out")
        )
        buttons = Flow(theme)
        disabled = Button(theme, "Next: ready", Kind.PRIMARY)
        disabled.setEnabled(False)
        buttons.add(Button(theme, "Undo & go", Kind.QUIET, icon="lock"), disabled, LinkButton(theme, "See all"))
        buttons.add(IconButton(theme, "x", "Close"), NeedButton(theme, "Jade", "Easy read", 3))
        choices = Flow(theme)
        choices.add(Segments(theme, PLACE, "Place"), Answers(theme, PRESENCE, "Jade", "part"))
        cards = Column(theme)
        cards.add(ChoiceCard(theme, Choice("only", "Only Jade", note="No one else")), ChoiceCard(theme, PLACE[1]))
        tools = Flow(theme)
        tools.add(Select(theme, "Contact", [("6w", "6 to 8 weeks")]), Stepper(theme, "Copies"), Check(theme, "My name"))
        progress = ProgressRow(theme, "Making the pack", "pages")
        progress.set_progress(14, 40)
        field = Field(theme, "NHS number", width=260)
        field.set_mistake("An NHS number has 10 digits. This has 9.")
        counts = Flow(theme)
        counts.add(CountCard(theme, Mark.WAITING, "Waiting", 4))
        titled = TitledPanel(theme, "bed", "Where Noah sleeps", LinkButton(theme, "Look"))
        titled.add(LineView(theme, Sign(Mark.OVERDUE, 18), Words("Mill Lane: not seen")))
        rows = Rows(theme)
        lines = TwoLines(theme, [Words("Ellison", TextStyle.STRONG)], "Noah, 5 weeks", Sign(Mark.DUE, 20))
        rows.set_rows(
            [row_of(theme, lines, None, Button(theme, "Start")), RowButton(theme, [Words("54 told")], "54 told")]
        )
        panel = Panel(theme)
        panel.add(
            Text("Words", TextStyle.H3),
            ElidedText(theme, "A long line " * 30),
            LineView(theme, Icon("ear", 18, Role.NEED)),
        )
        return [
            NeedStrip(theme, [("Jade", ["Easy read", "More time"]), ("Callum", ["Large print"])], "Asked 28 October"),
            Notice(
                theme, Tone.NEEDS_YOU, "The printer did not answer.", "The leaflet is safe.", Button(theme, "Try again")
            ),
            Notice(theme, Tone.WAITING, "No network.", "Nothing is lost.", LinkButton(theme, "Look"), in_one_line=True),
            chips,
            buttons,
            choices,
            cards,
            tools,
            progress,
            field,
            counts,
            titled,
            rows,
            panel,
            TextBox(theme, "In the parent’s words"),
            SearchField(theme, "Find a family, place or number"),
            StepsRow(theme, ["Passphrase", "Recovery", "Practise hiding", "Ready"], 3),
            EmptyState(theme, "users", "No families yet", "Add one now.", Button(theme, "Add family", Kind.PRIMARY)),
        ]


class VisitSample(QWidget):
    """A visit page with its bar."""

    def __init__(self, theme):
        super().__init__()
        self.heading = Heading(parent=self)
        self.heading.has_back = True
        self.heading.tell("Ellison", "6 to 8 weeks visit")
        self.heading.show_steps([Step("Here", is_done=True), Step("Talk"), Step("Close")], 1, "Saved")
        self.bar = VisitBar(theme, self.heading, Menu(theme, self))
        fill_page(self, theme, top=self.bar)


def nameless(page):
    """Controls that a screen reader cannot name."""
    shown = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
    return [each for each in shown if not _name_of(each)]


def _name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def too_low(page):
    """Enabled targets under 44 px."""
    shown = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
    inner = [each for each in shown if isinstance(each, QLineEdit) and isinstance(each.parent(), QComboBox)]
    return [each for each in shown if each.isEnabled() and each.height() < 44 and each not in inner]


def cut(page):
    """Labels and painted buttons with less room than their words."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text() and not each.wordWrap()]
    short = [each for each in labels if each.fontMetrics().horizontalAdvance(each.text()) > each.width() + 1]
    wrapped = [each for each in page.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    low = [each for each in wrapped if each.heightForWidth(each.width()) > each.height()]
    buttons = [each for each in page.findChildren(Painted) if each.isVisible()]
    return [*short, *low, *(each for each in buttons if each.width() < each.sizeHint().width())]


def reachable(page):
    """Controls that the keys reach."""
    shown = [each for each in page.findChildren(QWidget) if isinstance(each, QAbstractButton) and each.isVisible()]
    return all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in shown if each.isEnabled())
