"""Place plans on paper: nobody named, each figure with its source and what it cannot say."""

from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.places.groups import (
    add_group_seat,
    fill_group_seat,
    found_place_group,
)
from coordinator.casework.places.measures import add_place_measure, record_place_reading
from coordinator.casework.places.plans import end_place_plan
from coordinator.db.models import Person, Professional
from coordinator.domain.errors import MissingRecordError, NotPermittedError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.papers.places import PlaceRegister
from coordinator.domain.places.rules import NewGroup, NewMeasure, NewReading
from coordinator.domain.roles import Right, Role
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import DUE, a_place_plan, a_priority, an_action
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import OFFICER, POLICE, TODAY, Clock, sitting
from tests.switched import switch_on

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


def alone(desk: Desk, number: str) -> PlaceRegister:
    (draft,) = draft_papers(desk, Order(PaperKind.PLACES, Path(), place_plan=number))
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
    switch_on(desk, Feature.PLACES)
    assert "No place plan is on file." in printed(desk)


def test_a_plan_that_ended_is_printed_last_with_how(desk: Desk) -> None:
    first = a_place_plan(desk, "Bodmin")
    a_place_plan(desk, "Truro")
    end_place_plan(desk, first, seen=1, reason="The money ended.")
    assert [one.place for one in register(desk).plans] == ["Truro", "Bodmin"]
    assert "How it ended: The money ended." in printed(desk)


def test_one_plan_alone_stands_with_the_groups_behind_it_and_no_name(
    desk: Desk, clock: Clock
) -> None:
    switch_on(desk, Feature.PLACES)
    new = NewGroup("Safer Penzance", GroupKind.PLACE, "Penzance", with_seats=False)
    above = found_place_group(desk, new).result
    lamps = NewGroup("Lamps", GroupKind.TASK_AND_FINISH, "Penzance", above, "Light the steps", DUE)
    found_place_group(desk, lamps)
    found_place_group(desk, NewGroup("Another", place="Truro", with_seats=False))
    with desk.store.reading() as look:
        worker = look.get(Professional, OFFICER).name
    seat = add_group_seat(desk, above, name="Sector Inspector", agency_id=POLICE).result
    fill_group_seat(desk, seat, holder_id=OFFICER, seen=1)
    add_group_seat(desk, above, name="Licensing", vacant_since=TODAY)
    plan = a_place_plan(desk, group_id=above)
    measure = add_place_measure(desk, plan, SURVEY).result
    record_place_reading(desk, measure, NewReading("52%", TODAY))
    an_action(desk, a_priority(desk, plan))
    a_place_plan(desk, "Truro", title="Another plan")
    content = lay_out(PaperKind.PLACES, alone(desk, "p26-001"))
    text = " ".join(words(content).split())
    for part in (
        "Place plan: Penzance",
        "P26-001: Safer after dark",
        "Priority: Street drinking",
        "Told to be done by: Walked on 10 of 12 Fridays",
        "What it cannot say: 412 answers only.",
        "Source: Residents' survey",
        "Safer Penzance",
        "Seats that are filled: Sector Inspector, Kerrow Police",
        "Vacant: Licensing: vacant since",
        "Lamps Task-and-finish group",
        "What it is for: Light the steps",
    ):
        assert part in text
    for other in ("Truro", "Another", worker):
        assert other not in everything(content)
    assert faults(content) == []


def test_a_name_somebody_got_later_is_blotted_in_one_plan_and_its_groups(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)
    new = NewGroup(
        "Trelawny Road watch", place="Hayle", with_seats=False, task="Talk to Kezia Trelawny"
    )
    group = found_place_group(desk, new).result
    a_place_plan(desk, title="Calm in Trelawny Road", group_id=group)
    a_person(desk)
    content = everything(lay_out(PaperKind.PLACES, alone(desk, "P26-001")))
    assert "Trelawny" not in content
    assert "Kezia" not in content


def test_a_plan_that_is_not_there_is_told(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)
    with pytest.raises(MissingRecordError):
        alone(desk, "P26-009")


def test_one_plan_has_its_number_in_the_name_of_its_file(desk: Desk, tmp_path: Path) -> None:
    a_place_plan(desk)
    (path,) = make_papers(desk, [Order(PaperKind.PLACES, tmp_path, place_plan="P26-001")])
    assert path.name.startswith("P26-001_places_")


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
