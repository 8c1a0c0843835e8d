"""The checklist of the week: what the store knows of the meetings around today."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.asking.reading import missing_replies
from coordinator.casework.cases.caseload import sensitivities
from coordinator.casework.desk import Desk
from coordinator.casework.panel.lines import days
from coordinator.db.models import Meeting, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.week.steps import (
    CycleFacts,
    DayCounts,
    StepLine,
    Tick,
    WorkingDays,
    in_order,
    lines_of,
    of_week,
)
from coordinator.domain.week.this_week import AgencyDue
from coordinator.reference.working_days import add_working_days, is_working_day

CALENDAR = WorkingDays(add_working_days, is_working_day)
_LOOKED_BACK = 3  # meetings: one that was missed hides the one before it


def day_counts(look: Reading) -> DayCounts:
    """Give the panel's own counts of working days, the usual ones where it has none."""
    own = days(look)
    return DayCounts(
        referrals=own[TimeKey.REFERRALS_IN],
        papers=own[TimeKey.PAPERS_OUT],
        issue=own[TimeKey.MINUTES_OUT],
    )


def checklist(
    desk: Desk,
    look: Reading,
    coming: Meeting | None,
    *,
    referrals: Sequence[ReferralRow],
    due: Sequence[AgencyDue],
    hidden: Collection[UUID],
) -> tuple[StepLine, ...]:
    """Give the lines of the next meeting and of what the last one left to do, by day.

    Args:
        desk: Whose day it is.
        look: Where to look.
        coming: The next meeting, if there is one.
        referrals: That wait.
        due: What falls due by the next meeting, by agency.
        hidden: People the reader must not be told about: nothing about them is counted.
    """
    today, counts = desk.today(), day_counts(look)
    meetings = _around(look, coming, today)
    known = _Known(desk, look, meetings, hidden)
    lines: list[StepLine] = []
    for meeting in meetings:
        facts = known.facts(meeting, referrals=referrals, due=due)
        lines += lines_of(facts, today, CALENDAR, counts)
    return in_order(tuple(of_week(lines, today)))


def _around(look: Reading, coming: Meeting | None, today: date) -> list[Meeting]:
    """Give the next meeting, the last that began, and those between that were just missed."""
    found = [coming] if coming else []
    for meeting in look.week.last_of_cycle(today, _LOOKED_BACK):
        if coming is None or meeting.id != coming.id:
            found.append(meeting)
        if meeting.status not in TO_COME:
            break
    return found


class _Known:
    """What is known of some meetings, asked once for all of them."""

    def __init__(
        self, desk: Desk, look: Reading, meetings: Sequence[Meeting], hidden: Collection[UUID]
    ) -> None:
        keys = [meeting.id for meeting in meetings]
        self._desk, self._look, self._hidden = desk, look, hidden
        self._left = look.week.papers_left(keys) if keys else {}
        may_have = sensitivities(desk.reader(look))
        self._agreed = look.week.actions_agreed(keys, hidden, may_have) if keys else {}
        self._moved = look.week.moved(keys) if keys else {}
        self._ticks = _ticks(look, keys) if keys else {}

    def facts(
        self,
        meeting: Meeting,
        *,
        referrals: Sequence[ReferralRow],
        due: Sequence[AgencyDue],
    ) -> CycleFacts:
        sent = [self._left.get((meeting.id, paper)) for paper in ("agenda", "pack")]
        return CycleFacts(
            meeting=meeting.id,
            reference=meeting.reference,
            on=meeting.on,
            status=meeting.status,
            agenda_since=meeting.agenda_since,
            moved_at=self._moved.get(meeting.id),
            referrals=len(referrals),
            offers_missing=sum(not one.has_offer for one in referrals),
            returns_missing=sum(one.unheard for one in due),
            replies_missing=_replies_missing(self._desk, self._look, meeting, self._hidden),
            papers_left=max((at for at in sent if at is not None), default=None),
            draft_left=(meeting.id, "minutes") in self._left,
            actions_agreed=self._agreed.get(meeting.id, 0),
            ticks=self._ticks.get(meeting.id, ()),
        )


def _ticks(look: Reading, meetings: Sequence[UUID]) -> Mapping[UUID, tuple[Tick, ...]]:
    rows = look.week.ticks(meetings)
    names = look.get_many(Professional, [row.ticked_by_id for row in rows])
    found: dict[UUID, tuple[Tick, ...]] = {}
    for row in rows:
        by = names[row.ticked_by_id].name if row.ticked_by_id in names else ""
        found[row.meeting_id] = (
            *found.get(row.meeting_id, ()),
            Tick(row.step, row.ticked_at, by),
        )
    return found


def _replies_missing(
    desk: Desk, look: Reading, meeting: Meeting, hidden: Collection[UUID]
) -> int | None:
    """Count the agencies that owe an answer about somebody listed; nothing: none was asked."""
    found = missing_replies(desk, look, meeting, hidden)
    return len(found.agencies) if found.asked else None
