"""What the page of one person does. No Qt: the view, the jobs and the way elsewhere are given."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.history import read_person_history
from coordinator.casework.person_pages import read_person
from coordinator.casework.plan_reads import read_plan
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.history import HistoryView
from coordinator.domain.outcomes import Changes
from coordinator.domain.person_pages import PersonPage
from coordinator.domain.plan_views import PlanView
from coordinator.ui.jobs import Jobs, Notify
from coordinator.wording.notices import notice_for

PAGE = 12


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """Everything the page shows at once, read in one go."""

    page: PersonPage = field(repr=False)
    plan: PlanView | None = field(repr=False)
    history: HistoryView = field(repr=False)
    today: date


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_person(self, opened: OpenedPerson) -> None:
        """Show the person."""

    def add_history(self, history: HistoryView) -> None:
        """Show what happened before."""

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""


class PersonPresenter:
    """Reads one person; the journal notes that somebody looked, once in a sitting."""

    def __init__(self, jobs: Jobs, view: View, notify: Notify, person: UUID) -> None:
        self._jobs = jobs
        self._view = view
        self._notify = notify
        self._person = person
        self._before: tuple[datetime, int, UUID] | None = None

    def load(self) -> None:
        """Read the person, the plan and the newest of what happened."""
        self._jobs.query(
            partial(_read, person=self._person),
            self._show,
            replaces="person",
            refused=self._refused,
            journalled=True,
        )

    def load_more(self) -> None:
        """Read what happened before what is shown."""
        if self._before is not None:
            older = partial(
                read_person_history, person_id=self._person, before=self._before, limit=PAGE
            )
            self._jobs.query(older, self._show_more, replaces="person history")

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: nearly everything is about somebody."""
        if changes.kinds:
            self.load()

    def _show(self, opened: OpenedPerson) -> None:
        self._before = opened.history.before
        self._view.show_person(opened)

    def _show_more(self, history: HistoryView) -> None:
        self._before = history.before
        self._view.add_history(history)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._view.show_nobody()
        self._notify(notice_for(error))
        return True


def _read(desk: Desk, person: UUID) -> OpenedPerson:
    page = read_person(desk, person)
    history = read_person_history(desk, person, limit=PAGE)
    return OpenedPerson(page, _plan(desk, person), history, desk.today())


def _plan(desk: Desk, person: UUID) -> PlanView | None:
    try:
        return read_plan(desk, person)
    except MissingRecordError:
        return None  # nobody has begun one
