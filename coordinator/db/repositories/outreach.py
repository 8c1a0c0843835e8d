"""The questions of one day's outreach: who is under way, what is due, what stands on a sheet."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.hidden_parts import as_seen
from coordinator.db.models import (
    Action,
    Case,
    Contact,
    Missing,
    OutreachLine,
    OutreachSheet,
    Person,
    Protocol,
    ProtocolStep,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.states import ProtocolStatus, Sensitivity


class Outreach:
    """Outreach inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def under_way(self) -> Sequence[tuple[Case, Person]]:
        """Give everybody living whose case is not closed."""
        query = (
            select(Case, Person)
            .join(Person, Person.id == Case.person_id)
            .where(Case.status.in_(UNDER_WAY), Person.died_on.is_(None))
        )
        return [(case, person) for case, person in self._session.execute(query)]

    def cases_of(self, people: Collection[UUID]) -> Mapping[UUID, UUID]:
        """Give the case each of these people has on the caseload now."""
        found: dict[UUID, UUID] = {}
        for some in in_pieces(people):
            query = select(Case.person_id, Case.id).where(
                Case.person_id.in_(some), Case.status.in_(UNDER_WAY)
            )
            for person, case in self._session.execute(query.order_by(Case.disputed, Case.id)):
                found.setdefault(person, case)
        return found

    def last_tries(
        self, people: Collection[UUID], many: int, before: datetime
    ) -> Mapping[UUID, list[Contact]]:
        """Give the newest tries at contact of each before a moment, newest first.

        A few rows are read for each person.
        """
        tried = aliased(Contact)
        oldest = (  # of those asked for; the index is read from the newest back
            select(tried.at)
            .where(tried.person_id == Person.id, tried.removed.is_(False), tried.at < before)
            .order_by(tried.at.desc())
            .limit(1)
            .correlate(Person)
        )
        nth = func.coalesce(
            oldest.offset(many - 1).scalar_subquery(),
            oldest.with_only_columns(func.min(tried.at)).order_by(None).scalar_subquery(),
        )
        found: dict[UUID, list[Contact]] = {}
        for some in in_pieces(people):
            query = (
                select(Contact)
                .join(Person, Person.id == Contact.person_id)
                .where(Person.id.in_(some), Contact.at >= nth, Contact.at < before)
                .order_by(Contact.person_id, Contact.at.desc(), Contact.id.desc())
            )
            for contact in self._session.scalars(query):
                found.setdefault(contact.person_id, []).append(contact)
        return {person: tries[:many] for person, tries in found.items()}

    def steps_due(self, people: Collection[UUID], on: date) -> Mapping[UUID, int]:
        """Count the steps of running protocols due by a day; who has none is left out."""
        found: dict[UUID, int] = {}
        for some in in_pieces(people):
            query = (
                select(ProtocolStep.person_id, func.count())
                .join(Protocol, Protocol.id == ProtocolStep.protocol_id)
                .where(
                    ProtocolStep.person_id.in_(some),
                    ProtocolStep.done_on.is_(None),
                    ProtocolStep.due_on <= on,
                    ProtocolStep.removed.is_(False),
                    Protocol.status == ProtocolStatus.RUNNING,
                    Protocol.removed.is_(False),
                )
                .group_by(ProtocolStep.person_id)
            )
            found.update((person, count) for person, count in self._session.execute(query))
        return found

    def closed_after(self, people: Collection[UUID], on: date) -> Sequence[Action]:
        """Give the actions about these people that were closed after a day, by due date."""
        found: list[Action] = []
        for some in in_pieces(people):
            query = select(Action).where(Action.person_id.in_(some), Action.closed_on > on)
            found += self._session.scalars(query)
        return sorted(found, key=lambda action: (action.due_on, action.id))

    def missing(self) -> Sequence[Missing]:
        """Give everybody living who is noted as missing and not found yet, the longest first."""
        query = select(Missing).join(Person, Person.id == Missing.person_id)
        query = query.where(Missing.found_on.is_(None), Person.died_on.is_(None))
        return list(self._session.scalars(query.order_by(Missing.noted_on, Missing.id)))

    def missing_of(
        self, person: UUID, allowed: Collection[Sensitivity] = tuple(Sensitivity)
    ) -> Missing | None:
        """Give what is noted about somebody who is missing now, the newest that may be had."""
        query = select(Missing).where(
            Missing.person_id == person,
            Missing.found_on.is_(None),
            Missing.sensitivity.in_(allowed),
        )
        return self._session.scalars(query.order_by(Missing.id.desc())).first()

    def sheets(self, since: date, until: date) -> Sequence[OutreachSheet]:
        """Give the sheets of some days, the latest first, then by area."""
        query = select(OutreachSheet).where(OutreachSheet.on.between(since, until))
        return list(
            self._session.scalars(query.order_by(OutreachSheet.on.desc(), OutreachSheet.area))
        )

    def sheet_of(self, on: date, area: str) -> OutreachSheet | None:
        """Give the sheet of a day and an area, when it was made."""
        query = select(OutreachSheet).where(OutreachSheet.on == on)
        same = area.strip().casefold()
        found = self._session.scalars(query.order_by(OutreachSheet.id))
        return next((one for one in found if one.area.strip().casefold() == same), None)

    def lines(self, sheets: Collection[UUID]) -> Sequence[OutreachLine]:
        """Give the lines of some sheets in their order.

        Nobody is sent to find somebody who died: of them only what was entered before is left.
        """
        told = or_(Person.died_on.is_(None), OutreachLine.contact_id.is_not(None))
        found: list[OutreachLine] = []
        for some in in_pieces(sheets):
            query = select(OutreachLine).join(Person, Person.id == OutreachLine.person_id)
            found += self._session.scalars(query.where(OutreachLine.sheet_id.in_(some), told))
        return sorted(found, key=lambda line: (line.rank, line.id))

    def areas(self, hidden: Collection[UUID], only: Collection[UUID] | None) -> Sequence[str]:
        """Give the places people under way belong to, as they were written.

        Args:
            hidden: People the reader must not be told about.
            only: Of these people alone; of everybody when nothing.
        """
        place = as_seen(self._session, Person.place)
        query = (
            select(place)
            .select_from(Person)
            .join(Case, Case.person_id == Person.id)
            .where(Case.status.in_(UNDER_WAY), Case.removed.is_(False), place != "")
            .where(Person.id.not_in(hidden))
            .distinct()
        )
        if only is not None:
            query = query.where(Person.id.in_(only))
        return sorted(self._session.scalars(query))
