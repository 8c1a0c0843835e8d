"""What keeps one person from falling between, as their page shows it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.cases.protocols import ProtocolRow
from coordinator.domain.cases.rhythms import NextContact
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.housing import HousingPage
from coordinator.domain.states import CasePhase
from coordinator.domain.tonight import Strip, Tonight


@dataclass(frozen=True, slots=True)
class Keeping:
    """Who holds the person, the steps under way, the new home, the housing log.

    Attributes:
        case: The period under way; nothing when the person is not on the caseload.
        next_contact: While a rhythm holds.
        lives: The file of somebody who has died no longer changes.
    """

    person: UUID
    today: date
    tonight: Tonight = field(repr=False)
    protocols: tuple[ProtocolRow, ...]
    housing: HousingPage = field(repr=False)
    case: CasePeriod | None
    next_contact: NextContact | None
    lives: bool = True

    @property
    def strip(self) -> Strip | None:
        """The days until the panel, while there is a case."""
        return next(iter(self.tonight.strips), None)

    @property
    def running(self) -> ProtocolRow | None:
        """The protocol under way."""
        return next((one for one in self.protocols if one.is_running), None)

    @property
    def is_new_home(self) -> bool:
        """Whether the person keeps a new home now."""
        return self.case is not None and self.case.phase is CasePhase.SUSTAINING
