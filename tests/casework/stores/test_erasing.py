"""Erasing somebody: nothing of them is left anywhere, and everything of others stands."""

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.recording import settle_astray
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.records.undoing import undo_act
from coordinator.casework.retention.deciding import hold_record
from coordinator.casework.retention.reading import read_disposal
from coordinator.casework.stores import erasing
from coordinator.casework.stores.erased_ids import read_begun, read_marks, settle
from coordinator.casework.stores.erasing import erase_record
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.casework.stores.users import change_master_key, read_users
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.backups import list_backups
from coordinator.db.checking import check_store
from coordinator.db.models import Draft, Person, Relationship
from coordinator.db.store import Store
from coordinator.db.transaction import Transaction
from coordinator.db.whose import find_all_of
from coordinator.domain.disclosing.log import DisclosureFilter, Spoken
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.retention import read_kept
from coordinator.domain.states import DisposalStatus
from coordinator.domain.stores.checking import StoreFaultKind
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.runtime.folders import StoreFolder
from tests.casework.told import GUARDED, PLAIN
from tests.erased import NAMED_BY_OTHERS, Kept, everything_in, make_kept, on_disk, texts_in_log
from tests.exports.reading import everything
from tests.offices import WORDS
from tests.raw_pages import pages_of
from tests.stores import POLICE, TODAY, Clock

SECRETS = (PLAIN, GUARDED, "petroc")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept]:
    path = tmp_path_factory.mktemp("kept") / "store"
    kept = make_kept(path, Clock())
    kept.office.close(back_up=False)
    return path, kept


@pytest.fixture
def kept(made_once: tuple[Path, Kept], tmp_path: Path, clock: Clock) -> Iterator[Kept]:
    """The store of somebody whose time is over, of this test's own."""
    made, known = made_once
    shutil.copytree(made, tmp_path / "store")
    opened = open_store(tmp_path / "store", WORDS, source=Source(now=clock, random=chance()))
    office = Office(
        opened.folder,
        opened.lock,
        opened.keys,
        type(opened.desk)(opened.desk.store, known.office.desk.sitter, clock, chance()),
    )
    yield Kept(office, known.told, known.other)
    if opened.lock.is_held:
        opened.close(back_up=False)


def chance() -> Callable[[int], bytes]:
    return random.Random(8).randbytes


def store_of(kept: Kept) -> Store:
    return kept.office.desk.store


def pages(store: Store) -> bytes:
    return pages_of(store.path, store.keyspec())


def ids_of(kept: Kept) -> set[UUID]:
    with store_of(kept).reading() as look:
        return set(find_all_of(look.session, kept.told.person).ids)


def test_nothing_of_somebody_who_was_erased_is_left_anywhere(kept: Kept) -> None:
    store = store_of(kept)
    assert all(one.encode() in on_disk(store) for one in SECRETS)  # else it would prove nothing
    disposal = kept.agreed()

    assert erase_record(kept.office, disposal).result

    held = on_disk(store)
    assert [one for one in SECRETS if one.encode() in held] == []
    assert [one for one in SECRETS for told in texts_in_log(store) if one in told] == []
    assert kept.told.person.bytes not in pages(store)
    report = check_office(kept.office)
    assert report.is_whole
    assert report.erased > 40


def test_a_telling_about_somebody_who_was_erased_is_no_longer_to_be_dealt_with(kept: Kept) -> None:
    desk, person = kept.office.desk, kept.told.person
    exclude_agency(desk, person, agency_id=POLICE, reason="His brother works there")
    said = Spoken(person, POLICE, "Dylan Ashdown", "Where he lives", reason="By mistake")
    dealt_with, open_still = (record_spoken(desk, said).result for _again in range(2))
    settle_astray(desk, dealt_with, on=TODAY, how="They forgot it")
    erase_record(kept.office, kept.agreed())

    assert find_disclosures(desk, DisclosureFilter(astray=True)).rows == ()
    assert read_this_week(desk).astray == ()
    log = {one.id: one for one in find_disclosures(desk).rows}
    assert all(log[one].went_astray for one in (dealt_with, open_still))


def test_everything_of_others_stands_without_the_tie(kept: Kept) -> None:
    before = everything_in(store_of(kept))
    gone = ids_of(kept)
    disposal = kept.agreed()
    erase_record(kept.office, disposal)
    after = everything_in(store_of(kept))

    assert {key for key in before if key[1] in gone} & after.keys() == set()
    stands = {key: row for key, row in before.items() if key[1] not in gone}
    changed = {key[0] for key, row in stands.items() if after.get(key) != row}
    assert changed == {"meeting", "relationship", "series"} - {"series"}
    with store_of(kept).reading() as look:
        (tie,) = look.people.about(Relationship, [kept.other])
        assert (tie.other_id, tie.name, tie.note) == (None, "", NAMED_BY_OTHERS)
        assert look.get(Person, kept.other).given_name == "Kezia"


