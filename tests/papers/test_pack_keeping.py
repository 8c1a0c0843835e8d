"""Packs between making and saving: numbers without a gap, recorded all or none."""

import errno
import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agency_passwords import (
    ensure_agency_passwords,
    read_agency_passwords,
    replace_agency_password,
)
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.disclosing.recording import record_disclosure
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.domain.errors import ExportTargetError, GuardError
from coordinator.papers import pack_keeping
from coordinator.papers.pack_keeping import PackSending, keep_packs
from coordinator.papers.recipient_packs import (
    MadePack,
    PackOrder,
    draft_packs,
    lay_out_packs,
)
from coordinator.runtime.reading import sha256_of
from tests.casework.disclosing.test_disclosure_log import PAPER
from tests.exports.reading import pages
from tests.packs import Coming, coming_packs
from tests.stores import HOUSING, OFFICER, POLICE, WORKER

OF = {WORKER: HOUSING, OFFICER: POLICE}


@pytest.fixture
def coming(desk: Desk) -> Coming:
    return coming_packs(desk)


def made(desk: Desk, coming: Coming, keys: Collection[UUID]) -> tuple[PackOrder, list[MadePack]]:
    order = draft_packs(desk, coming.meeting, keys)
    passwords = ensure_agency_passwords(desk, [OF[key] for key in keys]).result
    return order, list(lay_out_packs(order, passwords))


def test_a_paper_that_comes_between_takes_its_number_and_the_packs_take_those_that_follow(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    order, packs = made(desk, coming, (WORKER, OFFICER))
    assert [one.number for one in packs] == ["D26-0001", "D26-0002"]
    record_disclosure(desk, PAPER)
    paths = keep_packs(desk, order, packs, tmp_path, PackSending()).result

    logged = [(one.number, one.recipient) for one in find_disclosures(desk).rows if one.recipient]
    assert sorted(number for number, _to in logged) == ["D26-0002", "D26-0003"]
    passwords = read_agency_passwords(desk, [*OF.values()])
    for pack, path in zip(packs, paths, strict=True):
        agency = pack.row.to.agency
        assert agency is not None
        told = pages(path.read_bytes(), passwords[agency])
        (row,) = check_paper(desk, sha256_of(path)).rows
        assert [f"Copy {row.number} for: {row.recipient}" in page for page in told] == [
            True
        ] * pack.pages


def test_packs_are_recorded_all_or_none(desk: Desk, coming: Coming, tmp_path: Path) -> None:
    order, packs = made(desk, coming, (WORKER, OFFICER))
    packs[1] = replace(packs[1], row=replace(packs[1].row, to=replace(packs[1].row.to, name="X")))
    with pytest.raises(GuardError, match="pack-outdated"):
        keep_packs(desk, order, packs, tmp_path / "packs", PackSending())
    assert find_disclosures(desk).rows == ()
    assert not (tmp_path / "packs").exists()


def test_a_basis_withdrawn_while_packs_are_made_lets_none_be_saved(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    order, packs = made(desk, coming, (WORKER,))
    withdraw_basis(desk, coming.people[0], reason="She took it back in the meeting.")
    with pytest.raises(GuardError, match="pack-outdated"):
        keep_packs(desk, order, packs, tmp_path / "packs", PackSending())
    assert find_disclosures(desk).rows == ()


def test_a_password_replaced_while_packs_are_made_lets_none_leave_with_the_old_one(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    order, packs = made(desk, coming, (WORKER, OFFICER))
    replace_agency_password(desk, POLICE, reason="It was read out in the corridor.")
    with pytest.raises(GuardError, match="pack-password-replaced"):
        keep_packs(desk, order, packs, tmp_path / "packs", PackSending())
    assert find_disclosures(desk).rows == ()
    assert not (tmp_path / "packs").exists()
    order, packs = made(desk, coming, (WORKER, OFFICER))
    paths = keep_packs(desk, order, packs, tmp_path / "packs", PackSending()).result
    new = read_agency_passwords(desk, [POLICE])[POLICE]
    assert pages(paths[[one.row.to.agency for one in packs].index(POLICE)].read_bytes(), new)


def test_where_the_disk_is_full_the_log_says_which_packs_were_not_made(
    desk: Desk, coming: Coming, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, packs = made(desk, coming, (WORKER, OFFICER))
    room = iter([True])

    def nearly_full(path: Path, content: bytes) -> None:
        if not next(room, False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        path.write_bytes(content)

    with monkeypatch.context() as patched:
        patched.setattr(pack_keeping, "write_atomically", nearly_full)
        with pytest.raises(ExportTargetError):
            keep_packs(desk, order, packs, tmp_path / "packs", PackSending())
    logged = sorted((one.number, one.was_not_made) for one in find_disclosures(desk).rows)
    assert logged == [("D26-0001", False), ("D26-0002", True)]
