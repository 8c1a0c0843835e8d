"""What a day's outreach sheet prints: room for what came of it beside what to know."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class FindLine:
    """One person to find, as initials and reference.

    Attributes:
        reach: Telephone, whether it is safe to ring, what to mind.
        warnings: Said first, in neutral words, each with its source and review.
        tries: What happened the last times, newest first.
        result: What came of it, once it is entered.
        is_bare: Nothing more is printed: there is no complete information basis.
        unseen: How long nobody has seen them, in a word or two.
        place: The first of their usual places.
        mind: The warnings, and how to get in touch safely, word for word: however little is
            printed, these are.
    """

    person: str
    where: str = field(default="", repr=False)
    reach: str = field(default="", repr=False)
    worker: str = ""
    why: str = ""
    seen: str = ""
    warnings: tuple[str, ...] = field(default=(), repr=False)
    actions: tuple[str, ...] = field(default=(), repr=False)
    tries: tuple[str, ...] = field(default=(), repr=False)
    result: str = ""
    is_bare: bool = False
    unseen: str = ""
    place: str = field(default="", repr=False)
    mind: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class FindSheet:
    """The sheet of a day and an area, as one reader may have it.

    Attributes:
        id: Names the file beside the day: an area is typed.
        lines: Everybody, in the order of the list; those who do not fit in full stand in brief.
        results: What can come of it, in the order of its keys: 1, 2 and so on.
        missing: Why there is no sheet, where there is none.
    """

    imprint: Imprint
    on: date
    area: str = ""
    lines: tuple[FindLine, ...] = ()
    results: tuple[str, ...] = ()
    missing: str = ""
    id: UUID | None = None
