"""The forms of requests to see what is held; no Qt."""

from datetime import date

from coordinator.domain.access.entries import AccessFile, JudgedEntry
from coordinator.domain.access.rules import AccessRow
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.access import entry_text, entry_title, whys
from coordinator.wording.dates import plain_day
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def begin(today: date, *, with_reference: bool) -> Question:
    """Ask what came in; about whom, where the page is not about somebody."""
    who = Ask(
        "reference",
        _("Reference of the person"),
        Kind.LINE,
        "",
        hint=_("As on their page, such as SC-0142."),
    )
    return Question(
        _("Somebody asks to see what is held"),
        (
            *((who,) if with_reference else ()),
            Ask("received_on", _("Received on"), Kind.DAY, today),
            Ask(
                "asked_by",
                _("Who asks, and how"),
                Kind.LINE,
                "",
                hint=_("Themselves or somebody for them; by letter, by word of mouth."),
            ),
            Ask("officer", _("Who decides what is given"), Kind.LINE, ""),
        ),
        _("Record the request"),
        about=_("It needs no form and no reason. The month runs from the day it came."),
    )


def identity(row: AccessRow, today: date) -> Question:
    """Ask how it was checked who asks."""
    return Question(
        _("It was checked who asks"),
        (
            Ask("on", _("Checked on"), Kind.DAY, today),
            Ask("how", _("How"), Kind.LINE, row.identity_checked_how),
            Ask(
                "was_asked_for",
                _("The month"),
                Kind.TICK,
                value=False,
                choices=((True, _("Proof had to be asked for: the month runs from this day")),),
            ),
        ),
        _("Note it"),
        about=row.reference,
    )


def officer(row: AccessRow) -> Question:
    """Ask who decides."""
    return Question(
        _("Hand it to the officer"),
        (Ask("officer", _("Who decides what is given"), Kind.LINE, row.officer),),
        _("Hand it over"),
        about=row.reference,
    )


def asked(today: date) -> Question:
    """Ask when the person was asked what they want."""
    return Question(
        _("The person was asked what they want to see"),
        (Ask("on", _("Asked on"), Kind.DAY, today),),
        _("Note it"),
        about=_("Only where a great deal is held. The month stands still until they answer."),
    )


def clarified(row: AccessRow, today: date) -> Question:
    """Ask when the person was asked what they want, and answered."""
    waits = row.still_since is not None
    return Question(
        _("The person said what they want to see"),
        (
            Ask("asked_on", _("Asked on"), Kind.DAY, row.still_since),
            Ask("came_on", _("Their answer came on"), Kind.DAY, today if waits else None),
        ),
        _("Note it"),
        about=_("The month stands still between the two days."),
    )


def extend(file: AccessFile, today: date) -> Question:
    """Ask until when, and when and why the person was told."""
    latest = _("At the latest {day}.", day=plain_day(file.latest))
    return Question(
        _("Take more time"),
        (
            Ask("until", _("Answer by"), Kind.DAY, file.latest, hint=latest),
            Ask("reason", _("Why, as the person was told"), Kind.TEXT, ""),
            Ask("told_on", _("The person was told on"), Kind.DAY, today),
        ),
        _("Take more time"),
        about=_("The person has to be told within the first month, with the reason."),
    )


def sent(row: AccessRow, today: date) -> Question:
    """Ask when the answer went."""
    return Question(
        _("The answer went"),
        (Ask("sent_on", _("Sent or handed over on"), Kind.DAY, today),),
        _("Close the request"),
        about=row.reference,
    )


def ended(row: AccessRow, title: str, go: str) -> Question:
    """Ask why a request ends without an answer."""
    return Question(title, (Ask("reason", _("Why"), Kind.TEXT, ""),), go, about=row.reference)


def decide(one: JudgedEntry, choice: AccessChoice, file: AccessFile, usual: str) -> Question:
    """Ask the officer's reason, and the words where an entry is given in part.

    Args:
        one: The entry.
        choice: What was decided.
        file: The request it belongs to.
        usual: The reason given last for the same choice.
    """
    before = one.decided or one.overtaken
    known = before if before and before.choice is choice else None
    words = known.words if known else entry_text(one.to_look_at, file.names)
    given = Ask(
        "words",
        _("What the person gets instead"),
        Kind.TEXT,
        words,
        hint=_("Take out or reword what may not go. Only these words are given."),
    )
    is_part = choice is AccessChoice.GIVE_IN_PART
    return Question(
        _("{choice}: {entry}", choice=label(choice), entry=entry_title(one.entry)),
        (
            *((given,) if is_part else ()),
            Ask("reason", _("Why"), Kind.TEXT, known.reason if known else usual),
            Ask("by", _("Who decided"), Kind.LINE, known.by if known else file.request.officer),
        ),
        _("Keep the decision"),
        about=whys(one),
    )
