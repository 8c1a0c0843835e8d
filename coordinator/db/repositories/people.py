"""The questions asked of people."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db import search
from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Basis,
    Disposal,
    Identifier,
    Panel,
    Person,
    Record,
    Relationship,
    Risk,
    SearchText,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.paging import later_than
from coordinator.db.repositories.pieces import about, in_pieces, mark_of_store
from coordinator.db.uniqueness import only_one
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.states import BasisStatus, RiskStatus

R = TypeVar("R", bound=Record)
_MANY = 500  # ids asked about at a time


class People:
    """People inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_reference(self, reference: str) -> Person:
        """Give the person with this reference, as people say it.

        Raises:
            MissingRecordError: Nobody on file has it.
        """
        wanted = reference.strip().upper()
        person = self._session.scalars(select(Person).where(Person.reference == wanted)).first()
        if person is None:
            raise MissingRecordError(what="person", key=wanted)
        return person

    def begin(self, person: Person) -> Person:
        """Keep somebody new; the database holds that no two have one reference.

        Raises:
            DuplicateRecordError: `reference`.
        """
        self._session.add(person)
        with only_one("reference"):
            self._session.flush()
        return person

    def next_reference(self) -> str:
        """Give the reference after the highest of the panel's own series: `SC-0143`.

        Those of people who were removed or erased are never given again. One that is given away
        from the panel carries the mark of its store: `SC/K7QX-0001`.
        """
        prefix = self._session.scalars(select(Panel.prefix)).first() or "P"
        prefix += mark_of_store(self._session)
        known = select(Person.reference).where(Person.reference.startswith(f"{prefix}-"))
        newest = known.order_by(func.length(Person.reference).desc(), Person.reference.desc())
        ever = self._session.scalars(newest.limit(1), execution_options={"with_removed": True})
        gone = self._session.scalars(
            select(Disposal.reference).where(Disposal.reference.startswith(f"{prefix}-"))
        )
        digits = [one.removeprefix(f"{prefix}-") for one in (ever.first() or "", *gone)]
        last = max((int(one) for one in digits if one.isdigit()), default=0)
        return f"{prefix}-{last + 1:04d}"

    def count(self) -> int:
        """Count everybody on file."""
        return self._session.scalar(select(func.count()).select_from(Person)) or 0

    def is_anybody(self) -> bool:
        """Whether anybody is on file at all."""
        return self._session.scalar(select(Person.id).limit(1)) is not None

    def basis(self, person: UUID) -> Basis | None:
        """Give the information basis of a person, when one was begun."""
        return self._session.scalars(select(Basis).where(Basis.person_id == person)).first()

    def about(self, model: type[R], people: Collection[UUID]) -> list[R]:
        """Give the records of one kind written about these people, in the order they were made."""
        return about(self._session, model, people)

    def tied_to(self, person: UUID) -> list[Relationship]:
        """Give the ties to somebody that were noted about others, in the order they were made."""
        tied = select(Relationship).where(Relationship.other_id == person)
        return list(self._session.scalars(tied.order_by(Relationship.id)))

    def about_to_hide(self, model: type[R], people: Collection[UUID]) -> list[R]:
        """Give them held back or not: for words that are to be hidden. Never to show them."""
        return about(self._session, model, people, WHATEVER)

    def whereabouts_to_hide(self, people: Collection[UUID]) -> Mapping[UUID, tuple[str, str]]:
        """Give telephone and address of these people, held back or not. Never to show them."""
        table, found = Person.__table__.c, dict[UUID, tuple[str, str]]()
        for some in in_pieces(people):
            asked = select(table.id, table.phone, table.address).where(table.id.in_(some))
            rows = self._session.connection().execute(asked)
            found |= {person: (phone, address) for person, phone, address in rows}
        return found

    def having_identifier(self, issuer: str, value: str) -> list[Identifier]:
        """Give this number of this issuer of everybody who has it, however both are written."""
        query = select(Identifier).where(Identifier.value == value)
        same = issuer.casefold()
        found = self._session.scalars(query)
        return [row for row in found if row.issuer.casefold() == same]

    def listed(
        self, *, after: tuple[str, str, UUID] | None, limit: int, only: Collection[UUID] | None
    ) -> list[Person]:
        """Give people by family name, given name and id.

        Args:
            after: Where the page before ended.
            limit: At most so many.
            only: These people alone; everybody when nothing.
        """
        order = (Person.family_name, Person.given_name, Person.id)
        query = select(Person).order_by(*order).limit(limit)
        if after is not None:
            query = query.where(later_than(order, after))
        if only is not None:
            query = query.where(Person.id.in_(only))
        return list(self._session.scalars(query))

    def everybody(self) -> Iterable[Person]:
        """Give everybody on file, a few hundred at a time."""
        return self._session.scalars(select(Person).execution_options(yield_per=_MANY))

    def reviews_until(self, last: date) -> list[Basis | Warning | Risk]:
        """Give the bases, warnings and risks that stand and are to be looked at by a day."""
        bases = select(Basis).where(Basis.review_on <= last, Basis.status != BasisStatus.WITHDRAWN)
        warnings = select(Warning).where(
            Warning.review_on <= last, Warning.status != RiskStatus.ENDED
        )
        risks = select(Risk).where(Risk.review_on <= last, Risk.status != RiskStatus.ENDED)
        ask = self._session.scalars
        return [*ask(bases), *ask(warnings), *ask(risks)]

    def search(
        self,
        words: str,
        *,
        kinds: Collection[str] = (),
        limit: int,
        among: search.Among | None = None,
    ) -> Iterator[list[SearchText]]:
        """Give the records holding every word as a beginning, newest first, piece by piece.

        Args:
            words: As typed.
            kinds: Only these kinds of record; every kind when empty.
            limit: At most so many in a piece.
            among: Of which is told.
        """
        before: int | None = None
        while True:
            found: list[SearchText] = search.find(
                self._session,
                words,
                kinds=tuple(kinds),
                limit=limit,
                among=among or search.Among(),
                before=before,
            )
            if found:
                yield found
            if len(found) < limit:
                return
            before = found[-1].key
