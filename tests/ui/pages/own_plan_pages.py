"""My plan for pictures: one with hints and somebody named, and none yet."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMainWindow

from coordinator.casework.desk import Desk
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import agree_plan, propose_plan
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import begin_own_plan, write_own_plan
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.roles import Role
from coordinator.domain.states import PlanStatus
from coordinator.domain.voice.own_plans import OwnPlanView, Part
from coordinator.ui.places.every import PlanPlace
from tests.stores import sitting
from tests.ui.driving import Shown, at_place
from tests.ui.pages.casework_pages import newest
from tests.ui.panels import MadeUp

SAID = {
    Part.MATTERS: (
        "My dog comes first.",
        "I want my own tenancy and I want the panel to tell me what will happen with it soon.",
    ),
    Part.GOALS: ("A flat where my dog can live.",),
    Part.DEEDS: ("Rhys Roskilly | Helps me with the form. | Thu 26 November 2026",),
    Part.HELPS: ("Somebody waits for me at 12 Quay Lane.",),
}


def every_own_plan(panel: MadeUp) -> Iterator[Shown]:
    """Give the page with one, and without."""
    yield Shown("own-plan", partial(own_plan, panel))
    yield Shown("own-plan-none", partial(no_own_plan, panel))


def own_plan(panel: MadeUp) -> QMainWindow:
    """One that was begun, with sentences that get hints."""
    desk, person = panel.office.desk, panel.person
    view = read_own_plan(desk, person)
    if view.id is None:
        view = _begun(desk, panel)
    return at_place(panel, PlanPlace(person, in_easy_words=True))


def no_own_plan(panel: MadeUp) -> QMainWindow:
    """Somebody without one."""
    return at_place(panel, PlanPlace(newest(panel), in_easy_words=True))


def _begun(desk: Desk, panel: MadeUp) -> OwnPlanView:
    person = panel.person
    if not read_own_plan(desk, person).can_begin:
        _agree(desk, panel)
    key = begin_own_plan(desk, person).result
    for part, lines in SAID.items():
        seen = read_own_plan(desk, person).revision
        write_own_plan(desk, key, seen=seen, part=part, lines=lines)
    return read_own_plan(desk, person)


def _agree(desk: Desk, panel: MadeUp) -> None:
    plan = read_plan(desk, panel.person)
    if plan.status is PlanStatus.DRAFT:
        propose_plan(desk, plan.id, seen=plan.revision)
    with desk.store.reading() as look:
        info = look.paper_facts.panel()
    assert info is not None
    assert info.chair_id is not None
    chair = sitting(desk, info.chair_id, Role.CHAIR, desk.sitter.agency or info.chair_id)
    seen = read_plan(desk, panel.person).revision
    alone = Agreement(decided_by=info.chair_id, reason="Between two meetings")
    agree_plan(chair, plan.id, alone, seen=seen)
