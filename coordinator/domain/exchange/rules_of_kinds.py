"""Which rules go with which kind of pack."""

from collections.abc import Mapping
from typing import Final

from coordinator.domain.exchange import lead_grants
from coordinator.domain.exchange.agency_grants import AGENCY
from coordinator.domain.exchange.chair_grants import CHAIR
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.exchange.panel_grants import WHOLE
from coordinator.domain.roles import Right, Role

RULES: Final[Mapping[PackKind, PackRules]] = {
    PackKind.TAKE_AWAY: lead_grants.LEAD,
    PackKind.WHOLE_PANEL: WHOLE,
    PackKind.MEETING_COPY: CHAIR,
    PackKind.AGENCY_ACTIONS: AGENCY,
}
"""Packs that a panel gives; a hand-back is what comes back of any of them."""


_OF_NO_USE: Final[Mapping[Role, frozenset[Right]]] = {
    Role.LEAD_PROFESSIONAL: lead_grants.AT_PANEL_ONLY,
    Role.REPRESENTATIVE: lead_grants.AT_PANEL_ONLY | {Right.LOG_CONTACTS},
    Role.CHAIR: lead_grants.AT_PANEL_ONLY
    | {Right.EDIT_DIRECTORY, Right.PROPOSE_ERASING, Right.CONFIRM_ERASING},
}


def of_no_use_away(role: Role) -> frozenset[Right]:
    """Give the rights of whose acts nothing may be written by this role away from the panel.

    No window offers them there.
    """
    return _OF_NO_USE.get(role, frozenset())
