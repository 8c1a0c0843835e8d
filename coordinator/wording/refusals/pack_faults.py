"""Why a work pack or a contact card is not taken: what happened, and what to do next."""

from collections.abc import Mapping

from coordinator.domain.exchange.faults import CardFault, PackFault
from coordinator.wording.translation import N_, _

_NOTHING = N_("Ask whoever sent it to make it again.")

PACKS: Mapping[PackFault, tuple[str, str]] = {
    PackFault.NOT_FOR_US: (
        N_("This pack was not made for you, or it is damaged."),
        N_("Ask whoever sent it whom they made it for, and to send it again."),
    ),
    PackFault.DAMAGED: (
        N_("This pack is damaged or cut short; nothing of it was used."),
        N_("Ask whoever sent it to send it again."),
    ),
    PackFault.NEWER_FORMAT: (
        N_("This pack was made by a newer program."),
        N_("Install the newest version, then open it again."),
    ),
    PackFault.SENDER_UNKNOWN: (
        N_("Whoever sent this pack is not one of your checked contacts."),
        N_("Ask for their contact card and check the six words with them first."),
    ),
    PackFault.SENDER_REVOKED: (
        N_("The identity this pack is signed with was given up or lost."),
        N_("Ask whoever sent it for their new contact card, and check the words again."),
    ),
    PackFault.FORGED: (
        N_("The signature is not that of the contact this pack names. Do not use it."),
        N_("Ring that contact and ask whether they sent you a pack."),
    ),
    PackFault.MALFORMED: (
        N_("This pack is genuine, but not written as a pack is; nothing of it was used."),
        _NOTHING,
    ),
    PackFault.PASSED_ON: (
        N_("This pack was made for somebody else and passed on to you."),
        N_("Tell whoever made it; ask for one of your own."),
    ),
    PackFault.OTHER_PANEL: (
        N_("This pack belongs to another panel."),
        N_("Open it in the store of that panel."),
    ),
    PackFault.SEEN_BEFORE: (
        N_("This pack was already brought in."),
        N_("There is nothing to do."),
    ),
    PackFault.EXPIRED: (
        N_("This pack is past its date."),
        N_(
            "Ask for a fresh one. If it was made within the last month, check this computer's"
            " clock, and ask whoever sent it to check theirs."
        ),
    ),
    PackFault.FROM_THE_FUTURE: (
        N_("This pack is dated later than today."),
        N_("Check this computer's clock; if it is right, ask whoever sent it to check theirs."),
    ),
    PackFault.TOO_LARGE: (
        N_("This pack is larger than a pack may be."),
        N_("Leave attachments out, or make two packs."),
    ),
    PackFault.LARGER_THAN_LISTED: (
        N_("A file in this pack is larger than its sender listed; nothing of it was used."),
        _NOTHING,
    ),
    PackFault.FILE_ALTERED: (
        N_("A file in this pack was altered; nothing of it was used."),
        _NOTHING,
    ),
    PackFault.TRAILING: (
        N_("This pack holds more than its sender listed; nothing of it was used."),
        _NOTHING,
    ),
}

CARDS: Mapping[CardFault, tuple[str, str]] = {
    CardFault.DAMAGED: (
        N_("This contact card is damaged, or is none."),
        N_("Ask for it again, as a file."),
    ),
    CardFault.NEWER_FORMAT: (
        N_("This contact card was made by a newer program."),
        N_("Install the newest version, then open it again."),
    ),
    CardFault.FORGED: (
        N_("This contact card is not signed by the key it names. Do not use it."),
        N_("Ask its owner for a new one, and say that this one came."),
    ),
    CardFault.OLDER_KEY: (
        N_("This contact card is older than the one on file."),
        N_("Keep the one on file, or ask for the newest."),
    ),
    CardFault.REVOKED: (
        N_("This contact card is of an identity that was revoked; nothing of it is taken."),
        N_("Ring its owner: they make a new card, and you read the six words of that."),
    ),
    CardFault.OTHER_IDENTITY: (
        N_("This contact card is of another identity than the one on file."),
        N_("Ring its owner; if they made a new one, check the six words again."),
    ),
}


def pack_notice(fault: PackFault) -> tuple[str, str]:
    """Say why a pack is not taken, and what to do."""
    what, then = PACKS[fault]
    return _(what), _(then)


def card_notice(fault: CardFault) -> tuple[str, str]:
    """Say why a card is not taken, and what to do."""
    what, then = CARDS[fault]
    return _(what), _(then)
