"""The standard agenda of a panel: which parts come in which order, and how long each takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import KIND_OF, AgendaSection

MINUTES: Mapping[AgendaKind, int] = MappingProxyType(
    {
        AgendaKind.ACTION_CHECK: 10,
        AgendaKind.ESCALATION_ANSWER: 5,
        AgendaKind.URGENT: 6,
        AgendaKind.REVIEW: 5,
        AgendaKind.NEW_REFERRAL: 6,
        AgendaKind.CLOSURE: 4,
        AgendaKind.SYSTEM: 5,
        AgendaKind.LEARNING: 3,
        AgendaKind.OTHER: 3,
    }
)
"""Minutes for a line where the panel says nothing. Source: 5 to 10 for the actions, 3 to 6 for a
person."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One part of the standard agenda.

    Attributes:
        minutes: For each line of the part; for the whole where it stands once.
        title: Of a part the panel named itself.
        text: What that part is about.
    """

    section: AgendaSection
    minutes: int
    title: str = ""
    text: str = ""

    @property
    def kind(self) -> AgendaKind | None:
        """The kind of line it holds; nothing when it stands once on every agenda."""
        return KIND_OF.get(self.section)


@dataclass(frozen=True, slots=True)
class Rundown:
    """The standard agenda, in its order.

    A part that holds lines and was left out comes after the others, in its usual order: nothing
    open is ever lost.
    """

    parts: tuple[Planned, ...] = ()

    @property
    def kinds(self) -> tuple[AgendaKind, ...]:
        """Every kind of line, in the order of the meeting."""
        listed = [part.kind for part in self.parts if part.kind is not None]
        return tuple(dict.fromkeys((*listed, *AgendaKind)))

    @property
    def minutes_once(self) -> int:
        """Minutes of what stands on every agenda, whoever is listed."""
        return sum(part.minutes for part in self.parts if part.kind is None)

    def minutes_for(self, kind: AgendaKind) -> int:
        """Minutes planned for one line of a kind."""
        found = (part.minutes for part in self.parts if part.kind is kind)
        return next(found, MINUTES[kind])

    def minutes_before(self, kind: AgendaKind) -> int:
        """Minutes of what stands once and comes before the lines of a kind."""
        spent = 0
        for part in self.parts:
            if part.kind is kind:
                return spent
            spent += part.minutes if part.kind is None else 0
        return spent


USUAL = Rundown()
"""The lines alone, in their usual order."""


def begin_minutes(
    lines: Iterable[tuple[AgendaKind, int]], rundown: Rundown, starts: int
) -> list[int]:
    """Say when each line begins, in minutes after midnight, when all before it keep their time.

    Args:
        lines: Kind and minutes of each, in the order they are taken.
        rundown: What stands between them.
        starts: When the meeting begins, in minutes after midnight.
    """
    begins, taken, around = [], 0, 0
    for kind, minutes in lines:
        around = max(around, rundown.minutes_before(kind))
        begins.append((starts + taken + around) % (24 * 60))
        taken += minutes
    return begins
