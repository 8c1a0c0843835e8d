"""The questions behind the caseload: one page, and for that page one question of each kind."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Case as When
from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db import search
from coordinator.db.hidden_parts import as_seen
from coordinator.db.models import (
    Action,
    Agency,
    Basis,
    Case,
    Contact,
    LeadRole,
    Missing,
    Need,
    Person,
    Professional,
    ProgrammePlace,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.paging import later_than
from coordinator.db.repositories.bases import stands_on
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.cases.caseload import CaseloadFilter, CaseloadMark
from coordinator.domain.lists.contacts import REMOTE_TYPES, SEEN_RESULTS
from coordinator.domain.needs.rules import MANY_NEEDS, PRESENT
from coordinator.domain.states import BasisStatus, RiskStatus, Sensitivity


class Led(NamedTuple):
    """The current lead role of a case, who holds it, and their agency's name."""

    role: LeadRole
    professional: Professional
    agency: str


class ActionCounts(NamedTuple):
    """How many actions about a person are open, and how many of these overdue."""

    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the caseload is asked for.

    Attributes:
        on: The day it is.
        due_before: Open actions due before this day are overdue.
        not_seen_since: The beginning of the day in the filter.
        only: Of these people alone; of everybody when nothing.
        hidden: Of nobody of these.
        may_have: The kinds of entry the reader may have.
    """

    wanted: CaseloadFilter
    on: date
    due_before: date
    not_seen_since: datetime | None
    only: frozenset[UUID] | None
    hidden: frozenset[UUID]
    may_have: tuple[Sensitivity, ...]
    after: CaseloadMark | None
    limit: int


class Caseload:
    """The caseload inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, words: Collection[str]) -> set[UUID]:
        """Give everybody on file one of whose names holds one of these words, whole."""
        return search.named(self._session, words)

    def page(self, page: Page) -> list[tuple[Case, Person]]:
        """Give some cases with their people, by reference."""
        query = select(Case, Person).join(Person, Person.id == Case.person_id)
        query = query.where(*_narrowed(self._session, page), *_allowed(page))
        if page.after is not None:
            key = (page.after.reference, page.after.case)
            query = query.where(later_than((Person.reference, Case.id), key))
        ordered = query.order_by(Person.reference, Case.id).limit(page.limit)
        return [(case_, person) for case_, person in self._session.execute(ordered)]

    def leads(self, cases: Collection[UUID]) -> Mapping[UUID, Led]:
        """Give who leads each of these cases now."""
        query = (
            select(LeadRole, Professional, Agency.name)
            .join(Professional, Professional.id == LeadRole.professional_id)
            .join(Agency, Agency.id == Professional.agency_id)
            .where(LeadRole.case_id.in_(cases), LeadRole.to_on.is_(None))
        )
        return {row[0].case_id: Led(*row) for row in self._session.execute(query)}

    def actions(
        self, people: Collection[UUID], due_before: date, sensitivities: Collection[Sensitivity]
    ) -> Mapping[UUID, ActionCounts]:
        """Count the open and the overdue actions about these people."""
        late: When[int] = case((Action.due_on < due_before, 1), else_=0)
        query = (
            select(Action.person_id, func.count(), func.sum(late))
            .where(
                Action.person_id.in_(people),
                Action.status.in_(STILL_OPEN),
                Action.sensitivity.in_(sensitivities),
            )
            .group_by(Action.person_id)
        )
        rows = self._session.execute(query)
        return {person: ActionCounts(many, overdue) for person, many, overdue in rows if person}

    def warnings(
        self, people: Collection[UUID], sensitivities: Collection[Sensitivity]
    ) -> Mapping[UUID, int]:
        """Count the warnings that hold."""
        query = (
            select(Warning.person_id, func.count())
            .where(
                Warning.person_id.in_(people),
                Warning.status != RiskStatus.ENDED,
                Warning.sensitivity.in_(sensitivities),
            )
            .group_by(Warning.person_id)
        )
        return dict(self._session.execute(query).all())


_SEEN = (Contact.result.in_(SEEN_RESULTS), Contact.contact_type.not_in(REMOTE_TYPES))


