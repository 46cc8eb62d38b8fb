"""Finding one family among 500 as it is typed, against the same question put to the tables in raw SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.figures import Figure, median_ms
from bench.households import PASSPHRASE, new_records
from kit.domain.carer import Carer
from kit.domain.fact import Fact, FactKind
from kit.domain.family import Child, Family, Place, PlaceKind
from kit.domain.identity import new_id
from kit.service.finding import finder, search_text
from kit.start import SystemClock
from kit.store.engine import open_file
from kit.store.key import unsealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.store.records import SqlRecords

FAMILIES, CARERS = 500, 9
"""5,000 people: a child and nine carers in each family."""

TIMES = 200
WORDS = ("noah", "reed 4", "mill lane", "p-1042")
QUESTION = """
SELECT DISTINCT family_id FROM (
    SELECT id AS family_id, name AS words FROM family
    UNION ALL SELECT family_id, given_name || ' ' || family_name FROM carer
    UNION ALL SELECT family_id, given_name || ' ' || family_name FROM child
    UNION ALL SELECT family_id, address FROM place
    UNION ALL SELECT family_id, value FROM fact WHERE kind IN ('local-number', 'nhs-number')
) WHERE words LIKE ?
"""
"""Whole words anywhere, accents as typed: less than the kit finds, with no index that a later version might want."""


def figures(folder: Path) -> Iterator[Figure]:
    """One figure for each word typed; the texts are read once, when the page opens."""
    path = folder / "records.kit"
    records = new_records(path)
    _fill(records)
    with records:
        texts = [search_text(family) for family in records.families()]
    records.close()
    raw = open_file(path, unsealed(path.with_name("records.kit.key").read_bytes(), PASSPHRASE))
    for words in WORDS:

        def by_kit(words: str = words) -> None:
            finds = finder(words)
            [text for text in texts if finds(text)]

        def by_hand(words: str = words) -> None:
            raw.execute(QUESTION, (f"%{words}%",)).fetchall()

        yield Figure(f"find: {words}", median_ms(by_kit, TIMES), "raw SQL, LIKE", median_ms(by_hand, TIMES), 1)
    raw.close()


def _fill(records: SqlRecords) -> None:
    clock = SystemClock()
    with records:
        for number in range(FAMILIES):
            family = Family(new_id(clock.now()), f"Family {number:03}")
            child = Child(new_id(clock.now()), family.id, "Noah", f"Practice{number}", clock.today())
            carers = [Carer(new_id(clock.now()), family.id, f"Carer{one}", f"Reed {number}") for one in range(CARERS)]
            place = Place(new_id(clock.now()), family.id, f"{number} Mill Lane", PlaceKind.HOME)
            known = (clock.today(), clock.now(), "Sam Whitfield")
            fact = Fact(new_id(clock.now()), family.id, family.id, FactKind.LOCAL_NUMBER, f"P-{1000 + number}", *known)
            records.add(family, child, *carers, place, fact)
        records.commit()
