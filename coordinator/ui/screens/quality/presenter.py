"""What the page does: reads what is missing, leads to people and lists. No Qt."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from coordinator.casework.reports.quality import read_quality
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.lists.reports import Lack
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.reports.quality import Quality, QualityRow
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import ActionsPlace, PeoplePlace, PersonPlace, Place
from coordinator.ui.shared.looking_back import ReadWhileSeen, SeenView


class View(SeenView, Protocol):
    """What the presenter asks of the widgets."""

    def show_quality(self, found: Quality) -> None:
        """Show what is missing."""


class QualityPresenter(ReadWhileSeen):
    """Shows what is missing, and leads to it."""

    SHOWN = (
        RecordKind.PERSON,
        RecordKind.CASE,
        RecordKind.LEAD_ROLE,
        RecordKind.BASIS,
        RecordKind.PLAN,
        RecordKind.NEED,
        RecordKind.CONTACT,
        RecordKind.ACTION,
        RecordKind.DEMAND_COUNT,
        RecordKind.MEETING,
        RecordKind.EXCLUSION,
    )

    def __init__(self, jobs: Jobs, view: View, go: Callable[[Place], None]) -> None:
        super().__init__(view)
        self._jobs, self._view, self._go = jobs, view, go

    def read(self) -> None:
        """Read what is missing."""
        self._jobs.query(read_quality, self._view.show_quality, replaces="quality")

    def open_person(self, person: UUID) -> None:
        """Open somebody of whom something is missing."""
        self._go(PersonPlace(person))

    def open_list(self, row: QualityRow, lack: Lack) -> None:
        """Go to the list of all of whom a thing is missing, where there is such a list."""
        if (place := list_of(row, lack)) is not None:
            self._go(place)

    def open_people(self, row: QualityRow) -> None:
        """Go to the people of one lead, or to those nobody leads."""
        wanted = CaseloadFilter(lead=row.lead, without_lead=row.lead is None)
        self._go(PeoplePlace(wanted))


def list_of(row: QualityRow, lack: Lack) -> Place | None:
    """Give the list of the people of a row of whom something is missing, narrowed to it."""
    if lack is Lack.OWNER:
        return ActionsPlace(without_owner=True)
    if lack is Lack.BASIS:
        wanted = CaseloadFilter(
            lead=row.lead, without_lead=row.lead is None, basis_incomplete=True
        )
        return PeoplePlace(wanted)
    return PeoplePlace(CaseloadFilter(without_lead=True)) if lack is Lack.LEAD else None
