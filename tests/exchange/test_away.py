"""Tests of packs between two stores, whole: files, keys, folders, backups, and no secret."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from coordinator.casework.away.contacts import revoke_contact
from coordinator.casework.disclosing.reading import check_paper
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.db.backups import list_backups
from coordinator.db.models import Professional
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import (
    ExportTargetError,
    GuardError,
    PackRefusedError,
    ReasonNeededError,
    StoreFullError,
)
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.roles import Right
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, review_pack
from coordinator.runtime.reading import sha256_of
from tests.casework.away.planted import SECRETS, SHARED, a_contact_with
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.raw_pages import pages_of
from tests.stores import NURSE, WORKER, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


def sent(both: Both, folder: Path) -> Path:
    return make_take_away(both.hub.desk, both.lead, folder).result.path


def take(both: Both, pack: Path) -> Taken:
    both.away, done = packs.open_take_away(both.away, pack)
    return done.result


def back(both: Both, folder: Path) -> Path:
    return make_hand_back(both.away.desk, folder).result.path


def met(both: Both, note: str = "Met by the quay") -> None:
    log_contact(both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note=note))


def notes(both: Both) -> list[str]:
    return [one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows]


def plain(both: Both, pack: Path) -> bytes:
    """Everything inside a pack, whatever was zipped made large again."""
    with both.away.desk.store.reading() as look:
        (secret,) = (key.secret for key in look.cards.sealing_keys())
    inside = pyrage.decrypt(pack.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    found, rest = [inside], inside.split(b"\n", 3)[3]
    while rest:
        growing = zlib.decompressobj()
        found.append(growing.decompress(rest))
        rest = growing.unused_data
    return b"".join(found)


def test_work_goes_away_and_comes_back(both: Both, tmp_path: Path) -> None:
    taken = take(both, sent(both, tmp_path))
    met(both)
    pack = back(both, tmp_path)

    review = review_pack(both.hub.desk, pack)
    assert (taken.people, len(review.rows), review.held) == (1, 1, ())
    assert "Met by the quay" not in notes(both)
    applied = apply_pack(both.hub, pack).result
    assert (applied.accepted, applied.held) == (1, 0)
    assert "Met by the quay" in notes(both)
    assert check_office(both.hub).faults == ()
    assert check_office(both.away).faults == ()


def test_no_secret_is_in_the_pack_nor_in_any_file_of_the_away_store(
    both: Both, tmp_path: Path
) -> None:
    pack = sent(both, tmp_path)
    inside = plain(both, pack).decode("utf-8", "replace")
    take(both, pack)
    keyspec = both.away.desk.store.keyspec()
    file = pages_of(both.away.desk.store.path, keyspec).decode("utf-8", "replace")

    for told in (inside, file):
        assert not [word for word in SECRETS if word in told]
        assert all(word in told for word in SHARED)


def test_the_file_itself_is_known_to_the_log_of_what_left(both: Both, tmp_path: Path) -> None:
    made = make_take_away(both.hub.desk, both.lead, tmp_path).result

    (row,) = check_paper(both.hub.desk, sha256_of(made.path)).rows
    assert (row.number, row.recipient) == (made.number, "Rhys Roskilly")
    assert row.subject in made.path.name


def test_nothing_is_written_where_a_reason_is_wanted(both: Both, tmp_path: Path) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.arranged")

    with pytest.raises(ReasonNeededError, match="confidentiality-unsigned"):
        sent(both, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    make_take_away(both.hub.desk, both.lead, tmp_path, sending=Sending(reason="Signs tomorrow"))


def test_a_pack_and_its_name_say_nothing_of_anybody(both: Both, tmp_path: Path) -> None:
    pack = sent(both, tmp_path)

    assert pack.name.startswith("panel-")
    assert pack.suffix == ".plan"
    assert b"Kezia" not in pack.read_bytes()


def test_the_away_store_opens_again_as_whoever_the_panel_says(both: Both, tmp_path: Path) -> None:
    take(both, sent(both, tmp_path))
    sitter = both.away.desk.sitter
    both.away.close()
    both.away = open_store(tmp_path / "away", PASSPHRASE)

    assert both.away.desk.sitter == sitter
    assert find_contacts(both.away.desk, both.kept.kezia).rows


def test_a_backup_stands_before_what_is_applied(both: Both, tmp_path: Path) -> None:
    take(both, sent(both, tmp_path))
    met(both)
    apply_pack(both.hub, back(both, tmp_path))

    assert [one.reason for one in list_backups(both.hub.folder.backups)] == ["merge"]


def test_every_pack_is_taken_once(both: Both, tmp_path: Path) -> None:
    pack = sent(both, tmp_path)
    take(both, pack)
    met(both)
    home = back(both, tmp_path)
    apply_pack(both.hub, home)

    for office, again in ((both.away, pack), (both.hub, home)):
        with pytest.raises(PackRefusedError) as refused:
            (packs.open_take_away if office is both.away else apply_pack)(office, again)
        assert refused.value.fault is PackFault.SEEN_BEFORE


def test_a_pack_of_the_other_kind_is_refused(both: Both, tmp_path: Path) -> None:
    pack = sent(both, tmp_path)

    with pytest.raises(PackRefusedError):
        apply_pack(both.hub, pack)
    take(both, pack)
    home = back(both, tmp_path)
    with pytest.raises(PackRefusedError):
        take(both, home)


def test_an_altered_pack_changes_nothing(both: Both, tmp_path: Path) -> None:
    take(both, sent(both, tmp_path))
    met(both)
    home = back(both, tmp_path)
    data = bytearray(home.read_bytes())
    data[-40] ^= 1
    home.write_bytes(data)

    with pytest.raises(PackRefusedError):
        apply_pack(both.hub, home)
    assert list_backups(both.hub.folder.backups) == []
    assert "Met by the quay" not in notes(both)


def test_a_store_put_back_from_before_is_noticed_at_the_panel(both: Both, tmp_path: Path) -> None:
    take(both, sent(both, tmp_path))
    met(both)
    home = back(both, tmp_path)
    with both.hub.desk.store.transaction(both.hub.desk.stamp()) as tx:
        row = tx.cards.contact(both.lead)
        assert row is not None
        row.last_seq_sent = 0
        tx.journal("test.arranged")

    assert review_pack(both.hub.desk, home).is_store_older
    with pytest.raises(GuardError, match="store-older"):
        apply_pack(both.hub, home)
    assert apply_pack(both.hub, home, go_on=True).result.accepted == 1


def test_where_the_disk_is_full_nothing_is_changed(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(both, sent(both, tmp_path))
    met(both)
    home = back(both, tmp_path)

    def full(*_args: object, **_rest: object) -> None:
        raise StoreFullError

    monkeypatch.setattr("coordinator.casework.away.returning._note", full)
    with pytest.raises(StoreFullError):
        apply_pack(both.hub, home)
    monkeypatch.undo()
    assert "Met by the quay" not in notes(both)
    assert check_office(both.hub).faults == ()
    assert apply_pack(both.hub, home).result.accepted == 1


def test_a_pack_that_cannot_be_written_counts_for_nothing(both: Both, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")

    with pytest.raises(ExportTargetError):
        sent(both, blocked)
    take(both, sent(both, tmp_path))
    with both.hub.desk.store.reading() as look:
        assert [one.seq for one in look.packs.all_made()] == [1]


def test_a_revoked_lead_is_sent_nothing_and_nothing_of_theirs_is_taken(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    take(both, sent(both, tmp_path))
    met(both)
    today = both.hub.desk.today()
    revoke_contact(both.hub.desk, both.lead, on=today, reason="laptop stolen")

    with pytest.raises(GuardError, match="contact-revoked"):
        sent(both, tmp_path)
    with pytest.raises(PackRefusedError) as refused:
        apply_pack(both.hub, back(both, tmp_path))
    assert refused.value.fault is PackFault.SENDER_REVOKED


def test_whoever_left_their_post_is_sent_nothing_and_it_is_said(
    both: Both, tmp_path: Path
) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = both.hub.desk.today()
        tx.journal("test.arranged")
    with pytest.raises(GuardError, match="contact-left"):
        sent(both, tmp_path)
    assert not list(tmp_path.glob("*.plan"))


def test_what_ended_is_in_no_page_of_the_file_after_the_next_pack(
    both: Both, tmp_path: Path
) -> None:
    take(both, sent(both, tmp_path))
    why = {"not-told": "away"}
    hand_over(both.hub.desk, both.kept.case, NURSE, note="All told", reasons=why)
    taken = take(both, sent(both, tmp_path))
    keyspec = both.away.desk.store.keyspec()
    file = pages_of(both.away.desk.store.path, keyspec).decode("utf-8", "replace")

    assert taken.gone == 1
    assert not [word for word in ("Trelawny", "kittiwake") if word in file]
