"""The questions asked of plans, goals, offers and versions."""

from sqlalchemy.orm import Session


class Plans:
    """Plans, goals, offers and versions inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
