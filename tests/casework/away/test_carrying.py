"""Tests of what goes along with a lead professional, and what stays with the panel."""

import json
from uuid import UUID

import pytest

from coordinator.casework.away.carrying import Carrier, Part
from coordinator.casework.away.led import lead_reader
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.leads.agreeing import hand_over
from coordinator.db.models import Agency, Goal, Person, Professional
from coordinator.domain.exchange.change_files import change_lines
from coordinator.domain.merging.changes import Change
from coordinator.domain.roles import Right
from tests.casework.away.planted import SECRETS, SHARED, Planted, planted
from tests.stores import HOUSING, NURSE, WORKER


@pytest.fixture
def kept(desk: Desk) -> Planted:
    return planted(desk)


def carried(desk: Desk, who: UUID = WORKER) -> tuple[Part, dict[UUID, Part]]:
    with desk.read(Right.SETTLE) as look:
        carrier = Carrier(desk, look, lead_reader(look, who))
        return carrier.panel, {one: carrier.person(one) for one in carrier.people}


def written(*parts: Part) -> str:
    lines = [one for part in parts for one in change_lines(part.changes)]
    return json.dumps([json.loads(one)["value"] for one in lines], ensure_ascii=False)


def of_kind(part: Part, kind: str, field: str) -> list[Change]:
    return [one for one in part.changes if one.kind == kind and one.field == field]


def test_only_the_people_of_whom_somebody_is_lead_go_along(desk: Desk, kept: Planted) -> None:
    assert set(carried(desk)[1]) == {kept.kezia}
    assert set(carried(desk, NURSE)[1]) == {kept.tamsyn}


@pytest.mark.parametrize("word", SECRETS)
def test_what_a_lead_may_not_know_does_not_go_along(desk: Desk, kept: Planted, word: str) -> None:
    panel, people = carried(desk)

    assert word not in written(panel, *people.values())


@pytest.mark.parametrize("word", SHARED)
def test_what_a_lead_works_with_goes_along(desk: Desk, kept: Planted, word: str) -> None:
    panel, people = carried(desk)

    assert word in written(panel, *people.values())


def test_an_agency_with_the_right_takes_what_is_restricted_along(
    desk: Desk, kept: Planted
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).may_have_restricted = True
        tx.journal("test.arranged")
    _panel, people = carried(desk)

    told = written(people[kept.kezia])
    assert all(word in told for word in ("zircon", "beryline", "opaline", "obsidian"))
    assert not any(word in told for word in ("Polglaze", "Wrasse", "Penhaligon"))


def test_nobody_is_taken_along_whom_their_agency_must_not_be_told_about(
    desk: Desk, kept: Planted
) -> None:
    exclude_worker(desk, kept.kezia, professional_id=WORKER, reason="a cousin")

    assert not carried(desk)[1]


def test_what_stays_because_of_a_name_is_counted(desk: Desk, kept: Planted) -> None:
    assert carried(desk)[1][kept.kezia].kept == 4  # a risk, a strength, a place, a tie


def test_nothing_goes_along_that_cannot_stand_there(desk: Desk, kept: Planted) -> None:
    with desk.act(Right.EDIT_PLAN) as tx:
        goal = tx.get(Goal, kept.goal)
        goal.panel_words = "To be told what Tamsyn Polglaze owes"
        goal.own_words = "As Tamsyn Polglaze says"
        tx.journal("test.arranged")
    part = carried(desk)[1][kept.kezia]

    assert not of_kind(part, "goal", "own_words")
    assert [one.value for one in of_kind(part, "action", "text")] == ["Ring the hostel"]


def test_a_field_whose_words_stay_keeps_its_older_words_with_it(desk: Desk, kept: Planted) -> None:
    for words in ("By the bridge", "By the bridge with Tamsyn Polglaze"):
        with desk.act(Right.EDIT_PEOPLE) as tx:
            tx.get(Person, kept.kezia).housing = None
            tx.get(Person, kept.kezia).mobility = words
            tx.journal("test.arranged", record=kept.kezia)
    part = carried(desk)[1][kept.kezia]

    assert not of_kind(part, "person", "mobility")


def test_who_left_their_post_takes_nobody_along(desk: Desk, kept: Planted) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = desk.today()
        tx.journal("test.arranged")

    assert not carried(desk)[1]


def test_after_a_handover_the_next_lead_takes_the_person_along(desk: Desk, kept: Planted) -> None:
    hand_over(desk, kept.case, NURSE, note="All told", reasons={"not-told": "away"})

    assert not carried(desk)[1]
    assert kept.kezia in carried(desk, NURSE)[1]


def test_a_deputy_takes_along_only_whom_the_panel_grants_of_whom_they_stand_in_for(
    desk: Desk, kept: Planted
) -> None:
    def along(*also: UUID) -> frozenset[UUID]:
        with desk.read(Right.SETTLE) as look:
            return lead_reader(look, NURSE, also).own_people

    assert along(kept.kezia) == {kept.tamsyn}  # stands in for nobody
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, NURSE).deputy_of_id = WORKER
        tx.journal("test.arranged")
    assert along() == {kept.tamsyn}
    assert along(kept.kezia, kept.denzil) == {kept.tamsyn, kept.kezia}
