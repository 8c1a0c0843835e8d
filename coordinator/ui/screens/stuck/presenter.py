"""What the screen of what is stuck does: three ways to look, narrowed; and what is done. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.reading import read_ground, read_stuck
from coordinator.domain.actions.barriers import MOVES
from coordinator.domain.escalations.views import BoardColumn, Drafted, EscalationRow
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.gaps import GapRow
from coordinator.domain.stuck.views import Ground, Standing, StuckPage, StuckRow
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import (
    EscalationPlace,
    GapsPlace,
    PersonPlace,
    Place,
    StuckPlace,
    StuckShown,
)
from coordinator.ui.screens.stuck import acts, ending, questions
from coordinator.ui.shared import escalating
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.escalating import Escalator, Raised, drafted_words
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.BARRIER,
    RecordKind.ESCALATION,
    RecordKind.ACTION,
    RecordKind.PERSON,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
    RecordKind.PANEL_LINE,
)


class Deed(Enum):
    """One thing that can be done with the row the keys are on, in the order it is offered."""

    OPEN = "open"
    ESCALATE = "escalate"
    NEXT_LEVEL = "next_level"
    DESCRIBE = "describe"
    WORK = "work"
    RESOLVE = "resolve"
    GAP = "gap"
    OPEN_GAP = "open_gap"
    ACCEPT = "accept"
    PERSON = "person"


_LEADS_TO = (
    (Deed.WORK, BarrierStatus.BEING_WORKED),
    (Deed.ESCALATE, BarrierStatus.ESCALATED),
    (Deed.RESOLVE, BarrierStatus.RESOLVED),
    (Deed.GAP, BarrierStatus.GAP),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of what is stuck.

    Attributes:
        agencies, categories: What it can be narrowed to.
        all_of: How many there are without any narrowing.
    """

    page: StuckPage = field(repr=False)
    barriers: tuple[StuckRow, ...]
    escalations: tuple[EscalationRow, ...]
    columns: tuple[BoardColumn, ...]
    agencies: tuple[str, ...]
    categories: tuple[tuple[str, BarrierCategory], ...]
    all_of: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads and whom it tells."""

    go: Callable[[Place], None]
    moved: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_stuck(self, shown: Shown, place: StuckPlace) -> None:
        """Show what is stuck, in one of the three ways."""


class StuckPresenter:
    """Reads what is stuck once, and narrows it in hand."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, ways: Ways, place: StuckPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._ways = jobs, view, asking, ways
        ways_on = escalating.Ways(ways.go, lambda words: ways.toast(words, None))
        self._escalator = Escalator(jobs, asking, ways_on)
        self._place = place
        self._page: StuckPage | None = None

    def load(self) -> None:
        """Read it."""
        read = partial(read_stuck, standing=self._place.standing)
        self._jobs.query(read, self._take, replaces="stuck")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def narrow(self, **change: Any) -> None:
        """Change the way to look, or what it is narrowed to, by the names of the place."""
        self._place = replace(self._place, **change)
        self._ways.moved(self._place)
        if self._page is None or self._page.standing is not self._place.standing:
            self.load()
        else:
            self._show()

    def show_all(self) -> None:
        """Take every filter away."""
        self.narrow(mine=False, overdue=False, agency="", category=None, standing=Standing.OPEN)

    def open(self, row: StuckRow | EscalationRow) -> None:
        """Open what is likeliest meant: the escalation, or of a barrier its escalation."""
        first = next(iter(self.deeds_for(row)), None)
        if first is not None:
            self.do(first, row)

    def deeds_for(self, row: StuckRow | EscalationRow | None) -> tuple[Deed, ...]:
        """Tell what may be done with a row, the likeliest first."""
        if row is None or self._page is None:
            return ()
        found = _of_escalation(row) if isinstance(row, EscalationRow) else _offered(row)
        allowed = {Deed.OPEN, Deed.OPEN_GAP, Deed.PERSON}
        if self._page.may_raise:
            allowed |= {Deed.ESCALATE, Deed.DESCRIBE, Deed.WORK, Deed.RESOLVE}
        if self._page.may_run:
            allowed |= {Deed.NEXT_LEVEL, Deed.GAP, Deed.ACCEPT}
        return tuple(deed for deed in found if deed in allowed)

    def do(self, deed: Deed, row: StuckRow | EscalationRow) -> None:
        """Do what somebody wants with a row."""
        if isinstance(row, EscalationRow):
            self._do_with_escalation(deed, row)
        else:
            self._do_with_barrier(deed, row)

    def _do_with_escalation(self, deed: Deed, row: EscalationRow) -> None:
        if deed is Deed.OPEN:
            self._ways.go(EscalationPlace(row.id))
        elif deed is Deed.PERSON and row.person_id is not None:
            self._ways.go(PersonPlace(row.person_id))
        elif deed is Deed.NEXT_LEVEL:
            climb = partial(move_to_next_level, escalation_id=row.id, seen=row.revision)
            self._asking.command(climb, then=self._lead_to)

    def _do_with_barrier(self, deed: Deed, row: StuckRow) -> None:
        match deed:
            case Deed.OPEN if row.escalation is not None:
                self._ways.go(EscalationPlace(row.escalation.id))
            case Deed.PERSON if row.barrier.person_id is not None:
                self._ways.go(PersonPlace(row.barrier.person_id))
            case Deed.OPEN_GAP if row.gap is not None:
                self._ways.go(GapsPlace(row.gap.id))
            case Deed.ESCALATE:
                self._escalator.begin(_raised(row))
            case Deed.GAP:
                read = partial(find_gaps, statuses=ending.OPEN_GAPS)
                self._jobs.query(read, partial(self._ask_gap, row), replaces="stuck ground")
            case Deed.DESCRIBE | Deed.WORK | Deed.ACCEPT:
                then_ask = partial(self._ask_with_people, deed, row)
                self._jobs.query(read_ground, then_ask, replaces="stuck ground")
            case Deed.RESOLVE:
                act = partial(acts.resolved, row.barrier)
                question = questions.resolve(row)
                self._asking.put(question, act, about=row.id, seen=row.barrier.revision)

    def _ask_with_people(self, deed: Deed, row: StuckRow, ground: Ground) -> None:
        if deed is Deed.DESCRIBE:
            question = questions.describe(row, ground)
            act = partial(acts.described, row.barrier, question)
        elif deed is Deed.ACCEPT:
            question, act = ending.accept(row, ground), partial(ending.accepted, row.barrier)
        else:
            question, act = questions.work(row, ground), partial(acts.worked_on, row.barrier)
        self._asking.put(question, act, about=row.id, seen=row.barrier.revision)

    def _ask_gap(self, row: StuckRow, gaps: Sequence[GapRow]) -> None:
        question, act = ending.gap(row, gaps), partial(ending.became_gap, row.barrier)
        seen = row.barrier.revision
        self._asking.put(question, act, about=row.id, seen=seen, then=self._lead_to_gap)

    def _lead_to_gap(self, gap: UUID) -> None:
        self._ways.toast(_("It stands as a gap."), None)
        self._ways.go(GapsPlace(gap))

    def _lead_to(self, made: Drafted) -> None:
        self._ways.toast(drafted_words(made), None)
        self._ways.go(EscalationPlace(made.id))

    def _take(self, page: StuckPage) -> None:
        self._page = page
        self._show()

    def _show(self) -> None:
        if self._page is not None:
            self._view.show_stuck(_narrowed(self._page, self._place), self._place)


