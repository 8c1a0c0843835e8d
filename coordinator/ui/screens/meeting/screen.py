"""Joining the view and the presenter of one meeting."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.agendas import issue_agenda, take_back_agenda, write_agenda
from coordinator.casework.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
    take_back_minutes,
)
from coordinator.domain.meeting_views import AgendaEntry
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import Place
from coordinator.ui.screens.meeting import acts
from coordinator.ui.screens.meeting.presenter import Act, MeetingPresenter, Toast
from coordinator.ui.screens.meeting.view import MeetingView
from coordinator.wording.translation import N_, _

_PLAIN: Mapping[str, tuple[Callable[..., Any], str]] = {
    "write": (write_agenda, N_("The agenda is up to date.")),
    "issue": (issue_agenda, N_("The agenda is issued.")),
    "draft": (draft_minutes, N_("The minutes are in draft.")),
    "issue_minutes": (issue_minutes, N_("The minutes are issued.")),
    "approve": (approve_minutes, N_("The minutes are approved.")),
}
_ASKED: Mapping[str, tuple[Callable[..., Any], str]] = {
    "take_back": (take_back_agenda, N_("The agenda is taken back.")),
    "take_back_minutes": (take_back_minutes, N_("The minutes are in draft again.")),
    "correct": (correct_minutes, N_("The correction stands beside the minutes.")),
}
_OF_ROW: Mapping[str, tuple[Callable[..., Act], str]] = {
    "move": (acts.moved, N_("The meeting is moved.")),
    "cancel": (acts.cancelled, N_("The meeting is cancelled.")),
    "held": (acts.held, N_("It is noted that the meeting was held.")),
    "approved": (acts.approved_elsewhere, N_("The approval is recorded.")),
}
_OF_LINE: Mapping[str, tuple[Callable[..., Act], str]] = {
    "change": (acts.changed, N_("The item is changed.")),
    "withdraw": (acts.withdrawn, N_("The item is withdrawn.")),
}


def build(jobs: Jobs, go: Callable[[Place], None], toast: Toast, meeting: UUID) -> Screen:
    """Give the screen, joined up and loading."""
    view = MeetingView()
    presenter = MeetingPresenter(JobsWhileOpen(view, jobs), view, go, toast, meeting)

    def plain(name: str) -> None:
        act, told = _PLAIN[name]
        presenter.do(partial(act, meeting_id=meeting), _(told))

    def given(name: str, said: Mapping[str, Any]) -> None:
        if name in _OF_ROW and (row := presenter.row) is not None:
            make, told = _OF_ROW[name]
            presenter.do(make(row, said), _(told))
        elif name in _ASKED:
            act, told = _ASKED[name]
            presenter.do(partial(act, meeting_id=meeting, **said), _(told))

    def of_line(name: str, entry: AgendaEntry, said: Mapping[str, Any]) -> None:
        make, told = _OF_LINE[name]
        presenter.do(make(entry, said), _(told))

    def add(said: Mapping[str, Any], urgent: bool) -> None:  # noqa: FBT001 - a signal's slot
        presenter.add(said, _("It is on the agenda."), urgent=urgent)

    view.asked.connect(plain)
    view.given.connect(given)
    view.line_given.connect(of_line)
    view.item_given.connect(add)
    view.line_moved.connect(presenter.move_line)
    view.item_asked.connect(lambda urgent: presenter.ask_item(urgent=urgent))
    view.person_asked.connect(presenter.open_person)
    view.papers_asked.connect(presenter.open_papers)
    view.requests_asked.connect(presenter.open_requests)
    view.run_asked.connect(presenter.run)
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.sheet,
        actions=view.agenda.actions_here,
    )
