"""The lines of outreach as they are shown, and the columns of both tables."""

from collections.abc import Iterator
from datetime import date

from coordinator.domain.outreach import ON_A_SHEET, Proposal, SheetLine
from coordinator.domain.people.contacts import ContactRow
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen, listed
from coordinator.ui.screens.outreach.entered import Entry
from coordinator.ui.screens.outreach.presenter import Day
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.outreach import safe_words, why_words
from coordinator.wording.seeing import seen_before
from coordinator.wording.translation import _, ngettext


def sheet_columns() -> tuple[Column[Entry], ...]:
    """Describe the lines of a sheet."""
    return (
        Column(_("Person"), text=lambda one: name_of(one.line), share=3, width=140),
        Column(_("Where"), text=lambda one: one.line.where, share=4, width=130, keep=3),
        Column(_("Why"), text=lambda one: one.line.why, share=4, width=150, keep=1),
        Column(_("Who looks"), text=_who, mark=_who_mark, share=2, width=130, keep=2),
        Column(
            _("Last seen"),
            text=lambda one: seen_before(one.line.days_since_seen),
            width=122,
            keep=4,
        ),
        Column(_("What came of it"), text=_came, mark=_came_mark, width=196),
    )


def proposed_columns() -> tuple[Column[Proposal], ...]:
    """Describe who is to be found."""
    return (
        Column(_("Person"), text=lambda one: chosen(one.name, one.reference), share=3, width=140),
        Column(
            _("Why"),
            text=lambda one: why_words(one.why, one.unseen, one.actions_due),
            share=5,
            width=220,
        ),
        Column(_("Where"), text=lambda one: one.where, share=4, width=140, keep=1),
        Column(_("Last seen"), text=lambda one: seen_before(one.days_since_seen), width=110),
    )


def name_of(line: SheetLine) -> str:
    """Write the person of a line."""
    return listed(line.name, line.reference, initials_only=line.initials_only)


def told(day: Day, entries: tuple[Entry, ...]) -> str:
    """Say in one line how the day stands."""
    if day.sheet is None:
        count = len(day.proposed)
        return ngettext("{count} person is to be found.", "{count} people are to be found.", count)
    entered = sum(one.line.contact is not None for one in entries)
    people = ngettext("{count} person.", "{count} people.", len(entries))
    done = _("What came of it is entered for {count}.", count=entered)
    return f"{people} {done}"


def warnings(line: SheetLine, today: date) -> Iterator[str]:
    """Say what to know first, with where it is from and when it is looked at again."""
    for one in line.warnings:
        review = dates.day(one.review_on, today)
        source = one.source or _("the panel")
        if one.review_is_due:
            about = _("From {source}; its review was due {day}", source=source, day=review)
        else:
            about = _("From {source}; to be looked at again {day}", source=source, day=review)
        yield f"{one.text}. {about}" if not one.text.endswith(".") else f"{one.text} {about}"


def facts(line: SheetLine) -> Iterator[str]:
    """Say where, and how to reach them."""
    if line.missing_since is not None:
        yield _("Noted as missing {day}", day=dates.plain_day(line.missing_since))
    if line.where:
        yield _("Where: {places}", places=line.where)
    if line.phone:
        yield _("{phone}, {safe}", phone=line.phone, safe=safe_words(line.safe_to_call))
    if line.safe_contact:
        yield line.safe_contact


def tries(line: SheetLine, today: date) -> Iterator[str]:
    """Say what happened the last times."""
    for one in line.tries:
        yield tried(one, today)


def tried(one: ContactRow, today: date) -> str:
    """Say what came of one try."""
    at = one.at.astimezone(dates.HOME)
    when = _("{day} {time}", day=dates.day(at.date(), today), time=dates.clock(at))
    said = f"{when}, {label(one.type)}: {label(one.result)}"
    note = one.note or one.words
    return f"{said}. {note}" if note else said


def due(line: SheetLine, today: date) -> Iterator[str]:
    """Say which actions are due."""
    for one in line.actions:
        day = dates.day(one.due_on, today)
        yield _(
            "{number} {what}: {who}, due {day}",
            number=one.number,
            what=one.text,
            who=one.owner,
            day=day,
        )


def _who(one: Entry) -> str:
    return one.line.worker or _("Nobody yet")


def _who_mark(one: Entry) -> Mark | None:
    return None if one.line.worker else Mark(_who(one), Tone.CAREFUL, "user-round-x")


def _came(one: Entry) -> str:
    if one.line.contact is not None:
        return label(one.line.contact.result)
    return label(one.said.result) if one.said.result else ""


def _came_mark(one: Entry) -> Mark | None:
    if one.line.contact is not None:
        return Mark(_came(one), Tone.NEUTRAL, "check")
    if one.said.result is not None:
        return Mark(_came(one), Tone.CAREFUL, "pen-line")
    return None


RESULTS = tuple((str(place), result) for place, result in enumerate(ON_A_SHEET, 1))
"""The key of each result."""
