"""What the page does: reads a period, leads to actions and to the paper. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.reports.accountability import read_accountability
from coordinator.casework.stuck.proposals import find_proposals
from coordinator.domain.accountability import (
    Accountability,
    Period,
    Proposal,
    ProposedAction,
)
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import (
    AccountabilityPlace,
    ActionsPlace,
    PapersPlace,
    Place,
    place_of_action,
)
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.escalating import Raised
from coordinator.ui.shared.looking_back import LookingBack, SeenView
from coordinator.ui.shared.spans import Span
from coordinator.wording.accountability import repeated_words


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was read.

    Attributes:
        proposals: What could be raised; nothing where the sitter does not run meetings.
        may_print: Whether the sitter may make papers.
    """

    figures: Accountability
    proposals: tuple[Proposal, ...] | None
    may_print: bool


class View(SeenView, Protocol):
    """What the presenter asks of the widgets."""

    def show_figures(self, shown: Shown, span: Span) -> None:
        """Show a period."""


class AccountabilityPresenter(LookingBack):
    """Shows what agencies brought in some days."""

    SHOWN = (
        RecordKind.MEETING,
        RecordKind.ATTENDANCE,
        RecordKind.ACTION,
        RecordKind.OFFER,
        RecordKind.SEAT,
        RecordKind.AGENCY,
        RecordKind.PROFESSIONAL,
        RecordKind.ESCALATION,
        RecordKind.EXCLUSION,
    )

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        ways: tuple[Callable[[Place], None], Callable[[Place], None]],
        place: AccountabilityPlace,
    ) -> None:
        """Begin with a place.

        Args:
            jobs: For the reads.
            view: The widgets.
            asking: For the form.
            ways: Opens another place; is told when this place itself changed.
            place: Which period.
        """
        go, moved = ways
        super().__init__(
            view, asking, lambda period: moved(AccountabilityPlace(period)), place.period
        )
        self._jobs, self._view, self._go = jobs, view, go
        self._shown: Shown | None = None

    def read(self) -> None:
        """Read the period."""
        read = partial(_read, period=self._period)
        self._jobs.query(read, self._show, replaces="accountability")

    def days(self) -> tuple[Period, date] | None:
        """Give the days that are shown, and on which day they were read."""
        figures = self._shown.figures if self._shown else None
        return (figures.period, figures.today) if figures else None

    def show_again(self) -> None:
        """Show what was read once more."""
        if self._shown is not None:
            self._view.show_figures(self._shown, self.span)

    def open_action(self, action: ProposedAction) -> None:
        """Go to an action."""
        self._go(place_of_action(action.id, action.person))

    def open_agency(self, agency: UUID | None) -> None:
        """Go to the actions of an agency; to those nobody owns when there is none."""
        if agency is None:
            self._go(ActionsPlace(without_owner=True))
        else:
            self._go(ActionsPlace(ActionFilter(agency_id=agency)))

    def make_paper(self) -> None:
        """Go to the paper of the same period."""
        if self._shown is not None:
            self._go(PapersPlace(kind="accountability", period=self._shown.figures.period))

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.show_again()


def about_to_raise(one: Proposal, action: ProposedAction | None) -> Raised:
    """Say what is raised: one action that stays undone, or that *not done* is said so often."""
    if action is None:
        return Raised(repeated_words(one), agency=one.name, repeated=one.agency)
    words = ". ".join(filter(None, (action.number, action.reference, action.text)))
    return Raised(words, action=action.id, agency=one.name, not_acting=True)


def _read(desk: Desk, period: Period | None) -> Shown:
    role = desk.sitter.role
    runs = may(role, Right.RUN_MEETINGS)
    return Shown(
        read_accountability(desk, period),
        find_proposals(desk) if runs else None,
        may_print=may(role, Right.EXPORT_PANEL),
    )
