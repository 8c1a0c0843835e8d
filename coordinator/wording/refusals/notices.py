"""What a person reads when something is refused or fails: what happened, and what to do next.

One function for every class of the error tree, most specific first. No personal data: a path or a
reference is shown only where the person at the desk gave it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatch

from coordinator.domain import errors
from coordinator.domain.cell_faults import CellFault
from coordinator.domain.exchange.faults import CardFault, PackFault
from coordinator.domain.outcomes import RecordKind
from coordinator.wording.backups import backup_words
from coordinator.wording.labels import WORDS, inline
from coordinator.wording.refusals.pack_faults import card_notice, pack_notice
from coordinator.wording.refusals.plain_notices import PLAIN
from coordinator.wording.refusals.rules import (
    duplicate_words,
    field_words,
    guard_words,
    prompt_words,
)
from coordinator.wording.refusals.sheet_faults import sheet_notice
from coordinator.wording.translation import _
from coordinator.wording.update_sheets import FAULTS as CELL_FAULTS
from coordinator.wording.update_sheets import cell_lines

_REFERENCE = re.compile(r"[A-Z]{1,5}[0-9A-Z]*-?\d[\d/-]*|next|last")


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, what to do next, and (for forms and lists) one line for each cause."""

    what: str
    next: str
    details: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it on one line, as the command line shows it."""
        return " ".join(part for part in (self.what, *self.details, self.next) if part)


@singledispatch
def notice_for(_error: BaseException) -> Notice:
    """Say what happened and what to do next; anything outside the tree is a fault of ours."""
    return Notice(
        _("Something went wrong inside the program; nothing half done was kept."),
        _("Try again. If it happens again, send the problem report to whoever supports you."),
    )


@notice_for.register
def _fields(error: errors.InvalidFieldsError) -> Notice:
    lines = tuple(field_words(field, rule) for field, rule in error.fields.items())
    if set(error.fields.values()) == {"secret-file"}:  # from a shell: nothing is saved there
        return Notice(
            _("There is nothing to read in the file that was named."),
            _("Name another file; its first line is what is read."),
            lines,
        )
    return Notice(
        _("Some entries cannot be kept as they are."), _("Correct them, then save again."), lines
    )


@notice_for.register
def _transition(error: errors.TransitionError) -> Notice:
    if type(error.was) not in WORDS or type(error.wanted) not in WORDS:
        return Notice(_("This step is not possible from here."), _("Look at the record again."))
    return Notice(
        _(
            "This cannot go from '{was}' to '{wanted}'.",
            was=inline(error.was),
            wanted=inline(error.wanted),
        ),
        _("Look at it again; somebody may have taken a step you have not seen."),
    )


@notice_for.register
def _guard(error: errors.GuardError) -> Notice:
    return Notice(*guard_words(error.guard, error.count))


@notice_for.register
def _reason(error: errors.ReasonNeededError) -> Notice:
    return Notice(
        _("This is allowed, but only with a reason."),
        _("Say why, then try again."),
        tuple(prompt_words(prompt) for prompt in error.prompts),
    )


@notice_for.register
def _not_permitted(error: errors.NotPermittedError) -> Notice:
    what = _("Your role does not allow this.")
    if type(error.role) in WORDS and type(error.right) in WORDS:
        role, right = inline(error.role), inline(error.right)
        what = _("The role '{role}' does not include: {right}.", role=role, right=right)
    return Notice(what, _("Ask the coordinator or the chair."))


@notice_for.register
def _duplicate(error: errors.DuplicateRecordError) -> Notice:
    return Notice(*duplicate_words(error.rule))


@notice_for.register
def _missing(error: errors.MissingRecordError) -> Notice:
    if (own := _nothing_there().get(error.what)) and not _REFERENCE.fullmatch(error.key):
        return own
    kinds = {kind.value: kind for kind in RecordKind}
    what = inline(kinds[error.what]) if error.what in kinds else _("record")
    told = _("This {what} is not in this store.", what=what)
    if error.what == RecordKind.PERSON.value and not error.key.strip():
        return Notice(_("No person was named."), _("Say whom you mean, by their reference."))
    if _REFERENCE.fullmatch(error.key):
        told = _("There is no {what} '{key}' in this store.", what=what, key=error.key)
    return Notice(told, _("Check the reference; the list shows what there is."))


def _nothing_there() -> dict[str, Notice]:
    """Say of what people ask for by the person, not by a reference of its own, that none is."""
    return {
        RecordKind.OWN_PLAN.value: Notice(
            _("Nobody has begun My plan with this person yet."), _("Begin it on their page.")
        ),
        RecordKind.PLAN.value: Notice(
            _("There is no plan here of this person."),
            _("A plan begins on their page; an agency gets those of whom it works with."),
        ),
        "contact_card": Notice(
            _("No contact of that name or identity is on file here."),
            _("Look in the list of contacts; somebody new comes in with their card."),
        ),
    }


@notice_for.register
def _basis(error: errors.BasisLackingError) -> Notice:
    if not error.references:
        return Notice(
            _("This cannot go out: their information basis is not complete, or was withdrawn."),
            _(
                "Record the basis on their page, under Sharing, then make the paper again. If your"
                " role does not allow it, the coordinator can."
            ),
        )
    return Notice(
        _(
            "This cannot go out: an information basis is not complete or was withdrawn: {people}.",
            people=", ".join(error.references),
        ),
        _("Record the basis on their page, under Sharing, or let the rest go without them."),
    )


@notice_for.register
def _several(error: errors.SeveralFitError) -> Notice:
    told = _("More than one fits '{key}': {names}.", key=error.key, names="; ".join(error.fits))
    return Notice(told, _("Write the whole name of the one you mean."))


@notice_for.register
def _same_worker(error: errors.SameWorkerError) -> Notice:
    from coordinator.wording.refusals import (
        same_workers,
    )

    return Notice(
        same_workers.question(error.name, error.posts),
        _("Put them in the directory on its own page first: there it is asked."),
    )


@notice_for.register
def _weak(error: errors.WeakPassphraseError) -> Notice:
    whats = {
        "short": _("This passphrase is too short."),
        "common": _("This passphrase is one of those that are tried first."),
        "repeated": _("This passphrase repeats itself too much."),
        "taken": _("Somebody else opens this store with this passphrase."),
        "opens-store": _("This passphrase opens the store itself; the file needs another."),
    }
    what = whats.get(error.rule, _("This passphrase is too easy to guess."))
    return Notice(what, _("Use four or more words that do not belong together."))


@notice_for.register
def _busy(error: errors.StoreBusyError) -> Notice:
    what = _("Another copy of the program is working on this store.")
    if error.owner:
        what = _(
            "Another copy of the program (process {number}) is working on this store.",
            number=error.owner,
        )
    return Notice(what, _("Close the other one, then try again."))


@notice_for.register
def _place(error: errors.StorePlaceError) -> Notice:
    kinds = {
        "network": _("This folder is on a network; a store there can be damaged."),
        "cloud": _("This folder is copied to a cloud; a store there can be damaged or leave you."),
    }
    what = kinds.get(error.kind, _("A store cannot be worked on in this folder."))
    return Notice(what, _("Choose a folder on this computer; backups may go there."))


@notice_for.register
def _backup(error: errors.BackupError) -> Notice:
    return Notice(*backup_words(error.fault))


@notice_for.register
def _store_newer(error: errors.StoreNewerError) -> Notice:
    return Notice(
        _(
            "A newer version of the program wrote this store (format {found}, ours is {ours}).",
            found=error.found,
            ours=error.ours,
        ),
        _("Open it with that version, or a later one."),
    )


@notice_for.register
def _cells(error: errors.SheetCellsError) -> Notice:
    return Notice(
        _("Some cells of this sheet cannot be taken as they are. Nothing was changed."),
        _("Correct them in the sheet, or ask its sender to, and bring it in again."),
        tuple(fault_lines(error.faults)),
    )


def fault_lines(faults: Sequence[CellFault]) -> Iterable[str]:
    """Say what is wrong with each cell of a sheet that came back."""
    told = {
        at: _because(one.error)
        for at, one in enumerate(faults)
        if one.error and one.rule not in CELL_FAULTS
    }
    return cell_lines(faults, told)


def left_lines(faults: Sequence[CellFault]) -> Iterable[str]:
    """Say which cells are not taken with the rest; nothing where all are."""
    if faults:
        yield _("Not taken with the rest; to be corrected in the sheet and brought in again:")
        yield from fault_lines(faults)


def _because(error: BaseException) -> str:
    notice = notice_for(error)
    return " ".join(notice.details or (notice.what,))


@notice_for.register
def _sheet(error: errors.SheetError) -> Notice:
    return Notice(*sheet_notice(error.fault, error.details))


@notice_for.register
def _pack(error: errors.PackRefusedError) -> Notice:
    return Notice(*pack_notice(PackFault(error.fault)))


@notice_for.register
def _card(error: errors.CardRefusedError) -> Notice:
    return Notice(*card_notice(CardFault(error.fault)))


@notice_for.register
def _export_target(error: errors.ExportTargetError) -> Notice:
    return Notice(
        _("This could not be written to {path}.", path=error.path),
        _("Choose a folder with room that you may write to, and close the file if it is open."),
    )


@notice_for.register
def _printer(error: errors.PrinterError) -> Notice:
    if error.fault == "none":
        return Notice(
            _("No printer is set up on this computer."),
            _("Set one up, or save the paper and print it elsewhere."),
        )
    return Notice(
        _("The printer did not take the paper; it is still here."),
        _("Look at the printer and print again, or save the paper."),
    )


def _say(what: str, then: str) -> Callable[[BaseException], Notice]:
    return lambda _error: Notice(_(what), _(then))


for _kind, _words in PLAIN.items():
    notice_for.register(_kind)(_say(*_words))
