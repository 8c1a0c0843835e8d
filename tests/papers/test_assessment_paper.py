"""The paper of one person's assessments: whole for whom it may be, nothing for anybody else."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.assessments.scoring import end_scoring
from coordinator.casework.desk import Desk
from coordinator.casework.people.assessments import end_assessment, note_assessment
from coordinator.casework.people.entering import register_person
from coordinator.db.models import DisclosedPerson
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.assessments.rules import Score
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import BasisLackingError, NotPermittedError, WithheldError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.papers.assessments import AssessmentPaper
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.requests import known_case
from tests.scored import FACTORS, led, needs, score
from tests.stores import NURSE, OFFICER, POLICE, TODAY, sitting
from tests.switched import switch_on

AUGUST = date(2026, 8, 14)
LEADS, POLICE_NAME = "Kerrow Mental Health", "Kerrow Police"


def paper(desk: Desk, agency: str = "") -> AssessmentPaper:
    order = Order(PaperKind.ASSESSMENTS, Path(), person="KP-0001", agency=agency)
    (draft,) = draft_papers(desk, order)
    assert isinstance(draft.model, AssessmentPaper)
    return draft.model


def works_with(desk: Desk, person: UUID) -> None:
    """Let mental health do something for somebody: they are theirs to know of."""
    due = TODAY + timedelta(days=7)
    add_action(desk, NewAction("Ring the ward", NURSE, due, person_id=person))


def printed(desk: Desk, agency: str = "") -> str:
    return " ".join(words(lay_out(PaperKind.ASSESSMENTS, paper(desk, agency))).split())


@pytest.fixture
def person(desk: Desk) -> UUID:
    return known_case(desk)


def test_items_totals_reasons_scorer_and_owner_stand_with_the_chart_and_its_table(
    desk: Desk, person: UUID
) -> None:
    score(desk, person, needs(4, 2, 4, 2, 0, 0, 0, 0, 0, 0), AUGUST, purpose="As they came")
    score(desk, person, needs(4, 2, 4, why="Seen at home"))
    whole = needs(3, 2, 4, 2, 0, 0, 0, 0, 0, 0, why="Seen at home")
    score(desk, person, whole, date(2026, 10, 2))
    content = lay_out(PaperKind.ASSESSMENTS, paper(desk))
    text = " ".join(words(content).split())
    for part in (
        "10, from 3 of 10 items",
        "4 of 4 (3 in October)",
        "Seen at home",
        "Not known",
        "Thu 19 November 2026, by Aled Hâf",
        "14 August 2026 12",
        "As they came",
        "South West London",
    ):
        assert part in text
    read_out = everything(content)
    assert "Needs score over time. Fri 14 Aug: 12. Fri 2 Oct: 11. " in read_out
    assert faults(content) == []


def test_a_list_of_factors_has_no_total_and_what_was_taken_back_is_left_out(
    desk: Desk, person: UUID
) -> None:
    score(desk, person, {"no_home": Score(1, "Sleeps on the beach")}, name=FACTORS)
    end_scoring(desk, score(desk, person, needs(1, why="zqwrong")), reason="zqanother")
    text = printed(desk)
    assert "Sleeps on the beach" in text
    assert "There" in text
    assert "zq" not in text


def test_what_was_assessed_elsewhere_says_where_it_is_held_and_nothing_of_its_content(
    desk: Desk, person: UUID
) -> None:
    said = Assessment("DASH", AUGUST, "High", "A. Officer", POLICE, "Unit", note="zqcontent")
    note_assessment(desk, person, said)
    wrong = note_assessment(desk, person, Assessment("ViST", AUGUST)).result
    end_assessment(desk, wrong, reason="Another person's")
    text = printed(desk)
    assert "DASH High 14 August 2026 A. Officer, Kerrow Police Unit" in text
    assert "zqcontent" not in text
    assert "ViST" not in text


def test_a_copy_holds_what_its_reader_may_have(desk: Desk, person: UUID) -> None:
    works_with(desk, person)
    score(desk, person, needs(4, why="For everybody"), AUGUST)
    score(desk, person, needs(3, why="zqkept"), sensitivity=Sensitivity.RESTRICTED)
    assert "zqkept" in printed(desk)
    theirs = printed(desk, LEADS)
    assert "For everybody" in theirs
    assert "zqkept" not in everything(lay_out(PaperKind.ASSESSMENTS, paper(desk, LEADS)))
    with pytest.raises(WithheldError):
        paper(desk, POLICE_NAME)


def test_somebody_else_named_in_a_reason_is_hidden_from_who_may_not_know_of_them(
    desk: Desk, person: UUID
) -> None:
    works_with(desk, person)
    a_person(desk)
    score(desk, person, needs(4, why="Threatened by Kezia Trelawny"))
    assert "Trelawny" in printed(desk)
    assert "Trelawny" not in everything(lay_out(PaperKind.ASSESSMENTS, paper(desk, LEADS)))


def test_it_waits_for_a_complete_basis(desk: Desk) -> None:
    register_person(desk, given_name="Jory")
    with pytest.raises(BasisLackingError):
        paper(desk)


def test_a_lead_prints_it_of_their_own_and_nobody_of_another_role(
    desk: Desk, person: UUID
) -> None:
    score(desk, person, needs(4))
    assert paper(led(desk, person)).person == "KP-0001"
    for role in (Role.REPRESENTATIVE, Role.COMMISSIONER, Role.AUDITOR):
        with pytest.raises(NotPermittedError):
            paper(sitting(desk, OFFICER, role, POLICE))


def test_that_it_left_is_in_the_log_of_the_person(
    desk: Desk, person: UUID, tmp_path: Path
) -> None:
    works_with(desk, person)
    score(desk, person, needs(4))
    sending = Sending(channel=Channel.SECURE_MAIL, reason="The ward asked for it")
    order = Order(PaperKind.ASSESSMENTS, tmp_path, person="KP-0001", agency=LEADS, sending=sending)
    (path,) = make_papers(desk, [order])
    assert path.name.startswith("KP-0001_assessments_")
    with desk.store.reading() as look:
        (logged,) = look.people.about(DisclosedPerson, [person])
    assert logged.person_id == person


@pytest.mark.usefixtures("person")
def test_without_any_assessment_it_says_so(desk: Desk) -> None:
    switch_on(desk, Feature.ASSESSMENTS)
    text = printed(desk)
    assert "Nothing was scored with the panel's tools." in text
    assert "No assessment made elsewhere is on file." in text
