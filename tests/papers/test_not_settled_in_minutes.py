"""Minutes mark what two people wrote differently; of what few may read on its sheet alone."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import take_item, write_facts
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.meetings.views import ItemRecord
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.minutes import minutes_model
from tests.exports.reading import words
from tests.told_elsewhere import told_elsewhere
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    made = meeting_on(desk, actions=1)
    take_item(desk, made.item)
    return made


def item_of(on: MeetingOn) -> ItemRecord:
    (found,) = [one for one in read_meeting(on.desk, on.meeting).items if one.entry.id == on.item]
    return found


def revision(on: MeetingOn) -> int:
    return item_of(on).entry.revision


def minutes_of(on: MeetingOn, audience: Audience = WHOLE_PANEL) -> str:
    paper = lay_out(PaperKind.MINUTES, minutes_model(on.desk, on.meeting, audience))
    return " ".join(words(paper).split())


def test_minutes_mark_what_was_said_decided_and_agreed(on: MeetingOn) -> None:
    desk = on.desk
    write_facts(desk, on.item, seen=revision(on), summary="Slept at the church")
    told_elsewhere(desk, "agenda_item", on.item, "summary", "Slept in a car")
    record_decision(desk, on.item, Decided("Ask for a room", "It is free", DecidedHow.CHAIR))
    (decision,) = item_of(on).decisions
    told_elsewhere(desk, "decision", decision.id, "text", "Ask for a flat")
    told_elsewhere(desk, "action", on.actions[0], "text", "Ring the dentist")
    text = minutes_of(on)
    assert "Not settled. Agenda item, summary: Slept at the church (Kerrow Council" in text
    assert "or Slept in a car (Kerrow Mental Health" in text
    assert "Decision, text: Ask for a room (Kerrow Council" in text
    assert "or Ring the dentist (Kerrow Mental Health" in text


def test_what_names_a_goal_few_may_read_is_not_in_the_body(on: MeetingOn) -> None:
    desk, few = on.desk, Sensitivity.RESTRICTED
    plan = begin_plan(desk, on.person).result
    first, second = (
        add_goal(desk, plan, own_words=words_, sensitivity=level).result
        for words_, level in (("zxopen", Sensitivity.STANDARD), ("zxfew", few))
    )
    for goal in (first, second):
        told_elsewhere(desk, "action", on.actions[0], "goal_id", goal.hex)
    (mark,) = on.row().unsettled
    assert mark.is_for_few
    assert "zxfew" not in minutes_of(on)


def test_what_few_may_read_is_marked_on_the_sheet_apart_alone(on: MeetingOn) -> None:
    desk = on.desk
    write_facts(desk, on.item, seen=revision(on), risks="zxone")
    told_elsewhere(desk, "agenda_item", on.item, "risks", "zxtwo")
    homes = read_audience(desk, "Kerrow Homes")
    part = Part(RecordKind.AGENDA_ITEM, on.item, "risks")
    assert "zxtwo" in minutes_of(on, homes)
    set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=0)
    assert "zxtwo" not in minutes_of(on, homes)
    body, apart = minutes_of(on).split("Restricted: ")[:2]
    assert "Not settled" not in body
    assert "Not settled. Agenda item, risks: zxone" in apart
