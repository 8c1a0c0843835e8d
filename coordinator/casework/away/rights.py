"""What whoever sits at a store may do there: away from the panel a little less than their role."""

from coordinator.casework.away.keeping_contacts import is_away_store
from coordinator.casework.desk import Desk
from coordinator.domain.exchange.lead_grants import AT_PANEL_ONLY
from coordinator.domain.roles import Right, may


def may_here(desk: Desk, right: Right) -> bool:
    """Whether the sitter's acts of this kind are of any use in this store: what pages offer."""
    if not may(desk.sitter.role, right):
        return False
    return right not in AT_PANEL_ONLY or not is_away_store(desk)
