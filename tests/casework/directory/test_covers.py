"""Who stands in for the chair and the coordinator, and what they then sign and read."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import add_cover, change_cover, end_cover
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes, record_approval
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting, open_meeting
from coordinator.casework.referrals.asking import defer_referral, screen_referral
from coordinator.casework.referrals.lists import read_referral
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.errors import GuardError, InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.roles import Role
from tests.meetings import NOON, TEN, add_referral, next_meeting_of, weekly
from tests.stores import CHAIR, COORDINATOR, HEALTH, NURSE, OFFICER, TODAY, WORKER, Clock, sitting

DAY = timedelta(days=1)


def cover(
    desk: Desk,
    who: UUID = OFFICER,
    post: PanelPost = PanelPost.CHAIR,
    first: date = TODAY,
    last: date = TODAY + 7 * DAY,
) -> UUID:
    return add_cover(desk, post=post, professional_id=who, from_on=first, until_on=last).result


def rows(desk: Desk) -> tuple[CoverRow, ...]:
    return read_directory(desk).covers


def test_somebody_stands_in_and_everybody_can_see_for_whom_and_until_when(desk: Desk) -> None:
    cover(desk)
    cover(desk, WORKER, PanelPost.COORDINATOR, TODAY + DAY, TODAY + 3 * DAY)
    assert [(one.name, one.absent, one.until_on) for one in rows(desk)] == [
        ("Dylan Ashdown", "Morwenna Tregear", TODAY + 7 * DAY),
        ("Rhys Roskilly", "Aled Hâf", TODAY + 3 * DAY),
    ]
    assert read_this_week(desk).covers == rows(desk)
    panel = read_directory(desk).panel
    assert panel.chairs == ((OFFICER, "Dylan Ashdown"), (CHAIR, "Morwenna Tregear"))


def test_standing_in_ends_by_itself_is_changed_and_ended_early(desk: Desk, clock: Clock) -> None:
    first = cover(desk)
    (row,) = rows(desk)
    change_cover(desk, first, seen=row.revision, until_on=TODAY + 2 * DAY)
    clock.move(days=2)
    assert [one.until_on for one in rows(desk)] == [TODAY + 2 * DAY]
    clock.move(days=1)
    assert rows(desk) == ()

    second = cover(desk, first=TODAY + 3 * DAY, last=TODAY + 9 * DAY)
    clock.move(days=1)
    end_cover(desk, second)
    assert rows(desk) == ()
    third = cover(desk, first=TODAY + 20 * DAY, last=TODAY + 21 * DAY)
    end_cover(desk, third)
    assert rows(desk) == ()


def test_one_stands_in_at_a_time_and_nobody_who_has_left(desk: Desk) -> None:
    cover(desk)
    with pytest.raises(InvalidFieldsError, match="taken"):
        cover(desk, WORKER, first=TODAY + 7 * DAY, last=TODAY + 9 * DAY)
    with pytest.raises(InvalidFieldsError, match="same"):
        cover(desk, COORDINATOR, PanelPost.COORDINATOR)
    later = cover(desk, WORKER, first=TODAY + 8 * DAY, last=TODAY + 9 * DAY)
    (row,) = [one for one in rows(desk) if one.id != later]
    with pytest.raises(InvalidFieldsError, match="taken"):
        change_cover(desk, row.id, seen=row.revision, until_on=TODAY + 8 * DAY)
    record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="professional-left"):
        cover(desk, NURSE, PanelPost.COORDINATOR)
    with pytest.raises(NotPermittedError):
        cover(sitting(desk, WORKER, Role.REPRESENTATIVE, HEALTH))


def test_who_stands_in_chairs_takes_the_minutes_and_approves_them(
    desk: Desk, clock: Clock
) -> None:
    series = weekly(desk)
    meeting = next_meeting_of(desk, series)
    cover(desk, OFFICER, last=TODAY + DAY)
    cover(desk, WORKER, PanelPost.COORDINATOR)
    head = read_agenda(desk, meeting).header
    assert (head.chair, head.minute_taker) == ("Dylan Ashdown", "Rhys Roskilly")

    open_meeting(desk, meeting, at=TEN)
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    clock.move(days=1)
    told = "E-mail of 20 November, 09:12"
    record_approval(desk, meeting, by_id=OFFICER, on=TODAY + DAY, how=told)
    found = read_meeting(desk, meeting)
    assert (found.approved_by, found.header.row.approved_on) == ("Dylan Ashdown", TODAY + DAY)
    assert found.approval_how == told


def test_after_they_stood_in_nobody_takes_their_word_for_the_chairs(
    desk: Desk, clock: Clock
) -> None:
    cover(desk, OFFICER, last=TODAY)
    meeting = next_meeting_of(desk, weekly(desk, TODAY + DAY))
    clock.move(days=1)
    open_meeting(desk, meeting, at=TEN)
    assert read_meeting(desk, meeting).header.chair == "Morwenna Tregear"
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    with pytest.raises(InvalidFieldsError, match="not-in-list"):
        record_approval(desk, meeting, by_id=OFFICER, on=TODAY + DAY, how="E-mail")


def test_who_stands_in_for_the_chair_decides_on_referrals(desk: Desk) -> None:
    _person, referral = add_referral(desk)
    screen_referral(desk, referral, note="Fits.")
    defer = partial(
        defer_referral, desk, referral, reason="More is to be known.", decided_by=OFFICER
    )
    with pytest.raises(GuardError, match="chair-decides"):
        defer()
    cover(desk)
    defer()
    assert read_referral(desk, referral).decided_by == "Dylan Ashdown"
