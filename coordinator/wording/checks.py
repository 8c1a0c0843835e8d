"""What a check of a store found, in words."""

from coordinator.domain.stores.checking import CheckReport, StoreFault, StoreFaultKind
from coordinator.wording.translation import N_, _, ngettext

_FAULTS = {
    StoreFaultKind.SEAL: N_("Part of the file was altered or damaged outside the program."),
    StoreFaultKind.PAGES: N_("The file is damaged."),
    StoreFaultKind.REFERENCES: N_("Some rows point at others that are not there."),
    StoreFaultKind.SEARCH: N_("The search index does not match what is on file."),
    StoreFaultKind.ROW_UNLIKE_LOG: N_(
        "Records that differ from their history: {place} ({count})."
    ),
    StoreFaultKind.ROW_WITHOUT_LOG: N_("Records without any history: {place} ({count})."),
    StoreFaultKind.LOG_WITHOUT_ROW: N_("Histories without their record: {place} ({count})."),
    StoreFaultKind.CHANGE_ALTERED: N_(
        "Entries of the history that were altered: {place} ({count})."
    ),
    StoreFaultKind.CHANGE_WITHOUT_ACT: N_("Entries of the history nobody is known for ({count})."),
    StoreFaultKind.CHANGE_MISSING: N_("Entries of the history that are missing ({count})."),
    StoreFaultKind.CHAIN: N_("The journal does not hold: {place}."),
    StoreFaultKind.USER_WITHOUT_SLOT: N_("Users without a way in ({count})."),
    StoreFaultKind.SLOT_WITHOUT_USER: N_("Ways in that belong to nobody ({count})."),
    StoreFaultKind.OLD_KEY_FILE: N_("The key file is an older one put back."),
}


def fault_line(fault: StoreFault) -> str:
    """Say one thing that is not whole."""
    return _(_FAULTS[fault.kind], place=fault.place, count=fault.count)


def whole_line(report: CheckReport) -> str:
    """Say that a store is whole, and how much was looked at."""
    return _(
        "Whole: {records} records, {changes} entries of history, {acts} acts.",
        records=f"{report.records:,}",
        changes=f"{report.changes:,}",
        acts=f"{report.acts:,}",
    )


def erased_line(count: int) -> str:
    """Say how many entries of the journal lost their text by an erasure; they are no fault."""
    return ngettext(
        "{count} entry of the journal was erased with somebody's record, and says so.",
        "{count} entries of the journal were erased with somebody's record, and say so.",
        count,
    )


def disagreements_line(count: int) -> str:
    """Say how many disagreements wait for people; they are no fault."""
    return ngettext(
        "{count} disagreement waits to be settled.",
        "{count} disagreements wait to be settled.",
        count,
    )
