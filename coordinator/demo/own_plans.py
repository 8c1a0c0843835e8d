"""Two people's plans in easy words: one signed off by its lead, one still a draft."""

from collections.abc import Iterator
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import find_people_with_plan
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import begin_own_plan, sign_off_own_plan, write_own_plan
from coordinator.domain.voice.own_plans import Part

_SAID = {
    Part.MATTERS: ("My dog comes first.", "I want a door that I can lock."),
    Part.HELPS: ("Come in the afternoon.", "Tell me what happens next."),
    Part.NOT_HELPS: ("Letters do not help me.",),
    Part.I_DO: ("I keep my phone charged.", "I come to the hub on Tuesdays."),
}
_SIGNED, _BEGUN = 1, 2


def write_own_plans(desk: Desk) -> None:
    """Write the first that can be signed off, and begin the second."""
    for number, (person, has_lead) in enumerate(_ready(desk), 1):
        if number > _BEGUN:
            return
        key = begin_own_plan(desk, person).result
        if number > _SIGNED or not has_lead:
            continue
        for part, lines in _SAID.items():
            seen = read_own_plan(desk, person).revision
            write_own_plan(desk, key, seen=seen, part=part, lines=lines)
        seen = read_own_plan(desk, person).revision
        sign_off_own_plan(desk, key, seen=seen, names_agreed=True)


def _ready(desk: Desk) -> Iterator[tuple[UUID, bool]]:
    found = [(one, read_own_plan(desk, one)) for one in find_people_with_plan(desk)]
    can = [(key, view) for key, view in found if view.can_begin and not view.is_dead]
    for key, view in sorted(can, key=lambda one: not one[1].lead):
        yield key, bool(view.lead)
