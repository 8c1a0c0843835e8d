"""What the paper of who holds tonight prints: the days to the next panel, person by person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.tonight import PartState

DayStates = tuple[PartState | None, ...]
"""How day, evening and night of one day are held; nothing for a part that is over."""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Who is there in some part of some days, in words, and how sure that is."""

    words: str = field(default="", repr=False)
    state: PartState = PartState.NOBODY


@dataclass(frozen=True, slots=True)
class AheadLine:
    """A release, a discharge or another change, and whether somebody is named to be there."""

    words: str = field(default="", repr=False)
    met: str = ""
    is_met: bool = True


@dataclass(frozen=True, slots=True)
class TonightLine:
    """One person, as initials and reference.

    Attributes:
        strip: Their days, one for each of the paper.
        tonight: The first evening or night still to come.
        held: Evenings, and by day the weekend; nights where somebody is there.
        is_bare: Nothing more is printed: there is no complete information basis.
    """

    person: str
    lead: str = ""
    strip: tuple[DayStates, ...] = ()
    tonight: HeldLine | None = None
    held: tuple[HeldLine, ...] = ()
    ahead: tuple[AheadLine, ...] = ()
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class TonightPaper:
    """Everybody until the next panel, those with most to see to first.

    Attributes:
        until: How far it goes, in words.
        told: What a panel would see to first, counted.
    """

    imprint: Imprint
    days: Sequence[date]
    until: str = ""
    told: str = ""
    lines: tuple[TonightLine, ...] = ()
