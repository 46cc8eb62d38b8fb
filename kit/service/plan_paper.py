"""The copy of the plan a family keeps: easy read, on paper, with nothing on it that others may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.advice import Form, Variant, VariantKey
from kit.domain.errors import PressError
from kit.domain.leaflet import ContactBox, FamilyWords, LeafletOrder, PlanLine, PlanPaper
from kit.domain.open_words import check_open_words
from kit.domain.plan import Plan, PlanDraft
from kit.domain.wording import day_and_month

if TYPE_CHECKING:
    from datetime import date

    from kit.domain.family import Family
    from kit.domain.leaflet import Design
    from kit.domain.plan import Action, NewAction
    from kit.domain.settings import Settings
    from kit.service.ports import Clock, Library, Press

PLAN_COPY = "plan-copy"
"""What stands in place of a resource id: a plan is no advice."""

CODE = "PLAN"
TITLE = "Our plan"
PICTURE = "plan-together"


def plan_paper(family: Family, plan: Plan, draft: PlanDraft | None = None) -> PlanPaper:
    """What goes on paper: the actions still open, those of the visit under way, and what each parent said last."""
    said = draft or PlanDraft()
    actions: list[Action | NewAction] = [one.action for one in plan.after(said)]
    actions += [one for one in said.actions if not one.is_empty]
    words = {one.carer_id: one.words for one in plan.words}
    if said.words:
        words[said.words_of] = said.words
    names = {carer.id: carer.called for carer in family.carers}
    return PlanPaper(
        tuple(_line(action) for action in actions),
        tuple((names.get(carer_id or "", "We"), text) for carer_id, text in words.items()),
    )


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
