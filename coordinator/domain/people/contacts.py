"""Tries at contact: what may be logged, what counts as seen, and how long ago that was."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.contacts import (
    REMOTE_TYPES,
    SEEN_RESULTS,
    ContactResult,
    ContactType,
)
from coordinator.domain.states import Sensitivity

LATE_AFTER = timedelta(hours=72)
"""An entry made later than this after the contact is marked: memory has had time to move."""
UNSEEN_DAYS = 14
"""Somebody nobody has seen for longer than this is told apart on every list."""


@dataclass(frozen=True, slots=True)
class NewContact:
    """One try at contact, whatever came of it.

    Attributes:
        at: Aware; when it happened, not when it was written down.
        worker_id: Who tried; the sitter when empty.
        words: What the person said, as they said it.
        minutes: How long it took.
        with_whom: Who else was there: a colleague, a friend, an advocate.
        restricted_note: Kept apart: only readers with that right ever see it.
    """

    person_id: UUID
    at: datetime
    type: ContactType
    result: ContactResult
    worker_id: UUID | None = None
    case_id: UUID | None = None
    place: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    minutes: int | None = None
    next_try_on: date | None = None
    restricted_note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD
    with_whom: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One try at contact in the list of a person; `restricted_note` is empty where withheld."""

    id: UUID
    person_id: UUID
    at: datetime
    recorded_at: datetime
    is_late: bool
    worker_id: UUID
    worker: str
    agency: str
    type: ContactType
    result: ContactResult
    is_seen: bool
    place: str = field(repr=False)
    words: str = field(repr=False)
    note: str = field(repr=False)
    minutes: int | None
    next_try_on: date | None
    restricted_note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD
    with_whom: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ContactCursor:
    """Where a page of contacts ended: the next page holds what was before it."""

    at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Some contacts, newest first; `before` is nothing at the end of the list."""

    rows: tuple[ContactRow, ...]
    before: ContactCursor | None


@dataclass(frozen=True, slots=True)
class LastSeen:
    """When somebody was last seen with a worker's own eyes, and how many days ago that is."""

    at: datetime
    on: date
    days: int


@dataclass(frozen=True, slots=True)
class SinceSeen:
    """The day somebody living was last seen, for a line about them; nothing when never."""

    on: date | None


def check_contact(new: NewContact, now: datetime, day: date) -> None:
    """Refuse what cannot be true of a contact.

    Args:
        new: What is to be logged.
        now: The desk's moment.
        day: The day of the contact at the panel's place.

    Raises:
        InvalidFieldsError: `naive-time`, `in-the-future`, `negative`, `before-start`.
    """
    if new.at.tzinfo is None:
        raise InvalidFieldsError({"at": "naive-time"})
    wrong: dict[str, str] = {}
    if new.at > now:
        wrong["at"] = "in-the-future"
    if new.minutes is not None and new.minutes < 0:
        wrong["minutes"] = "negative"
    if new.next_try_on is not None and new.next_try_on < day:
        wrong["next_try_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def is_late(at: datetime, recorded_at: datetime) -> bool:
    """Whether a contact was written down so much later that readers should know."""
    return recorded_at - at > LATE_AFTER


def is_seen(kind: ContactType, result: ContactResult) -> bool:
    """Whether a worker saw the person with their own eyes."""
    return result in SEEN_RESULTS and kind not in REMOTE_TYPES


def last_seen(at: datetime, on: date, today: date) -> LastSeen:
    """Say how long ago somebody was seen; the same day is 0."""
    return LastSeen(at, on, max((today - on).days, 0))
