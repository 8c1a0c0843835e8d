"""Whether somebody is left who could lift what is kept about a person: asked inside other acts."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import UUID

from coordinator.db.models import User
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.roles import Right, may


def may_one_lift(look: Reading, person_id: UUID) -> bool:
    """Whether a user of this store decides who is told, and may know of the person.

    Nobody does in a store away from the panel.
    """
    return person_id in liftable(look, look.local.users(), [person_id])


def liftable(look: Reading, users: Collection[User], people: Collection[UUID]) -> frozenset[UUID]:
    """Give those of these people about whom one of these users could lift what is kept."""
    kept = look.readers.not_told(people)
    deciding = [
        Reader(user.role, look.local.agency_of(user), user.professional_id)
        for user in users
        if may(user.role, Right.DECIDE)
    ]
    return frozenset(
        person
        for person in people
        if any(
            may_see(one, Entry(person, not_told=kept.get(person, frozenset()))) for one in deciding
        )
    )


def check_one_is_left(look: Reading, gone: UUID) -> None:
    """Refuse to take a user's way in away who alone could lift what is kept about somebody.

    Raises:
        GuardError: `nobody-left-to-lift`.
    """
    users, kept = look.local.users(), look.readers.kept_people()
    left = [one for one in users if one.id != gone]
    if liftable(look, users, kept) - liftable(look, left, kept):
        raise GuardError("nobody-left-to-lift")


@contextmanager
def one_is_left(tx: Transaction) -> Iterator[None]:
    """Refuse what the block does where nobody is left who could lift what is kept about somebody.

    What was so before stays as it was: a way to somebody from whom all are shut out already is a
    coordinator or chair of another agency.

    Raises:
        GuardError: `nobody-left-to-lift`.
    """
    kept = tx.readers.kept_people()
    before = liftable(tx, tx.local.users(), kept)
    yield
    tx.session.flush()
    if before - liftable(tx, tx.local.users(), before):
        raise GuardError("nobody-left-to-lift")
