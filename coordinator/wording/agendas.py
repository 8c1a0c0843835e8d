"""What an agenda asks of the room where nobody has said anything else."""

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.wording.translation import N_, _

_USUAL = {
    AgendaKind.URGENT: N_("What is needed today, and who does it?"),
    AgendaKind.REVIEW: N_("Is the plan working? When do we look again?"),
    AgendaKind.NEW_REFERRAL: N_("Take on, put off, or answer with where to go?"),
    AgendaKind.CLOSURE: N_("Ready to step down?"),
}


def outcome_usual(kind: AgendaKind) -> str:
    """Write the question a line of this kind usually puts; nothing for points of other kinds."""
    return _(_USUAL[kind]) if kind in _USUAL else ""


def basis_asked() -> str:
    """Write what is asked about somebody whose information basis is not complete."""
    return _("On what basis may we share information about them?")


def restricted_here() -> str:
    """Say in the place of words that few may read that there are some."""
    return _("Restricted, not printed here")


def left_out() -> str:
    """Say why papers hold nothing more about somebody; what is on file is not *not recorded*."""
    return _("Left out until the information basis is complete.")
