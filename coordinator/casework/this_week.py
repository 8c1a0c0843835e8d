"""What must be done before the next meeting: the first screen, in one look."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.agenda_reads import row_of
from coordinator.casework.caseload import overdue_before
from coordinator.casework.desk import Desk
from coordinator.casework.leads import find_cases_without_lead
from coordinator.casework.panel_lines import days
from coordinator.casework.referral_lists import find_referrals
from coordinator.db.models import Meeting
from coordinator.db.transaction import Reading
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.roles import Right, check
from coordinator.domain.this_week import AgencyDue, ThisWeek
from coordinator.reference.working_days import add_working_days

_SOON = timedelta(days=31)
_WEEK = timedelta(days=7)
_MOST = 20  # minutes that were never signed: a panel that has more will not read a longer list


def read_this_week(desk: Desk) -> ThisWeek:
    """Show what the coordinator and the chair have before them.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
    """
    check(desk.sitter.role, Right.RUN_MEETINGS)
    leads = tuple(find_cases_without_lead(desk))
    referrals = tuple(find_referrals(desk))
    with desk.read(Right.RUN_MEETINGS) as look:
        today = desk.today()
        meeting = look.meetings.next_from(today)
        until = meeting.on if meeting else today + _WEEK
        hidden = look.people.kept_from(desk.sitter.agency)
        return ThisWeek(
            meeting=row_of(meeting) if meeting else None,
            referrals_by=_before(look, meeting, TimeKey.REFERRALS_IN),
            papers_by=_before(look, meeting, TimeKey.PAPERS_OUT),
            unsigned=tuple(row_of(one) for one in look.week.unsigned(_MOST)),
            leads_to_agree=leads,
            referrals=referrals,
            due=_due(look, until, today, hidden),
            without_owner=look.week.without_owner(today, hidden),
            agreements=tuple(look.week.agreements_ending(today + _SOON)),
            disagreements=look.week.disagreements(hidden),
        )


def _before(look: Reading, meeting: Meeting | None, deadline: TimeKey) -> date | None:
    return add_working_days(meeting.on, -days(look)[deadline]) if meeting else None


def _due(
    look: Reading, until: date, today: date, hidden: Collection[UUID]
) -> tuple[AgencyDue, ...]:
    found = look.week.due_by_agency(until, overdue_before(today), hidden)
    return tuple(AgencyDue(*one) for one in found)
