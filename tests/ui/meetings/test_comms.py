"""What may be said about a meeting, agreed, changed and ended from its page."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.domain.meetings.slots import ProposedOrder
from coordinator.ui.kit import theme
from coordinator.ui.screens.meeting.presenter import MeetingPresenter
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.screens.meeting.view import MeetingView
from coordinator.ui.shared.asking import Asking
from tests.casework.entries_on_file import a_meeting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class Page:
    """The page of a meeting as it would be shown."""

    def __init__(self, desk: Desk, meeting: UUID) -> None:
        self.shown: MeetingPage | None = None
        self.told: list[str] = []
        self.forms, jobs = Forms(), ImmediateJobs(desk)
        self.presenter = MeetingPresenter(
            jobs,
            self,
            Asking(jobs, self.forms),
            lambda _place: None,
            lambda told, _undo: self.told.append(told),
            meeting,
        )
        jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_meeting(self, page: MeetingPage) -> None:
        self.shown = page

    def choose_line(self, entry: UUID) -> None: ...

    def show_order(self, proposed: ProposedOrder) -> None: ...

    def show_copies(self, texts: object) -> None: ...

    @property
    def line(self) -> str:
        assert self.shown is not None
        return self.shown.comms.may_say if self.shown.comms else ""


@pytest.fixture
def page(desk: Desk) -> Page:
    return Page(desk, a_meeting(desk))


def test_a_line_is_agreed_changed_and_ended_with_a_reason(page: Page) -> None:
    page.presenter.do("comms")
    page.forms.answer(may_say="We met", said_by="The press office")
    assert page.line == "We met"
    page.presenter.do("comms")
    page.forms.answer(may_say="We meet weekly")
    assert page.line == "We meet weekly"
    page.presenter.do("end_comms")
    page.forms.answer(reason="")
    assert page.line == "We meet weekly"
    page.forms.answer(reason="Nobody asks")
    assert page.line == ""
    assert len(page.told) == 3


def test_the_page_tells_it_in_one_line(page: Page, look: theme.Look, qtbot: QtBot) -> None:
    page.presenter.do("comms")
    page.forms.answer(may_say="We met", said_by="The press office")
    view = MeetingView()
    qtbot.addWidget(view)
    assert page.shown is not None
    view.show_meeting(page.shown)
    from PySide6.QtWidgets import QLabel

    words = [one.text() for one in view.findChildren(QLabel)]
    assert "May be said, by The press office: We met." in words
