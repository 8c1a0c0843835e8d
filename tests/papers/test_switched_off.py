"""Papers of what a panel does not work with: none while nothing is on file, whole afterwards."""

from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.learning.themes import add_theme
from coordinator.domain.errors import GuardError
from coordinator.domain.learning.themes import NewTheme
from coordinator.domain.lists.panel import Feature
from coordinator.domain.papers.learning import LearningPaper
from coordinator.exports.composing import PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.wording.refusals.notices import notice_for
from tests.casework.money.asked_for import asked, somebody_with_a_goal
from tests.casework.places.planned import a_place_plan
from tests.requests import known_case
from tests.scored import needs, score
from tests.switched import switch_off, switch_on

SWITCHED = {
    PaperKind.MONEY: "This panel does not use personal budgets.",
    PaperKind.PLACES: "This panel does not use place plans and groups.",
    PaperKind.ASSESSMENTS: "This panel does not use assessments.",
}


@pytest.mark.parametrize("kind", SWITCHED)
def test_what_is_off_and_has_nothing_on_file_makes_no_paper(
    desk: Desk, tmp_path: Path, kind: PaperKind
) -> None:
    known_case(desk)
    folder = tmp_path / "papers"
    with pytest.raises(GuardError) as refused:
        make_papers(desk, [Order(kind, folder, person="KP-0001")])
    told = notice_for(refused.value)
    assert told.what == SWITCHED[kind]
    assert told.next == "It is switched on on the page The panel, under Off until you need it."
    assert not list(folder.iterdir())


def test_what_is_off_and_has_something_on_file_makes_its_paper(desk: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    asked(desk, person, goal)
    a_place_plan(desk)
    known = known_case(desk)
    score(desk, known, needs(3))
    for feature in (Feature.MONEY, Feature.PLACES, Feature.ASSESSMENTS):
        switch_off(desk, feature)
    for kind in SWITCHED:
        assert len(list(draft_papers(desk, Order(kind, Path(), person="KP-0002")))) == 1


def test_themes_stand_in_the_report_on_learning_as_on_their_page(desk: Desk) -> None:
    assert not _learning(desk).keeps_themes
    switch_on(desk, Feature.THEMES)
    add_theme(desk, NewTheme("County lines"))
    switch_off(desk, Feature.THEMES)
    assert [one.title for one in _learning(desk).themes] == ["County lines"]


def _learning(desk: Desk) -> LearningPaper:
    (draft,) = draft_papers(desk, Order(PaperKind.LEARNING, Path()))
    assert isinstance(draft.model, LearningPaper)
    return draft.model
