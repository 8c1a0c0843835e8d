"""What the list of referrals does. No Qt."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from coordinator.casework.desk import Desk
from coordinator.casework.referrals.lists import find_referrals
from coordinator.domain.cases.referrals import UNANSWERED, ReferralRow
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.states import ReferralStatus
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import NewReferralPlace, PapersPlace, Place, ReferralPlace

ANSWERED = frozenset(ReferralStatus) - UNANSWERED
_SHOWN = (RecordKind.REFERRAL, RecordKind.PERSON, RecordKind.AGENCY, RecordKind.PROFESSIONAL)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_referrals(self, rows: Sequence[ReferralRow], today: date, *, answered: bool) -> None:
        """Show those that wait, or those that had their answer."""


class ReferralsPresenter:
    """Lists referrals."""

    def __init__(self, jobs: Jobs, view: View, go: Callable[[Place], None]) -> None:
        self._jobs, self._view, self._go = jobs, view, go
        self._answered = False

    def load(self) -> None:
        """Read the list."""
        wanted = ANSWERED if self._answered else UNANSWERED
        self._jobs.query(partial(_read, wanted=wanted), self._show, replaces="referrals")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def show_answered(self, *, answered: bool) -> None:
        """Show those that had their answer, or those that wait."""
        self._answered = answered
        self.load()

    def open_row(self, row: ReferralRow) -> None:
        """Go to one referral."""
        self._go(ReferralPlace(row.id))

    def begin(self) -> None:
        """Go and make one."""
        self._go(NewReferralPlace())

    def open_form(self) -> None:
        """Go to the blank form as a paper."""
        self._go(PapersPlace(kind="referral-form"))

    def _show(self, read: tuple[list[ReferralRow], date]) -> None:
        rows, today = read
        newest_first = list(reversed(rows)) if self._answered else rows
        self._view.show_referrals(newest_first, today, answered=self._answered)


def _read(desk: Desk, wanted: frozenset[ReferralStatus]) -> tuple[list[ReferralRow], date]:
    return find_referrals(desk, statuses=wanted), desk.today()
