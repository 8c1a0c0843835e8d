"""My plan: what somebody is told of their own plan in easy words, signed off before they have it.

What it says is kept as sentences by part, one to a line. Nothing of it is worked out anew when it
is printed: what the lead read and signed off is what the person gets.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.texts import is_blank

MOST_DEEDS = 8
MOST_GOALS = 5
MOST_LINES = 12
"""Sentences of one part: with more the paper is no longer easy."""
LONGEST_LINE = 400
_JOINT = " | "


class Part(StrEnum):
    """The parts of My plan, in the order they are read. Names in what is kept; permanent."""

    CALLED = "called"
    MATTERS = "matters"
    GOOD_AT = "good_at"
    HELPS = "helps"
    NOT_HELPS = "not_helps"
    GOALS = "goals"
    DEEDS = "deeds"
    I_DO = "i_do"
    SIGNS = "signs"
    THEN = "then"
    RING = "ring"
    MONEY = "money"
    TALK = "talk"


Words = Mapping[Part, tuple[str, ...]]
"""What My plan says, by part; a part nobody wrote is not in it."""

_MOST = MappingProxyType(
    {Part.CALLED: 1, Part.GOALS: MOST_GOALS, Part.DEEDS: MOST_DEEDS, Part.TALK: 3}
)
_SAYS_SOMETHING = (Part.MATTERS, Part.GOALS, Part.DEEDS)


class OwnPlanState(StrEnum):
    """How far it has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what, by when; what is not said is empty."""

    who: str
    what: str
    by: str = ""

    @property
    def line(self) -> str:
        """As it is typed and kept: *Priya | helps me with the form | Thu 3 Dec*."""
        parts = (" ".join(one.replace("|", "/").split()) for one in (self.who, self.what, self.by))
        return _JOINT.join(parts).rstrip(" |")


def deed_of(line: str) -> Deed:
    """Read who does what by when; a line without who is what is done."""
    parts = [one.strip() for one in line.split("|", 2)]
    if len(parts) == 1:
        return Deed("", parts[0])
    return Deed(*parts)


@dataclass(frozen=True, slots=True)
class OwnPlanRow:
    """One that was given: when, in which form, and what the person thought of it."""

    id: UUID
    given_on: date
    variant: OwnPlanVariant | None
    view: OwnView | None


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of a line that tell of somebody else, or say where somebody lives."""

    part: Part
    line: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnPlanView:
    """My plan of one person as it stands, or that there is none.

    Attributes:
        id: Nothing while nobody has begun one.
        called: The name they chose.
        lead: Who leads; empty while a lead is to agree.
        changed: The parts whose source in the plan says something else by now.
        namings: What must not leave unless they agreed whom it names.
        can_begin: Whether a plan was agreed that it can be written from.
        earlier: Those that were given before, newest first.
    """

    person_id: UUID
    reference: str
    called: str = field(repr=False)
    id: UUID | None = None
    revision: int = 0
    state: OwnPlanState = OwnPlanState.DRAFT
    words: Words = field(default_factory=dict, repr=False)
    version: int = 0
    lead: str = ""
    lead_phone: str = ""
    signed_on: date | None = None
    signed_by: str = ""
    given_on: date | None = None
    given_by: str = ""
    variant: OwnPlanVariant | None = None
    view: OwnView | None = None
    view_said: str = field(default="", repr=False)
    changed: tuple[Part, ...] = ()
    namings: tuple[Naming, ...] = ()
    can_begin: bool = False
    is_dead: bool = False
    earlier: tuple[OwnPlanRow, ...] = ()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Who does what by when."""
        return tuple(deed_of(line) for line in self.words.get(Part.DEEDS, ()))


@dataclass(frozen=True, slots=True)
class Giving:
    """How somebody was given their plan."""

    on: date
    variant: OwnPlanVariant
    channel: Channel = Channel.PRINTED


def state_of(signed_on: date | None, given_on: date | None) -> OwnPlanState:
    """Say how far it has come."""
    if given_on is not None:
        return OwnPlanState.GIVEN
    return OwnPlanState.DRAFT if signed_on is None else OwnPlanState.SIGNED


def tidy_lines(part: Part, lines: Iterable[str]) -> tuple[str, ...]:
    """Bring what was typed into the form it is kept in.

    Raises:
        InvalidFieldsError: `too-many`, `too-long`, for the part.
    """
    said = tuple(" ".join(one.split()) for one in lines if not is_blank(one))
    if part is Part.DEEDS:
        said = tuple(deed_of(one).line for one in said)
    if len(said) > _MOST.get(part, MOST_LINES):
        raise InvalidFieldsError({part.value: "too-many"})
    if any(len(one) > LONGEST_LINE for one in said):
        raise InvalidFieldsError({part.value: "too-long"})
    return said


def most_of(part: Part) -> int:
    """How many lines a part may have."""
    return _MOST.get(part, MOST_LINES)


def check_may_write(given_on: date | None) -> None:
    """Refuse to change what the person has in their hands.

    Raises:
        GuardError: `own-plan-given`.
    """
    if given_on is not None:
        raise GuardError("own-plan-given")


def check_signing(words: Words, namings: Sequence[Naming], *, names_agreed: bool) -> None:
    """Refuse to sign off what says nothing, or tells of somebody who has not agreed.

    Raises:
        GuardError: `own-plan-empty`, `own-plan-names-others`.
    """
    if not any(words.get(part) for part in _SAYS_SOMETHING):
        raise GuardError("own-plan-empty")
    if namings and not names_agreed:
        raise GuardError("own-plan-names-others", count=len(namings))


def check_giving(signed_on: date | None, given_on: date | None, on: date, today: date) -> None:
    """Refuse to give what nobody signed off, what was given, or on a day that cannot be.

    Raises:
        GuardError: `own-plan-not-signed`, `own-plan-given`.
        InvalidFieldsError: `in-the-future`, `before-start`.
    """
    check_may_write(given_on)
    if signed_on is None:
        raise GuardError("own-plan-not-signed")
    if on > today:
        raise InvalidFieldsError({"on": "in-the-future"})
    if on < signed_on:
        raise InvalidFieldsError({"on": "before-start"})


def fingerprint(lines: Iterable[str]) -> str:
    """Give what tells whether the source of a part says the same: twelve signs of its hash."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def changed_parts(seen: Mapping[Part, str], now: Words) -> tuple[Part, ...]:
    """Name the parts whose source in the plan changed since it was seen."""
    return tuple(part for part, mark in seen.items() if fingerprint(now.get(part, ())) != mark)
