"""Whoever is erased is in no list of what was sent to whom; the packs themselves stay listed."""

from pathlib import Path

from coordinator.casework.stores.erasing import erase_record
from coordinator.db.models import Granted, PackMade
from tests.erased import make_kept
from tests.stores import COORDINATOR, NOON, Clock


def test_whoever_is_erased_is_in_no_list_of_what_was_sent(tmp_path: Path, clock: Clock) -> None:
    kept = make_kept(tmp_path / "store", clock)
    store, gone, other = kept.office.desk.store, kept.told.person, kept.other
    with store.transaction(kept.office.desk.stamp()) as tx:
        for person in (gone, other):
            tx.session.add(Granted(contact_id="ab" * 32, person_id=person, since=NOON))
        tx.session.add(
            PackMade(
                pack="cd" * 16,
                contact_id="ab" * 32,
                kind="take-away",
                seq=1,
                made_at=NOON,
                expires_at=NOON,
                made_by=COORDINATOR,
                size=1,
                sha256="ef" * 32,
                people=[str(gone), str(other)],
                changes=5,
            )
        )
        tx.is_local()

    erase_record(kept.office, kept.agreed())

    with store.reading() as look:
        assert [one.person_id for one in look.session.query(Granted)] == [other]
        (made,) = look.session.query(PackMade)
        assert (made.people, made.changes) == ([str(other)], 5)
    kept.office.close(back_up=False)


def test_in_the_sitting_that_made_the_store_too_nobody_erased_comes_back(
    tmp_path: Path, clock: Clock
) -> None:
    kept = make_kept(tmp_path / "store", clock)
    store, gone = kept.office.desk.store, kept.told.person
    with store.reading() as look:
        handed_back = look.away.changes_of(gone)
    erase_record(kept.office, kept.agreed())

    with store.transaction(kept.office.desk.stamp()) as tx:
        assert tx.bring_in(handed_back).new == ()
        tx.is_local()
    assert not store.was_erased(kept.other)
    kept.office.close(back_up=False)
