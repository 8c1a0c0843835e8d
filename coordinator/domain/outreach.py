"""Who is to be found today, why, and what one day's sheet says about each of them.

A try at contact is an effort, whatever came of it: nothing here ends, pauses or closes anything.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.outreach import WhyFind
from coordinator.domain.people.contacts import ContactRow
from coordinator.domain.people.rules import PersonName
from coordinator.domain.texts import plain

LAST_TRIES = 3
"""A sheet tells what happened the last times; more than three nobody reads on the street."""

ON_A_SHEET: Sequence[ContactResult] = (
    ContactResult.MET_ENGAGED,
    ContactResult.MET_BRIEF,
    ContactResult.MET_REFUSED,
    ContactResult.MET_UNSAFE,
    ContactResult.SIGHTED,
    ContactResult.NOT_THERE,
    ContactResult.NO_REPLY,
    ContactResult.MESSAGE_LEFT,
    ContactResult.THIRD_PARTY,
)
"""What can come of looking for somebody, in the order it is ticked and keyed in: 1 to 9."""

_WEIGHT = {why: place for place, why in enumerate(WhyFind)}
"""Who is most in need of being found: the reasons in their order, the weightiest first."""

_PLACES = re.compile(r"[;\n]|\. ")


@dataclass(frozen=True, slots=True)
class Lookout:
    """What decides whether somebody is to be found on a day.

    Attributes:
        opened_on: The day their case opened counts as seen, until somebody sees them.
        next_try_on: What the newest try at contact said about the next one.
        actions_due: Open actions about them due by the day, those everybody may know of.
        steps_due: Steps of a protocol due by the day.
        contact_due_on: When the next contact after moving in is due, where a rhythm is agreed.
        is_paused: Only somebody missing, or with a step due, is looked for meanwhile.
    """

    person: UUID
    reference: str
    opened_on: date
    last_seen_on: date | None = None
    next_try_on: date | None = None
    actions_due: int = 0
    steps_due: int = 0
    contact_due_on: date | None = None
    missing_since: date | None = None
    is_paused: bool = False

    def unseen(self, on: date) -> int:
        """Count the days nobody has seen them, since their case opened at most."""
        return (on - (self.last_seen_on or self.opened_on)).days


def why_find(one: Lookout, on: date, look_for: int, missing_after: int) -> tuple[WhyFind, ...]:
    """Say why somebody is to be found on a day; nothing when it can wait.

    Args:
        one: Whom.
        on: The day of the sheet.
        look_for: Days unseen after which somebody is looked for.
        missing_after: Days unseen after which it is asked whether they are missing.
    """
    found = tuple(_reasons(one, on, look_for, missing_after))
    if one.is_paused:
        return tuple(why for why in found if why in {WhyFind.MISSING, WhyFind.STEP_DUE})
    return found


def _reasons(one: Lookout, on: date, look_for: int, missing_after: int) -> Iterator[WhyFind]:
    unseen = one.unseen(on)
    if one.missing_since is not None:
        yield WhyFind.MISSING
    elif unseen >= missing_after:
        yield WhyFind.MAYBE_MISSING
    if one.next_try_on is not None and one.next_try_on <= on:
        yield WhyFind.TRY_AGAIN
    if one.contact_due_on is not None and one.contact_due_on <= on:
        yield WhyFind.MOVED_IN
    if one.steps_due:
        yield WhyFind.STEP_DUE
    if one.actions_due:
        yield WhyFind.ACTIONS_DUE
    if look_for <= unseen < missing_after:
        yield WhyFind.NOT_SEEN


def is_maybe_missing(one: Lookout, on: date, missing_after: int) -> bool:
    """Whether it is to be asked if somebody is missing; nothing sets that by itself."""
    return one.missing_since is None and not one.is_paused and one.unseen(on) >= missing_after


def is_in(area: str, place: str, usual_places: str) -> bool:
    """Whether somebody belongs to the sheet of an area: their town, or a place they are found.

    An empty area is everywhere. Letters count without case and marks.
    """
    wanted = plain(area.strip())
    return not wanted or wanted == plain(place.strip()) or wanted in plain(usual_places)


def first_place(where: str) -> str:
    """Give the first of the places somebody is found at, for a paper with room for one."""
    return next((place.strip() for place in _PLACES.split(where) if place.strip()), "")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to be found, before they stand on a sheet.

    Attributes:
        name: Cut to initials without a complete information basis.
        worker_id: Who tried last, as long as they are in post and may know of the person.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    place: str
    where: str = field(repr=False)
    why: tuple[WhyFind, ...]
    actions_due: int
    days_since_seen: int | None
    unseen: int
    worker_id: UUID | None = None


def in_order_to_find(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Put people in the order of their need to be found, which a sheet keeps.

    The weightiest of somebody's reasons decides: missing; perhaps missing; to be tried again
    today; a contact after moving in, a step of a protocol, an action due; only unseen for long.
    Of two with the same reason the one unseen longer comes first, then the lower reference. A
    sheet is written in this order, and may be put into another by hand; its paper prints in full
    as many from the top as two pages hold beside all the others in brief.
    """

    def place(one: Proposal) -> tuple[int, int, str]:
        return (min(_WEIGHT[why] for why in one.why), -one.unseen, one.reference)

    return tuple(sorted(found, key=place))


