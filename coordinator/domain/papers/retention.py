"""What the two papers about erasing print: no name, the reference and at most initials."""

from dataclasses import dataclass

from coordinator.domain.papers.imprint import Fact, Imprint


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup that still holds the record: when it was made, what for, when it is gone."""

    made: str
    why: str
    until: str


@dataclass(frozen=True, slots=True)
class RetentionCertificate:
    """What was erased, by which rule, who agreed, and what still holds something of it.

    Attributes:
        steps: What was done, when, by whom; each in the words of the paper.
        remains: What the program knows of and does not reach.
    """

    imprint: Imprint
    reference: str
    rule: str = ""
    facts: tuple[Fact, ...] = ()
    steps: tuple[tuple[str, str, str], ...] = ()
    counts: tuple[Fact, ...] = ()
    backups: tuple[KeptBackup, ...] = ()
    remains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisposalLine:
    """One record on the list to be signed."""

    reference: str
    initials: str = ""
    rule: str = ""
    ended: str = ""
    due: str = ""
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class DisposalList:
    """Records proposed for erasing, for two people to sign."""

    imprint: Imprint
    lines: tuple[DisposalLine, ...] = ()
