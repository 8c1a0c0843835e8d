"""Nobody on file is named in a place plan: refused when it is written, blotted when it is read."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.places.actions import agree_place_action, describe_place_action
from coordinator.casework.places.group_reads import find_place_groups
from coordinator.casework.places.groups import found_place_group
from coordinator.casework.places.measures import add_place_measure, record_place_reading
from coordinator.casework.places.plans import (
    add_place_priority,
    describe_place_plan,
    draft_place_plan,
    end_place_plan,
)
from coordinator.casework.places.reading import find_place_plans, read_place_plan
from coordinator.casework.records.history import read_history
from coordinator.db.models import Person
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.places.rules import (
    NewGroup,
    NewMeasure,
    NewPlacePlan,
    NewPriority,
    NewReading,
    PlaceActionWords,
)
from coordinator.domain.roles import Right, Role
from coordinator.domain.small_numbers import Hidden
from tests.casework.entries_on_file import a_person
from tests.casework.places.planned import (
    FROM,
    UNTIL,
    a_place_plan,
    a_priority,
    an_action,
    new_action,
)
from tests.casework.test_nothing_leaks import words_in
from tests.stores import HOUSING, OFFICER, sitting
from tests.switched import switch_on

WHOLE, WORD = "Talk to Kezia Trelawny", "Trelawny Road"
BLOT = "[name hidden]"


def _writes(desk: Desk, text: str) -> dict[str, object]:
    plan = a_place_plan(desk)
    priority = a_priority(desk, plan)
    measure = add_place_measure(desk, plan, NewMeasure("Calls", "Police")).result
    return {
        "title": lambda: draft_place_plan(desk, NewPlacePlan("Truro", text, FROM, UNTIL)),
        "summary": lambda: describe_place_plan(desk, plan, seen=1, summary=text),
        "why": lambda: add_place_priority(desk, plan, NewPriority("Noise", text)),
        "caveat": lambda: add_place_measure(
            desk, plan, NewMeasure("Calls", "Police", caveat=text)
        ),
        "value": lambda: record_place_reading(desk, measure, NewReading(text)),
        "text": lambda: agree_place_action(desk, priority, new_action(text=text)),
        "measure": lambda: agree_place_action(desk, priority, new_action(measure=text)),
        "end_reason": lambda: end_place_plan(desk, plan, seen=1, reason=text),
        "task": lambda: found_place_group(desk, NewGroup("Group", GroupKind.BOARD, task=text)),
    }


@pytest.mark.parametrize(
    ("text", "rule"), [(WHOLE, "names-somebody"), (WORD, "may-name-somebody")]
)
def test_a_name_on_file_is_refused_in_every_text_of_a_plan(
    desk: Desk, text: str, rule: str
) -> None:
    a_person(desk)
    for field, write in _writes(desk, text).items():
        with pytest.raises(InvalidFieldsError) as refused:
            write()  # type: ignore[operator]
        assert refused.value.fields == {field: rule}


def test_a_whole_name_is_refused_whatever_is_said_of_it(desk: Desk) -> None:
    a_person(desk)
    plan = a_place_plan(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        describe_place_plan(desk, plan, seen=1, summary=WHOLE, nobody_is_meant=True)
    assert refused.value.fields == {"summary": "names-somebody"}


def test_a_street_that_is_said_to_be_no_name_of_theirs_stays_and_is_not_asked_about_again(
    desk: Desk,
) -> None:
    a_person(desk)
    plan = a_place_plan(desk)
    describe_place_plan(desk, plan, seen=1, summary=f"Lights in {WORD}.", nobody_is_meant=True)
    (_drafted, entry) = sorted(read_history(desk, plan).happenings, key=lambda one: one.act)[::-1]
    assert entry.act == "place_plan.described"
    assert "no name of theirs" in entry.reason
    an_action(desk, a_priority(desk, plan), text=f"Mend the lamps of {WORD}")
    printed = read_place_plan(desk, plan, to_print=True)
    assert printed.plan.summary == f"Lights in {WORD}."
    assert printed.priorities[0].actions[0].row.text == f"Mend the lamps of {WORD}"
    assert printed.plan.no_names == ()


def test_a_name_somebody_got_later_is_blotted_on_paper_and_for_who_does_not_decide(
    desk: Desk,
) -> None:
    plan = a_place_plan(desk, title=f"Calm in {WORD}")
    priority = a_priority(desk, plan, f"Noise in {WORD}")
    an_action(desk, priority, text=f"Walk {WORD}", measure=f"{WORD} walked twice")
    measure = add_place_measure(
        desk, plan, NewMeasure(f"Calls from {WORD}", f"{WORD} survey", caveat=f"{WORD} only")
    ).result
    record_place_reading(desk, measure, NewReading(f"Four in {WORD}"))
    a_person(desk)
    assert WORD in read_place_plan(desk, plan).plan.title
    theirs = sitting(desk, OFFICER, Role.COMMISSIONER, HOUSING)
    for page in (read_place_plan(desk, plan, to_print=True), read_place_plan(theirs, plan)):
        assert page.plan.title == f"Calm in {BLOT} Road"
        assert "Trelawny" not in " ".join(words_in(page))
        assert page.plan.number == "P26-001"
        assert page.priorities[0].actions[0].row.number == "A26-0001"
        assert page.priorities[0].actions[0].measure == f"{BLOT} Road walked twice"
        assert page.measures[0].caveat == f"{BLOT} Road only"
        assert page.measures[0].readings[0].value == f"Four in {BLOT} Road"
    assert find_place_plans(theirs)[0].title == f"Calm in {BLOT} Road"
    assert find_place_plans(desk)[0].title == f"Calm in {WORD}"


def test_agencies_and_those_who_do_the_work_are_called_by_their_names(desk: Desk) -> None:
    a_person(desk, "Kerrow", "Homes")
    plan = a_place_plan(desk)
    add_place_priority(desk, plan, NewPriority("Homes for all", "", HOUSING), nobody_is_meant=True)
    (priority,) = read_place_plan(desk, plan, to_print=True).priorities
    assert priority.owner_agency == "Kerrow Homes"


def test_what_is_changed_of_an_action_is_held_to_the_same(desk: Desk) -> None:
    a_person(desk)
    action = an_action(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        describe_place_action(desk, action, seen=1, words=PlaceActionWords(WORD, "Done"))
    assert refused.value.fields == {"text": "may-name-somebody"}
    describe_place_action(
        desk, action, seen=1, words=PlaceActionWords(WORD, "Done"), nobody_is_meant=True
    )
    (plan,) = find_place_plans(desk)
    (one,) = read_place_plan(desk, plan.id).priorities[0].actions
    assert (one.row.text, one.measure) == (WORD, "Done")


def test_people_of_a_place_are_counted_and_small_counts_hidden_outside_the_panel(
    desk: Desk,
) -> None:
    plan = a_place_plan(desk, "Penzance")
    assert read_place_plan(desk, plan).plan.people == 0
    for name in ("Kezia", "Petroc", "Jory"):
        tag(desk, name, " penzance ")
    tag(desk, "Merryn", "Truro")
    assert read_place_plan(desk, plan).plan.people == 3
    assert read_place_plan(desk, plan, to_print=True).plan.people is Hidden.SMALL
    theirs = sitting(desk, OFFICER, Role.COMMISSIONER, HOUSING)
    assert find_place_plans(theirs)[0].people is Hidden.SMALL
    for name in ("Lowen", "Bryher"):
        tag(desk, name, "Penzance")
    assert read_place_plan(desk, plan, to_print=True).plan.people == 5


def test_a_group_that_names_somebody_later_is_blotted_for_who_does_not_decide(desk: Desk) -> None:
    switch_on(desk, Feature.PLACES)
    found_place_group(desk, NewGroup(f"Friends of {WORD}", GroupKind.BOARD, with_seats=False))
    a_person(desk)
    theirs = sitting(desk, OFFICER, Role.COMMISSIONER, HOUSING)
    assert [one.name for one in find_place_groups(theirs)] == [f"Friends of {BLOT} Road"]
    assert [one.name for one in find_place_groups(desk)] == [f"Friends of {WORD}"]


def tag(desk: Desk, name: str, place: str) -> None:
    person = a_person(desk, name, f"{name}ow")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).place = place
        tx.journal("test.arranged", record=person)
