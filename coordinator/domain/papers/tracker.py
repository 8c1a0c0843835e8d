"""What the action tracker prints: whole, or one agency's own."""

from dataclasses import dataclass

from coordinator.domain.papers.imprint import ActionLine, Fact, Imprint


@dataclass(frozen=True, slots=True)
class Tracker:
    """Actions in the order they are to be read.

    `agency` is empty for the whole tracker; `scope` says in words what is in it ("open, and
    finished since 1 November"), `narrowed` to what of it. `totals` are counted by the rules, not
    here.
    """

    imprint: Imprint
    actions: tuple[ActionLine, ...] = ()
    agency: str = ""
    scope: str = ""
    totals: tuple[Fact, ...] = ()
    narrowed: str = ""
