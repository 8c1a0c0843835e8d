"""`check`, `backup`, `restore` from a shell: exit codes, one sentence, no traceback."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coordinator.casework.people.entering import register_person
from coordinator.casework.stores.founding import make_store
from coordinator.casework.stores.opening import Office
from coordinator.db.engine import Access, connect
from coordinator.db.schema import SCHEMA_NUMBER
from coordinator.vault.costs import TEST_COST
from tests.offices import NEW, WORDS

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys, typer
from coordinator.cli import stores
from coordinator.cli.telling import complain
from coordinator.domain.errors import CoordinatorError
from coordinator.runtime.hardening import tell_faults
tell_faults("fault inside: {fault}")
app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
stores.join(app)
if user := int(os.environ.get("AS_USER", 0)):  # only now: the interpreter may be root's own
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
try:
    app()
except CoordinatorError as error:
    complain(error)
    sys.exit(1)
"""


class Shell:
    """Runs a command of the family as a process of its own, as somebody at a shell would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words = WORDS

    def run(self, *words: object, user: int = 0) -> tuple[int, str, str]:
        told = {"COORDINATOR_PASSPHRASE": self.words} if self.words else {}
        env = {
            **os.environ,
            "HOME": str(self.folder),
            "XDG_STATE_HOME": str(self.folder),
            **told,
            "AS_USER": str(user),
        }
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *map(str, words)],
            cwd=ROOT, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL,
            check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    def refusal(self, *words: object, user: int = 0) -> str:
        """Give the sentence of a command that must refuse, and hold it to the manners."""
        code, out, err = self.run(*words, user=user)
        assert (code, out) == (1, "")
        assert "Traceback" not in err
        assert "fault inside" not in err
        assert len(err.splitlines()) == 1
        assert re.match(r"[A-Z].*\.$", err.strip())
        return err


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def closed(office: Office) -> Path:
    """A store with somebody in it, closed; gives its folder."""
    register_person(office.desk, given_name="Zebedee", family_name="Quillfeather")
    office.close()
    return office.folder.path


def database(store: Path) -> Path:
    (found,) = store.glob("*.db")
    return found


def test_a_whole_store_checks_out(shell: Shell, closed: Path) -> None:
    code, out, err = shell.run("check", closed)
    assert (code, err) == (0, "")
    assert out.startswith("Whole: ")


def test_what_is_not_whole_is_told_and_the_code_is_one(
    shell: Shell, closed: Path, office: Office
) -> None:
    from coordinator.casework.stores.opening import open_store

    again = open_store(closed, WORDS)
    connection = connect(Access(again.desk.store.path, again.desk.store.keyspec))
    connection.execute("UPDATE person SET phone = '01632 960001'")
    connection.close()
    again.close(back_up=False)
    assert "person" in shell.refusal("check", closed)


def test_a_demo_store_needs_no_passphrase(shell: Shell, tmp_path: Path) -> None:
    from dataclasses import replace

    demo = replace(NEW, passphrase="demo", is_demo=True)
    make_store(tmp_path / "demo", demo, cost=TEST_COST)[0].close()
    shell.words = ""
    assert shell.run("check", tmp_path / "demo")[0] == 0


def test_wrong_use_is_two(shell: Shell) -> None:
    assert shell.run("check")[0] == 2
    assert shell.run("chekc", "x")[0] == 2


def test_a_wrong_passphrase_is_told(shell: Shell, closed: Path) -> None:
    shell.words = "not the words at all"
    assert "passphrase" in shell.refusal("check", closed)
    shell.words = ""
    assert "passphrase" in shell.refusal("check", closed).lower()


def remove_keys(store: Path) -> None:
    (store / "keys.json").unlink()


def alter_keys(store: Path) -> None:
    raw = bytearray((store / "keys.json").read_bytes())
    raw[len(raw) // 2] ^= 1
    (store / "keys.json").write_bytes(raw)


def keys_of_another(store: Path) -> None:
    other, _code = make_store(store.parent / "other", NEW, cost=TEST_COST)
    other.close(back_up=False)
    shutil.copy(store.parent / "other" / "keys.json", store / "keys.json")


def empty(store: Path) -> None:
    database(store).write_bytes(b"")


def plain(store: Path) -> None:
    database(store).write_bytes(b"SQLite format 3\0" + bytes(8192))


def cut(store: Path) -> None:
    whole = database(store).read_bytes()
    database(store).write_bytes(whole[: len(whole) // 8192 * 4096])


def cut_by_a_byte(store: Path) -> None:
    database(store).write_bytes(database(store).read_bytes()[:-1])


def flip_in_the_first_page(store: Path) -> None:
    _flip(store, 100)


def flip_in_the_middle(store: Path) -> None:
    _flip(store, database(store).stat().st_size // 2)


def flip_in_the_last_page(store: Path) -> None:
    _flip(store, database(store).stat().st_size - 90)


def _flip(store: Path, place: int) -> None:
    raw = bytearray(database(store).read_bytes())
    raw[place] ^= 16
    database(store).write_bytes(raw)


def no_database(store: Path) -> None:
    database(store).unlink()


def a_folder_for_a_database(store: Path) -> None:
    path = database(store)
    path.unlink()
    path.mkdir()


def a_folder_for_a_key_file(store: Path) -> None:
    remove_keys(store)
    (store / "keys.json").mkdir()


@pytest.mark.parametrize(
    "harm",
    [
        remove_keys, alter_keys, keys_of_another, empty, plain, cut, cut_by_a_byte,
        flip_in_the_first_page, flip_in_the_middle, flip_in_the_last_page, no_database,
        a_folder_for_a_database, a_folder_for_a_key_file,
    ],
)  # fmt: skip
def test_a_harmed_store_is_refused_in_one_sentence(
    shell: Shell, closed: Path, harm: Callable[[Path], None]
) -> None:
    harm(closed)
    told = shell.refusal("check", closed)
    assert "Zebedee" not in told


@pytest.mark.parametrize("harm", [remove_keys, alter_keys])
def test_the_spare_key_file_helps_as_the_sentence_says(
    shell: Shell, closed: Path, harm: Callable[[Path], None]
) -> None:
    harm(closed)
    assert "keys.json.spare" in shell.refusal("check", closed)
    shutil.copy(closed / "keys.json.spare", closed / "keys.json")
    assert shell.run("check", closed)[0] == 0


def test_a_newer_store_is_told_with_both_numbers(shell: Shell, closed: Path) -> None:
    from coordinator.casework.stores.opening import open_store

    office = open_store(closed, WORDS)
    connection = connect(Access(office.desk.store.path, office.desk.store.keyspec))
    connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 8}")
    connection.close()
    office.close(back_up=False)
    assert str(SCHEMA_NUMBER + 8) in shell.refusal("check", closed)


def test_a_store_that_is_open_elsewhere_is_told_with_its_owner(
    shell: Shell, office: Office
) -> None:
    assert str(os.getpid()) in shell.refusal("check", office.folder.path)


@pytest.mark.parametrize("name", ["no-such-folder", "a-file", "a-circle", "x" * 300])
def test_what_is_no_store_is_told(shell: Shell, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("mine")
    (tmp_path / "a-circle").symlink_to(tmp_path / "a-circle")
    shell.refusal("check", tmp_path / name)


def test_a_cloud_folder_is_refused_for_working_and_allowed_for_backups(
    shell: Shell, closed: Path, tmp_path: Path
) -> None:
    cloud = tmp_path / "OneDrive - Kerrow Council"
    code, out, err = shell.run("backup", closed, cloud)
    assert (code, err) == (0, "")
    backup = Path(out.strip())
    assert backup.parent == cloud
    assert "cloud" in shell.refusal("restore", backup, cloud / "store")
    assert shell.run("restore", backup, tmp_path / "restored")[0] == 0
    assert shell.run("check", tmp_path / "restored")[0] == 0
    shutil.move(closed, cloud / "store")
    assert "cloud" in shell.refusal("check", cloud / "store")


def test_a_restore_is_refused_where_something_lies(
    shell: Shell, closed: Path, tmp_path: Path
) -> None:
    backup = shell.run("backup", closed, tmp_path / "copies")[1].strip()
    before = sorted(path.name for path in closed.iterdir())
    shell.refusal("restore", backup, closed)
    assert sorted(path.name for path in closed.iterdir()) == before
    shell.refusal("restore", tmp_path / "copies", tmp_path / "restored")
    assert not (tmp_path / "restored").exists()
    shell.words = "not the words at all"
    shell.refusal("restore", backup, tmp_path / "restored")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)
def test_somebody_without_the_right_to_write_is_told(
    shell: Shell, closed: Path, tmp_path: Path
) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    nobody = 65534
    closed.chmod(0o755)
    for file in closed.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
    assert "written" in shell.refusal("check", closed, user=nobody)
    closed.chmod(0o777)  # the folder may be written to, the database may not
    assert "written" in shell.refusal("check", closed, user=nobody)
    (closed / "keys.json").chmod(0o600)
    assert "written" in shell.refusal("check", closed, user=nobody)


def test_nobodys_name_stands_in_any_file_or_file_name(closed: Path) -> None:
    for path in closed.rglob("*"):
        told = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        # Long ones only: four bytes meet by chance among millions that are encrypted.
        for name in (b"Zebedee", b"Quillfeather", "Aled Hâf".encode(), b"Kerrow"):
            assert name not in told
