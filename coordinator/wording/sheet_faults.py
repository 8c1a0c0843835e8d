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
    "unknown-columns": (
        N_("The mapping does not fit the columns of this file."),
        N_("Correct the mapping, or leave it out."),
    ),
    "bad-mapping": (
        N_("The mapping cannot be read."),
        N_("Make a new one from this file, or leave it out."),
    ),
}


def sheet_notice(fault: str, details: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Say why a file cannot be brought in and what to do; `details` are names of columns."""
    what, then = FAULTS.get(fault, FAULTS["unreadable"])
    told = (_("Columns: {names}.", names=", ".join(details)),) if details else ()
    return _(what), _(then), told
