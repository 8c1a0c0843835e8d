"""The register of gaps as it leaves the panel: nobody named, small counts hidden."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.stuck.gaps import (
    close_gap,
    decide_gap,
    put_to_commissioner,
    raise_gap,
    reopen_gap,
)
from coordinator.db.models import Disclosure
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.papers.gaps import GapRegister
from coordinator.domain.roles import Role
from coordinator.domain.stuck.gaps import Commissioner, Decision, NewGap
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.gaps import EXCLUDED, a_register
from tests.stores import CHAIR, COUNCIL, OFFICER, POLICE, TODAY, Clock, sitting

PETS = BarrierCategory.HOUSING_COUPLES_PETS


def register(desk: Desk, **order: object) -> GapRegister:
    (draft,) = draft_papers(desk, Order(PaperKind.GAPS, Path(), **order))  # type: ignore[arg-type]
    assert isinstance(draft.model, GapRegister)
    return draft.model


def people(desk: Desk, count: int) -> list[UUID]:
    return [a_person(desk, f"Tamsin{at}", f"Bolitho{at}") for at in range(count)]


def fed_by(desk: Desk, count: int, besides: int = 0) -> UUID:
    """Raise a gap that the barriers of so many people feed."""
    barriers = [
        identify_barrier(desk, NewBarrier(PETS, one)).result for one in people(desk, count)
    ]
    new = NewGap("No rooms that take dogs", affected_besides=besides)
    return raise_gap(desk, new, barriers=barriers).result


@pytest.mark.parametrize(
    ("count", "besides", "told"),
    [
        (0, 0, "0"),
        (1, 0, "fewer than 5"),
        (3, 1, "fewer than 5"),
        (4, 1, "5"),
        (2, 30, "32"),
    ],
)
def test_fewer_than_five_people_are_never_counted_out_loud(
    desk: Desk, count: int, besides: int, told: str
) -> None:
    fed_by(desk, count, besides)
    (line,) = register(desk).gaps
    assert line.people == told
    printed = words(lay_out(PaperKind.GAPS, register(desk)))
    assert told in printed


def test_the_chair_too_gets_no_small_number_in_what_leaves(desk: Desk) -> None:
    fed_by(desk, 3)
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    (line,) = register(chair).gaps
    assert line.people == "fewer than 5"


def test_nobody_of_the_panels_list_stands_in_it(desk: Desk) -> None:
    on_file = people(desk, 3)
    a_register(desk, on_file)
    content = everything(lay_out(PaperKind.GAPS, register(desk)))
    assert "Tamsin" not in content
    assert "Bolitho" not in content
    assert "KP-000" not in content
    assert EXCLUDED in content.replace("\n", " ") or "Nobody assesses" in content


def test_somebody_who_came_onto_the_list_later_is_taken_out_of_old_texts(desk: Desk) -> None:
    raise_gap(desk, NewGap("Petroc Nance has nowhere to go"))
    assert "Petroc Nance" in words(lay_out(PaperKind.GAPS, register(desk)))
    a_person(desk, "Petroc", "Nance")
    (line,) = register(desk).gaps
    assert line.title == "[hidden] has nowhere to go"
    assert all("Petroc" not in change.title for change in register(desk).changes)


def test_a_word_the_writer_stood_by_stays(desk: Desk) -> None:
    a_person(desk, "Rose", "Nance")
    raise_gap(desk, NewGap("Rose Court takes no dogs", nobody_is_meant=True))
    assert register(desk).gaps[0].title == "Rose Court takes no dogs"


def test_what_changed_is_told_from_a_day_on(desk: Desk, clock: Clock) -> None:
    first = raise_gap(desk, NewGap("No detox beds")).result
    second = raise_gap(desk, NewGap("No rooms")).result
    third = raise_gap(desk, NewGap("No post address")).result
    decide_gap(desk, third, Decision("Yes", "Board", TODAY), seen=1)
    close_gap(desk, third, seen=2)
    clock.move(days=100)
    put_to_commissioner(desk, first, Commissioner(name="D. Penrose"), seen=1)
    day = desk.today()
    decide_gap(desk, second, Decision("Two rooms", "Board", day), seen=1)
    close_gap(desk, second, seen=2)

    told = {one.number: one.what for one in register(desk).changes}
    assert told == {
        "G26-001": "Put to somebody who could close it",
        "G26-002": "Decided; closed",
    }
    assert "G26-003" not in [one.number for one in register(desk).gaps]
    longer = register(desk, since=TODAY)
    assert {one.number for one in longer.changes} == {"G26-001", "G26-002", "G26-003"}
    assert longer.changes[0].what.startswith("New in the register")
    reopen_gap(desk, second, seen=3, reason="The rooms went to others")
    told = {one.number: one.what for one in register(desk).changes}
    assert told["G26-002"] == "Opened again; decided"


def test_a_day_that_has_not_come_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        register(desk, since=TODAY + timedelta(days=1))


def test_what_others_could_use_is_listed(desk: Desk) -> None:
    raise_gap(desk, NewGap("No detox beds", workaround="Ask the chapel", reusable=True))
    raise_gap(desk, NewGap("No rooms", workaround="Tents"))
    assert [one.workaround for one in register(desk).workarounds] == ["Ask the chapel"]


def test_those_nobody_decided_come_first_and_the_oldest_of_them(desk: Desk) -> None:
    decided = raise_gap(desk, NewGap("A", first_raised_on=TODAY - timedelta(days=900))).result
    decide_gap(desk, decided, Decision("Yes", "Board", TODAY), seen=1)
    raise_gap(desk, NewGap("B", first_raised_on=TODAY - timedelta(days=10)))
    raise_gap(desk, NewGap("C", first_raised_on=TODAY - timedelta(days=300)))
    gaps = register(desk).gaps
    assert [one.title for one in gaps] == ["C", "B", "A"]
    assert [one.age.endswith("ageing") for one in gaps] == [True, False, False]


def test_it_is_tagged_named_without_anybody_and_noted_as_sent(desk: Desk, tmp_path: Path) -> None:
    a_register(desk, people(desk, 3))
    (path,) = make_papers(desk, [Order(PaperKind.GAPS, tmp_path)])
    assert path.name == "KP_gaps_2026-11-19_OFFICIAL-SENSITIVE.pdf"
    assert faults(path.read_bytes()) == []
    with desk.read() as look:
        (noted,) = look.session.query(Disclosure).all()
    assert noted.person_id is None


def test_who_may_not_make_papers_makes_none(desk: Desk) -> None:
    with pytest.raises(NotPermittedError):
        register(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE))
