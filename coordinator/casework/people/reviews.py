"""Which bases, warnings and risks have come due for a second look."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names, may_have, visible
from coordinator.db.models import (
    Basis,
    Person,
    Risk,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.repositories.week import Review
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.bases import complete_by, stands_until
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.needs.rules import NEEDS_EVERY
from coordinator.domain.people.reviews import ConditionDue, ReviewDue, ReviewsWaiting, UrgentDue
from coordinator.domain.people.rules import PersonName, initialled
from coordinator.domain.states import Sensitivity
from coordinator.reference.working_days import add_working_days

MOST = 4
"""Lines of one list of the week; the rest is counted."""


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


def reviews_of_week(
    desk: Desk, look: Reading, hidden: Collection[UUID], most: int = MOST
) -> ReviewsWaiting:
    """Give what waits, for a part of a read: the first lines, and how many there are in all.

    Args:
        desk: Who asks.
        look: Where to look; what the sitter may not have is not seen by it.
        hidden: Who must not be named or counted.
        most: Lines of each of the three lists.
    """
    today = desk.today()
    urgent, due = look.week.urgent(hidden), look.week.reviews(today, hidden)
    lacking = look.week.without_condition(today, hidden)
    named = [person for person, _on in (*urgent[:most], *lacking[:most])]
    named += [one.person for one in due[:most]]
    people = look.get_many(Person, named)
    names = listed_names(look, people.values())
    return ReviewsWaiting(
        urgent=tuple(
            _urgent(people[person], complete_by(since, add_working_days), today)
            for person, since in urgent[:most]
            if person in people
        ),
        urgent_count=len(urgent),
        lacking=tuple(
            ConditionDue(person, people[person].reference, names[person].name, stands_until(on))
            for person, on in lacking[:most]
            if person in people
        ),
        lacking_count=len(lacking),
        due=tuple(
            _due(desk, one, people[one.person], names[one.person])
            for one in due[:most]
            if one.person in people
        ),
        counts=Counter(one.kind for one in due),
        unasked=look.week.unasked(today - NEEDS_EVERY, hidden),
    )


def _urgent(person: Person, until: date, today: date) -> UrgentDue:
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    return UrgentDue(person.id, person.reference, initialled(name), until, today > until)


def _sensitivity(one: Basis | Warning | Risk) -> Sensitivity:
    return Sensitivity.STANDARD if isinstance(one, Basis) else one.sensitivity


def _row(desk: Desk, one: Basis | Warning | Risk, person: Person, listed: ListedName) -> ReviewDue:
    on = one.review_on or desk.today()
    return _due(desk, Review(one.kind, one.id, person.id, on), person, listed)


def _due(desk: Desk, one: Review, person: Person, listed: ListedName) -> ReviewDue:
    return ReviewDue(
        kind=one.kind,
        record=one.record,
        person=person.id,
        reference=person.reference,
        name=listed.name,
        initials_only=listed.initials_only,
        review_on=one.on,
        days_late=max(0, (desk.today() - one.on).days),
    )
