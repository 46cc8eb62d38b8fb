"""Settings: about the worker, where records are sent, how the kit looks, the passphrase. Each is kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit.app.heading import Heading
from kit.app.look.theme import Scheme
from kit.app.look.tokens import Role, TextStyle
from kit.app.pages.first_start_parts.about import LABELS
from kit.app.pages.settings_parts.passphrase import PassphrasePanel
from kit.app.pages.settings_parts.pin import PinPanel
from kit.app.widgets.check import Check
from kit.app.widgets.choices import Choice, Segments
from kit.app.widgets.field import Field
from kit.app.widgets.header import PageHeader, fill_page
from kit.app.widgets.layouts import Column
from kit.app.widgets.notice import Notices
from kit.app.widgets.panel import Panel
from kit.app.widgets.text import Text
from kit.domain.errors import KitError, RuleError
from kit.domain.settings import TEXT_SIZES, Settings, check_server
from kit.service.settings import change_settings

if TYPE_CHECKING:
    from kit.app.look.theme import Theme
    from kit.app.rooms import Rooms

FIELD_WIDTH = 420
FORM_WIDTH = 860
_SERVER = {
    "server_url": "Address of the server that takes records",
    "organisation_code": "Code of your organisation (ODS code)",
}
_SCHEMES = (
    Choice(Scheme.SYSTEM.value, "As the laptop"),
    Choice(Scheme.LIGHT.value, "Light"),
    Choice(Scheme.DARK.value, "Dark"),
    Choice(Scheme.CONTRAST.value, "Contrast"),
)
_SIZES = tuple(Choice(str(percent), f"{percent} %") for percent in TEXT_SIZES)


class SettingsPage(QWidget):
    """Panels under each other; a field is kept when it is left.

    Signals:
        changed: something was kept; carries the Settings.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, rooms: Rooms) -> None:
        super().__init__()
        self._theme, self._rooms = theme, rooms
        self._settings = Settings()
        self.heading = Heading("Settings", "Each change is kept at once, inside your encrypted records.", self)
        self._notices = Notices(theme)
        self.fields = {name: self._field(name, label) for name, label in {**LABELS, **_SERVER}.items()}
        self.scheme = Segments(theme, _SCHEMES, "Colours")
        self.text_size = Segments(theme, _SIZES, "Size of words")
        self.initials = Check(theme, "Keep initials and a local number only, no names")
        self.pin = PinPanel(theme)
        self.passphrase = PassphrasePanel(theme, rooms)
        self._lay_out()
        self.scheme.chosen.connect(self._on_scheme_chosen)
        self.text_size.chosen.connect(self._on_size_chosen)
        self.initials.clicked.connect(self._on_initials_clicked)
        self.pin.pin_wished.connect(lambda digits: self._keep({"show_pin": digits}))
        self.reload()

    def _lay_out(self) -> None:
        theme = self._theme
        body = fill_page(self, theme, scrolls=True)
        self._form = QWidget()
        column = Column(theme, 16, parent=self._form)
        column.add(self._notices)
        about, sending, look, people = (Panel(theme, margins=(20, 16, 20, 20), space=14) for _ in range(4))
        about.add(Text("About you", TextStyle.H3), *(self.fields[name] for name in LABELS))
        why = "Without an address everything stays on this laptop and nothing is lost."
        sending.add(Text("Sending", TextStyle.H3), Text(why, tone=Role.INK2, wraps=True))
        sending.add(*(self.fields[name] for name in _SERVER))
        look.add(Text("How it looks", TextStyle.H3), Text("Colours", TextStyle.STRONG), self.scheme)
        look.add(Text("Size of words", TextStyle.STRONG), self.text_size)
        less = "Forms then ask for nothing else. What is on record already stays as it is."
        people.add(Text("Families", TextStyle.H3), self.initials, Text(less, tone=Role.INK2, wraps=True))
        column.add(about, look, self.pin, people, sending, self.passphrase, None)
        theme.text_size_changed.connect(self._fit)
        self._fit()
        body.add(PageHeader(theme, self.heading), self._form, None)

    def _fit(self) -> None:
        self._form.setMaximumWidth(self._theme.grow(FORM_WIDTH))

    def _field(self, name: str, label: str) -> Field:
        check = _server_mistake if name == "server_url" else None
        field = Field(self._theme, label, width=FIELD_WIDTH, check=check)
        field.settled.connect(partial(self._on_settled, name))
        return field

    def reload(self) -> None:
        """Show the settings as they are now."""
        records = self._rooms.kept

        def read() -> Settings:
            with records:
                return records.settings()

        self._rooms.desk.run(self, read, self._show, self._on_failed)

    def _show(self, settings: Settings) -> None:
        self._settings = settings
        for name, field in self.fields.items():
            field.set_text(str(getattr(settings, name)))
        self.scheme.set_value(settings.theme)
        self.text_size.set_value(str(settings.text_percent))
        self.initials.setChecked(settings.keeps_initials_only)
        self.pin.show_pin(has_pin=bool(settings.show_pin))
        self.passphrase.setVisible(not settings.is_practice)

    # -- changing --------------------------------------------------------------------------------------------------

    def _on_settled(self, name: str, text: str) -> None:
        if text != getattr(self._settings, name):
            self._keep({name: text}, needed=("worker_name",) if name == "worker_name" else ())

    def _on_scheme_chosen(self, key: str) -> None:
        self._theme.choose_scheme(Scheme(key))
        self._keep({"theme": key})
        self._keep_look()

    def _on_size_chosen(self, key: str) -> None:
        self._theme.choose_text_size(int(key))
        self._keep({"text_percent": int(key)})
        self._keep_look()

    def _on_initials_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal carries it
        self._keep({"keeps_initials_only": is_on})

    def _keep_look(self) -> None:
        """Also where it is found before the records are unlocked."""
        keep, scheme, percent = self._rooms.keep_look, self._theme.chosen_scheme.value, self._theme.text_percent
        self._rooms.desk.run(self, lambda: keep(scheme, percent), lambda _nothing: None, self._on_failed)

    def _keep(self, changes: dict[str, str | int], needed: tuple[str, ...] = ()) -> None:
        records, name = self._rooms.kept, next(iter(changes))
        self._rooms.desk.run(
            self,
            lambda: change_settings(records, needed=needed, **changes),
            self._on_kept,
            partial(self._on_refused, name),
        )

    def _on_kept(self, settings: Settings) -> None:
        self._notices.settle()
        if settings.show_pin != self._settings.show_pin:
            self.pin.show_pin(has_pin=bool(settings.show_pin))
        self._settings = settings
        self.changed.emit(settings)

    def _on_refused(self, name: str, error: KitError) -> None:
        """Beside the field; what was typed stays there, what was kept stays kept."""
        if isinstance(error, RuleError) and name in self.fields:
            self.fields[name].set_mistake(str(error))
        elif isinstance(error, RuleError) and name == "show_pin":
            self.pin.field.set_mistake(str(error))
        else:
            self._on_failed(error)

    def _on_failed(self, error: KitError) -> None:
        self._notices.tell(error)


def _server_mistake(text: str) -> str:
    """What is wrong with an address, or nothing."""
    try:
        check_server(text)
    except RuleError as error:
        return str(error)
    return ""
