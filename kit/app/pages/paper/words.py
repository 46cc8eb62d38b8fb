"""What is said about paper: who holds what, since when, what waits for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.domain.dates import day_and_month
from kit.domain.wording import counted
from kit.service.summary import form_of

if TYPE_CHECKING:
    from kit.service.paper import PaperView
    from kit.service.printing import WaitingLeaflet
    from kit.service.recall import Holder, Recall
    from kit.service.stock import StockLine
    from kit.service.untold import UntoldLeaflet


def recall_sentence(recall: Recall) -> str:
    """“Sofas and beds” was withdrawn on 12 November."""
    return f"“{recall.resource.title}” was withdrawn on {day_and_month(recall.withdrawal.on)}."


def recall_advice(recall: Recall) -> str:
    """Why, and what to do."""
    what = f"Tell them, and go through “{recall.replacement.title}” instead." if recall.replacement else "Tell them."
    return f"{recall.withdrawal.why} {what}"


def holder_name(holder: Holder) -> str:
    """Jade Ellison; or the family, where it was for nobody in particular."""
    return holder.carer.full_name if holder.carer else f"The {holder.family.name} family"


def holder_note(holder: Holder) -> str:
    """Ellison family · given 12 November · a leaflet may be at home."""
    paper = ["a leaflet may be at home"] if holder.has_paper else []
    return " · ".join([f"{holder.family.name} family", f"given {day_and_month(holder.since.date())}", *paper])


def waiting_note(waiting: WaitingLeaflet) -> str:
    """Easy read · for Jade, Ellison family · 2 copies · since 24 November."""
    wish, family = waiting.wish, waiting.family
    whose = []
    if family:
        name = f"{family.carer(wish.carer_id).given_name}, " if wish.carer_id else ""
        whose = [f"for {name}{family.name} family"]
    copies = [f"{wish.copies} copies"] if wish.copies > 1 else []
    form = form_of(waiting.key)
    return " · ".join([form[:1].upper() + form[1:], *whose, *copies, f"since {day_and_month(wish.kept_at.date())}"])


def untold_note(one: UntoldLeaflet) -> str:
    """For Jade, Ellison family · printed 24 November."""
    name = f"{one.carer.given_name}, " if one.carer else ""
    return f"For {name}{one.family.name} family · printed {day_and_month(one.printed.occurred_at.date())}"


def bag_note(line: StockLine) -> str:
    """Easy read · SS-EVERY-E3-9F1A."""
    form = form_of(line.key)
    return f"{form[:1].upper()}{form[1:]} · {line.stock.code}"


def today_recall(view: PaperView) -> str:
    """A leaflet was withdrawn. 3 people still have to be told."""
    what = "A resource was" if len(view.recalls) == 1 else f"{len(view.recalls)} resources were"
    count = view.still_to_tell
    who = f"{counted(count, 'person')} still {'has' if count == 1 else 'have'} to be told" if count else ""
    who = who.replace("persons", "people")
    return f"{what} withdrawn. {who or 'Take the leaflets out of your bag'}."


def today_waiting(view: PaperView) -> str:
    """2 leaflets wait to be printed."""
    count = len(view.waiting)
    return f"{counted(count, 'leaflet')} {'waits' if count == 1 else 'wait'} to be printed."
