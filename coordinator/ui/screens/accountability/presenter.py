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
    check_period,
)
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.errors import RuleError
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.ui.asking import Answered, Asking, Values
from coordinator.ui.escalating import Raised
from coordinator.ui.jobs import Jobs
from coordinator.ui.places import (
    AccountabilityPlace,
    ActionsPlace,
    PapersPlace,
    Place,
    place_of_action,
)
from coordinator.ui.spans import Span, other_days, period_of, span_of
from coordinator.wording.accountability import repeated_words

_SHOWN = (
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


class View(Protocol):
    """What the presenter asks of the widgets."""

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""

    def show_figures(self, shown: Shown, span: Span) -> None:
        """Show a period."""


class AccountabilityPresenter:
    """Reads again only while somebody looks: a meeting that goes on writes all the time."""

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
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._moved = ways
        self._period = place.period
        self._shown: Shown | None = None
        self._is_stale = False

    def load(self) -> None:
        """Read the period."""
        self._is_stale = False
        read = partial(_read, period=self._period)
        self._jobs.query(read, self._show, replaces="accountability")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something counted was written, as soon as somebody looks."""
        if not changes.touch(*_SHOWN):
            return
        if self._view.is_looked_at:
            self.load()
        else:
            self._is_stale = True

    def come_back(self) -> None:
        """Somebody looks at the page again."""
        if self._is_stale:
            self.load()

    def choose(self, span: Span) -> None:
        """Look back on something else; other days are asked for."""
        if self._shown is None:
            return
        today = self._shown.figures.today
        if span is Span.OTHER:
            self._view.show_figures(
                self._shown, self._span()
            )  # until it is said, nothing has changed
            question = other_days(self._shown.figures.period, today)
            self._asking.hear(question, self._take_days)
            return
        self._look_back_on(period_of(span, today))

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

    def _take_days(self, said: Values, form: Answered) -> None:
        period = Period(said["from_on"], said["until_on"])
        try:
            check_period(period, self._shown.figures.today if self._shown else date.max)
        except RuleError as error:
            form.refused(error)
            return
        form.done()
        self._look_back_on(period)

    def _look_back_on(self, period: Period | None) -> None:
        self._period = period
        self._moved(AccountabilityPlace(period))
        self.load()

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._view.show_figures(shown, self._span())

    def _span(self) -> Span:
        if self._shown is None:
            return Span.QUARTER
        return span_of(self._shown.figures.period, self._shown.figures.today)


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
