"""The one theme: which colours, how large the words, how wide the window."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPalette

from kit.app.look import system
from kit.app.look.fonts import kit_font
from kit.app.look.palette import palette_of
from kit.app.look.sheet import sheet_of
from kit.app.look.tokens import (
    BODY_POINTS,
    DARK,
    LIGHT,
    TARGET,
    TEXT_SIZES,
    Colours,
    Layout,
    Role,
    TextStyle,
    contrast_colours,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPixmap
    from PySide6.QtWidgets import QApplication

    from kit.app.look.icons import Icons


class Scheme(StrEnum):
    """The colour scheme the worker chose; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Answers every question about colour, size and layout; nobody keeps the answers.

    Widgets look a colour up while painting and are repainted by Qt when the palette changes.

    Signals:
        scheme_changed: other colours are in force.
        text_size_changed: every size of words and every length beside them is another.
        layout_changed: the window went to another layout; carries the Layout.
    """

    scheme_changed = Signal()
    text_size_changed = Signal()
    layout_changed = Signal(object)

    def __init__(self, app: QApplication, icons: Icons) -> None:
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._chosen = Scheme.SYSTEM
        self._percent = TEXT_SIZES[0]
        self._width = 1366
        self._layout = Layout.WIDE
        self._is_still: bool | None = None
        self._fonts: dict[TextStyle, QFont] = {}
        self._scheme, self._colours = self._look_up()
        self._dress()
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    # -- what the worker chose -------------------------------------------------------------------------------------

    @property
    def chosen_scheme(self) -> Scheme:
        """The scheme as chosen, which may be SYSTEM."""
        return self._chosen

    @property
    def scheme(self) -> Scheme:
        """The scheme in force: LIGHT, DARK or CONTRAST."""
        return self._scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        """Follow the worker's choice of colours from now on."""
        self._chosen = scheme
        system.show_title_bar(self._app, scheme)
        self._on_system_changed()

    @property
    def text_percent(self) -> int:
        """Text size in per cent."""
        return self._percent

    def choose_text_size(self, percent: int) -> None:
        """Make every word and every length beside words as large as this."""
        if percent == self._percent:
            return
        self._percent = percent
        self._fonts.clear()
        self._dress()
        self.text_size_changed.emit()
        self._settle_layout()

    @property
    def is_still(self) -> bool:
        """Whether nothing may move or fade."""
        return system.wants_stillness() if self._is_still is None else self._is_still

    def choose_stillness(self, *, is_still: bool | None) -> None:
        """Overrule the computer's reduced motion setting; None follows it."""
        self._is_still = is_still

    # -- colours ---------------------------------------------------------------------------------------------------

    def colour(self, role: Role) -> QColor:
        """The colour of a role, now."""
        return _as_colour(self._colours[role])

    @property
    def is_contrast(self) -> bool:
        """Whether tints give way to outlines."""
        return self._scheme is Scheme.CONTRAST

    @property
    def edge(self) -> int:
        """Width of the edge of a control: 1, and 2 in the contrast theme."""
        return 2 if self.is_contrast else 1

    def icon(self, name: str, size: int, role: Role, ratio: float) -> QPixmap:
        """A Lucide icon in the colour of a role; `size` is already grown."""
        return self._icons.pixmap(name, size, self.colour(role), ratio)

    def paper_icon(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        """An icon for what parents look at, whose colours are the same in every theme."""
        return self._icons.pixmap(name, size, _as_colour(colour), ratio)

    # -- lengths ---------------------------------------------------------------------------------------------------

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style at the chosen size."""
        if style not in self._fonts:
            points = style.points * self._point_scale()
            self._fonts[style] = kit_font(points, style.weight, is_large_text=self._percent > TEXT_SIZES[0])
        return self._fonts[style]

    def metrics(self, style: TextStyle) -> QFontMetricsF:
        """How much room words of a style take."""
        return QFontMetricsF(self.font(style))

    def em(self) -> float:
        """Body size in pixels: the measure of the layouts."""
        return BODY_POINTS * self._point_scale() * self._app.primaryScreen().logicalDotsPerInchY() / 72

    def grow(self, length: float) -> int:
        """A length beside words (mark, icon, column), which grows as they do."""
        return round(length * self._percent / 100)

    def space(self, length: float) -> int:
        """Any other space, which grows at half that speed."""
        return round(length * (1 + self._percent / 100) / 2)

    def target(self) -> int:
        """Least height of anything that is pressed."""
        return max(TARGET, round(self.metrics(TextStyle.BODY).height()) + 22)

    # -- layout ----------------------------------------------------------------------------------------------------

    @property
    def layout(self) -> Layout:
        """The layout in force."""
        return self._layout

    def fit_width(self, width: int) -> None:
        """Take the layout for a window this many pixels wide."""
        self._width = width
        self._settle_layout()

    def _settle_layout(self) -> None:
        layout = Layout.of_width(self._width / self.em())
        if layout is not self._layout:
            self._layout = layout
            self.layout_changed.emit(layout)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _point_scale(self) -> float:
        """Macs count 72 points to the inch of 72 pixels; everyone else 96."""
        dots = self._app.primaryScreen().logicalDotsPerInchY()
        return max(1.0, 96 / dots) * self._percent / 100

    def _look_up(self) -> tuple[Scheme, dict[Role, str]]:
        """The scheme in force and its colours."""
        wanted = system.scheme_wanted(self._app) if self._chosen is Scheme.SYSTEM else self._chosen.value
        scheme = Scheme(wanted)
        colours: Colours = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(scheme) or self._contrast()
        return scheme, colours.as_map()

    def _contrast(self) -> Colours:
        """The system's own contrast colours, or ours where it has none."""
        if not system.has_contrast_theme(self._app):
            return contrast_colours()
        palette = system.own_palette(self._app)
        roles = QPalette.ColorRole
        names = (roles.Window, roles.WindowText, roles.Highlight, roles.HighlightedText)
        return contrast_colours(*(palette.color(name).name() for name in names))

    def _dress(self) -> None:
        """Hand palette, font and sheet to Qt."""
        self._app.setPalette(palette_of(self.colour))
        self._app.setFont(self.font(TextStyle.BODY))
        self._app.setStyleSheet(sheet_of(self))

    def _on_system_changed(self, _new: Qt.ColorScheme | Qt.ContrastPreference | None = None) -> None:
        found = self._look_up()
        if found != (self._scheme, self._colours):
            self._scheme, self._colours = found
            self._dress()
            self.scheme_changed.emit()


@cache
def _as_colour(name: str) -> QColor:
    """A "#RRGGBB" as Qt's colour."""
    return QColor(name)
