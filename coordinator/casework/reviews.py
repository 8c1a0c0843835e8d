"""Which bases, warnings and risks have come due for a second look."""

from datetime import date

from coordinator.casework.desk import Desk
from coordinator.casework.sharing import listed_names, may_have, visible
from coordinator.db.models import (
    Basis,
    Person,
    Risk,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.domain.reviews import ReviewDue
from coordinator.domain.sharing import ListedName
from coordinator.domain.states import Sensitivity


def find_reviews_due(desk: Desk, *, until: date | None = None) -> list[ReviewDue]:
    """List what is to be looked at again, the longest overdue first.

    People who have died, and entries the sitter may not have, are left out.

    Args:
        desk: Where and by whom.
        until: The last day to list; today when nothing.
    """
    last = until or desk.today()
    with desk.read() as look:
        reader = desk.reader(look)
        found = look.people.reviews_until(last)
        shown = visible(look, reader, {one.person_id for one in found})
        people = look.get_many(Person, list(shown))
        names = listed_names(look, people.values())
        rows = [
            _row(desk, one, people[one.person_id], names[one.person_id])
            for one in found
            if one.person_id in shown
            and people[one.person_id].died_on is None
            and may_have(reader, one.person_id, _sensitivity(one))
        ]
    return sorted(rows, key=lambda row: (row.review_on, row.reference, row.kind))


def _sensitivity(one: Basis | Warning | Risk) -> Sensitivity:
    return Sensitivity.STANDARD if isinstance(one, Basis) else one.sensitivity


def _row(desk: Desk, one: Basis | Warning | Risk, person: Person, listed: ListedName) -> ReviewDue:
    review_on = one.review_on or desk.today()
    return ReviewDue(
        kind=one.kind,
        record=one.id,
        person=person.id,
        reference=person.reference,
        name=listed.name,
        initials_only=listed.initials_only,
        review_on=review_on,
        days_late=max(0, (desk.today() - review_on).days),
    )
