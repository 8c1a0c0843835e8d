"""Scoring somebody: refused at the field, kept item by item, told only as far as it is known."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.assessments.reading import (
    histories_about,
    read_assessments,
    read_tools,
)
from coordinator.casework.assessments.scoring import end_scoring, score_person
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.people.assessments import note_assessment
from coordinator.casework.people.entering import record_death
from coordinator.casework.records.history import read_person_history
from coordinator.domain.assessments.rules import NOT_THERE, THERE, Score, Scoring
from coordinator.domain.assessments.views import ToolHistory
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.wording.scores import came_and_was, item_words, latest_words, score_chart
from tests.casework.counting import queries
from tests.casework.test_nothing_leaks import words_in
from tests.requests import known_case
from tests.scored import FACTORS, led, needs, score, tool
from tests.stores import NURSE, OFFICER, POLICE, TODAY, sitting
from tests.switched import switch_on

AUGUST = date(2026, 8, 14)
ALL = (3, 2, 1, 4, 6, 2, 3, 4, 1, 2)
EARLIER = (4, 2, 2, 6, 6, 3, 3, 4, 2, 2)


def of(desk: Desk, person: object) -> ToolHistory:
    (history,) = read_assessments(desk, person).histories  # type: ignore[arg-type]
    return history


def test_every_item_is_kept_with_its_reason_and_the_scorer_and_day(desk: Desk) -> None:
    person = known_case(desk)
    said = Scoring(
        tool(desk).id, AUGUST, needs(*ALL), NURSE, purpose="To see what changes", note="At home"
    )
    switch_on(desk, Feature.ASSESSMENTS)
    score_person(desk, person, said)
    latest = of(desk, person).latest
    assert latest is not None
    assert (latest.scorer, latest.agency, latest.done_on) == (
        "Kasia Dębska",
        "Kerrow Mental Health",
        AUGUST,
    )
    assert latest.scores == dict(needs(*ALL))
    assert (latest.total.points, latest.total.is_whole) == (sum(ALL), True)
    assert (latest.purpose, latest.note) == ("To see what changes", "At home")


def test_a_total_without_all_items_says_of_how_many_it_is(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(*ALL[:-1]))
    history = of(desk, person)
    assert came_and_was(history) == f"{sum(ALL[:-1])}, from 9 of 10 items"
    assert not history.latest.total.is_whole  # type: ignore[union-attr]


def test_it_is_told_beside_the_time_before_without_praise(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(*EARLIER), AUGUST)
    score(desk, person, needs(*ALL))
    history = of(desk, person)
    assert (sum(EARLIER), sum(ALL)) == (34, 28)
    assert came_and_was(history) == "28 (34 in August)"
    assert latest_words(history, TODAY) == "Needs score 28 (34 in August), Aled Hâf, Thu 19 Nov"
    told = [item_words(row, history.tool.tool.kind, history) for row in history.items]
    assert told[0] == "3 of 4 (4 in August)"
    assert told[3] == "4 of 8 (6 in August)"


def test_what_was_not_known_before_is_said_item_by_item(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(4, None, 1), AUGUST)
    score(desk, person, needs(None, 2, 1))
    history = of(desk, person)
    told = [item_words(row, history.tool.tool.kind, history) for row in history.items]
    assert told[:3] == [
        "Not known (4 in August)",
        "2 of 4 (not known in August)",
        "1 of 4 (1 in August)",
    ]
    assert score_chart(history) is None  # no total is whole: nothing could be drawn
    score(desk, person, needs(*ALL))
    chart = score_chart(of(desk, person))
    assert chart is not None
    assert [point.value for point in chart.lines[0].points] == [None, None, sum(ALL)]
    assert "5, from 2 of 10 items" in chart.words


def test_totals_over_time_are_drawn_on_the_tools_own_scale(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(*EARLIER), AUGUST)
    assert score_chart(of(desk, person)) is None
    score(desk, person, needs(*ALL[:4]), AUGUST + timedelta(days=30))
    score(desk, person, needs(*ALL))
    chart = score_chart(of(desk, person))
    assert chart is not None
    assert (chart.lowest, chart.highest) == (0, 48)
    assert [point.value for point in chart.lines[0].points] == [34, None, 28]


@pytest.mark.parametrize(
    ("scores", "field", "rule"),
    [
        (needs(5), "value engagement", "out-of-range"),
        (needs(-1), "value engagement", "negative"),
        (needs(1, 1, 1, 3), "value risk_to_others", "off-step"),
        (needs(1, 1, 1, 10), "value risk_to_others", "out-of-range"),
        (needs(1, why=" "), "why engagement", "required"),
        (needs(), "value engagement", "nothing-scored"),
        ({}, "value engagement", "nothing-scored"),
        ({"weather": Score(1, "Wet")}, "items", "unknown"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_kept(
    desk: Desk, scores: dict[str, Score], field: str, rule: str
) -> None:
    person = known_case(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        score(desk, person, scores)
    assert refused.value.fields[field] == rule
    assert read_assessments(desk, person).histories == ()


def test_nought_needs_no_reason_and_the_day_has_been(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(0, 0))
    with pytest.raises(InvalidFieldsError) as refused:
        score(desk, person, needs(1), TODAY + timedelta(days=1))
    assert refused.value.fields == {"done_on": "in-the-future"}
    with pytest.raises(InvalidFieldsError, match="required"):
        score_person(desk, person, Scoring(tool(desk).id, None, needs(1)))


def test_one_that_ended_is_readable_and_drawn_no_more(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(*EARLIER), AUGUST)
    wrong = score(desk, person, needs(*ALL))
    with pytest.raises(ReasonNeededError):
        end_scoring(desk, wrong, reason="")
    end_scoring(desk, wrong, reason="Scored for somebody else")
    with pytest.raises(GuardError, match="scoring-ended"):
        end_scoring(desk, wrong, reason="again")
    history = of(desk, person)
    assert (len(history.scored), len(history.standing)) == (2, 1)
    assert came_and_was(history) == "34"
    assert history.scored[0].end_reason == "Scored for somebody else"
    told = " ".join(words_in(read_person_history(desk, person)))
    assert "assessment.scored" in told
    assert "assessment.score_ended" in told


def test_a_list_of_factors_has_no_total_and_is_counted_over_the_caseload(desk: Desk) -> None:
    first, second = known_case(desk), known_case(desk)
    known_case(desk)
    factors = tool(desk, FACTORS).tool.items
    there = Score(THERE, "Seen")
    score(desk, first, {factors[0].key: there}, AUGUST, name=FACTORS)
    score(
        desk,
        first,
        {factors[0].key: Score(NOT_THERE), factors[1].key: there},
        name=FACTORS,
    )
    score(desk, second, {factors[1].key: there}, name=FACTORS)
    history = of(desk, first)
    assert came_and_was(history).startswith("1 of 14 factors, 12 not known (1 of 14")
    assert [item_words(row, history.tool.tool.kind, history) for row in history.items[:2]] == [
        "Not there (there in August)",
        "There (not known in August)",
    ]
    (counted,) = read_tools(desk).prevalence
    assert (counted.people, counted.asked) == (3, 2)
    said = [(one.there, one.not_there, one.not_known) for one in counted.factors[:3]]
    assert said == [(0, 1, 1), (2, 0, 0), (0, 0, 2)]


def test_who_may_not_have_it_is_not_told_and_writes_nothing(desk: Desk) -> None:
    person = known_case(desk)
    kept = score(desk, person, needs(*EARLIER), AUGUST, sensitivity=Sensitivity.RESTRICTED)
    score(desk, person, needs(*ALL))
    nurse = led(desk, person)
    assert came_and_was(of(nurse, person)) == "28"
    assert came_and_was(of(desk, person)) == "28 (34 in August)"
    with pytest.raises(WithheldError):
        end_scoring(nurse, kept, reason="no")
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        score(officer, person, needs(1))


def test_here_and_elsewhere_stand_in_one_place(desk: Desk) -> None:
    person = known_case(desk)
    page = read_assessments(desk, person)
    assert (page.is_empty, page.is_on, page.may_score) == (True, False, False)
    note_assessment(desk, person, Assessment("DASH", TODAY, "High"))
    switch_on(desk, Feature.ASSESSMENTS)
    score(desk, person, needs(1))
    page = read_assessments(desk, person)
    assert [one.assessment.tool for one in page.elsewhere] == ["DASH"]
    assert (len(page.histories), page.is_on, page.may_score) == (1, True, True)
    assert [one.tool.name for one in page.tools] == ["Needs score", FACTORS]
    assert page.reference


def test_nothing_is_scored_of_who_died_or_with_a_tool_that_is_none(desk: Desk) -> None:
    switch_on(desk, Feature.ASSESSMENTS)
    person = known_case(desk)
    with pytest.raises(MissingRecordError):
        score_person(desk, person, Scoring(person, TODAY, needs(1)))
    kept = score(desk, person, needs(1))
    record_death(desk, person, died_on=TODAY, source="A nurse")
    for refused in (
        lambda: score(desk, person, needs(1)),
        lambda: end_scoring(desk, kept, reason="no"),
    ):
        with pytest.raises(GuardError, match="person-died"):
            refused()


def test_the_scores_of_items_travel_as_far_as_what_they_are_part_of(desk: Desk) -> None:
    person = known_case(desk)
    key = score(desk, person, needs(*ALL), purpose="To see")
    nurse = led(desk, person)
    offered = [one.kind for one in find_restrictable(desk, person)]
    assert offered.count(RecordKind.ASSESSMENT) == 1
    assert RecordKind.ASSESSMENT_SCORE not in offered

    held, back = Sensitivity.RESTRICTED, Sensitivity.STANDARD
    set_sensitivity(desk, RecordKind.ASSESSMENT, key, held, seen=1)
    assert read_assessments(nurse, person).histories == ()
    with nurse.read() as look:
        assert look.assessments.scores([key]) == []
    set_sensitivity(desk, RecordKind.ASSESSMENT, key, back, seen=2, reason="Theirs to know")
    assert of(nurse, person).latest == of(desk, person).latest


def test_one_score_that_is_kept_is_not_taken_for_one_that_is_not_known(desk: Desk) -> None:
    person = known_case(desk)
    key = score(desk, person, needs(*ALL))
    with desk.store.reading() as look:
        one = next(each for each in look.assessments.scores([key]) if each.item == "engagement")
        kept = one.id
    set_sensitivity(desk, RecordKind.ASSESSMENT_SCORE, kept, Sensitivity.RESTRICTED, seen=1)
    nurse = led(desk, person)
    history = of(nurse, person)
    assert item_words(history.items[0], history.tool.tool.kind, history) == "Kept from you"
    assert came_and_was(history) == "25, from 9 of 10 items"


def test_however_many_were_scored_the_store_is_asked_as_often(desk: Desk) -> None:
    people = [known_case(desk, f"Tomos {at}") for at in range(5)]
    for person in people:
        score(desk, person, needs(3, 2), AUGUST)
        score(desk, person, needs(*ALL))

    def asked(whom: list[UUID]) -> int:
        with desk.read() as look:
            sight = sight_of(desk, look, whom)
            with queries(desk) as sent:
                found = histories_about(look, whom, sight)
            assert found.keys() == set(whom)
            return len(sent)

    assert asked(people[:1]) == asked(people)
