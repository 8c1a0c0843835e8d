"""Escalations in words: where one stands on its road, and how its clock stands."""

from datetime import date

from coordinator.domain.escalations.clock import Clock, ClockState
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.states import EscalationStatus
from coordinator.wording.dates import day, days, working_days
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import _


def standing(track: EscalationTrack, level: int | None, step: str = "") -> str:
    """Write the road, and on the ladder its level; `step` is what the panel calls it."""
    if track is not EscalationTrack.BARRIER or level is None:
        return label(track)
    if not step:
        return _("Level {level}", level=level)
    return _("Level {level}: {step}", level=level, step=step)


def level_words(one: LadderLevel) -> str:
    """Write a level of the ladder with how long it has to answer."""
    within = working_days(one.working_days)
    return _("{level}: {step}, in {days}", level=one.level, step=one.receiver, days=within)


def clock_words(row: EscalationRow, today: date) -> str:
    """Write how the clock stands: *Answer by Thu 26 Nov, 3 working days left*."""
    if row.status is EscalationStatus.DRAFT:
        return _("Not sent yet")
    if row.status is EscalationStatus.ANSWERED:
        return _("Answered {day}", day=day(row.answered_on, today))
    if row.status is EscalationStatus.CLOSED:
        return _("Closed {day}", day=day(row.closed_on, today))
    return _waiting(row.clock, row.track, row.respond_by, today)


def _waiting(clock: Clock, track: EscalationTrack, on: date | None, today: date) -> str:
    count = days if track is EscalationTrack.SAFEGUARDING else working_days
    if clock.state is ClockState.OVERDUE:
        return _("Overdue by {time}", time=count(clock.overdue))
    if clock.state is ClockState.TODAY:
        return _("Answer due today")
    if on is None or clock.left is None:
        return _("No day to answer")
    return _("Answer by {day}, {time} left", day=day(on, today), time=count(clock.left))


def short_clock(row: EscalationRow, today: date) -> str:
    """Write the same for a narrow place, without what is left."""
    if row.clock.state is ClockState.RUNNING:
        return _("By {day}", day=day(row.respond_by, today))
    if row.clock.state is ClockState.OVERDUE:
        count = days if row.track is EscalationTrack.SAFEGUARDING else working_days
        return _("Late {time}", time=count(row.clock.overdue))
    return clock_words(row, today)


def receiver_words(row: EscalationRow) -> str:
    """Write who is asked: by name and role, else by what the ladder calls them."""
    who = ", ".join(filter(None, (row.receiver, row.receiver_role)))
    if not who:
        return _("Nobody named yet")
    return _("{who} (has left)", who=who) if row.receiver_left else who


def outcome_words(row: EscalationRow) -> str:
    """Write what came of it inside a sentence; nothing while it is open."""
    return inline(row.outcome) if row.outcome else ""


def proposed_words(row: EscalationRow) -> str:
    """Write the next level that is proposed; nothing while there is still time."""
    if row.next_level is None:
        return ""
    return _(
        "Next level proposed: {level}, {step}",
        level=row.next_level.level,
        step=row.next_level.receiver,
    )
