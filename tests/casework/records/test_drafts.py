"""What somebody types is kept as typed, for them alone, and is no history."""

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import register_person
from coordinator.casework.records.drafts import drop_draft, keep_draft, read_draft, read_drafts
from tests.stores import Clock


def test_a_form_comes_back_as_it_was_left(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    keep_draft(desk, "person.details", person, seen=1, values={"phone": "01632 96"})
    keep_draft(desk, "person.details", person, seen=1, values={"phone": "01632 960001"})

    found = read_draft(desk, "person.details", person)

    assert found is not None
    assert (found.seen, found.values) == (1, {"phone": "01632 960001"})


def test_a_draft_is_nobody_elses_and_no_history(desk: Desk, chair: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.read() as look:
        before = look.history.head()
    keep_draft(desk, "person.details", person, seen=1, values={"phone": "01632 960001"})

    assert read_draft(chair, "person.details", person) is None
    with desk.read() as look:
        assert look.history.head() == before


def test_drafts_are_listed_latest_first_and_go_when_dropped(desk: Desk, clock: Clock) -> None:
    person = register_person(desk, given_name="Tomos").result
    keep_draft(desk, "person.details", person, seen=1, values={})
    clock.move(minutes=1)
    keep_draft(desk, "contact", person, seen=0, values={"note": "not there"})
    assert [draft.form for draft in read_drafts(desk)] == ["contact", "person.details"]

    drop_draft(desk, "contact", person)
    drop_draft(desk, "contact", person)

    assert [draft.form for draft in read_drafts(desk)] == ["person.details"]
