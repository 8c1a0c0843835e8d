"""What else is decided in the meeting, by keys alone: answers, lead, review, offers."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.referrals.lists import read_referral
from coordinator.db.models import Case, LeadRole
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    Answer,
    CasePhase,
    ReferralStatus,
)
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from tests.meetings import add_case, keep_from
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting
from tests.ui.desktops import press
from tests.ui.live_tables import (
    ENTER,
    ESC,
    WEEK,
    Meeting,
    Table,
    decisions,
    hold,
    meeting,
    sit,
    table,
)

__all__ = ["meeting", "table"]  # fixtures from elsewhere


def leads(meeting: Meeting, person: UUID) -> list[LeadRole]:
    with meeting.desk.read() as look:
        case = look.actions.open_case(person)
        return list(look.cases.leads_of([case] if case else []))


def offers(table: Table) -> list[tuple[UUID, str]]:
    with table.meeting.desk.read() as look:
        case = look.actions.open_case(table.meeting.tomos)
        assert case is not None
        found = look.plans.offers_to(table.meeting.tomos, case)
        return [(one.agency_id, one.what) for one in found]


def test_a_lead_is_agreed_by_part_of_a_name_and_one_key(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LEAD)
    table.write("rhys")
    assert "Enter takes Rhys Roskilly (Kerrow Homes), in the room." in table.says()
    table.press(ENTER, "y")
    (lead,) = leads(table.meeting, table.meeting.tomos)
    assert (lead.professional_id, lead.person_told) == (WORKER, Answer.YES)
    assert "Who is the lead professional?" not in table.says()


def test_those_in_the_room_are_offered_first_and_chosen_by_number(
    desk: Desk, look: theme.Look
) -> None:
    table = sit(hold(desk, here={POLICE}))
    table.open(table.meeting.tomos)
    table.do(Key.LEAD)
    table.press("1", alt=True)
    table.press("n")
    (lead,) = leads(table.meeting, table.meeting.tomos)
    assert (lead.professional_id, lead.person_told) == (OFFICER, Answer.NO)
    table.kill()


def test_a_hand_over_asks_for_the_note_and_why_the_person_does_not_know(table: Table) -> None:
    table.open(table.meeting.anna)
    table.do(Key.LEAD)
    assert "Who takes over from Kasia Dębska?" in table.says()
    table.write("roskilly")
    table.press(ENTER, ENTER)
    assert "Say it in a few words." in table.says()
    table.write("Ring before noon")
    table.press(ENTER, "n")
    table.write("She is away until Monday")
    table.press(ENTER)
    old, new = sorted(leads(table.meeting, table.meeting.anna), key=lambda one: one.to_on is None)
    assert (old.professional_id, old.handover_note) == (NURSE, "Ring before noon")
    assert (new.professional_id, new.person_told) == (WORKER, Answer.NO)


def test_somebody_whose_agency_must_not_hear_is_told_and_not_offered(table: Table) -> None:
    keep_from(table.meeting.desk, table.meeting.tomos, POLICE)
    table.open(table.meeting.tomos)
    table.do(Key.LEAD)
    table.write("dylan")
    table.press(ENTER)
    assert "Kerrow Police must not be told about this person." in table.says()
    assert leads(table.meeting, table.meeting.tomos) == []
    assert table.line.text() == "dylan"


def test_a_lead_refused_by_the_store_is_told_and_what_was_typed_stays(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LEAD)
    table.write("rhys")
    table.press(ENTER)
    keep_from(table.meeting.desk, table.meeting.tomos, HOUSING)
    table.press("y")
    assert leads(table.meeting, table.meeting.tomos) == []
    assert "this agency is not told" in table.says()
    table.press(ESC)
    table.do(Key.LEAD)
    assert table.line.text() == "rhys"


@pytest.mark.parametrize(("typed", "weeks"), [("1", 1), ("2", 2), ("4", 4), ("in 3 weeks", 3)])
def test_the_next_review_is_set_by_weeks(table: Table, typed: str, weeks: int) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write(typed)
    table.press(ENTER)
    assert table.item.record.entry.next_review_on == TODAY + weeks * WEEK
    with table.meeting.desk.read() as look:
        assert table.item.case_id is not None
        case = look.get(Case, table.item.case_id)
    assert case.next_review_on == TODAY + weeks * WEEK


def test_a_review_left_half_typed_is_typed_over(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write("in 3")
    table.press(ESC)
    table.do(Key.REVIEW)
    assert table.line.text() == "in 3"
    table.press("2", ENTER)
    assert table.item.record.entry.next_review_on == TODAY + 2 * WEEK


def test_a_review_day_is_told_before_enter_and_one_that_is_over_is_refused(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write("Fri 25 Dec")
    assert "Fri 25 Dec, in 5 weeks. Fri 25 Dec is a bank holiday." in table.says()
    table.line.clear()
    table.write("12/11/2026")
    table.press(ENTER)
    assert table.item.record.entry.next_review_on is None
    assert table.line.text() == "12/11/2026"


def test_a_review_day_that_can_be_two_is_asked_and_chosen_by_one_key(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write("next friday")
    table.press(ENTER)
    assert "Which Friday: 20 Nov or 27 Nov?" in table.says()
    assert table.item.record.entry.next_review_on is None
    table.press("2", alt=True)
    assert table.item.record.entry.next_review_on == TODAY + timedelta(days=8)


def test_an_offer_is_kept_with_its_agency(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_OFFER)
    table.write("homes: a room at the hostel until Christmas")
    assert "Kerrow Homes offers: a room at the hostel until Christmas" in table.says()
    table.press(ENTER)
    assert offers(table) == [(HOUSING, "A room at the hostel until Christmas")]
    (made,) = table.item.record.offers
    assert (made.agency, made.what) == ("Kerrow Homes", "A room at the hostel until Christmas")


def test_an_offer_of_an_agency_that_can_be_several_is_asked(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_OFFER)
    table.write("kerrow: a room")
    table.press(ENTER)
    assert "Press Alt and a number." in table.says()
    table.press("2", alt=True)
    assert offers(table) == [(HEALTH, "A room")]


def test_only_one_line_is_open_at_a_time_and_what_was_typed_in_it_is_kept(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_OFFER)
    table.write("homes: a room")
    table.do(Key.REVIEW)
    assert "Who offers what?" not in table.says()
    table.press(ESC)
    assert "When does the panel look again?" not in table.says()
    buttons = [one.text() for one in table.window.findChildren(QPushButton) if one.isVisible()]
    assert any(one.startswith("Offer (unfinished)") for one in buttons)
    table.do(Key.LIVE_OFFER)
    assert table.line.text() == "homes: a room"


def test_a_question_that_was_open_when_the_program_was_killed_is_open_again(
    table: Table,
) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_OFFER)
    table.write("homes: a roo")
    QTest.qWait(450)
    again = sit(table.meeting, table.kill())
    assert again.line.text() == "homes: a roo"
    again.kill()


def test_a_referral_is_accepted_in_place_and_the_lead_asked_for_next(table: Table) -> None:
    table.open(table.meeting.petroc)
    table.do(Key.LIVE_DECIDE)
    table.press("t")
    table.write("Nobody holds the whole")
    table.press(ENTER)
    table.write("2")
    table.press(ENTER, "n")
    page = read_referral(table.meeting.desk, table.meeting.referral)
    assert (page.row.status, page.decided_by) == (ReferralStatus.ACCEPTED, "Morwenna Tregear")
    assert table.item.case_id is not None
    assert table.item.record.entry.next_review_on == TODAY + 2 * WEEK
    (made,) = decisions(table)
    assert (made.text, made.reason) == ("Taken on", "Nobody holds the whole")
    assert made.dissent_asked
    table.write("rhys")
    table.press(ENTER, "y")
    assert leads(table.meeting, table.meeting.petroc) == []  # they have no basis yet
    table.write("It freezes tonight")
    table.press(ENTER)
    (lead,) = leads(table.meeting, table.meeting.petroc)
    assert lead.professional_id == WORKER


def test_an_accepted_referral_is_taken_back_as_a_whole(table: Table) -> None:
    table.open(table.meeting.petroc)
    table.do(Key.LIVE_DECIDE)
    table.press("t")
    table.write("Nobody holds the whole")
    table.press(ENTER, ENTER, "n")
    table.press(ESC)
    table.do(Key.UNDO)
    page = read_referral(table.meeting.desk, table.meeting.referral)
    assert page.row.status is ReferralStatus.SCREENED
    assert (table.item.case_id, decisions(table)) == (None, ())
    assert "What does the panel answer" in table.says()


def test_a_referral_is_put_off_with_its_reason(table: Table) -> None:
    table.open(table.meeting.petroc)
    table.do(Key.LIVE_DECIDE)
    table.press("p")
    table.press(ENTER)
    assert "The panel gives a reason" in table.says()
    table.write("His view is missing")
    table.press(ENTER, "n")
    page = read_referral(table.meeting.desk, table.meeting.referral)
    assert (page.row.status, page.decision_reason) == (
        ReferralStatus.DEFERRED,
        "His view is missing",
    )
    assert "What does the panel answer" not in table.says()


def test_a_referral_that_is_not_for_us_says_who_can_help(table: Table) -> None:
    table.open(table.meeting.petroc)
    table.do(Key.LIVE_DECIDE)
    table.press("n", "2", ENTER)
    assert "Say who is to take it up." in table.says()
    table.write("The county's own panel")
    table.press(ENTER)
    table.write("He lives there now")
    table.press(ENTER, "n")
    page = read_referral(table.meeting.desk, table.meeting.referral)
    assert page.row.status is ReferralStatus.NOT_FOR_US
    assert page.not_accepted_reason is NotAcceptedReason.OTHER_FORUM
    assert page.destination == "The county's own panel"
    (made,) = decisions(table)
    assert made.text == "Not for this panel: The county's own panel"


def test_somebody_ready_to_step_down_is_shown_with_what_stands_and_led_to_their_page(
    desk: Desk, look: theme.Look
) -> None:
    person, case = add_case(desk, "Kitto", next_review_on=TODAY)
    with desk.act(Right.DECIDE) as tx:
        tx.get(Case, case).phase = CasePhase.STEPPING_DOWN
        tx.journal("test.phase")
    table = sit(hold(desk))
    table.open(person)
    assert "Ready to step down?" in table.says()
    assert "No open action. No barrier in the way." in table.says()
    press(table.window, "Step down on the person's page")
    assert table.went == [PersonPlace(person)]
    table.kill()


def test_who_may_not_run_the_meeting_reads_and_writes_nothing(
    meeting: Meeting, look: theme.Look
) -> None:
    reader = sitting(meeting.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    table = sit(replace(meeting, desk=reader))
    table.open(meeting.anna)
    part = table.window.findChild(DecidingPart)
    assert part is not None
    assert [one for one in part.findChildren(Line) if one.isVisible()] == []
    table.do(Key.REVIEW)
    table.do(Key.LIVE_DECIDE)
    assert "When does the panel look again?" not in table.says()
    table.kill()


def test_why_a_review_day_is_not_taken_stands_below_the_line_once(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write("the hearing")
    table.press(ENTER)
    assert table.says().count("'the hearing' is no day") == 1
