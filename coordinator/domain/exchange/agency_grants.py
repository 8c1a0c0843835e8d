"""What an agency's representative takes away: the actions of their agency, and whose they are.

Of a person the name and the reference, of their case only that there is one. They report on those
actions, say what came of them and move their day; everything else stays with the panel.
"""

from collections.abc import Mapping
from typing import Final

from coordinator.domain.exchange import lead_grants
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.merging.changes import REMOVED, ROW, Value
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role

K = RecordKind

_OF_ACTIONS: Final = frozenset({K.ACTION, K.ACTION_MOVE, K.ACTION_NOTE, K.BARRIER})
NAMED: Final[Mapping[str, frozenset[str]]] = {
    K.PERSON: frozenset(
        {"reference", "status", "given_name", "family_name", "preferred_name", REMOVED}
    ),
    K.CASE: frozenset({"person_id", REMOVED}),
    K.REFERRAL: frozenset({"person_id", REMOVED}),
}
"""An action names its case, and a case its referral: of both there is no more than that they are,
since when and from whom."""
CONTINUED: Final[Mapping[str, frozenset[str]]] = {
    K.ACTION: frozenset({"number", "text", "due_on", "status", "owner_id", "sensitivity"})
}
"""Of an action of another agency that theirs continues."""
_WRITES: Final = frozenset({"status", "due_on", "accepted_on"})
_BEGINS: Final = frozenset({K.ACTION_MOVE, K.ACTION_NOTE, K.BARRIER})


_NOTED: Final = lead_grants.NOTED_WHERE_IT_LEFT
"""A representative lets nothing leave; what they told as somebody's lead, before, comes home."""


def _of_panel(kind: str, field: str) -> bool:
    if kind in _OF_ACTIONS | _NOTED:
        return True
    known = lead_grants.PANEL_FIELDS.get(kind, frozenset())
    return known is None or field in known


def _of_people(kind: str, field: str) -> bool:
    return kind in _OF_ACTIONS | _NOTED or field in NAMED.get(kind, ())


def _writes(kind: str, field: str) -> bool:
    if kind == K.ACTION:
        return field in _WRITES
    return kind in _BEGINS | _NOTED and field != REMOVED


def _oversteps(_kind: str, field: str, before: Value, _value: Value) -> bool:
    return field in {ROW, "sensitivity"} and before is not None


AGENCY: Final = PackRules(
    role=Role.REPRESENTATIVE,
    of_panel=_of_panel,
    of_people=_of_people,
    writes=_writes,
    begins=(_BEGINS | _NOTED).__contains__,
    oversteps=_oversteps,
    ties={
        K.ACTION: "id",
        K.ACTION_MOVE: "action_id",
        K.ACTION_NOTE: "action_id",
        K.BARRIER: "action_id",
    },
    parts=CONTINUED,
    own_only=_NOTED,
    noted=_NOTED,
)
