"""Tests of people whose information basis is not complete: they stay, the rest may go."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.away.away_pages import read_away_page, read_going
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.away.sending import check_take_away, read_take_away
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.people.around import note_tie
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.people.safety import add_warning, read_safety
from coordinator.db.checking import check_store
from coordinator.db.models import Basis
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import BasisLackingError, MissingRecordError
from coordinator.domain.exchange.away_pages import OwnAway
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.around import Tie
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer, BasisStatus, Sensitivity
from coordinator.wording.refusals.notices import notice_for
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import RHYS, an_away_store, hand_back_of, know_rhys, send, took
from tests.casework.entries_on_file import a_person, case_of
from tests.raw_pages import pages_of
from tests.stores import CHAIR, COUNCIL, KEY, WORKER, Clock

REST = Terms(rest=True)


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def wenna(desk: Desk, kept: Planted) -> UUID:
    """Somebody else of his, of whose basis nothing is said here."""
    made = a_person(desk, "Wenna", "Nance")
    agree_lead(desk, case_of(desk, made), WORKER)
    return made


@pytest.fixture
def away(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield made
    made.store.close()


def stands(desk: Desk, person: UUID, status: BasisStatus) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        (row,) = tx.people.about(Basis, [person])
        row.status = status
        tx.journal("test.arranged")


def warn(desk: Desk, person: UUID, text: str) -> UUID:
    return add_warning(desk, person, text=text, source="police", person_told=Answer.YES).result


def warnings(desk: Desk, person: UUID) -> set[str]:
    return {one.note.text for one in read_safety(desk, person).warnings}


def test_it_is_said_whose_basis_is_not_complete(desk: Desk, kept: Planted, wenna: UUID) -> None:
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)

    with pytest.raises(BasisLackingError) as refused:
        check_take_away(desk, read_take_away(desk, RHYS))
    assert "KP-0001" in notice_for(refused.value).what
    assert [one.lacks for one in read_going(desk, RHYS).people] == [True, False]


def test_it_is_not_said_to_whoever_must_not_be_told_of_them(
    desk: Desk, kept: Planted, wenna: UUID
) -> None:
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    exclude_worker(desk, kept.kezia, professional_id=CHAIR, reason="her uncle")
    chair = replace(desk, sitter=Sitter(CHAIR, Role.CHAIR, COUNCIL))

    with pytest.raises(BasisLackingError) as refused:
        check_take_away(desk, read_take_away(chair, RHYS))
    assert refused.value.references == ("KP-0001",)  # whoever sits there may know
    with pytest.raises(BasisLackingError) as hidden:
        check_take_away(chair, read_take_away(chair, RHYS), Sending(reason="on leave"))
    assert (hidden.value.references, hidden.value.count) == ((), 1)


def test_the_rest_goes_and_they_stay(desk: Desk, kept: Planted, wenna: UUID) -> None:
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    outgoing = read_take_away(desk, RHYS, REST)
    check_take_away(desk, outgoing)

    assert set(outgoing.parts) == {wenna}
    assert outgoing.lacking == (kept.kezia,)


def test_a_pack_without_them_can_be_taken_by_whoever_never_had_them(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    tie = Tie(RelationKind.FRIEND, other=wenna, sensitivity=Sensitivity.STANDARD)
    note_tie(desk, kept.kezia, tie)
    note_tie(desk, wenna, replace(tie, other=kept.kezia))
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    away, taken = took(away, send(desk, REST))

    assert (taken.people, taken.lacking) == (1, 1)
    assert check_store(away.store).faults == ()
    assert "Trelawny" not in pages_of(away.store.path, KEY).decode("utf-8", "replace")


def test_what_they_have_already_stays_as_it_was_until_the_basis_is_complete(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    away, _taken = took(away, send(desk))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    warn(desk, kept.kezia, "Two dogs")
    warn(desk, wenna, "Steep stairs")
    away, taken = took(away, send(desk, REST))

    assert (taken.people, taken.gone, taken.lacking, taken.waiting) == (2, 0, 1, 0)
    assert "Two dogs" not in warnings(away, kept.kezia)
    assert "Ring before you go to the hostel" in warnings(away, kept.kezia)
    assert "Steep stairs" in warnings(away, wenna)
    assert "Met by the quay" in [one.note for one in find_contacts(away, kept.kezia).rows]
    assert [one.lacks for one in own(away).people] == [True, False]
    assert check_store(away.store).faults == ()

    stands(desk, kept.kezia, BasisStatus.RECORDED)
    away, taken = took(away, send(desk))
    assert taken.lacking == 0
    assert "Two dogs" in warnings(away, kept.kezia)
    assert [one.lacks for one in own(away).people] == [False, False]


def own(away: Desk) -> OwnAway:
    page = read_away_page(away)
    assert isinstance(page, OwnAway)
    return page


def test_what_was_restricted_meanwhile_goes_although_they_wait(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    secret = warn(desk, kept.kezia, "Two dogs")
    away, _taken = took(away, send(desk))
    assert "Two dogs" in warnings(away, kept.kezia)
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    set_sensitivity(desk, RecordKind.WARNING, secret, Sensitivity.RESTRICTED, seen=1)
    away, _taken = took(away, send(desk, REST))

    assert "Two dogs" not in warnings(away, kept.kezia)
    away.store.scour()
    assert "Two dogs" not in pages_of(away.store.path, KEY).decode("utf-8", "replace")


def test_of_a_withdrawn_basis_all_goes_but_work_that_is_not_home(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    away, _taken = took(away, send(desk))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    withdraw_basis(desk, kept.kezia, reason="asked to")
    away, taken = took(away, send(desk, REST))

    assert (taken.people, taken.gone, taken.lacking, taken.waiting) == (1, 1, 1, 1)
    with pytest.raises(MissingRecordError):
        read_safety(away, kept.kezia)
    assert own(away).changes == 1
    stands(desk, kept.kezia, BasisStatus.RECORDED)
    away, taken = took(away, send(desk))
    assert "Met by the quay" in [one.note for one in find_contacts(away, kept.kezia).rows]


def test_they_still_have_whoever_waits_and_hand_their_work_back(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    away, _taken = took(away, send(desk))
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    away, _taken = took(away, send(desk, REST))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    with desk.store.reading() as look:
        given = {one.person_id for one in look.packs.granted(RHYS) if one.until is None}
    assert given == {kept.kezia, wenna}

    applied = apply_hand_back(desk, hand_back_of(away, 1, seen=2)).result
    assert (applied.accepted, applied.held) == (1, 0)


def test_work_that_came_home_is_not_lost_from_whoever_waits(
    desk: Desk, kept: Planted, wenna: UUID, away: Desk
) -> None:
    away, _taken = took(away, send(desk))
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    apply_hand_back(desk, hand_back_of(away, 1))
    stands(desk, kept.kezia, BasisStatus.INCOMPLETE)
    away, _taken = took(away, send(desk, REST))

    assert "Met by the quay" in [one.note for one in find_contacts(away, kept.kezia).rows]
    assert own(away).changes == 0
