"""A panel with something to count: actions, attendance and offers written as their acts would."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Action, Meeting, Presence
from coordinator.domain.lists.meetings import Attendance, MeetingType
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, MeetingStatus
from tests.stores import HOUSING, TODAY, WORKER

_OPEN = {
    ActionStatus.OPEN,
    ActionStatus.IN_PROGRESS,
    ActionStatus.WAITING,
    ActionStatus.PARTLY_DONE,
}
_NAMES = {HOUSING: "Kerrow Homes"}


def days_ago(count: int) -> date:
    """Give a day before today; of a number below zero one to come."""
    return TODAY - timedelta(days=count)


def add_actions(desk: Desk, actions: Iterable[dict[str, Any]]) -> list[UUID]:
    """Write actions of an agency (Kerrow Homes), set four weeks ago and due today by default."""
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        made = [tx.add(_action(desk, at, one)) for at, one in enumerate(actions, 1)]
        tx.journal("test.actions")
    return [one.id for one in made]


def _action(desk: Desk, at: int, said: dict[str, Any]) -> Action:
    usual: dict[str, Any] = {
        "id": desk.new_id(),
        "text": "Ring the surgery",
        "owner_id": WORKER,
        "owner_agency_id": HOUSING,
        "set_on": days_ago(28),
        "due_on": TODAY,
    }
    usual |= said
    usual.setdefault("number", f"A26-{usual['id'].int % 10**8:08d}{at}")
    usual.setdefault("original_due_on", usual["due_on"])
    status = usual.setdefault("status", ActionStatus.OPEN)
    usual.setdefault("owner_agency", _NAMES.get(usual["owner_agency_id"], "Another"))
    if status not in _OPEN:
        usual.setdefault("closed_on", usual.get("done_on") or usual["due_on"])
    return Action(**usual)


def hold_meeting(
    desk: Desk,
    on: date,
    came: Iterable[tuple[UUID | None, str, Attendance | None]],
    *,
    meeting_type: MeetingType = MeetingType.TASKING,
    status: MeetingStatus = MeetingStatus.APPROVED,
) -> UUID:
    """Write a meeting that was held, with who came: agency, its name that day, how."""
    key = desk.new_id()
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.add(
            Meeting(
                id=key,
                reference=f"M{on:%y}-{key.int % 10**6}",
                meeting_type=meeting_type,
                on=on,
                starts_at=time(10),
                status=status,
            )
        )
        tx.session.flush()
        for agency, name, result in came:
            tx.add(
                Presence(
                    id=desk.new_id(),
                    meeting_id=key,
                    agency_id=agency,
                    agency=name,
                    name="" if result is Attendance.VACANT else "Somebody",
                    result=result,
                )
            )
        tx.journal("test.meeting")
    return key
