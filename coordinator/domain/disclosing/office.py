"""What is counted and listed for whoever answers for the panel's information."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from coordinator.domain.lists.panel import TextKey
from coordinator.domain.lists.sharing import (
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
)
from coordinator.domain.panel.settings import PanelLine
from coordinator.domain.roles import Role

PAPERS = (
    "impact-assessment",
    "processing-record",
    "privacy-notice",
    "who-holds-what",
    "encryption",
    "users-and-rights",
)
"""What the officer asks for, in the order they usually do, as the papers are named."""


@dataclass(frozen=True, slots=True)
class OfficeUser:
    """Somebody who may open the store."""

    name: str = field(repr=False)
    agency: str
    role: Role
    has_way_in: bool
    since: datetime


@dataclass(frozen=True, slots=True)
class OfficeAgency:
    """An agency the panel shares with, and its sharing agreement."""

    name: str
    kind: str
    signed_on: date | None
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What the store itself says of how the panel keeps information.

    Attributes:
        people: On file, whatever became of them.
        bases, conditions, gateways: How many people each is recorded for; a basis that was
            withdrawn is none.
        offence_data: About how many people data about criminal offences is held.
        entries: Of the journal.
        restore_tested_at: When somebody last opened a backup and had every page of it checked.
        keys_renewed_at: When the store last got another key.
    """

    people: int
    without_basis: int
    bases: Mapping[LawfulBasis, int]
    conditions: Mapping[SpecialCondition | ScheduleCondition, int]
    gateways: Mapping[Gateway, int]
    offence_data: int
    agencies: tuple[OfficeAgency, ...]
    users: tuple[OfficeUser, ...]
    texts: Mapping[TextKey, str]
    retention: tuple[PanelLine, ...]
    entries: int
    restore_tested_at: datetime | None
    keys_renewed_at: datetime | None
