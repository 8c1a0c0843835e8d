"""What is decided in the meeting, by keys alone: decisions, answers, lead, review, offers."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coordinator.casework.decisions import Decided, change_decision, record_decision
from coordinator.casework.desk import Desk
from coordinator.casework.drafts import read_drafts
from coordinator.casework.meetings import close_meeting
from coordinator.casework.referral_lists import read_referral
from coordinator.db.models import Case, LeadRole
from coordinator.db.models import Meeting as MeetingRecord
from coordinator.domain.lists.meetings import DecidedHow, DecisionAuthority
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.meeting_views import DecisionRow
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    Answer,
    CasePhase,
    DecisionStatus,
    MeetingStatus,
    ReferralStatus,
)
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places import PersonPlace
from tests.meetings import NOON, add_case, keep_from
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting
from tests.ui.desktops import press
from tests.ui.driving import settle
from tests.ui.live_tables import ENTER, ESC, WEEK, Meeting, Table, hold, sit


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return hold(desk)


@pytest.fixture
def table(meeting: Meeting, look: theme.Look) -> Iterator[Table]:
    made = sit(meeting)
    yield made
    assert made.jobs.failures == []
    made.kill()


def decisions(table: Table) -> tuple[DecisionRow, ...]:
    return table.item.record.decisions


def decide(table: Table, words: str, *keys: Qt.Key | str) -> None:
    table.do(Key.LIVE_DECIDE)
    table.write(words)
    table.press(ENTER, *keys)


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


def test_a_decision_is_recorded_with_its_reason_and_that_nobody_disagreed(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_DECIDE)
    table.write("offer the hostel room")
    table.press(ENTER)
    table.write("it is warm and the dog may come")
    table.press(ENTER)
    assert decisions(table) == ()
    assert "Does anyone disagree?" in table.says()
    table.press("n")
    (made,) = decisions(table)
    assert (made.text, made.reason) == (
        "Offer the hostel room",
        "It is warm and the dog may come",
    )
    assert (made.how, made.dissent_asked, made.dissent_agencies) == (DecidedHow.AGREED, True, ())
    assert table.line.text() == ""
    assert read_drafts(table.meeting.desk) == ()


@pytest.mark.parametrize("between", [" because ", " - ", ", because "])
def test_words_and_reason_may_be_one_line(table: Table, between: str) -> None:
    table.open(table.meeting.tomos)
    decide(table, f"keep the bed{between}it is warm", "n")
    (made,) = decisions(table)
    assert (made.text, made.reason) == ("Keep the bed", "It is warm")


def test_agencies_that_see_it_differently_are_named_by_number_with_what_they_say(
    table: Table,
) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "y")
    table.write("1 and 3")
    table.press(ENTER)
    table.write("A flat would be safer")
    table.press(ENTER)
    (made,) = decisions(table)
    assert made.dissent_agencies == ("Kerrow Police", "Kerrow Mental Health")
    assert made.dissent == "A flat would be safer"


def test_an_agency_may_be_named_by_its_words_and_one_that_is_not_here_is_told(
    table: Table,
) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "y")
    table.write("fire")
    table.press(ENTER)
    assert "No agency in the room goes by 'fire'." in table.says()
    assert decisions(table) == ()
    table.line.clear()
    table.write("homes")
    table.press(ENTER, ENTER)
    (made,) = decisions(table)
    assert made.dissent_agencies == ("Kerrow Homes",)


def test_a_vote_and_an_agencys_own_decision_are_under_more(table: Table) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "m", "v", "a")
    assert "By vote. Agency." in table.says()
    table.press("n")
    (made,) = decisions(table)
    assert (made.how, made.authority) == (DecidedHow.VOTE, DecisionAuthority.AGENCY)


def test_without_a_quorum_it_is_said_beforehand_and_the_chair_decides_by_one_key(
    desk: Desk, look: theme.Look
) -> None:
    table = sit(hold(desk, here={POLICE}))
    table.open(table.meeting.tomos)
    assert "Not quorate: 1 agency is here, 3 are needed." in table.says()
    decide(table, "keep the bed because it is warm")
    assert "record it as the chair's decision?" in table.says()
    table.press("y", "n")
    (made,) = decisions(table)
    assert (made.how, made.decided_by) == (DecidedHow.CHAIR, "Morwenna Tregear")
    table.kill()


def test_no_to_the_chair_leaves_the_words_where_they_were(desk: Desk, look: theme.Look) -> None:
    table = sit(hold(desk, here={POLICE}))
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "n")
    assert decisions(table) == ()
    assert table.line.text() == "keep the bed"
    table.kill()


def test_going_on_without_an_answer_records_the_decision_as_not_asked(table: Table) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm")
    item = table.place.item
    table.do(Key.LIVE_NEXT)
    assert table.place.item != item
    line = table.live.line(item)
    assert line is not None
    assert line.decisions == 1
    table.do(Key.LIVE_BACK)
    (made,) = decisions(table)
    assert not made.dissent_asked
    assert read_drafts(table.meeting.desk) == ()


def test_a_decision_is_taken_back_by_one_key(table: Table) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "n")
    table.do(Key.UNDO)
    assert decisions(table) == ()


def change(table: Table, key: str) -> None:
    button = next(
        one
        for one in table.window.findChildren(QPushButton)
        if one.accessibleName().startswith("Change: ") and one.isVisible()
    )
    button.setFocus()
    button.click()
    settle()
    table.press(key)


def test_the_words_of_a_decision_are_corrected_and_the_disagreement_stays(table: Table) -> None:
    table.open(table.meeting.tomos)
    record_decision(
        table.meeting.desk,
        table.item.record.entry.id,
        Decided("Keep the bet", "Warm", dissent_asked=True, dissent_agencies=(POLICE,)),
    )
    table.look_again()
    change(table, "c")
    assert table.line.text() == "Keep the bet"
    table.line.clear()
    table.write("Keep the bed")
    table.press(ENTER, ENTER, "k")
    (made,) = decisions(table)
    assert (made.text, made.dissent_agencies) == ("Keep the bed", ("Kerrow Police",))


def test_a_decision_of_today_is_replaced_and_withdrawn(table: Table) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "n")
    change(table, "r")
    table.write("find a flat because he asked for one")
    table.press(ENTER, "n")
    first, second = sorted(decisions(table), key=lambda one: one.status is DecisionStatus.MADE)
    assert (first.text, first.status) == ("Keep the bed", DecisionStatus.SUPERSEDED)
    assert second.text == "Find a flat"

    change(table, "w")
    table.write("The landlord has let it")
    table.press(ENTER, "n")
    statuses = {one.text: one.status for one in decisions(table)}
    assert statuses["Find a flat"] is DecisionStatus.REVERSED
    assert statuses["No longer holds: Find a flat"] is DecisionStatus.MADE


def test_a_correction_somebody_was_faster_with_is_told_and_nothing_typed_is_lost(
    table: Table,
) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm", "n")
    (made,) = decisions(table)
    change(table, "c")
    table.write(" until Friday")
    table.press(ENTER, ENTER)
    other = Decided("Keep the bed for a week", "Warm", dissent_asked=True)
    change_decision(table.meeting.desk, made.id, seen=made.revision, decided=other)
    table.press("n")
    assert "changed" in table.says()
    assert "Keep the bed until Friday" in [
        one.text() for one in table.window.findChildren(Line) if one.isVisible()
    ]
    assert decisions(table)[0].text == "Keep the bed for a week"


def test_a_refusal_is_said_under_the_line_and_the_words_stay(table: Table) -> None:
    table.open(table.meeting.tomos)
    decide(table, "keep the bed because it is warm")
    close_meeting(table.meeting.desk, table.meeting.id, at=NOON)
    with table.meeting.desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(MeetingRecord, table.meeting.id).status = MeetingStatus.MINUTES_ISSUED
        tx.journal("test.issued")
    table.press("n")
    assert decisions(table) == ()
    assert "minutes" in table.says()
    assert "keep the bed" in typed_in(table)
    assert "it is warm" in typed_in(table)
    (draft,) = read_drafts(table.meeting.desk)
    assert draft.values["decision"] == "keep the bed"


def typed_in(table: Table) -> list[str]:
    return [one.text() for one in table.window.findChildren(Line)]


def test_words_typed_when_the_program_was_killed_stand_there_again(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_DECIDE)
    table.write("Keep the bed")
    table.press(ENTER)
    table.write("It is wa")
    QTest.qWait(450)
    place = table.kill()
    again = sit(table.meeting, place)
    assert again.place.item == place.item
    assert again.line.text() == "It is wa"
    again.write("rm")
    again.press(ENTER, "n")
    (made,) = decisions(again)
    assert (made.text, made.reason) == ("Keep the bed", "It is warm")
    again.kill()


def test_words_left_behind_wait_at_their_person_and_nowhere_else(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_DECIDE)
    table.write("Keep the bed")
    table.open(table.meeting.anna)
    assert "Keep the bed" not in typed_in(table)
    table.open(table.meeting.tomos)
    assert "Keep the bed" in typed_in(table)


def test_typing_goes_on_undisturbed_when_somebody_else_writes(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_DECIDE)
    table.write("Keep the be")
    line = table.line
    item = table.item.record.entry.id
    record_decision(table.meeting.desk, item, Decided("Ring the ward", "He asked"))
    table.look_again()
    assert table.line is line
    assert line.text() == "Keep the be"
    assert "Ring the ward" in table.says()


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
        case = look.get(Case, table.item.case_id)
    assert case.next_review_on == TODAY + weeks * WEEK


def test_a_review_day_is_told_before_enter_and_one_that_is_over_is_refused(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.REVIEW)
    table.write("25/12/2026")
    assert "Fri 25 Dec, in 5 weeks. That is a bank holiday." in table.says()
    table.line.clear()
    table.write("12/11/2026")
    table.press(ENTER)
    assert "after the day of this meeting" in table.says()
    assert table.item.record.entry.next_review_on is None
    assert table.line.text() == "12/11/2026"


def test_an_offer_is_kept_with_its_agency(table: Table) -> None:
    table.open(table.meeting.tomos)
    table.do(Key.LIVE_OFFER)
    table.write("homes: a room at the hostel until Christmas")
    assert "Kerrow Homes offers: a room at the hostel until Christmas" in table.says()
    table.press(ENTER)
    assert offers(table) == [(HOUSING, "A room at the hostel until Christmas")]


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
    lines = [one for one in table.window.findChildren(Line) if one.isVisible()]
    assert lines == []
    table.do(Key.REVIEW)
    table.do(Key.LIVE_DECIDE)
    assert "When does the panel look again?" not in table.says()
    table.kill()
