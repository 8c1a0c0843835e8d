"""May this reader see this entry? One rule, asked by every read, screen, paper and count.

The rule withholds; it never softens. Who is asked about is described by a `Reader`, what is asked
about by an `Entry`: both are made by reads, from what the store holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from coordinator.domain.roles import Right, Role, may, sees_whole_panel
from coordinator.domain.states import Sensitivity

_STRICTNESS: Mapping[str, int] = {
    Sensitivity.STANDARD: 0,
    Sensitivity.RESTRICTED: 1,
    Sensitivity.THIRD_PARTY: 2,
    Sensitivity.SERIOUS_HARM: 3,
    Sensitivity.PRIVILEGED: 4,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who wants to see: somebody at the desk, or the recipient of a paper.

    `own_people` are the people the reader is lead professional for; `shared_people` those the
    reader's agency works with. Neither is gathered for a role that works with the whole panel.
    `sample` is whom an auditor looks at; nothing is everybody.
    """

    role: Role
    agency: UUID | None = None
    professional: UUID | None = None
    own_people: frozenset[UUID] = frozenset()
    shared_people: frozenset[UUID] = frozenset()
    may_have_restricted: bool = False
    sample: frozenset[UUID] | None = None

    @property
    def people(self) -> frozenset[UUID] | None:
        """Those the role is about: a lead professional's own, an agency's too; none is all."""
        if sees_whole_panel(self.role):
            return self.sample
        if self.role is Role.LEAD_PROFESSIONAL:
            return self.own_people
        return self.own_people | self.shared_people


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be seen: a person's record or something written about them.

    `person` is nothing for what belongs to the panel as a whole. `not_told` are the agencies and
    the workers that must not be told about the person.
    """

    person: UUID | None
    sensitivity: Sensitivity = Sensitivity.STANDARD
    not_told: frozenset[UUID] = frozenset()


def in_the_room(agency: UUID | None, worker: UUID | None = None) -> Reader:
    """Describe somebody who looks at the wall of a meeting: the whole panel, never restricted."""
    return Reader(Role.AUDITOR, agency, worker)


def may_see(reader: Reader, entry: Entry) -> bool:
    """Decide whether `reader` may see `entry`.

    In this order: who must not be told sees nothing of the person, whatever their role;
    without the right to see people nothing; a lead professional sees their own people, an agency
    the people shared with it; what is restricted in any way needs that right as well, and legal
    advice stays with those who work with the whole panel, whatever was granted.
    """
    if entry.person is None:
        return _may_have(reader, entry.sensitivity)
    if not entry.not_told.isdisjoint({reader.agency, reader.professional}):
        return False
    if not may(reader.role, Right.SEE_PEOPLE) or not _person_is_theirs(reader, entry.person):
        return False
    return _may_have(reader, entry.sensitivity)


def allowed(reader: Reader) -> frozenset[Sensitivity]:
    """Name how sensitive an entry may be for `reader` to have it, whomever it is about."""
    return frozenset(one for one in Sensitivity if _may_have(reader, one))


def strictest(*found: Sensitivity) -> Sensitivity:
    """Say how far an entry may travel that hangs on others: no further than any of them."""
    return max(found, key=_STRICTNESS.__getitem__, default=Sensitivity.STANDARD)


def strictness(sensitivity: object) -> int:
    """Say how strict a level is, more for stricter; what is no level keeps nothing back."""
    return _STRICTNESS.get(str(sensitivity), 0)


def is_lowered(was: Sensitivity, now: Sensitivity) -> bool:
    """Whether an entry is to be less sensitive than it was."""
    return _STRICTNESS[now] < _STRICTNESS[was]


def _person_is_theirs(reader: Reader, person: UUID) -> bool:
    theirs = reader.people
    return theirs is None or person in theirs


def _may_have(reader: Reader, sensitivity: Sensitivity) -> bool:
    if sensitivity is Sensitivity.STANDARD or may(reader.role, Right.SEE_RESTRICTED):
        return True
    return reader.may_have_restricted and sensitivity is not Sensitivity.PRIVILEGED
