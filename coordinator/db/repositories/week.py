"""The questions of the week: counts and short lists, each by an index."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, exists, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Act,
    Action,
    ActionNote,
    Agency,
    Basis,
    Case,
    Cover,
    Disclosure,
    DisclosureEnd,
    Dispute,
    Meeting,
    Need,
    Person,
    Professional,
    Risk,
    Warning,  # noqa: A004 - the word the panel uses
    WeekStepTick,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.db.repositories.bases import lacks_condition, stands_on
from coordinator.db.repositories.pieces import in_pieces, owner_must_not_be_told
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.disclosing.log import NOT_MADE
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.meetings.kinds import WITHOUT_MINUTES
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import (
    AgencyStatus,
    BasisStatus,
    MeetingStatus,
    RiskStatus,
    Sensitivity,
)
from coordinator.domain.week.steps import CYCLE

_UNSIGNED = (MeetingStatus.HELD, MeetingStatus.MINUTES_DRAFT, MeetingStatus.MINUTES_ISSUED)
_SENT = ("agenda", "pack", "minutes")
"""Papers of a meeting, as they are noted when they leave."""


class Due(NamedTuple):
    """What one agency has due, how much of it is late, and of how much nothing was heard."""

    agency: UUID | None
    name: str
    due: int
    overdue: int
    unheard: int


class Review(NamedTuple):
    """A basis, warning or risk of somebody living that is to be looked at again."""

    kind: RecordKind
    record: UUID
    person: UUID
    on: date


class _Waiting:
    """What of bases, warnings and risks waits for somebody."""

    _session: Session

    def basis_taken_back(self, person: UUID) -> Basis | None:
        """Give the basis of a person that was begun and taken back; there is one row of each."""
        query = select(Basis).where(Basis.person_id == person, Basis.removed)
        return self._session.scalars(query.execution_options(with_removed=True)).first()

    def reviews(self, last: date, hidden: Collection[UUID]) -> list[Review]:
        """Give what stands and is to be looked at again by a day, the longest due first."""
        stands: tuple[tuple[type[Basis | Warning | Risk], ColumnElement[bool]], ...] = (
            (Basis, Basis.status != BasisStatus.WITHDRAWN),
            (Warning, Warning.status != RiskStatus.ENDED),
            (Risk, Risk.status != RiskStatus.ENDED),
        )
        found = []
        for model, is_so in stands:
            query = select(model.id, model.person_id, model.review_on).where(
                is_so, model.review_on <= last, *_of_living(model, hidden)
            )
            for record, person, on in self._session.execute(query):
                found.append(Review(model.kind, record, person, on or last))
        return sorted(found, key=lambda one: (one.on, one.record))

    def unasked(self, since: date, hidden: Collection[UUID]) -> int:
        """Count those on the caseload of whom nobody found any need since a day."""
        found = exists().where(
            Need.person_id == Case.person_id, Need.seen_on >= since, Need.removed.is_(False)
        )
        query = select(func.count(Case.person_id.distinct())).where(
            Case.status.in_(UNDER_WAY), ~found, *_of_living(Case, hidden)
        )
        return self._session.scalar(query) or 0

    def urgent(self, hidden: Collection[UUID]) -> list[tuple[UUID, date]]:
        """Give whom the panel works on urgently, and since when; the longest first."""
        query = (
            select(Basis.person_id, Basis.urgent_on)
            .where(Basis.urgent_on.is_not(None), Basis.status == BasisStatus.INCOMPLETE)
            .where(*_of_living(Basis, hidden))
            .order_by(Basis.urgent_on, Basis.id)
        )
        return [(person, since) for person, since in self._session.execute(query) if since]

    def without_condition(self, today: date, hidden: Collection[UUID]) -> list[tuple[UUID, date]]:
        """Give whose basis stands though it lacks a condition, and its review; the next first."""
        query = (
            select(Basis.person_id, Basis.review_on)
            .where(Basis.status == BasisStatus.RECORDED, lacks_condition(), stands_on(today))
            .where(*_of_living(Basis, hidden))
            .order_by(Basis.review_on, Basis.id)
        )
        return [(person, on) for person, on in self._session.execute(query) if on]


class Week(_Waiting):
    """The week inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def unsigned(self, limit: int) -> Sequence[Meeting]:
        """List meetings whose minutes are not approved yet, the latest first."""
        query = select(Meeting).where(
            Meeting.status.in_(_UNSIGNED), Meeting.meeting_type.not_in(WITHOUT_MINUTES)
        )
        return list(self._session.scalars(query.order_by(Meeting.on.desc()).limit(limit)))

    def next_of_cycle(self, today: date) -> Meeting | None:
        """Give the panel's next meeting to come, from today on."""
        query = select(Meeting).where(
            Meeting.on >= today, Meeting.status.in_(TO_COME), Meeting.meeting_type.in_(CYCLE)
        )
        return self._session.scalars(
            query.order_by(Meeting.on, Meeting.starts_at).limit(1)
        ).first()

    def under_way(self) -> Meeting | None:
        """Give the meeting that is held now; the latest, when another was never ended."""
        query = select(Meeting).where(Meeting.status == MeetingStatus.IN_PROGRESS)
        newest = query.order_by(Meeting.on.desc(), Meeting.starts_at.desc()).limit(1)
        return self._session.scalars(newest).first()

    def last_of_cycle(self, today: date, limit: int) -> Sequence[Meeting]:
        """List the panel's meetings up to today that were not cancelled, the latest first."""
        query = select(Meeting).where(
            Meeting.on <= today,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.meeting_type.in_(CYCLE),
        )
        newest = query.order_by(Meeting.on.desc(), Meeting.starts_at.desc()).limit(limit)
        return list(self._session.scalars(newest))

    def ticks(self, meetings: Collection[UUID]) -> Sequence[WeekStepTick]:
        """List what was ticked by hand for some meetings."""
        query = select(WeekStepTick).where(WeekStepTick.meeting_id.in_(meetings))
        return list(self._session.scalars(query))

    def moved(self, meetings: Collection[UUID]) -> Mapping[UUID, datetime]:
        """Tell when each of some meetings was last moved; those that never were are left out."""
        query = (
            select(Act.record, func.max(Act.at))
            .where(Act.record.in_(meetings), Act.name == "meeting.moved")
            .group_by(Act.record)
        )
        return {key: at for key, at in self._session.execute(query) if key is not None}

    def papers_left(self, meetings: Collection[UUID]) -> Mapping[tuple[UUID, str], datetime]:
        """Tell when each paper of some meetings was last made for somebody."""
        not_made = select(DisclosureEnd.disclosure_id).where(DisclosureEnd.note == NOT_MADE)
        query = (
            select(Disclosure.meeting_id, Disclosure.paper, func.max(Disclosure.made_at))
            .where(Disclosure.meeting_id.in_(meetings), Disclosure.paper.in_(_SENT))
            .where(Disclosure.id.not_in(not_made))
            .group_by(Disclosure.meeting_id, Disclosure.paper)
        )
        rows = self._session.execute(query)
        return {(meeting, paper): at for meeting, paper, at in rows if meeting is not None}

    def actions_agreed(
        self,
        meetings: Collection[UUID],
        hidden: Collection[UUID],
        may_have: Collection[Sensitivity],
    ) -> Mapping[UUID, int]:
        """Count the actions agreed at some meetings; those without any are left out.

        Args:
            meetings: At which.
            hidden: People the reader must not be told about.
            may_have: How sensitive what the reader may have can be.
        """
        query = (
            select(Action.meeting_id, func.count())
            .where(
                Action.meeting_id.in_(meetings),
                Action.sensitivity.in_(may_have),
                _not_about(hidden),
            )
            .group_by(Action.meeting_id)
        )
        return {key: count for key, count in self._session.execute(query) if key is not None}

    def covers(self, since: date) -> Sequence[Cover]:
        """List who stands in from a day on, or will, the first to begin first."""
        query = select(Cover).where(Cover.until_on >= since)
        return list(self._session.scalars(query.order_by(Cover.from_on, Cover.id)))

    def covering(self, post: PanelPost, on: date) -> UUID | None:
        """Tell who stands in for a post on a day, as long as they are in post themselves."""
        query = (
            select(Cover.professional_id)
            .join(Professional, Professional.id == Cover.professional_id)
            .where(
                Cover.post == post,
                Cover.from_on <= on,
                Cover.until_on >= on,
                or_(Professional.left_on.is_(None), Professional.left_on > on),
            )
        )
        return self._session.scalars(query.order_by(Cover.id.desc()).limit(1)).first()

    def due_by_agency(
        self, until: date, overdue_before: date, heard_after: date, hidden: Collection[UUID]
    ) -> Sequence[Due]:
        """Count the open actions due until a day by agency, most overdue first.

        Args:
            until: The last day they are due.
            overdue_before: The day before which an action had to be due to be overdue now.
            heard_after: A report counts as a return when it was made after this day.
            hidden: People the reader must not be told about.
        """
        overdue = func.sum(case((Action.due_on < overdue_before, 1), else_=0))
        unheard = func.sum(case((_heard(heard_after), 0), else_=1))
        query = (
            select(Action.owner_agency_id, func.count(), overdue, unheard)
            .where(ACTION_IS_OPEN, Action.due_on <= until, _not_about(hidden))
            .group_by(Action.owner_agency_id)
        )
        found = self._session.execute(query).all()
        named = select(Agency.id, Agency.name).where(Agency.id.in_([row[0] for row in found]))
        names = {agency.id: agency.name for agency in self._session.execute(named)}
        rows = [
            Due(key, names.get(key, ""), due, int(late or 0), int(silent or 0))
            for key, due, late, silent in found
        ]
        return sorted(rows, key=lambda row: (-row.overdue, row.name))

    def without_owner(self, today: date, hidden: Collection[UUID]) -> int:
        """Count the open actions whose owner has left, was never named or must not be told.

        Args:
            today: The desk's day.
            hidden: People the reader must not be told about.
        """
        gone = or_(
            Action.owner_id.is_(None),
            Professional.left_on <= today,
            owner_must_not_be_told(self._session),
        )
        query = (
            select(func.count())
            .select_from(Action)
            .outerjoin(Professional, Professional.id == Action.owner_id)
            .where(ACTION_IS_OPEN, gone, _not_about(hidden))
        )
        return self._session.scalar(query) or 0

    def owned_by_untold(self, actions: Collection[UUID]) -> frozenset[UUID]:
        """Give those of these actions that stand with who must not be told about the person."""
        found: set[UUID] = set()
        if not actions:
            return frozenset()
        untold = owner_must_not_be_told(self._session)
        for some in in_pieces(actions):
            query = select(Action.id).where(Action.id.in_(some), untold)
            found.update(self._session.scalars(query))
        return frozenset(found)

    def agreements_ending(self, until: date) -> Sequence[str]:
        """Name the active agencies whose sharing agreement ends by a day, or has."""
        query = select(Agency.name).where(
            Agency.status == AgencyStatus.ACTIVE, Agency.agreement_expires_on <= until
        )
        return list(self._session.scalars(query.order_by(Agency.agreement_expires_on)))

    def disagreements(self, hidden: Collection[UUID]) -> int:
        """Count the fields that wait to be settled, those about `hidden` people left out."""
        query = select(func.count()).select_from(Dispute).where(Dispute.scope.not_in(hidden))
        return self._session.scalar(query) or 0


def _of_living(
    model: type[Basis | Warning | Risk | Case], hidden: Collection[UUID]
) -> tuple[ColumnElement[bool], ...]:
    living = select(Person.id).where(Person.died_on.is_(None))
    return model.person_id.in_(living), model.person_id.not_in(hidden)


def _heard(after: date) -> ColumnElement[bool]:
    """Whether somebody reported on an action after a day."""
    return (
        exists()
        .where(
            ActionNote.action_id == Action.id,
            ActionNote.noted_on > after,
            ActionNote.removed.is_(False),
        )
        .correlate(Action)
    )


def _not_about(hidden: Collection[UUID]) -> ColumnElement[bool]:
    return or_(Action.person_id.is_(None), Action.person_id.not_in(hidden))
