"""The questions asked of the panel, its agencies, seats and people in post."""

from sqlalchemy.orm import Session


class Directory:
    """The panel, its agencies, seats and people in post inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
