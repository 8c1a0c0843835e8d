"""What agencies brought, in words: columns, what is read beside them, charts, how actions went."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator.domain.accountability import (
    Accountability,
    AgencyFigures,
    Beside,
    Context,
    Period,
    Promise,
    Proposal,
    ProposedAction,
    VacantSeat,
    Why,
)
from coordinator.domain.charts import Bar, BarChart, Part, Shade
from coordinator.wording import dates
from coordinator.wording.labels import inline
from coordinator.wording.translation import N_, _, ngettext


@dataclass(frozen=True, slots=True)
class Figure:
    """One count of an agency.

    Attributes:
        title: Heads a column.
        meaning: The same in a few words.
    """

    title: str
    meaning: str
    value: Callable[[AgencyFigures], int]


def meeting_figures() -> tuple[Figure, ...]:
    """Give the counts of the meetings; the first is made up of all others."""
    return (
        Figure(_("Meetings"), _("at which it had a place"), lambda one: one.came.meetings),
        Figure(_("Holder"), _("the holder of the seat came"), lambda one: one.came.holder),
        Figure(_("Substitute"), _("a substitute came"), lambda one: one.came.substitute),
        Figure(_("Part"), _("there for a part"), lambda one: one.came.part),
        Figure(
            _("Sent word"),
            _("apologies, information sent ahead"),
            lambda one: one.came.informed,
        ),
        Figure(_("Apologies"), _("apologies without information"), lambda one: one.came.apologies),
        Figure(_("Absent"), _("no apologies"), lambda one: one.came.absent),
        Figure(_("Vacant"), _("the seat was vacant"), lambda one: one.came.vacant),
        Figure(_("Not needed"), _("not needed that day"), lambda one: one.came.not_required),
        Figure(_("Not noted"), _("nobody wrote it down"), lambda one: one.came.unsaid),
    )


def action_figures() -> tuple[Figure, ...]:
    """Give the counts of the actions due; the first is made up of all others."""
    return (
        Figure(_("Due"), _("were due"), lambda one: one.did.due),
        Figure(_("On time"), _("done on time"), lambda one: one.did.on_time),
        Figure(_("Late"), _("done late"), lambda one: one.did.late),
        Figure(_("Not done"), _("not done"), lambda one: one.did.not_done),
        Figure(_("Could not"), _("could not be done"), lambda one: one.did.could_not),
        Figure(
            _("Overtaken"),
            _("no longer needed, declined or passed on"),
            lambda one: one.did.neutral,
        ),
        Figure(_("Past date"), _("still open past their date"), lambda one: one.did.past),
        Figure(_("Open"), _("still open, not past their date"), lambda one: one.did.open),
    )


def beside_figures() -> tuple[Figure, ...]:
    """Give the counts that stand beside those due."""
    return (
        Figure(_("Set"), _("agreed in the period"), lambda one: one.did.set),
        Figure(_("Moved"), _("of those due, their date was moved"), lambda one: one.did.moved),
    )


def offer_figures() -> tuple[Figure, ...]:
    """Give the counts of the offers."""
    return (
        Figure(_("Made"), _("offers made"), lambda one: one.kept.made),
        Figure(_("Delivered"), _("offers delivered"), lambda one: one.kept.delivered),
        Figure(_("Withdrawn"), _("offers withdrawn"), lambda one: one.kept.withdrawn),
    )


def in_words(one: AgencyFigures) -> tuple[str, ...]:
    """Say everything counted of an agency, in three sentences."""
    meetings = _counted(one, meeting_figures()[1:])
    actions = _counted(one, action_figures()[1:])
    told = ngettext("{count} meeting", "{count} meetings", one.came.meetings)
    due = ngettext("{count} action due", "{count} actions due", one.did.due)
    return tuple(
        ". ".join(filter(None, sentence)) + "."
        for sentence in (
            (_joined(told, meetings),),
            (_joined(due, actions), *_moved(one), _set(one)),
            (_offers(one),),
        )
    )


def _joined(head: str, parts: Sequence[str]) -> str:
    return _("{what}. {parts}", what=head, parts=_listed(parts)) if parts else head


def _listed(parts: Sequence[str]) -> str:
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _counted(one: AgencyFigures, figures: Iterable[Figure]) -> list[str]:
    told = ((figure.value(one), figure.meaning) for figure in figures)
    return [_("{what}: {count}", what=what, count=count) for count, what in told if count]


def _moved(one: AgencyFigures) -> Iterable[str]:
    if one.did.moved:
        yield ngettext(
            "The date of {count} had been moved", "The dates of {count} had been moved",
            one.did.moved,
        )  # fmt: skip
    if one.did.on_time_moved:
        yield _(
            "{count} of those done on time would have been late by the day first agreed",
            count=one.did.on_time_moved,
        )


def _set(one: AgencyFigures) -> str:
    return ngettext(
        "{count} action was agreed in the period",
        "{count} actions were agreed in the period",
        one.did.set,
    )


def _offers(one: AgencyFigures) -> str:
    return _(
        "Offers: {made} made, {kept} delivered, {gone} withdrawn",
        made=one.kept.made,
        kept=one.kept.delivered,
        gone=one.kept.withdrawn,
    )


_BESIDE: Mapping[Beside, str] = {
    Beside.VACANT: N_("Seat vacant: {name}"),
    Beside.NEW: N_("New to the panel"),
    Beside.NO_SEAT: N_("No seat"),
    Beside.NO_ACTIONS: N_("No actions set or due"),
    Beside.NO_MEETINGS: N_("No meeting with a place for it"),
    Beside.CALLED: N_("Also called {name}"),
    Beside.PART_OF: N_("Now part of {name}"),
    Beside.TOOK_OVER: N_("Took over {name}"),
    Beside.ENDED: N_("Closed"),
}
_SINCE = frozenset({Beside.VACANT, Beside.NEW})


def beside(one: Context, today: date) -> str:
    """Say one thing that is read beside the figures, with its day."""
    said = _(_BESIDE[one.what], name=one.name)
    if one.on is None:
        return said
    day = dates.day(one.on, today)
    if one.what in _SINCE:
        return _("{what} since {day}", what=said, day=day)
    return _("{what} on {day}", what=said, day=day)


def all_beside(one: AgencyFigures, today: date) -> str:
    """Say everything that is read beside an agency's figures; nothing where there is none."""
    return ". ".join(beside(context, today) for context in one.beside)


