"""What a second coordinator takes away: the whole panel, and what they hand back of it.

Their role says what they may do, there and here. Two things stay with the panel: what happened is
not written over, and whoever must be kept from them does not go along.
"""

from typing import Final

from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.merging.changes import ROW, Value
from coordinator.domain.need_to_know.bases import Needs
from coordinator.domain.roles import Role


def _everything(_kind: str, _field: str) -> bool:
    return True


def _any_kind(_kind: str) -> bool:
    return True


def _oversteps(_kind: str, field: str, before: Value, _value: Value) -> bool:
    return field == ROW and before is not None


WHOLE: Final = PackRules(
    role=Role.COORDINATOR,
    of_panel=_everything,
    of_people=_everything,
    writes=_everything,
    begins=_any_kind,
    oversteps=_oversteps,
    needs=Needs.NOTHING,  # it stays within the panel, and completing a basis is their work
    adds_people=True,
    with_removed=True,
)
