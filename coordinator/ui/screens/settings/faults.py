"""Errors as a form shows them: a sentence at the field where it belongs, else a notice. No Qt."""

from collections.abc import Callable, Mapping
from typing import Protocol

from coordinator.domain import errors
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.refusals.rules import field_words
from coordinator.wording.translation import _

_AT: Mapping[type[Exception], str] = {
    errors.WeakPassphraseError: "passphrase",
    errors.DuplicateRecordError: "who",
    errors.WrongSecretError: "passphrase",
    errors.StoreExistsError: "target",
    errors.StorePlaceError: "target",
    errors.StoreFullError: "target",
    errors.StoreReadOnlyError: "target",
    errors.StoreBusyError: "target",
    errors.KeyFileMissingError: "backup",
    errors.KeyFileDamagedError: "backup",
    errors.KeyFileNewerError: "backup",
    errors.StoreNewerError: "backup",
    errors.BackupError: "backup",
}


class Form(Protocol):
    """A form that stands open and says what is wrong."""

    def show_refusal(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say what is wrong under the fields and above them; it can be sent again."""


def told_in(form: Form, *fields: str) -> Callable[[Exception], bool]:
    """Give what to do with a refusal: say it in the form, at one of its fields if it has one.

    Args:
        form: What stands open.
        fields: Those it has, beside what errors of entries name themselves.
    """

    def refuse(error: Exception) -> bool:
        if isinstance(error, errors.CancelledError):
            form.show_refusal({}, None)
            return True
        if isinstance(error, errors.InvalidFieldsError):
            form.show_refusal(_entries(error), None)
            return True
        at = _AT.get(type(error), "")
        if at in fields:
            form.show_refusal({at: sentence_for(error)}, None)
            return True
        form.show_refusal({}, notice_for(error))
        return isinstance(error, errors.CoordinatorError) and not _is_of_the_store(error)

    return refuse


def sentence_for(error: Exception) -> str:
    """Say in one line what happened and what to do."""
    if isinstance(error, errors.WrongSecretError):
        return _("This passphrase does not open it. Type it again, with care for capitals.")
    if isinstance(error, errors.StoreFullError):
        return _("There is no room for it in this folder. Choose a disk with more room.")
    return notice_for(error).text


def _is_of_the_store(error: Exception) -> bool:
    return isinstance(error, errors.StoreError) and not isinstance(error, errors.BackupError)


def _entries(error: errors.InvalidFieldsError) -> dict[str, str]:
    return {name: _entry(name, rule) for name, rule in error.fields.items()}


def _entry(name: str, rule: str) -> str:
    if rule == "wrong-passphrase":
        return _("This passphrase does not open the store. Type it again.")
    return field_words(name, rule)
