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


def key_warnings(*, is_away: bool) -> Iterator[str]:
    """Say what a key file opens, before anybody types a passphrase for one."""
    if is_away:
        yield _(
            "With this file and its passphrase anybody reads every pack the panel sealed for you,"
            " those still to come too: everything in it, with names, hidden from nobody."
        )
    else:
        yield _(
            "With this file and its passphrase anybody reads every pack that is sealed for this"
            " panel, those still to come too: everything in it, with names, about people kept"
            " from whoever reads it as well."
        )
    yield _(
        "It cannot be called back: changing our key protects only what is sealed afterwards. Why"
        " it was taken out, and by whom, stands in the audit log."
    )


def key_lines() -> Iterator[str]:
    """Say what to do with a key file that was written."""
    yield _("A pack is opened with it by: age --decrypt --identity KEYFILE PACK")
    yield _("Keep it away from the packs, and delete it when it is done. Lost: change our key.")


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
