"""How texts name one person, to find where they are named."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import Alias, Identifier, Person

_SHORTEST = 5  # letters of a number or a name that tell of one person and nobody else


def words_of(session: Session, person: UUID) -> tuple[str, ...]:
    """Give how texts name somebody: reference, whole names, numbers; in lower case."""
    row = session.connection().execute(select(Person.__table__).where(Person.id == person)).first()
    if row is None:
        return ()
    whole = [f"{row.given_name} {row.family_name}", f"{row.preferred_name} {row.family_name}"]
    aliases = select(Alias.__table__.c.name).where(Alias.person_id == person)
    numbers = select(Identifier.__table__.c.value).where(Identifier.person_id == person)
    others = [*session.connection().scalars(aliases), *session.connection().scalars(numbers)]
    told = [one.strip().lower() for one in (*whole, *others)]
    long = {one for one in told if len(one) >= _SHORTEST}
    return (row.reference.lower(), *sorted(long))
