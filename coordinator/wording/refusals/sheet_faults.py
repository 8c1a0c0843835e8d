"""Words for spreadsheets: why one cannot be brought in, and what is odd in which cell."""

from collections.abc import Mapping

from coordinator.wording.translation import N_, _

FAULTS: Mapping[str, tuple[str, str]] = {
    "missing": (N_("There is no such file."), N_("Check the path.")),
    "unreadable": (
        N_("This file cannot be read as a spreadsheet."),
        N_("Open it where it came from and save it again as .xlsx or .csv."),
    ),
    "encrypted": (
        N_("This spreadsheet is locked with a password."),
        N_("Open it, take the password off, save it, and try again."),
    ),
    "too-large": (
        N_("This file is too large to be brought in safely."),
        N_("Split it into smaller files."),
    ),
    "empty": (N_("There are no rows in this file."), N_("Check that it is the right one.")),
    "no-heading": (
        N_("No row with column headings was found."),
        N_("Put one row with the names of the columns above the data."),
    ),
    "no-name-column": (
        N_("No column holds a name or a reference."),
        N_("Name the column, or say in a mapping which one it is."),
    ),
    "no-action-column": (
        N_("No column holds what is to be done."),
        N_("Name the column, or say in a mapping which one it is."),
    ),
    "no-reference-column": (
        N_("No column holds the panel's reference or the sender's own number of a person."),
        N_("Name the column, or say in a mapping which one it is. Names are not used here."),
    ),
    "no-period-column": (
        N_("No column says of which days the counts are."),
        N_("Name a column 'Month', or two columns 'From' and 'To'."),
    ),
    "no-count-column": (
        N_("No column holds a count that the panel knows."),
        N_("Name the columns after what is counted, or give 'Measure' and 'Count'."),
    ),
    "not-a-request": (
        N_("This is no request for information that came back."),
        N_("Choose the sheet that was sent to the agency."),
    ),
    "unknown-columns": (
        N_("The mapping does not fit the columns of this file."),
        N_("Correct the mapping, or leave it out."),
    ),
    "bad-mapping": (
        N_("The mapping cannot be read."),
        N_("Make a new one from this file, or leave it out."),
    ),
    "no-mapping": (
        N_("There is no file of this name, and no mapping of this name is kept in the store."),
        N_("Check the name of the mapping."),
    ),
    "not-known": (
        N_("The program does not know what to do with this file."),
        N_("It takes spreadsheets the panel uses, packs of work and contact cards."),
    ),
    "not-a-return": (
        N_("This is not a returns sheet: its columns are not there."),
        N_("It needs 'No.' and 'What happened'; open the sheet that was sent out, and compare."),
    ),
    "not-an-update-sheet": (
        N_("This is neither a pack nor an update sheet of ours."),
        N_("Choose the file they sent back, saved as a spreadsheet (.xlsx or .ods)."),
    ),
    "mark-gone": (
        N_("This update sheet has lost its mark, so nobody can tell whose it is."),
        N_("Ask for the whole sheet back, with its first page. Nothing was changed."),
    ),
    "mark-altered": (
        N_("The mark of this update sheet was altered, or another store made it."),
        N_("Ask for the sheet as it was sent, and fill that in. Nothing was changed."),
    ),
    "sheet-of-other-panel": (
        N_("This update sheet was made by another panel."),
        N_("Send it back to whoever sent it; nothing was changed."),
    ),
    "macros": (
        N_("This spreadsheet holds a program (macros). No sheet of ours does."),
        N_("Do not open it; ask its sender for the sheet as it was sent. Nothing was changed."),
    ),
    "other-panel": (
        N_("This returns sheet was made by another panel."),
        N_("Send it back to whoever sent it; nothing was changed."),
    ),
}


