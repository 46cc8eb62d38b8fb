"""One resource.toml → what a resource says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kit.domain.advice import Audience, Form, OfficialPage, Resource, Source, Topic, Withdrawal
from kit.domain.visit import Contact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.domain.advice import VariantKey
    from kit.library.fields import Table

SURE = ("seen", "from-memory", "inferred")
"""How sure we are of a fact (facts/ marks the same three)."""

_STATES = ("awaiting", "signed")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_LONGEST_CODE = 12
_ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True, slots=True)
class Cover:
    """What resource.toml says; the variants are found beside it."""

    title: str
    summary: str
    topic: Topic
    audience: Audience
    code: str
    contacts: tuple[str, ...]
    ages_weeks: tuple[int, int]
    is_sensitive: bool
    version: int
    written_on: date
    review_by: date
    is_signed_off: bool
    sign_off: str
    sources: tuple[Source, ...]
    withdrawal: Withdrawal | None = None
    page: OfficialPage | None = None

    def bind(self, resource_id: str, variants: Iterable[VariantKey]) -> Resource:
        """The resource with its variants: English first, and the standard form before the others."""
        order = sorted(
            variants, key=lambda key: (key.language != "en", key.language, key.form is not Form.STANDARD, key)
        )
        return Resource(
            id=resource_id,
            title=self.title,
            summary=self.summary,
            topic=self.topic,
            audience=self.audience,
            code=self.code,
            contacts=self.contacts,
            ages_weeks=self.ages_weeks,
            is_sensitive=self.is_sensitive,
            version=self.version,
            written_on=self.written_on,
            review_by=self.review_by,
            is_signed_off=self.is_signed_off,
            sign_off=self.sign_off,
            variants=tuple(order),
            sources=self.sources,
            withdrawal=self.withdrawal,
            page=self.page,
        )


def read_cover(table: Table, folder_topic: str) -> Cover:
    """The cover of the resource in a folder of this topic; faults are noted in the table's list."""
    topic = table.word("topic", (folder_topic,))
    audience = table.word("audience", [one.value for one in Audience])
    sign_off = table.part("sign_off")
    cover = Cover(
        title=_plain(table, "title"),
        summary=_plain(table, "summary"),
        topic=Topic(topic or folder_topic),
        audience=Audience(audience or Audience.WORKER.value),
        code=_code(table),
        contacts=table.words("contacts", [one.value for one in Contact]),
        ages_weeks=table.span("ages_weeks"),
        is_sensitive=table.flag("sensitive"),
        version=table.number("version"),
        written_on=table.day("written_on"),
        review_by=table.day("review_by"),
        is_signed_off=sign_off.word("state", _STATES) == "signed",
        sign_off=sign_off.text("note"),
        sources=tuple(_source(part) for part in table.parts("sources", required=False)),
        withdrawal=_withdrawal(table),
        page=_page(table.part("page")) if table.has("page") else None,
    )
    _check(table, cover)
    sign_off.close()
    table.close()
    return cover


def _plain(table: Table, key: str) -> str:
    value = table.text(key)
    if "{" in value or "}" in value:
        table.fault(key, f"The {key} holds curly brackets", "Numbers belong into the text")
    return value


def _code(table: Table) -> str:
    code = table.text("code")
    if code and (not _CODE.fullmatch(code) or len(code) > _LONGEST_CODE):
        table.fault("code", f"{code!r} is not a code", f"Use {_LONGEST_CODE} capitals, digits and hyphens at most")
    return code


def _withdrawal(table: Table) -> Withdrawal | None:
    """Why and since when it was called back, if it was; what takes its place is looked for once all are read."""
    why, replaced_by = table.text("withdrawn", default=""), table.text("replaced_by", default="")
    if not why:
        for key in ("withdrawn_on", "replaced_by"):
            if key in table.entries:
                table.fault(key, f"{key} stands without withdrawn", "Write withdrawn and why, in one sentence")
        return None
    if why[-1] not in ".!?":
        table.fault("withdrawn", "withdrawn is not a sentence", "Say why in one sentence, and end it with a full stop")
    return Withdrawal(table.day("withdrawn_on"), why, replaced_by)


def _page(part: Table) -> OfficialPage:
    page = OfficialPage(part.text("address"), part.text("words"))
    if page.address and not _ADDRESS.fullmatch(page.address):
        part.fault("address", f"{page.address!r} is not an address", "Write it like www.example.org/sleep, no https://")
    part.close()
    return page


def _source(part: Table) -> Source:
    source = Source(part.text("fact"), part.text("source"), part.text("where"), part.word("sure", SURE))
    part.close()
    return source


def _check(table: Table, cover: Cover) -> None:
    """Rules that look at two fields at once."""
    if date.min not in {cover.written_on, cover.review_by} and cover.review_by <= cover.written_on:
        table.fault("review_by", "The review is not after the day it was written", "Choose a later day")
    if "version" in table.entries and cover.version < 1:
        table.fault("version", "Versions count from 1", "Write version = 1")
    if cover.is_sensitive and cover.page:
        table.fault("page", "A sensitive resource leads to no page", "Take it out: nothing of it goes on paper")
    if cover.topic is Topic.DOMESTIC_ABUSE and table.entries.get("sensitive") is False:
        table.fault("sensitive", "Everything in this topic is behind the room gate", "Write sensitive = true")
