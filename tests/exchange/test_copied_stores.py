"""Two copies of an away store that wrote nothing new are noticed; nobody else is taken for one."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import log_contact
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.casework.stores.restoring import restore_backup
from coordinator.domain.errors import ExportTargetError, PackRefusedError
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.progress import Unwatched
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, review_pack
from coordinator.exchange.lent import LentPacks
from coordinator.wording.away import applied_words, review_words
from coordinator.wording.away_pages import warnings
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.stores import Clock

SAID = "Two copies of the sender's store are in use: ask them which is theirs."


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    take(made, tmp_path)
    yield made
    made.close()


def take(both: Both, folder: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, folder).result.path
    both.away, _done = packs.open_take_away(both.away, pack)


def back(office: Office, folder: Path) -> Path:
    return make_hand_back(office.desk, folder).result.path


@pytest.fixture
def twin(both: Both, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """A copy of the lead's store on another computer, made as files are copied."""
    shutil.copytree(both.away.folder.path, tmp_path / "twin")
    source = Source(now=clock, random=random.Random(9).randbytes)
    opened = open_store(tmp_path / "twin", PASSPHRASE, source=source)
    yield opened
    opened.close(back_up=False)


def forks(both: Both, pack: Path) -> tuple[int, int]:
    """How many forks the review of a pack tells of, and what comes of it."""
    review, applied = review_pack(both.hub.desk, pack), apply_pack(both.hub, pack).result
    for told in (" ".join(review_words(review)), applied_words(applied)):
        assert (SAID in told) == bool(applied.forks)
    return review.forks, applied.forks


def test_copies_that_wrote_nothing_new_are_noticed(
    both: Both, twin: Office, tmp_path: Path
) -> None:
    assert forks(both, back(both.away, tmp_path)) == (0, 0)
    assert forks(both, back(twin, tmp_path)) == (1, 1)


def test_the_page_names_them_and_says_nothing_of_what_was_not_kept_aside(
    both: Both, twin: Office, tmp_path: Path
) -> None:
    apply_pack(both.hub, back(both.away, tmp_path))
    found = LentPacks(both.hub).look(back(twin, tmp_path), Unwatched())

    assert list(warnings(found)) == [
        "Two copies of Rhys Roskilly's store are in use. Ask which of them is theirs."
    ]


def test_what_only_the_copy_wrote_comes_home_and_the_copy_is_noticed(
    both: Both, twin: Office, tmp_path: Path
) -> None:
    log_contact(twin.desk, a_contact_with(twin.desk, both.kept.kezia, note="Met by the quay"))
    apply_pack(both.hub, back(both.away, tmp_path))
    done = apply_pack(both.hub, back(twin, tmp_path)).result

    assert (done.accepted, done.held, done.forks) == (1, 0, 1)


def test_a_store_from_a_backup_is_noticed_until_it_had_a_pack(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    backup = both.away.back_up("asked")
    assert forks(both, back(both.away, tmp_path)) == (0, 0)
    both.away.close(back_up=False)
    source = Source(now=clock, random=random.Random(9).randbytes)
    both.away = restore_backup(backup.path, tmp_path / "restored", PASSPHRASE, source=source)

    assert forks(both, back(both.away, tmp_path)) == (1, 1)
    take(both, tmp_path)
    assert forks(both, back(both.away, tmp_path)) == (0, 0)


def test_the_same_pack_again_and_a_store_that_seals_again_are_no_copies(
    both: Both, tmp_path: Path
) -> None:
    first, second = back(both.away, tmp_path), back(both.away, tmp_path)
    assert forks(both, second) == (0, 0)
    assert forks(both, first) == (0, 0)  # late
    for pack in (first, second):
        with pytest.raises(PackRefusedError) as refused:
            apply_pack(both.hub, pack)
        assert refused.value.fault is PackFault.SEEN_BEFORE
    assert forks(both, back(both.away, tmp_path)) == (0, 0)


def test_a_pack_that_could_not_be_written_leaves_no_number_behind(
    both: Both, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportTargetError):
        back(both.away, tmp_path / "file")

    for _again in range(2):
        assert forks(both, back(both.away, tmp_path)) == (0, 0)
