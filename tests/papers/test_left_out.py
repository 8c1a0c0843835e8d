"""Without a complete information basis an agency reads initials, and of its own actions."""

from datetime import timedelta

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import change_agency
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import write_facts
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Agency
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers.copies import (
    read_copies,
    read_copies_of_action,
    read_copies_of_meeting,
)
from coordinator.papers.minutes import minutes_model
from coordinator.papers.recipient_packs import draft_packs
from coordinator.papers.trackers import tracker_model
from tests.casework.test_nothing_leaks import words_in
from tests.packs import coming_packs
from tests.stores import CHAIR, HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on

SAID = {"zqfact", "zqnurse", "zqworker"}


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    on = meeting_on(desk, actions=0)
    write_facts(desk, on.item, seen=1, summary="Zqfact")
    record_decision(desk, on.item, Decided("Zqdecided", "Agreed", how=DecidedHow.CHAIR))
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


def copied(on: MeetingOn) -> dict[str, set[str]]:
    """What each way of copying tells health."""
    (action,) = [
        one
        for one in find_actions(on.desk, ActionFilter(person_id=on.person)).rows
        if one.owner.id == WORKER
    ]
    ways = {
        "person": read_copies(on.desk, on.person),
        "action": read_copies_of_action(on.desk, action.id),
        "meeting": read_copies_of_meeting(on.desk, on.meeting),
    }
    every = {*SAID, "zqdecided"}
    return {
        way: {
            word
            for one in texts
            if one.agency == "Kerrow Mental Health"
            for word in every
            if word in one.text.casefold()
        }
        for way, texts in ways.items()
    }


def test_no_copy_for_a_system_tells_more_than_that_either(on: MeetingOn) -> None:
    told = copied(on)
    assert told["action"] == {"zqworker"}
    assert told["meeting"] >= {"zqdecided", "zqnurse", "zqworker"}
    withdraw_basis(on.desk, on.person, reason="Asked us to stop")
    assert copied(on) == {"person": {"zqnurse"}, "action": set(), "meeting": {"zqnurse"}}


def test_a_tracker_tells_no_goal_in_the_persons_words(on: MeetingOn) -> None:
    health = read_audience(on.desk, "Kerrow Mental Health")
    plan = begin_plan(on.desk, on.person).result
    goal = add_goal(on.desk, plan, own_words="Zqgoal").result
    due = TODAY + timedelta(days=3)
    add_action(on.desk, NewAction("Ring", NURSE, due, on.person, goal_id=goal))
    assert "zqgoal" in " ".join(words_in(tracker_model(on.desk, health)))
    withdraw_basis(on.desk, on.person, reason="Asked us to stop")
    words = " ".join(words_in(tracker_model(on.desk, health)))
    assert ("zqgoal" in words, "zqnurse" in words) == (False, True)


def test_a_full_pack_tells_each_agency_of_its_own_actions_and_its_officers_of_all(
    desk: Desk,
) -> None:
    coming = coming_packs(desk)
    person = coming.people[0]
    for owner, text in ((OFFICER, "Zqpolice"), (NURSE, "Zqhealth")):
        add_action(desk, NewAction(text, owner, TODAY, person))
    for agency in (POLICE, HEALTH):
        with desk.read() as look:
            seen = look.get(Agency, agency).revision
        change_agency(desk, agency, seen=seen, pack_variant=PackVariant.FULL)
    every = {"zqpolice", "zqhealth"}

    def told() -> dict[object, set[str]]:
        found: dict[object, set[str]] = {}
        order = draft_packs(desk, coming.meeting, [CHAIR, OFFICER, NURSE])
        for content in order.contents:
            for part in (content.model.tracker, content.model.agenda):
                words = " ".join(words_in(part))
                here = {one for one in every if one in words}
                found |= {row.to.key: found.get(row.to.key, set()) | here for row in content.rows}
        return found

    assert told() == {CHAIR: every, OFFICER: every, NURSE: every}
    withdraw_basis(desk, person, reason="Asked us to stop")
    assert told() == {CHAIR: every, OFFICER: {"zqpolice"}, NURSE: {"zqhealth"}}
