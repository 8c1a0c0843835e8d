"""What is asked about the system around the panel, gathered for one session."""

from functools import cached_property

from sqlalchemy.orm import Session

from coordinator.db.repositories.gaps import Gaps


class Lacking:
    """The families about what is missing; made when first asked for."""

    session: Session

    @cached_property
    def gaps(self) -> Gaps:
        """What the system lacks, and whom that affects."""
        return Gaps(self.session)
