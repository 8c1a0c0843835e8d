"""The panel's directory: agencies that come and go, people in post, seats filled or vacant."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus
from coordinator.domain.texts import is_blank

EXPIRING_WITHIN = 60
"""Days; time enough for an agency to sign again."""


def family_of(agency: UUID, successors: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """Gather every agency that has become one with this one, itself included.

    Args:
        agency: Any of them.
        successors: Merged agency -> the one it went into. Two stores may have merged the same
            agencies the other way round: such a circle is one family like any other.
    """
    family = {agency}
    grown = True
    while grown:
        near = {one for pair in successors.items() if family & set(pair) for one in pair}
        grown = not near <= family
        family |= near
    return frozenset(family)


class AgreementState(StrEnum):
    """Where an agency stands with the sharing agreement; worked out, never stored."""

    SIGNED = "signed"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    NOT_SIGNED = "not_signed"


@dataclass(frozen=True, slots=True)
class ProfessionalRow:
    """Somebody in the directory; `left_on` when they are no longer in post."""

    id: UUID
    revision: int
    name: str
    job: str
    agency_id: UUID
    agency: str
    role: Role
    phone: str
    email: str
    is_contact_point: bool
    confidentiality_signed_on: date | None
    inducted_on: date | None
    trauma_trained_on: date | None
    started_on: date | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency and whom to ask there: `contact_point` is the first one in post."""

    id: UUID
    revision: int
    name: str
    short_name: str
    agency_kind: AgencyKind | None
    status: AgencyStatus
    successor: str
    ended_on: date | None
    agreement: AgreementState
    agreement_signed_on: date | None
    agreement_expires_on: date | None
    secure_email: bool
    contact: str
    phone: str
    email: str
    contact_point: str
    may_have_restricted: bool = False


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A place on the panel; `days_vacant` since nobody holds it, nothing when somebody does."""

    id: UUID
    revision: int
    name: str
    agency_id: UUID | None
    agency: str
    holder_id: UUID | None
    holder: str
    deputy_id: UUID | None
    deputy: str
    required: bool
    vacant_since: date | None
    days_vacant: int | None


@dataclass(frozen=True, slots=True)
class PanelCard:
    """The panel's own settings, with the names of who runs it."""

    id: UUID
    revision: int
    name: str
    area: str
    prefix: str
    marking: Marking
    quorum: int
    terms: str
    places: tuple[str, ...]
    chair_id: UUID | None
    chair: str
    vice_chair_id: UUID | None
    vice_chair: str
    coordinator_id: UUID | None
    coordinator: str
    deputy_coordinator_id: UUID | None
    deputy_coordinator: str
    acting_chair_id: UUID | None = None
    acting_chair: str = ""

    @property
    def chairs(self) -> tuple[tuple[UUID, str], ...]:
        """Who decides as the chair today: who stands in first, then the chair, the vice-chair."""
        found = (
            (self.acting_chair_id, self.acting_chair),
            (self.chair_id, self.chair),
            (self.vice_chair_id, self.vice_chair),
        )
        return tuple({who: name for who, name in found if who is not None}.items())


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """The whole directory: seats in their order, agencies and professionals by name.

    Attributes:
        covers: Who stands in for the chair or the coordinator, now or soon.
    """

    panel: PanelCard
    seats: tuple[SeatRow, ...]
    agencies: tuple[AgencyRow, ...]
    professionals: tuple[ProfessionalRow, ...]
    covers: tuple[CoverRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agency whose agreement needs somebody's attention; `days_left` below 0 when expired."""

    agency_id: UUID
    agency: str
    state: AgreementState
    expires_on: date | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name an agency had, until it was renamed."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Departed:
    """What somebody who left leaves behind, for the coordinator to settle.

    Attributes:
        actions: Their open actions: each needs an owner.
        contact_point: Who answers for the agency meanwhile; empty when nobody is named.
        seats: Vacant from now on.
        cases: Without a lead from now on.
        asked: Escalations that wait for their answer, or were drafted to them.
    """

    actions: tuple[UUID, ...]
    contact_point: str
    seats: tuple[UUID, ...]
    cases: tuple[UUID, ...]
    asked: int = 0


def agreement_state(
    signed_on: date | None, expires_on: date | None, today: date
) -> AgreementState:
    """Work out where an agency stands with the agreement; it holds on its last day."""
    if signed_on is None or signed_on > today:
        return AgreementState.NOT_SIGNED
    if expires_on is None:
        return AgreementState.SIGNED
    if expires_on < today:
        return AgreementState.EXPIRED
    is_near = expires_on <= today + timedelta(days=EXPIRING_WITHIN)
    return AgreementState.EXPIRING if is_near else AgreementState.SIGNED


def is_in_post(left_on: date | None, today: date) -> bool:
    """Whether somebody still works there."""
    return left_on is None or left_on > today


def check_name(fields: Mapping[str, object]) -> None:
    """Refuse an empty name where one is given.

    Raises:
        InvalidFieldsError: `name` is `required`.
    """
    if "name" in fields and is_blank(str(fields["name"] or "")):
        raise InvalidFieldsError({"name": "required"})


def check_known(fields: Collection[str], known: Collection[str]) -> None:
    """Refuse fields that are not for this form.

    Raises:
        InvalidFieldsError: They are `unknown`.
    """
    if unknown := set(fields) - set(known):
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))


def check_agreement(signed_on: date, expires_on: date | None, today: date) -> None:
    """Refuse an agreement signed tomorrow, or ending before it begins.

    Raises:
        InvalidFieldsError: Rules `in-the-future`, `before-start`.
    """
    if signed_on > today:
        raise InvalidFieldsError({"agreement_signed_on": "in-the-future"})
    if expires_on is not None and expires_on < signed_on:
        raise InvalidFieldsError({"agreement_expires_on": "before-start"})


def check_standing(status: AgencyStatus) -> None:
    """Refuse an agency that has merged or closed.

    Raises:
        GuardError: `agency-closed`.
    """
    if status is not AgencyStatus.ACTIVE:
        raise GuardError("agency-closed")


def check_ending(on: date, today: date, started_on: date | None = None) -> None:
    """Refuse an end that has not come, or that lies before the start.

    Raises:
        InvalidFieldsError: `on` is `in-the-future` or `before-start`.
    """
    if on > today:
        raise InvalidFieldsError({"on": "in-the-future"})
    if started_on is not None and on < started_on:
        raise InvalidFieldsError({"on": "before-start"})


def check_closing(in_post: int, open_actions: int) -> None:
    """Refuse to close an agency over people and actions that would be nobody's.

    Raises:
        GuardError: `people-in-post`, `open-actions-of-agency`, with how many.
    """
    if in_post:
        raise GuardError("people-in-post", in_post)
    if open_actions:
        raise GuardError("open-actions-of-agency", open_actions)


def check_panel(fields: Mapping[str, object]) -> None:
    """Refuse settings a panel cannot have.

    Raises:
        InvalidFieldsError: `name` is `required`, `quorum` is `negative`, `prefix` is `required`.
    """
    check_name(fields)
    quorum = fields.get("quorum", 0)
    if isinstance(quorum, int) and quorum < 0:
        raise InvalidFieldsError({"quorum": "negative"})
    if "prefix" in fields and is_blank(str(fields["prefix"] or "")):
        raise InvalidFieldsError({"prefix": "required"})
