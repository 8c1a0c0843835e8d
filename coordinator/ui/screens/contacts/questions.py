"""What the page of contacts asks before it acts. No Qt."""

from datetime import date
from uuid import UUID

from coordinator.domain.exchange.contacts import CheckedHow, ContactRead
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.contact_cards import said_words
from coordinator.wording.translation import _


def words_read(read: ContactRead, in_post: tuple[tuple[UUID, str], ...]) -> Question:
    """Ask how the words were read, and who of the directory it is."""
    contact = read.contact
    called = (contact.name.casefold(), contact.agency.casefold())
    alike = [key for key, words in in_post if tuple(words.casefold().rsplit(", ", 1)) == called]
    suggested = contact.professional_id or (alike[0] if len(alike) == 1 else None)
    nobody = () if contact.professional_id else ((None, _("Nobody of the directory")),)
    return Question(
        _("The words of {name} were read", name=contact.name),
        (
            Ask("how", _("How"), Kind.CHOICE, CheckedHow.IN_PERSON, choices_of(CheckedHow)),
            Ask(
                "professional",
                _("Who it is in the directory"),
                Kind.CHOICE,
                suggested,
                (*nobody, *in_post),
                hint=_("What they are given follows from whom they lead."),
            ),
        ),
        _("Record it"),
        about=_(
            "Only if they read exactly these to you, face to face or on a number you knew"
            " before: {words}",
            words=said_words(read.words),
        ),
    )


def revoking(read: ContactRead, today: date) -> Question:
    """Ask from which day on, and why."""
    return Question(
        _("Revoke {name}", name=read.contact.name),
        (
            Ask(
                "on",
                _("From"),
                Kind.DAY,
                today,
                hint=_("The first day on which somebody else may have had their keys."),
            ),
            Ask("reason", _("Why"), Kind.TEXT, "", hint=_("Lost, stolen, left.")),
        ),
        _("Revoke"),
        about=_(
            "Nothing is sent to them any more, and nothing they made from that day on is taken."
            " For somebody who goes on, ask for a new card and read its words."
        ),
    )


def taking_back(read: ContactRead) -> Question:
    """Ask why it was the wrong one."""
    return Question(
        _("{name} should not have been revoked", name=read.contact.name),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Take it back"),
        about=_("Their words are to be read again before anything is sent or taken."),
    )


def another_key() -> Question:
    """Ask whether the sealing key is to be changed."""
    return Question(
        _("Change our key"),
        (),
        _("Change it"),
        about=_(
            "What was sealed to the old key can be opened for thirty days, then never again, in no"
            " mailbox. Send the new card to your contacts; the words stay the same."
        ),
    )
