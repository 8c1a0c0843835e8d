"""The quarterly report: counting what the panel did in a period, for those who may see figures."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from statistics import median_low
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.reports.accountability import read_accountability
from coordinator.casework.reports.joined import joined_counts, joined_parts
from coordinator.db.repositories.reports import Answered
from coordinator.db.transaction import Reading
from coordinator.domain import accountability as periods
from coordinator.domain.accountability import Accountability, Period
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.lists.reports import (
    CameAndWent,
    Deed,
    EscalationCount,
    FigureTable,
    GapCount,
    ReportPart,
)
from coordinator.domain.months import after_months
from coordinator.domain.reports.figures import Counts
from coordinator.domain.reports.quarter import QuarterReport, Said
from coordinator.domain.roles import Right
from coordinator.domain.states import CasePhase, ReferralStatus

E = TypeVar("E", bound=StrEnum)

_T, _C = FigureTable, CameAndWent
_HALF_A_YEAR = 6
_MOST_SAID = 4
_DAY = timedelta(days=1)


def read_quarter(desk: Desk, period: Period | None = None) -> QuarterReport:
    """Count a period: a rolling quarter unless another is asked for.

    Args:
        desk: Who asks. People the sitter's agency must not be told about are in no count.
        period: Both days included; a year at most.

    Raises:
        NotPermittedError: The role may not see figures.
        InvalidFieldsError: `until_on`: see `check_period`.
    """
    today = desk.today()
    period = period or periods.quarter_to(today)
    agencies = read_accountability(desk, period)
    with desk.count(Right.SEE_FIGURES) as look:
        hidden = look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
        answered = look.reports.answers(period, hidden)
        return QuarterReport(
            period=period,
            made_on=today,
            tables=(
                *_caseload(look, period, hidden),
                *joined_counts(look, period, hidden),
                _deeds(agencies),
                *_stuck(look, period, hidden),
                _asked(look, period, hidden, answered),
                _counted(_T.ANSWERS, EscalationOutcome, _outcomes(answered), of_people=False),
            ),
            agencies=agencies,
            answered_in=_middle(answered),
            notes=_notes(look, period),
            said_for=tuple(look.reports.said_for(_MOST_SAID)),
            joined=joined_parts(desk, look, period, hidden),
        )


def _notes(look: Reading, period: Period) -> Mapping[ReportPart, Said]:
    """Give what was said beside each part; what was said in two stores stands together."""
    found: dict[ReportPart, Said] = {}
    for one in look.reports.notes(period):
        part = ReportPart(one.section)
        before = found[part].text if part in found else ""
        text = "\n\n".join(filter(None, (before, one.text)))
        found[part] = Said(one.id, one.revision, text)
    return found


def _caseload(look: Reading, period: Period, hidden: Collection[UUID]) -> Iterator[Counts]:
    end = period.until_on
    yield _counted(_T.REFERRALS, ReferralStatus, look.reports.referrals(period, hidden))
    before = look.reports.open_on(period.from_on - _DAY, hidden)
    new, again = look.reports.begun(period, hidden)
    after = look.reports.open_on(end, hidden)
    gone = before + new + again - after
    moved = zip(CameAndWent, (before, new, again, gone, after), strict=True)
    yield Counts(_T.CAME_AND_WENT, tuple(moved))
    why = look.reports.closed(period, hidden)
    all_said = (_T.CAME_AND_WENT, _C.CLOSED.value) if sum(why.values()) == gone else None
    yield _counted(_T.CLOSED, CloseReason, why, makes=all_said)
    phases = look.reports.phases(end, hidden)
    yield _counted(_T.PHASES, CasePhase, phases, makes=(_T.CAME_AND_WENT, _C.AFTER.value))


def _deeds(agencies: Accountability) -> Counts:
    did = [one.did for one in agencies.rows]
    counts = zip(Deed, map(sum, zip(*(one.parts for one in did), strict=True)), strict=False)
    return Counts(_T.DEEDS, tuple(counts) if did else (), of_people=False)


def _stuck(look: Reading, period: Period, hidden: Collection[UUID]) -> Iterator[Counts]:
    barriers = look.reports.barriers(period, hidden)
    most_first = sorted(barriers.items(), key=lambda one: (-one[1], one[0].value))
    yield Counts(_T.BARRIERS, tuple(most_first))
    aged_before = after_months(period.until_on, -_HALF_A_YEAR)
    gaps = zip(GapCount, look.reports.gaps(period, aged_before), strict=True)
    yield Counts(_T.GAPS, tuple(gaps), of_people=False)


def _asked(
    look: Reading, period: Period, hidden: Collection[UUID], answered: Collection[Answered]
) -> Counts:
    sent, unanswered, waiting, overdue = look.reports.escalations(period, hidden)
    late = sum(one.wanted_by is not None and one.answered_on > one.wanted_by for one in answered)
    counts = (sent, len(answered), late, unanswered, waiting, overdue)
    return Counts(
        _T.ESCALATIONS, tuple(zip(EscalationCount, counts, strict=True)), of_people=False
    )


def _outcomes(answered: Iterable[Answered]) -> Mapping[EscalationOutcome, int]:
    found: dict[EscalationOutcome, int] = {}
    for one in answered:
        if one.outcome is not None:
            found[one.outcome] = found.get(one.outcome, 0) + 1
    return found


def _middle(answered: Iterable[Answered]) -> int | None:
    days = [(one.answered_on - one.sent_on).days for one in answered if one.sent_on]
    return median_low(days) if days else None


def _counted(
    table: FigureTable,
    kinds: type[E],
    found: Mapping[E, int],
    *,
    of_people: bool = True,
    makes: tuple[FigureTable, str] | None = None,
) -> Counts:
    """Give a line for each value of a list that was met, in the order of the list."""
    lines = tuple((kind, found[kind]) for kind in kinds if found.get(kind))
    return Counts(table, lines, of_people, makes)
