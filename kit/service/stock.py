"""Ready-made leaflets: how many of which code lie in the bag, and which of them may be handed over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.domain.advice import Outcome, TextGiven, VariantKey, Way
from kit.domain.errors import KitError, UnknownError
from kit.domain.paper import Stock
from kit.service.text_codes import text_to_give

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.domain.visit import Tick
    from kit.service.ports import Library, PaperRecords, Records

MOST = 999


@dataclass(frozen=True, slots=True)
class StockLine:
    """One pile in the bag: what it is called, in which form, and why it may not be handed over, if it may not."""

    stock: Stock
    title: str
    key: VariantKey
    trouble: str = ""


def stock_lines(library: Library, kept: Sequence[Stock]) -> tuple[StockLine, ...]:
    """What lies in the bag, what may be handed over first, by title."""
    lines = [_line(library, one) for one in kept]
    return tuple(sorted(lines, key=lambda line: (bool(line.trouble), line.title.casefold(), line.stock.code)))


def in_bag(records: Records, library: Library) -> tuple[StockLine, ...]:
    """What lies in the bag as the records know it."""
    with records:
        kept = records.paper.stock()
    return stock_lines(library, kept)


def keep_count(records: Records, library: Library, code: str, count: int) -> Stock:
    """There are so many of this code in the bag now; none takes it off the list.

    Raises:
        UnknownError: no leaflet has this code.
        RuleError: its words are older than the kit's, or it was withdrawn: neither goes into the bag.
    """
    with records:
        known = next((one for one in records.paper.stock() if one.code == code), None)
        if known is None:
            coded = text_to_give(library, code)
            known = Stock(coded.code, TextGiven.of(coded.variant), 0)
        kept = replace(known, count=min(max(count, 0), MOST))
        records.paper.keep_stock(kept)
        records.commit()
    return kept


def add_to_bag(records: Records, library: Library, code: str, more: int) -> Stock:
    """So many more of this code are in the bag. Raises as `keep_count`."""
    coded = text_to_give(library, code)
    with records:
        before = next((one.count for one in records.paper.stock() if one.code == coded.code), 0)
    return keep_count(records, library, coded.code, before + more)


def add_all_to_bag(
    records: Records, library: Library, texts: Iterable[tuple[str, VariantKey]], more: int
) -> tuple[Stock, ...]:
    """So many more of each of these texts are in the bag. Raises as `keep_count`."""
    codes = [library.resource(one).text_code(library.variant(one, key)) for one, key in texts]
    return tuple(add_to_bag(records, library, code, more) for code in codes)


def take_from_bag(paper: PaperRecords, ticks: Iterable[Tick]) -> None:
    """One sheet left the bag for each tick that says so."""
    for text, times in handed_over(ticks).items():
        for _ in range(times):
            paper.take_from_stock(text)


def handed_over(ticks: Iterable[Tick]) -> Counter[TextGiven]:
    """How many sheets of each text the ticks of a visit say were handed over."""
    return Counter(tick.text for tick in ticks if tick.outcome is Outcome.GIVEN and Way.READY_MADE in tick.ways)


def _line(library: Library, stock: Stock) -> StockLine:
    key = VariantKey.named(stock.text.variant)
    try:
        title = library.resource(stock.text.resource_id).title
        text_to_give(library, stock.code)
    except UnknownError:
        return StockLine(stock, stock.code, key, "The kit no longer has this leaflet. Take it out of the bag.")
    except KitError as error:
        return StockLine(stock, title, key, str(error))
    return StockLine(stock, title, key)