PROBLEMS: Mapping[str, str] = {
    "no-name": N_("no name; the row does not arrive"),
    "no-text": N_("nothing is to be done; the row does not arrive"),
    "no-person": N_("no reference and no name; the row does not arrive"),
    "several-people": N_("several people in one cell; the row does not arrive"),
    "deleted": N_("deleted by the sender; the row does not arrive"),
    "no-reference": N_("neither a reference nor the sender's number; the row does not arrive"),
    "no-period": N_("no month, and not both days; the row does not arrive"),
    "period-odd": N_("ends before it begins; the row does not arrive"),
    "period-ahead": N_("the period is not over yet; the row does not arrive"),
    "measure-unknown": N_("what is counted is not on our list; the row does not arrive"),
    "no-count": N_("no figure, so it stays missing, which is not nought; nothing arrives"),
    "as-at-odd": N_("not a day between the period and today; left out"),
    "not-a-date": N_("not a date; left out"),
    "date-impossible": N_("there is no such day (day comes before month); left out"),
    "year-only": N_("only a year; left out"),
    "birth-in-future": N_("born after today; left out"),
    "birth-too-old": N_("more than 115 years old, so no real date; left out"),
    "after-today": N_("after today; left out"),
    "not-a-number": N_("not a whole number; left out"),
    "below-nought": N_("below nought, which a number of times never is; left out"),
    "no-result": N_(
        "a formula without its result; open the file, save it again and bring it in anew; left out"
    ),
    "number-rounded": N_("rounded by the spreadsheet; left out"),
    "nhs-number": N_("not an NHS number (the check figure is wrong); left out"),
    "not-yes-no": N_("neither yes nor no; left out"),
    "not-in-list": N_("not on our list; left out"),
    "code-unknown": N_("a code we do not know; left out"),
    "too-long": N_("too long for one cell; left out"),
    "date-serial": N_("a number read as a day; check it"),
    "date-short-year": N_("a year of two figures; check the century"),
    "birth-doubtful": N_("the sender says that this is not certain"),
    "under-16": N_("under 16; check the date of birth"),
    "name-split": N_("the last word was taken as the family name; check it"),
    "initials": N_("taken as initials; check it"),
    "name-odd": N_("an unusual name; check it"),
    "leading-zero": N_("a leading zero was put back; check it"),
    "phone-odd": N_("not shaped like a telephone number; taken as written"),
    "postcode-odd": N_("not shaped like a postcode; taken as written"),
    "control-characters": N_("characters that cannot be shown were taken out"),
    "formula": N_("looks like a formula; taken as plain text"),
    "same-id-other-name": N_("this number belongs to another name further up; not brought in"),
    "no-owner": N_("no owner; an action needs one named person"),
    "owner-is-group": N_("the owner is a group; choose one person"),
    "no-due-date": N_("no due date"),
    "several-actions": N_("several actions in one cell; kept together"),
    "done-without-date": N_("done, but not when"),
    "heading-again": N_("the headings once more; passed over"),
    "cells-beyond": N_("more cells than headings; those beyond are not read"),
    "encoding-guessed": N_("the letters are of an old kind; check names with accents"),
    "quotes-odd": N_("quotation marks are out of step; check the columns"),
    "sheet-hidden": N_("a hidden sheet; not read"),
    "sheet-without-heading": N_("no fitting headings on this sheet; not read"),
    "column-twice": N_("another column already gives this; not read"),
}
"""What is odd, keyed by the rule's stored value; read after the place."""


def problem_words(rule: str) -> str:
    """Say what is odd: *not a date; left out*."""
    return _(PROBLEMS[rule]) if rule in PROBLEMS else _("odd; check it")


def problem_line(sheet: str, row: int, column: str, heading: str, rule: str) -> str:
    """Write a problem as one line: *Sheet1, row 12, D (Date of birth): not a date; left out*."""
    places = [sheet] if sheet else []
    if row:
        places.append(_("row {number}", number=row))
    if column:
        places.append(f"{column} ({heading})" if heading else column)
    place = ", ".join(places) or _("The file")
    return f"{place}: {problem_words(rule)}"


_MOST_NAMES, _LONGEST_NAME = 12, 40


def sheet_notice(fault: str, details: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Say why a file cannot be brought in and what to do; `details` are names of columns."""
    what, then = FAULTS.get(fault, FAULTS["unreadable"])
    shown = ", ".join(name[:_LONGEST_NAME] for name in details[:_MOST_NAMES])
    told = _("Columns: {names}.", names=shown)
    if len(details) > _MOST_NAMES:
        left = len(details) - _MOST_NAMES
        told = _("Columns: {names} and {count} more.", names=shown, count=left)
    return _(what), _(then), (told,) if details else ()
