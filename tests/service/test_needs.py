"""A need goes through its six stages; nothing is shared without asking; the note never claims to set the flag."""

from datetime import timedelta

import pytest

from kit.domain.advice import Understanding, VariantKey, Way
from kit.domain.carer import MetHow, NeedKind, NeedMet, NeedStage
from kit.domain.errors import RuleError, UnknownError
from kit.domain.fact import FactKind, Sharing
from kit.domain.visit import Attended
from kit.service import families, visits
from kit.service.learning import NewFact, learn
from kit.service.needs import Stage, ask_to_share, make_flag_note, reach, shared_with
from kit.service.summary import visit_summary


def need_of(desk, who="jade"):
    return desk.family.needs_of(desk.people[who])[0]


def reached(desk, stage, **said):
    return reach(desk.records, desk.clock, desk.family_id, need_of(desk).id, Stage(stage, **said))


def agree(desk, answer=Sharing.AGREED, whom=("GP", "Midwife")):
    ask_to_share(desk.records, desk.clock, desk.family_id, desk.people["jade"], answer, whom)


def note(desk):
    return make_flag_note(desk.records, desk.clock, desk.family_id, desk.people["jade"])


def test_each_stage_has_its_day_and_who(desk):
    agree(desk)
    for stage in (NeedStage.FLAGGED, NeedStage.SHARED, NeedStage.REVIEWED):
        assert reached(desk, stage).worker == "Sam Whitfield"
    reached(desk, NeedStage.MET, how=MetHow.EASY_READ_TEXT)
    assert [need_of(desk).reached_on(stage) for stage in NeedStage] == [desk.clock.today()] * 6
    assert need_of(desk).step(NeedStage.SHARED).with_whom == "GP, Midwife"


@pytest.mark.parametrize("stage", [NeedStage.FLAGGED, NeedStage.SHARED])
@pytest.mark.parametrize("answer", [None, Sharing.REFUSED])
def test_nothing_is_shared_without_having_agreed(desk, stage, answer):
    if answer:
        agree(desk, answer, ())
    with pytest.raises(RuleError, match="Ask Jade first") as caught:
        reached(desk, stage)
    assert caught.value.field == "consent"
    assert need_of(desk).reached_on(stage) is None


def test_who_agreed_may_change_their_mind(desk):
    agree(desk)
    reached(desk, NeedStage.SHARED)
    agree(desk, Sharing.REFUSED, ())
    assert shared_with(desk.family, desk.people["jade"]) == ""
    with pytest.raises(RuleError, match="did not agree"):
        note(desk)
    assert need_of(desk).step(NeedStage.SHARED).with_whom == "GP, Midwife"


def test_agreeing_says_with_whom(desk):
    with pytest.raises(RuleError, match="with whom"):
        agree(desk, whom=())


def test_a_stage_said_by_mistake_is_taken_back(desk):
    reached(desk, NeedStage.REVIEWED)
    reached(desk, NeedStage.REVIEWED, is_reached=False)
    assert need_of(desk).reached_on(NeedStage.REVIEWED) is None
    assert len(need_of(desk).steps) == 2


def test_the_first_two_stages_stay(desk):
    with pytest.raises(RuleError, match="stay as they are"):
        reached(desk, NeedStage.RECORDED, is_reached=False)


@pytest.mark.parametrize("how", [None, MetHow.NOT_MET])
def test_met_says_how(desk, how):
    with pytest.raises(RuleError, match="how it was met"):
        reached(desk, NeedStage.MET, how=how)


def test_a_need_of_nobody_is_unknown(desk):
    with pytest.raises(UnknownError):
        reach(desk.records, desk.clock, desk.family_id, "nothing", Stage(NeedStage.REVIEWED))


def test_a_review_sets_the_next_as_far_as_the_first_was(desk):
    today = desk.clock.today()
    need = families.add_need(
        desk.records,
        desk.clock,
        desk.family_id,
        desk.people["callum"],
        NeedKind.MORE_TIME,
        review_by=today + timedelta(days=90),
    )
    desk.clock.move(days=100)
    assert desk.family.needs[-1].is_review_overdue(desk.clock.today())
    reach(desk.records, desk.clock, desk.family_id, need.id, Stage(NeedStage.REVIEWED))
    found = desk.family.needs[-1]
    assert found.next_review == desk.clock.today() + timedelta(days=90)
    assert not found.is_review_overdue(desk.clock.today())


def test_a_need_that_is_over_no_longer_chooses_anything(desk):
    reached(desk, NeedStage.REVIEWED, is_still_needed=False)
    assert desk.family.needs_of(desk.people["jade"]) == ()
    assert not desk.family.has_need(desk.people["jade"], NeedKind.EASY_READ)
    assert len(desk.family.needs) == 1


