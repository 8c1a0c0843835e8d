"""Sentences under a spoken line: what was understood, what is asked, what cannot be."""

from dataclasses import dataclass
from datetime import date

from coordinator.domain.spoken.values import (
    PossibleOwner,
    SpokenDay,
    SpokenOwner,
    Understood,
    UnderstoodNote,
)


@dataclass(frozen=True, slots=True)
class LineShown:
    """What was understood, part by part; a part that is not settled is empty.

    Attributes:
        owner: *Sam Orr (Kerrow Police)*.
        day: *by Fri 27 Nov*.
    """

    owner: str
    text: str
    day: str


def line_shown(understood: Understood, today: date) -> LineShown:
    """Say what was understood of a line."""
    raise NotImplementedError


def owner_sentence(owner: SpokenOwner, today: date) -> str:
    """Ask or tell about the owner; empty when there is nothing to say."""
    raise NotImplementedError


def day_sentence(day: SpokenDay, today: date) -> str:
    """Ask or tell about the day; empty when there is nothing to say."""
    raise NotImplementedError


def owner_choice(owner: PossibleOwner) -> str:
    """Name somebody to choose: *Sam Orr (Kerrow Police)*."""
    raise NotImplementedError


def day_choice(on: date, today: date) -> str:
    """Name a day to choose: *Fri 27 Nov*."""
    raise NotImplementedError


def note_sentence(note: UnderstoodNote) -> str:
    """Ask or tell about the agency of a note; empty when there is nothing to say."""
    raise NotImplementedError
