"""What is said about our own card, contacts and their six words."""

from collections.abc import Mapping
from datetime import datetime

from coordinator.domain.exchange.contacts import Added, CheckedHow, Contact, ContactState
from coordinator.wording.dates import day
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _

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
    "contact-revoked": N_("Say why nothing of this contact is taken any more."),
    "revoking-taken-back": N_("Say why this contact should not have been revoked."),
}

ADDED: Mapping[Added, str] = {
    Added.NEW: N_("A new contact. Read the six words together before anything is sent."),
    Added.NEW_KEY: N_("A known contact with a new key. Their words stand."),
    Added.KNOWN: N_("This card is on file already."),
}


def added_words(added: Added) -> str:
    """Say what a card brought."""
    return _(ADDED[added])


def said_words(words: tuple[str, ...]) -> str:
    """Write the six words as they are read aloud."""
    return " · ".join(words)


def how_words(how: CheckedHow) -> str:
    """Say how two people read their words."""
    return label(how)


def state_words(contact: Contact, now: datetime) -> str:
    """Say where a contact stands, with who and when."""
    state = contact.state(now)
    if contact.revoked is not None:
        return _("Revoked from {day}", day=day(contact.revoked.on, now.date()))
    if contact.checked is None:
        return label(state)
    words = _(
        "Checked by {name} on {day}, {how}",
        name=contact.checked.by_name or _("somebody who left"),
        day=day(contact.checked.at.date(), now.date()),
        how=label(contact.checked.how).lower(),
    )
    if state is ContactState.KEY_OLD:
        return _("{checked}. Their key is over a year old", checked=words)
    return words
