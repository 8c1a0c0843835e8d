"""The questions asked of referrals, cases and lead roles."""

from sqlalchemy.orm import Session


class Cases:
    """Referrals, cases and lead roles inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
