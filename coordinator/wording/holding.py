"""Words for who holds somebody: parts of days, changes ahead, rhythms, steps of a protocol."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.cases.protocols import PlannedStep, StepRow
from coordinator.domain.cases.rhythms import NextContact
from coordinator.domain.housing import ApplicationRow, ConstraintRow
from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import (
    WEEKDAYS,
    HeldPart,
    HeldRun,
    HoldingRow,
    MoveRow,
    PartState,
    Strip,
    Tonight,
    Touch,
    TouchSource,
)
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import N_, _, ngettext

_STATES = {
    PartState.PROMISED: N_("promised"),
    PartState.PLANNED: N_("planned"),
    PartState.NOBODY: N_("nobody"),
}
_PLANNED = {
    TouchSource.NEXT_TRY: N_("tries again"),
    TouchSource.OUTREACH: N_("on the outreach list"),
    TouchSource.ACTION: N_("has an action due"),
}
_DAYS = {
    "mon": N_("Mon"),
    "tue": N_("Tue"),
    "wed": N_("Wed"),
    "thu": N_("Thu"),
    "fri": N_("Fri"),
    "sat": N_("Sat"),
    "sun": N_("Sun"),
}


def until_words(found: Tonight, today: date) -> str:
    """Say how far the strip goes: *Until the panel on Thu 26 Nov*."""
    if found.panel_on is not None:
        return _("Until the panel on {day}", day=dates.day(found.panel_on, today))
    return _("Until {day}; no panel is in the calendar before", day=dates.day(found.last, today))


def weekday_words(key: str) -> str:
    """Name a day of a weekly pattern."""
    return _(_DAYS[key])


def state_words(state: PartState) -> str:
    """Say how a part is held, in one word."""
    return _(_STATES[state])


def touch_words(touch: Touch) -> str:
    """Name who touches the person, and that it is only planned where it is."""
    who = touch.who or touch.agency or _("nobody named")
    if touch.source is TouchSource.HOLDING:
        return who
    return _("{who}, planned: {what}", who=who, what=_(_PLANNED[touch.source]))


def part_words(part: HeldPart) -> str:
    """Say who is there in a part: *Night: nobody*."""
    touches = dict.fromkeys(touch_words(one) for one in part.touches)
    who = "; ".join(touches) or _("nobody")
    return _("{part}: {who}", part=label(part.part), who=who)


def short_words(part: HeldPart | None) -> str:
    """Say the same in the narrow room of a list: who, or nobody."""
    if part is None or not part.touches:
        return _("Nobody")
    first = part.touches[0]
    who = first.who or first.agency or _("Somebody not named")
    return who if part.state is PartState.PROMISED else _("{who}, planned", who=who)


def run_words(run: HeldRun) -> str:
    """Say who is there in a part of some days in a row: *Evening, Fri 20 to Sun 22: nobody*."""
    days = day_words(run.first)
    if run.last != run.first:
        days = _("{first} to {last}", first=days, last=day_words(run.last))
    return _("{part}, {days}: {who}", part=label(run.part), days=days, who=held_words(run.held))


def held_words(part: HeldPart) -> str:
    """Name who is there in a part with their agencies, or say that it is nobody."""
    return "; ".join(dict.fromkeys(map(_with_agency, part.touches))) or _("nobody")


def _with_agency(touch: Touch) -> str:
    words = touch_words(touch)
    return f"{words} ({touch.agency})" if touch.who and touch.agency else words


def to_see_to_words(found: Tonight) -> str:
    """Count what a panel would see to first."""
    bare = sum(bool(one.to_see_to) for one in found.strips)
    unmet = sum(bool(one.unmet) for one in found.strips)
    said = []
    if bare:
        said.append(
            ngettext(
                "{count} person has an evening or a weekend with nobody.",
                "{count} people have an evening or a weekend with nobody.",
                bare,
            )
        )
    if unmet:
        said.append(
            ngettext(
                "For {count} person nobody is named for what is ahead.",
                "For {count} people nobody is named for what is ahead.",
                unmet,
            )
        )
    if found.strips and not said:
        said.append(_("Everybody is held every evening and over the weekend."))
    return " ".join(said)


def uncovered_words(strip: Strip) -> str:
    """Name the evenings and the weekend with nobody: *evening of Mon, Tue and Wed; day of Sat*."""
    said = []
    for part in DayPart:
        days = [day_words(one.on) for one in strip.to_see_to if one.part is part]
        if days:
            said.append(_("{part}: {days}", part=label(part), days=", ".join(days)))
    return ". ".join(said)


def gaps_words(strip: Strip) -> str:
    """Say when nobody is there, or that every evening and the weekend are held."""
    words = uncovered_words(strip)
    if not words:
        return _("Every evening is held, and the weekend.")
    return _("Nobody is there. {parts}.", parts=words)


def day_words(on: date) -> str:
    """Name a day in the narrow room of a list: *Mon 16*."""
    return _("{weekday} {day}", weekday=weekday_words(WEEKDAYS[on.weekday()]), day=on.day)


def holding_words(one: HoldingRow) -> str:
    """Say who holds, when: *Her sister: night, Sat and Sun*."""
    who = ", ".join(filter(None, (one.who, one.agency))) or _("nobody named")
    days = ", ".join(weekday_words(day) for day in WEEKDAYS if day in one.weekdays)
    when = ", ".join(filter(None, (inline(one.part), days)))
    return _("{who}: {when}", who=who, when=when)


def move_words(move: MoveRow) -> str:
    """Say what is ahead and who is there: *Release from prison, 10:00*."""
    return ", ".join(filter(None, (label(move.kind), move.at_time, move.place)))


def met_words(move: MoveRow) -> str:
    """Say who meets them, or that nobody is named."""
    if move.is_met:
        return _("{who} is there", who=move.met_by)
    return _("Nobody is named to be there")


def next_contact_words(due: NextContact, today: date) -> str:
    """Say how often somebody is in touch, and when that is due: *3 days late*."""
    every = ngettext(
        "Somebody is in touch every day.", "Somebody is in touch every {count} days.", due.every
    )
    if due.is_overdue:
        late = ngettext(
            "It was due {day}, {count} day ago.",
            "It was due {day}, {count} days ago.",
            due.days_late,
            day=dates.day(due.due_on, today),
        )
        return f"{every} {late}"
    return f"{every} " + _("Due {day}.", day=dates.day(due.due_on, today))


def planned_steps_words(steps: Sequence[PlannedStep], today: date) -> tuple[str, ...]:
    """List steps with their days; one that was moved says so."""
    return tuple(_planned(step, today) for step in steps)


def _planned(step: PlannedStep, today: date) -> str:
    day = dates.day(step.due_on, today)
    if step.moved_from is None:
        return _("{day}: {step}", day=day, step=step.text)
    closed = dates.day(step.moved_from, today)
    return _("{day} (offices are closed {closed}): {step}", day=day, closed=closed, step=step.text)


def step_words(step: StepRow, today: date) -> str:
    """Say when a step is due and whose it is, or what came of it."""
    if step.done_on is not None:
        when = _("Taken {day} by {who}", day=dates.day(step.done_on, today), who=step.done_by)
        return f"{when}. {step.note}"
    due = _("Due {day}", day=dates.day(step.due_on, today))
    return ", ".join((due, step.owner or _("nobody named")))


def application_words(one: ApplicationRow) -> str:
    """Say whom was asked for what: *Kerrow Homes: two rooms*."""
    return ": ".join(filter(None, (one.provider, one.what)))


def application_facts(one: ApplicationRow, today: date) -> tuple[str, ...]:
    """Say what became of an application, a sentence each."""
    said = [_("Asked {day}", day=dates.day(one.applied_on, today))]
    if one.refusal is not None:
        said.append(_("Refused: {why}", why=inline(one.refusal)))
        said.append(_("In their words: “{words}”", words=one.refusal_words))
        if not one.refusal_words:
            said.pop()
    if one.appeal_is_due:
        said.append(_("An appeal is possible until {day}", day=dates.day(one.appeal_by, today)))
    if one.appealed_on is not None:
        said.append(_("Appealed {day}", day=dates.day(one.appealed_on, today)))
    if one.appeal_result is not None:
        said.append(label(one.appeal_result))
    if one.appeal_note:
        said.append(one.appeal_note)
    if one.barrier_id is not None:
        said.append(_("Named as a barrier"))
    return tuple(said)


def constraint_words(one: ConstraintRow) -> str:
    """Say what a home must allow for: *A pet: a lurcher*."""
    return ": ".join(filter(None, (label(one.constraint), one.details)))
