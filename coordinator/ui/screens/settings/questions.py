"""The form of the settings that has no passphrase in it; no Qt."""

from coordinator.casework.users import UserRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import _


def removal(user: UserRow) -> Question:
    """Ask why somebody is to open the store no more."""
    return Question(
        _("Remove {name}", name=user.name),
        (Ask("reason", _("Why"), Kind.TEXT, "", hint=_("Kept in the journal.")),),
        _("Remove them"),
        about=_(
            "They stay in the directory and their work stays as it is. Whoever kept a copy of"
            " the folder can still open that copy."
        ),
    )
