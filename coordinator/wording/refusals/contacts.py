"""What stops an act on contacts, what it wants to know, and how the log calls it."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

ACTS: Mapping[str, str] = {
    "contact_card.new": N_("Brought in a contact card"),
    "contact_card.new_key": N_("Brought in the new key of a contact"),
    "contact_card.put_back": N_("Took back that a contact was revoked"),
    "contact_card.revoked": N_("Revoked a contact"),
    "contact_card.tied": N_("Said who of the directory a contact is"),
    "contact_card.words_read": N_("Read the six words of a contact with them"),
    "identity.made": N_("Made this panel's contact card"),
    "sealing_key.changed": N_("Changed the key work packs are sealed to"),
    "sealing_key.given_up": N_("Destroyed a key work packs were sealed to"),
    "sealing_key.taken_out": N_("Took the key that opens work packs out of the store"),
}

GUARDS: Mapping[str, tuple[str, str]] = {
    "card-own": (
        N_("This is your own contact card."),
        N_("Send it to somebody else; bring in the card they send you."),
    ),
    "identity-stands": (
        N_("This store has a contact card under another name already."),
        N_("Use that one: its words may have been read to somebody."),
    ),
    "contact-revoked": (
        N_("This contact is revoked."),
        N_("Ask for a new card, and read its six words with its owner."),
    ),
    "contact-not-revoked": (
        N_("This contact is not revoked."),
        N_("There is nothing to take back; look at the list again."),
    ),
    "words-differ": (
        N_("These are not the six words of this card. Nothing was recorded."),
        N_("Ask for the words once more; if they still differ, the card is not theirs."),
    ),
    "key-at-terminal": (
        N_("The passphrase of a key file is typed by somebody, twice, at a terminal."),
        N_("Run this where you can be asked."),
    ),
    "roster-older": (
        N_("The list of contacts in this pack is older than the one on file."),
        N_("Ask the coordinator for the newest pack."),
    ),
    "roster-forged": (
        N_("The list of contacts in this pack is not signed by the panel. Nothing was used."),
        N_("Ring the coordinator before you open anything else that came with it."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "key-taken-out": N_("Say why the key is wanted where this program is not."),
    "contact-revoked": N_("Say why nothing of this contact is taken any more."),
    "revoking-taken-back": N_("Say why this contact should not have been revoked."),
}
