"""The latest total on papers: one line, with scorer and date, for whom it may be."""

from datetime import date

from coordinator.casework.assessments.scoring import end_scoring
from coordinator.casework.desk import Desk
from coordinator.casework.plans.writing import begin_plan
from coordinator.domain.assessments.rules import Score
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.documents.pack import pack_paper
from coordinator.exports.documents.plan import plan_paper
from coordinator.exports.layout.press import print_paper
from coordinator.papers.pack_variants import as_variant
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.reference.tools import shipped_tools
from tests.casework.test_nothing_leaks import words_in
from tests.exports import reading
from tests.requests import coming_meeting, known_case
from tests.scored import FACTORS, needs, score
from tests.stores import POLICE

AUGUST = date(2026, 8, 14)
LINE = "Needs score 12 (10, from 3 of 10 items in August), Aled Hâf, Thu 19 Nov"
OWNED = shipped_tools()["needs_score"].acknowledgement


def scored(desk: Desk) -> object:
    """Score somebody twice, and once wrongly; give them."""
    person = known_case(desk)
    score(desk, person, needs(4, 2, 4, why="zqwhy"), AUGUST)
    score(desk, person, needs(4, 2, 4, 2, 0, 0, 0, 0, 0, 0, why="zqwhy"))
    end_scoring(desk, score(desk, person, needs(1)), reason="zqwrong")
    score(desk, person, {"no_home": Score(1, "zqbeach")}, name=FACTORS)
    return person


def test_the_case_sheet_has_one_line_and_nothing_of_the_items(desk: Desk) -> None:
    scored(desk)
    pack = pack_model(desk, coming_meeting(desk), WHOLE_PANEL)
    (sheet,) = pack.cases
    assert sheet.scored == (f"{LINE}. {OWNED}",)
    said = " ".join(words_in(pack))
    assert not [one for one in ("zqwhy", "zqwrong", "zqbeach") if one in said]
    printed = reading.words(print_paper(pack_paper(pack)))
    assert f"Assessed. {LINE}" in printed
    assert "South West London" in printed


def test_a_limited_copy_leaves_it_out(desk: Desk) -> None:
    scored(desk)
    pack = pack_model(desk, coming_meeting(desk), WHOLE_PANEL)
    assert as_variant(pack, PackVariant.LIMITED).cases[0].scored == ()


def test_the_plan_has_the_line_with_what_the_owner_wants_printed(desk: Desk) -> None:
    person = scored(desk)
    begin_plan(desk, person)  # type: ignore[arg-type]
    plan = plan_model(desk, person, WHOLE_PANEL)  # type: ignore[arg-type]
    (line,) = plan.scored
    assert line.startswith(f"{LINE}. After the New Directions Team")
    printed = reading.words(print_paper(plan_paper(plan)))
    assert f"Scored: {LINE}" in printed
    assert "South West London" in printed


def test_who_may_not_have_a_score_has_a_plan_without_it(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(4), sensitivity=Sensitivity.RESTRICTED)
    begin_plan(desk, person)
    theirs = Reader(Role.REPRESENTATIVE, POLICE, shared_people=frozenset({person}))
    plan = plan_model(desk, person, Audience("Police", POLICE, theirs))
    assert plan.scored == ()
    assert plan_model(desk, person, WHOLE_PANEL).scored
