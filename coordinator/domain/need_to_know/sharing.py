"""What may be shared about a person and with whom not, and how a list may name them.

Whether somebody may be told is for `need_to_know` to say, how complete a basis is for `bases`.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.need_to_know.bases import BasisCard, Conditions, detail_allowed
from coordinator.domain.people.rules import PersonName, initialled
from coordinator.domain.states import BasisStatus


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as a list may hold it."""

    name: PersonName = field(repr=False)
    initials_only: bool = False


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """Who must not be told about the person, and why: an agency, or one worker of it.

    Attributes:
        agency_id: Nothing where the worker meant is on file no more.
        worker: Nothing where the whole agency is meant.
    """

    id: UUID
    revision: int
    agency_id: UUID | None
    agency: str
    reason: str
    since: date
    worker_id: UUID | None = None
    worker: str = ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """Everything about what may be shared about one person.

    Attributes:
        usual: The conditions most of the panel's complete bases have; nothing while there is none.
        to_ask_back: How many copies that went out before should come back now.
        told_astray: How often they were spoken of to who must not have been told, and nobody has
            dealt with it.
    """

    basis: BasisCard
    exclusions: tuple[ExclusionRow, ...]
    to_ask_back: int = 0
    told_astray: int = 0
    usual: Conditions | None = None


def listed(name: PersonName, basis: BasisStatus | None) -> ListedName:
    """Cut a name down to what a list may hold."""
    if detail_allowed(basis):
        return ListedName(name)
    return ListedName(initialled(name), initials_only=True)


def review_is_due(review_on: date | None, today: date) -> bool:
    """Whether the day to look at a basis (or a warning, or a risk) again has come."""
    return review_on is not None and review_on <= today
