"""The sheet on which a lead professional without the program says what is new.

Pages for reading first, then four to fill in: what may be written is tinted, the rest is locked
without a password, and what each row was made from stands in a column that is not shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.papers.update_sheet import UpdateLine, UpdateSheet
from coordinator.domain.returns.rules import OFFERED
from coordinator.exports.files.fill_in import FIRST_ROW, FillIn, put
from coordinator.exports.files.spreadsheets import mark_pages, new_book, saved
from coordinator.exports.layout.safety import clean
from coordinator.exports.layout.tokens import ACCENT
from coordinator.wording import update_sheets as words
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_LINE_HEIGHT, _LEAST_HEIGHT, _MOST_HEIGHT = 15, 34, 400  # points
_README_WIDTH = 100  # characters


@dataclass(frozen=True, slots=True)
class _Page:
    """One page to fill in, and the words its cells offer."""

    name: str
    fill_in: FillIn
    how: str
    lists: Mapping[str, Sequence[str]]


def update_sheet(model: UpdateSheet, copy: str = "") -> bytes:
    """Write the sheet as an .xlsx file; the same content gives the same bytes.

    Args:
        model: What it says.
        copy: Number of the copy, for the foot of its pages.
    """
    book, first = new_book(_(words.README))
    _write_readme(first, model)
    mark_pages(first, model.imprint.marking, copy)
    for page, lines in _pages(model):
        sheet = book.create_sheet(clean(_(page.name)))
        _write_page(book, sheet, model, page, lines)
        mark_pages(sheet, model.imprint.marking, copy)
    return saved(book, model.imprint.reference, model.imprint.issued_on)


def _write_readme(sheet: Worksheet, model: UpdateSheet) -> None:
    """Say in plain words what this is, how it is filled in and what not to do with it."""
    sheet.column_dimensions["A"].width = _README_WIDTH
    sheet.column_dimensions["B"].hidden = True
    for row, text in enumerate(_readme(model), 1):
        cell = put(sheet, row, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = sum(ceil(max(len(part), 1) / _README_WIDTH) for part in text.split("\n"))
        sheet.row_dimensions[row].height = lines * _LINE_HEIGHT + 6
    sheet.cell(1, 1).font = Font(bold=True, size=14, color=ACCENT[1:])
    sheet.row_dimensions[1].height = 24
    sheet.cell(2, 1).font = Font(bold=True)
    put(sheet, 1, model.mark, 2)
    sheet.protection.sheet = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4, by Excel's number


def _readme(model: UpdateSheet) -> list[str]:
    imprint = model.imprint
    told = _("Copy for: {recipient}", recipient=imprint.recipient)
    back = _("Send it back the way it came.")
    if model.due is not None:
        back = _("Send it back the way it came, by {day}.", day=long_day(model.due))
    lines = [
        _("{panel}: update sheet, {day}", panel=imprint.panel, day=long_day(imprint.issued_on)),
        ". ".join(part for part in (imprint.marking, told) if part),
        _("Anybody who has this file can read it: it is not locked with a password. Keep it where"
          " only you can open it, do not pass it on, and delete it when you have sent it back."),
        _("Write in the tinted cells only. What you do not touch stays as it is; rows may be"
          " sorted, and those you do not need deleted. Please do not change the headings, and"
          " leave this page where it is: it says whose sheet this is."),
        _("Contacts and notes: one row for each time you saw or tried to see somebody."),
        _("Plans: write over a text to change it. The coordinator sees what it said before."),
        _("Actions: choose 'What happened' from its list, and add a line if there is more to"
          " say. 'Could not be done' needs what stopped it; a new date needs a line."),
        _("New actions: who it is about, what is to be done, one named person, and a day."),
        _("Days as day/month/year. Nothing counts until the coordinator has looked at it and"
          " taken it over; what is not yours to change is kept aside and you are asked."),
        back,
    ]  # fmt: skip
    if model.kept:
        lines.append(words.stays(model.kept))
    if model.aside:
        lines += [_("From what you sent before, not taken over with the rest:"), *model.aside]
    return lines


def _pages(model: UpdateSheet) -> list[tuple[_Page, Sequence[UpdateLine]]]:
    return [
        (_notes_page(), model.notes),
        (_plans_page(), model.plans),
        (_actions_page(), model.actions),
        (_new_page(model), model.new),
    ]


def _notes_page() -> _Page:
    return _Page(
        words.NOTES,
        _fill_in(
            {"person": 18, "on": 13, "type": 24, "result": 28, "note": 60, "code": 8},
            words.NOTE_HEADINGS,
            ("on", "type", "result", "note"),
            ("on",),
        ),
        _(
            "One row for each time; three for each person. The day, how, and what came of it are"
            " needed, your note may stay empty."
        ),
        {
            "type": [label(one) for one in ContactType],
            "result": [label(one) for one in ContactResult],
        },
    )


def _plans_page() -> _Page:
    widths = {"person": 18, "section": 24, "text": 100, "code": 8}
    how = _("Write over what is there, or fill in what is empty.")
    return _Page(words.PLANS, _fill_in(widths, words.PLAN_HEADINGS, ("text",), ()), how, {})


def _actions_page() -> _Page:
    return _Page(
        words.ACTIONS,
        _fill_in(
            {"number": 13, "person": 15, "text": 40, "owner": 18, "due_on": 13, "stood": 14,
             "outcome": 20, "barrier": 26, "done_on": 13, "new_date": 13, "line": 44, "code": 8},
            words.ACTION_HEADINGS,
            ("outcome", "barrier", "done_on", "new_date", "line"),
            ("due_on", "done_on", "new_date"),
        ),
        _("Leave a row empty if there is nothing to say."),
        {
            "outcome": [label(one) for one in OFFERED],
            "barrier": [label(one) for one in BarrierCategory],
        },
    )  # fmt: skip


def _new_page(model: UpdateSheet) -> _Page:
    return _Page(
        words.NEW,
        _fill_in(
            {"person": 18, "text": 60, "owner": 40, "due_on": 13, "code": 8},
            words.NEW_HEADINGS,
            ("person", "text", "owner", "due_on"),
            ("due_on",),
        ),
        _("All four are needed. Who it is about and who does it are chosen from their lists."),
        {"person": model.people, "owner": model.owners},
    )


def _fill_in(
    widths: Mapping[str, int],
    headings: Mapping[str, str],
    to_fill: Sequence[str],
    days: Sequence[str],
) -> FillIn:
    return FillIn(
        widths=widths,
        headings=headings,
        to_fill=to_fill,
        days=days,
        how_height=34,
        heading_height=26,
        hidden=True,
    )


def _write_page(
    book: Workbook,
    sheet: Worksheet,
    model: UpdateSheet,
    page: _Page,
    lines: Sequence[UpdateLine],
) -> None:
    imprint = model.imprint
    told = _("Copy for: {recipient}", recipient=imprint.recipient)
    copy_for = ". ".join(part for part in (imprint.marking, told) if part)
    page.fill_in.write_top(sheet, _(page.name), copy_for, page.how)
    for row, line in enumerate(lines, FIRST_ROW):
        values = {**line.values, "code": line.code}
        page.fill_in.write_line(sheet, row, values, _height(page.fill_in, line))
        if line.is_shown_only:
            _lock(sheet, page.fill_in, row)
    for field, offered in page.lists.items():
        if offered:
            page.fill_in.offer(book, sheet, field, list(offered), _("Choose one of the list."))
    page.fill_in.set_up(sheet)


def _lock(sheet: Worksheet, fill_in: FillIn, row: int) -> None:
    for at, field in enumerate(fill_in.widths, 1):
        if field in fill_in.to_fill:
            sheet.cell(row, at).protection = Protection(locked=True)
            sheet.cell(row, at).fill = PatternFill(fill_type=None)


def _height(fill_in: FillIn, line: UpdateLine) -> int:
    """Give a row room for its words, and a little for theirs."""
    rows = max(
        sum(ceil(max(len(part), 1) / fill_in.widths[field]) for part in clean(text).split("\n"))
        for field, text in {"code": "", **line.values}.items()
        if isinstance(text, str)
    )
    return min(max(_LEAST_HEIGHT, rows * _LINE_HEIGHT + _LINE_HEIGHT), _MOST_HEIGHT)
