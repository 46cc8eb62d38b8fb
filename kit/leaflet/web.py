"""An order → one HTML file to send: words, pictures and letters all inside it, nothing fetched, nothing run."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from kit.domain.advice import SPACE_TO_WRITE, Heading, Idea, Important, Items, Paragraph, WritingLines
from kit.domain.errors import PressError
from kit.domain.leaflet import NEEDS_IDEAS
from kit.leaflet.advice import said_date
from kit.leaflet.agreed import AGREED, NEXT_VISIT
from kit.leaflet.contact import MORE, QUESTION, said_role, said_whom
from kit.leaflet.marks import INK, INK_SOFT, Face
from kit.leaflet.plan import facts, introduction, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kit.domain.advice import Block, Words
    from kit.domain.leaflet import LeafletOrder
    from kit.domain.picture import Picture, Shape

WEIGHTS = {Face.REGULAR: 400, Face.STRONG: 600}
STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #fff; color: %(ink)s; font: 1.25rem/1.5 "Leaflet", Verdana, sans-serif;
  overflow-wrap: break-word; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 1rem; padding-bottom: .4rem; border-bottom: 3px solid; }
h2, h3 { font-size: 1.15em; line-height: 1.3; margin: 1.6rem 0 .3rem; }
h3 { font-size: 1em; }
h1, h2, h3, strong { font-weight: 600; }
h1, h2, h3 { text-wrap: balance; }
p { margin: .3rem 0 .8rem; }
p, li { text-wrap: pretty; }
li { margin: .3rem 0; }
section.idea { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; margin: 1.4rem 0; }
section.idea > div { flex: 1 1 16rem; }
section.idea h2 { margin-top: 0; }
section.idea svg { flex: 0 1 15rem; max-width: 100%%; height: auto; }
.box { border: 2px solid; border-radius: .6rem; padding: 1rem 1.2rem; margin: 1.6rem 0; }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.number { font-size: 1.5em; font-weight: 600; }
.line { border-bottom: 2px solid; height: 2.6rem; }
.done { display: none; }
dt { margin-top: 1rem; }
dd { margin: 0; }
dd .number { font-size: 1.3em; }
a { color: inherit; overflow-wrap: anywhere; }
footer { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid; color: %(soft)s; font-size: .8em; }
@media screen and (prefers-color-scheme: dark) {
  body { background: #16191c; color: #f2f4f5; }
  section.idea svg { background: #fff; border-radius: .6rem; }
  footer { color: #c3cad0; }
}
@media print {
  @page { margin: 14mm; }
  body { font-size: 16pt; }
  main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  section, li, .box { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  .done { display: block; }
  .done::before { content: ""; display: inline-block; width: 7mm; height: 7mm; border: 2px solid; margin-right: 3mm;
    vertical-align: middle; }
}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
"""What a browser lets the file do: look as it should, and nothing else."""


def write_html(order: LeafletOrder, title: str, language: str, fonts: Path) -> str:
    """The whole file.

    Raises:
        PressError: a picture or a font is missing.
    """
    body = "\n".join(_body(order, title))
    style = _faces(fonts) + STYLE % {"ink": INK, "soft": INK_SOFT}
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _faces(folder: Path) -> str:
    """The letters made to be read, inside the file: whoever opens it need not have them."""
    rules = []
    for face, weight in WEIGHTS.items():
        file = folder / f"{face}.ttf"
        try:
            letters = base64.b64encode(file.read_bytes()).decode()
        except OSError as error:
            message = (
                f"The font {file.name} is missing or damaged. Please install the kit again; nothing else is affected."
            )
            raise PressError(message) from error
        source = f"url(data:font/ttf;base64,{letters}) format('truetype')"
        rules.append(f'\n@font-face {{ font-family: "Leaflet"; font-weight: {weight}; src: {source}; }}')
    return "".join(rules)


def _body(order: LeafletOrder, title: str) -> Iterator[str]:
    if order.design.kind == "card":
        # Nothing on it says what it is about, and nothing in it.
        yield from _numbers(order)
        yield f"<footer><p>{escape(order.text_code)} · {said_date(order.made_on)}</p></footer>"
        return
    yield f"<h1>{escape(title)}</h1>"
    yield from _plan(order) if order.design.kind == "plan" else _blocks(order)
    yield from _agreed(order)
    yield from _contact(order)
    note = f"<p>{escape(order.note)}</p>" if order.note else ""
    yield f'<footer lang="en-GB"><p>{escape(order.text_code)} · {said_date(order.made_on)}</p>{note}</footer>'


def _blocks(order: LeafletOrder) -> Iterator[str]:
    """The text; of a poster or a card what the family chose, if they did."""
    chosen = order.family.chosen if order.design.kind in NEEDS_IDEAS else ()
    level = 1
    for block in [idea for n, idea in enumerate(order.variant.ideas) if n in chosen] or order.variant.blocks:
        if isinstance(block, Heading):
            # As on paper, no level is skipped on the way down.
            level = min(block.level, level + 1)
            yield f"<h{level}>{_words(block.words)}</h{level}>"
        else:
            yield _block(block, order.pictures)


def _plan(order: LeafletOrder) -> Iterator[str]:
    """What it begins with, each action, and a parent's own words. The box to tick is on paper only."""
    plan = plan_of(order)
    yield _idea(introduction(plan, order.made_on), order.pictures)
    for number, line in enumerate(plan.lines, start=1):
        said = "".join(f"<p><strong>{label}</strong> {escape(fact)}</p>" for label, fact in facts(line))
        done = '<p class="done">Done</p>'
        yield f"<section><h2>{number}. {escape(line.want or line.does)}</h2>{said}{done}</section>"
    for who, words in plan.words:
        yield f'<p class="box"><strong>{escape(who)} said:</strong> “{escape(words)}”</p>'


