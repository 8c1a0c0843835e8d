"""Papers of a meeting about places: its plans with what is due, and nobody on the caseload."""

from datetime import time, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action, correct_action
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.series import Appointment, schedule_meeting
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.agendas import agenda_model
from coordinator.papers.packs import pack_model
from coordinator.wording.agendas import restricted_here
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import a_place_plan, a_priority, an_action
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import words
from tests.stores import OFFICER, TODAY

LATER = TODAY + timedelta(days=40)


def _meeting(desk: Desk) -> UUID:
    when = Appointment(TODAY, time(10))
    meeting = schedule_meeting(desk, MeetingType.PLACE, when).result
    write_agenda(desk, meeting)
    return meeting


def test_the_agenda_prints_each_plan_with_what_is_due_and_no_worker(desk: Desk) -> None:
    plan = a_place_plan(desk)
    an_action(desk, a_priority(desk, plan), due_on=TODAY)
    a_place_plan(desk, "Bodmin")
    agenda = agenda_model(desk, _meeting(desk), WHOLE_PANEL)
    text = " ".join(words(lay_out(PaperKind.AGENDA, agenda)).split())
    for part in (
        "Place plans, and what of them is due",
        "P26-001, Penzance: Safer after dark",
        "Walk the harbour front on Friday evenings",
        "P26-002, Bodmin: Safer after dark",
        "Nothing of it is due by then.",
    ):
        assert part in text
    assert "Ashdown" not in " ".join(words_in(agenda.plans))
    for part in ("People on the list", "Referrals by", "agency by agency"):
        assert part not in text


def test_its_pack_has_the_actions_of_place_plans_and_of_nobody(desk: Desk) -> None:
    an_action(desk, due_on=TODAY)
    an_action(desk, text="Count the lamps", due_on=LATER)
    new = NewAction("Ring the surgery", OFFICER, TODAY, person_id=a_person(desk))
    add_action(desk, new)
    pack = pack_model(desk, _meeting(desk), WHOLE_PANEL)
    assert pack.tracker is not None
    texts = {one.text for one in pack.tracker.actions}
    assert texts == {"Walk the harbour front on Friday evenings", "Count the lamps"}
    assert pack.cases == ()


def test_a_restricted_action_is_on_the_agenda_without_its_words(desk: Desk) -> None:
    action = an_action(desk, due_on=TODAY)
    correct_action(desk, action, seen=1, sensitivity=Sensitivity.RESTRICTED)
    (plan,) = agenda_model(desk, _meeting(desk), WHOLE_PANEL).plans
    assert [one.text for one in plan.actions] == [restricted_here()]


def test_a_name_that_came_on_file_later_is_blotted_on_the_agenda(desk: Desk) -> None:
    an_action(desk, text="Ask Wilmot Trenoweth about the lamps", due_on=TODAY)
    a_person(desk, given_name="Wilmot", family_name="Trenoweth")
    printed = " ".join(words_in(agenda_model(desk, _meeting(desk), WHOLE_PANEL).plans))
    assert "Wilmot" not in printed
    assert "[name hidden]" in printed
