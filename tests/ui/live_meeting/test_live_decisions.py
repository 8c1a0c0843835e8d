"""Decisions of the meeting, by keys alone: words, reason, who disagrees, what is changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.decisions import Decided, change_decision, record_decision
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.records.drafts import read_drafts
from coordinator.db.models import Meeting as MeetingRecord
from coordinator.domain.lists.meetings import DecidedHow, DecisionAuthority
from coordinator.domain.roles import Right
from coordinator.domain.states import (
    DecisionStatus,
    MeetingStatus,
)
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from tests.meetings import NOON
from tests.stores import POLICE
from tests.ui.driving import settle
from tests.ui.live_tables import (
    ENTER,
    Table,
    decisions,
    hold,
    meeting,
    sit,
    table,
    typed_in,
)

__all__ = ["meeting", "table"]  # fixtures from elsewhere


def decide(table: Table, words: str, *keys: Qt.Key | str) -> None:
    table.do(Key.LIVE_DECIDE)
    table.write(words)
    table.press(ENTER, *keys)


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
        for part in table.window.findChildren(DecidingPart)
        for one in part.findChildren(QPushButton)
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
    assert "Somebody else wrote meanwhile" in table.says()
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
