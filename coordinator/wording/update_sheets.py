"""Words of update sheets: what stands on them, and what is wrong with a cell that came back."""

from collections.abc import Iterable, Mapping

from coordinator.domain.cell_faults import CellFault
from coordinator.wording.translation import N_, _, ngettext

README, NOTES, PLANS, ACTIONS, NEW = (
    N_("Read me"),
    N_("Contacts and notes"),
    N_("Plans"),
    N_("Actions"),
    N_("New actions"),
)
"""The pages of a sheet."""

NOTE_HEADINGS: Mapping[str, str] = {
    "person": N_("Person"),
    "on": N_("Day"),
    "type": N_("How you tried"),
    "result": N_("What came of it"),
    "note": N_("Your note"),
    "code": N_("Row mark"),
}
PLAN_HEADINGS: Mapping[str, str] = {
    "person": N_("Person"),
    "section": N_("Part of the plan"),
    "text": N_("What it says"),
    "code": N_("Row mark"),
}
ACTION_HEADINGS: Mapping[str, str] = {
    "number": N_("Action number"),
    "person": N_("Person"),
    "text": N_("Action"),
    "owner": N_("Owner"),
    "due_on": N_("Due"),
    "stood": N_("Where it stands"),
    "outcome": N_("What happened"),
    "barrier": N_("What stopped it"),
    "done_on": N_("Done on"),
    "new_date": N_("New date proposed"),
    "line": N_("A line about it"),
    "code": N_("Row mark"),
}
NEW_HEADINGS: Mapping[str, str] = {
    "person": N_("Person"),
    "text": N_("What is to be done"),
    "owner": N_("Who does it"),
    "due_on": N_("By when"),
    "code": N_("Row mark"),
}
"""The columns of each page in their order: field to heading."""

FAULTS: Mapping[str, str] = {
    "not-a-date": N_("this is not a date"),
    "date-impossible": N_("there is no such day (day comes before month)"),
    "year-only": N_("this is only a year"),
    "not-in-list": N_("this is not one of the words on the list"),
    "too-long": N_("this is too long to be kept"),
    "mark-gone": N_(
        "something is written in a row that has lost its mark: write it in a row of the sheet as"
        " it was sent"
    ),
    "mark-altered": N_("the mark of this row was altered: copy the row from the sheet as sent"),
    "mark-elsewhere": N_("this row belongs on another page, or to another sheet"),
    "mark-mixed": N_(
        "this row is called otherwise than when it was made, as when a page is sorted by half or"
        " a locked cell is changed: write in the sheet as it was sent"
    ),
    "twice": N_("this row is there twice and says two things: leave one of them"),
    "shown-only": N_("this text is too long to be changed on a sheet: tell the coordinator"),
    "required": N_("this is empty: it is needed for what stands in the row"),
    "in-the-future": N_("this day has not come yet"),
    "person-unknown": N_("choose somebody from the list"),
    "owner-unknown": N_("choose one of those on the list; two may have this name"),
    "made-over": N_(
        "the spreadsheet made a number, a day or a time of what was typed: type an apostrophe (')"
        " first, then the words"
    ),
    "heading-changed": N_(
        "this heading is not as it was sent, so nobody can tell what stands below it: put back"
        " what it said"
    ),
    "headings-gone": N_(
        "the headings of this page are not as they were sent, or stand too far down: put them back"
    ),
    "page-hidden": N_("this page is hidden, and what is hidden is not read: show it, and save"),
}
"""What is wrong with a cell; read after its place."""

FIELDS: Mapping[str, str] = {
    "mark-altered": N_("stands in a row whose mark was altered"),
    "person-unknown": N_("is nobody the sheet is about"),
    "owner-unknown": N_("is nobody in post, or several of one name"),
}
"""The same of an entry of a form; read after its name."""

_MOST = 20


def made_lines(people: int, rows: int, kept: int, number: str, lacking: int = 0) -> Iterable[str]:
    """Say what a sheet holds, what stayed, and under which number it stands in the log."""
    who = ngettext("{count} person", "{count} people", people).format(count=people)
    what = ngettext("{count} row to fill in", "{count} rows to fill in", rows).format(count=rows)
    yield f"{who}, {what}"
    if kept:
        yield stays(kept)
    if lacking:
        yield lacking_words(lacking)
    yield _("Disclosure {number}", number=number)
    yield _("Not sealed: anybody who has the file can read it.")


def lacking_words(count: int) -> str:
    """Say how many people stay because of their information basis."""
    return ngettext(
        "{count} person stays: their information basis is not complete, or was withdrawn.",
        "{count} people stay: their information basis is not complete, or was withdrawn.",
        count,
    )


def stays(count: int) -> str:
    """Say how much is left out."""
    return ngettext(
        "{count} entry is left out because it names somebody else.",
        "{count} entries are left out because they name somebody else.",
        count,
    ).format(count=count)


def not_read(names: Iterable[str]) -> str:
    """Say that pages somebody put in are not read."""
    return _("Not read, because they are no pages of ours: {names}.", names=", ".join(names))


def cell_lines(faults: Iterable[CellFault], sentences: Mapping[int, str]) -> Iterable[str]:
    """Say what is wrong with each cell (*Actions, I7: this is not a date*).

    Args:
        faults: One for each.
        sentences: What rules say that refused some of them, by their place.
    """
    every = tuple(faults)
    for place, one in enumerate(every[:_MOST]):
        told = sentences.get(place) or f"{_(FAULTS.get(one.rule, _ODD))}."
        yield f"{', '.join(filter(None, (one.sheet, one.cell)))}: {told}"
    if len(every) > _MOST:
        yield _("And {count} more.", count=len(every) - _MOST)


_ODD = N_("this cannot be taken as it is")


def by_sheet(lead: str, line: str) -> str:
    """Say why a date moves that somebody proposed on their sheet."""
    if not line:
        return _("Proposed by {name} on an update sheet.", name=lead)
    return _("Proposed by {name} on an update sheet: {line}", name=lead, line=line)
