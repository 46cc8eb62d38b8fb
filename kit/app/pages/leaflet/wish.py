"""What the worker wishes to have on paper, and making it: plain values for the press thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.domain.errors import StoppedError
from kit.domain.leaflet import FamilyWords
from kit.domain.settings import Settings
from kit.service.leaflets import order_leaflet, order_pack

if TYPE_CHECKING:
    from kit.domain.advice import VariantKey
    from kit.domain.leaflet import Design, Leaflet, LeafletOrder, WebLeaflet
    from kit.service.ports import Clock, Library, Press


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything chosen on the page.

    Attributes:
        texts: id of the resource and variant; the first is the one the page was opened for.
        design: key of the design, or nothing for the one that suits the text.
    """

    texts: tuple[tuple[str, VariantKey], ...]
    design: str = ""
    family: FamilyWords = field(default_factory=FamilyWords)
    settings: Settings = field(default_factory=Settings)
    has_name: bool = True

    @property
    def is_pack(self) -> bool:
        """Whether several leaflets are wished for."""
        return len(self.texts) > 1

    @property
    def printed_settings(self) -> Settings:
        """The settings as they go on paper."""
        return self.settings if self.has_name else _nameless(self.settings)

    def orders(self, library: Library, press: Press, clock: Clock) -> tuple[LeafletOrder, ...]:
        """What the press needs to make it."""
        settings = self.printed_settings
        if self.is_pack:
            return order_pack(library, press, clock, settings, self.texts, self.design, family=self.family)
        ((resource_id, key),) = self.texts
        order = order_leaflet(library, press, clock, settings, resource_id, key, self.design, family=self.family)
        return (order,)


@dataclass(slots=True)
class Progress:
    """How far the press is. Written by its thread, read by the page; stopping goes the other way."""

    done: int = 0
    total: int = 0
    is_stopped: bool = False

    def tell(self, done: int, total: int) -> None:
        """The press is so far.

        Raises:
            StoppedError: the worker did not want to wait.
        """
        self.done, self.total = done, total
        if self.is_stopped:
            message = "Stopped. Nothing was made, and nothing was printed."
            raise StoppedError(message)


@dataclass(frozen=True, slots=True)
class Made:
    """What came off the press: the leaflet, and of each text in it which it is, its design, and what it is called."""

    leaflet: Leaflet
    texts: tuple[tuple[str, VariantKey], ...]
    designs: tuple[Design, ...]
    titles: tuple[str, ...]

    @property
    def design(self) -> Design:
        """The design of the first text, which is the one that was chosen."""
        return self.designs[0]


def make(library: Library, press: Press, clock: Clock, wish: Wish, progress: Progress) -> Made:
    """Order and make."""
    orders = wish.orders(library, press, clock)
    leaflet = press.make_pack(orders, progress.tell) if wish.is_pack else press.make(orders[0])
    designs, titles = zip(*((order.design, order.variant.title) for order in orders), strict=True)
    return Made(leaflet, wish.texts, designs, titles)


def make_web(library: Library, press: Press, clock: Clock, wish: Wish) -> WebLeaflet:
    """The first text as a file to send."""
    return press.make_web(wish.orders(library, press, clock)[0])


def _nameless(settings: Settings) -> Settings:
    """The settings without whom to ring."""
    return replace(settings, worker_name="", worker_role="", worker_phone="")
