"""The panel's own plan says what of it few may read; an agency's copy says nothing of it."""

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.people.safety import add_risk, add_strength
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.states import Answer, Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.plans import plan_model
from tests.exports.reading import words
from tests.meetings import add_case
from tests.stores import OFFICER, TODAY

WORDS = (
    "Not for everybody. Restricted: What is going on and why, 1 risk. "
    "About somebody else: 1 strength."
)


@pytest.mark.parametrize("kind", [PaperKind.PLAN, PaperKind.PLAN_PAGE])
def test_what_few_may_read_is_named_on_the_panels_own_plan_alone(
    desk: Desk, kind: PaperKind
) -> None:
    person = add_case(desk, "Tom")[0]
    plan = begin_plan(desk, person).result
    edit_plan(desk, plan, seen=1, formulation="He was hurt.", what_matters="His dog.")
    add_risk(
        desk,
        person,
        text="Somebody looks for him",
        person_told=Answer.YES,
        sensitivity=Sensitivity.RESTRICTED,
    )
    add_strength(desk, person, text="His sister", sensitivity=Sensitivity.THIRD_PARTY)
    part = Part(RecordKind.PLAN, plan, "formulation")
    set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=0)
    add_action(desk, NewAction("Ring", OFFICER, TODAY, person))

    own = " ".join(words(lay_out(kind, plan_model(desk, person, WHOLE_PANEL))).split())
    assert WORDS in own
    theirs = plan_model(desk, person, read_audience(desk, "Kerrow Police"))
    assert theirs.kept_back == ""
    assert "Not for everybody" not in words(lay_out(kind, theirs))
