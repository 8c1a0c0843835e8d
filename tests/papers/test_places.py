"""Place plans on paper: nobody named, each figure with its source and what it cannot say."""

from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.places.measures import add_place_measure, record_place_reading
from coordinator.casework.places.plans import end_place_plan
from coordinator.db.models import Person, Professional
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.papers.places import PlaceRegister
from coordinator.domain.places.rules import NewMeasure, NewReading
from coordinator.domain.roles import Right, Role
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import a_place_plan, a_priority, an_action
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import OFFICER, POLICE, TODAY, Clock, sitting

SURVEY = NewMeasure(
    "Residents who feel safe after dark",
    "Residents' survey",
    baseline="49%",
    target="60%",
    caveat="412 answers only.",
)


def register(desk: Desk, agency: str = "") -> PlaceRegister:
    (draft,) = draft_papers(desk, Order(PaperKind.PLACES, Path(), agency=agency))
    assert isinstance(draft.model, PlaceRegister)
    return draft.model


def printed(desk: Desk) -> str:
    return " ".join(words(lay_out(PaperKind.PLACES, register(desk))).split())


def test_a_plan_is_printed_with_its_actions_and_each_figure_with_its_care(
    desk: Desk, clock: Clock
) -> None:
    plan = a_place_plan(desk)
    an_action(desk, a_priority(desk, plan))
    measure = add_place_measure(desk, plan, SURVEY).result
    record_place_reading(desk, measure, NewReading("52%", TODAY))
    clock.move(days=40)
    text = printed(desk)
    for part in (
        "P26-001",
        "Safer after dark",
        "Priority: Street drinking",
        "Walk the harbour front",
        "Told to be done by: Walked on 10 of 12 Fridays",
        "Open, late",
        "49%",
        "60%",
        "52% (19 November 2026)",
        "Source: Residents' survey",
        "What it cannot say: 412 answers only.",
    ):
        assert part in text
    assert faults(lay_out(PaperKind.PLACES, register(desk))) == []


def test_who_answers_for_an_action_is_printed_as_their_agency(desk: Desk) -> None:
    an_action(desk)
    (plan,) = register(desk).plans
    (line,) = plan.priorities[0].actions
    assert line.agency
    with desk.store.reading() as look:
        name = look.get(Professional, OFFICER).name
    assert name not in everything(lay_out(PaperKind.PLACES, register(desk)))


def test_a_name_somebody_got_later_is_blotted(desk: Desk) -> None:
    plan = a_place_plan(desk, title="Calm in Trelawny Road")
    add_place_measure(desk, plan, NewMeasure("Noise", "Trelawny survey"))
    a_person(desk)
    for agency in ("", "Kerrow Homes"):
        content = everything(lay_out(PaperKind.PLACES, register(desk, agency)))
        assert "Trelawny" not in content
        assert "[name hidden]" in content


def test_few_people_of_a_place_are_never_counted_out_loud(desk: Desk) -> None:
    a_place_plan(desk, "Penzance")
    for name in ("Petroc", "Jory"):
        person = a_person(desk, name, f"{name}ow")
        with desk.act(Right.EDIT_PEOPLE) as tx:
            tx.get(Person, person).place = "Penzance"
            tx.journal("test.arranged", record=person)
    (plan,) = register(desk).plans
    assert plan.people == "fewer than 5"


def test_the_tracker_says_which_plan_an_action_belongs_to(desk: Desk) -> None:
    an_action(desk)
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path()))
    assert "P26-001" in words(lay_out(PaperKind.TRACKER, draft.model))


def test_without_a_plan_the_paper_says_so(desk: Desk) -> None:
    assert "No place plan is on file." in printed(desk)


def test_a_plan_that_ended_is_printed_last_with_how(desk: Desk) -> None:
    first = a_place_plan(desk, "Bodmin")
    a_place_plan(desk, "Truro")
    end_place_plan(desk, first, seen=1, reason="The money ended.")
    assert [one.place for one in register(desk).plans] == ["Truro", "Bodmin"]
    assert "How it ended: The money ended." in printed(desk)


def test_it_is_written_whole_and_only_by_who_prints_for_the_panel(
    desk: Desk, tmp_path: Path
) -> None:
    a_place_plan(desk)
    (path,) = make_papers(desk, [Order(PaperKind.PLACES, tmp_path)])
    assert "Safer after dark" in words(path.read_bytes())
    with pytest.raises(NotPermittedError):
        make_papers(
            sitting(desk, OFFICER, Role.COMMISSIONER, POLICE), [Order(PaperKind.PLACES, tmp_path)]
        )
