"""The first screen: what must be done before the next meeting."""

from datetime import timedelta

from coordinator.casework.desk import Desk
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Action
from coordinator.domain.roles import Right
from tests.meetings import (
    add_action,
    add_case,
    add_referral,
    keep_from,
    opened_meeting,
    weekly,
)
from tests.stores import COUNCIL, TODAY, Clock


def test_an_empty_panel_has_nothing_before_it(desk: Desk) -> None:
    week = read_this_week(desk)
    assert week.meeting is None
    assert (week.unsigned, week.leads_to_agree, week.referrals, week.due) == ((), (), (), ())
    assert (week.without_owner, week.agreements, week.disagreements) == (0, (), 0)


def test_the_week_shows_what_waits(desk: Desk, clock: Clock) -> None:
    person, _case = add_case(desk)
    add_referral(desk)
    add_action(desk, person, TODAY - timedelta(days=9), "A26-0001")
    add_action(desk, person, TODAY + timedelta(days=1), "A26-0002")
    add_action(desk, person, TODAY + timedelta(days=60), "A26-0003")
    series = weekly(desk, TODAY)
    opened_meeting(desk, series=series)
    clock.move(days=1)

    week = read_this_week(desk)

    assert [(one.due, one.overdue) for one in week.due] == [(2, 1)]
    assert [case.reference for case in week.leads_to_agree] == ["KP-0001"]
    assert len(week.referrals) == 1


def test_counts_leave_out_whom_the_reader_must_not_be_told_about(desk: Desk) -> None:
    person, _case = add_case(desk)
    action = add_action(desk, person, TODAY - timedelta(days=9))
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, action).owner_id = None
        tx.journal("test.arranged", record=action, scope=person)
    assert (read_this_week(desk).without_owner, len(read_this_week(desk).due)) == (1, 1)

    keep_from(desk, person, COUNCIL)
    week = read_this_week(desk)
    assert (week.due, week.without_owner, week.leads_to_agree) == ((), 0, ())
