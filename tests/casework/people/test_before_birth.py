"""Nothing was counted, scored, found or assessed of somebody who was not born yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.assessments.scoring import score_person
from coordinator.casework.demand.counting import change_count, note_count
from coordinator.casework.desk import Desk
from coordinator.casework.needs.profile import record_needs
from coordinator.casework.people.assessments import change_assessment, note_assessment
from coordinator.casework.people.entering import correct_person
from coordinator.db.models import Person
from coordinator.domain.assessments.rules import Scoring
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.people.assessments import Assessment
from coordinator.wording.refusals.rules import field_words
from tests.casework import needs_on_file
from tests.casework.demand.counted import JUNE
from tests.casework.entries_on_file import a_person
from tests.scored import needs, tool
from tests.switched import switch_on

BORN = date(1990, 5, 20)
BEFORE = BORN - timedelta(days=1)
Act = Callable[[date], object]


def acts(desk: Desk, person: UUID) -> dict[str, tuple[Act, ...]]:
    """Give what says of a day what was so of somebody, by the field the day stands in."""
    switch_on(desk, Feature.ASSESSMENTS)
    scored = tool(desk).id
    drugs = needs_on_file.found(NeedDomain.DRUGS)
    kept = note_assessment(desk, person, Assessment("DASH", BORN)).result
    count = note_count(desk, person, JUNE).result
    arrests = replace(JUNE, measure=DemandMeasure.ARRESTS)
    return {
        "done_on": (
            lambda day: score_person(desk, person, Scoring(scored, day, needs(3))),
            lambda day: note_assessment(desk, person, Assessment("ViST", day)),
            lambda day: change_assessment(desk, kept, Assessment("DASH", day), seen=1),
        ),
        "seen_on": (lambda day: record_needs(desk, person, replace(drugs, seen_on=day)),),
        "from_on": (
            lambda day: note_count(desk, person, replace(arrests, from_on=day, to_on=day)),
            lambda day: change_count(desk, count, replace(JUNE, from_on=day, to_on=day), seen=1),
        ),
    }


def test_a_day_before_they_were_born_is_refused_at_its_field(desk: Desk) -> None:
    person = a_person(desk)
    correct_person(desk, person, seen=_revision(desk, person), born_on=BORN)
    for field, said in acts(desk, person).items():
        for act in said:
            with pytest.raises(InvalidFieldsError) as refused:
                act(BEFORE)
            assert refused.value.fields == {field: "before-birth"}
            assert "before they were born" in field_words(field, "before-birth")
            act(BORN)


def test_where_nobody_knows_when_they_were_born_nothing_is_refused(desk: Desk) -> None:
    person = a_person(desk)
    for said in acts(desk, person).values():
        for act in said:
            act(BEFORE)


def _revision(desk: Desk, person: UUID) -> int:
    with desk.store.reading() as look:
        return look.get(Person, person).revision