def test_the_certificate_tells_what_went_and_what_still_holds_something(kept: Kept) -> None:
    other = register_person(kept.office.desk, given_name="Wenna").result
    correct_person(kept.office.desk, other, seen=1, usual_places=f"Near petroc {PLAIN}'s place")
    disposal = kept.agreed()
    erase_record(kept.office, disposal)
    row = kept.disposal(disposal)
    told = read_kept(row.backups)
    assert (row.status, row.reference) == (DisposalStatus.DONE, "KP-0001")
    assert row.rows > 50
    assert row.journal_entries == check_office(kept.office).erased
    assert told.texts == 1
    assert [why for _made, why, _until in told.backups] == ["erasing"]
    assert told.backups[0][2] == TODAY + timedelta(days=400)
    (draft,) = draft_papers(
        kept.office.desk, Order(PaperKind.CERTIFICATE, Path(), person="kp-0001")
    )
    printed = everything(lay_out(draft.kind, draft.model)).lower()
    assert "kp-0001" in printed
    assert [one for one in SECRETS if one in printed] == []


def test_a_record_that_is_held_or_not_confirmed_stays(kept: Kept) -> None:
    disposal = kept.agreed()
    hold_record(
        kept.office.desk,
        kept.told.person,
        hold=HoldKind.LITIGATION,
        reason="A claim",
        look_again_on=TODAY + timedelta(days=90),
    )
    before = everything_in(store_of(kept))
    with pytest.raises(GuardError, match="record-held"):
        erase_record(kept.office, disposal)
    assert everything_in(store_of(kept)) == before
    assert list_backups(kept.office.folder.backups) == []


