"""Open actions in the room: every outcome by keys alone, what is in the way, and the way back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.actions.barriers import find_barriers, identify_barrier, resolve_barrier
from coordinator.casework.actions.lists import find_open_actions, read_action
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.records.drafts import read_drafts
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus, BarrierStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.screens.live_meeting.escalating import part as escalating
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.screens.live_meeting.outcomes.lines import LIKELIEST
from coordinator.ui.screens.live_meeting.outcomes.painted import PaintedLines
from coordinator.ui.screens.live_meeting.outcomes.view import OutcomesPart
from tests.meetings import add_action, add_case, keep_from
from tests.stores import COUNCIL, HEALTH, NURSE, TODAY, sitting, store
from tests.ui.driving import settle
from tests.ui.live_meeting.live_parts import YESTERDAY, MeetingOn, OpenRoom, meeting_on, open_room

__all__ = ["store"]
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
NO_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def on(desk: Desk) -> MeetingOn:
    return meeting_on(desk)


@pytest.fixture
def room(on: MeetingOn, look: theme.Look, qapp: QApplication) -> Iterator[OpenRoom]:
    del look, qapp
    with open_room(on, [outcomes.build, escalating.build]) as made:
        made.do("Open actions")
        yield made


def part_of(room: OpenRoom) -> OutcomesPart:
    widget = room.parts[0].widget
    assert isinstance(widget, OutcomesPart)
    return widget


def status(on: MeetingOn, at: int = 0) -> ActionStatus:
    return on.row(at).status


def seen_words(room: OpenRoom) -> str:
    labels = [one.text() for one in room.page.findChildren(QLabel) if one.isVisible()]
    chips = [one.accessibleName() for one in room.page.findChildren(Chip) if one.isVisible()]
    painted = room.page.findChildren(PaintedLines)
    rows = [one.accessibleName() for one in painted if one.isVisible()]
    return " | ".join([*labels, *chips, *rows])


@pytest.mark.parametrize(
    ("keys", "becomes", "note"),
    [
        (("1",), ActionStatus.DONE, ""),
        (("2",), ActionStatus.IN_PROGRESS, ""),
        (("3", "no time", ENTER), ActionStatus.NOT_DONE, "no time"),
        (("4", "1"), ActionStatus.COULD_NOT, ""),
        (("5", "moved away", ENTER), ActionStatus.NOT_NEEDED, "moved away"),
        (("6", "1", "letter seen", ENTER), ActionStatus.DONE, ""),
        (("6", "2", "rang twice", ENTER), ActionStatus.IN_PROGRESS, "rang twice"),
        (("6", "6", "the bank", ENTER), ActionStatus.WAITING, ""),
        (("6", "7", "one form sent", ENTER), ActionStatus.PARTLY_DONE, "one form sent"),
        (("6", "8", "a lift offered", ENTER), ActionStatus.DECLINED, "a lift offered"),
        (("6", "0", ENTER), ActionStatus.OPEN, ""),
    ],
)
def test_every_outcome_is_said_by_keys_alone(
    room: OpenRoom, on: MeetingOn, keys: tuple[object, ...], becomes: ActionStatus, note: str
) -> None:
    room.press(*keys)
    found = on.row()
    assert (found.status, room.notices) == (becomes, [])
    if note:
        assert found.outcome_note == note
    assert room.room.item is not None
    assert on.actions[0] in room.room.item.settled


@NO_POPUPS
def test_passing_on_finds_the_new_owner_by_part_of_a_name(room: OpenRoom, on: MeetingOn) -> None:
    room.press("6", "9", "Kasia", ENTER)
    room.press(ENTER)
    found = on.row()
    assert (found.status, found.outcome_note) == (
        ActionStatus.TRANSFERRED,
        "Agreed at the meeting.",
    )
    rows = find_open_actions(on.desk, [on.person])[on.person]
    assert [row.owner.id for row in rows if row.continues == found.number] == [NURSE]


def test_done_is_done_on_the_day_of_the_meeting(room: OpenRoom, on: MeetingOn) -> None:
    room.press("1")
    assert on.row().done_on == TODAY


def test_what_it_waits_for_has_to_be_said(room: OpenRoom, on: MeetingOn) -> None:
    room.press("6", "6", ENTER)
    assert status(on) is ActionStatus.OPEN
    assert "Whom it waits for" in seen_words(room)
    room.press("the bank", ENTER)
    assert on.row().waiting_on == "the bank"


@pytest.mark.parametrize("keys", [("3",), ("5",), ("6", "7"), ("6", "8")])
def test_enter_alone_puts_no_reason_into_the_minutes_that_nobody_gave(
    room: OpenRoom, on: MeetingOn, keys: tuple[object, ...]
) -> None:
    room.press(*keys, ENTER)
    found = on.row()
    assert (found.status, found.outcome_note) == (ActionStatus.OPEN, "")
    assert "What came of it" in seen_words(room)
    room.press("she has moved", ENTER)
    assert on.row().outcome_note == "she has moved"


def test_after_an_outcome_the_next_one_that_waits_is_under_the_keys(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press("1", "1", "2")
    assert [status(on, at) for at in range(3)] == [
        ActionStatus.DONE,
        ActionStatus.DONE,
        ActionStatus.IN_PROGRESS,
    ]
    assert "3 of 3 said" in seen_words(room)


def test_what_was_said_before_the_last_one_is_left_out_when_going_on(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press(DOWN, "1")
    assert part_of(room).rows.current == on.actions[2]
    room.press("1")
    assert part_of(room).rows.current == on.actions[0]


def test_could_not_be_done_asks_one_key_for_why(room: OpenRoom, on: MeetingOn) -> None:
    room.press("4")
    assert status(on) is ActionStatus.OPEN
    room.press("2")
    found = on.row()
    assert found.status is ActionStatus.COULD_NOT
    assert found.barrier_category is LIKELIEST[1]
    room.press("refused without an assessment", ENTER)
    assert on.row().barrier is not None
    assert on.row().barrier.description == "refused without an assessment"  # type: ignore[union-attr]
    assert part_of(room).rows.current == on.actions[1]
    assert part_of(room).rows.hasFocus()


def test_details_may_follow_and_that_is_shown(room: OpenRoom, on: MeetingOn) -> None:
    room.press("4", "1", ENTER)
    assert "Details to follow" in seen_words(room)
    room.press(UP, "d", "no rooms left", ENTER)
    assert "Details to follow" not in seen_words(room)
    barrier = on.row().barrier
    assert barrier is not None
    assert barrier.description == "no rooms left"


def test_details_that_were_being_typed_are_kept_when_the_room_goes_on(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press("4", "1", "no rooms left")
    assert room.room.meeting is not None
    other = next(one.entry.id for one in room.room.meeting.lines if one.entry.id != on.item)
    room.room.open(other)
    barrier = on.row().barrier
    assert barrier is not None
    assert barrier.description == "no rooms left"


def test_a_reason_half_typed_is_there_again(room: OpenRoom, on: MeetingOn) -> None:
    room.press("3", "no ti", ESCAPE)
    assert status(on) is ActionStatus.OPEN
    room.press("3", "me", ENTER)
    assert on.row().outcome_note == "no time"


def test_escape_leaves_a_question_and_says_nothing(room: OpenRoom, on: MeetingOn) -> None:
    room.press("4", ESCAPE, "6", ESCAPE, "4", "0", ESCAPE, ESCAPE)
    assert status(on) is ActionStatus.OPEN
    room.press("1")
    assert status(on) is ActionStatus.DONE


def test_a_wrong_key_is_taken_back_as_one(room: OpenRoom, on: MeetingOn) -> None:
    room.press("4", "1", ENTER)
    room.undo()
    assert status(on) is ActionStatus.OPEN
    assert find_barriers(on.desk, [on.person]) == {}
    assert room.room.item is not None
    assert room.room.item.settled == frozenset()
    assert "0 of 3 said" in seen_words(room)


def test_the_key_after_a_slip_taken_back_is_for_the_same_action(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press("1")
    room.undo()
    room.press("2")
    assert (status(on), status(on, 1)) == (ActionStatus.IN_PROGRESS, ActionStatus.OPEN)


def test_still_in_progress_is_one_key(room: OpenRoom, on: MeetingOn) -> None:
    set_outcome(on.desk, on.actions[0], Outcome(ActionStatus.IN_PROGRESS), seen=1)
    room.look()
    room.press("2")
    updates = read_action(on.desk, on.actions[0]).updates
    assert "Still in progress." in {one.text for one in updates}
    assert on.actions[0] in (room.room.item.settled if room.room.item else ())


def test_what_somebody_else_said_meanwhile_is_told_and_stands(
    room: OpenRoom, on: MeetingOn
) -> None:
    other = Outcome(ActionStatus.NOT_DONE, note="Their worker was ill.")
    set_outcome(on.desk, on.actions[0], other, seen=1, occasion=Occasion(meeting_id=on.meeting))
    room.press("1")
    assert status(on) is ActionStatus.NOT_DONE
    assert len(room.notices) == 1
    assert "Their worker was ill" in seen_words(room)  # and it is shown now


def test_an_outcome_said_twice_tells_the_way_back(room: OpenRoom, on: MeetingOn) -> None:
    room.press("1", UP, "3")
    assert status(on) is ActionStatus.DONE
    assert "Ctrl+Z" in seen_words(room)
    room.press("6", "0", "a slip", ENTER)
    assert status(on) is ActionStatus.OPEN


def test_a_barrier_about_the_person_is_begun_in_two_keys(room: OpenRoom, on: MeetingOn) -> None:
    room.do("New barrier")
    room.press("2")
    (found,) = find_barriers(on.desk, [on.person])[on.person]
    assert (found.category, found.action_id) == (LIKELIEST[1], None)
    room.press("turned away twice", ENTER)
    (found,) = find_barriers(on.desk, [on.person])[on.person]
    assert found.description == "turned away twice"
    assert "In the way: Mental health: threshold" in seen_words(room)


@pytest.mark.parametrize("details", ["turned away twice", ""])
def test_what_is_newly_in_the_way_is_escalated_from_where_the_keys_are_then(
    room: OpenRoom, on: MeetingOn, details: str
) -> None:
    room.do("New barrier")
    room.press("2", *([details] if details else []), ENTER, "e", ENTER)
    (found,) = find_barriers(on.desk, [on.person])[on.person]
    assert found.status is BarrierStatus.ESCALATED


def test_e_and_enter_escalate_what_could_not_be_done(room: OpenRoom, on: MeetingOn) -> None:
    room.press("e")
    assert "could not be done" in seen_words(room)
    room.press("4", "2", ENTER, UP, "e", ENTER)
    barrier = on.row().barrier
    assert barrier is not None
    assert barrier.status is BarrierStatus.ESCALATED
    assert "To escalate" in seen_words(room)
    room.undo()
    barrier = on.row().barrier
    assert barrier is not None
    assert barrier.status is BarrierStatus.IDENTIFIED


def test_the_row_under_the_keys_stays_when_rows_are_shown_again(
    room: OpenRoom, on: MeetingOn
) -> None:
    room.press(DOWN)
    add_action(on.desk, on.person, YESTERDAY, "A26-0000", "Something older")
    room.look()
    assert part_of(room).rows.current == on.actions[1]
    room.press("3", "half a wo")
    room.look()
    room.press("rd", ENTER)
    assert on.row(1).outcome_note == "half a word"


def test_where_nothing_is_open_one_quiet_sentence_says_so(
    desk: Desk, look: theme.Look, qapp: QApplication
) -> None:
    with open_room(meeting_on(desk, actions=0), [outcomes.build]) as room:
        assert "No action is open here." in seen_words(room)


def test_who_may_not_run_the_meeting_sees_the_rows_and_changes_nothing(
    on: MeetingOn, look: theme.Look, qapp: QApplication
) -> None:
    auditor = sitting(on.desk, NURSE, Role.LEAD_PROFESSIONAL, COUNCIL)
    with open_room(on, [outcomes.build], desk=auditor) as room:
        room.do("Open actions")
        room.press("1")
        buttons = [one for one in room.page.findChildren(QPushButton) if one.isVisible()]
        assert buttons == []
    assert status(on) is ActionStatus.OPEN


def test_in_the_check_of_actions_people_are_named_as_a_list_may_name_them(
    desk: Desk, look: theme.Look, qapp: QApplication
) -> None:
    elsewhere, _case = add_case(desk, "Petroc", may_work=False)
    add_action(desk, elsewhere, YESTERDAY, "A26-0009", "Ask the landlord")
    on = meeting_on(desk, actions=1)
    keep_from(desk, on.person, HEALTH)
    with open_room(on, [outcomes.build]) as room:
        assert room.room.meeting is not None
        check = [one for one in room.room.meeting.lines if one.entry.person is None]
        if not check:
            pytest.skip("this agenda has no check of actions")
        room.room.open(check[0].entry.id)
        room.do("Open actions")
        words = seen_words(room)
        assert "Ask the landlord" in words
        assert "Petroc" not in words
        assert "Not to be told: Kerrow Mental Health" in words


@NO_POPUPS
def test_an_agency_that_must_not_be_told_is_not_offered_an_action(
    desk: Desk, look: theme.Look, qapp: QApplication
) -> None:
    on = meeting_on(desk, actions=1)
    keep_from(desk, on.person, HEALTH)
    with open_room(on, [outcomes.build]) as room:
        room.do("Open actions")
        room.press("6", "9", "Kasia", ENTER)
        room.press(ENTER)
    assert status(on) is ActionStatus.OPEN


@pytest.mark.parametrize("keys", [("3", "no ti"), ("4", "1", "no ro")])
def test_words_half_typed_are_there_after_the_program_ended(
    on: MeetingOn, look: theme.Look, qtbot: QtBot, keys: tuple[str, ...]
) -> None:
    with open_room(on, [outcomes.build]) as room:
        room.do("Open actions")
        room.press(*keys)
        qtbot.waitUntil(lambda: read_drafts(on.desk) != (), timeout=30_000)
        half = [one.values["words"] for one in read_drafts(on.desk)]
        part_of(room).described.disconnect()  # the program ends: nothing is left in good order
    assert half == [keys[-1]]
    with open_room(on, [outcomes.build], field="live.outcomes") as again:
        again.press("me", ENTER)
        said = on.row().outcome_note or on.row().barrier.description  # type: ignore[union-attr]
        assert said == keys[-1] + "me"
    assert read_drafts(on.desk) == ()


def test_the_pointer_says_done_on_any_row_of_a_short_list(room: OpenRoom, on: MeetingOn) -> None:
    (button,) = [
        one
        for one in room.page.findChildren(QPushButton)
        if one.accessibleName() == "Done: Find the birth certificate"
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert status(on, 2) is ActionStatus.DONE
    assert part_of(room).rows.hasFocus()


def test_a_barrier_met_before_tells_how_it_was_resolved(room: OpenRoom, on: MeetingOn) -> None:
    category = LIKELIEST[0]
    for days in (10, 18, 30):
        since = TODAY - timedelta(days=days)
        new = NewBarrier(category, add_case(on.desk, f"Jory{days}")[0], since=since)
        resolve_barrier(
            on.desk, identify_barrier(on.desk, new).result, seen=1, resolution="Asked Jory10"
        )
    room.press("4", "1")
    words = seen_words(room)
    assert "Resolved 3 times before, usually in 18 days." in words
    assert "Jory" not in words


def test_a_barrier_nobody_resolved_before_says_nothing_of_it(room: OpenRoom) -> None:
    room.press("4", "1")
    assert "before" not in seen_words(room)
