"""What the chair takes away for a meeting: its agenda, whoever is on it, and what is due.

Of somebody on the agenda they have what they have at the panel. Of somebody else of whom an action
is due or an escalation is open: the name, and that. They hold the meeting there: what is said,
decided and agreed about those people comes home, and the meeting itself. Whoever of the others is
raised there as urgent was talked about as well: what was said and decided of them comes home, too.
"""

from collections.abc import Mapping
from typing import Final

from coordinator.domain.exchange import agency_grants, lead_grants
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.merging.changes import REMOVED, ROW, Value
from coordinator.domain.need_to_know.bases import Needs
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role

K = RecordKind

_ROOM: Final = frozenset({K.ATTENDANCE, K.WEEK_STEP, K.INFORMATION_REQUEST})
_SAID: Final = frozenset({K.AGENDA_ITEM, K.AGENCY_NOTE, K.DECISION, K.CORRECTION})
_WORK: Final = frozenset(
    {K.ACTION, K.ACTION_MOVE, K.ACTION_NOTE, K.BARRIER, K.ESCALATION, K.ESCALATION_ENTRY}
)
_DECIDED: Final = frozenset({K.REFERRAL, K.CASE, K.LEAD_ROLE, K.PLAN, K.PLAN_VERSION})
_BEGINS: Final = (_ROOM | _SAID | _DECIDED) - {K.REFERRAL, K.INFORMATION_REQUEST}
_BESIDE: Final[Mapping[str, frozenset[str]]] = {
    **agency_grants.NAMED,
    **agency_grants.CONTINUED,
    K.BASIS: frozenset(
        {"person_id", "version", "status", "review_on", "special_condition", "offence_data",
         "schedule_condition"}
    ),
    K.EXCLUSION: frozenset({"person_id", "agency_id", "since", REMOVED}),
    K.EXCLUDED_WORKER: frozenset({"person_id", "professional_id", "since", REMOVED}),
    K.FIELD_GUARD: frozenset({"person_id", "level", REMOVED}),
}  # fmt: skip
"""Of somebody who is not on the agenda: who they are, whether a list may name them, and from whom
they are kept in a paper that is made there."""


def _of_panel(kind: str, field: str) -> bool:
    named = kind in _ROOM | _SAID | _WORK | {K.MEETING, K.COVER, K.FIELD_GUARD}
    return named or lead_grants.LEAD.of_panel(kind, field)


def _of_people(kind: str, _field: str) -> bool:
    return kind in lead_grants.ABOUT_PEOPLE or kind == K.INFORMATION_REPLY


def _writes(kind: str, field: str) -> bool:
    if kind == K.MEETING:
        return field != "reference"
    return kind in _ROOM | _SAID | _DECIDED or lead_grants.writes(kind, field)


def _begins(kind: str) -> bool:
    return kind in _BEGINS or lead_grants.begins(kind)


def _oversteps(kind: str, field: str, before: Value, value: Value) -> bool:
    if kind == K.BUDGET_LINE and field == "person_id":
        return before is not None and before != value  # who asked for it stays who asked
    return field == ROW and before is not None


_OF_MEETING: Final[Mapping[str, str]] = dict.fromkeys(_ROOM, "meeting_id")

CHAIR: Final = PackRules(
    role=Role.CHAIR,
    of_panel=_of_panel,
    of_people=_of_people,
    writes=_writes,
    begins=_begins,
    oversteps=_oversteps,
    needs=Needs.NOTHING,  # it stays within the panel, and a list names them as the panel's would
    ties=_OF_MEETING,
    written_ties={**dict.fromkeys(_SAID, "meeting_id"), K.MEETING: "id"},
    parts=_BESIDE,
    beside=_WORK | _SAID,
    own_only=lead_grants.OWN_ONLY,
    noted=lead_grants.NOTED_WHERE_IT_LEFT,
    fall_with=lead_grants.FALL_WITH,
)
