"""About whom something left, on which basis: written down with every disclosure."""

from collections.abc import Collection, Iterable
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import status_on
from coordinator.db.models import Basis, DisclosedPerson, Disclosure
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.disclosing.log import TO_THEMSELVES
from coordinator.domain.states import BasisStatus

T = TypeVar("T")


def name_people(desk: Desk, tx: Transaction, row: Disclosure, people: Collection[UUID]) -> None:
    """Note about whom something left, and on which version of the basis of each.

    Where one lawful basis, one power to share, goes for all of them, the disclosure says it; of
    what goes to the person themselves it cites none.
    """
    bases = {one.person_id: one for one in tx.people.about(Basis, people) if stands(one, tx)}
    for person in sorted(people):
        known = bases.get(person)
        tx.add(
            DisclosedPerson(
                id=desk.new_id(),
                disclosure_id=row.id,
                person_id=person,
                basis_version=known.version if known else 0,
            )
        )
    if row.paper not in TO_THEMSELVES and people and bases.keys() >= set(people):
        row.lawful_basis = row.lawful_basis or _same(one.lawful_basis for one in bases.values())
        row.gateway = row.gateway or _same(one.gateway for one in bases.values())


def stands(basis: Basis | None, look: Reading) -> bool:
    """Whether something may be said to leave on it: what was withdrawn or lacks a part is none."""
    return basis is not None and status_on(basis, look.today) is BasisStatus.RECORDED


def _same(said: Iterable[T | None]) -> T | None:
    """Give what all of them say; nothing where one says something else."""
    found = set(said)
    return found.pop() if len(found) == 1 else None
