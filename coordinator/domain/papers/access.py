"""What somebody gets who asked what is held, and what the officer works through before."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One entry: its kind and day, what is said in a word or two, and longer texts."""

    title: str
    short: str = ""
    texts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPart:
    """The entries of one kind, the oldest first."""

    title: str
    lines: tuple[HeldLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldSection:
    """A part of what is held."""

    title: str
    parts: tuple[HeldPart, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessReport:
    """What is held about somebody, for themselves.

    What an officer withheld is nowhere in it: neither a gap nor a count.

    Attributes:
        facts: When it was asked for, and who answers.
        about: What the law wants told besides: purposes, recipients, how long, rights.
    """

    imprint: Imprint
    reference: str
    facts: tuple[Fact, ...] = ()
    about: tuple[Fact, ...] = ()
    sections: tuple[HeldSection, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One entry an officer has to decide; what was decided, or room for it."""

    title: str
    text: str = ""
    why: str = ""
    choice: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AccessList:
    """The officer's working list."""

    imprint: Imprint
    reference: str
    due: str = ""
    lines: tuple[DecisionLine, ...] = ()
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One time somebody's data left: what, when, for whom, and why."""

    number: str
    left_on: date | None = None
    what: str = ""
    whom: str = ""
    how: str = ""
    basis: str = ""
    why: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureSchedule:
    """To whom one person's data was disclosed.

    Attributes:
        recipients: Agency or recipient, and how often and when last.
    """

    imprint: Imprint
    reference: str
    lines: tuple[ScheduleLine, ...] = ()
    recipients: tuple[Fact, ...] = field(default=())
