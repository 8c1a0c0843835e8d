"""The audit log, in words: whom an entry is about, what the chain can show and what it cannot."""

from collections.abc import Mapping

from coordinator.domain.records.chain import ChainFault, ChainFaultKind
from coordinator.domain.records.trail import TrailFilter, TrailKind, TrailReport, TrailRow
from coordinator.wording import dates
from coordinator.wording.acts import act_words
from coordinator.wording.translation import N_, _, ngettext

KINDS: Mapping[TrailKind, str] = {
    TrailKind.READ: N_("What was read"),
    TrailKind.CHANGED: N_("What was changed"),
    TrailKind.LEFT: N_("What left the panel"),
    TrailKind.WAYS_IN: N_("Keys, users and backups"),
}
_FAULTS: Mapping[ChainFaultKind, str] = {
    ChainFaultKind.MISSING: N_("entries are missing"),
    ChainFaultKind.CHANGED: N_("what it says was changed"),
    ChainFaultKind.DOES_NOT_FOLLOW: N_("it does not follow the entry before it"),
    ChainFaultKind.BLANKED_WITHOUT_ERASURE: N_("its words are gone and no erasing says so"),
    ChainFaultKind.NOT_AS_SIGNED: N_("it is not as it was signed in a backup"),
    ChainFaultKind.CHECKPOINT_FORGED: N_("a checkpoint in a backup was not signed by this store"),
}


def about_words(row: TrailRow) -> str:
    """Say whom an entry is about: a reference, somebody who may not be known, nobody."""
    if row.is_erased:
        return _("Erased")
    if row.is_withheld:
        return _("Somebody else")
    return row.person or "-"


def what_words(row: TrailRow) -> str:
    """Say what was done; of somebody who may not be known of, no more than its kind."""
    return act_words(row.act) if row.act else _(KINDS[row.kind])


def narrowed_words(wanted: TrailFilter) -> str:
    """Say which part of the log is shown; who was chosen is said by the list itself."""
    parts = [_(KINDS[wanted.kind]) if wanted.kind else _("Everything")]
    if wanted.reference.strip():
        parts.append(wanted.reference.strip().upper())
    if wanted.first is not None or wanted.last is not None:
        parts.append(dates.period(wanted.first, wanted.last))
    return ", ".join(parts)


def report_words(report: TrailReport) -> str:
    """Say whether the chain holds."""
    if not report.holds:
        return ngettext(
            "The journal does not hold at {count} place.",
            "The journal does not hold at {count} places.",
            len(report.faults),
        )
    return ngettext(
        "The journal holds: its one entry is as it was written.",
        "The journal holds: its {count} entries follow each other without a break.",
        report.entries,
    )


def signed_words(report: TrailReport) -> str:
    """Say how far signed checkpoints speak for it."""
    if not report.checkpoints:
        return _("No backup holds a signed checkpoint yet, so nothing outside speaks for it.")
    told = ngettext(
        "{count} backup holds a checkpoint this store signed;",
        "{count} backups hold checkpoints this store signed;",
        report.checkpoints,
    )
    rest = ngettext(
        "the newest is of entry {number}. {count} entry after it is not signed for yet.",
        "the newest is of entry {number}. {count} entries after it are not signed for yet.",
        report.unsigned,
        number=report.signed_to,
    )
    return f"{told} {rest}"


def erased_words(report: TrailReport) -> str:
    """Say how many entries had their words erased; nothing when none had."""
    if not report.erased:
        return ""
    return ngettext(
        "The words of {count} entry were erased with the person, and an entry says so.",
        "The words of {count} entries were erased with the person, and an entry says so.",
        report.erased,
    )


def fault_words(fault: ChainFault) -> str:
    """Say where and how the chain does not hold."""
    words = _(_FAULTS[fault.kind])
    if fault.first == fault.last:
        return _("Entry {first}: {words}.", first=fault.first, words=words)
    return _(
        "Entries {first} to {last}: {words}.", first=fault.first, last=fault.last, words=words
    )


def limits_words() -> tuple[str, ...]:
    """Say what the journal can show and what it cannot."""
    return (
        _(
            "It shows that entries up to a signed checkpoint are as they were then, when somebody"
            " else holds that backup."
        ),
        _("It cannot show that something was written down at all."),
        _("It cannot show who sat at the keyboard, only whose passphrase was used."),
        _("It cannot show the true time: the clock is the computer's."),
        _("Each person somebody opened is in it once in a sitting, not for every look."),
    )
