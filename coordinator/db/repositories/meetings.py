"""The questions asked of meetings and their papers."""

from sqlalchemy.orm import Session


class Meetings:
    """Meetings and their papers inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
