"""The plan on paper: what we want, who does what, by when, how we will know; and a box to tick when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Idea, Run
from kit.domain.errors import PressError
from kit.leaflet.advice import said_date, set_advice
from kit.leaflet.agreed import PAD_MM
from kit.leaflet.blocks import BESIDE_MM, set_blocks
from kit.leaflet.marks import POINTS_PER_MM, Face, Frame, Part, Stretch, Type
from kit.leaflet.tagged.tags import Tag
from kit.leaflet.typeset import line_width, set_lines, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kit.domain.leaflet import LeafletOrder, PlanLine, PlanPaper
    from kit.leaflet.blocks import Setting
    from kit.leaflet.marks import Line, Paper
    from kit.leaflet.typeset import Ruler, Style

TOGETHER = "plan-together"
"""The picture at the top."""

RING_MM = 13
BOX_MM = 9
DONE_MM = 17
"""Width of the column with the box and its word."""


def set_plan(order: LeafletOrder, ruler: Ruler) -> Paper:
    """The whole plan. Raises PressError when there is none, or as `set_advice` does."""
    return set_advice(order, ruler, _parts)


def plan_of(order: LeafletOrder) -> PlanPaper:
    """The plan that is ordered; what was said or chosen is enough. Raises PressError when nothing is in it."""
    if order.plan is None or not (order.plan.lines or order.plan.words):
        message = "There is nothing in the plan yet, so there is nothing to print. Agree on something first."
        raise PressError(message)
    return order.plan


def _parts(order: LeafletOrder, setting: Setting) -> list[Part]:
    plan = plan_of(order)
    intro = introduction(plan, order.made_on)
    actions = [_action(number, line, setting) for number, line in enumerate(plan.lines, start=1)]
    return [*set_blocks([intro], setting), *actions, *(_said(who, words, setting) for who, words in plan.words)]


def introduction(plan: PlanPaper, made_on: date) -> Idea:
    """What the plan begins with."""
    many = len(plan.lines) > 1
    count = f"There {'are' if many else 'is'} {len(plan.lines)} thing{'s' if many else ''} to do."
    said = (f"{said_date(made_on)}.", count) if plan.lines else (f"{said_date(made_on)}.",)
    return Idea(TOGETHER, "We made this plan together.", said)


def _action(number: int, line: PlanLine, setting: Setting) -> Part:
    """A number in a ring, the words beside it, and at the right an empty box for when it is done."""
    tag = Tag("Sect")
    heading = tag.add("H2", title=f"{number}. {line.want or line.does}")
    ring, box = RING_MM * POINTS_PER_MM, BOX_MM * POINTS_PER_MM
    left, right = ring + BESIDE_MM * POINTS_PER_MM / 2, setting.width - DONE_MM * POINTS_PER_MM
    width = right - left - setting.body.size
    lead = set_lines((Run(line.want or line.does),), setting.lead, width, setting.ruler)
    words = [Stretch(stacked(lead, setting.lead, left, 0), heading)]
    top = len(lead) * setting.lead.leading + setting.body.size * 0.2
    for label, fact in facts(line):
        lines = set_lines((Run(f"{label} ", is_strong=True), Run(fact)), setting.body, width, setting.ruler)
        words.append(Stretch(stacked(lines, setting.body, left, top), tag.add("P")))
        top += len(lines) * setting.body.leading
    said: Line = ((Face.REGULAR, "Done"),)
    word = stacked([said], setting.body, right, box)
    middle = right + (line_width(said, setting.body.size, setting.ruler) - box) / 2
    frames = (Frame(0, 0, ring, ring, 2, ring / 2), Frame(middle, 1, box, box, 1.5, 3))
    stretches = (Stretch(frames), Stretch((_number(number, ring, setting),), heading), *words)
    done = Stretch(word, tag.add("P"))
    return Part(max(top, ring, box + setting.body.leading), (*stretches, done), tag, _gap(setting), is_row=True)


def _number(number: int, ring: float, setting: Setting) -> Type:
    """The number in the middle of its ring."""
    style: Style = setting.lead
    line: Line = ((Face.STRONG, str(number)),)
    x = (ring - line_width(line, style.size, setting.ruler)) / 2
    [placed] = stacked([line], style, x, (ring - style.leading) / 2)
    return placed


def facts(line: PlanLine) -> Iterator[tuple[str, str]]:
    """Who, what, by when, how we will know: each with its label, those not said left out."""
    if line.who:
        yield "Who:", line.who
    if line.does and line.want:
        yield "What:", line.does
    if line.by:
        yield "By:", line.by
    if line.sign:
        yield "We will know when:", line.sign


def _said(who: str, words: str, setting: Setting) -> Part:
    """A parent's own words, in a frame."""
    style, pad = setting.body, PAD_MM * POINTS_PER_MM
    tag = Tag("P")
    runs = (Run(f"{who} said: ", is_strong=True), Run(f"“{words}”"))
    lines = set_lines(runs, style, setting.width - 2 * pad, setting.ruler)
    height = len(lines) * style.leading + 2 * pad
    frame = Stretch((Frame(0, 0, setting.width, height, 1.2, 6),))
    return Part(height, (frame, Stretch(stacked(lines, style, pad, pad), tag)), tag, _gap(setting))


def _gap(setting: Setting) -> float:
    return setting.design.row_gap_mm * POINTS_PER_MM
