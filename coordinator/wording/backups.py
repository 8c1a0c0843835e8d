"""Words for backups: what one was made for, how large it is, what became of it."""

from collections.abc import Mapping

from coordinator.wording.translation import N_, _

REASONS: Mapping[str, str] = {
    "closing": N_("On locking or leaving"),
    "asked": N_("Asked for"),
    "migration": N_("Before a new version"),
    "restore": N_("Before bringing a backup back"),
    "import": N_("Before bringing in a list"),
    "merge": N_("Before bringing in work from elsewhere"),
    "keys": N_("Before a new master key"),
}

_TROUBLE: Mapping[str, tuple[str, str]] = {
    "missing": (
        N_("The folder for the backup is not there."),
        N_("Plug the drive in again, or choose another folder; the store itself is untouched."),
    ),
    "room": (
        N_("There is no room for the backup in that folder; nothing was left there."),
        N_("Choose a drive with more room; the store itself is untouched."),
    ),
    "read-only": (
        N_("The backup could not be written to that folder."),
        N_("Choose a folder you may write to; the store itself is untouched."),
    ),
    "broken-off": (
        N_("The backup broke off while it was written; was the drive pulled out?"),
        N_("Plug it in again, or try another drive; the store itself is untouched."),
    ),
    "unreadable": (
        N_("The backup cannot be read to its end: altered or damaged, or its drive is gone."),
        N_("Plug its drive in again, or choose another backup."),
    ),
    "seal": (
        N_("The backup does not check out: it was altered or damaged after it was made."),
        N_("Keep another one; the store itself is untouched."),
    ),
}
_USUAL = (
    N_("The backup could not be made, or does not check out."),
    N_("Choose another folder or another backup; the store itself is untouched."),
)
_STEP = 1024
_UNITS = (N_("{number} KB"), N_("{number} MB"), N_("{number} GB"), N_("{number} TB"))


def backup_words(fault: str) -> tuple[str, str]:
    """Say what became of a backup and what to do."""
    what, then = _TROUBLE.get(fault, _USUAL)
    return _(what), _(then)


def reason_words(reason: str) -> str:
    """Say what a backup was made for: *On locking or leaving*."""
    return _(REASONS[reason]) if reason in REASONS else _("Another reason")


def size_words(size: int) -> str:
    """Write a size in bytes as people say it: *3.4 MB*."""
    number, unit = max(size, 1) / _STEP, _UNITS[0]
    for larger in _UNITS[1:]:
        if number < _STEP:
            break
        number, unit = number / _STEP, larger
    shown = f"{number:.1f}" if number < 10 else f"{number:.0f}"  # noqa: PLR2004
    return _(unit, number=shown)
