"""The questions asked of how long records are kept, and of bringing them to an end."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.called import words_of
from coordinator.db.models import (
    AccessRequest,
    Act,
    Case,
    DeathNotice,
    DisclosedPerson,
    Disclosure,
    DisclosureEnd,
    Disposal,
    Person,
    Record,
    Referral,
    RetentionHold,
)
from coordinator.db.repositories.disclosures import IS_COPY
from coordinator.db.types import Words
from coordinator.domain.access.rules import CLOSED
from coordinator.domain.need_to_know.names_in_texts import whole_words
from coordinator.domain.retention import Ended
from coordinator.domain.states import CaseStatus, DisposalStatus, ReferralStatus

_ANSWERED = (ReferralStatus.ACCEPTED, ReferralStatus.NOT_FOR_US, ReferralStatus.WITHDRAWN)
_ESCAPE = "\\"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_FEW = 500  # people who are asked about by their ids; of more, everybody is


class Retention:
    """Times of keeping, holds and disposals inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def people(self) -> Sequence[Person]:
        """Give everybody on file, by reference."""
        return list(self._session.scalars(select(Person).order_by(Person.reference)))

    def everybody(self) -> Sequence[Person]:
        """Give everybody whose row is there, those who were removed by a flag too."""
        return list(
            self._session.scalars(select(Person), execution_options={"with_removed": True})
        )

    def ended(self, people: Sequence[Person]) -> Mapping[UUID, Ended]:
        """Say of each of these people what has ended, with one question for each kind."""
        only = [one.id for one in people] if len(people) <= _FEW else None
        cases = self._of_cases(only)
        referrals = self._of_referrals(only)
        return {
            one.id: Ended(
                is_open=cases.get(one.id, (0, None))[0] + referrals.get(one.id, (0, None))[0] > 0,
                case_closed=cases.get(one.id, (0, None))[1],
                referral_answered=referrals.get(one.id, (0, None))[1],
                died_on=one.died_on,
                entered=_made(one.id),
            )
            for one in people
        }

    def holds(self, people: Collection[UUID] | None = None) -> Mapping[UUID, list[RetentionHold]]:
        """Give the holds of these people, or of everybody, released ones too."""
        query = select(RetentionHold).order_by(RetentionHold.id)
        if people is not None:
            query = query.where(RetentionHold.person_id.in_(people))
        found: dict[UUID, list[RetentionHold]] = {}
        for one in self._session.scalars(query):
            found.setdefault(one.person_id, []).append(one)
        return found

    def asked_to_see(self) -> Mapping[UUID, list[AccessRequest]]:
        """Give the requests for access that are not answered, by whom they are about."""
        query = select(AccessRequest).where(AccessRequest.status.not_in(CLOSED))
        found: dict[UUID, list[AccessRequest]] = {}
        for one in self._session.scalars(query):
            found.setdefault(one.person_id, []).append(one)
        return found

    def disposals(self) -> Sequence[Disposal]:
        """Give every disposal, the latest first."""
        query = select(Disposal).order_by(Disposal.proposed_on.desc(), Disposal.id.desc())
        return list(self._session.scalars(query))

    def open_disposal(self, reference: str) -> Disposal | None:
        """Give the disposal of a record that waits, when there is one."""
        waiting = (DisposalStatus.PROPOSED, DisposalStatus.CONFIRMED)
        query = select(Disposal).where(
            Disposal.reference == reference, Disposal.status.in_(waiting)
        )
        return self._session.scalars(query).first()

    def erased(self) -> frozenset[str]:
        """Give the references of everybody who was erased."""
        query = select(Disposal.reference).where(Disposal.status == DisposalStatus.DONE)
        return frozenset(self._session.scalars(query))

    def has_lost(self, act: Act) -> bool:
        """Whether something an act wrote was erased since: it cannot be taken back as a whole."""
        query = select(Act.erases).where(Act.number > act.number, Act.erases != [])
        return any(str(act.number) in erases for erases in self._session.scalars(query))

    def notices(self, person: UUID) -> Sequence[DeathNotice]:
        """Give who has to hear of a death, in the order they were noted."""
        query = select(DeathNotice).where(DeathNotice.person_id == person)
        return list(self._session.scalars(query.order_by(DeathNotice.id)))

    def words_of(self, person: UUID) -> tuple[str, ...]:
        """Give how texts name somebody, in lower case."""
        return words_of(self._session, person)

    def naming(self, words: Collection[str]) -> int:
        """Count the records in which somebody wrote one of these; removed ones count.

        Whole words alone: a name that is part of another word is nobody's.
        """
        models = [mapper.class_ for mapper in Record.registry.mappers]
        written = whole_words(words)
        return sum(
            self._naming(model, words, written)
            for model in models
            if words and issubclass(model, Record) and model is not Disposal
        )

    def papers_out(self, person: UUID) -> int:
        """Count the papers about somebody that left and never came back, as far as was said.

        The panel's own copies never left.
        """
        named = select(DisclosedPerson.disclosure_id).where(DisclosedPerson.person_id == person)
        back = select(DisclosureEnd.disclosure_id).where(
            or_(DisclosureEnd.returned_on.is_not(None), DisclosureEnd.destroyed_on.is_not(None))
        )
        query = select(func.count()).where(
            or_(Disclosure.person_id == person, Disclosure.id.in_(named)),
            Disclosure.id.not_in(back),
            IS_COPY,
            or_(Disclosure.agency_id.is_not(None), Disclosure.recipient != ""),
        )
        return self._session.scalar(query) or 0

    def _naming(
        self, model: type[Record], words: Collection[str], written: re.Pattern[str]
    ) -> int:
        columns: list[Any] = [c for c in model.__table__.c if isinstance(c.type, Words)]
        if not columns:
            return 0
        around = [_around(word) for word in words]
        found = [c.ilike(one, escape=_ESCAPE) for c in columns for one in around]
        rows = self._session.execute(select(*columns).where(or_(*found)))
        return sum(any(written.search(one or "") for one in row) for row in rows)

    def _of_cases(self, only: Collection[UUID] | None) -> Mapping[UUID, tuple[int, date | None]]:
        query = select(
            Case.person_id,
            func.count().filter(Case.status != CaseStatus.CLOSED),
            func.max(Case.closed_on),
        )
        if only is not None:
            query = query.where(Case.person_id.in_(only))
        found = self._session.execute(query.group_by(Case.person_id))
        return {person: (count, last) for person, count, last in found}

    def _of_referrals(
        self, only: Collection[UUID] | None
    ) -> Mapping[UUID, tuple[int, date | None]]:
        query = select(
            Referral.person_id,
            func.count().filter(Referral.status.not_in(_ANSWERED)),
            func.max(Referral.decided_on),
        )
        if only is not None:
            query = query.where(Referral.person_id.in_(only))
        found = self._session.execute(query.group_by(Referral.person_id))
        return {person: (count, last) for person, count, last in found}


def _made(key: UUID) -> date:
    """Read from an id when its record was made."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, UTC).date()


def _around(word: str) -> str:
    """Make the pattern of texts that may say a word: any letters stand for those with accents.

    The store knows no capitals but A to Z, so *ÉLODIE* is not found by *élodie*.
    """
    parts = _NOT_ASCII.split(word)
    plain = [re.sub(r"([%_\\])", r"\\\1", part) for part in parts]
    return f"%{'%'.join(plain)}%"
