"""How long an item took: kept while it runs, recorded when it is left. Never refused for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.discussions import record_minutes_used
from coordinator.casework.records.drafts import drop_draft, keep_draft, read_draft
from coordinator.db.models import AgendaItem
from coordinator.domain.meetings.stopwatches import Stopwatch, minutes_in_all, time_away
from coordinator.domain.outcomes import Changes, Done

_FORM = "live.clock"


@dataclass(frozen=True, slots=True)
class Running:
    """What is known of the time of an item that is opened.

    Attributes:
        now: The moment, by the clock on the wall.
        before: Minutes that were recorded when it was opened first, before any of this.
    """

    now: datetime
    before: int
    watch: Stopwatch


def begin_timing(desk: Desk, item_id: UUID, *, steady: float) -> Running:
    """Take up the time of an item: what had run before the program ended, or nothing.

    Args:
        desk: Whose.
        item_id: Which.
        steady: The clock that only goes on, now.

    Raises:
        MissingRecordError: No such item.
    """
    with desk.read() as look:
        recorded = look.get(AgendaItem, item_id).minutes_used or 0
    now, draft = desk.now(), read_draft(desk, _FORM, item_id)
    if draft is None:
        return Running(now, recorded, Stopwatch(last=steady))
    kept = draft.values
    away = time_away(steady - float(kept["steady"]), (now - draft.typed_at).total_seconds())
    watch = Stopwatch(
        float(kept["counted"]), steady - away, float(kept["missing"]), bool(kept["paused"])
    )
    return Running(now, int(kept["before"]), watch.at(steady))


def keep_timing(desk: Desk, item_id: UUID, *, before: int, watch: Stopwatch) -> None:
    """Keep what has run so far, so that the end of the program loses little of it."""
    values = {
        "before": before,
        "counted": watch.counted,
        "missing": watch.missing,
        "paused": watch.is_paused,
        "steady": watch.last,
    }
    keep_draft(desk, _FORM, item_id, seen=0, values=values)


def end_timing(desk: Desk, item_id: UUID, *, before: int, seconds: float) -> Done[int]:
    """Record how long an item took, on top of what it took before; gives the minutes in all.

    Two who had it open count once, and so does time that was recorded already.

    Raises:
        GuardError: The minutes no longer change.
        MissingRecordError, WithheldError: No such item, or not theirs to see.
    """
    with desk.read() as look:
        item = look.get(AgendaItem, item_id)
        recorded, revision = item.minutes_used or 0, item.revision
    minutes = minutes_in_all(before, recorded, seconds)
    changes = Changes()
    if minutes != recorded:
        done = record_minutes_used(desk, item_id, seen=revision, minutes=minutes)
        changes = done.changes
    drop_draft(desk, _FORM, item_id)
    return Done(minutes, changes)
