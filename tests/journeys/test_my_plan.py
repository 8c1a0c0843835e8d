"""My plan through the window: from the person's page, written, signed off, saved, given."""

from datetime import time
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.voice.own_plans import OwnPlanState, Part
from coordinator.ui.kit.shortcuts import Key
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.exports.reading import words as words_of
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import papers
from tests.meetings import add_case, next_meeting_of, weekly
from tests.offices import WORDS, WORKER
from tests.stores import NOON, TODAY
from tests.ui.desktops import Desktop

__all__ = ["papers"]


@pytest.fixture
def person(office: Office) -> UUID:
    """Somebody with a lead and a plan that was agreed, in a closed store."""
    desk = office.desk
    found, case = add_case(desk, "Ben")
    record_basis(desk, found, **COMPLETE)
    agree_lead(desk, case, WORKER)
    plan = begin_plan(desk, found).result
    edit_plan(desk, plan, seen=1, what_matters="My dog comes first.", formulation="zircon")
    propose_plan(desk, plan, seen=read_plan(desk, found).revision)
    meeting = next_meeting_of(desk, weekly(desk, TODAY))
    write_agenda(desk, meeting)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=time(11))
    seen = read_plan(desk, found).revision
    agree_plan(desk, plan, Agreement(meeting_id=meeting), seen=seen)
    office.close(back_up=False)
    return found


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_draft_is_written_signed_off_saved_and_given(
    desktop: Desktop, office: Office, person: UUID, papers: Path
) -> None:
    hands = Hands.at(desktop, office.folder.path, NOON)
    write_and_sign(hands)
    save_and_give(hands)
    hands.leave()

    reopened = open_store(office.folder.path, WORDS)
    view = read_own_plan(reopened.desk, person)
    rows = find_disclosures(reopened.desk, DisclosureFilter(person=person)).rows
    reopened.close(back_up=False)
    assert (view.state, view.words[Part.I_DO]) == (OwnPlanState.GIVEN, ("I ring back.",))
    assert [row.recipient for row in rows] == ["The person themselves"] * 2
    assert len({row.sha256 for row in rows}) == 1
    (paper,) = papers.iterdir()
    text = words_of(paper.read_bytes())
    assert "I ring back." in text
    assert "zircon" not in text


def write_and_sign(hands: Hands) -> None:
    """Begin it from the person's page, write a part by keys, and sign it off."""
    hands.find("Ben")
    hands.find("Write My plan in easy words")
    hands.press("Begin My plan")
    hands.sees("My dog comes first.")
    hands.go_to("Write: What I will do")
    hands.keys("Enter")
    hands.answer("Save", {"What I will do": "I ring back."})
    hands.sees("I ring back.")
    hands.press("Sign it off")
    hands.answer("Sign it off")
    hands.sees("Signed off on")


def save_and_give(hands: Hands) -> None:
    """Save the paper, go back, and note that they were given it."""
    hands.press("Look at it on paper")
    hands.press("Save")
    hands.answer("Save")
    hands.sees("Saved:")
    hands.keys(Key.BACK)
    hands.press("They were given it")
    hands.answer("Save")
    hands.sees("Given on")
