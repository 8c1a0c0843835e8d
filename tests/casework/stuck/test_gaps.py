"""What the system lacks: raised, counted, put to commissioners, decided; nobody is named in it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from coordinator.casework.actions.barriers import find_barriers, identify_barrier, work_on_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import change_professional
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.naming import find_names
from coordinator.casework.people.entering import add_alias, register_person
from coordinator.casework.records.history import read_history
from coordinator.casework.stuck.gap_reads import find_gaps, find_gaps_fed, read_gap
from coordinator.casework.stuck.gaps import (
    close_gap,
    decide_gap,
    describe_gap,
    link_barrier,
    put_to_commissioner,
    raise_gap,
    reopen_gap,
    turn_into_gap,
    unlink_barrier,
)
from coordinator.db.models import Professional
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.roles import Right, Role
from coordinator.domain.small_numbers import Hidden
from coordinator.domain.states import BarrierStatus, GapStatus
from coordinator.domain.stuck.gaps import Commissioner, Decision, GapRow, NewGap
from tests.casework.entries_on_file import a_person
from tests.stores import CHAIR, COUNCIL, HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

PETS = BarrierCategory.HOUSING_COUPLES_PETS
NEW = NewGap("No rooms that take couples or dogs")


def a_barrier(desk: Desk, person: UUID | None = None) -> UUID:
    new = NewBarrier(PETS, person_id=person or a_person(desk))
    return identify_barrier(desk, new).result


def the_gap(desk: Desk) -> GapRow:
    (row,) = find_gaps(desk)
    return row


def test_a_gap_is_raised_from_nothing_and_has_a_number_an_age_and_a_theme(desk: Desk) -> None:
    first = TODAY - timedelta(days=400)
    raise_gap(desk, NewGap("No detox beds", GapTheme.SUBSTANCE_USE, first, affected_besides=7))
    row = the_gap(desk)
    assert (row.number, row.months, row.theme) == ("G26-001", 13, GapTheme.SUBSTANCE_USE)
    assert (row.affected, row.status, row.is_ageing) == (7, GapStatus.OPEN, True)
    raise_gap(desk, NEW)
    assert [one.number for one in find_gaps(desk)] == ["G26-001", "G26-002"]


def test_a_barrier_becomes_a_new_gap_in_one_act(desk: Desk) -> None:
    person = a_person(desk)
    barrier = a_barrier(desk, person)
    turn_into_gap(desk, barrier, seen=1, new=NEW, resolution="Stays with his sister meanwhile")

    (row,) = find_barriers(desk, [person], open_only=False)[person]
    assert (row.status, row.settled_on) == (BarrierStatus.GAP, TODAY)
    assert row.resolution == "Stays with his sister meanwhile"
    gap = the_gap(desk)
    assert (gap.theme, gap.affected) == (GapTheme.HOUSING, 1)
    assert find_gaps_fed(desk, [barrier])[barrier].number == gap.number
    names = [one.act for one in read_history(desk, barrier).happenings]
    assert "barrier.became_gap" in names


def test_a_barrier_feeds_a_gap_that_stands(desk: Desk) -> None:
    gap = raise_gap(desk, NEW).result
    assert turn_into_gap(desk, a_barrier(desk), seen=1, gap_id=gap).result == gap
    assert the_gap(desk).affected == 1
    for wrong in ({}, {"gap_id": gap, "new": NEW}):
        with pytest.raises(InvalidFieldsError):
            turn_into_gap(desk, a_barrier(desk), seen=1, **wrong)  # type: ignore[arg-type]
    with pytest.raises(MissingRecordError):
        turn_into_gap(desk, a_barrier(desk), seen=1, gap_id=uuid4())


def test_a_barrier_that_came_back_is_worked_on_and_still_counted(desk: Desk) -> None:
    person = a_person(desk)
    barrier = a_barrier(desk, person)
    gap = turn_into_gap(desk, barrier, seen=1, new=NEW).result
    with pytest.raises(TransitionError):
        turn_into_gap(desk, barrier, seen=2, gap_id=gap)
    work_on_barrier(desk, barrier, seen=2)
    (row,) = find_barriers(desk, [person])[person]
    assert row.settled_on is None
    turn_into_gap(desk, barrier, seen=3, gap_id=gap)
    assert the_gap(desk).affected == 1


def test_everybody_is_counted_once_and_those_not_on_file_besides(desk: Desk) -> None:
    first, second = a_person(desk), a_person(desk, "Jory", "Pascoe")
    gap = raise_gap(
        desk,
        NewGap("No rooms", affected_besides=2),
        barriers=[a_barrier(desk, first), a_barrier(desk, first)],
    ).result
    assert the_gap(desk).affected == 3
    other = a_barrier(desk, second)
    link_barrier(desk, other, gap_id=gap)
    assert the_gap(desk).affected == 4
    with pytest.raises(DuplicateRecordError):
        link_barrier(desk, other, gap_id=gap)
    unlink_barrier(desk, other, gap_id=gap)
    assert the_gap(desk).affected == 3
    with pytest.raises(MissingRecordError):
        unlink_barrier(desk, other, gap_id=gap)
    link_barrier(desk, other, gap_id=gap)
    assert the_gap(desk).affected == 4


def test_small_numbers_are_hidden_from_whoever_does_not_work_with_the_whole_panel(
    desk: Desk,
) -> None:
    person = a_person(desk)
    gap = raise_gap(
        desk, NewGap("No rooms", affected_besides=9), barriers=[a_barrier(desk, person)]
    ).result
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    row = the_gap(officer)
    assert (row.affected, row.affected_besides) == (10, Hidden.GIVES_AWAY)
    describe_gap(desk, gap, seen=1, affected_besides=0)
    assert the_gap(officer).affected is Hidden.SMALL
    assert the_gap(desk).affected == 1


def test_a_gap_shows_only_those_barriers_whose_people_the_reader_may_see(desk: Desk) -> None:
    person = a_person(desk)
    gap = raise_gap(desk, NEW, barriers=[a_barrier(desk, person)]).result
    assert [one.reference for one in read_gap(desk, gap).fed_by] == ["KP-0001"]
    exclude_agency(desk, person, agency_id=POLICE, reason="Asked for it")
    card = read_gap(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), gap)
    assert (card.fed_by, card.has_more) == ((), True)


def test_a_gap_goes_to_a_commissioner_is_decided_and_closed(desk: Desk) -> None:
    gap = raise_gap(desk, NEW).result
    with pytest.raises(TransitionError):
        close_gap(desk, gap, seen=1)
    with pytest.raises(InvalidFieldsError):
        put_to_commissioner(desk, gap, Commissioner(), seen=1)
    put_to_commissioner(desk, gap, Commissioner(name="D. Penrose", role="Head of housing"), seen=1)
    put_to_commissioner(desk, gap, Commissioner(CHAIR), seen=2)
    row = the_gap(desk)
    assert row.status is GapStatus.WITH_COMMISSIONER
    assert (row.commissioner, row.commissioner_role) == ("Morwenna Tregear", "Kerrow Council")
    with pytest.raises(TransitionError):
        close_gap(desk, gap, seen=3)
    with pytest.raises(StaleRecordError):
        put_to_commissioner(desk, gap, Commissioner(name="Somebody else"), seen=1)
    said = Decision("Two rooms from April", "Board", TODAY)
    decide_gap(desk, gap, said, seen=3)
    close_gap(desk, gap, seen=4)
    row = the_gap(desk)
    assert (row.status, row.closed_on) == (GapStatus.CLOSED, TODAY)
    with pytest.raises(ReasonNeededError):
        reopen_gap(desk, gap, seen=5, reason=" ")
    reopen_gap(desk, gap, seen=5, reason="The rooms went to somebody else")
    row = the_gap(desk)
    assert (row.status, row.closed_on) == (GapStatus.OPEN, None)
    assert row.decision == "Two rooms from April"


def test_a_commissioner_who_has_left_is_not_asked(desk: Desk) -> None:
    gap = raise_gap(desk, NEW).result
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = TODAY
        tx.journal("test.arranged")
    with pytest.raises(GuardError):
        put_to_commissioner(desk, gap, Commissioner(WORKER), seen=1)
    assert the_gap(desk).status is GapStatus.OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Kezia Trelawny has nowhere to go",
        "No room for TRELAWNY, KEZIA",
        "See KP-0001",
        "see kp 0001",
        "Ring 07700 900123",
    ],
)
def test_a_text_that_names_somebody_is_refused_and_nothing_is_written(
    desk: Desk, text: str
) -> None:
    a_person(desk)
    for new in (
        NewGap(text, nobody_is_meant=True),
        NewGap("No rooms", evidence=text, nobody_is_meant=True),
        NewGap("No rooms", cost=text, nobody_is_meant=True),
        NewGap("No rooms", workaround=text, nobody_is_meant=True),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            raise_gap(desk, new)
        assert set(refused.value.fields.values()) == {"names-somebody"}
    assert find_gaps(desk) == ()


def test_a_word_that_is_also_a_name_is_kept_when_nobody_is_meant(desk: Desk) -> None:
    person = a_person(desk, "Rose", "Trelawny")
    add_alias(desk, person, "Bosun")
    for text in ("Rose Court takes no dogs", "The Bosun hostel is full"):
        with pytest.raises(InvalidFieldsError) as refused:
            raise_gap(desk, NewGap(text))
        assert refused.value.fields == {"title": "may-name-somebody"}
        raise_gap(desk, NewGap(text, nobody_is_meant=True))
    assert len(find_gaps(desk)) == 2


def test_names_are_refused_in_every_later_text_too(desk: Desk) -> None:
    a_person(desk)
    gap = raise_gap(desk, NEW).result
    named = "Kezia Trelawny gets a room"
    with pytest.raises(InvalidFieldsError):
        describe_gap(desk, gap, seen=1, evidence=named, nobody_is_meant=True)
    with pytest.raises(InvalidFieldsError):
        decide_gap(desk, gap, Decision(named, "Board", TODAY), seen=1, nobody_is_meant=True)
    decide_gap(desk, gap, Decision("A room", "Board", TODAY), seen=1)
    with pytest.raises(InvalidFieldsError):
        reopen_gap(desk, gap, seen=2, reason=named)
    row = the_gap(desk)
    assert (row.evidence, row.decision, row.status) == ("", "A room", GapStatus.DECIDED)


def test_names_are_told_while_a_text_is_typed(desk: Desk) -> None:
    a_person(desk)
    found = find_names(desk, {"title": "Rooms", "evidence": "Ask Kezia, see KP-0001."})
    told = {one.words: one.beyond_doubt for one in found["evidence"]}
    assert told == {"Kezia": False, "KP-0001": True}
    assert "title" not in found


def test_somebody_the_sitter_may_not_see_is_not_named_either(desk: Desk) -> None:
    person = register_person(desk, given_name="Jory", family_name="Pascoe").result
    exclude_agency(desk, person, agency_id=COUNCIL, reason="Works there")
    with pytest.raises(InvalidFieldsError):
        raise_gap(desk, NewGap("Jory Pascoe has no room"))


def test_gaps_are_the_chairs_and_the_coordinators(desk: Desk) -> None:
    barrier = a_barrier(desk)
    gap = raise_gap(desk, NEW).result
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        raise_gap(nurse, NEW)
    with pytest.raises(NotPermittedError):
        turn_into_gap(nurse, barrier, seen=1, gap_id=gap)
    with pytest.raises(NotPermittedError):
        find_names(nurse, {"title": "Kezia"})
    assert the_gap(nurse).title == NEW.title


def test_a_barrier_of_somebody_not_theirs_to_see_is_not_linked(desk: Desk) -> None:
    person = a_person(desk)
    barrier, gap = a_barrier(desk, person), raise_gap(desk, NEW).result
    exclude_agency(desk, person, agency_id=COUNCIL, reason="Works there")
    with pytest.raises(WithheldError):
        turn_into_gap(desk, barrier, seen=1, gap_id=gap)
    with pytest.raises(WithheldError):
        link_barrier(desk, barrier, gap_id=gap)
    with pytest.raises(WithheldError):
        raise_gap(desk, NewGap("No rooms at all"), barriers=[barrier])
    assert the_gap(desk).affected == 0


def test_an_unknown_field_is_refused(desk: Desk) -> None:
    gap = raise_gap(desk, NEW).result
    with pytest.raises(InvalidFieldsError):
        describe_gap(desk, gap, seen=1, decision="Yes")
    describe_gap(desk, gap, seen=1, workaround=" Ask the chapel ", reusable=True)
    row = the_gap(desk)
    assert (row.workaround, row.reusable) == ("Ask the chapel", True)


def test_somebody_in_post_may_be_named_as_who_decided(desk: Desk) -> None:
    gap = raise_gap(desk, NEW).result
    change_professional(desk, WORKER, seen=1, job="Head of housing")
    put_to_commissioner(desk, gap, Commissioner(WORKER), seen=1)
    assert the_gap(desk).commissioner_role == "Head of housing, Kerrow Homes"
