"""What an update sheet says became of what its lead sent before and was kept aside."""

from collections.abc import Iterable, Mapping

from coordinator.domain.exchange.update_sheets import Aside
from coordinator.domain.merging.changes import REMOVED, RESTRICTED, ROW
from coordinator.wording.moves import column_words, kind_words
from coordinator.wording.translation import N_, _

_WHOLE = frozenset({REMOVED, ROW, RESTRICTED})
_BECAME: Mapping[Aside, str] = {
    Aside.WAITS: N_("{person}, {what}: kept aside, {why}. Ask the coordinator."),
    Aside.TAKEN: N_("{person}, {what}: taken over after all."),
    Aside.LEFT: N_("{person}, {what}: the panel looked at it and did not take it over."),
}
_BECAME_ELSEWHERE: Mapping[Aside, str] = {
    Aside.WAITS: N_("Kept aside, about nobody on this sheet: {count}. Ask the coordinator."),
    Aside.TAKEN: N_("Taken over after all, about nobody on this sheet: {count}."),
    Aside.LEFT: N_("Not taken over, about nobody on this sheet: {count}."),
}


def aside_words(person: str, kind: str, fields: Iterable[str], why: str, became: Aside) -> str:
    """Say what became of something somebody sent and that was kept aside; not what it said."""
    named = sorted({column_words(kind, one) for one in fields if one not in _WHOLE})
    what = ", ".join([kind_words(kind), *named])
    return _(_BECAME[became], person=person, what=what, why=why)


def aside_elsewhere(count: int, became: Aside) -> str:
    """Say the same of people who are not on the sheet: only how much it is."""
    return _(_BECAME_ELSEWHERE[became], count=count)
