"""The sheet on which an agency says whom it knows; it needs no program of ours."""

from coordinator.domain.lists.sharing import Known
from coordinator.domain.papers.requests import RequestLine, RequestSheet
from coordinator.exports.files.fill_in import FIRST_ROW, FillIn, Value
from coordinator.exports.files.spreadsheets import mark_pages, new_book, saved
from coordinator.wording.dates import long_day
from coordinator.wording.labels import label
from coordinator.wording.requests import HEADINGS, answers_in_a_row
from coordinator.wording.translation import _

_WIDTHS = {
    "number": 6,
    "reference": 13,
    "family_name": 22,
    "given_name": 20,
    "known_as": 16,
    "born_on": 15,
    "answer": 22,
    "note": 52,
}
"""Field to width, in characters; in the order of the sheet."""
_ROW_HEIGHT = 34  # points
_SHEET = FillIn(
    widths=_WIDTHS,
    headings=HEADINGS,
    to_fill=("answer", "note"),
    days=("born_on",),
    how_height=50,
    heading_height=26,
)


def request_sheet(model: RequestSheet) -> bytes:
    """Write the sheet as an .xlsx file; the same content gives the same bytes."""
    book, sheet = new_book(_("Request for information"))
    _SHEET.write_top(sheet, _title(model), _copy_for(model), _how(model))
    for number, line in enumerate(model.people, 1):
        _SHEET.write_line(sheet, FIRST_ROW + number - 1, _values(number, line), _ROW_HEIGHT)
    answers = [label(answer) for answer in Known]
    _SHEET.offer(book, sheet, "answer", answers, _("Choose one of the list."))
    _SHEET.set_up(sheet)
    mark_pages(sheet, model.imprint.marking)
    return saved(book, model.imprint.reference, model.imprint.issued_on)


def _title(model: RequestSheet) -> str:
    day = long_day(model.meeting_on)
    return _(
        "{panel}: request for information, meeting of {day}", panel=model.imprint.panel, day=day
    )


def _copy_for(model: RequestSheet) -> str:
    told = _("Copy for: {recipient}", recipient=model.imprint.recipient)
    code = _("Please leave this code: {code}", code=model.code)
    return ". ".join(part for part in (model.imprint.marking, told, code) if part)


def _how(model: RequestSheet) -> str:
    return "\n".join(
        (
            _(
                "Fill in the tinted cells. Choose '{column}' from its list: {answers}.",
                column=_(HEADINGS["answer"]),
                answers=answers_in_a_row(),
            ),
            _("One line is enough: what you will bring, or why it cannot be shared."),
            _("Send it back by {day}, by secure e-mail.", day=long_day(model.answer_by)),
        )
    )


def _values(number: int, line: RequestLine) -> dict[str, Value]:
    return {
        "number": number,
        "reference": line.reference,
        "family_name": line.family_name,
        "given_name": line.given_name,
        "known_as": line.known_as,
        "born_on": line.born_on,
    }
