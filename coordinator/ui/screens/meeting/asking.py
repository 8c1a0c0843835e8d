"""Which form each step of a meeting puts, the act its answers lead to, and what is said then.

No Qt.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.minutes import approve_minutes, draft_minutes, issue_minutes
from coordinator.casework.outreach.sheets import make_sheet_of_meeting
from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.ui.kit.asks import Question
from coordinator.ui.screens.meeting import acts, questions
from coordinator.ui.screens.meeting.comms import comms_form, ending_form
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.shared.asking import Act
from coordinator.wording.translation import N_, _

PLAIN: Mapping[str, tuple[Callable[..., Any], str]] = {
    "write": (write_agenda, N_("The agenda is up to date.")),
    "issue": (issue_agenda, N_("The agenda is issued.")),
    "draft": (draft_minutes, N_("The minutes are in draft.")),
    "issue_minutes": (issue_minutes, N_("The minutes are issued.")),
    "outreach": (make_sheet_of_meeting, N_("The outreach sheet is made.")),
    "approve": (approve_minutes, N_("The minutes are approved.")),
}
"""What is done at once, and what is said then."""
_ASKED: Mapping[str, tuple[Callable[[MeetingPage], Question], Callable[..., acts.Act], str]] = {
    "take_back": (
        lambda _page: questions.take_back_agenda(),
        acts.agenda_taken_back,
        N_("The agenda is taken back."),
    ),
    "take_back_minutes": (
        lambda _page: questions.take_back_minutes(),
        acts.minutes_taken_back,
        N_("The minutes are in draft again."),
    ),
    "correct": (
        questions.correction,
        acts.corrected,
        N_("The correction stands beside the minutes."),
    ),
    "move": (questions.move, acts.moved, N_("The meeting is moved.")),
    "cancel": (
        lambda _page: questions.cancel(),
        acts.cancelled,
        N_("The meeting is cancelled."),
    ),
    "held": (questions.held, acts.held, N_("It is noted that the meeting was held.")),
    "approved": (
        questions.approval,
        acts.approved_elsewhere,
        N_("The approval is recorded."),
    ),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A form, its act, and what is said when it was done."""

    question: Question
    act: Act
    told: str


def step(name: str, page: MeetingPage) -> Step:
    """Give the form of a step of the whole meeting."""
    if name == "comms":
        return Step(*comms_form(page))
    if name == "end_comms" and page.comms is not None:
        return Step(*ending_form(page.comms))
    ask, act, told = _ASKED[name]
    return Step(ask(page), partial(act, page.record.header.row.id), _(told))


def line_step(name: str, entry: AgendaEntry) -> Step:
    """Give the form of a step of one line."""
    if name == "withdraw":
        act = partial(acts.withdrawn, entry.id)
        return Step(questions.withdraw(entry), act, _("The item is withdrawn."))
    question = questions.change(entry)
    return Step(question, partial(acts.changed, entry.id, question), _("The item is changed."))


def item_step(page: MeetingPage, people: Sequence[CaseloadRow], *, urgent: bool) -> Step:
    """Give the form that puts something on the agenda."""
    question = questions.urgent_item(people) if urgent else questions.item(people, page)
    act = partial(acts.added, page.record.header.row.id, urgent=urgent)
    return Step(question, act, _("It is on the agenda."))
