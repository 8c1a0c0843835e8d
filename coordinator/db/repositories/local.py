"""The questions asked of users, drafts and saved mappings."""

from sqlalchemy.orm import Session


class Local:
    """Users, drafts and saved mappings inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
