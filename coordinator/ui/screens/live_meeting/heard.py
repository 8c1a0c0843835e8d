"""What the parts of the live meeting hear of between two readings of the store. No Qt."""

from collections.abc import Callable

Hears = Callable[[], object]


class Heard:
    """Tells whoever wants to hear."""

    def __init__(self) -> None:
        self._hearers: list[Hears] = []

    def by(self, hears: Hears) -> None:
        """Let somebody hear of it."""
        self._hearers.append(hears)

    def tell(self) -> None:
        """Tell all of them, in the order in which they joined."""
        for hears in self._hearers:
            hears()


class ItemTime(Heard):
    """How long the open line has taken: there is one clock, and others show its minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes = 0

    def count(self, minutes: int) -> None:
        """Note the minutes."""
        if minutes != self.minutes:
            self.minutes = minutes
            self.tell()
