"""What People does: the caseload narrowed and paged, a search over everything on file. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import find_running_programmes
from coordinator.casework.people.finding import find_everything
from coordinator.domain.cases.caseload import (
    CaseloadFilter,
    CaseloadMark,
    CaseloadPage,
    CaseloadRow,
)
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.people.contacts import UNSEEN_DAYS
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.person.pages import Hit, PersonHits
from coordinator.domain.states import CaseStatus
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PeoplePlace, PersonPlace, Place

_SHOWN = (
    RecordKind.CASE,
    RecordKind.PERSON,
    RecordKind.LEAD_ROLE,
    RecordKind.ACTION,
    RecordKind.CONTACT,
    RecordKind.BASIS,
    RecordKind.WARNING,
    RecordKind.MISSING,
    RecordKind.NEED,
    RecordKind.PROGRAMME,
    RecordKind.PROGRAMME_PLACE,
)


class Narrowing(Enum):
    """The filters at hand, in the order they are shown."""

    WITHOUT_LEAD = "without_lead"
    WITH_OVERDUE = "with_overdue"
    NOT_SEEN = "not_seen"
    MISSING = "missing"
    MANY_NEEDS = "many_needs"
    REVIEW_DUE = "review_due"
    BASIS_INCOMPLETE = "basis_incomplete"
    CLOSED = "closed"


Programme = tuple[UUID, str]
"""One that runs, and what it is called."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line of what a search found: where, and the words it stands in."""

    person: PersonRow | None
    hit: Hit = field(repr=False)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool, today: date) -> None:
        """Show the first page of the caseload."""

    def add_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool) -> None:
        """Show another page below."""

    def show_narrowing(self, chosen: frozenset[Narrowing]) -> None:
        """Show which filters are on."""

    def show_programmes(self, programmes: Sequence[Programme], chosen: UUID | None) -> None:
        """Offer the programmes that run; one may be what the caseload is narrowed to."""

    def show_found(self, lines: Sequence[FoundLine], words: str) -> None:
        """Show what a search found instead of the caseload."""


class PeoplePresenter:
    """Narrows, pages and searches; every answer but the newest is dropped."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        moved: Callable[[Place], None],
        wanted: CaseloadFilter,
    ) -> None:
        self._jobs = jobs
        self._view = view
        self._go = go
        self._moved = moved
        self._wanted = wanted
        self._words = ""
        self._is_noted = False  # the first search of a sitting stands in the journal
        self._after: CaseloadMark | None = None

    def load(self) -> None:
        """Read what is shown: the caseload, or what the words find."""
        self._view.show_narrowing(chosen_in(self._wanted))
        if self._words:
            read = partial(find_everything, words=self._words)
            self._jobs.query(
                read, self._show_found, replaces="people", journalled=not self._is_noted
            )
        else:
            first = partial(_read_first, wanted=self._wanted)
            self._jobs.query(first, self._show_first, replaces="people")

    def load_more(self) -> None:
        """Read the next page of the caseload."""
        if self._after is None or self._words:
            return
        more = partial(read_caseload, wanted=self._wanted, after=self._after)
        self._jobs.query(more, self._show_more, replaces="people")

    def search(self, words: str) -> None:
        """Find words in everything on file; nothing typed shows the caseload again."""
        self._words = words.strip()
        self.load()

    def narrow(self, by: Narrowing, today: date, *, on: bool) -> None:
        """Switch one filter on or off."""
        self._wanted = narrowed(self._wanted, by, today, on=on)
        self._moved(PeoplePlace(self._wanted))
        self.load()

    def narrow_to(self, programme: UUID | None) -> None:
        """Show only who belongs to a programme today, or everybody again."""
        self._wanted = replace(self._wanted, programme=programme)
        self._moved(PeoplePlace(self._wanted))
        self.load()

    def open_row(self, row: CaseloadRow) -> None:
        """Go to the person of a case."""
        self._go(PersonPlace(row.person))

    def open_found(self, line: FoundLine) -> None:
        """Go to the person something was found about; what concerns the panel alone stays."""
        if line.person is not None:
            self._go(PersonPlace(line.person.id))

    def show_everybody(self) -> None:
        """Take every filter away."""
        self._wanted = CaseloadFilter()
        self._moved(PeoplePlace(self._wanted))
        self.load()

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def _show_first(self, read: tuple[CaseloadPage, date, Sequence[Programme]]) -> None:
        page, today, programmes = read
        self._after = page.after
        self._view.show_programmes(programmes, self._wanted.programme)
        self._view.show_caseload(page.rows, has_more=page.after is not None, today=today)

    def _show_more(self, page: CaseloadPage) -> None:
        self._after = page.after
        self._view.add_caseload(page.rows, has_more=page.after is not None)

    def _show_found(self, found: Sequence[PersonHits]) -> None:
        self._is_noted = True
        lines = [FoundLine(one.person, hit) for one in found for hit in one.hits]
        self._view.show_found(lines, self._words)


def _read_first(
    desk: Desk, wanted: CaseloadFilter
) -> tuple[CaseloadPage, date, Sequence[Programme]]:
    return read_caseload(desk, wanted=wanted), desk.today(), find_running_programmes(desk)


def narrowed(wanted: CaseloadFilter, by: Narrowing, today: date, *, on: bool) -> CaseloadFilter:
    """Switch one filter of the caseload on or off; the others stay."""
    closed = frozenset({CaseStatus.CLOSED})
    changes: dict[Narrowing, dict[str, Any]] = {
        Narrowing.WITHOUT_LEAD: {"without_lead": on},
        Narrowing.WITH_OVERDUE: {"with_overdue": on},
        Narrowing.NOT_SEEN: {
            "not_seen_since": today - timedelta(days=UNSEEN_DAYS) if on else None
        },
        Narrowing.MISSING: {"missing": on},
        Narrowing.MANY_NEEDS: {"many_needs": on},
        Narrowing.REVIEW_DUE: {"review_until": today if on else None},
        Narrowing.BASIS_INCOMPLETE: {"basis_incomplete": on},
        Narrowing.CLOSED: {"statuses": closed if on else CaseloadFilter().statuses},
    }
    return replace(wanted, **changes[by])


def chosen_in(wanted: CaseloadFilter) -> frozenset[Narrowing]:
    """Tell which filters are on."""
    on = {
        Narrowing.WITHOUT_LEAD: wanted.without_lead,
        Narrowing.WITH_OVERDUE: wanted.with_overdue,
        Narrowing.NOT_SEEN: wanted.not_seen_since is not None,
        Narrowing.MISSING: wanted.missing,
        Narrowing.MANY_NEEDS: wanted.many_needs,
        Narrowing.REVIEW_DUE: wanted.review_until is not None,
        Narrowing.BASIS_INCOMPLETE: wanted.basis_incomplete,
        Narrowing.CLOSED: CaseStatus.CLOSED in wanted.statuses,
    }
    return frozenset(one for one, is_on in on.items() if is_on)