@dataclass(frozen=True, slots=True)
class WarningLine:
    """What a worker must know first, in neutral words."""

    text: str = field(repr=False)
    source: str
    review_on: date
    review_is_due: bool = False


@dataclass(frozen=True, slots=True)
class DueLine:
    """An action due by the day of the sheet."""

    number: str
    text: str = field(repr=False)
    owner: str
    due_on: date


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person of a sheet, as one reader may have them.

    Attributes:
        name: Cut to initials while `initials_only`: there is no complete information basis.
        why: In words, as they stood when the sheet was made.
        tries: The last times, newest first; without the contact this line led to.
        contact: What came of looking for them, once it is entered.
    """

    id: UUID
    revision: int
    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    place: str
    where: str = field(repr=False)
    why: str
    worker_id: UUID | None
    worker: str
    agency_id: UUID | None
    agency: str
    phone: str = field(repr=False)
    safe_to_call: bool | None
    safe_contact: str = field(repr=False)
    days_since_seen: int | None
    missing_since: date | None = None
    warnings: tuple[WarningLine, ...] = ()
    tries: tuple[ContactRow, ...] = ()
    actions: tuple[DueLine, ...] = ()
    contact: ContactRow | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One day's list of people to find in one area; an empty area is everywhere."""

    id: UUID
    revision: int
    on: date
    area: str
    made_by: str
    meeting_id: UUID | None
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet in a list; people and results as the reader may know of them."""

    id: UUID
    on: date
    area: str
    people: int
    entered: int


@dataclass(frozen=True, slots=True)
class LineResult:
    """What came of looking for one person of a sheet.

    Attributes:
        at: Aware; when it happened.
        worker_id: Who tried; the worker of the line when empty, then the sitter.
        next_try_on: When to look again, if that was said.
    """

    line_id: UUID
    result: ContactResult
    at: datetime
    type: ContactType = ContactType.STREET
    note: str = field(default="", repr=False)
    worker_id: UUID | None = None
    next_try_on: date | None = None


def check_results(results: Sequence[LineResult], on: date, days: Iterable[date]) -> None:
    """Refuse a pass that says nothing, says two things of one line, or is before the sheet.

    Args:
        results: What is to be entered.
        on: The day of the sheet.
        days: The day of each result at the panel's place.

    Raises:
        InvalidFieldsError: `results` is `required`, a line is `taken`, a time `before-start`.
    """
    if not results:
        raise InvalidFieldsError({"results": "required"})
    if len({one.line_id for one in results}) < len(results):
        raise InvalidFieldsError({"line_id": "taken"})
    if any(day < on for day in days):
        raise InvalidFieldsError({"at": "before-start"})


def check_unanswered(lines: Iterable[UUID | None]) -> None:
    """Refuse to change lines that have their contact; a contact is put right as contacts are.

    Raises:
        GuardError: `outreach-entered`, with how many.
    """
    if entered := sum(contact is not None for contact in lines):
        raise GuardError("outreach-entered", count=entered)
