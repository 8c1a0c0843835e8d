"""Who owns the actions of a tracker: found in the directory, or named for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.db.models import Agency
from coordinator.db.repositories.imports import InPost
from coordinator.domain.need_to_know.typed_names import is_like_name
from coordinator.domain.people.duplicates import fold_name
from coordinator.domain.states import AgencyStatus

Key = tuple[str, str]
"""Name and agency, folded."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who an action is given to; `is_new` when the directory is to learn of them with it."""

    id: UUID
    name: str
    agency_id: UUID
    agency: str
    is_new: bool = False
    has_new_agency: bool = False


@dataclass(frozen=True, slots=True)
class Untold:
    """Who must not be told about whom, to hold the owners of a tracker against.

    Attributes:
        kept: By person, the agencies and workers that must not be told about them.
        never: Agencies of a kind that is never told about a named person.
        workers: Names of workers from whom something is kept, whomever it is about.
    """

    kept: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    never: frozenset[UUID] = frozenset()
    workers: tuple[str, ...] = ()

    def holds(self, person: UUID, owner: Owner) -> bool:
        """Whether an owner must not be told about a person."""
        theirs = {owner.id, owner.agency_id}
        return bool(theirs & (self.kept.get(person, frozenset()) | self.never))

    def may_be(self, name: str) -> bool:
        """Whether a newcomer may be a worker from whom something is kept."""
        return any(is_like_name(name, one) for one in self.workers)


class Owners:
    """The professionals of the directory by name, and the agencies."""

    def __init__(self, in_post: Iterable[InPost], agencies: Iterable[Agency] = ()) -> None:
        self._by_name: dict[str, list[InPost]] = defaultdict(list)
        self._agencies: dict[str, Agency] = {}
        for agency in agencies:
            if agency.status is AgencyStatus.ACTIVE:
                self._agencies |= dict.fromkeys(_names(agency), agency)
        for one in in_post:
            self._by_name[fold_name(one.professional.name)].append(one)
            for name in _names(one.agency):
                self._agencies.setdefault(name, one.agency)

    def knows_agency(self, agency: str) -> bool:
        """Whether the directory has an agency of this name."""
        return fold_name(agency) in self._agencies

    def standing(self, agency: str) -> Agency | None:
        """Give the agency of a name, if it stands."""
        found = self._agencies.get(fold_name(agency))
        return found if found and found.status is AgencyStatus.ACTIVE else None

    def named(self, name: str, agency: str) -> list[InPost]:
        """List who has this name, at this agency when it is one we know."""
        found = self._by_name.get(fold_name(name), [])
        if not self.knows_agency(agency):
            return found
        return [one for one in found if fold_name(agency) in _names(one.agency)]


def _names(agency: Agency) -> set[str]:
    return {fold_name(agency.name), fold_name(agency.short_name)} - {""}
