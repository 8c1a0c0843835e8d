"""Tests of lending: somebody's people go to whoever stands in for them, while it is said so."""

from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.person.pages import read_person
from coordinator.db.models import Professional
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Terms
from coordinator.domain.roles import Right
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import an_away_store, hand_back_of, know_rhys, send, took
from tests.stores import NURSE, WORKER, Clock


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).deputy_of_id = NURSE
        tx.journal("test.arranged")
    return made


def goes(desk: Desk, terms: Terms = PLAIN_TERMS) -> set[UUID]:
    return set(send(desk, terms).people)


def test_who_was_theirs_is_not_lent_to_them_because_it_moves_to_whom_they_stand_in_for(
    desk: Desk, kept: Planted
) -> None:
    assert goes(desk) == {kept.kezia}
    hand_over(desk, kept.case, NURSE, note="All told", reasons={"not-told": "away"})

    assert goes(desk) == set()
    assert goes(desk, Terms(also=frozenset({kept.kezia}))) == {kept.kezia}
    assert goes(desk) == {kept.kezia}  # until somebody says otherwise


def test_whoever_is_lent_somebody_works_on_them_in_their_own_store(
    desk: Desk, kept: Planted, tmp_path: Path, clock: Clock
) -> None:
    away = an_away_store(tmp_path / "away.db", 1, clock)
    away, _taken = took(away, send(desk, Terms(also=frozenset({kept.tamsyn}))))
    assert read_person(away, kept.tamsyn).person.name.family == "Polglaze"
    log_contact(away, a_contact_with(away, kept.tamsyn, note="Met by the quay"))
    apply_hand_back(desk, hand_back_of(away, 1))
    assert "Met by the quay" in [one.note for one in find_contacts(desk, kept.tamsyn).rows]

    away, _taken = took(away, send(desk, Terms(ended=frozenset({kept.tamsyn}))))
    with pytest.raises(MissingRecordError):
        read_person(away, kept.tamsyn)
    away.store.close()


def test_who_is_lent_and_becomes_theirs_is_lent_no_longer(desk: Desk, kept: Planted) -> None:
    hand_over(desk, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    assert goes(desk, Terms(also=frozenset({kept.kezia}))) == {kept.kezia}
    hand_over(desk, kept.case, WORKER, note="All told", reasons={"not-told": "away"})
    assert goes(desk) == {kept.kezia}
    with pytest.raises(GuardError, match="not-lent"):
        send(desk, Terms(ended=frozenset({kept.kezia})))
    hand_over(desk, kept.case, NURSE, note="All told", reasons={"not-told": "away"})
    assert goes(desk) == set()


def test_a_take_away_is_what_lends(desk: Desk, kept: Planted) -> None:
    assert goes(desk, Terms(kind=PackKind.TAKE_AWAY, also=frozenset({kept.tamsyn}))) == {
        kept.kezia,
        kept.tamsyn,
    }
    assert goes(desk, Terms(ended=frozenset({kept.tamsyn}))) == {kept.kezia}
    assert goes(desk) == {kept.kezia}
