"""The numbers and colours of the look, as plain values that know no Qt."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, StrEnum


class Role(StrEnum):
    """What a colour is for. Widgets ask the theme for a role, never for a colour."""

    CANVAS = "canvas"
    SURFACE = "surface"
    SUNKEN = "sunken"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    LINE = "line"
    EDGE = "edge"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    ACCENT_TINT = "accent_tint"
    PRESENCE = "presence"
    DUE = "due"
    DUE_TINT = "due_tint"
    GOOD = "good"
    GOOD_TINT = "good_tint"
    AGAIN = "again"
    AGAIN_TINT = "again_tint"
    LATE = "late"
    LATE_TINT = "late_tint"
    NONE = "none"
    NONE_TINT = "none_tint"
    NEED = "need"
    NEED_TINT = "need_tint"
    FOCUS = "focus"
    FOCUS_IN = "focus_in"
    PAGE = "page"
    PAGE_INK = "page_ink"
    TOAST = "toast"
    TOAST_INK = "toast_ink"
    TOAST_LINK = "toast_link"
    BAR_A = "bar_a"
    BAR_B = "bar_b"


@dataclass(frozen=True, slots=True)
class Colours:
    """One "#RRGGBB" for every role."""

    canvas: str
    surface: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_tint: str
    presence: str
    due: str
    due_tint: str
    good: str
    good_tint: str
    again: str
    again_tint: str
    late: str
    late_tint: str
    none: str
    none_tint: str
    need: str
    need_tint: str
    focus: str
    focus_in: str
    page: str
    page_ink: str
    toast: str
    toast_ink: str
    toast_link: str
    bar_a: str
    bar_b: str

    def as_map(self) -> dict[Role, str]:
        """The colours by role."""
        return {Role(each.name): getattr(self, each.name) for each in fields(self)}


LIGHT = Colours(
    canvas="#F7F5F1",
    surface="#FFFFFF",
    sunken="#EFECE5",
    ink="#1A2228",
    ink2="#48525A",
    ink3="#5E6870",
    line="#DFDAD0",
    edge="#7C858C",
    accent="#17578F",
    accent_hover="#0F4473",
    on_accent="#FFFFFF",
    accent_tint="#E4EFF8",
    presence="#17578F",
    due="#17578F",
    due_tint="#E4EFF8",
    good="#17663F",
    good_tint="#E1F1E7",
    again="#875600",
    again_tint="#FBEDCF",
    late="#A5281E",
    late_tint="#FBE5E1",
    none="#535D65",
    none_tint="#ECEAE5",
    need="#683A80",
    need_tint="#F3E9F7",
    focus="#FFCF33",
    focus_in="#1A2228",
    page="#FFFFFF",
    page_ink="#16191C",
    toast="#1F282E",
    toast_ink="#FFFFFF",
    toast_link="#8FC4F2",
    bar_a="#7A858C",
    bar_b="#17578F",
)

DARK = Colours(
    canvas="#14181B",
    surface="#1C2125",
    sunken="#101316",
    ink="#EEEBE5",
    ink2="#BFC5C9",
    ink3="#9BA4AA",
    line="#333A40",
    edge="#7F8990",
    accent="#8FC4F2",
    accent_hover="#B5D9F8",
    on_accent="#0B2033",
    accent_tint="#1B3248",
    presence="#8FC4F2",
    due="#8FC4F2",
    due_tint="#1B3248",
    good="#84D3A4",
    good_tint="#183427",
    again="#F2C362",
    again_tint="#3B2E10",
    late="#FF9E8F",
    late_tint="#45211C",
    none="#AEB6BC",
    none_tint="#2A3035",
    need="#D9B6E9",
    need_tint="#36273F",
    focus="#FFCF33",
    focus_in="#14181B",
    page="#F4F1EA",
    page_ink="#16191C",
    toast="#EEEBE5",
    toast_ink="#14181B",
    toast_link="#17578F",
    bar_a="#8C969C",
    bar_b="#8FC4F2",
)

FOCUS_ON_DARK = "#FFE500"
FOCUS_ON_LIGHT = "#000000"


def contrast_colours(
    window: str = "#000000",
    words: str = "#FFFFFF",
    highlight: str = "#6FE8FF",
    on_highlight: str = "#000000",
) -> Colours:
    """The contrast theme made from four colours of the system: no tints, no greys."""
    ring = FOCUS_ON_DARK if contrast_ratio(FOCUS_ON_DARK, window) >= LINE_NEEDS else FOCUS_ON_LIGHT
    grounds = ("canvas", "surface", "sunken", "focus_in", "page", "toast")
    blues = ("accent", "presence", "bar_b", "toast_link")
    chosen = dict.fromkeys((each.name for each in fields(Colours)), words)
    chosen |= dict.fromkeys((name for name in chosen if name.endswith("_tint")), window)
    chosen |= dict.fromkeys(grounds, window) | dict.fromkeys(blues, highlight)
    return Colours(**chosen | {"on_accent": on_highlight, "accent_hover": words, "focus": ring})


TEXT_NEEDS = 4.5
LINE_NEEDS = 3.0


def contrast_ratio(one: str, other: str) -> float:
    """How far apart two colours are, as WCAG counts it (1 to 21)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_STRAIGHT = 0.04045
"""Below this a channel of sRGB is a straight line."""


def _luminance(colour: str) -> float:
    """Relative luminance of a "#RRGGBB"."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= _STRAIGHT else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TextStyle(Enum):
    """Every size of words in use: points at 100 % and weight."""

    NOTE = ("note", 10.0, 400)
    NOTE_STRONG = ("note-strong", 10.0, 600)
    BODY = ("body", 11.0, 400)
    WORD = ("word", 11.0, 500)
    STRONG = ("strong", 11.0, 600)
    LEAD = ("lead", 12.5, 400)
    H3 = ("h3", 13.0, 600)
    H2 = ("h2", 16.0, 600)
    H1 = ("h1", 20.0, 600)
    READ = ("read", 18.0, 400)
    READ_STRONG = ("read-strong", 18.0, 600)
    SHOW = ("show", 38.0, 400)
    SHOW_STRONG = ("show-strong", 38.0, 600)

    def __init__(self, key: str, points: float, weight: int) -> None:
        self.key = key
        self.points = points
        self.weight = weight


BODY_POINTS = TextStyle.BODY.points
"""One em is the body size."""

TEXT_SIZES = (100, 125, 150, 175, 200)


class Layout(Enum):
    """How wide the window is, counted in em, so that big words and small windows share one rule."""

    COMPACT = 0.0
    MEDIUM = 55.0
    WIDE = 80.0

    @classmethod
    def of_width(cls, width_em: float) -> Layout:
        """The layout for a window of so many em."""
        return max((each for each in cls if each.value <= width_em), key=lambda each: each.value)


RADIUS_KEYCAP = 4
RADIUS_CONTROL = 8
RADIUS_CARD = 10
RADIUS_PANEL = 12
RADIUS_DIALOG = 14

TARGET = 44
"""Least height of anything that is pressed."""
RAIL_WIDTH = 92
BOTTOM_BAR_HEIGHT = 64
FADE_MS = 120
"""Toast, menu and dialog."""
CROSS_FADE_MS = 160
"""Between two ideas."""
TOAST_MS = 8000
