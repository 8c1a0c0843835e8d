"""What the clock says, from what was counted. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coordinator.domain.meetings.live_views import LiveLine, LiveMeeting
from coordinator.domain.meetings.stopwatches import Stopwatch, rounded
from coordinator.domain.states import ItemStatus, MeetingStatus
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_MINUTE = 60
_ALL = 100


@dataclass(frozen=True, slots=True)
class Face:
    """What the clock shows; shown anew only when one of these is another.

    Attributes:
        share: Of the item's time that is used, in percent, up to 100.
        item_over: By how much the item is over its time; empty while it is not.
        meeting_over: The same of the meeting.
        missing: Asks about time nobody knows about.
        runs: Whether there is a clock to stop, or to let go on.
    """

    item: str = ""
    share: int = 0
    item_over: str = ""
    meeting: str = ""
    meeting_over: str = ""
    to_come: str = ""
    missing: str = ""
    is_paused: bool = False
    runs: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of the open item.

    Attributes:
        before: Minutes it had taken before it was opened now.
        watch: Nothing when no time is counted: the meeting is over, or somebody only reads.
    """

    line: LiveLine
    before: int
    watch: Stopwatch | None

    @property
    def seconds(self) -> float:
        """In all."""
        return self.before * _MINUTE + (self.watch.counted if self.watch is not None else 0)

    @property
    def minutes(self) -> int:
        """Whole minutes that have passed."""
        return int(self.seconds // _MINUTE)


def face_of(meeting: LiveMeeting, counted: Counted | None, now: datetime | None) -> Face:
    """Say everything the clock shows.

    Args:
        meeting: As it stands.
        counted: Of the open item, if one is.
        now: The moment at the meeting's place; nothing before it is known.
    """
    runs = meeting.header.row.status is MeetingStatus.IN_PROGRESS
    item, share, item_over = _of_item(counted)
    told, over = _of_meeting(meeting, now if runs else None)
    watch = counted.watch if counted is not None else None
    return Face(
        item=item,
        share=share,
        item_over=item_over,
        meeting=told,
        meeting_over=over,
        to_come=_to_come(meeting.lines) if runs else "",
        missing=_missing(watch),
        is_paused=watch is not None and watch.is_paused,
        runs=watch is not None,
    )


def _of_item(counted: Counted | None) -> tuple[str, int, str]:
    if counted is None:
        return "", 0, ""
    planned = counted.line.entry.minutes_planned
    seconds, used = counted.seconds, counted.minutes
    over = used - planned
    words = _(
        "{used} of {planned} planned", used=dates.length(used), planned=dates.length(planned)
    )
    share = min(int(seconds * _ALL / (planned * _MINUTE)), _ALL) if planned else _ALL
    return words, share, _("{time} over", time=dates.length(over)) if over > 0 else ""


def _of_meeting(meeting: LiveMeeting, now: datetime | None) -> tuple[str, str]:
    row = meeting.header.row
    if meeting.ended_at is not None:
        return _("The meeting ended {time}", time=dates.clock(meeting.ended_at)), ""
    starts = datetime.combine(row.on, row.starts_at)
    ends = starts + timedelta(minutes=row.minutes_planned)
    told = _("The meeting ends {time}", time=dates.clock(ends.time()))
    if now is None:
        return told, ""
    left = int((ends - now.replace(tzinfo=None)).total_seconds() // _MINUTE)
    if left < 0:
        return told, _("{time} past its end", time=dates.length(-left))
    return _("{ends}, {time} left", ends=told, time=dates.length(left)), ""


def _to_come(lines: Sequence[LiveLine]) -> str:
    planned = [one.entry for one in lines if one.entry.status is ItemStatus.PLANNED]
    if not planned:
        return _("Nothing more to come")
    minutes = sum(entry.minutes_planned for entry in planned)
    return ngettext(
        "To come: {count} item, {time}",
        "To come: {count} items, {time}",
        len(planned),
        time=dates.length(minutes),
    )


def _missing(watch: Stopwatch | None) -> str:
    if watch is None or not watch.missing:
        return ""
    return _(
        "The clock stood still for {time}: the program was closed, or the computer slept."
        " Does it count?",
        time=dates.length(rounded(watch.missing)),
    )
