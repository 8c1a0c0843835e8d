"""A person and what is kept about sharing, safety and strengths."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, added_words, derived, guarded
from coordinator.db.types import State
from coordinator.domain.lists.people import HousingStatus, NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import EcologicalLevel, StrengthKind
from coordinator.domain.lists.sharing import (
    Agreement,
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import (
    Answer,
    BasisStatus,
    PersonStatus,
    RiskStatus,
    Sensitivity,
)


class Person(Record):
    """The adult (or 16+) a plan is about."""

    __tablename__ = "person"
    kind = RecordKind.PERSON
    log = Fields(together=(("died_on", "death_source", "death_review"),))
    constraints = (
        Index("uq_person_reference", "reference", unique=True, sqlite_where=text("NOT disputed"),
              postgresql_where=text("NOT disputed")),
        Index("ix_person_family_name", "family_name", "given_name"),
    )  # fmt: skip

    reference: Mapped[str]
    status: Mapped[PersonStatus] = mapped_column(
        State(PersonStatus), default=PersonStatus.PROSPECTIVE
    )
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    preferred_name: Mapped[str] = mapped_column(default="")
    pronouns: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]
    estimated_age: Mapped[int | None]
    gender: Mapped[str] = mapped_column(default="")
    ethnicity: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    needs_interpreter: Mapped[bool | None]
    communication: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    safe_to_call: Mapped[bool | None]
    safe_contact: Mapped[str] = mapped_column(default="")
    usual_places: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    housing: Mapped[HousingStatus | None] = mapped_column(State(HousingStatus))
    gp: Mapped[str] = mapped_column(default="")
    children_affected: Mapped[Answer | None] = mapped_column(State(Answer))
    pets: Mapped[str] = mapped_column(default="")
    mobility: Mapped[str] = mapped_column(default="")
    died_on: Mapped[date | None]
    death_source: Mapped[str] = mapped_column(default="")
    death_review: Mapped[str] = mapped_column(default="")
    disputed: Mapped[bool] = derived(default=False)


class Alias(Record):
    """Another name somebody is known by."""

    __tablename__ = "alias"
    kind = RecordKind.ALIAS

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    sensitivity: Mapped[Sensitivity] = guarded()


class Identifier(Record):
    """A number another agency knows the person by; the NHS number included."""

    __tablename__ = "identifier"
    kind = RecordKind.IDENTIFIER
    log = Fields(together=(("issuer", "value"),))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    issuer: Mapped[str]
    value: Mapped[str] = mapped_column(index=True)
    sensitivity: Mapped[Sensitivity] = guarded()


class Basis(Record):
    """Why the panel may hold and share what it does about one person.

    What the law allows, what the person agreed to and what they were told are three things, kept
    apart. `version` counts what was recorded: disclosures cite it.
    """

    __tablename__ = "basis"
    kind = RecordKind.BASIS
    log = Fields(
        together=(
            ("told", "told_on", "told_by", "not_told_reason"),
            ("asked_to_agree", "agreed_on"),
            ("objection", "objected_on"),
            ("capacity_decision", "capacity_found", "capacity_on", "capacity_by"),
            ("urgent_reason", "urgent_on"),
            ("withdrawn_on", "withdrawn_reason"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    version: Mapped[int] = mapped_column(default=0, server_default="0")
    status: Mapped[BasisStatus] = mapped_column(State(BasisStatus), default=BasisStatus.INCOMPLETE)
    lawful_basis: Mapped[LawfulBasis | None] = mapped_column(State(LawfulBasis))
    special_condition: Mapped[SpecialCondition | None] = mapped_column(State(SpecialCondition))
    schedule_condition: Mapped[ScheduleCondition | None] = mapped_column(State(ScheduleCondition))
    offence_data: Mapped[bool | None]
    gateway: Mapped[Gateway | None] = mapped_column(State(Gateway))
    more_gateways: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    told: Mapped[ToldAboutPanel | None] = mapped_column(State(ToldAboutPanel))
    told_on: Mapped[date | None]
    told_by: Mapped[str] = mapped_column(default="")
    told_how: Mapped[str] = added_words()
    notice_version: Mapped[str] = added_words()
    not_told_reason: Mapped[str] = mapped_column(default="")
    asked_to_agree: Mapped[Agreement | None] = mapped_column(State(Agreement))
    agreed_on: Mapped[date | None]
    agreement: Mapped[str] = mapped_column(default="")
    objection: Mapped[str] = added_words()
    objected_on: Mapped[date | None]
    capacity_decision: Mapped[str] = added_words()
    capacity_found: Mapped[Answer | None] = mapped_column(State(Answer))
    capacity_on: Mapped[date | None]
    capacity_by: Mapped[str] = added_words()
    advocate: Mapped[str] = added_words()
    urgent_reason: Mapped[str] = added_words()
    urgent_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = added_words()
    review_on: Mapped[date | None]


class Exclusion(Record):
    """An agency that must not be told about the person."""

    __tablename__ = "exclusion"
    kind = RecordKind.EXCLUSION

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    reason: Mapped[str] = mapped_column(default="")
    since: Mapped[date]


def _guarded(**extra: Any) -> Any:
    return mapped_column(State(Sensitivity), default=Sensitivity.STANDARD, **extra)


class Warning(Record):  # noqa: A001 - the word the panel uses
    """What a worker must know before they meet the person: neutral, with source and review."""

    __tablename__ = "warning"
    kind = RecordKind.WARNING
    log = Fields(
        together=(
            ("person_id", "noted_on", "noted_by_id"),
            ("status", "ended_on", "end_reason"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    review_on: Mapped[date]
    person_told: Mapped[Answer | None] = mapped_column(State(Answer))
    not_told_reason: Mapped[str] = mapped_column(default="")
    status: Mapped[RiskStatus] = mapped_column(State(RiskStatus), default=RiskStatus.ACTIVE)
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = _guarded()


class Risk(Record):
    """What could happen, to whom, and what keeps it from happening."""

    __tablename__ = "risk"
    kind = RecordKind.RISK
    log = Fields(
        together=(
            ("person_id", "noted_on", "noted_by_id"),
            ("status", "ended_on", "end_reason"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    area: Mapped[NeedDomain | None] = mapped_column(State(NeedDomain))
    severity: Mapped[NeedSeverity | None] = mapped_column(State(NeedSeverity))
    text: Mapped[str]
    to_whom: Mapped[str] = mapped_column(default="")
    triggers: Mapped[str] = mapped_column(default="")
    controls: Mapped[str] = mapped_column(default="")
    what_we_do: Mapped[str] = added_words()
    not_told_agreed_by: Mapped[str] = added_words()
    level: Mapped[EcologicalLevel | None] = mapped_column(State(EcologicalLevel))
    source: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    review_on: Mapped[date]
    person_told: Mapped[Answer | None] = mapped_column(State(Answer))
    not_told_reason: Mapped[str] = mapped_column(default="")
    status: Mapped[RiskStatus] = mapped_column(State(RiskStatus), default=RiskStatus.ACTIVE)
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = _guarded()


class Strength(Record):
    """What keeps the person safer."""

    __tablename__ = "strength"
    kind = RecordKind.STRENGTH

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    strength: Mapped[StrengthKind | None] = mapped_column(State(StrengthKind))
    text: Mapped[str] = mapped_column(default="")
    level: Mapped[EcologicalLevel | None] = mapped_column(State(EcologicalLevel))
    evidence: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
