"""The families of outreach, among those of one session."""

from functools import cached_property

from sqlalchemy.orm import Session

from coordinator.db.repositories.outreach import Outreach


class Finding:
    """What looking for people asks."""

    session: Session

    @cached_property
    def outreach(self) -> Outreach:
        """Who is to be found on a day, the sheets, the missing."""
        return Outreach(self.session)
