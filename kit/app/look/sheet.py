"""The one style sheet, made from the tokens. Everything with a mark or an icon is painted instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kit.app.look.tokens import RADIUS_CONTROL, RADIUS_PANEL, Role, TextStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont


class Look(Protocol):
    """What the sheet asks of the theme."""

    @property
    def is_contrast(self) -> bool:
        """Whether tints give way to outlines."""

    @property
    def edge(self) -> int:
        """Width of the edge of a control."""

    def colour(self, role: Role) -> QColor:
        """The colour of a role."""

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style."""

    def space(self, length: float) -> int:
        """A space at this text size."""

    def target(self) -> int:
        """Least height of what is pressed."""


_TONES = (
    Role.INK,
    Role.INK2,
    Role.INK3,
    Role.ACCENT,
    Role.GOOD,
    Role.AGAIN,
    Role.LATE,
    Role.NONE,
    Role.NEED,
    Role.ON_ACCENT,
    Role.PAGE_INK,
    Role.TOAST_INK,
)
_TINTS = (Role.ACCENT_TINT, Role.GOOD_TINT, Role.AGAIN_TINT, Role.LATE_TINT, Role.NONE_TINT, Role.NEED_TINT)
_LINES = ("QLineEdit", "QAbstractSpinBox")
_FIELDS = (*_LINES, "QPlainTextEdit", "QTextEdit")


def sheet_of(look: Look) -> str:
    """The sheet for the scheme and text size in force."""
    return "\n".join(
        (*_words(look), *_panels(look), *_clear_grounds(look), *_fields(look), *_menus(look), *_bars(look))
    )


def _rule(selector: str, **declarations: str) -> str:
    """One rule; names have underscores where the sheet has dashes."""
    body = "; ".join(f"{name.replace('_', '-')}: {value}" for name, value in declarations.items())
    return f"{selector} {{ {body} }}"


def _name(look: Look, role: Role) -> str:
    return look.colour(role).name()


def _words(look: Look) -> list[str]:
    """Sizes and tones of labels."""
    sizes = [
        _rule(
            f'QLabel[textStyle="{style.key}"]',
            font_size=f"{look.font(style).pointSizeF():g}pt",
            font_weight=str(style.weight),
        )
        for style in TextStyle
    ]
    return sizes + [_rule(f'QLabel[tone="{tone}"]', color=_name(look, tone)) for tone in _TONES]


def _panels(look: Look) -> list[str]:
    """Grounds with an edge, and bars with one."""
    line = _name(look, Role.LINE)
    outline = f"{look.edge}px solid {line}"
    tint_edge = outline if look.is_contrast else "none"
    large, small = f"{look.space(RADIUS_PANEL)}px", f"{RADIUS_CONTROL}px"
    white, sunken = _name(look, Role.SURFACE), _name(look, Role.SUNKEN)
    tints = [(tint, _name(look, tint)) for tint in _TINTS]
    return [
        _rule('QFrame[panel="surface"]', background=white, border=outline, border_radius=large),
        _rule('QFrame[panel="page"]', background=_name(look, Role.PAGE), border=outline, border_radius=large),
        _rule('QFrame[panel="rail"]', background=sunken, border="none", border_right=f"1px solid {line}"),
        _rule('QFrame[panel="top-bar"]', background=white, border="none", border_bottom=f"1px solid {line}"),
        _rule('QFrame[panel="bottom-bar"]', background=white, border="none", border_top=f"1px solid {line}"),
        *(
            _rule(f'QFrame[panel="{name}"]', background=ground, border=tint_edge, border_radius=small)
            for name, ground in (*tints, ("sunken", sunken))
        ),
    ]


def _clear_grounds(look: Look) -> list[str]:
    """What lets the panel under it be seen."""
    corner = f"1px solid {_name(look, Role.LINE)}"
    views = "QScrollArea, QScrollArea > QWidget > QWidget#content, QTableView, QTableView QHeaderView"
    return [
        _rule(views, background="transparent", border="none"),
        _rule("QTableCornerButton::section", background="transparent", border="none", border_bottom=corner),
    ]


