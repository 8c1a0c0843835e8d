"""What the parts of the screen tell each other, beyond the meeting and its items. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Marked:
    """A barrier that is to be escalated; `agency` is whose rule it is."""

    barrier: UUID
    words: str = field(repr=False)
    agency: str = ""


class Between:
    """Parts do not know each other: what one has a button for and another does goes through here.

    Attributes:
        minutes_used: Of the open line, as its one clock counts.
        marked: What was said to be escalated, until whom and for what is asked.
    """

    def __init__(self) -> None:
        self.minutes_used = 0
        self.marked: Marked | None = None
        self._asked: dict[str, Do] = {}
        self._covers: list[Do] = []
        self._timed: list[Do] = []

    def answers(self, what: str, do: Do) -> None:
        """Let a part do something that another part has a button for."""
        self._asked[what] = do

    def ask(self, what: str) -> None:
        """Have the part do it that answers to it."""
        if what in self._asked:
            self._asked[what]()

    def when_hiding(self, cover: Do) -> None:
        """Let a part put away at once what is not for others; it is told of the rest anew."""
        self._covers.append(cover)

    def cover(self) -> None:
        """Have every part put away what is not for others."""
        for cover in self._covers:
            cover()

    def when_counted(self, tell: Do) -> None:
        """Let a part hear of every minute of the open line."""
        self._timed.append(tell)

    def count(self, minutes: int) -> None:
        """Note how long the open line has taken; there is one clock, and others show its time."""
        if minutes != self.minutes_used:
            self.minutes_used = minutes
            for tell in self._timed:
                tell()
