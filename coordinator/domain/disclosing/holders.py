"""Who holds a copy about somebody, and which of them is to be asked back, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from coordinator.domain.disclosing.log import DisclosureRow


class WhyBack(StrEnum):
    """Why a copy should come back, the gravest first."""

    NOT_TO_BE_TOLD = "not_to_be_told"
    BASIS_WITHDRAWN = "basis_withdrawn"
    OBJECTED = "objected"
    KEPT_TOO_LONG = "kept_too_long"


@dataclass(frozen=True, slots=True)
class Since:
    """What speaks against copies that went out before.

    Attributes:
        not_told: Agencies and workers that must not be told about the person.
        withdrawn_at: When it was recorded that their information basis is withdrawn, if it still
            is.
        objected_at: When it was recorded that they object to sharing: nobody at the panel could
            hold back what left between their saying so and that.
    """

    not_told: frozenset[UUID] = frozenset()
    withdrawn_at: datetime | None = None
    objected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is neither back nor destroyed.

    Attributes:
        destroy_by: When it was to be destroyed, as printed on it or by the panel's rules.
    """

    agency: UUID | None
    recipient: UUID | None
    left_at: datetime
    destroy_by: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A copy somebody holds, and why it is to come back; nothing while it may stay."""

    row: DisclosureRow
    why: tuple[WhyBack, ...] = ()

    @property
    def is_to_ask(self) -> bool:
        """Whether it should come back and nobody asked for it yet."""
        return bool(self.why) and self.row.asked_back_on is None


def why_back(copy: Copy, since: Since, today: date) -> tuple[WhyBack, ...]:
    """Say why a copy is to come back, if it is."""
    found = []
    if {copy.agency, copy.recipient} & since.not_told:
        found.append(WhyBack.NOT_TO_BE_TOLD)
    if since.withdrawn_at is not None and copy.left_at <= since.withdrawn_at:
        found.append(WhyBack.BASIS_WITHDRAWN)
    if since.objected_at is not None and copy.left_at <= since.objected_at:
        found.append(WhyBack.OBJECTED)
    if copy.destroy_by is not None and copy.destroy_by < today:
        found.append(WhyBack.KEPT_TOO_LONG)
    return tuple(found)


def to_ask(held: Iterable[Held]) -> tuple[Held, ...]:
    """Leave what is to be asked back now."""
    return tuple(one for one in held if one.is_to_ask)
