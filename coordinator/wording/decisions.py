"""How a decision was reached: nobody is said to agree who sees it differently."""

from collections.abc import Sequence

from coordinator.domain.lists.meetings import DecidedHow
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def how_decided(how: DecidedHow, against: Sequence[str]) -> str:
    """Say how it was decided, with the agencies that see it differently."""
    if not against:
        return label(how)
    names = ", ".join(against)
    if how is DecidedHow.AGREED:
        return _("Agreed by all but {agencies}", agencies=names)
    return _("{how}, seen differently by {agencies}", how=label(how), agencies=names)
