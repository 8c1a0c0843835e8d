"""The sentences of letters: to whoever referred, to the next lead, to the person themselves."""

from collections.abc import Mapping

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.person.letters import Reach
from coordinator.wording.translation import N_, _

_NOT_FOR_US: Mapping[NotAcceptedReason, str] = {
    NotAcceptedReason.BELOW_CRITERIA: N_(
        "Other services can help you better than this group can."
    ),
    NotAcceptedReason.OTHER_FORUM: N_("Another group of services can help you better."),
    NotAcceptedReason.DUPLICATE: N_("We had been asked about you before."),
    NotAcceptedReason.TOO_LITTLE_INFORMATION: N_("We did not know enough to say yes."),
    NotAcceptedReason.OUT_OF_AREA: N_("You live outside the area we work in."),
    NotAcceptedReason.NO_LAWFUL_BASIS: N_("The law did not let us talk about you."),
}
_ENDED: Mapping[CloseReason, str] = {
    CloseReason.GOALS_MET: N_("You have done much of what you wanted to do."),
    CloseReason.STABLE_WITH_LEAD: N_("Things are steadier, and one service goes on with you."),
    CloseReason.OTHER_FORUM: N_("Another group of services works with you now."),
    CloseReason.TRANSFERRED: N_("You have moved, and services there work with you now."),
    CloseReason.DECLINED_AFTER_PROTOCOL: N_("You told us that you do not want this now."),
    CloseReason.CRITERIA_NOT_MET: N_("You no longer need so many services at once."),
    CloseReason.LONG_TERM_CARE: N_("You have care for the long term now."),
}
"""The others have no sentence of their own: what would be said there is for a person to say."""


def not_for_us_words(because: NotAcceptedReason | None) -> str:
    """Say to the person why the panel is not the place."""
    return _(_NOT_FOR_US[because]) if because else ""


def ended_words(because: CloseReason | None) -> str:
    """Say to the person why it ended, where the list says it kindly."""
    known = _ENDED.get(because) if because else None
    return _(known) if known else ""


def reach_words(who: Reach | None) -> str:
    """Name somebody in post and how to reach them: *Rhys Roskilly, Kerrow Homes, 01632 960111*."""
    if who is None:
        return ""
    return ", ".join(filter(None, (who.name, who.job, who.agency, who.phone, who.email)))


def greeting(who: Reach) -> str:
    """Begin a letter."""
    return _("Dear {name},", name=who.name or _("colleague"))


def template_fault(error: InvalidFieldsError) -> str:
    """Say why a file cannot be the template."""
    (fault,) = error.fields.values()
    return _(_TEMPLATE_FAULTS[fault])


_TEMPLATE_FAULTS: Mapping[str, str] = {
    "template-gone": N_("The file is not there, or cannot be read."),
    "template-not-a-document": N_("That is no Word document. Choose a .docx or .dotx file."),
    "template-too-large": N_("That file is too large: a template has at most 2 MB."),
    "template-macros": N_("That file holds macros. Choose one without."),
    "template-fetches": N_("That file fetches something from elsewhere. Choose one without."),
}
