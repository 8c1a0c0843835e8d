"""What an update sheet holds: a lead's people, their plans and open actions, and room to write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One row as it goes out.

    Attributes:
        values: What stands in it, by the fields of its page.
        code: What it was made from.
        is_shown_only: Nothing may be written there.
    """

    values: Mapping[str, str | date | None] = field(repr=False)
    code: str = ""
    is_shown_only: bool = False


@dataclass(frozen=True, slots=True)
class UpdateSheet:
    """The sheet of one lead professional.

    Attributes:
        mark: Says whose sheet it is, when it comes back.
        people: Whom the lists to choose from offer; `owners` likewise.
        notes: Rows for contacts and notes; `plans`, `actions` and `new` likewise.
        kept: How much stays with the panel.
        due: By when it is wanted back.
        aside: What became of what they sent before and was not taken over, line by line.
    """

    imprint: Imprint
    mark: str
    people: tuple[str, ...] = field(repr=False)
    owners: tuple[str, ...] = field(repr=False)
    notes: tuple[UpdateLine, ...]
    plans: tuple[UpdateLine, ...]
    actions: tuple[UpdateLine, ...]
    new: tuple[UpdateLine, ...]
    kept: int = 0
    due: date | None = None
    aside: tuple[str, ...] = field(default=(), repr=False)