def test_an_erasure_that_fails_half_way_leaves_everything(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last step fails: rows, log, journal and guards are as they were."""
    disposal = kept.agreed()
    before = everything_in(store_of(kept))

    def fails(_tx: Transaction) -> None:
        raise GuardError("erasing-incomplete")

    with monkeypatch.context() as broken:
        broken.setattr(Transaction, "finish", fails)
        with pytest.raises(GuardError):
            erase_record(kept.office, disposal)
    assert everything_in(store_of(kept)) == before
    assert read_marks(kept.office.folder) == {}
    assert read_marks(kept.office.folder) == {}  # or a merge would leave out somebody who stands
    assert check_office(kept.office).is_whole
    with store_of(kept).transaction(kept.office.desk.stamp()) as tx:
        guards = text("SELECT count(*) FROM sqlite_master WHERE name LIKE '%_is_kept'")
        assert tx.session.scalar(guards) == 4
        tx.is_local()


def test_text_blanked_without_an_erasure_is_a_fault(kept: Kept) -> None:
    store = store_of(kept)
    with store.transaction(kept.office.desk.stamp()) as tx:
        tx.session.execute(
            text("UPDATE act SET salt = NULL, scope = NULL, record = NULL WHERE number = 9")
        )
        tx.is_local()
    (fault,) = check_store(store).faults
    assert (fault.kind, fault.place) == (StoreFaultKind.CHAIN, "blanked_without_erasure:9")


def test_changes_that_went_without_an_erasure_are_a_fault(kept: Kept) -> None:
    erase_record(kept.office, kept.agreed())
    store = store_of(kept)
    with store.transaction(kept.office.desk.stamp()) as tx:
        tx.session.execute(text("DROP TRIGGER change_is_kept"))
        number = tx.session.scalar(text("SELECT max(key) FROM change_row"))
        tx.session.execute(text("DELETE FROM change_row WHERE key = :key"), {"key": number})
        tx.is_local()
    assert StoreFaultKind.CHANGE_MISSING in {one.kind for one in check_store(store).faults}


def test_undoing_never_brings_back_somebody_who_was_erased(kept: Kept) -> None:
    with store_of(kept).reading() as look:
        made = [act for act in look.history.acts() if act.name == "person.registered"]
        acts = [act.id for act in made]
    erase_record(kept.office, kept.agreed())
    refused = 0
    for act in acts:
        try:
            undo_act(kept.office.desk, act)
        except GuardError as error:
            refused += error.guard == "act-erased"
    assert refused == 1
    with store_of(kept).reading() as look, pytest.raises(MissingRecordError):
        look.people.by_reference("KP-0001")


def test_a_backup_does_not_bring_back_somebody_who_was_erased_since(
    kept: Kept, tmp_path: Path, clock: Clock
) -> None:
    kept.office.back_up("asked")
    disposal = kept.agreed()
    erase_record(kept.office, disposal)
    (oldest, *_) = sorted(
        list_backups(kept.office.folder.backups), key=lambda one: one.reason != "asked"
    )
    source = Source(now=clock, random=chance())
    again = restore_backup(oldest.path, tmp_path / "again", WORDS, source=source)
    try:
        held = on_disk(again.desk.store)
        assert [one for one in SECRETS if one.encode() in held] == []
        assert check_office(again).is_whole
        with again.desk.store.reading() as look:
            assert [one.given_name for one in look.retention.people()] == ["Kezia"]
            assert look.people.next_reference() == "KP-0003"
            assert look.retention.erased() == {"KP-0001"}
        assert read_marks(again.folder) == read_marks(kept.office.folder)
        named = read_disposal(again.desk, "KP-0001").kept.backups
        assert {why for _day, why, _until in named} == {"asked", "erasing"}
    finally:
        again.close(back_up=False)


def test_a_merge_leaves_out_whoever_was_erased(kept: Kept) -> None:
    with store_of(kept).reading() as look:
        theirs = look.history.changes_in(
            kept.told.person, [act.id for act in look.history.acts(limit=1000)]
        )
    erase_record(kept.office, kept.agreed())
    with store_of(kept).transaction(kept.office.desk.stamp()) as tx:
        assert tx.bring_in(theirs).new == ()
        tx.journal("test.merged")
    assert check_office(kept.office).is_whole


def test_a_merge_leaves_them_out_under_a_new_master_key_too(kept: Kept) -> None:
    erase_record(kept.office, kept.agreed())
    (mine, *_others) = read_users(kept.office.desk)
    change_master_key(kept.office, {mine.id: WORDS})
    assert kept.office.desk.store.was_erased(kept.told.person)
    assert not kept.office.desk.store.was_erased(kept.other)


def cut_short(kept: Kept, beside: Path, monkeypatch: pytest.MonkeyPatch, *, done: bool) -> Path:
    """Give the folder as it lies when the power goes just before the erasure is kept, or after."""
    disposal, folder, finish = kept.agreed(), kept.office.folder.path, Transaction.finish
    locks = shutil.ignore_patterns("store.lock*")

    def before(tx: Transaction) -> None:
        finish(tx)
        shutil.copytree(folder, beside, ignore=locks, dirs_exist_ok=True)

    def after(desk: Desk, where: StoreFolder) -> None:
        shutil.copytree(folder, beside, ignore=locks)
        settle(desk, where)

    with monkeypatch.context() as watched:
        if done:
            watched.setattr(erasing, "settle", after)
        else:
            watched.setattr(Transaction, "finish", before)
        erase_record(kept.office, disposal)
    assert (len(read_marks(kept.office.folder)), read_begun(kept.office.folder)) == (1, {})
    kept.office.close(back_up=False)
    assert len(read_begun(StoreFolder(beside))) == 1
    return beside


@pytest.mark.parametrize("done", [False, True])
def test_a_crash_between_the_mark_and_the_erasure_leaves_a_mark_of_what_went_and_no_other(
    kept: Kept, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, *, done: bool
) -> None:
    folder = cut_short(kept, tmp_path / "cut", monkeypatch, done=done)
    opened = open_store(folder, WORDS, source=Source(now=clock, random=chance()))
    try:
        with opened.desk.store.reading() as look:
            people = {one.id for one in look.retention.people()}
        assert people == ({kept.other} if done else {kept.other, kept.told.person})
        assert len(read_marks(opened.folder)) == int(done)
        assert read_begun(opened.folder) == {}
    finally:
        opened.close(back_up=False)


@pytest.mark.parametrize("done", [False, True])
def test_a_backup_of_a_store_that_was_cut_short_lists_them_as_agreed_to_be_erased(
    kept: Kept, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, *, done: bool
) -> None:
    folder = cut_short(kept, tmp_path / "cut", monkeypatch, done=done)
    (backup,) = list_backups(StoreFolder(folder).backups)
    source = Source(now=clock, random=random.Random(5).randbytes)
    again = restore_backup(backup.path, tmp_path / "again", WORDS, source=source)
    try:
        assert read_marks(again.folder) == {}
        with again.desk.store.reading() as look:
            (row,) = look.retention.disposals()
            assert row.status is DisposalStatus.CONFIRMED
            assert look.people.by_reference("KP-0001").id == kept.told.person
    finally:
        again.close(back_up=False)


def test_what_was_being_typed_about_them_goes_and_other_drafts_stay(kept: Kept) -> None:
    store, me = store_of(kept), kept.office.desk.sitter.professional
    with store.transaction(kept.office.desk.stamp()) as tx:
        for form, record, words in (
            ("note", kept.told.person, "Anything"),
            ("note", kept.other, f"As with Petroc {PLAIN}"),
            ("note-2", kept.other, "Nothing of that kind"),
        ):
            tx.session.add(
                Draft(
                    form=form,
                    record=record,
                    user=me,
                    seen_revision=1,
                    values={"text": words},
                    typed_at=kept.office.desk.now(),
                )
            )
        tx.is_local()
    erase_record(kept.office, kept.agreed())
    with store.reading() as look:
        assert [one.form for one in look.local.drafts(me)] == ["note-2"]
