"""Standing texts that are no panel's own: what a marking asks of you, whose a copy is, a demo.

The confidentiality statement is the panel's: see `reference.kinds` and `casework.panel.settings`.
"""

from coordinator.domain.lists.agencies import Marking
from coordinator.wording.translation import N_, _

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


def made_up() -> str:
    """Say of the papers of a demo that none of it is so: numbers are believed on paper."""
    return _("Everybody and every figure in this demo is made up.")


def marking_explained(marking: Marking) -> str:
    """Say what a marking asks of whoever holds the paper."""
    return _(_MARKING[marking])


def own_copy_heading(first_name: str) -> str:
    """Write what stands in place of a marking on the person's own copy."""
    return _("Private: belongs to {name}", name=first_name)
