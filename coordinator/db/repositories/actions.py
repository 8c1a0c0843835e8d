"""The questions asked of actions, barriers and contacts."""

from sqlalchemy.orm import Session


class Actions:
    """Actions, barriers and contacts inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
