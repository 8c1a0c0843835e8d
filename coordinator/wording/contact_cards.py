"""What is said about our own card, contacts and their six words."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from coordinator.domain.exchange.contacts import Added, CheckedHow, Contact, ContactState, Renewals
from coordinator.wording.dates import day
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

ADDED: Mapping[Added, str] = {
    Added.NEW: N_("A new contact. Read the six words together before anything is sent."),
    Added.NEW_KEY: N_("A known contact with a new key. Their words stand."),
    Added.KNOWN: N_("This card is on file already."),
}


def added_words(added: Added) -> str:
    """Say what a card brought."""
    return _(ADDED[added])


def renewal_lines(old: Renewals) -> Iterator[str]:
    """Say what has grown old, and what to do."""
    if old.own:
        yield _("Our own key is over a year old. Change it, and send the new card to everybody.")
    if old.contacts:
        yield ngettext(
            "The key of {names} is over a year old. Ask for their new card.",
            "The keys of {names} are over a year old. Ask for their new cards.",
            len(old.contacts),
            names=", ".join(old.contacts),
        )
    if old.is_list_old:
        yield _(
            "The panel's list of whom it exchanges work with came over three months ago. Ask for a"
            " newer pack."
        )


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
