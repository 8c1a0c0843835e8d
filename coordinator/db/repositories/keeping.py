"""The families of what keeps somebody from falling between: one look, several questions."""

from functools import cached_property

from sqlalchemy.orm import Session

from coordinator.db.repositories.holding import Holdings
from coordinator.db.repositories.housing import HousingLog
from coordinator.db.repositories.protocols import Protocols


class Keeping:
    """Protocols, the housing log and who holds whom, inside one transaction."""

    session: Session

    @cached_property
    def protocols(self) -> Protocols:
        """What is done before anybody lets go of somebody."""
        return Protocols(self.session)

    @cached_property
    def housing(self) -> HousingLog:
        """Who was asked for a home, who said no, and what a home must allow for."""
        return HousingLog(self.session)

    @cached_property
    def holding(self) -> Holdings:
        """Who touches people in the days ahead, and the rhythms after a move."""
        return Holdings(self.session)