def _allowed(page: Page) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if page.only is not None:
        found.append(Case.person_id.in_(page.only))
    if page.hidden:
        found.append(Case.person_id.not_in(page.hidden))
    return found


def _narrowed(session: Session, page: Page) -> list[ColumnElement[bool]]:
    wanted = page.wanted
    found: list[ColumnElement[bool]] = [Case.status.in_(wanted.statuses)]
    if wanted.phases:
        found.append(Case.phase.in_(wanted.phases))
    if wanted.priorities:
        found.append(Case.priority.in_(wanted.priorities))
    if wanted.place:
        found.append(as_seen(session, Person.place) == wanted.place)
    if wanted.review_until:
        found.append(Case.next_review_on <= wanted.review_until)
    return [*found, *_narrowed_by_others(page)]


def _narrowed_by_others(page: Page) -> Iterator[ColumnElement[bool]]:
    """Narrow by what stands in other tables, with one probe for each case."""
    wanted = page.wanted
    if wanted.lead:
        yield exists(_leading().where(LeadRole.professional_id == wanted.lead))
    if wanted.without_lead:
        yield ~exists(_leading())
    if page.not_seen_since:
        yield ~exists(_seen_since(page.not_seen_since))
    if wanted.with_overdue:
        yield exists(_overdue(page))
    if wanted.basis_incomplete:
        yield ~exists(_complete_basis(page.on))
    if wanted.missing:
        yield exists(_noted_missing())
    yield from _narrowed_by_kind(page)


def _narrowed_by_kind(page: Page) -> Iterator[ColumnElement[bool]]:
    """Narrow by which people they are: of a programme, or with many needs at once."""
    wanted = page.wanted
    if wanted.programme:
        yield exists(_belonging(wanted.programme, page))
    if wanted.many_needs:
        yield _areas_of_need(page) >= MANY_NEEDS


def _leading() -> Select[Any]:
    return select(LeadRole.id).where(LeadRole.case_id == Case.id, LeadRole.to_on.is_(None))


def _seen_since(moment: datetime) -> Select[Any]:
    return select(Contact.id).where(
        Contact.person_id == Case.person_id, Contact.at >= moment, *_SEEN
    )


def _overdue(page: Page) -> Select[Any]:
    return select(Action.id).where(
        Action.person_id == Case.person_id,
        Action.status.in_(STILL_OPEN),
        Action.due_on < page.due_before,
        Action.sensitivity.in_(page.may_have),
    )


def _belonging(programme: UUID, page: Page) -> Select[Any]:
    return select(ProgrammePlace.id).where(
        ProgrammePlace.person_id == Case.person_id,
        ProgrammePlace.programme_id == programme,
        ProgrammePlace.from_on <= page.on,
        or_(ProgrammePlace.to_on.is_(None), ProgrammePlace.to_on >= page.on),
        ProgrammePlace.sensitivity.in_(page.may_have),
    )


def _noted_missing() -> Select[Any]:
    return select(Missing.id).where(
        Missing.person_id == Case.person_id,
        Missing.found_on.is_(None),
        Missing.removed.is_(False),
    )


def _areas_of_need(page: Page) -> ColumnElement[int]:
    """Count the areas whose latest finding is some or high, as far as the reader may have it."""
    later = aliased(Need)
    newer = select(later.id).where(
        later.person_id == Need.person_id,
        later.area == Need.area,
        later.seen_on > Need.seen_on,
        later.removed.is_(False),
        later.sensitivity.in_(page.may_have),
    )
    counted = select(func.count(Need.area.distinct())).where(
        Need.person_id == Case.person_id,
        Need.severity.in_(PRESENT),
        Need.removed.is_(False),
        Need.sensitivity.in_(page.may_have),
        ~newer.exists(),
    )
    return counted.correlate(Case).scalar_subquery()


def _complete_basis(on: date) -> Select[Any]:
    return select(Basis.id).where(
        Basis.person_id == Case.person_id, Basis.status == BasisStatus.RECORDED, stands_on(on)
    )
