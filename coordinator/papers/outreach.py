"""A day's outreach sheet, read for whom it is carried by and put into words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.outreach.reads import carried_by, find_sheet, read_sheet
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outreach import ON_A_SHEET, DueLine, SheetLine, WarningLine, first_place
from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.domain.people.contacts import ContactRow
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.outreach import safe_words, tick_words
from coordinator.wording.translation import _

_TRIES = 3
"""So many times are told, the last with its words: all of them on one line or two."""


def outreach_model(desk: Desk, audience: Audience, on: date | None, area: str) -> FindSheet:
    """Read the sheet of a day and an area.

    An agency's copy holds whom its workers carry, and whom nobody carries of those it works with.
    A worker who is asked to find somebody may know of them: that alone makes them theirs.
    """
    day = on or desk.today()
    imprint = lines.imprint(read_panel_face(desk), audience, _("Outreach sheet"), desk.today())
    words = tuple(tick_words(one) for one in ON_A_SHEET)
    found = find_sheet(desk, day, area)
    if found is None:
        told = _("No sheet was made for this day. Make it under Outreach today.")
        return FindSheet(imprint, day, area, results=words, missing=told)
    sheet = read_sheet(
        desk, found.id, reader=_reader(desk, audience, found.id), agency=audience.agency
    )
    people = tuple(_line(one, day) for one in sheet.lines)
    return FindSheet(imprint, day, sheet.area, people, words, id=sheet.id)


def _reader(desk: Desk, audience: Audience, sheet: UUID) -> Reader | None:
    if audience.reader is None or audience.agency is None:
        return audience.reader
    carried = carried_by(desk, sheet, audience.agency)
    shared = audience.reader.shared_people | carried
    return replace(audience.reader, shared_people=shared)


def _line(one: SheetLine, on: date) -> FindLine:
    person = lines.in_a_list(one.reference, one.name)
    if one.initials_only:
        return FindLine(person, worker=one.worker, is_bare=True)
    return FindLine(
        person=person,
        where=one.where or _("Where: ask the lead professional"),
        reach=". ".join(_reach(one)),
        worker=one.worker,
        why=one.why,
        seen=_seen(one.days_since_seen),
        warnings=tuple(_warning(warning, on) for warning in one.warnings),
        actions=tuple(_action(due) for due in one.actions),
        tries=tuple(_times(one.tries[:_TRIES], on)),
        result=_tried(one.contact, on) if one.contact else "",
        unseen=_unseen(one.days_since_seen),
        place=first_place(one.where) or _("Where: ask the lead professional"),
        mind=tuple(filter(None, (*(warning.text for warning in one.warnings), one.safe_contact))),
    )


def _reach(one: SheetLine) -> Iterator[str]:
    if one.phone:
        yield _("{phone}, {safe}", phone=one.phone, safe=safe_words(one.safe_to_call))
    if one.safe_contact:
        yield one.safe_contact


def _seen(days: int | None) -> str:
    if days is None:
        return _("Never seen")
    return _("Last seen {time} ago", time=dates.span(days)) if days else _("Seen today")


def _unseen(days: int | None) -> str:
    if days is None:
        return _("Never seen")
    return _("{time} ago", time=dates.span(days)) if days else _("Seen today")


def _warning(one: WarningLine, on: date) -> str:
    source, review = one.source or _("the panel"), dates.day(one.review_on, on)
    if one.review_is_due:
        about = _("from {source}; its review was due {day}", source=source, day=review)
    else:
        about = _("from {source}; to be looked at again {day}", source=source, day=review)
    return f"{one.text} ({about})"


def _action(one: DueLine) -> str:
    return _("{number} {what} ({who})", number=one.number, what=one.text, who=one.owner)


def _times(tries: Sequence[ContactRow], on: date) -> Iterator[str]:
    """Tell the last time in full, and of those before it the day and what came of it."""
    for place, one in enumerate(tries):
        day = dates.day(one.at.astimezone(dates.HOME).date(), on)
        yield f"{day}: {label(one.result)}" if place else _tried(one, on)


def _tried(one: ContactRow, on: date) -> str:
    at = one.at.astimezone(dates.HOME)
    when = f"{dates.day(at.date(), on)} {dates.clock(at)}"
    said = f"{when}: {label(one.result)}"
    return f"{said}. {one.note or one.words}" if one.note or one.words else said