def vacant_seat(one: VacantSeat, today: date) -> str:
    """Say that a seat is vacant, and since when."""
    name = one.seat if one.agency in ("", one.seat) else f"{one.seat} ({one.agency})"
    if one.since is None:
        return _("{seat}: vacant, the day is not known", seat=name)
    return _("{seat}: vacant since {day}", seat=name, day=dates.day(one.since, today))


def period_words(period: Period) -> str:
    """Write a period: *Fri 21 August 2026 to Thu 19 November 2026*."""
    return _(
        "{first} to {last}",
        first=dates.long_day(period.from_on),
        last=dates.long_day(period.until_on),
    )


def meetings_held(count: int) -> str:
    """Count the meetings of a period."""
    if not count:
        return _("No meeting was held.")
    return ngettext("{count} meeting was held.", "{count} meetings were held.", count)


def action_chart(found: Accountability) -> BarChart:
    """Draw what became of the actions due, agency by agency in the order of the seats."""
    parts = (
        Part(_("Done on time"), Shade.FULL),
        Part(_("Done late"), Shade.HALF),
        Part(_("Not done, or open past its date"), Shade.STRIPED),
        Part(_("Could not be done, or overtaken"), Shade.PALE),
        Part(_("Still open in time"), Shade.EMPTY),
    )
    bars = tuple(
        _bar(
            one.name,
            (
                one.did.on_time,
                one.did.late,
                one.did.not_done + one.did.past,
                one.did.could_not + one.did.neutral,
                one.did.open,
            ),
            _("{count} due", count=one.did.due),
            parts,
        )
        for one in found.rows
    )
    return BarChart(_("Actions due, and what became of them"), parts, bars)


