"""Whether somebody is left who could lift what is kept about a person: asked inside other acts."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from coordinator.db.models import User
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.roles import Right, may


@dataclass(frozen=True, slots=True)
class Coming:
    """An exclusion that comes from elsewhere: about whom, and which agency or worker it is of."""

    record: UUID
    person: UUID
    whom: UUID


def may_one_lift(look: Reading, person_id: UUID) -> bool:
    """Whether a user of this store decides who is told, and may know of the person.

    Nobody does in a store away from the panel.
    """
    return person_id in liftable(look, look.local.users(), [person_id])


def liftable(look: Reading, users: Collection[User], people: Collection[UUID]) -> frozenset[UUID]:
    """Give those of these people about whom one of these users could lift what is kept."""
    kept, deciding = look.readers.not_told(people), _deciding(look, users)
    return frozenset(one for one in people if _could(deciding, one, kept.get(one, frozenset())))


def shutting_out(look: Reading, coming: Iterable[Coming]) -> frozenset[UUID]:
    """Give the records, of those that come from elsewhere, after which nobody could lift them."""
    said = list(coming)
    deciding = _deciding(look, look.local.users())
    kept = dict(look.readers.not_told({one.person for one in said}))
    found = set[UUID]()
    for one in said:
        before = kept.get(one.person, frozenset())
        after = before | look.readers.counts_as(one.whom)
        if _could(deciding, one.person, before) and not _could(deciding, one.person, after):
            found.add(one.record)
        else:
            kept[one.person] = after
    return frozenset(found)


def _deciding(look: Reading, users: Collection[User]) -> list[Reader]:
    return [
        Reader(user.role, look.local.agency_of(user), user.professional_id)
        for user in users
        if may(user.role, Right.DECIDE)
    ]


def _could(deciding: Collection[Reader], person: UUID, kept: frozenset[UUID]) -> bool:
    return any(may_see(one, Entry(person, not_told=kept)) for one in deciding)


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
    kept, decides = tx.readers.kept_people(), bool(_deciding(tx, tx.local.users()))
    before = liftable(tx, tx.local.users(), kept)
    yield
    tx.session.flush()
    if decides:
        before |= tx.readers.kept_people() - kept  # nothing was kept about them
    if before - liftable(tx, tx.local.users(), before):
        raise GuardError("nobody-left-to-lift")
