"""What is asked about somebody in the room, one line or one key at a time. No Qt."""

from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID


class Deed(Enum):
    """What can be said of a row, or of the room."""

    HERE = "here"
    EVERYBODY = "everybody"
    APOLOGIES = "apologies"
    INFORMED = "informed"
    ABSENT = "absent"
    TIMES = "times"
    CONFLICT = "conflict"
    SIGNED = "signed"
    SUBSTITUTE = "substitute"
    PART = "part"
    NOT_REQUIRED = "not_required"
    VACANT = "vacant"
    CAME_AT = "came_at"
    LEFT_AT = "left_at"
    OBSERVER = "observer"
    GUEST = "guest"
    PERSON = "person"
    REMOVE = "remove"


class Asked(Enum):
    """What a question wants to know; the value is its permanent name in a draft."""

    INFORMED_ON = "informed_on"
    CAME_AT = "came_at"
    LEFT_AT = "left_at"
    CONFLICT = "conflict"
    NAME = "name"
    AGENCY = "agency"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the card.

    Attributes:
        deed: What it is asked for.
        row: Whom it is about; nothing for somebody new.
        words: The question itself.
        value: What stands in the line at first.
        offered: Whole lines that hold what is typed are offered.
        is_yes_or_no: Answered by one key.
    """

    asked: Asked
    deed: Deed
    row: UUID | None
    words: str = field(repr=False)
    value: str = field(default="", repr=False)
    offered: tuple[str, ...] = field(default=(), repr=False)
    is_yes_or_no: bool = False
