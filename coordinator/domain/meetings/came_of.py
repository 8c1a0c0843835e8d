"""What came of a meeting beside decisions and actions: offers, leads that changed, money."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class OfferMade:
    """What an agency offered at a meeting; once the minutes have gone out, as it was then."""

    id: UUID
    agency: str
    what: str = field(repr=False)
    amount: str = field(repr=False)
    until: date | None
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class LeadChange:
    """Who agreed at a meeting to lead somebody's plan, and who handed it over, if anybody did."""

    role: UUID
    name: str
    agency: str
    former: str = ""
    former_agency: str = ""


@dataclass(frozen=True, slots=True)
class MoneyDecided:
    """What a meeting said to a request; once its minutes have gone out, as it was then.

    Attributes:
        agreed_pence: Nothing where it was refused.
    """

    id: UUID
    purpose: str = field(repr=False)
    funding: FundingSource
    own_funding: str
    asked_pence: int
    agreed_pence: int | None
    reason: str = field(repr=False)
    decided_by: str
    sensitivity: Sensitivity
