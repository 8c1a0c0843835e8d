"""The forms about ties, children and assessments made elsewhere: what is then on file."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.around_reads import read_around
from coordinator.db.models import OutsideAssessment, Person
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.states import Answer
from coordinator.ui.screens.person.steps import Step
from tests.meetings import add_case
from tests.stores import HEALTH, TODAY
from tests.ui.pages.person_pages import Page


@pytest.fixture
def petroc(desk: Desk) -> UUID:
    return add_case(desk, "Petroc")[0]


def test_a_tie_to_somebody_on_file_is_chosen_and_keeps_no_typed_name(
    desk: Desk, petroc: UUID
) -> None:
    kerra = add_case(desk, "Kerra")[0]
    page = Page(desk, petroc)
    page.presenter.do(Step.TIE)
    assert page.forms.question is not None
    offered = next(one.choices for one in page.forms.question.asks if one.name == "other")
    assert [key for key, _words in offered] == [None, kerra]  # nobody first, never themselves
    page.forms.answer(other=kerra, name="Kerra", relation=None)
    assert page.forms.faults == {"relation": "required"}
    page.forms.answer(
        other=kerra, name="Kerra", relation=RelationKind.SIBLING, not_discussed_with=True
    )
    (tie,) = read_around(desk, petroc).not_discussed_with
    assert (tie.tie.other, tie.tie.name) == (kerra, "")
    (back,) = read_around(desk, kerra).ties
    assert (back.tie.other, back.is_theirs) == (petroc, True)


def test_an_assessment_made_elsewhere_is_kept_as_the_form_says(desk: Desk, petroc: UUID) -> None:
    page = Page(desk, petroc)
    page.presenter.do(Step.ASSESSMENT)
    said = {"done_on": TODAY, "result": "High", "done_by": "A nurse", "agency_id": HEALTH}
    page.forms.answer(tool="", **said)
    assert set(page.forms.faults) == {"tool"}
    page.forms.answer(tool="DASH", held_where="Their own file", **said)
    with desk.store.reading() as look:
        (row,) = look.people.about(OutsideAssessment, [petroc])
    assert (row.tool, row.result, row.agency_id) == ("DASH", "High", HEALTH)
    assert (row.done_on, row.done_by, row.held_where) == (TODAY, "A nurse", "Their own file")


def test_that_children_are_affected_is_kept_as_answered(desk: Desk, petroc: UUID) -> None:
    page = Page(desk, petroc)
    page.presenter.do(Step.ABOUT)
    page.forms.answer(children_affected=Answer.YES)
    with desk.store.reading() as look:
        assert look.get(Person, petroc).children_affected is Answer.YES
