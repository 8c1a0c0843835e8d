"""Words for imports: what becomes of each row, who is on file already, how it ended."""

from collections.abc import Mapping, Sequence

from coordinator.domain.people.duplicates import Reason
from coordinator.domain.returns.imports import (
    AlikeRow,
    Counts,
    ImportRow,
    MatchedBy,
    OnFileRow,
    Remark,
    RowRule,
)
from coordinator.wording.dates import moment
from coordinator.wording.refusals.rules import field_name
from coordinator.wording.translation import N_, _, ngettext

REMARKS: Mapping[RowRule, str] = {
    RowRule.NUMBER_OF_ANOTHER: N_(
        "this number belongs to somebody of another name; the row does not arrive"
    ),
    RowRule.PERSON_NOT_FOUND: N_(
        "nobody on file is this person; bring the people in first (the row does not arrive)"
    ),
    RowRule.PERSON_UNCLEAR: N_(
        "several people on file have this name; give a reference or a date of birth"
        " (the row does not arrive)"
    ),
    RowRule.PERSON_DIED: N_("the person has died; an open action does not arrive"),
    RowRule.WAS_ERASED: N_(
        "the record with this reference was erased; take the reference out to begin a new one"
        " (the row does not arrive)"
    ),
    RowRule.OWNER_MISSING: N_("no one named owner; the row does not arrive"),
    RowRule.OWNER_NOT_FOUND: N_("the owner is not in the directory; the row does not arrive"),
    RowRule.OWNER_UNCLEAR: N_(
        "several people in the directory have the owner's name; give the agency"
        " (the row does not arrive)"
    ),
    RowRule.OWNER_LEFT: N_("the owner has left; an open action does not arrive"),
    RowRule.OWNER_NOT_TOLD: N_(
        "the owner, or their agency, must not be told about this person; name somebody else"
        " (the row does not arrive)"
    ),
    RowRule.OWNER_MAYBE_KEPT: N_(
        "the owner may be a worker from whom something is kept; put them in the directory first,"
        " where it is asked whether they are (the row does not arrive)"
    ),
    RowRule.DUE_MISSING: N_("no due date; the row does not arrive"),
    RowRule.PERSON_FROZEN: N_(
        "the person has died, so nothing more is counted; the row does not arrive"
    ),
    RowRule.COUNT_DIFFERS: N_(
        "another count of the same days by this source is on file; nothing is changed, correct it"
        " on the person's page (the count does not arrive)"
    ),
    RowRule.COUNTED_TWICE: N_(
        "another row of this list gives another count of the same days; ask the sender which is"
        " right (the count does not arrive)"
    ),
    RowRule.COUNT_OVERLAPS: N_(
        "this source has counted some of these days already; the count does not arrive"
    ),
    RowRule.COUNT_TAKEN_BACK: N_("this very count was taken back here; it does not arrive again"),
    RowRule.COUNT_ODD: N_("more nights than the period has; the count does not arrive"),
    RowRule.BEFORE_BIRTH: N_("they were not born yet on these days; the row does not arrive"),
    RowRule.REFERENCE_UNKNOWN: N_(
        "nobody on file has this reference, or this number of the sender; the row does not arrive"
    ),
    RowRule.REFERENCE_TAKEN: N_("the reference is somebody else's; the next free one was given"),
    RowRule.NHS_OF_ANOTHER: N_("the NHS number is somebody else's; left out"),
    RowRule.DEATH_ODD: N_("the date of death cannot be; left out"),
    RowRule.AGENCY_UNKNOWN: N_("the agency is not in the directory; the owner's own was taken"),
    RowRule.SET_ODD: N_("agreed after it was due, or after today; check it"),
    RowRule.DONE_ODD: N_("the day it was done cannot be; left out"),
    RowRule.BY_INITIALS: N_("the person was found by initials alone; check it"),
    RowRule.DUE_ASSUMED: N_("no due date in the sheet; the one you chose was taken"),
    RowRule.EFFECT_UNSAID: N_("is against the person: say on their page what it does for victims"),
    RowRule.BARRIER_UNSAID: N_("could not be done: say what stopped it; kept as 'other' for now"),
}

REASONS: Mapping[Reason, str] = {
    Reason.SAME_NUMBER: N_("same number"),
    Reason.SAME_NAME: N_("same name"),
    Reason.NAME_ALIKE: N_("names alike"),
    Reason.SAME_INITIALS: N_("same initials"),
    Reason.SAME_BIRTH: N_("same date of birth"),
    Reason.BIRTH_ALIKE: N_("dates of birth alike"),
    Reason.OTHER_BIRTH: N_("but another date of birth"),
    Reason.OTHER_NUMBER: N_("but another number"),
}