def test_the_note_asks_and_records_that_it_asked(desk):
    families.add_need(desk.records, desk.clock, desk.family_id, desk.people["jade"], NeedKind.INTERPRETER, "Polish")
    agree(desk)
    assert note(desk).splitlines() == [
        "Please add to the Reasonable Adjustment Flag",
        "Jade Ellison, mother of Noah and Ruby",
        "Jade agreed on 24 November 2026. May be shared with: GP, Midwife.",
        "",
        "- Easy read",
        "  Category: additional communication needs",
        "  SNOMED CT: 796161000000101 Requires information in Easyread",
        "- Interpreter, Polish",
        "  Category: community language support",
        "  SNOMED CT: 203901000000102 Polish interpreter needed",
        "",
        "Asked for by Sam Whitfield, 24 November 2026. This note does not set the flag.",
        "Category names are from memory: please use those of your system.",
    ]
    assert [one.reached_on(NeedStage.FLAGGED) for one in desk.family.needs] == [desk.clock.today()] * 2
    note(desk)
    assert len([step for need in desk.family.needs for step in need.steps]) == 2


def test_no_note_before_somebody_asked_and_none_for_nobody(desk):
    with pytest.raises(RuleError, match="Ask Jade first"):
        note(desk)
    with pytest.raises(RuleError, match="no need on record"):
        make_flag_note(desk.records, desk.clock, desk.family_id, desk.people["callum"])


def visit(desk, *, met=(), ways=(Way.TALKED,)):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    draft = draft.with_presence(desk.people["jade"], Attended.ALL)
    key = VariantKey.named("easy-read")
    draft = visits.give(
        desk.library,
        desk.clock,
        draft,
        desk.people["jade"],
        "on-the-back",
        key,
        ways=ways,
        understanding=Understanding.TOLD_ME,
    )
    for one in met:
        draft = visits.say_met(draft, desk.people["jade"], "on-the-back", one)
    visits.close_visit(desk.records, desk.clock, draft)
    return desk.records.kept.advice[-1]


def test_a_visit_says_how_needs_were_met_by_itself(desk):
    assert visit(desk).met == (NeedMet(NeedKind.EASY_READ, MetHow.EASY_READ_TEXT),)
    step = need_of(desk).step(NeedStage.MET)
    assert (step.reached_on, step.how) == (desk.clock.today(), MetHow.EASY_READ_TEXT)


def test_what_the_worker_said_counts(desk):
    families.add_need(desk.records, desk.clock, desk.family_id, desk.people["jade"], NeedKind.MORE_TIME)
    said = (NeedMet(NeedKind.EASY_READ, MetHow.NOT_MET), NeedMet(NeedKind.MORE_TIME, MetHow.LONGER_VISIT))
    assert visit(desk, met=said).met == said
    easy, time = desk.family.needs_of(desk.people["jade"])
    assert easy.reached_on(NeedStage.MET) is None
    assert time.step(NeedStage.MET).how is MetHow.LONGER_VISIT


def test_the_outbox_carries_how_needs_were_met(desk):
    visit(desk)
    assert desk.records.kept.outbox[-1].payload["met"] == [{"need": "easy-read", "how": "easy-read-text"}]
    assert desk.records.kept.outbox[0].payload["children"][0]["nhs_number"] == ""


def test_a_number_learnt_after_a_child_was_sent_does_not_make_another_of_it(desk):
    noah, ruby = desk.people["noah"], desk.people["ruby"]
    learn(desk.records, desk.clock, desk.family_id, NewFact(noah, FactKind.NHS_NUMBER, "9990000018"))
    visit(desk)
    learn(desk.records, desk.clock, desk.family_id, NewFact(ruby, FactKind.NHS_NUMBER, "9990000026"))
    visit(desk)
    sent = [
        {child["id"]: child["nhs_number"] for child in entry.payload["children"]}
        for entry in desk.records.kept.outbox
        if "children" in entry.payload
    ]
    assert sent == [{noah: "9990000018", ruby: ""}] * 2


def test_the_summary_says_how_needs_were_met(desk):
    draft = visits.open_visit(desk.records, desk.clock, desk.family_id)
    jade = desk.people["jade"]
    draft = draft.with_presence(jade, Attended.ALL)
    draft = visits.give(desk.library, desk.clock, draft, jade, "on-the-back", VariantKey.named("easy-read"))
    text = visit_summary(desk.library, desk.family, draft, desk.clock.now())
    assert "Jade Ellison: not checked. How: talked. Needs: easy read: easy-read text." in text
