"""Whatever the rows are, each becomes exactly one thing, and what is on file is only added to."""

from copy import deepcopy
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.casework.imports.on_file import TAKEN, Known, OnFile, number
from coordinator.casework.imports.planning_people import find_alike, plan_people
from coordinator.domain.people.duplicates import Likeness
from coordinator.domain.returns.imports import NHS, References
from coordinator.sheets.people import PersonRow

TODAY = date(2026, 11, 20)
GIVEN = st.sampled_from(["Kezia", "Keziah", "Tomos", "Zo\u00eb", ""])
FAMILY = st.sampled_from(["Trelawny", "Gray", "O'Neill", ""])
BIRTHS = st.sampled_from([None, date(1981, 5, 14), date(1981, 5, 15), date(1990, 11, 2)])
IDS = st.sampled_from(["", "C1", "c1", "C2"])
NHS_NUMBERS = st.sampled_from(["", "9434765919", "4010232137"])
PHONES = st.sampled_from(["", "01632 960001", "01632 960002"])

ROWS = st.builds(
    PersonRow,
    sheet=st.just(""),
    row=st.integers(2, 999),
    given_name=GIVEN,
    family_name=FAMILY,
    source_id=IDS,
    reference=st.sampled_from(["", "KP-0001", "kp 3", "H/1"]),
    born_on=BIRTHS,
    phone=PHONES,
    nhs_number=NHS_NUMBERS,
    died_on=st.sampled_from([None, date(1960, 1, 1), date(2020, 1, 1)]),
)


@st.composite
def people_on_file(draw: st.DrawFn) -> list[Known]:
    count = draw(st.integers(0, 4))
    ids = draw(st.lists(IDS.filter(bool), min_size=count, max_size=count))
    nhs = draw(st.permutations(["9434765919", "4010232137", "", ""]))
    found = []
    for at in range(count):
        fields: dict[str, Any] = dict.fromkeys(TAKEN, "")
        fields |= {"estimated_age": None, "needs_interpreter": None}
        fields |= {"safe_to_call": None, "housing": None}
        given_name, family, born_on = draw(GIVEN), draw(FAMILY), draw(BIRTHS)
        fields |= {"given_name": given_name, "family_name": family, "born_on": born_on}
        fields["phone"] = draw(PHONES)
        numbers = {number("Street team", ids[at])}
        if nhs[at]:
            numbers.add(number(NHS, nhs[at]))
        likeness = Likeness(
            UUID(int=at + 1), (f"{given_name} {family}".strip(),), born_on, frozenset(numbers)
        )
        found.append(
            Known(UUID(int=at + 1), f"KP-{at + 1:04d}", likeness, fields, draw(st.booleans()))
        )
    return found


@given(people=people_on_file(), rows=st.lists(ROWS, max_size=12))
def test_every_row_becomes_one_thing_and_nothing_on_file_is_overwritten(
    people: list[Known], rows: list[PersonRow]
) -> None:
    before = {known.id: deepcopy(known.fields) for known in people}
    dead = {known.id for known in people if known.has_died}
    references = References("KP", [known.reference for known in people])
    plan = plan_people(rows, OnFile(people), references, "Street team", TODAY)

    refused = sum(remark.refuses for remark in plan.remarks)
    assert len(plan.arriving) + len(plan.on_file) + plan.repeats + refused == len(rows)
    given_out = [new.reference for new in plan.arriving]
    assert len(set(given_out)) == len(given_out)
    assert set(given_out).isdisjoint(known.reference for known in people)
    for filling in plan.fillings:
        assert filling.person not in dead
        for name, value in filling.fields.items():
            assert before[filling.person][name] in {"", None}
            before[filling.person][name] = value
    held = [one for known in people for one in known.likeness.numbers if one[0] == "nhs"]
    held += [number(NHS, new.nhs_number) for new in plan.arriving if new.nhs_number]
    held += [number(NHS, one.nhs_number) for one in plan.fillings if one.nhs_number]
    assert len(set(held)) == len(held)
    for new in plan.arriving:
        assert new.died_on is None or new.died_on <= TODAY
    assert {one.reference for one in find_alike(plan, OnFile(people))} <= {
        "",
        *(known.reference for known in people),
    }
