"""Passphrases and codes as somebody at the desk changes them; who gets in afterwards."""

from uuid import UUID

import pytest

from coordinator.casework.directory.page import read_directory
from coordinator.casework.stores import passphrases, users
from coordinator.casework.stores.opening import Office, open_store, open_with_code
from coordinator.domain.errors import (
    InvalidFieldsError,
    NotPermittedError,
    RecoveryCodeError,
    WeakPassphraseError,
    WrongSecretError,
)
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.progress import Unwatched
from coordinator.domain.roles import Role
from tests.offices import OFFICER, WORDS
from tests.stores import POLICE

THEIRS = "lantern gorse pilchard slate"
NEWER = "bramble copper tideway lute"


def me(office: Office) -> UUID:
    return users.read_users(office.desk)[0].id


def opens(office: Office, words: str) -> Role:
    """Close the store and open it with these words; whose role sat down."""
    if office.lock.is_held:
        office.close(back_up=False)
    again = open_store(office.folder.path, words)
    role = again.desk.sitter.role
    again.close(back_up=False)
    return role


def test_somebody_new_is_put_in_the_directory_and_gets_in(office: Office) -> None:
    who = passphrases.Newcomer("  Morwenna Tregear ", POLICE, "Inspector")
    done = passphrases.add_newcomer(office, who, Role.CHAIR, THEIRS)
    found = {one.name: one for one in read_directory(office.desk).professionals}
    assert (found["Morwenna Tregear"].job, found["Morwenna Tregear"].role) == (
        "Inspector",
        Role.CHAIR,
    )
    assert done.changes.touch(RecordKind.USER)
    assert done.changes.touch(RecordKind.PROFESSIONAL)
    assert opens(office, THEIRS) is Role.CHAIR


@pytest.mark.parametrize("words", ["short", WORDS])
def test_nobody_is_put_in_the_directory_for_a_passphrase_that_will_not_do(
    office: Office, words: str
) -> None:
    before = len(read_directory(office.desk).professionals)
    with pytest.raises(WeakPassphraseError):
        passphrases.add_newcomer(office, passphrases.Newcomer("Ann", POLICE), Role.CHAIR, words)
    assert len(read_directory(office.desk).professionals) == before


def test_the_old_passphrase_opens_nothing_after_a_new_one(office: Office) -> None:
    passphrases.change_own_passphrase(office, WORDS, THEIRS)
    assert opens(office, THEIRS) is Role.COORDINATOR
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, WORDS)


def test_whoever_does_not_know_the_passphrase_of_now_changes_nothing(office: Office) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        passphrases.change_own_passphrase(office, "not it at all, sorry", THEIRS)
    assert refused.value.fields == {"present": "wrong-passphrase"}
    assert opens(office, WORDS) is Role.COORDINATOR


def test_somebody_elses_passphrase_is_not_ones_own(office: Office) -> None:
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    with pytest.raises(InvalidFieldsError):
        passphrases.change_own_passphrase(office, THEIRS, NEWER)


def test_the_same_passphrase_again_is_no_change(office: Office) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        passphrases.change_own_passphrase(office, WORDS, WORDS)
    assert refused.value.fields == {"passphrase": "same"}


def test_everybody_may_change_their_own_passphrase(office: Office) -> None:
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    office.close(back_up=False)
    theirs = open_store(office.folder.path, THEIRS)
    passphrases.change_own_passphrase(theirs, THEIRS, NEWER)
    assert opens(theirs, NEWER) is Role.LEAD_PROFESSIONAL


def test_after_the_recovery_code_no_passphrase_of_now_is_asked_for(office: Office) -> None:
    code = passphrases.draft_code()
    passphrases.take_code(office, code)
    assert not passphrases.came_by_code(office)
    office.close(back_up=False)
    by_code = open_with_code(office.folder.path, code)
    assert passphrases.came_by_code(by_code)
    passphrases.change_own_passphrase(by_code, "", NEWER)
    assert opens(by_code, NEWER) is Role.COORDINATOR


def test_a_drafted_code_opens_nothing_and_the_old_one_works_until_it_takes_over(
    office: Office,
) -> None:
    first, second = passphrases.draft_code(), passphrases.draft_code()
    passphrases.take_code(office, first)
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_with_code(office.folder.path, second)
    again = open_with_code(office.folder.path, first)
    passphrases.take_code(again, second)
    again.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_with_code(office.folder.path, first)
    open_with_code(office.folder.path, second).close(back_up=False)


def test_a_code_with_a_slip_changes_nothing(office: Office) -> None:
    code = passphrases.draft_code()
    with pytest.raises(RecoveryCodeError):
        passphrases.take_code(office, code[:-1] + ("7" if code[-1] != "7" else "8"))


def test_a_user_is_removed_with_a_reason_only(office: Office) -> None:
    user = users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    with pytest.raises(InvalidFieldsError):
        passphrases.remove_with_reason(office, user, "  ")
    passphrases.remove_with_reason(office, user, "Left the police.")
    assert [one.id for one in users.read_users(office.desk)] == [me(office)]
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, THEIRS)


def test_who_may_not_manage_users_adds_nobody(office: Office) -> None:
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    office.close(back_up=False)
    theirs = open_store(office.folder.path, THEIRS)
    with pytest.raises(NotPermittedError):
        passphrases.add_newcomer(theirs, passphrases.Newcomer("Ann", POLICE), Role.CHAIR, NEWER)
    theirs.close(back_up=False)


def test_a_new_master_key_takes_the_code_that_was_noted_before(office: Office) -> None:
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)
    code = passphrases.draft_code()
    done = passphrases.change_master(office, {me(office): WORDS}, code, Unwatched())
    assert len(done.without_way_in) == 1
    assert opens(office, WORDS) is Role.COORDINATOR
    open_with_code(office.folder.path, code).close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, THEIRS)


def test_a_slip_in_a_passphrase_leaves_the_master_key_as_it_was(office: Office) -> None:
    before = office.desk.store.path
    with pytest.raises(InvalidFieldsError) as refused:
        passphrases.change_master(
            office, {me(office): WORDS + "s"}, passphrases.draft_code(), Unwatched()
        )
    assert refused.value.fields == {str(me(office)): "wrong-passphrase"}
    assert office.desk.store.path == before
    assert opens(office, WORDS) is Role.COORDINATOR
