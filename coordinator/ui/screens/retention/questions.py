"""What the page about retention asks. No Qt."""

from datetime import date

from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.retention import Hold
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.screens.retention.records import Record
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def hold(record: Record) -> Question:
    """Ask why a record is to be kept longer."""
    kinds = tuple((one, label(one)) for one in HoldKind)
    return Question(
        _("Keep a record longer"),
        (
            Ask("hold", _("What keeps it"), Kind.CHOICE, HoldKind.REVIEW, kinds),
            Ask("reason", _("Why"), Kind.TEXT, ""),
            Ask("look_again_on", _("Look at it again on"), Kind.DAY, None),
        ),
        _("Keep it"),
        about=record.who,
    )


def look_again(found: Hold, record: Record) -> Question:
    """Ask why a hold goes on, and until when."""
    return Question(
        _("It is still to be kept"),
        (
            Ask("reason", _("Why"), Kind.TEXT, found.reason),
            Ask("look_again_on", _("Look at it again on"), Kind.DAY, None),
        ),
        _("Keep it"),
        about=record.who,
    )


def release(record: Record) -> Question:
    """Ask why nothing keeps a record any more."""
    return Question(
        _("Nothing keeps it any more"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Let it go"),
        about=record.who,
    )


def propose(record: Record) -> Question:
    """Ask whether a record is to go."""
    return Question(
        _("Propose to erase the record"),
        (
            Ask(
                "reason",
                _("A note, if one is needed"),
                Kind.TEXT,
                "",
                hint=_("Without names: the note is kept when the record is gone."),
            ),
        ),
        _("Propose it"),
        about=_("{who}. A second person decides; nothing goes before.", who=record.who),
    )


def decline(record: Record) -> Question:
    """Ask why a record is not to go."""
    return Question(
        _("Do not erase it"),
        (
            Ask(
                "reason",
                _("Why"),
                Kind.TEXT,
                "",
                hint=_("Without names: the note stays in the list of what was decided."),
            ),
        ),
        _("Keep the record"),
        about=record.who,
    )


def signed(record: Record, today: date) -> Question:
    """Ask who signed the printed list."""
    return Question(
        _("The printed list was signed"),
        (
            Ask("first", _("Signed by"), Kind.LINE, ""),
            Ask("second", _("And by"), Kind.LINE, ""),
            Ask("signed_on", _("Signed on"), Kind.CALENDAR, today),
        ),
        _("Note it"),
        about=_("{who}. Keep the signed list with the panel's papers.", who=record.who),
    )


def erase(record: Record) -> Question:
    """Ask for the reference, so that nobody erases a record by a slip."""
    return Question(
        _("Erase the record for good"),
        (
            Ask(
                "typed",
                _("Type the reference of the record"),
                Kind.LINE,
                "",
                example=record.reference,
            ),
        ),
        _("Erase it"),
        about=_(
            "Everything about {who} goes and cannot be brought back. A backup is made first.",
            who=record.who,
        ),
    )