def _block(block: Block, pictures: Mapping[str, Picture]) -> str:
    match block:
        case Idea():
            return _idea(block, pictures)
        case Items():
            kind = "ol" if block.is_numbered else "ul"
            items = "".join(f"<li>{_words(words)}</li>" for words in block.items)
            return f"<{kind}>{items}</{kind}>"
        case Important():
            return f'<p class="box"><strong>{_words(block.words)}</strong></p>'
        case WritingLines():
            return _writing(block.count)
        case Heading() | Paragraph():
            return f"<p>{_words(block.words)}</p>"


def _idea(idea: Idea, pictures: Mapping[str, Picture]) -> str:
    picture = pictures.get(idea.picture)
    if picture is None:
        message = f"The picture “{idea.picture}” is missing, so the leaflet was not made. Nothing else is affected."
        raise PressError(message)
    more = "".join(f"<p>{escape(sentence)}</p>" for sentence in idea.more)
    lines = _writing(idea.writing_lines) if idea.writing_lines else ""
    return f'<section class="idea">{_svg(picture)}<div><h2>{escape(idea.lead)}</h2>{more}{lines}</div></section>'


def _writing(count: int) -> str:
    return f'<div role="img" aria-label="{SPACE_TO_WRITE}">{"<div class=line></div>" * count}</div>'


def _words(words: Words) -> str:
    return "".join(f"<strong>{escape(run.text)}</strong>" if run.is_strong else escape(run.text) for run in words)


def _svg(picture: Picture) -> str:
    """The picture with its words; the words are both its name and what a pointer shows."""
    shapes = "".join(map(_path, picture.shapes))
    alt = escape(picture.alt or picture.title)
    return (
        f'<svg role="img" aria-label="{alt}" viewBox="0 0 {picture.width:g} {picture.height:g}" '
        f'width="{picture.width:g}" height="{picture.height:g}" stroke-linecap="round" stroke-linejoin="round">'
        f"<title>{alt}</title>{shapes}</svg>"
    )


def _path(shape: Shape) -> str:
    steps = "".join(name + " ".join(f"{round(number, 2):g}" for number in numbers) for name, numbers in shape.path)
    stroke = f' stroke="{shape.stroke}" stroke-width="{shape.line:g}"' if shape.stroke else ""
    return f'<path fill="{shape.fill or "none"}"{stroke} d="{steps}"/>'


def _agreed(order: LeafletOrder) -> Iterator[str]:
    family = order.family
    agreed = "".join(f"<li>{escape(line.strip())}</li>" for line in family.agreed if line.strip())
    heading = f"<h2>{AGREED}</h2><ul>{agreed}</ul>" if agreed else ""
    when = family.next_visit.strip()
    visit = f"<p><strong>{NEXT_VISIT} {escape(when)}</strong></p>" if when else ""
    if heading or visit:
        yield f'<section class="box" lang="en-GB">{heading}{visit}</section>'


def _contact(order: LeafletOrder) -> Iterator[str]:
    contact, page = order.contact, order.page
    whom = said_whom(contact.name.strip(), contact.role.strip())
    said = f"<p>{escape(whom)}</p>" if whom else ""
    phone = f"<p>{_phone(contact.phone)}</p>" if contact.phone.strip() else ""
    more = (
        f'<p>{MORE} {escape(page.words)}: <a href="{escape(page.link)}">{escape(page.address)}</a></p>' if page else ""
    )
    if said or phone:
        yield f'<section class="box" lang="en-GB"><h2>{QUESTION}</h2>{said}{phone}{more}</section>'
    elif more:
        yield f'<section class="box" lang="en-GB">{more}</section>'


def _phone(number: str) -> str:
    """A number that a telephone rings when it is touched."""
    dialled = "".join(letter for letter in number if letter.isdigit() or letter == "+")
    return f'<a class="number" href="tel:{dialled}">{escape(number.strip())}</a>'


def _numbers(order: LeafletOrder) -> Iterator[str]:
    contact = order.contact
    own = [(", ".join(filter(None, (contact.name, said_role(contact.role)))), contact.phone)] if contact.phone else []
    rows = [*((number.label, number.number) for number in order.numbers), *own]
    yield "<dl>" + "".join(f"<dt>{escape(label)}</dt><dd>{_phone(number)}</dd>" for label, number in rows) + "</dl>"
