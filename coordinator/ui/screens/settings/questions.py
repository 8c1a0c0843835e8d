"""What the forms of the settings ask; no Qt."""

from collections.abc import Sequence
from uuid import UUID

from coordinator.casework.stores.users import UserRow
from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.roles import Role
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

NOBODY = ""  # nobody is let in by accident for standing first in a list
_ROLES = (Role.LEAD_PROFESSIONAL, Role.COORDINATOR, Role.CHAIR, Role.AUDITOR)
"""Who sits at the panel's own store; agencies and commissioners are given papers."""


def newcomer(others: Sequence[ProfessionalRow], agencies: Sequence[tuple[UUID, str]]) -> Question:
    """Ask who is to be let in, and as what; the passphrase is not asked here, and never kept."""
    named = [(one.id, _("{name}, {agency}", name=one.name, agency=one.agency)) for one in others]
    new = (None, _("Somebody who is not in the directory yet"))
    who = ((NOBODY, _("Choose somebody")), new, *named)
    role_hint = _(
        "A guard against mistakes, not a wall: whoever opens the store has its key."
        " Agencies get papers instead."
    )
    roles = tuple((role, words_for(role)) for role in _ROLES)
    return Question(
        _("Add a user"),
        (
            Ask("who", _("Who"), Kind.FIND, NOBODY, who, hint=_("Type any part of the name.")),
            Ask("name", _("Name")),
            Ask("job", _("Job")),
            Ask("agency_id", _("Agency"), Kind.CHOICE, None, tuple(agencies)),
            Ask("role", _("Role"), Kind.CHOICE, Role.LEAD_PROFESSIONAL, roles, hint=role_hint),
        ),
        _("Add them"),
    )


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
