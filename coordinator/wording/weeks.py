"""The panel's week in words: how a step stands, what it waits for, who stands in for whom."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.week.steps import AFTER, StepLine, StepState
from coordinator.domain.week.this_week import AgencyDue
from coordinator.wording import dates
from coordinator.wording.labels import inline
from coordinator.wording.translation import _, ngettext

_W = WeekStep
_NAMED = 3  # agencies to chase that are named; the others are counted


def step_state(line: StepLine, today: date) -> str:
    """Say how a step stands: *Done*, *Today*, *Was due Tue 17 Nov*; else its day."""
    match line.state:
        case StepState.DONE:
            return _("Done")
        case StepState.TODAY:
            return _("Today")
        case StepState.LATE:
            return _("Was due {day}", day=dates.day(line.on, today))
        case StepState.COMING:
            return dates.day(line.on, today)


def step_note(line: StepLine, due: Sequence[AgencyDue], today: date) -> str:
    """Say what a step waits for, or who ticked it; nothing where its name says it all.

    Args:
        line: Which.
        due: What falls due by the next meeting, by agency.
        today: The desk's day.
    """
    parts = [_of_meeting(line, today), _waits(line, due), _ticked(line, today)]
    return " ".join(part for part in parts if part)


def _of_meeting(line: StepLine, today: date) -> str:
    """Name the meeting of a step that follows it: two meetings share the list."""
    if line.step is _W.MEETING and line.state is StepState.LATE:
        return _("It was neither held, moved nor cancelled.")
    if line.step not in AFTER[1:]:
        return ""
    return _("Meeting of {day}.", day=dates.day(line.meeting_on, today))


def _waits(line: StepLine, due: Sequence[AgencyDue]) -> str:
    if line.step in {_W.RETURNS_ASKED, _W.RETURNS_IN}:
        return _silent(line, due)
    if line.step not in _WAITING or (line.step is _W.ACTION_TEXTS and not line.count):
        return ""
    return _WAITING[line.step](line.count)


def _silent(line: StepLine, due: Sequence[AgencyDue]) -> str:
    silent = sorted((one for one in due if one.unheard), key=lambda one: -one.unheard)
    if not silent:
        return _("Every action that is due has its return.")
    if line.step is _W.RETURNS_ASKED:
        count = len(silent)
        return ngettext(
            "{count} agency has actions due.", "{count} agencies have actions due.", count
        )
    named = [f"{one.name or _('No agency')} {one.unheard}" for one in silent[:_NAMED]]
    if (rest := len(silent) - _NAMED) > 0:
        named.append(ngettext("{count} more agency", "{count} more agencies", rest))
    return _("No word yet: {agencies}.", agencies=", ".join(named))


def _referrals(count: int) -> str:
    if not count:
        return _("No referral is waiting.")
    return ngettext("{count} referral is waiting.", "{count} referrals are waiting.", count)


def _offers(count: int) -> str:
    if not count:
        return _("No offer is missing.")
    return ngettext("{count} offer is missing.", "{count} offers are missing.", count)


def _replies(count: int) -> str:
    if not count:
        return _("Every agency has answered.")
    return ngettext(
        "{count} agency has not answered.", "{count} agencies have not answered.", count
    )


def _agreed(count: int) -> str:
    return ngettext("{count} action was agreed.", "{count} actions were agreed.", count)


_WAITING: Mapping[WeekStep, Callable[[int], str]] = MappingProxyType(
    {
        _W.REFERRALS_CLOSE: _referrals,
        _W.OFFERS: _offers,
        _W.REPLIES_IN: _replies,
        _W.ACTION_TEXTS: _agreed,
    }
)


def _ticked(line: StepLine, today: date) -> str:
    if line.tick is None:
        return ""
    day = dates.day(line.tick.at.astimezone(dates.HOME).date(), today)
    if not line.tick.by:
        return _("Ticked {day}.", day=day)
    return _("Ticked {day} by {name}.", day=day, name=line.tick.by)


def standing_in(row: CoverRow, today: date, *, is_me: bool = False) -> str:
    """Say who stands in for whom, and until when."""
    last = dates.day(row.until_on, today)
    values = {
        "name": row.name,
        "absent": row.absent or _("nobody in post"),
        "post": inline(row.post),
        "until": _("until {day}", day=last),
    }
    if row.from_on > today:
        values["until"] = _("{day} to {last}", day=dates.day(row.from_on, today), last=last)
    if is_me:
        return _("You stand in for {absent} ({post}) {until}.", **values)
    return _("{name} stands in for {absent} ({post}) {until}.", **values)
