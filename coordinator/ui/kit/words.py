"""Names of people as the windows write them."""

from coordinator.domain.people.rules import PersonName
from coordinator.wording.names import NameParts, chosen_name, full_name, initials


def chosen(name: PersonName, reference: str) -> str:
    """Write a person in a list: by the name they chose."""
    return chosen_name(_parts(name, reference))


def letters(name: PersonName, reference: str) -> str:
    """Write somebody of whom only the initials may be listed."""
    return initials(_parts(name, reference)) or reference


def listed(name: PersonName, reference: str, *, initials_only: bool) -> str:
    """Write a person in a list: as they chose, or by initials where a list may hold no more."""
    return letters(name, reference) if initials_only else chosen(name, reference)


def full(name: PersonName, reference: str) -> str:
    """Write a person at the head of their own page."""
    return full_name(_parts(name, reference))


def _parts(name: PersonName, reference: str) -> NameParts:
    return NameParts(reference, name.given, name.family, name.preferred)
