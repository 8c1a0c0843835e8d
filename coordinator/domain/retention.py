"""How long a record is kept, what keeps it longer, and what is said when it is gone.

Nothing goes by itself: a rule only says when somebody looks. Where several rules could hold for a
record, the longest does; for a copy that went out, the shortest.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.panel import RetentionEnd, RetentionStart
from coordinator.domain.lists.sharing import DisposalWay, HoldKind
from coordinator.domain.months import after_months
from coordinator.domain.need_to_know.typed_names import same_name
from coordinator.domain.panel.settings import RetentionRule
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import DisposalStatus
from coordinator.domain.texts import is_blank

SOON = timedelta(days=90)
"""So long before its time is over a record is on the list."""
SIGNATURES = 2
"""So many people sign a printed list."""


class Standing(StrEnum):
    """Where a record stands on the list."""

    OVER = "over"
    SOON = "soon"
    HELD = "held"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Ended:
    """What is known of the end of somebody's time with the panel.

    Attributes:
        is_open: A case or a referral is under way, or waits: no time runs.
        case_closed: The last day a case of theirs was closed.
        referral_answered: The last day a referral of theirs was answered.
        entered: The day they were put on file.
    """

    is_open: bool
    case_closed: date | None
    referral_answered: date | None
    died_on: date | None
    entered: date


@dataclass(frozen=True, slots=True)
class Time:
    """The time that runs for one record: from which day, by which rule, until when."""

    start: RetentionStart
    from_on: date
    due_on: date
    rule: str
    then: RetentionEnd


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a record is kept whatever its time says. Without an id, something open says so."""

    id: UUID | None
    revision: int
    hold: HoldKind
    from_on: date
    reason: str = field(repr=False)
    look_again_on: date | None = None
    released_on: date | None = None
    release_reason: str = field(default="", repr=False)

    def is_due(self, today: date) -> bool:
        """Whether it is time to look at it again."""
        stands = self.released_on is None
        return stands and self.look_again_on is not None and self.look_again_on <= today


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """A record on the list, by initials and reference."""

    person: UUID
    reference: str
    name: PersonName
    time: Time
    standing: Standing
    holds: tuple[Hold, ...] = ()
    has_died: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What still holds something of somebody who was erased.

    Attributes:
        backups: When each was made, what for, and by which day it goes.
        texts: Entries about others, or of the panel, that name them in what somebody wrote.
        papers: That left the panel about them and were never said to be returned or destroyed.
    """

    backups: tuple[tuple[date, str, date], ...] = ()
    texts: int = 0
    papers: int = 0


@dataclass(frozen=True, slots=True)
class DisposalRow:
    """A record proposed for erasing, waiting, declined or erased; by reference alone."""

    id: UUID
    revision: int
    reference: str
    rule: str
    due_on: date | None
    proposed_on: date
    proposed_by: UUID
    proposer: str
    status: DisposalStatus
    confirmed_on: date | None = None
    confirmer: str = ""
    way: DisposalWay | None = None
    signed_by: str = ""
    reason: str = field(default="", repr=False)
    done_at: datetime | None = None
    rows: int = 0
    journal_entries: int = 0
    kept: Kept = Kept()


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """The list, what waits for a second person, and what was done."""

    today: date
    rows: tuple[RetentionRow, ...]
    waiting: tuple[DisposalRow, ...]
    past: tuple[DisposalRow, ...]
    rules: tuple[RetentionRule, ...]
    may_propose: bool
    may_confirm: bool
    me: UUID


@dataclass(frozen=True, slots=True)
class PersonRetention:
    """What is said of one person."""

    reference: str
    name: PersonName = field(repr=False)
    time: Time | None
    is_open: bool
    holds: tuple[Hold, ...]
    disposal: DisposalRow | None


def time_of(ended: Ended, rules: Sequence[RetentionRule]) -> Time | None:
    """Say which time runs, and until when; none while something is open, or where no rule fits.

    A death counts before a case, a case before a referral: whoever died is kept as such.
    """
    if ended.is_open:
        return None
    starts = (
        (RetentionStart.DEATH, ended.died_on),
        (RetentionStart.CASE_CLOSED, ended.case_closed),
        (RetentionStart.REFERRAL_ANSWERED, ended.referral_answered),
        (RetentionStart.ENTRY_MADE, ended.entered),
    )
    for start, day in starts:
        fitting = [rule for rule in rules if rule.start is start]
        if day is not None and fitting:
            rule = max(fitting, key=lambda one: one.months)
            from_on = _latest(ended, day, start)
            due = after_months(from_on, rule.months)
            return Time(start, from_on, due, rule.what, rule.end)
    return None


def copy_due_on(
    sent_on: date, meeting_on: date | None, rules: Sequence[RetentionRule]
) -> date | None:
    """Say by which day a copy that went out is to be back or destroyed; none where no rule fits.

    Unlike a record, a copy is not needed by whoever has it for as long as any rule allows: the
    panel keeps its own. So the shortest of the rules holds.
    """
    starts = {RetentionStart.SENT: sent_on, RetentionStart.MEETING_HELD: meeting_on}
    days = [
        after_months(day, rule.months)
        for rule in rules
        if (day := starts.get(rule.start)) is not None
    ]
    return min(days, default=None)


def standing_of(
    time: Time, holds: Iterable[Hold], disposal: DisposalStatus | None, today: date
) -> Standing | None:
    """Say where a record stands; nothing while its time has long to run."""
    if any(one.released_on is None for one in holds):
        return Standing.HELD
    if disposal is DisposalStatus.PROPOSED:
        return Standing.PROPOSED
    if disposal is DisposalStatus.CONFIRMED:
        return Standing.CONFIRMED
    if time.due_on <= today:
        return Standing.OVER
    return Standing.SOON if time.due_on - SOON <= today else None


def check_may_go(time: Time | None, holds: Iterable[Hold], today: date) -> None:
    """Refuse to let a record go before its time, or while something keeps it.

    Raises:
        GuardError: `record-open` (a case or a referral is open, or no rule fits), `record-kept`
            (its time is not over), `record-held` (so many reasons to keep it).
    """
    if time is None:
        raise GuardError("record-open")
    if time.due_on > today:
        raise GuardError("record-kept")
    if standing := [one for one in holds if one.released_on is None]:
        raise GuardError("record-held", count=len(standing))


def check_hold(reason: str, look_again_on: date | None, today: date) -> None:
    """Refuse a hold without its reason, or without a day ahead to look at it again.

    Raises:
        InvalidFieldsError: `reason` is `required`; `look_again_on` is `required` or `in-the-past`.
    """
    wrong: dict[str, str] = {}
    if is_blank(reason):
        wrong["reason"] = "required"
    if look_again_on is None:
        wrong["look_again_on"] = "required"
    elif look_again_on <= today:
        wrong["look_again_on"] = "in-the-past"
    if wrong:
        raise InvalidFieldsError(wrong)


def says_any(text: str, words: Iterable[str]) -> bool:
    """Whether a text says one of these words, as a word: *Ann* is not in *Annual*."""
    found = "|".join(re.escape(one.strip()) for one in words if one.strip())
    said = rf"(?<!\w)(?:{found})(?!\w)"
    return bool(found) and re.search(said, text, re.IGNORECASE) is not None


def check_signatures(
    names: Sequence[str], signed_on: date, proposed_on: date, today: date
) -> None:
    """Refuse a list that two different people have not signed.

    Raises:
        InvalidFieldsError: `first` or `second` is `required`, `second` is `signed-twice`;
            `signed_on` is `in-the-future` or `before-start`.
    """
    wrong: dict[str, str] = {}
    first, second = ([*(name.strip() for name in names), "", ""])[:SIGNATURES]
    for name, value in (("first", first), ("second", second)):
        if is_blank(value):
            wrong[name] = "required"
    if not wrong and same_name(first, second):
        wrong["second"] = "signed-twice"
    if signed_on > today:
        wrong["signed_on"] = "in-the-future"
    elif signed_on < proposed_on:
        wrong["signed_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)


def written(kept: Kept) -> list[str]:
    """Write what still holds something, as the store keeps it."""
    backups = [f"backup|{made}|{why}|{until}" for made, why, until in kept.backups]
    return [*backups, f"texts|{kept.texts}", f"papers|{kept.papers}"]


def read_kept(lines: Iterable[str]) -> Kept:
    """Read what `written` gave; what is not understood is left out."""
    backups, counts = [], {"texts": 0, "papers": 0}
    for line in lines:
        kind, *parts = line.split("|")
        if kind == "backup" and len(parts) == len(("made", "why", "until")):
            backups.append((date.fromisoformat(parts[0]), parts[1], date.fromisoformat(parts[2])))
        elif kind in counts and parts[0].isdigit():
            counts[kind] = int(parts[0])
    return Kept(tuple(backups), counts["texts"], counts["papers"])


def _latest(ended: Ended, day: date, start: RetentionStart) -> date:
    """A case that was closed after a death, or a referral after a case, begins the time anew."""
    if start is RetentionStart.ENTRY_MADE:
        return day
    days = (day, ended.case_closed, ended.referral_answered)
    return max(one for one in days if one is not None)
