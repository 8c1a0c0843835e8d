"""Place plans: drafted, agreed, ended; priorities and measures with their readings."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.casework.panel.settings import change_line, read_topic, start_as
from coordinator.casework.places.measures import (
    add_place_measure,
    describe_place_measure,
    end_place_measure,
    record_place_reading,
    remove_place_reading,
)
from coordinator.casework.places.plans import (
    add_place_priority,
    agree_place_plan,
    describe_place_plan,
    describe_place_priority,
    draft_place_plan,
    end_place_plan,
    end_place_priority,
    reopen_place_plan,
)
from coordinator.casework.places.reading import (
    find_place_plan,
    find_place_plans,
    read_place_plan,
)
from coordinator.casework.records.history import read_history
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
)
from coordinator.domain.lists.panel import Feature, Topic
from coordinator.domain.places.rules import NewMeasure, NewPlacePlan, NewPriority, NewReading
from coordinator.domain.places.views import PlacePlanRow
from coordinator.domain.roles import Role
from coordinator.domain.states import PlacePlanStatus
from tests.casework.places.planned import FROM, UNTIL, a_place_plan, a_priority, an_action
from tests.stores import HOUSING, OFFICER, TODAY, sitting
from tests.switched import switch_off, switch_on

SURVEY = NewMeasure(
    "Residents who feel safe outside after dark",
    "Residents' survey, question 4",
    baseline="49%",
    baseline_on=date(2026, 1, 15),
    target="60%",
    target_on=UNTIL,
    caveat="412 answers; not weighted by age.",
)


def the_plan(desk: Desk) -> PlacePlanRow:
    (row,) = find_place_plans(desk)
    return row


def test_a_plan_is_drafted_with_a_number_of_its_own_and_read_by_place(desk: Desk) -> None:
    second = a_place_plan(desk, "Truro")
    first = a_place_plan(desk, "Bodmin", title=" Calm in the town square ")
    rows = find_place_plans(desk)
    assert [row.id for row in rows] == [first, second]
    assert [row.number for row in rows] == ["P26-002", "P26-001"]
    assert rows[0].title == "Calm in the town square"
    assert rows[0].status is PlacePlanStatus.DRAFT
    assert find_place_plan(desk, " p26-001 ") == second
    with pytest.raises(MissingRecordError):
        find_place_plan(desk, "P26-009")


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        (NewPlacePlan(" ", "Title", FROM, UNTIL), {"place": "required"}),
        (NewPlacePlan("Truro", "", FROM, UNTIL), {"title": "required"}),
        (NewPlacePlan("Truro", "T" * 201, FROM, UNTIL), {"title": "too-long"}),
        (NewPlacePlan("Truro", "Title"), {"from_on": "required", "to_on": "required"}),
        (NewPlacePlan("Truro", "Title", UNTIL, FROM), {"to_on": "before-start"}),
    ],
)
def test_a_plan_without_its_place_title_or_time_is_refused_at_the_field(
    desk: Desk, new: NewPlacePlan, wrong: dict[str, str]
) -> None:
    switch_on(desk, Feature.PLACES)
    with pytest.raises(InvalidFieldsError) as refused:
        draft_place_plan(desk, new)
    assert refused.value.fields == wrong
    assert find_place_plans(desk) == ()


def test_a_plan_is_agreed_once_it_has_a_priority_and_ended_with_a_reason(desk: Desk) -> None:
    plan = a_place_plan(desk)
    with pytest.raises(GuardError, match="place-plan-empty"):
        agree_place_plan(desk, plan, seen=1)
    a_priority(desk, plan)
    seen = agree_place_plan(desk, plan, seen=the_plan(desk).revision).result
    assert the_plan(desk).agreed_on == TODAY
    with pytest.raises(TransitionError):
        agree_place_plan(desk, plan, seen=seen)
    with pytest.raises(ReasonNeededError):
        end_place_plan(desk, plan, seen=seen, reason=" ")
    seen = end_place_plan(desk, plan, seen=seen, reason="The money ended.").result
    row = the_plan(desk)
    assert (row.status, row.ended_on, row.end_reason) == (
        PlacePlanStatus.ENDED,
        TODAY,
        "The money ended.",
    )
    with pytest.raises(GuardError, match="place-plan-ended"):
        agree_place_plan(desk, plan, seen=seen)
    reopen_place_plan(desk, plan, seen=seen, reason="New money.")
    assert the_plan(desk).status is PlacePlanStatus.AGREED
    told = [entry.act for entry in read_history(desk, plan).happenings]
    assert {"place_plan.drafted", "place_plan.agreed", "place_plan.ended"} <= set(told)


def test_nothing_is_written_in_a_plan_that_ended(desk: Desk) -> None:
    plan = a_place_plan(desk)
    priority = a_priority(desk, plan)
    measure = add_place_measure(desk, plan, SURVEY).result
    end_place_plan(desk, plan, seen=the_plan(desk).revision, reason="Done.")
    writes: list[Callable[[], object]] = [
        lambda: describe_place_plan(desk, plan, seen=1, title="Other"),
        lambda: add_place_priority(desk, plan, NewPriority("Other")),
        lambda: describe_place_priority(desk, priority, seen=1, title="Other"),
        lambda: end_place_priority(desk, priority, seen=1, reason="Over"),
        lambda: add_place_measure(desk, plan, SURVEY),
        lambda: describe_place_measure(desk, measure, seen=1, title="Other"),
        lambda: record_place_reading(desk, measure, NewReading("55%")),
        lambda: an_action(desk, priority),
    ]
    for write in writes:
        with pytest.raises(GuardError, match="place-plan-ended"):
            write()


def test_a_form_filled_from_an_older_plan_is_refused_where_the_same_field_changed(
    desk: Desk,
) -> None:
    plan = a_place_plan(desk)
    describe_place_plan(desk, plan, seen=1, title="Calm evenings")
    describe_place_plan(desk, plan, seen=1, summary="What the town asked for.")
    with pytest.raises(StaleRecordError):
        describe_place_plan(desk, plan, seen=1, title="Quiet evenings")
    assert (the_plan(desk).title, the_plan(desk).summary) == (
        "Calm evenings",
        "What the town asked for.",
    )
    with pytest.raises(InvalidFieldsError) as refused:
        describe_place_plan(desk, plan, seen=2, to_on=FROM - timedelta(days=1))
    assert refused.value.fields == {"to_on": "before-start"}
    with pytest.raises(InvalidFieldsError):
        describe_place_plan(desk, plan, seen=2, status=PlacePlanStatus.AGREED)


def test_priorities_stand_in_order_with_the_agency_that_leads(desk: Desk) -> None:
    plan = a_place_plan(desk)
    first = add_place_priority(
        desk, plan, NewPriority("Street drinking", "Asked for most", HOUSING)
    ).result
    second = a_priority(desk, plan, "Lighting")
    describe_place_priority(desk, second, seen=1, rank=0)
    page = read_place_plan(desk, plan)
    assert [one.id for one in page.priorities] == [second, first]
    assert page.priorities[1].owner_agency == "Kerrow Homes"
    end_place_priority(desk, second, seen=2, reason="The lights are in.")
    with pytest.raises(GuardError, match="ended-already"):
        an_action(desk, second)
    assert the_plan(desk).priorities == 1


def test_a_measure_is_read_again_over_time_and_keeps_its_caveat(desk: Desk) -> None:
    plan = a_place_plan(desk)
    measure = add_place_measure(desk, plan, SURVEY).result
    record_place_reading(desk, measure, NewReading("52%", TODAY - timedelta(days=1)))
    wrong = record_place_reading(desk, measure, NewReading("99%", TODAY)).result
    record_place_reading(
        desk, measure, NewReading("51%", TODAY - timedelta(days=90), "A proxy survey")
    )
    with pytest.raises(ReasonNeededError):
        remove_place_reading(desk, wrong, reason="")
    remove_place_reading(desk, wrong, reason="Typed for another town.")
    (row,) = read_place_plan(desk, plan).measures
    assert [read.value for read in row.readings] == ["51%", "52%"]
    assert [read.source for read in row.readings] == ["A proxy survey", SURVEY.source]
    assert row.latest is row.readings[-1]
    assert (row.baseline, row.target, row.caveat) == ("49%", "60%", SURVEY.caveat)
    end_place_measure(desk, measure, seen=row.revision, reason="No more surveys.")
    with pytest.raises(GuardError, match="ended-already"):
        record_place_reading(desk, measure, NewReading("53%"))


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({"title": " "}, {"title": "required"}),
        ({"source": ""}, {"source": "required"}),
        ({"baseline_on": TODAY + timedelta(days=1)}, {"baseline_on": "in-the-future"}),
        ({"baseline_on": TODAY, "target_on": FROM}, {"target_on": "before-start"}),
    ],
)
def test_a_measure_without_its_source_or_with_days_that_cannot_be_is_refused(
    desk: Desk, parts: dict[str, object], wrong: dict[str, str]
) -> None:
    plan = a_place_plan(desk)
    told: dict[str, object] = {"title": "Calls about noise", "source": "Police"} | parts
    with pytest.raises(InvalidFieldsError) as refused:
        add_place_measure(desk, plan, NewMeasure(**told))  # type: ignore[arg-type]
    assert refused.value.fields == wrong


def test_a_reading_of_a_day_to_come_or_without_a_value_is_refused(desk: Desk) -> None:
    measure = add_place_measure(desk, a_place_plan(desk), SURVEY).result
    for new, wrong in (
        (NewReading(""), {"value": "required"}),
        (NewReading("5", TODAY + timedelta(days=1)), {"read_on": "in-the-future"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            record_place_reading(desk, measure, new)
        assert refused.value.fields == wrong


def test_a_measure_belongs_to_a_priority_of_its_own_plan(desk: Desk) -> None:
    plan, other = a_place_plan(desk), a_priority(desk, a_place_plan(desk, "Truro"))
    with pytest.raises(InvalidFieldsError) as refused:
        add_place_measure(desk, plan, NewMeasure("Calls", "Police", other))
    assert refused.value.fields == {"priority_id": "unknown"}


def test_only_who_decides_writes_plans_and_everybody_reads_them(desk: Desk) -> None:
    plan = a_place_plan(desk)
    for role in (Role.COMMISSIONER, Role.REPRESENTATIVE, Role.AUDITOR, Role.LEAD_PROFESSIONAL):
        other = sitting(desk, OFFICER, role, HOUSING)
        with pytest.raises(NotPermittedError):
            a_place_plan(other)
        assert read_place_plan(other, plan).plan.title == "Safer after dark"


def test_places_are_shown_once_something_is_on_file(desk: Desk) -> None:
    assert Feature.PLACES not in find_features_in_use(desk)
    a_place_plan(desk)
    switch_off(desk, Feature.PLACES)
    assert Feature.PLACES in find_features_in_use(desk)


def test_places_are_shown_once_they_are_switched_on(desk: Desk) -> None:
    start_as(desk, "complex_needs")
    assert Feature.PLACES not in find_features_in_use(desk)
    (line,) = [one for one in read_topic(desk, Topic.FEATURES) if one.key == "places"]
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=True)
    assert Feature.PLACES in find_features_in_use(desk)
