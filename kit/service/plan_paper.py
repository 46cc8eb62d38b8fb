"""The copy of the plan a family keeps: easy read, on paper, with nothing on it that others may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Form, Variant, VariantKey
from kit.domain.dates import day_and_month
from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, FamilyWords, LeafletOrder, PlanLine, PlanPaper
from kit.domain.open_words import check_open_words
from kit.domain.plan import Plan, PlanDraft
from kit.domain.together import chosen_plans
from kit.domain.wording import name_among, tried_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from kit.domain.family import Family
    from kit.domain.leaflet import Design
    from kit.domain.plan import Action, NewAction
    from kit.domain.settings import Settings
    from kit.domain.together import Chosen
    from kit.domain.visit import Tick
    from kit.service.ports import Clock, Library, Press

PLAN_COPY = "plan-copy"
"""What stands in place of a resource id: a plan is no advice."""

CODE = "PLAN"
TITLE = "Our plan"
PICTURE = "plan-together"
FEW = 2
"""Plans that have a line for each sentence on a leaflet."""


def plan_paper(family: Family, plan: Plan, draft: PlanDraft | None = None, ticks: Iterable[Tick] = ()) -> PlanPaper:
    """What goes on paper: actions still open, those of the visit under way, what each parent said and chose last."""
    said = draft or PlanDraft()
    actions: list[Action | NewAction] = [one.action for one in plan.after(said)]
    actions += [one for one in said.actions if not one.is_empty]
    words = {one.carer_id: one.words for one in plan.words}
    if said.words:
        words[said.words_of] = said.words
    names = {carer.id: name_among(family, carer.id) for carer in family.carers}
    return PlanPaper(
        tuple(_line(action) for action in actions),
        (
            *((names.get(carer_id or "", "We"), text) for carer_id, text in words.items()),
            *((names.get(carer_id, "We"), tried_line([one])) for carer_id, one in chosen_plans(ticks, plan.chosen)),
        ),
    )


def agreed_lines(tasks: Collection[str], names: Mapping[str, str], chosen: Iterable[Chosen]) -> tuple[str, ...]:
    """What goes on a leaflet under "what we agreed": the plans chosen in the tasks of its text.

    A line for each sentence, as long as there are few; the name where more than one carer has a plan.
    """
    mine = [(names.get(carer_id, "We"), one.words) for carer_id, one in chosen if one.task in tasks]
    if len(mine) == 1:
        return mine[0][1]
    if len(mine) <= FEW:
        return tuple(line for name, (first, *more) in mine for line in (f"{name}: {first}", *more))
    return tuple(f"{name}: {' '.join(words)}" for name, words in mine)


def _line(action: Action | NewAction) -> PlanLine:
    return PlanLine(action.want, action.who, action.does, _by(action.due_on), action.sign)


def _by(day: date | None) -> str:
    """Friday 27 November."""
    return f"{day:%A} {day_and_month(day)}" if day else ""


def plan_designs(press: Press) -> tuple[Design, ...]:
    """The designs a plan can be laid out in."""
    return tuple(design for design in press.designs() if design.kind == "plan")


def order_plan(
    library: Library,
    press: Press,
    clock: Clock,
    settings: Settings,
    paper: PlanPaper,
    design_key: str = "",
    *,
    next_visit: str = "",
) -> LeafletOrder:
    """Everything the press needs for the copy of a plan. What was agreed is the plan itself.

    Raises:
        RuleError: it holds words that do not belong on paper in a home.
        PressError: there is no design for it.
    """
    texts = [text for line in paper.lines for text in (line.want, line.who, line.does, line.sign)]
    for text in (*texts, *(words for _, words in paper.words), next_visit):
        check_open_words(text)
    offered = plan_designs(press)
    design = next((one for one in offered if one.key == design_key), next(iter(offered), None))
    if design is None:
        message = "There is no design for a plan. The plan itself is not affected. Put the design back."
        raise PressError(message)
    return LeafletOrder(
        design=design,
        variant=Variant(PLAN_COPY, 1, VariantKey(Form.EASY_READ), TITLE, (), "0" * 64),
        text_code=CODE,
        made_on=clock.today(),
        contact=ContactBox(settings.worker_name, settings.worker_role, settings.worker_phone),
        pictures={PICTURE: library.picture(PICTURE)},
        family=FamilyWords(next_visit=next_visit),
        plan=paper,
    )
