"""What was offered at a meeting, and who came to lead there, stands in its minutes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes, take_back_minutes
from coordinator.casework.meetings.offers import edit_offer, record_offer
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.db.models import Offer
from coordinator.domain.errors import GuardError
from coordinator.domain.papers.minutes import DiscussedPerson, LeadLine, OfferedLine
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.minutes import minutes_model
from tests.exports import reading
from tests.meetings import NOON, items_of
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, TODAY, WORKER, Clock
from tests.ui.live_meeting.live_parts import MeetingOn, meeting_on

WEEK = TODAY + timedelta(days=7)
ROOM = OfferedLine("Kerrow Homes", "A room (two nights a week)", WEEK)


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    return meeting_on(desk, actions=0)


def offer_room(on: MeetingOn, meeting: UUID | None = None) -> UUID:
    said: dict[str, Any] = {"what": "A room", "amount": "two nights a week", "to_on": WEEK}
    return record_offer(on.desk, on.person, HOUSING, meeting_id=meeting, **said).result


def printed(on: MeetingOn, audience: Audience | None = None) -> DiscussedPerson:
    (one,) = minutes_model(on.desk, on.meeting, audience or Audience()).people
    return one


def issue(on: MeetingOn) -> None:
    for item in items_of(on.desk, on.meeting):
        take_item(on.desk, item.id)
    close_meeting(on.desk, on.meeting, at=NOON)
    draft_minutes(on.desk, on.meeting)
    issue_minutes(on.desk, on.meeting)


def test_an_offer_stands_in_the_minutes_of_its_meeting_and_no_other_offer_does(
    on: MeetingOn,
) -> None:
    offer_room(on)  # at a desk, on the same day
    offer_room(on, on.meeting)
    assert printed(on).offers == (ROOM,)
    text = reading.words(
        lay_out(PaperKind.MINUTES, minutes_model(on.desk, on.meeting, Audience()))
    )
    assert (
        "What agencies offered • Kerrow Homes: A room (two nights a week), until Thu 26 Nov"
        in " ".join(text.split())
    )


def test_minutes_keep_an_offer_as_it_was_when_they_went_out(on: MeetingOn, clock: Clock) -> None:
    offer = offer_room(on, on.meeting)
    issue(on)
    with pytest.raises(GuardError):
        offer_room(on, on.meeting)
    clock.move(days=1)
    edit_offer(on.desk, offer, seen=1, what="A flat", amount="", to_on=None)
    assert printed(on).offers == (ROOM,)
    take_back_minutes(on.desk, on.meeting, reason="The chair wants it changed")
    assert printed(on).offers == (OfferedLine("Kerrow Homes", "A flat"),)


def test_a_restricted_offer_stands_with_what_is_kept_apart(on: MeetingOn) -> None:
    offer = offer_room(on, on.meeting)
    with on.desk.act(Right.EDIT_PLAN) as tx:
        tx.get(Offer, offer).sensitivity = Sensitivity.RESTRICTED
        tx.journal("test.arranged", record=offer)
    own = printed(on)
    assert own.offers == ()
    assert own.restricted == "Kerrow Homes: A room (two nights a week)"
    theirs = printed(on, read_audience(on.desk, "Kerrow Homes"))
    assert (theirs.offers, theirs.restricted) == ((), "")


def test_an_agency_that_must_not_be_told_reads_of_no_offer_and_no_lead(on: MeetingOn) -> None:
    offer_room(on, on.meeting)
    agree_lead(on.desk, on.case, WORKER)
    record_offer(on.desk, on.person, HEALTH, what="A visit")  # they work with the person
    before = printed(on, read_audience(on.desk, "Kerrow Mental Health"))
    assert before.offers
    assert before.leads
    exclude_agency(on.desk, on.person, agency_id=HEALTH, reason="They asked for it")
    theirs = minutes_model(on.desk, on.meeting, read_audience(on.desk, "Kerrow Mental Health"))
    assert not any(one.offers or one.leads for one in theirs.people)


def test_a_lead_agreed_and_handed_over_at_the_meeting_is_told_with_both_names(
    on: MeetingOn, clock: Clock
) -> None:
    agree_lead(on.desk, on.case, WORKER)
    assert printed(on).leads == (LeadLine("Rhys Roskilly, Kerrow Homes"),)
    clock.move(minutes=1)
    hand_over(on.desk, on.case, NURSE, note="Rings early", person_told=Answer.YES)
    over = LeadLine("Kasia Dębska, Kerrow Mental Health", "Rhys Roskilly, Kerrow Homes")
    assert printed(on).leads[-1] == over
    text = " ".join(
        reading.words(
            lay_out(PaperKind.MINUTES, minutes_model(on.desk, on.meeting, Audience()))
        ).split()
    )
    assert "Lead agreed: Rhys Roskilly, Kerrow Homes" in text
    assert (
        "Lead handed over from Rhys Roskilly, Kerrow Homes, to Kasia Dębska, Kerrow Mental Health."
    ) in text


def test_a_lead_of_before_the_meeting_or_of_after_its_minutes_is_no_part_of_them(
    on: MeetingOn, clock: Clock
) -> None:
    clock.move(hours=-3)
    agree_lead(on.desk, on.case, WORKER)  # at nine; the meeting begins at ten
    clock.move(hours=3)
    assert printed(on).leads == ()
    issue(on)
    clock.move(hours=1)
    hand_over(on.desk, on.case, OFFICER, note="Rings early", person_told=Answer.YES)
    assert printed(on).leads == ()
