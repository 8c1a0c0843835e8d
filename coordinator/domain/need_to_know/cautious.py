"""Which of several current values holds while people disagree, where one of them keeps something.

Nothing is chosen for anybody: the disagreement stands until it is settled. But what one side
closed is not opened by the other's not having known of it, whichever of them is here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know.rule import strictness
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import BasisStatus

_SENSITIVITY = "sensitivity"
_BASES: Mapping[str, int] = {
    BasisStatus.RECORDED: 0,
    BasisStatus.INCOMPLETE: 1,
    BasisStatus.WITHDRAWN: 2,
}


def caution(kind: str, column: str, value: Any) -> int:
    """Say how much a value keeps back: the one that keeps most holds until people agree.

    Args:
        kind: Of the record.
        column: Which of its columns.
        value: As the log keeps it.

    Returns:
        More for what keeps more; always 0 where no value keeps anything.
    """
    if column == _SENSITIVITY:
        return strictness(value)
    measure = _MEASURES.get((kind, column))
    return measure(value) if measure else 0


def _earlier(value: Any) -> int:
    try:
        return -date.fromisoformat(value).toordinal()
    except (TypeError, ValueError):  # what no column holds keeps nothing back
        return -date.max.toordinal()


def _says_no(value: Any) -> int:
    return {"True": 0, "False": 2}.get(str(value), 1)


_MEASURES: Mapping[tuple[str, str], Callable[[Any], int]] = {
    (RecordKind.FIELD_GUARD, "level"): strictness,
    (RecordKind.AGENCY, "may_have_restricted"): _says_no,
    (RecordKind.AGENCY, "agency_kind"): lambda value: str(value) in NEVER_NAMED_DATA,
    (RecordKind.RELATIONSHIP, "not_discussed_with"): bool,
    (RecordKind.EXCLUSION, "since"): _earlier,
    (RecordKind.EXCLUDED_WORKER, "since"): _earlier,
    (RecordKind.BASIS, "status"): lambda value: _BASES.get(str(value), 0),
    (RecordKind.ESCALATION, "names_shown"): _says_no,
    (RecordKind.PERSON, "safe_to_call"): _says_no,
}
"""What keeps something back beside how sensitive an entry is, by kind and column."""