def _raised(row: StuckRow) -> Raised:
    words = category_words(row.barrier.category, row.barrier.own)
    said = ". ".join(filter(None, (words, row.barrier.description)))
    return Raised(said, barrier=row.id, agency=row.barrier.agency)


def _offered(row: StuckRow) -> Iterable[Deed]:
    return _of_barrier(row) if row.barrier.is_open else _of_settled(row)


def _of_settled(row: StuckRow) -> Iterable[Deed]:
    """Offer the ways back, as the rules have them; a look at what became of it comes first."""
    if row.gap is not None:
        yield Deed.OPEN_GAP
    elif row.barrier.person_id is not None:
        yield Deed.PERSON
    yield from (deed for deed, status in _LEADS_TO if status in MOVES[row.barrier.status])
    if row.gap is not None and row.barrier.person_id is not None:
        yield Deed.PERSON


def _of_barrier(row: StuckRow) -> Iterable[Deed]:
    yield Deed.OPEN if row.escalation is not None else Deed.ESCALATE
    if row.barrier.status is not BarrierStatus.BEING_WORKED:
        yield Deed.WORK
    yield from (Deed.DESCRIBE, Deed.RESOLVE, Deed.GAP, Deed.ACCEPT)
    if row.barrier.person_id is not None:
        yield Deed.PERSON


def _of_escalation(row: EscalationRow) -> Iterable[Deed]:
    yield Deed.OPEN
    if row.next_level is not None:
        yield Deed.NEXT_LEVEL
    if row.person_id is not None:
        yield Deed.PERSON


def _narrowed(page: StuckPage, place: StuckPlace) -> Shown:
    barriers = tuple(one for one in page.barriers if _fits(page, place, one))
    board = tuple(
        replace(one, rows=tuple(row for row in one.rows if _fits(page, place, row)))
        for one in page.board.columns
    )
    escalations = tuple(row for row in page.escalations if _fits(page, place, row))
    everything: Sequence[StuckRow | EscalationRow] = (*page.barriers, *page.escalations)
    of_barriers = place.shown is StuckShown.BARRIERS
    return Shown(
        page=page,
        barriers=barriers,
        escalations=escalations,
        columns=board,
        agencies=tuple(sorted({agency for one in everything if (agency := _agency(one))})),
        categories=_categories(page.barriers),
        all_of=len(page.barriers) if of_barriers else len(page.escalations),
    )


def _fits(page: StuckPage, place: StuckPlace, row: StuckRow | EscalationRow) -> bool:
    if place.mine and row.id not in page.mine and not _asked_by_me(page, row):
        return False
    if place.overdue and not row.is_overdue:
        return False
    if place.agency and _agency(row) != place.agency:
        return False
    return place.category is None or _category(row) is place.category


def _asked_by_me(page: StuckPage, row: StuckRow | EscalationRow) -> bool:
    asked = row.escalation if isinstance(row, StuckRow) else None
    return asked is not None and asked.id in page.mine


def _agency(row: StuckRow | EscalationRow) -> str:
    return row.barrier.agency if row.barrier is not None else ""


def _category(row: StuckRow | EscalationRow) -> BarrierCategory | None:
    return row.barrier.category if row.barrier is not None else None


def _categories(rows: Iterable[StuckRow]) -> tuple[tuple[str, BarrierCategory], ...]:
    found = {row.barrier.category for row in rows}
    return tuple(sorted((category_words(one), one) for one in found))
