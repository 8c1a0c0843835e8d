"""What whoever sits at a store may do there: away from the panel a little less than their role."""

from coordinator.casework.away.keeping_contacts import is_away_store
from coordinator.casework.desk import Desk
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.rules_of_kinds import RULES, of_no_use_away
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right, may


def may_here(desk: Desk, right: Right) -> bool:
    """Whether the sitter's acts of this kind are of any use in this store: what pages offer."""
    if not may(desk.sitter.role, right):
        return False
    return right not in of_no_use_away(desk.sitter.role) or not is_away_store(desk)


def begins_here(desk: Desk, kind: RecordKind) -> bool:
    """Whether a record of this kind may begin in this store."""
    with desk.store.reading() as look:
        info = look.away.info
        return info is None or RULES[PackKind(info.kind)].begins(kind)
