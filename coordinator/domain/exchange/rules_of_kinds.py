"""Which rules go with which kind of pack."""

from collections.abc import Mapping
from typing import Final

from coordinator.domain.exchange import lead_grants
from coordinator.domain.exchange.agency_grants import AGENCY
from coordinator.domain.exchange.chair_grants import CHAIR
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.exchange.panel_grants import WHOLE

RULES: Final[Mapping[PackKind, PackRules]] = {
    PackKind.TAKE_AWAY: lead_grants.LEAD,
    PackKind.WHOLE_PANEL: WHOLE,
    PackKind.MEETING_COPY: CHAIR,
    PackKind.AGENCY_ACTIONS: AGENCY,
}
"""Packs that a panel gives; a hand-back is what comes back of any of them."""


def begins_at_panel_only(away: PackKind, kind: str) -> bool:
    """Whether a record of this kind is refused away from the panel, where it would be in vain.

    It would be held back when it came home: better not to have been written for days.

    Args:
        away: What the newest pack taken in that store was.
        kind: Of the record.
    """
    return not RULES[away].begins(kind) and kind not in lead_grants.NOTED_WHERE_IT_LEFT
