"""What left the panel: rows of the log, what is asked when words are passed on, what came back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis, PackVariant
from coordinator.domain.texts import is_blank

NOT_MADE = "not made"
"""What an end says of a file that could not be written; stored, never shown as it is."""
SPOKEN, ASTRAY = "spoken", "spoken-astray"
"""What was told aloud, as a kind of paper; and what was told so to who must not be told."""

PACKS = frozenset({"take-away", "whole-panel", "meeting-copy", "agency-actions"})
"""Work packs: a newer one for the same receiver takes the place of those before it."""

TO_THEMSELVES = frozenset({"my-plan", "my-plan-large", "my-plan-plain", "own-letter", "access"})
"""Kinds of paper that go to the person they are about.

They share nothing with anybody: no lawful basis and no power to share is cited for them, whether
one is recorded, lacks a part or was withdrawn.
"""


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One thing that left.

    Attributes:
        number: Printed nowhere before numbers were given: empty for those.
        subject: A reference, never a name.
        people: References of everybody it was about whom the reader may see.
        others: How many it was about besides, whom the reader may know of and not see; who is
            kept from the reader is not counted either.
        came_back: Whether every copy is accounted for: returned or destroyed.
        was_not_made: The file could not be written: nothing left under this number.
        settled_on: When a telling that went astray was dealt with; `settled_how` says how.
        replaced_on: When a newer pack of its kind left for the same receiver, as `replaced_by`.
    """

    id: UUID
    number: str
    paper: str
    subject: str
    made_at: datetime
    made_by: str
    recipient: str
    agency: str
    variant: PackVariant | None
    channel: Channel | None
    lawful_basis: LawfulBasis | None
    gateway: Gateway | None
    proportionality: str
    reason: str
    what: str = field(repr=False)
    pages: int
    sha256: str
    people: tuple[str, ...] = ()
    others: int = 0
    returned_on: date | None = None
    destroyed_on: date | None = None
    asked_back_on: date | None = None
    was_not_made: bool = False
    settled_on: date | None = None
    settled_how: str = field(default="", repr=False)
    replaced_on: date | None = None
    replaced_by: str = ""

    @property
    def was_made_away(self) -> bool:
        """Whether it left from a store away from the panel: its number carries that one's mark."""
        return "/" in self.number

    @property
    def has_copy(self) -> bool:
        """Whether there is a copy: a file, pages on paper, or a text for their own system.

        A copied text has no pages; what was told aloud has nothing to be known again by.
        """
        return bool(self.pages or self.sha256)

    @property
    def came_back(self) -> bool:
        """Whether the copy is back or destroyed."""
        return self.returned_on is not None or self.destroyed_on is not None

    @property
    def went_astray(self) -> bool:
        """Whether it was told to somebody who must not have been told."""
        return self.paper == ASTRAY


@dataclass(frozen=True, slots=True)
class DisclosureFilter:
    """Which part of the log is wanted; nothing is everything.

    Attributes:
        astray: Only what was told to who must not have been told, and nobody dealt with yet.
        before: Only what left before this moment, for the next page.
    """

    person: UUID | None = None
    agency: UUID | None = None
    meeting: UUID | None = None
    astray: bool = False
    before: tuple[datetime, UUID] | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class DisclosurePage:
    """A page of the log, newest first; `before` begins the next one."""

    rows: tuple[DisclosureRow, ...]
    before: tuple[datetime, UUID] | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a file is one of the panel's, unchanged, and to whom it went.

    Attributes:
        rows: Every time this very content left; none is a file that is not ours, or was changed.
        withheld: Times it left about somebody the reader may not know of.
    """

    rows: tuple[DisclosureRow, ...] = ()
    withheld: int = 0

    @property
    def is_ours(self) -> bool:
        """Whether the panel made it, and nothing in it was changed since."""
        return bool(self.rows) or self.withheld > 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was told aloud, or read out, as it is typed in.

    Attributes:
        what: In a line: what was told.
        proportionality: Why no less would do.
        at: When; now, if nobody says.
    """

    person: UUID
    agency: UUID
    recipient: str
    what: str = field(repr=False)
    channel: Channel = Channel.SPOKEN
    recipient_id: UUID | None = None
    proportionality: str = ""
    reason: str = ""
    at: datetime | None = None


def check_spoken(said: Spoken, now: datetime) -> None:
    """Refuse what does not say what was told, or to whom, and what is still ahead.

    Raises:
        InvalidFieldsError: `required`: `what`, `recipient`; `on` `in-the-future`.
    """
    wrong = {
        name: "required" for name in ("what", "recipient") if is_blank(str(getattr(said, name)))
    }
    if said.at is not None and said.at > now:
        wrong["on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_end(
    made_on: date, returned_on: date | None, destroyed_on: date | None, today: date
) -> None:
    """Refuse an end that says nothing, is still ahead or lies before the copy was made.

    Raises:
        InvalidFieldsError: `returned_on` `required`, `in-the-future`, `before-sent`; and
            `destroyed_on` in the same way.
    """
    if returned_on is None and destroyed_on is None:
        raise InvalidFieldsError({"returned_on": "required"})
    wrong: dict[str, str] = {}
    for name, day in (("returned_on", returned_on), ("destroyed_on", destroyed_on)):
        if day is not None and day > today:
            wrong[name] = "in-the-future"
        elif day is not None and day < made_on:
            wrong[name] = "before-sent"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_settled(told_on: date, on: date | None, how: str, today: date) -> None:
    """Refuse to say that a telling was dealt with without when and how, or on a day it was not.

    Raises:
        InvalidFieldsError: `on` `required`, `in-the-future`, `before-told`; `how` `required`.
    """
    wrong: dict[str, str] = {}
    if on is None:
        wrong["on"] = "required"
    elif on > today:
        wrong["on"] = "in-the-future"
    elif on < told_on:
        wrong["on"] = "before-told"
    if is_blank(how):
        wrong["how"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def references_in(model: object, prefix: str) -> frozenset[str]:
    """Find the reference of everybody a paper speaks of, in any text of it.

    Args:
        model: What the paper is laid out from.
        prefix: How the panel's references begin; without one nothing is found.
    """
    if not prefix:
        return frozenset()
    pattern = re.compile(rf"\b{re.escape(prefix)}(?:/[A-Z0-9]{{4}})?-\d{{4,}}\b")
    return frozenset(found for text in _texts(model) for found in pattern.findall(text))


def _texts(model: object) -> Iterator[str]:
    if isinstance(model, str):
        yield model
    elif is_dataclass(model) and not isinstance(model, type):
        for one in fields(model):
            yield from _texts(getattr(model, one.name))
    elif isinstance(model, Mapping):
        for key, value in model.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(model, list | tuple | set | frozenset):
        for part in model:
            yield from _texts(part)


def numbered(first: str, after: int) -> str:
    """Give the number so many places after another: `D26-0143`, 2 gives `D26-0145`."""
    year, _dash, place = first.partition("-")
    return f"{year}-{int(place) + after:04d}"
