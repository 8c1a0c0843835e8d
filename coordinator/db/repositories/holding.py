"""The questions behind who holds somebody: rhythms after a move, each part of the days ahead."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.models import (
    Action,
    Case,
    ComingMove,
    Contact,
    Holding,
    Offer,
    OutreachLine,
    OutreachSheet,
    Person,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.cases.rhythms import IN_TOUCH
from coordinator.domain.states import CasePhase, CaseStatus, OfferStatus

_RUNNING = (OfferStatus.OFFERED, OfferStatus.AGREED)


class Holdings:
    """Who touches people, inside one transaction; each question asked once for all of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def kept_cases(self, people: Collection[UUID]) -> Sequence[Case]:
        """Give the cases of these people in which a rhythm of contact holds."""
        query = select(Case).where(
            Case.status == CaseStatus.OPEN,
            Case.phase == CasePhase.SUSTAINING,
            Case.contact_every.is_not(None),
        )
        return [
            case
            for some in in_pieces(people)
            for case in self._session.scalars(query.where(Case.person_id.in_(some)))
        ]

    def last_in_touch(self, people: Collection[UUID]) -> Mapping[UUID, datetime]:
        """Give when a worker and each person last met or spoke; those never are left out."""
        last = (
            select(Contact.at)
            .where(
                Contact.person_id == Person.id,
                Contact.result.in_(IN_TOUCH),
                Contact.removed.is_(False),
            )
            .order_by(Contact.at.desc())  # from the newest back: a few rows for each person
            .limit(1)
            .scalar_subquery()
        )
        found: dict[UUID, datetime | None] = {}
        for some in in_pieces(people):
            query = select(Person.id, last).where(Person.id.in_(some))
            found.update((person, at) for person, at in self._session.execute(query))
        return {person: at for person, at in found.items() if at is not None}

    def lines(self, people: Collection[UUID], first: date, last: date) -> Iterator[Holding]:
        """Give who holds these people at some time of these days, in the order it was said."""
        query = select(Holding).where(
            Holding.from_on <= last, or_(Holding.to_on.is_(None), Holding.to_on >= first)
        )
        for some in in_pieces(people):
            mine = query.where(Holding.person_id.in_(some))
            yield from self._session.scalars(mine.order_by(Holding.from_on, Holding.id))

    def moves(self, people: Collection[UUID], last: date) -> Iterator[ComingMove]:
        """Give the changes ahead up to a day, and those of earlier days nobody spoke of since."""
        query = select(ComingMove).where(ComingMove.on <= last, ComingMove.happened_on.is_(None))
        for some in in_pieces(people):
            mine = query.where(ComingMove.person_id.in_(some))
            yield from self._session.scalars(mine.order_by(ComingMove.on, ComingMove.id))

    def tries(
        self, people: Collection[UUID], first: date, last: date
    ) -> Mapping[UUID, tuple[UUID, date]]:
        """Give who said in their newest contact with each person that they try again, and when.

        A later contact takes the place of what an earlier one planned.
        """
        late = aliased(Contact)
        newest = (
            select(late.id)
            .where(late.person_id == Person.id, late.removed.is_(False))
            .order_by(late.at.desc(), late.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        found: dict[UUID, tuple[UUID, date]] = {}
        for some in in_pieces(people):
            query = (
                select(Contact.person_id, Contact.worker_id, Contact.next_try_on)
                .join(Person, Person.id == Contact.person_id)
                .where(Person.id.in_(some), Contact.id == newest)
            )
            for person, worker, on in self._session.execute(query):
                if on is not None and first <= on <= last:
                    found[person] = (worker, on)
        return found

    def actions_due(self, people: Collection[UUID], first: date, last: date) -> Iterator[Action]:
        """Give the open actions about these people that fall due in these days."""
        due: tuple[ColumnElement[bool], ...] = (Action.due_on >= first, Action.due_on <= last)
        query = select(Action).where(ACTION_IS_OPEN, *due)
        for some in in_pieces(people):
            mine = query.where(Action.person_id.in_(some))
            yield from self._session.scalars(mine.order_by(Action.due_on, Action.id))

    def outreach(
        self, people: Collection[UUID], first: date, last: date
    ) -> Sequence[tuple[UUID, date, UUID | None, str]]:
        """Give who is on a list of people to find: the person, the day, by whom, and where."""
        query = (
            select(
                OutreachLine.person_id,
                OutreachSheet.on,
                OutreachLine.worker_id,
                OutreachLine.where,
            )
            .join(OutreachSheet, OutreachSheet.id == OutreachLine.sheet_id)
            .where(
                OutreachSheet.on >= first,
                OutreachSheet.on <= last,
                OutreachLine.contact_id.is_(None),
                OutreachLine.removed.is_(False),
                OutreachSheet.removed.is_(False),
            )
        )
        return [
            (person, on, worker, where)
            for some in in_pieces(people)
            for person, on, worker, where in self._session.execute(
                query.where(OutreachLine.person_id.in_(some)).order_by(
                    OutreachSheet.on, OutreachLine.rank, OutreachLine.id
                )
            )
        ]

    def offers(self, people: Collection[UUID], first: date, last: date) -> Iterator[Offer]:
        """Give the offers of agencies that run on some of these days."""
        query = select(Offer).where(
            Offer.status.in_(_RUNNING),
            or_(Offer.from_on.is_(None), Offer.from_on <= last),
            or_(Offer.to_on.is_(None), Offer.to_on >= first),
        )
        for some in in_pieces(people):
            mine = query.where(Offer.person_id.in_(some))
            yield from self._session.scalars(mine.order_by(Offer.id))