def _fields(look: Look) -> list[str]:
    """Things that are typed into. `min-height` is without padding and edge."""
    pad, edge = look.space(12), look.edge
    strong_edge = {"min_height": f"{look.target() - 4}px", "padding": f"0 {pad - 2 + edge}px"}
    accent = f"2px solid {_name(look, Role.ACCENT)}"
    return [
        _rule(
            ", ".join(_FIELDS),
            background=_name(look, Role.SURFACE),
            color=_name(look, Role.INK),
            placeholder_text_color=_name(look, Role.INK3),
            border=f"{edge}px solid {_name(look, Role.EDGE)}",
            border_radius=f"{RADIUS_CONTROL}px",
            selection_background_color=_name(look, Role.ACCENT),
            selection_color=_name(look, Role.ON_ACCENT),
        ),
        _rule(", ".join(_LINES), min_height=f"{look.target() - 2 * edge}px", padding=f"0 {pad}px"),
        _rule("QPlainTextEdit, QTextEdit", padding=f"{pad - 4}px"),
        _rule(", ".join(f"{field}:focus" for field in _FIELDS), border=accent),
        _rule(", ".join(f"{field}:focus" for field in _LINES), **strong_edge),
        _rule('QLineEdit[mistake="true"]', border=f"2px solid {_name(look, Role.LATE)}", **strong_edge),
        _rule(
            ", ".join(f"{field}:disabled" for field in _FIELDS),
            background=_name(look, Role.SUNKEN),
            color=_name(look, Role.INK3),
            border_color=_name(look, Role.LINE),
        ),
    ]


def _menus(look: Look) -> list[str]:
    """Menus, lists that drop down, tool tips."""
    surface, ink, line = (_name(look, role) for role in (Role.SURFACE, Role.INK, Role.LINE))
    floating = {"background": surface, "color": ink, "border": f"{look.edge}px solid {line}", "padding": "6px"}
    item = {"min_height": f"{look.target()}px", "border_radius": f"{RADIUS_CONTROL}px"}
    chosen = {"background": _name(look, Role.ACCENT_TINT), "color": ink}
    if look.is_contrast:
        chosen["border"] = f"2px solid {_name(look, Role.ACCENT)}"
    pad = look.space(12)
    return [
        _rule("QMenu", border_radius=f"{RADIUS_PANEL}px", **floating),
        _rule("QMenu::item", padding=f"0 {2 * pad}px 0 {pad}px", **item),
        _rule("QMenu::item:selected", **chosen),
        _rule("QMenu::item:disabled", color=_name(look, Role.INK3)),
        _rule("QMenu::icon", padding_left=f"{pad}px"),
        _rule("QMenu::separator", height="1px", background=line, margin=f"6px {pad}px"),
        _rule("QComboBox QAbstractItemView", outline="none", border_radius=f"{RADIUS_CONTROL}px", **floating),
        _rule("QComboBox QAbstractItemView::item", padding=f"0 {pad}px", **item),
        _rule("QComboBox QAbstractItemView::item:selected", **chosen),
        _rule(
            "QToolTip",
            background=_name(look, Role.TOAST),
            color=_name(look, Role.TOAST_INK),
            border=f"2px solid {line}" if look.is_contrast else "none",
            padding="6px 8px",
        ),
    ]


def _bars(look: Look) -> list[str]:
    """Scroll bars, always seen, 14 px."""
    nothing = {"width": "0", "height": "0", "background": "none"}
    lit = "QScrollBar::handle:hover, QScrollBar::handle:pressed"
    empty = "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
    return [
        _rule("QScrollBar", background="transparent", border="none"),
        _rule("QScrollBar:vertical", width="14px", margin="2px 0"),
        _rule("QScrollBar:horizontal", height="14px", margin="0 2px"),
        _rule("QScrollBar::handle", background=_name(look, Role.EDGE), border_radius="4px"),
        _rule("QScrollBar::handle:vertical", min_height="44px", margin="0 3px"),
        _rule("QScrollBar::handle:horizontal", min_width="44px", margin="3px 0"),
        _rule(lit, background=_name(look, Role.INK2)),
        _rule(empty, **nothing),
        _rule("QAbstractScrollArea::corner", background="transparent", border="none"),
    ]
