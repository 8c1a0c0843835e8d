"""What This week does. No Qt: the view, the jobs and the way to other places are given."""

from collections.abc import Callable
from datetime import date
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.this_week import read_this_week
from coordinator.domain.caseload import CaseloadFilter
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.this_week import ThisWeek
from coordinator.ui.jobs import Jobs
from coordinator.ui.places import PeoplePlace, PersonPlace, Place

_SHOWN = (
    RecordKind.MEETING,
    RecordKind.REFERRAL,
    RecordKind.CASE,
    RecordKind.LEAD_ROLE,
    RecordKind.ACTION,
    RecordKind.PERSON,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_week(self, week: ThisWeek, today: date) -> None:
        """Show the week as it stands on a day."""


class ThisWeekPresenter:
    """Reads the week, and again whenever something in it was written."""

    def __init__(self, jobs: Jobs, view: View, go: Callable[[Place], None]) -> None:
        self._jobs = jobs
        self._view = view
        self._go = go

    def load(self) -> None:
        """Read the week."""
        self._jobs.query(_read, self._show, replaces="this week")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def open_person(self, person: UUID) -> None:
        """Go to somebody."""
        self._go(PersonPlace(person))

    def open_without_lead(self) -> None:
        """Go to everybody whose lead is to be agreed."""
        self._go(PeoplePlace(CaseloadFilter(without_lead=True)))

    def open_overdue(self) -> None:
        """Go to everybody with an overdue action."""
        self._go(PeoplePlace(CaseloadFilter(with_overdue=True)))

    def _show(self, read: tuple[ThisWeek, date]) -> None:
        self._view.show_week(*read)


def _read(desk: Desk) -> tuple[ThisWeek, date]:
    return read_this_week(desk), desk.today()
