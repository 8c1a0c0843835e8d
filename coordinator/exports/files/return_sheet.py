"""The sheet on which an agency says what became of its actions; it needs no program of ours.

The code of each row stands in a hidden column of that row, so that it goes along when rows are
sorted, deleted or saved as something else.
"""

from math import ceil

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.papers.returns import ReturnLine, ReturnSheet
from coordinator.domain.returns.rules import OFFERED
from coordinator.exports.files.fill_in import FIRST_ROW, FillIn, Value
from coordinator.exports.files.spreadsheets import mark_pages, new_book, saved
from coordinator.exports.layout.safety import clean
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.returns import HEADINGS
from coordinator.wording.translation import _

_COLUMNS = {
    "number": 13,
    "person": 15,
    "text": 40,
    "owner": 18,
    "due_on": 13,
    "stood": 14,
    "outcome": 20,
    "barrier": 26,
    "done_on": 13,
    "new_date": 13,
    "line": 44,
    "code": 8,
}
"""Field to width, in characters; in the order of the sheet."""
_LINE_HEIGHT, _LEAST_HEIGHT = 15, 48  # points
_SHEET = FillIn(
    widths=_COLUMNS,
    headings=HEADINGS,
    to_fill=("outcome", "barrier", "done_on", "new_date", "line"),
    days=("due_on", "done_on", "new_date"),
    how_height=64,
    heading_height=32,
    hidden=True,
)


def return_sheet(model: ReturnSheet, copy: str = "") -> bytes:
    """Write the sheet as an .xlsx file; the same content gives the same bytes.

    Args:
        model: What it says.
        copy: Number of the copy, for the foot of its pages.
    """
    book, sheet = new_book(_("Returns"))
    _SHEET.write_top(sheet, _title(model), _copy_for(model), _how(model))
    for row, line in enumerate(model.lines, FIRST_ROW):
        _SHEET.write_line(sheet, row, _values(line), _height(line))
    outcomes = [label(status) for status in OFFERED]
    _SHEET.offer(book, sheet, "outcome", outcomes, _("Choose one of the list."))
    barriers = [label(category) for category in BarrierCategory]
    told = _("Choose one of the list, or say it in your own words.")
    _SHEET.offer(book, sheet, "barrier", barriers, told)
    _SHEET.set_up(sheet, stays="B")
    mark_pages(sheet, model.imprint.marking, copy)
    return saved(book, model.imprint.reference, model.imprint.issued_on)


def _title(model: ReturnSheet) -> str:
    imprint = model.imprint
    words = {"panel": imprint.panel, "agency": model.agency, "day": long_day(imprint.issued_on)}
    return _("{panel}: actions of {agency}, {day}", **words)


def _copy_for(model: ReturnSheet) -> str:
    told = _("Copy for: {recipient}", recipient=model.imprint.recipient)
    code = _("Please leave this code: {code}", code=model.code)
    return ". ".join(part for part in (model.imprint.marking, told, code) if part)


def _how(model: ReturnSheet) -> str:
    """Say in four lines how the sheet is filled in."""
    back = _("Send it back the way it came.")
    if model.meeting_on is not None:
        day = long_day(model.meeting_on)
        back = _("Send it back the way it came, before the meeting on {day}.", day=day)
    return "\n".join(
        (
            _("Fill in the tinted cells. Choose 'What happened' from its list; leave a row empty"
              " if there is nothing to say."),
            _("'Could not be done' needs what stopped it. 'Partly done', 'Waiting on somebody"
              " else', 'Not done', 'No longer needed' and 'Declined by the person' need a line."),
            _("Days as day/month/year. If it is not done yet, propose a new date and say why in"
              " a line."),
            back,
        )
    )  # fmt: skip


def _values(line: ReturnLine) -> dict[str, Value]:
    return {
        "number": line.number,
        "person": line.person,
        "text": line.text,
        "owner": line.owner,
        "due_on": line.due,
        "stood": line.stood,
        "code": line.code,
    }


def _height(line: ReturnLine) -> int:
    """Give a row room for its words, and for a few of theirs; programs grow it no more."""
    texts = {"person": line.person, "text": line.text, "owner": line.owner, "stood": line.stood}
    rows = max(
        sum(ceil(max(len(part), 1) / _COLUMNS[field]) for part in clean(text).split("\n"))
        for field, text in texts.items()
    )
    return max(_LEAST_HEIGHT, rows * _LINE_HEIGHT + _LINE_HEIGHT)