MATCHES: Mapping[MatchedBy, str] = {
    MatchedBy.OWN_NUMBER: N_("same number of the sender"),
    MatchedBy.REFERENCE: N_("same reference"),
    MatchedBy.NHS_NUMBER: N_("same NHS number"),
    MatchedBy.NAME_AND_BIRTH: N_("same name and date of birth"),
}


def remark_line(remark: Remark) -> str:
    """Say what is odd about a row: *People, row 12: no due date; the row does not arrive*."""
    return f"{place_words(remark.sheet, remark.row)}: {remark_words(remark.rule)}"


def remark_words(rule: RowRule) -> str:
    """Say what is odd, without the place."""
    return _(REMARKS[rule])


def on_file_line(row: OnFileRow) -> str:
    """Say that a row is about somebody on file, what it fills and what differs."""
    return f"{place_words(row.sheet, row.row)}: {known_words(row)}"


def known_words(row: OnFileRow) -> str:
    """Say who on file a row is about, what it fills and what differs, without the place."""
    told = _(
        "on file already as {reference} ({why})",
        reference=row.reference,
        why=_(MATCHES[row.matched_by]),
    )
    parts = [told]
    if row.fills:
        parts.append(_("fills: {fields}", fields=_fields(row.fills)))
    if row.differs:
        parts.append(_("differs, nothing changed: {fields}", fields=_fields(row.differs)))
    return "; ".join(parts)


def alike_line(row: AlikeRow) -> str:
    """Say who a row may be once more, and why."""
    other = row.reference or _("row {number}", number=row.other_row)
    why = reasons_line(row.reasons)
    told = _("possibly the same person as {other} ({why})", other=other, why=why)
    return f"{place_words(row.sheet, row.row)}: {told}"


def reasons_line(reasons: Sequence[Reason]) -> str:
    """Say why two people may be one: *same initials, same date of birth*."""
    against = {Reason.OTHER_BIRTH, Reason.OTHER_NUMBER}
    ordered = sorted(reasons, key=lambda one: one in against)
    return ", ".join(_(REASONS[reason]) for reason in ordered)


def counts_line(counts: Counts) -> str:
    """Say how many rows arrived, were repeated, were refused."""
    return _counted(
        counts,
        ngettext("{count} row arrived", "{count} rows arrived", counts.arrived),
    )


def preview_line(counts: Counts) -> str:
    """Say how many rows would arrive, be repeated, be refused."""
    told = ngettext("{count} row would arrive", "{count} rows would arrive", counts.arrived)
    return f"{_counted(counts, told)} {_('Nothing was written.')}"


def _counted(counts: Counts, arrived: str) -> str:
    repeated = ngettext("{count} repeated", "{count} repeated", counts.repeated)
    if counts.filled:
        filled = ngettext(
            "{count} of them filling gaps", "{count} of them filling gaps", counts.filled
        )
        repeated = f"{repeated} ({filled})"
    refused = ngettext("{count} refused", "{count} refused", counts.refused)
    return f"{arrived}, {repeated}, {refused}."


def columns_lines(used: Sequence[str], unused: Sequence[str]) -> list[str]:
    """Say which columns were understood and which were not."""
    lines = [_("Columns understood: {names}.", names=", ".join(used))]
    if unused:
        lines.append(_("Columns not understood, and not read: {names}.", names=", ".join(unused)))
    return lines


def more_line(count: int) -> str:
    """Say how many lines of one sort are not shown."""
    return ngettext(
        "... and {count} more like this (--all shows it)",
        "... and {count} more like this (--all shows them)",
        count,
    )


def import_line(row: ImportRow) -> str:
    """Describe one import in the list of them."""
    kinds = {
        "people.imported": _("people"),
        "actions.imported": _("actions"),
        "demand.imported": _("counts of demand"),
    }
    told = f"{row.number}  {moment(row.at)}  {kinds.get(row.name, row.name)}"
    return f"{told}  {_('undone')}" if row.is_undone else told


def undo_line(number: int) -> str:
    """Say how an import can be taken back."""
    return _("To take it back as a whole: coordinator import undo STORE {number}", number=number)


def undone_line(count: int) -> str:
    """Say that an import was taken back."""
    return ngettext("{count} record taken back.", "{count} records taken back.", count)


def place_words(sheet: str, row: int) -> str:
    """Say where: *People, row 12*; the whole sheet, or the whole file, when the row is 0."""
    told = _("row {number}", number=row) if row else ""
    return ", ".join(part for part in (sheet, told) if part) or _("The file")


def _fields(names: Sequence[str]) -> str:
    return ", ".join(field_name(name) for name in names)
