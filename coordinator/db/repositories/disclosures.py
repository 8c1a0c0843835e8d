"""The questions asked of what left the panel."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Integer, Select, Text, and_, literal_column, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import DisclosedPerson, Disclosure, DisclosureEnd, Person
from coordinator.db.models.disclosures import NUMBER_LENGTH, NUMBERED_IN
from coordinator.db.repositories.own_numbers import OwnNumbers
from coordinator.db.repositories.pieces import mark_of_store
from coordinator.domain.disclosing.log import ASTRAY, DisclosureFilter

T = TypeVar("T")

_SETTLED = select(DisclosureEnd.disclosure_id).where(DisclosureEnd.returned_on.is_not(None))
"""Tellings that were dealt with: of them an end says nothing else."""


class Disclosures:
    """The log of disclosures inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_of_year(self, year: int) -> str:
        """Give the number after the highest of a year: `D26-0143`; none is ever given again.

        One that is given away from the panel carries the mark of its store: `D26/K7QX-0001`.
        """
        prefix = f"D{year % 100:02d}{mark_of_store(self._session)}-"
        begins = literal_column(NUMBERED_IN, Text)
        length = literal_column(NUMBER_LENGTH, Integer)
        query = (
            select(Disclosure.number)
            .where(begins == prefix[:4], Disclosure.number.startswith(prefix, autoescape=True))
            .order_by(length.desc(), Disclosure.number.desc())
            .limit(1)
        )
        newest = self._session.scalar(query, execution_options={"with_removed": True}) or ""
        ending = newest.removeprefix(prefix)
        highest = max(
            int(ending) if ending.isdigit() else 0, OwnNumbers(self._session).highest(prefix)
        )
        return f"{prefix}{highest + 1:04d}"

    def find(self, wanted: DisclosureFilter) -> Sequence[Disclosure]:
        """Give what left, newest first."""
        query = select(Disclosure).order_by(Disclosure.made_at.desc(), Disclosure.id.desc())
        if wanted.person is not None:
            query = _about(query, wanted.person)
        if wanted.agency is not None:
            query = query.where(Disclosure.agency_id == wanted.agency)
        if wanted.meeting is not None:
            query = query.where(Disclosure.meeting_id == wanted.meeting)
        if wanted.astray:
            query = query.where(Disclosure.paper == ASTRAY, Disclosure.id.not_in(_SETTLED))
            # Of whoever was erased nothing says any more what is to be dealt with, or was.
            query = query.where(Disclosure.person_id.is_not(None))
        if wanted.before is not None:
            at, key = wanted.before
            same = and_(Disclosure.made_at == at, Disclosure.id < key)
            query = query.where(or_(Disclosure.made_at < at, same))
        return list(self._session.scalars(query.limit(wanted.limit)))

    def still_out(self, person: UUID) -> Sequence[Disclosure]:
        """Give the copies about somebody that went to others and are not back, newest first."""
        back = select(DisclosureEnd.disclosure_id).where(
            or_(DisclosureEnd.returned_on.is_not(None), DisclosureEnd.destroyed_on.is_not(None))
        )
        query = (
            _about(select(Disclosure), person)
            .where(IS_COPY, Disclosure.id.not_in(back))
            .where(or_(Disclosure.agency_id.is_not(None), Disclosure.recipient != ""))
            .order_by(Disclosure.made_at.desc(), Disclosure.id.desc())
        )
        return list(self._session.scalars(query))

    def count_astray(self, person: UUID) -> int:
        """Count how often they were told of to who must not be told, and nobody dealt with it."""
        query = _about(select(Disclosure.id), person)
        query = query.where(Disclosure.paper == ASTRAY, Disclosure.id.not_in(_SETTLED))
        return len(list(self._session.scalars(query)))

    def with_content(self, sha256: str) -> Sequence[Disclosure]:
        """Give every time one very content left, newest first."""
        query = select(Disclosure).where(Disclosure.sha256 == sha256)
        return list(self._session.scalars(query.order_by(Disclosure.made_at.desc())))

    def with_references(self, references: Collection[str]) -> list[UUID]:
        """Give everybody on file with one of these references."""
        query = select(Person.id).where(Person.reference.in_(references))
        return list(self._session.scalars(query)) if references else []

    def people(self, disclosures: Collection[UUID]) -> Mapping[UUID, Sequence[UUID]]:
        """Give everybody each disclosure was about, besides its own subject."""
        query = select(DisclosedPerson).where(DisclosedPerson.disclosure_id.in_(disclosures))
        found: dict[UUID, list[UUID]] = {}
        for row in self._session.scalars(query.order_by(DisclosedPerson.id)):
            found.setdefault(row.disclosure_id, []).append(row.person_id)
        return found

    def ends(self, disclosures: Collection[UUID]) -> Mapping[UUID, DisclosureEnd]:
        """Give what became of copies, for those of which something is known."""
        query = select(DisclosureEnd).where(DisclosureEnd.disclosure_id.in_(disclosures))
        return {row.disclosure_id: row for row in self._session.scalars(query)}


IS_COPY = or_(Disclosure.pages > 0, Disclosure.sha256 != "")
"""As `DisclosureRow.has_copy` has it."""


def _about(query: Select[T], person: UUID) -> Select[T]:
    named = select(DisclosedPerson.disclosure_id).where(DisclosedPerson.person_id == person)
    return query.where(or_(Disclosure.person_id == person, Disclosure.id.in_(named)))
