"""The questions asked of actions, their moves and reports."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy import ColumnElement, Select, TextClause, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    ActionMove,
    ActionNote,
    Case,
    Meeting,
    Professional,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.db.paging import later_than
from coordinator.db.repositories.accountability import AgencyCounts
from coordinator.db.repositories.own_numbers import OwnNumbers
from coordinator.db.repositories.pieces import in_pieces, mark_of_store, owner_must_not_be_told
from coordinator.domain.actions.rows import ActionFilter, Cursor
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.states import CaseStatus, MeetingStatus

_HELD = (
    MeetingStatus.IN_PROGRESS,
    MeetingStatus.HELD,
    MeetingStatus.MINUTES_DRAFT,
    MeetingStatus.MINUTES_ISSUED,
    MeetingStatus.APPROVED,
)
_CARRYING = (MeetingType.TASKING, MeetingType.EXTRAORDINARY, MeetingType.REVIEW)
"""Meetings that go through the open actions; the daily round and talks about one person do not."""


class Actions:
    """Actions inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def by_agency(self) -> AgencyCounts:
        """What agencies brought in a period, counted."""
        return AgencyCounts(self._session)

    def next_of_meeting(self, meeting: UUID, reference: str, step: int = 1) -> str:
        """Give a number after the highest of a meeting, `M26-047/3`; `step` is how far after.

        One that is given away from the panel carries the mark of its store: `M26-047/K7QX-3`.
        """
        numbers = select(Action.number).where(Action.meeting_id == meeting)
        mark = mark_of_store(self._session)
        prefix = f"{reference}{mark}-" if mark else f"{reference}/"
        return f"{prefix}{self._highest(numbers, prefix) + step}"

    def next_of_year(self, year: int) -> str:
        """Give the number after the highest of a year's running ones: `A26-0142`.

        One that is given away from the panel carries the mark of its store: `A26/K7QX-0001`.
        """
        prefix = f"A{year % 100:02d}{mark_of_store(self._session)}-"
        numbers = select(Action.number).where(Action.number.startswith(prefix))
        newest = numbers.order_by(func.length(Action.number).desc(), Action.number.desc())
        return f"{prefix}{self._highest(newest.limit(1), prefix) + 1:04d}"

    def _highest(self, numbers: Select[str], prefix: str) -> int:
        """Find the highest; numbers of removed actions are never given again."""
        found = self._session.scalars(numbers, execution_options={"with_removed": True})
        endings = (number.removeprefix(prefix) for number in found)
        standing = max((int(ending) for ending in endings if ending.isdigit()), default=0)
        return max(standing, OwnNumbers(self._session).highest(prefix))

    def open_case(self, person: UUID) -> UUID | None:
        """Give the case a person has on the caseload now."""
        query = select(Case.id).where(Case.person_id == person, Case.status != CaseStatus.CLOSED)
        return self._session.scalars(query.order_by(Case.disputed, Case.id)).first()

    def page(self, wanted: ActionFilter, *, after: Cursor | None, limit: int) -> Sequence[Action]:
        """Give the next actions in order of due date, then of making."""
        query = select(Action).where(*_conditions(wanted))
        if after is not None:
            query = query.where(later_than((Action.due_on, Action.id), (after.due_on, after.id)))
        return self._session.scalars(query.order_by(Action.due_on, Action.id).limit(limit)).all()

    def open_of(self, people: Collection[UUID]) -> Sequence[Action]:
        """Give the open actions of some people, by due date."""
        found: list[Action] = []
        for some in in_pieces(people):
            query = select(Action).where(Action.person_id.in_(some), ACTION_IS_OPEN)
            found += self._session.scalars(query)
        return sorted(found, key=lambda action: (action.due_on, action.id))

    def tracked(self, *, agency: UUID | None, closed_since: date) -> Sequence[Action]:
        """Give what is open, and what closed on or after a day; by due date."""
        found: dict[UUID, Action] = {}
        for wanted in (ACTION_IS_OPEN, Action.closed_on >= closed_since):  # an index for each
            query = select(Action).where(wanted)
            if agency is not None:
                query = query.where(Action.owner_agency_id == agency)
            found |= {action.id: action for action in self._session.scalars(query)}
        return sorted(found.values(), key=lambda action: (action.due_on, action.id))

    def of_meeting(self, meeting: UUID) -> Sequence[Action]:
        """Give the actions agreed at a meeting, in the order of their making."""
        query = select(Action).where(Action.meeting_id == meeting).order_by(Action.id)
        return self._session.scalars(query).all()

    def without_owner(self, today: date) -> Sequence[Action]:
        """Give the open actions without an owner who may do them, by due date.

        The owner has left, was never named, or must not be told about the person (any more).
        """
        left = select(Professional.id).where(Professional.left_on <= today)
        untold = owner_must_not_be_told(self._session)
        gone = or_(Action.owner_id.is_(None), Action.owner_id.in_(left), untold)
        query = select(Action).where(ACTION_IS_OPEN, gone)
        return self._session.scalars(query.order_by(Action.due_on, Action.id)).all()

    def times_moved(self, actions: Collection[UUID]) -> Mapping[UUID, int]:
        """Count how often the date of each was changed; those never moved are left out."""
        found: dict[UUID, int] = {}
        for some in in_pieces(actions):
            query = (
                select(ActionMove.action_id, func.count())
                .where(ActionMove.action_id.in_(some))
                .group_by(ActionMove.action_id)
            )
            found.update((action, count) for action, count in self._session.execute(query))
        return found

    def moves_of(self, action: UUID) -> Sequence[ActionMove]:
        """Give every change of the due date, first to last."""
        query = select(ActionMove).where(ActionMove.action_id == action).order_by(ActionMove.id)
        return self._session.scalars(query).all()

    def notes_of(self, action: UUID) -> Sequence[ActionNote]:
        """Give everything reported about an action, first to last."""
        query = select(ActionNote).where(ActionNote.action_id == action)
        return self._session.scalars(query.order_by(ActionNote.noted_on, ActionNote.id)).all()

    def last_notes(self, actions: Collection[UUID]) -> Mapping[UUID, ActionNote]:
        """Give the newest report about each that has one."""
        found: dict[UUID, ActionNote] = {}
        for some in in_pieces(actions):
            query = select(ActionNote).where(ActionNote.action_id.in_(some))
            for note in self._session.scalars(query.order_by(ActionNote.noted_on, ActionNote.id)):
                found[note.action_id] = note
        return found

    def meeting_days(self, first: date, last: date) -> Sequence[date]:
        """List the days from `first` to `last` of meetings that went through open actions."""
        query = select(Meeting.on).where(
            Meeting.on.between(first, last),
            Meeting.status.in_(_HELD),
            Meeting.meeting_type.in_(_CARRYING),
        )
        return self._session.scalars(query.order_by(Meeting.on)).all()

    def contact_points(self, agencies: Collection[UUID], today: date) -> Mapping[UUID, str]:
        """Name each agency's single point of contact, as far as one is in post."""
        query = select(Professional.agency_id, Professional.name).where(
            Professional.agency_id.in_(agencies),
            Professional.is_contact_point.is_(True),
            or_(Professional.left_on.is_(None), Professional.left_on > today),
        )
        rows = self._session.execute(query)
        return {row.agency_id: row.name for row in rows}


def _conditions(wanted: ActionFilter) -> list[ColumnElement[bool] | TextClause]:
    found: list[ColumnElement[bool] | TextClause] = [ACTION_IS_OPEN] if wanted.open_only else []
    for column, value in (
        (Action.owner_id, wanted.owner_id),
        (Action.owner_agency_id, wanted.agency_id),
        (Action.person_id, wanted.person_id),
        (Action.goal_id, wanted.goal_id),
        (Action.case_id, wanted.case_id),
        (Action.id, wanted.action_id),
    ):
        if value is not None:
            found.append(column == value)
    if wanted.due_from is not None:
        found.append(Action.due_on >= wanted.due_from)
    if wanted.due_until is not None:
        found.append(Action.due_on <= wanted.due_until)
    return found
