"""Words of a line that are being written as an act, while somebody may be typing on. No Qt."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Sent:
    """What stood in a line when Enter was pressed, and about which item."""

    about: UUID | None
    words: str = field(repr=False)

    def rest_of(self, line: str) -> str:
        """Give what was typed since: it is the beginning of the next line, never lost."""
        return line.removeprefix(self.words).lstrip() if line != self.words else ""
