"""The agenda of a meeting leads to its requests and shows what came back."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton

from coordinator.casework.asking.requests import note_replies
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import issue_agenda
from coordinator.casework.meetings.running import open_meeting
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import NewReply
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.places.every import Place, RequestsPlace
from coordinator.ui.screens.meeting import screen
from coordinator.ui.screens.meeting.agenda import replied
from coordinator.ui.screens.meeting.presenter import read_page
from coordinator.ui.screens.meeting.view import MeetingView
from tests.meetings import TEN
from tests.requests import ask, cell_of, coming_meeting, known_case
from tests.stores import HOUSING, POLICE, Clock
from tests.ui.immediate import ImmediateJobs


@pytest.fixture
def person(desk: Desk) -> UUID:
    return known_case(desk)


@pytest.fixture
def meeting(desk: Desk, person: UUID) -> UUID:
    del person
    return coming_meeting(desk)


def opened(desk: Desk, meeting: UUID, gone: list[Place]) -> MeetingView:
    made = screen.build(ImmediateJobs(desk), gone.append, lambda _text, _undo: None, meeting)
    assert isinstance(made.widget, MeetingView)
    made.widget.setProperty("kept", made)  # a screen keeps its presenter
    return made.widget


def chips(view: MeetingView) -> list[str]:
    return [one.accessibleName() for one in view.findChildren(Chip)]


def asking(view: MeetingView) -> list[QPushButton]:
    return [one for one in view.findChildren(QPushButton) if one.text() == "Ask for information"]


def test_the_page_leads_to_the_requests_until_the_meeting_begins(
    desk: Desk, meeting: UUID, look: theme.Look
) -> None:
    del look
    gone: list[Place] = []
    view = opened(desk, meeting, gone)
    (button,) = asking(view)
    button.click()
    assert gone == [RequestsPlace(meeting)]
    view.deleteLater()


def test_the_head_says_how_many_agencies_owe_a_reply(
    desk: Desk, meeting: UUID, person: UUID, look: theme.Look
) -> None:
    del look
    assert "Replies missing: 2 agencies" not in chips(opened(desk, meeting, []))
    ask(desk, meeting, POLICE, HOUSING)
    assert "Replies missing: 2 agencies" in chips(opened(desk, meeting, []))
    for agency in (POLICE, HOUSING):
        reply = cell_of(desk, meeting, agency, person).reply
        assert reply is not None
        note_replies(desk, [NewReply(reply.id, reply.revision, Known.KNOWN)])
    assert "All replies are in" in chips(opened(desk, meeting, []))


def test_a_line_says_how_many_know_the_person_once_all_have_replied(
    desk: Desk, meeting: UUID, person: UUID
) -> None:
    ask(desk, meeting, POLICE, HOUSING)
    for agency, answer, told in (
        (POLICE, Known.NOT_KNOWN, "1 missing"),
        (HOUSING, Known.WILL_SHARE, "Known to 1 of 2"),
    ):
        reply = cell_of(desk, meeting, agency, person).reply
        assert reply is not None
        note_replies(desk, [NewReply(reply.id, reply.revision, answer)])
        lines = read_page(desk, meeting).lines
        assert [replied(line) for line in lines if line.entry.person] == [told]


def test_a_meeting_that_began_asks_no_agency_any_more(
    desk: Desk, meeting: UUID, clock: Clock, look: theme.Look
) -> None:
    del look
    clock.move(days=7)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    view = opened(desk, meeting, [])
    assert asking(view) == []
    view.deleteLater()
