"""Numbers given away from the panel: the mark they carry, and how far each row of them went."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, AwayInfo, Disclosure, Escalation, Gap, Meeting, Person
from coordinator.db.repositories.pieces import mark_of_store

_NUMBERED = (
    Action.number,
    Disclosure.number,
    Escalation.number,
    Gap.number,
    Meeting.reference,
    Person.reference,
)


class OwnNumbers:
    """What an away store remembers of its numbers; in a panel's own it has nothing to say.

    Whoever is no longer theirs goes from the store with the numbers given about them: they are
    not given a second time.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def highest(self, prefix: str) -> int:
        """Give the highest that was given with this beginning and went since."""
        info = self._session.get(AwayInfo, 1)
        return int(info.numbers.get(prefix, 0)) if info else 0

    def given(self) -> Mapping[str, int]:
        """Give the highest of each beginning, of what stands and what went."""
        info = self._session.get(AwayInfo, 1)
        found = dict(info.numbers) if info else {}
        mark = f"{mark_of_store(self._session)}-"
        for column in _NUMBERED:
            query = select(column).where(column.contains(mark, autoescape=True))
            for number in self._session.scalars(query, execution_options={"with_removed": True}):
                head, dash, place = number.rpartition("-")
                if place.isdecimal():
                    found[head + dash] = max(found.get(head + dash, 0), int(place))
        return found
