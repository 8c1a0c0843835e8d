"""What somebody asked for stands in their own plan; what may be said outside, in the minutes."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.comms import (
    agree_comms_line,
    change_comms_line,
    end_comms_line,
)
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.voice.wishes import answer_wish, note_wish
from coordinator.db.models import Meeting
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import BasisLackingError, GuardError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.minutes import minutes_model
from coordinator.papers.plans import plan_model
from coordinator.wording.refusals.notices import notice_for
from tests.casework.entries_on_file import a_meeting, a_person, a_plan
from tests.exports import reading
from tests.requests import based
from tests.stores import HEALTH, NURSE, OFFICER, TODAY, WORKER, Clock

WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def person(desk: Desk) -> UUID:
    found = a_person(desk)
    a_plan(desk, found)
    return found


def test_the_plan_prints_what_was_asked_with_the_answer_or_who_owes_it(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    first = note_wish(desk, NewWish(person, "A key to the laundry", WORKER)).result
    clock.move(days=2)
    note_wish(desk, NewWish(person, "To keep my dog", NURSE))
    answer_wish(desk, first, seen=1, answer="Yes, ask at the desk")
    add_action(
        desk,
        NewAction(
            "Serve the notice",
            OFFICER,
            WEEK,
            person,
            kind=ActionKind.ENFORCEMENT,
            thought=Thought("Peace", "None expected"),
        ),
    )
    based(desk, person)
    model = plan_model(desk, person, Audience())
    assert [one.words for one in model.wishes] == ["To keep my dog", "A key to the laundry"]
    assert model.wishes[0].owner == "Kasia Dębska, Kerrow Mental Health"
    assert model.balance.startswith("Open actions: 1 enforcement.")
    assert "nothing is agreed for the person" in model.balance
    text = " ".join(reading.words(lay_out(PaperKind.PLAN, model)).split())
    for words in ("You asked, we answered", "To keep my dog", "Yes, ask at the desk"):
        assert words in text
    page = " ".join(reading.words(lay_out(PaperKind.PLAN_PAGE, model)).split())
    assert "1 wish not answered yet." in page


def test_minutes_say_what_may_be_said_and_keep_to_it_once_they_went_out(
    desk: Desk, person: UUID
) -> None:
    meeting = a_meeting(desk)
    new = NewCommsLine(None, meeting, may_say="We met", said_by="The chair")
    line = agree_comms_line(desk, new).result
    model = minutes_model(desk, meeting, Audience())
    assert [one.text for one in model.topics] == ["May be said, by The chair: We met."]
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, meeting).status = MeetingStatus.MINUTES_ISSUED
        tx.journal("test.arranged", record=meeting)
    with pytest.raises(GuardError):
        change_comms_line(desk, line, seen=1, may_say="We decided")
    with pytest.raises(GuardError):
        agree_comms_line(desk, NewCommsLine(person, meeting, not_say="More"))
    end_comms_line(desk, line, seen=1, reason="It was in the papers")
    again = minutes_model(desk, meeting, Audience())
    assert [one.text for one in again.topics] == ["May be said, by The chair: We met."]


def test_an_agency_that_must_not_be_told_reads_nothing_said_of_the_person(
    desk: Desk, person: UUID
) -> None:
    meeting = a_meeting(desk)
    agree_comms_line(desk, NewCommsLine(person, meeting, not_say="Where they stay"))
    exclude_agency(desk, person, agency_id=HEALTH, reason="They asked for it")
    model = minutes_model(desk, meeting, read_audience(desk, "Kerrow Mental Health"))
    assert "Where they stay" not in repr(model.people) + " ".join(t.text for t in model.topics)


def test_a_plan_without_a_complete_basis_says_what_to_do_about_it(
    desk: Desk, person: UUID
) -> None:
    record_basis(desk, person, gateway=None)
    with pytest.raises(BasisLackingError) as refused:
        plan_model(desk, person, Audience())
    notice = notice_for(refused.value)
    assert "information basis is not complete" in notice.what
    assert notice.next.startswith("Record the basis on their page")
    based(desk, person)
    assert plan_model(desk, person, Audience()).reference
