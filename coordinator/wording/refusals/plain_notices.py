"""Words for the failures that carry no facts: what happened, what to do next.

`notices` registers each; an error with facts of its own has a function there instead.
"""

from collections.abc import Mapping

from coordinator.domain import errors
from coordinator.wording.translation import N_

PLAIN: Mapping[type[errors.CoordinatorError], tuple[str, str]] = {
    errors.CoordinatorError: (N_("This could not be done."), N_("Try again, or go another way.")),
    errors.RuleError: (
        N_("This is against a rule of the panel; nothing was written."),
        N_("Look at the record again."),
    ),
    errors.WithheldError: (
        N_("This is withheld from you."),
        N_("Ask the coordinator why, if you need it."),
    ),
    errors.KeptFromReceiverError: (
        N_("Whoever is asked may not have this: it is restricted, or they are not to be told."),
        N_("Ask somebody else, or speak to them without a paper."),
    ),
    errors.FileUnreadableError: (
        N_("This file cannot be read."),
        N_("Choose it again."),
    ),
    errors.StaleRecordError: (
        N_("Somebody changed this after you opened it; nothing of theirs was lost."),
        N_("Look at both, then save again."),
    ),
    errors.VaultError: (
        N_("Something is wrong with the keys."),
        N_("Open a backup in a new folder."),
    ),
    errors.PassphraseNeededError: (
        N_("No passphrase was given."),
        N_("Give it in a file with --passphrase-file, or in COORDINATOR_PASSPHRASE."),
    ),
    errors.WrongSecretError: (
        N_("The passphrase or recovery code does not open this store."),
        N_(
            "Type it again, with care for capitals; if it should be right, the key file may be"
            " damaged: open a backup."
        ),
    ),
    errors.RecoveryCodeError: (
        N_("There is a slip in the recovery code."),
        N_("Compare it with the printed sheet, group by group, then type it again."),
    ),
    errors.KeyFileDamagedError: (
        N_("The key file of this store is damaged or was altered."),
        N_(
            "Copy keys.json.spare over keys.json; if that does not help, open the latest backup in"
            " a new folder."
        ),
    ),
    errors.KeyFileMissingError: (
        N_("There is no key file in this folder."),
        N_(
            "Choose the folder of a store; if this is one, copy keys.json.spare to keys.json, or"
            " open the latest backup in a new folder."
        ),
    ),
    errors.KeyFileForeignError: (
        N_("The key file belongs to another store, or is an older one that was put back."),
        N_("Put the store's own key file back, or open the latest backup in a new folder."),
    ),
    errors.KeyFileNewerError: (
        N_("A newer version of the program wrote the key file."),
        N_("Open the store with that version, or a later one."),
    ),
    errors.LastKeyError: (
        N_("This is the last key of its kind: nobody could open the store without it."),
        N_("Add another user or print a new recovery code first."),
    ),
    errors.StoreError: (
        N_("The store cannot be used as it is."),
        N_("Open the latest backup instead."),
    ),
    errors.WrongKeyError: (
        N_("The key does not open this database, or its beginning is damaged."),
        N_(
            "Type the passphrase again; if it should be right, open the latest backup in a new"
            " folder."
        ),
    ),
    errors.StoreMissingError: (
        N_("There is no store in this folder."),
        N_("Choose the folder that holds it."),
    ),
    errors.StoreExistsError: (
        N_("There is already something in this folder; nothing was written over."),
        N_("Choose an empty folder."),
    ),
    errors.StoreDamagedError: (
        N_("The store is damaged: it cannot be read back whole."),
        N_("Change nothing in it; open the latest backup in a new folder."),
    ),
    errors.StoreFullError: (
        N_("The disk is full; the last change was not kept."),
        N_("Make room, then try again."),
    ),
    errors.StoreReadOnlyError: (
        N_("The store's folder cannot be written to."),
        N_("Ask for the right to write there, or move the folder to a disk of your own."),
    ),
    errors.CipherMissingError: (
        N_("The encryption is missing from this installation; nothing was written."),
        N_("Install the program again."),
    ),
    errors.MergeError: (
        N_("The work from the other computer cannot be brought in; nothing was changed."),
        N_("Ask whoever sent it to make it again."),
    ),
    errors.ChangeDamagedError: (
        N_("A change in this file is damaged; nothing of it was brought in."),
        N_("Ask whoever sent it to make it again; if it is your own store, open a backup."),
    ),
    errors.SealForOthersError: (
        N_("This file was not sealed for you, or it is no sealed file."),
        N_("Ask whoever sent it whom they made it for, and to send it again."),
    ),
    errors.SealBrokenError: (
        N_("This sealed file is damaged or cut short; nothing of it was used."),
        N_("Ask whoever sent it to send it again."),
    ),
    errors.OddShapeError: (
        N_("What came from elsewhere is not written as it should be; nothing was changed."),
        N_("Ask whoever sent it to make it again."),
    ),
    errors.ExportError: (N_("The paper could not be made."), N_("Try again; nothing was sent.")),
    errors.ExportFontError: (
        N_("A letter file that belongs to the program is missing."),
        N_("Install the program again."),
    ),
    errors.CancelledError: (
        N_("Stopped; nothing was kept."),
        N_("Start again when you are ready."),
    ),
}
