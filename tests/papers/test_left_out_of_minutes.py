"""Without a complete information basis an agency's minutes hold initials and its own actions."""

from datetime import timedelta

import pytest

from coordinator.casework.actions import add_action
from coordinator.casework.bases import withdraw_basis
from coordinator.casework.desk import Desk
from coordinator.casework.discussions import write_facts
from coordinator.casework.paper_reads import read_audience
from coordinator.domain.actions import NewAction
from coordinator.domain.case_sheets import Audience
from coordinator.papers.minutes import minutes_model
from tests.casework.test_nothing_leaks import words_in
from tests.stores import NURSE, TODAY, WORKER
from tests.ui.live_parts import MeetingOn, meeting_on

SAID = {"zqfact", "zqnurse", "zqworker"}


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    on = meeting_on(desk, actions=0)
    write_facts(desk, on.item, seen=1, summary="Zqfact")
    for owner, text in ((NURSE, "Zqnurse"), (WORKER, "Zqworker")):
        due = TODAY + timedelta(days=3)
        add_action(desk, NewAction(text, owner, due, on.person, meeting_id=on.meeting))
    return on


def said(on: MeetingOn, audience: Audience) -> set[str]:
    words = " ".join(words_in(minutes_model(on.desk, on.meeting, audience)))
    return {one for one in SAID if one in words}


def test_an_agency_reads_of_its_own_actions_only_once_the_basis_is_withdrawn(
    on: MeetingOn,
) -> None:
    health = read_audience(on.desk, "Kerrow Mental Health")
    assert said(on, health) == SAID
    withdraw_basis(on.desk, on.person, reason="Asked us to stop")
    assert said(on, health) == {"zqnurse"}
    assert said(on, Audience()) == SAID
    (one,) = minutes_model(on.desk, on.meeting, health).people
    assert (one.name, one.called) == ("", "")
    assert one.summary == "Left out until the information basis is complete."