def meeting_chart(found: Accountability) -> BarChart:
    """Draw how the seats were filled, agency by agency in the order of the seats."""
    parts = (
        Part(_("The holder came"), Shade.FULL),
        Part(_("A substitute came, or for a part"), Shade.HALF),
        Part(_("Apologies, information sent"), Shade.EMPTY),
        Part(_("Apologies, or absent"), Shade.STRIPED),
        Part(_("Seat vacant, not needed, or not noted"), Shade.PALE),
    )
    bars = tuple(
        _bar(
            one.name,
            (
                one.came.holder,
                one.came.substitute + one.came.part,
                one.came.informed,
                one.came.apologies + one.came.absent,
                one.came.vacant + one.came.not_required + one.came.unsaid,
            ),
            ngettext("{count} meeting", "{count} meetings", one.came.meetings),
            parts,
        )
        for one in found.rows
    )
    return BarChart(_("Meetings, and how the seat was filled"), parts, bars)


def _bar(name: str, counts: tuple[int, ...], total: str, parts: Sequence[Part]) -> Bar:
    counted = zip(parts, counts, strict=True)
    said = [
        _("{what} {count}", what=part.words[:1].lower() + part.words[1:], count=count)
        for part, count in counted
        if count
    ]
    of = f"{name}, {total}"
    return Bar(name, counts, total, f"{of}: {', '.join(said)}" if said else of)


def promise_words(one: Promise) -> str:
    """Say how such actions went: *2 of 9 on time, usually 16 days*."""
    told = _("{on_time} of {past} on time", on_time=one.on_time, past=one.past)
    if one.usual_days is not None:
        told = _("{told}, usually {days}", told=told, days=dates.days(one.usual_days))
    return told


def promise_for_chair(one: Promise, agency: str) -> str:
    """Say it beside the line the chair types in: *For the chair: ...*."""
    return _(
        "For the chair: {kind} by {agency} in the last year: {told}",
        kind=inline(one.kind),
        agency=agency,
        told=promise_words(one),
    )


def proposal_words(one: Proposal) -> str:
    """Say in one sentence why an agency is put to the chair."""
    safety = sum(action.why is Why.SAFETY for action in one.actions)
    late = len(one.actions) - safety
    parts = []
    if safety:
        parts.append(
            ngettext("{count} safety action is overdue", "{count} safety actions are overdue",
                     safety)
        )  # fmt: skip
    if late:
        parts.append(
            ngettext(
                "{count} action is past its date for more than two meetings",
                "{count} actions are past their date for more than two meetings",
                late,
            )
        )
    if one.not_done:
        parts.append(_("{count} were not done in the last quarter", count=one.not_done))
    return "; ".join(parts)


def repeated_words(one: Proposal) -> str:
    """Say how often an agency said *not done*, and since when that was counted."""
    return _(
        "{agency}: {count} actions were not done since {day}.",
        agency=one.name,
        count=one.not_done,
        day=dates.plain_day(one.since) if one.since else "",
    )


def proposed_words(one: ProposedAction, today: date) -> str:
    """Say since when an action is past its date, and why it is put to the chair."""
    said = _("due {day}", day=dates.day(one.due_on, today))
    if one.meetings:
        went_by = ngettext("{count} meeting since", "{count} meetings since", one.meetings)
        said = f"{said}, {went_by}"
    if one.moved:
        said = _("{said}, its date was moved before", said=said)
    return _("safety action, {said}", said=said) if one.why is Why.SAFETY else said
