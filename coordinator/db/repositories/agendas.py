"""What is open on a day: the questions an agenda is written from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.changelog import read_change
from coordinator.db.models import (
    Act,
    Action,
    ActionNote,
    AgendaItem,
    Case,
    LeadRole,
    LoggedChange,
    Meeting,
    Offer,
    Referral,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.db.repositories.pieces import in_pieces, successors
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.directory.rules import family_of
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.agendas import REFERRALS_WAITING
from coordinator.domain.meetings.rules import OVER
from coordinator.domain.states import ItemStatus, OfferStatus

_SAID = (
    *("text", "category", "description", "owner_id", "due_on", "status"),
    *("ask", "receiver_id", "respond_by"),
    *("what", "amount", "to_on"),
)
"""Category and description are a barrier's, the next three an escalation's, the last three an
offer's; what moves beside an owner, a date, a status or a receiver comes along."""
MINUTES_ISSUED = "minutes.issued"
"""The permanent name of the act that sends minutes out."""
_STANDING = (OfferStatus.OFFERED, OfferStatus.AGREED)
_NOT_SETTLED = (ItemStatus.PLANNED, ItemStatus.DEFERRED)


class Agendas:
    """What is open, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def carried_from(self, item: UUID) -> list[AgendaItem]:
        """Give the lines of later agendas that a line was carried over to, one after another."""
        found: list[AgendaItem] = []
        at = {item}
        while at:
            query = select(AgendaItem).where(AgendaItem.carried_from_id.in_(at))
            new = [one for one in self._session.scalars(query) if one not in found]
            found += new
            at = {one.id for one in new}
        return found

    def open_cases(self) -> Sequence[Case]:
        """List every case that is not closed."""
        return list(self._session.scalars(select(Case).where(Case.status.in_(UNDER_WAY))))

    def waiting_referrals(self) -> Sequence[Referral]:
        """List the referrals that wait for the panel."""
        return list(
            self._session.scalars(select(Referral).where(Referral.status.in_(REFERRALS_WAITING)))
        )

    def actions_due(self, on: date) -> Sequence[Action]:
        """List the open actions due by a day, by agency, the longest overdue first."""
        query = select(Action).where(ACTION_IS_OPEN, Action.due_on <= on)
        return list(
            self._session.scalars(
                query.order_by(Action.owner_agency, Action.due_on, Action.number, Action.id)
            )
        )

    def leads(self, cases: Collection[UUID], on: date) -> Mapping[UUID, UUID]:
        """Give the lead professional each of these cases has on a day, where it has one."""
        query = select(LeadRole.case_id, LeadRole.professional_id).where(
            LeadRole.from_on <= on, or_(LeadRole.to_on.is_(None), LeadRole.to_on > on)
        )
        found: dict[UUID, UUID] = {}
        for some in in_pieces(cases):
            rows = self._session.execute(query.where(LeadRole.case_id.in_(some)))
            found.update((case, professional) for case, professional in rows)
        return found

    def taking_part(self, people: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Give the agencies with an open action or a standing offer for each of these people."""
        acting = select(Action.person_id, Action.owner_agency_id).where(ACTION_IS_OPEN)
        offering = select(Offer.person_id, Offer.agency_id).where(Offer.status.in_(_STANDING))
        found: dict[UUID, frozenset[UUID]] = {}
        for some in in_pieces(people):
            acts = self._session.execute(acting.where(Action.person_id.in_(some)))
            offers = self._session.execute(offering.where(Offer.person_id.in_(some)))
            for person, agency in (*acts, *offers):
                if person is not None and agency is not None:
                    found[person] = found.get(person, frozenset()) | {agency}
        return found

    def families(self, agencies: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Give with each of these agencies those that have become one with it, itself included."""
        merged = successors(self._session)
        return {one: family_of(one, merged) for one in agencies}

    def opened_by(self, referrals: Collection[UUID]) -> Mapping[UUID, UUID]:
        """Give the case each of these referrals opened, where it did."""
        found: dict[UUID, UUID] = {}
        for some in in_pieces(referrals):
            query = select(Case.referral_id, Case.id).where(Case.referral_id.in_(some))
            found.update((key, case) for key, case in self._session.execute(query) if key)
        return found

    def actions_closed(self, after: date, until: date) -> Sequence[Action]:
        """List the actions that came to their outcome after one day and up to another."""
        query = select(Action).where(Action.closed_on > after, Action.closed_on <= until)
        return list(self._session.scalars(query.order_by(Action.owner_agency, Action.number)))

    def reported_at(self, meeting: UUID) -> Sequence[UUID]:
        """Name the actions somebody reported on at a meeting, due or not."""
        query = select(ActionNote.action_id).where(ActionNote.meeting_id == meeting).distinct()
        return list(self._session.scalars(query))

    def reports(
        self, meeting: UUID, actions: Collection[UUID], after: date, until: date
    ) -> Sequence[ActionNote]:
        """List what was reported on actions at a meeting, or for it in the days before it.

        Once the minutes went out, only what had been written down by then: they stay as sent.

        Args:
            meeting: Where something was reported.
            actions: Which.
            after: The day of the meeting before; what was said then does not count again.
            until: The day of this meeting.
        """
        about = and_(
            ActionNote.meeting_id.is_(None),
            ActionNote.noted_on > after,
            ActionNote.noted_on <= until,
        )
        said = or_(ActionNote.meeting_id == meeting, about)
        query = select(ActionNote).where(said, _was_written_by_issue(meeting))
        return [
            note
            for some in in_pieces(actions)
            for note in self._session.scalars(
                query.where(ActionNote.action_id.in_(some)).order_by(
                    ActionNote.noted_on, ActionNote.id
                )
            )
        ]

    def said_when_issued(
        self, meeting: UUID, records: Collection[UUID]
    ) -> Mapping[UUID, Mapping[str, Any]]:
        """Give actions, and what stops them, as they were when a meeting's minutes went out last.

        Returns:
            For each its words, owner, date and outcome by column, as logged, and in
            `moved` how often the date had been changed; nothing while the minutes have not
            gone out.
        """
        query = (
            select(LoggedChange)
            .join(Act, Act.id == LoggedChange.act)
            .where(LoggedChange.field.in_(_SAID), Act.number <= _issue(meeting))
            .order_by(Act.number, LoggedChange.number)
        )
        found: dict[UUID, dict[str, Any]] = {}
        for some in in_pieces(records):
            for row in self._session.scalars(query.where(LoggedChange.record.in_(some))):
                said = found.setdefault(row.record, {"moved": -1})
                value = read_change(row, ()).value
                said.update(value if isinstance(value, dict) else {row.field: value})
                said["moved"] += row.field == "due_on"  # its first date is no move
        return found

    def stood_when_issued(self, meeting: UUID, records: Collection[UUID]) -> frozenset[UUID]:
        """Tell which of these records were there when a meeting's minutes went out last."""
        query = (
            select(LoggedChange.record)
            .join(Act, Act.id == LoggedChange.act)
            .where(Act.number <= _issue(meeting))
        )
        return frozenset(
            key
            for some in in_pieces(records)
            for key in self._session.scalars(query.where(LoggedChange.record.in_(some)))
        )

    def left_open(self, meeting: UUID) -> Sequence[AgendaItem]:
        """List the lines earlier meetings put off or never reached, and nobody took up since.

        Args:
            meeting: The one whose agenda is written; what it already carries on still counts.
        """
        query = (
            select(AgendaItem)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(
                AgendaItem.status.in_(_NOT_SETTLED),
                AgendaItem.item_kind != AgendaKind.ACTION_CHECK,
                AgendaItem.meeting_id != meeting,
                Meeting.status.in_(OVER),
                ~_carried_elsewhere(meeting),
                ~_heard_since(),
            )
            .order_by(Meeting.on, AgendaItem.id)
        )
        return list(self._session.scalars(query))


def _issue(meeting: UUID) -> ScalarSelect[int]:
    """Number of the act that sent a meeting's minutes out last; null while none has."""
    query = select(func.max(Act.number))
    return query.where(Act.record == meeting, Act.name == MINUTES_ISSUED).scalar_subquery()


def _was_written_by_issue(meeting: UUID) -> ColumnElement[bool]:
    issue = _issue(meeting)
    written = exists().where(
        LoggedChange.record == ActionNote.id,
        Act.id == LoggedChange.act,
        Act.number <= issue,
    )
    return or_(issue.is_(None), written.correlate(ActionNote))


def _carried_elsewhere(meeting: UUID) -> ColumnElement[bool]:
    carrier = aliased(AgendaItem)
    return exists().where(
        carrier.carried_from_id == AgendaItem.id,
        carrier.meeting_id != meeting,
        carrier.removed.is_(False),
    )


def _heard_since() -> ColumnElement[bool]:
    """Whether a later meeting had the same case or referral on its agenda."""
    later, day = aliased(AgendaItem), aliased(Meeting)
    return (
        exists()
        .where(
            or_(later.case_id == AgendaItem.case_id, later.referral_id == AgendaItem.referral_id),
            later.removed.is_(False),
            day.id == later.meeting_id,
            day.status.in_(OVER),
            day.on > Meeting.on,
        )
        .correlate(AgendaItem, Meeting)
    )
