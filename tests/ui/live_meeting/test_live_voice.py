"""What the person asked for opens their item; nothing is agreed against them unthought."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.directory.services import add_service
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.discussions import write_person_view
from coordinator.casework.need_to_know.comms import agree_comms_line
from coordinator.casework.voice.wishes import find_wishes, note_wish
from coordinator.domain.actions.enforcement import ThoughtRow
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.wishes import NewWish, WishRow, WishState
from coordinator.ui.kit import theme
from coordinator.ui.screens.live_meeting.asked import part as asked
from coordinator.ui.screens.live_meeting.head import part as head
from coordinator.ui.screens.live_meeting.line import part as line
from coordinator.ui.screens.live_meeting.line.view import LinePart
from tests.stores import NURSE, TODAY, WORKER
from tests.ui.live_meeting.live_parts import MeetingOn, OpenRoom, meeting_on, open_room
from tests.ui.pages.voice_pages import SERVICES

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
BUILDS = (head.build, asked.build, line.build)


@pytest.fixture
def on(desk: Desk, look: theme.Look) -> MeetingOn:
    return meeting_on(desk)


@pytest.fixture
def opened(on: MeetingOn) -> Iterator[OpenRoom]:
    with open_room(on, BUILDS) as made:
        yield made


def says(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def wishes(on: MeetingOn) -> tuple[WishRow, ...]:
    return find_wishes(on.desk, [on.person]).get(on.person, ())


def agreed(on: MeetingOn) -> list[tuple[str, ActionKind]]:
    item = read_live_item(on.desk, on.meeting, on.item)
    return [(one.text, one.kind) for one in item.record.actions]


def thoughts(on: MeetingOn) -> list[ThoughtRow]:
    from coordinator.casework.actions.enforcement import thoughts_of

    with on.desk.read() as look:
        return list(thoughts_of(look, look.actions.of_meeting(on.meeting)).values())


def line_of(opened: OpenRoom) -> LinePart:
    part = opened.page.findChild(LinePart)
    assert isinstance(part, LinePart)
    return part


def to_line(opened: OpenRoom, words: str) -> None:
    line_of(opened).line.setFocus()
    opened.press(words, ENTER)


def test_what_was_asked_and_not_answered_is_the_first_thing_on_the_item(
    on: MeetingOn, opened: OpenRoom
) -> None:
    asked_on = TODAY - timedelta(days=16)
    note_wish(on.desk, NewWish(on.person, "To keep my dog", NURSE, asked_on=asked_on))
    opened.look()
    assert "“To keep my dog”" in says(opened.page)
    assert "16 days" in says(opened.page) or "2 weeks" in says(opened.page)
    assert "Kasia" in says(opened.page)
    opened.do("Answer what was asked")
    opened.press("Yes, in the new house", ENTER)
    (row,) = wishes(on)
    assert (row.answer, row.state) == ("Yes, in the new house", WishState.ANSWERED)
    assert "They have not been told yet." in says(opened.page)


def test_the_answer_is_told_by_one_button_and_the_wish_leaves_the_item(
    on: MeetingOn, opened: OpenRoom
) -> None:
    note_wish(on.desk, NewWish(on.person, "A key", NURSE))
    opened.look()
    opened.do("Answer what was asked")
    opened.press("On Friday", ENTER)
    from PySide6.QtWidgets import QPushButton

    (told,) = [
        one
        for one in opened.page.findChildren(QPushButton)
        if one.accessibleName().startswith("Told today")
    ]
    told.click()
    opened.look()
    assert wishes(on)[0].state is WishState.TOLD
    assert "A key" not in says(opened.page)


def test_an_empty_answer_is_refused_in_place_and_escape_lets_it_go(
    on: MeetingOn, opened: OpenRoom
) -> None:
    note_wish(on.desk, NewWish(on.person, "A key", NURSE))
    opened.look()
    opened.do("Answer what was asked")
    opened.press(ENTER)
    assert "no, because" in says(opened.page)
    opened.press("Yes", ESC)
    assert wishes(on)[0].is_waiting
    opened.do("Answer what was asked")
    opened.press(ENTER)
    assert wishes(on)[0].answer == "Yes"  # what was typed had waited


def test_what_the_person_said_here_becomes_a_wish_with_two_keys(
    on: MeetingOn, opened: OpenRoom
) -> None:
    from coordinator.casework.leads.agreeing import agree_lead

    agree_lead(on.desk, on.case, NURSE)
    item = read_live_item(on.desk, on.meeting, on.item)
    write_person_view(
        on.desk,
        on.item,
        seen=item.record.entry.revision,
        view="I want a room with a door",
        spoken_by="Kasia",
    )
    opened.look()
    opened.do("The person asks for something")
    opened.press(ENTER)
    (row,) = wishes(on)
    assert (row.words, row.owner.name) == ("I want a room with a door", "Kasia Dębska")
    assert row.meeting
    opened.undo()
    assert wishes(on) == ()


def test_a_wish_without_an_owner_is_asked_for_one(on: MeetingOn, opened: OpenRoom) -> None:
    opened.do("The person asks for something")
    opened.press("A phone", ENTER)
    assert "Choose who answers" in says(opened.page)
    assert wishes(on) == ()


def test_enforcement_is_thought_through_in_place_before_it_is_agreed(
    on: MeetingOn, opened: OpenRoom
) -> None:
    to_line(opened, "Kasia, apply for an injunction, by Fri")
    assert agreed(on) == []
    opened.press("y")
    assert "What does this do for victims?" in says(opened.page)
    opened.press(ENTER)
    assert "none expected will do" in says(opened.page)
    opened.press("The shop has peace", ENTER)
    assert agreed(on) == []
    QTest.keyClick(
        line_of(opened).question.line,
        Qt.Key.Key_1,
        Qt.KeyboardModifier.AltModifier,
    )
    opened.look()
    assert agreed(on) == [("Apply for an injunction", ActionKind.ENFORCEMENT)]
    (one,) = thoughts(on)
    assert (one.victim_effect, one.engagement_effect) == ("The shop has peace", "None expected")


def test_words_that_only_read_like_enforcement_are_agreed_with_one_key(
    on: MeetingOn, opened: OpenRoom
) -> None:
    to_line(opened, "Kasia, help him appeal the eviction, by Fri")
    opened.press("n")
    assert agreed(on) == [("Help him appeal the eviction", ActionKind.SUPPORT)]
    assert thoughts(on) == []


def test_other_actions_are_asked_nothing(on: MeetingOn, opened: OpenRoom) -> None:
    to_line(opened, "Kasia, ring the surgery again, by Fri")
    assert len(agreed(on)) == 1


def test_leaving_the_question_agrees_nothing_and_loses_nothing(
    on: MeetingOn, opened: OpenRoom
) -> None:
    to_line(opened, "Kasia, apply for an injunction, by Fri")
    opened.press("y")
    opened.press("The shop has peace", ESC)
    assert agreed(on) == []
    part = line_of(opened)
    assert part.line.text() == "Kasia, apply for an injunction, by Fri"
    part.line.setFocus()
    opened.press(ENTER, "y")
    assert part.question.line.text() == "The shop has peace"


def test_a_service_is_put_into_the_line_by_its_key_and_tells_how_to_refer(
    on: MeetingOn, look: theme.Look
) -> None:
    add_service(on.desk, **SERVICES[0])
    with open_room(on, BUILDS) as opened:
        part = line_of(opened)
        part.line.setFocus()
        opened.press("Kasia, take him to the harb")
        QTest.keyClick(part.line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert part.line.text() == "Kasia, take him to the Harbour Hub"
        assert "Harbour Hub: Walk in." in says(opened.page)
        part.line.setFocus()
        opened.press(" by Fri", ENTER)
        assert agreed(on) == [("Take him to the Harbour Hub", ActionKind.SUPPORT)]


def test_what_may_be_said_stands_quietly_in_the_head_and_not_while_names_are_hidden(
    on: MeetingOn, opened: OpenRoom
) -> None:
    agree_comms_line(on.desk, NewCommsLine(on.person, not_say="Where they stay"))
    agree_comms_line(
        on.desk, NewCommsLine(None, on.meeting, may_say="We met", said_by="The press office")
    )
    note_wish(on.desk, NewWish(on.person, "A key", WORKER))
    opened.look()
    assert "Not to be said: Where they stay." in says(opened.page)
    assert "May be said, by The press office: We met." in says(opened.page)
    opened.room.hide_names(hidden=True)
    opened.look()
    assert "Where they stay" not in says(opened.page)
    assert "A key" not in says(opened.page)
