"""Blocks and shapes as compact JSON and back. Lists, no names: a library is read far more often than looked at."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple
from datetime import date
from typing import TYPE_CHECKING, Any

from kit.domain.advice import (
    Audience,
    Block,
    Heading,
    Idea,
    Important,
    Items,
    OfficialPage,
    Paragraph,
    Question,
    Resource,
    Run,
    Source,
    Topic,
    VariantKey,
    Withdrawal,
    Words,
    WritingLines,
)
from kit.domain.coverage import Again, AgeFrom, DueRule, MeetRule, Who
from kit.domain.picture import Segment, Shape
from kit.domain.visit import Contact, ReachBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def pack(value: object) -> str:
    """Plain lists and words as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unpack(packed: str) -> Any:  # noqa: ANN401 - as JSON is
    """What `pack` was given, tuples as lists."""
    return json.loads(packed)


def pack_due(rule: DueRule) -> str:
    """A rule of what is due."""
    return pack(list(astuple(rule)))


def unpack_due(packed: str) -> DueRule:
    """The rule `pack_due` was given."""
    topic, start, by, until, who, again, why, source, counts_from, contacts, offer, moved, early = unpack(packed)
    return DueRule(
        topic=Topic(topic),
        from_weeks=start,
        by_weeks=by,
        until_weeks=until,
        who=Who(who),
        again=tuple(map(Again, again)),
        why=why,
        source=source,
        counts_from=AgeFrom(counts_from),
        contacts=tuple(map(Contact, contacts)),
        offer=tuple(offer),
        offer_moved=tuple(moved),
        offer_early=tuple(early),
    )


def pack_meet(rule: MeetRule | None) -> str:
    """By when a carer should have been met, or that nothing says so."""
    return pack(list(astuple(rule)) if rule else None)


def unpack_meet(packed: str) -> MeetRule | None:
    """The rule `pack_meet` was given."""
    if (found := unpack(packed)) is None:
        return None
    by, until, steps, why, source = found
    return MeetRule(by, until, tuple(map(ReachBy, steps)), why, source)


def pack_blocks(blocks: Iterable[Block]) -> str:
    """The blocks of a variant."""
    return pack([_packed(block) for block in blocks])


def unpack_blocks(packed: str) -> tuple[Block, ...]:
    """The blocks `pack_blocks` was given."""
    return tuple(_UNPACKED[kind](*rest) for kind, *rest in unpack(packed))


def pack_questions(questions: Sequence[Question]) -> str:
    """The teach-back questions of a resource."""
    return pack([[one.ask, one.listen_for] for one in questions])


def unpack_questions(packed: str) -> tuple[Question, ...]:
    """The questions `pack_questions` was given."""
    return tuple(Question(*one) for one in unpack(packed))


def pack_resource(resource: Resource) -> str:
    """What a resource says of itself."""
    fields = asdict(resource) | {
        "written_on": resource.written_on.isoformat(),
        "review_by": resource.review_by.isoformat(),
        "variants": [key.name for key in resource.variants],
        "sources": [[one.fact, one.source, one.where, one.sure] for one in resource.sources],
        "withdrawal": _packed_withdrawal(resource.withdrawal),
    }
    return pack(fields)


def unpack_resource(packed: str) -> Resource:
    """The resource `pack_resource` was given."""
    fields = unpack(packed)
    fields |= {
        "topic": Topic(fields["topic"]),
        "audience": Audience(fields["audience"]),
        "contacts": tuple(fields["contacts"]),
        "ages_weeks": tuple(fields["ages_weeks"]),
        "written_on": date.fromisoformat(fields["written_on"]),
        "review_by": date.fromisoformat(fields["review_by"]),
        "variants": tuple(map(VariantKey.named, fields["variants"])),
        "sources": tuple(Source(*one) for one in fields["sources"]),
        "withdrawal": _unpacked_withdrawal(fields["withdrawal"]),
        "page": OfficialPage(**fields["page"]) if fields["page"] else None,
    }
    return Resource(**fields)


def _packed_withdrawal(withdrawal: Withdrawal | None) -> list[str]:
    return [withdrawal.on.isoformat(), withdrawal.why, withdrawal.replaced_by] if withdrawal else []


def _unpacked_withdrawal(packed: list[str]) -> Withdrawal | None:
    return Withdrawal(date.fromisoformat(packed[0]), *packed[1:]) if packed else None


def pack_shapes(shapes: Iterable[Shape]) -> str:
    """The shapes of a picture: colours, width, the letters of the steps, and all their numbers in one row."""
    return pack(
        [
            [
                shape.fill,
                shape.stroke,
                shape.line,
                "".join(command for command, _ in shape.path),
                [_short(number) for _, numbers in shape.path for number in numbers],
            ]
            for shape in shapes
        ]
    )


def unpack_shapes(packed: str) -> tuple[Shape, ...]:
    """The shapes `pack_shapes` was given."""
    return tuple(
        Shape(fill, stroke, line, _path(steps, numbers)) for fill, stroke, line, steps, numbers in unpack(packed)
    )


def _path(steps: str, numbers: list[float]) -> tuple[Segment, ...]:
    numbers = list(map(float, numbers))
    path: list[Segment] = []
    start = 0
    for step in steps:
        end = start + _COUNTS[step]
        path.append((step, tuple(numbers[start:end])))
        start = end
    return tuple(path)


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _packed(block: Block) -> list[object]:
    if isinstance(block, Idea):
        return ["d", block.picture, block.lead, block.more, block.writing_lines]
    if isinstance(block, WritingLines):
        return ["w", block.count]
    if isinstance(block, Items):
        return ["n" if block.is_numbered else "l", [_runs(words) for words in block.items]]
    if isinstance(block, Heading):
        return ["h", block.level, _runs(block.words)]
    return ["i" if isinstance(block, Important) else "p", _runs(block.words)]


def _runs(words: Words) -> list[object]:
    """Plain runs are text, strong ones a list of one text."""
    return [[run.text] if run.is_strong else run.text for run in words]


def _words(runs: list[Any]) -> Words:
    return tuple(Run(run) if isinstance(run, str) else Run(run[0], is_strong=True) for run in runs)


_UNPACKED: dict[str, Any] = {
    "d": lambda picture, lead, more, writing_lines: Idea(picture, lead, tuple(more), writing_lines),
    "n": lambda items: Items(tuple(map(_words, items)), is_numbered=True),
    "l": lambda items: Items(tuple(map(_words, items))),
    "h": lambda level, runs: Heading(level, _words(runs)),
    "i": lambda runs: Important(_words(runs)),
    "p": lambda runs: Paragraph(_words(runs)),
    "w": WritingLines,
}
