"""Standing texts: the confidentiality statement read at a meeting, and what a marking asks of you.

Composed for panels in general; a panel may replace any of them by its own text.
"""

from collections.abc import Collection

from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Gateway
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _

_PURPOSE = N_(
    "We meet to agree one plan for each person we talk about, and to say who does what by when. "
    "We share what that needs and no more."
)
_GATEWAY = N_("We share it under: {gateways}.")
_NO_GATEWAY = N_("We share it as a public task, and name the power we rely on for each person.")
_POINTS = (
    N_(
        "What is said and read here is confidential. It is used only for the purpose agreed here, "
        "by those who need to know."
    ),
    N_("It is not copied, forwarded or put on systems that others can open."),
    N_("Each agency keeps its own record of its own actions."),
    N_(
        "The minutes stay the panel's. If a court, the person or a complaint asks for them, ask "
        "the coordinator before anything is released."
    ),
    N_("If anything is lost or goes astray, tell the coordinator within 24 hours."),
    N_(
        "We speak of people as we would if they were in the room, and treat everybody fairly. "
        "Challenge is welcome."
    ),
    N_("Say now if you have a conflict of interest. Observers sign before they stay."),
)

_REMINDER = N_(
    "What was shared is confidential and used only to support the people on the list. Keep this "
    "paper to named workers who need it. Each agency keeps its own record of its own actions. If "
    "it is lost or goes astray, tell the coordinator within 24 hours."
)

_MARKING: dict[Marking, str] = {
    Marking.OFFICIAL: N_("Keep it to those who need it for their work."),
    Marking.OFFICIAL_SENSITIVE: N_(
        "Loss of this paper could harm somebody. Keep it to those named as recipients; do not "
        "forward it, and destroy it when it is no longer needed."
    ),
    Marking.OFFICIAL_SENSITIVE_PERSONAL: N_(
        "This paper is about people who could be harmed by its loss. Keep it to those named as "
        "recipients; do not forward or copy it, and destroy it when it is no longer needed."
    ),
}


def confidentiality(gateways: Collection[Gateway] = ()) -> tuple[str, ...]:
    """Write the statement the chair reads, one paragraph a point; its time is recorded.

    Args:
        gateways: The powers the panel relies on, in the order to be named.
    """
    powers = _(_NO_GATEWAY)
    if gateways:
        powers = _(_GATEWAY, gateways="; ".join(label(gateway) for gateway in gateways))
    return (_(_PURPOSE), powers, *(_(point) for point in _POINTS))


def confidentiality_reminder() -> str:
    """Write the statement in short, for papers that follow one where it was read in full."""
    return _(_REMINDER)


def marking_explained(marking: Marking) -> str:
    """Say what a marking asks of whoever holds the paper."""
    return _(_MARKING[marking])


def own_copy_heading(first_name: str) -> str:
    """Write what stands in place of a marking on the person's own copy."""
    return _("Private: belongs to {name}", name=first_name)
