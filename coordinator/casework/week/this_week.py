"""What must be done before the next meeting: the first screen, in one look."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.access.reading import access_rows
from coordinator.casework.actions import barriers
from coordinator.casework.away.renewals import renewals_of
from coordinator.casework.cases.caseload import overdue_before
from coordinator.casework.cases.protocol_reads import steps_due_of
from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import rows_of
from coordinator.casework.disclosing.reading import astray_rows
from coordinator.casework.escalations.counting import count_awaited
from coordinator.casework.leads.agreeing import find_cases_without_lead
from coordinator.casework.meetings.agenda_facts import day_before
from coordinator.casework.meetings.agenda_reads import row_of
from coordinator.casework.outreach.missing import find_missing
from coordinator.casework.people.contacts import since_seen_of
from coordinator.casework.people.reviews import reviews_of_week
from coordinator.casework.referrals.lists import find_referrals
from coordinator.casework.voice.wishes import wish_rows
from coordinator.casework.week.checklist import checklist
from coordinator.db.models import Meeting, Person
from coordinator.db.transaction import Reading
from coordinator.domain.access.rules import AccessRow
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.roles import Right, check, may
from coordinator.domain.week.this_week import AgencyDue, DueRisk, ThisWeek

_SOON = timedelta(days=31)
_WEEK = timedelta(days=7)
_MOST = 20  # minutes that were never signed: a panel that has more will not read a longer list


def read_this_week(desk: Desk, *, kept_from: Collection[UUID] = ()) -> ThisWeek:
    """Show what the coordinator and the chair have before them.

    Args:
        desk: Who asks.
        kept_from: Agencies and workers a paper is made for, besides the sitter: nobody they must
            not be told about is in it, nor counted.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
    """
    check(desk.sitter.role, Right.RUN_MEETINGS)
    leads, referrals = find_cases_without_lead(desk), find_referrals(desk)
    missing = find_missing(desk)
    with desk.read(Right.RUN_MEETINGS) as look:
        today = desk.today()
        meeting = look.week.next_of_cycle(today)
        under_way = look.week.under_way()
        hidden = _hidden(desk, look, kept_from)
        apart = hidden | look.away_store.in_part()  # nothing lacks of what stayed at the panel
        leads = [one for one in leads if one.person not in apart]
        referrals = [one for one in referrals if one.person not in apart]
        due = _due(look, meeting, today, hidden)
        week = ThisWeek(
            meeting=row_of(meeting) if meeting else None,
            unsigned=tuple(row_of(one) for one in look.week.unsigned(_MOST)),
            leads_to_agree=tuple(leads),
            referrals=tuple(referrals),
            due=due,
            without_owner=look.week.without_owner(today, hidden),
            agreements=tuple(look.week.agreements_ending(today + _SOON)),
            disagreements=look.week.disagreements(hidden),
            steps=checklist(desk, look, meeting, referrals=referrals, due=due, hidden=hidden),
            covers=rows_of(look, look.week.covers(today)),
            is_fresh=not look.people.is_anybody(),
            sitter=desk.sitter.professional,
            escalations=count_awaited(desk, look, hidden),
            under_way=row_of(under_way) if under_way else None,
            protocol_steps=tuple(
                one
                for one in steps_due_of(desk, look, meeting.on if meeting else today + _WEEK)
                if one.person_id not in hidden
            ),
            wishes=_wishes(desk, look, hidden),
            missing=missing.without(apart),
            risks=_risks(desk, look, hidden),
            access=_access(desk, look, hidden),
            astray=astray_rows(desk, look, hidden),
            reviews=reviews_of_week(desk, look, apart),
            renew=renewals_of(desk, look),
        )
        return replace(week, seen=since_seen_of(desk, look, week.people))


def _hidden(desk: Desk, look: Reading, whom: Iterable[UUID]) -> frozenset[UUID]:
    own = look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
    return own.union(*(look.readers.kept_from(one, one) for one in whom))


def _access(desk: Desk, look: Reading, hidden: Collection[UUID]) -> tuple[AccessRow, ...]:
    if not may(desk.sitter.role, Right.SEE_RESTRICTED):
        return ()
    found = look.access.find(open_only=True)
    return access_rows(desk, look, [one for one in found if one.person_id not in hidden])


def _wishes(desk: Desk, look: Reading, hidden: Collection[UUID]) -> tuple[WishRow, ...]:
    found = [one for one in look.voice.waiting() if one.person_id not in hidden]
    return wish_rows(desk, look, found)


def _risks(desk: Desk, look: Reading, hidden: Collection[UUID]) -> tuple[DueRisk, ...]:
    found = look.barriers.to_look_at_again(desk.today())
    rows = barriers.rows_of(desk, look, [b for b in found if b.person_id not in hidden], None)
    people = look.get_many(Person, [one.person_id for one in rows if one.person_id])
    return tuple(
        DueRisk(people[one.person_id].reference if one.person_id in people else "", one)
        for one in rows
    )


def _due(
    look: Reading, meeting: Meeting | None, today: date, hidden: Collection[UUID]
) -> tuple[AgencyDue, ...]:
    until = meeting.on if meeting else today + _WEEK
    heard_after = day_before(look, meeting) if meeting else today - 2 * _WEEK
    found = look.week.due_by_agency(until, overdue_before(today), heard_after, hidden)
    return tuple(AgencyDue(*one) for one in found)
