"""How large a demo is."""

from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """The demos one can make."""

    SMALL = "small"
    COUNTY = "county"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Volume:
    """What a large demo holds, to the record.

    Attributes:
        people: On file, over all years.
        actions: Of all people together; so are contacts.
        weekdays: On which the panel meets; Monday is 0.
        posts: Further professionals for each agency.
        items: People spoken about at one meeting, at most.
        asked: Escalations that wait for an answer.
        places: Towns with a plan of their own.
    """

    people: int
    actions: int
    contacts: int
    years: int = 7
    weekdays: tuple[int, ...] = (3,)
    posts: int = 4
    items: int = 12
    asked: int = 15
    places: int = 3


COUNTY = Volume(people=1_000, actions=40_000, contacts=100_000)
LARGE = Volume(
    people=5_000,
    actions=200_000,
    contacts=1_000_000,
    weekdays=(0, 1, 2, 3, 4),
    posts=30,
    asked=500,
    places=10,
)
