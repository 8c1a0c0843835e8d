"""`contact key`: our sealing key leaves as a file, told of, and the stock `age` opens packs."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from coordinator.casework.away import key_leaving
from coordinator.casework.away.identity import change_sealing_key, read_own_card
from coordinator.casework.desk import Sitter
from coordinator.casework.records.trail import find_trail
from coordinator.casework.stores.opening import Office, open_store, sit
from coordinator.cli import contacts
from coordinator.db.models import Act, SealingSecret
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import (
    CoordinatorError,
    ExportTargetError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StoreFullError,
    WeakPassphraseError,
)
from coordinator.domain.exchange.contacts import GRACE
from coordinator.domain.roles import Role
from coordinator.exchange.away import make_take_away
from coordinator.exchange.key_files import save_key_file
from coordinator.wording.refusals.contacts import ACTS
from coordinator.wording.refusals.notices import notice_for
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.offices import WORDS
from tests.stores import CHAIR, Clock

OPENS = "quartz bramble window fern"
WHY = "The program is to be taken off this computer"
Asked = Callable[..., list[str]]


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a passphrase costs is left to the one test that opens a file."""
    monkeypatch.setattr(key_leaving, "seal_with_passphrase", lambda plain, _words: plain)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The command, given at a terminal with so many answers."""
    app = Typer(pretty_exceptions_enable=False)
    contacts.join(app)

    def run(
        store: Path, out: Path, *answers: str, why: str = WHY, words: str = WORDS
    ) -> list[str]:
        left = iter(answers)
        monkeypatch.setenv("COORDINATOR_PASSPHRASE", words)
        monkeypatch.setattr(contacts, "ask", lambda _what: next(left))
        monkeypatch.setattr(contacts, "_is_asked", lambda: bool(answers))
        given = ["contact", "key", str(store), "--out", str(out), "--reason", why]
        done = CliRunner().invoke(app, given)
        if isinstance(done.exception, CoordinatorError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output.splitlines()

    return run


def acts_of(office: Office) -> list[tuple[str, str]]:
    with office.desk.store.reading() as look:
        found = look.session.query(Act).order_by(Act.number)
        return [(one.name, one.reason) for one in found if one.name == "sealing_key.taken_out"]


def keys_of(office: Office) -> list[str]:
    with office.desk.store.reading() as look:
        return [one.secret for one in look.session.query(SealingSecret) if one.secret]


def at_a_terminal(command: list[str], typed: str) -> bytes:
    """Run what asks at a terminal, and type the answer there."""
    runs = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", runs, *command],
        input=f"{typed}\n".encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.stdout


def test_the_age_program_opens_a_pack_with_a_key_file(
    both: Both, asked: Asked, tmp_path: Path
) -> None:
    age = shutil.which("age")
    if age is None or os.name != "posix":
        pytest.skip("the age program is not installed, or there is no terminal to be had")
    pack = make_take_away(both.hub.desk, both.lead, tmp_path / "sent").result.path
    both.close()
    told = asked(tmp_path / "away", tmp_path / "out", OPENS, OPENS, words=PASSPHRASE)
    (file,) = (tmp_path / "out").iterdir()
    assert str(file) in told
    assert b"AGE-SECRET-KEY" not in file.read_bytes()
    plain = tmp_path / "plain"
    command = [age, "--decrypt", "--identity", str(file), "--output", str(plain), str(pack)]
    at_a_terminal(command, "another passphrase altogether")
    assert not plain.exists()
    at_a_terminal(command, OPENS)
    assert plain.read_bytes().startswith(b"coordinator-pack 1 " + both.panel.encode())
    assert b"roster.json" in plain.read_bytes()


@pytest.mark.usefixtures("quick")
def test_what_leaves_is_told_before_it_is_made_and_stands_in_the_log(
    both: Both, asked: Asked, tmp_path: Path
) -> None:
    own = read_own_card(both.hub.desk)
    assert own is not None
    both.close()
    told = asked(tmp_path / "panel", tmp_path / "out", OPENS, OPENS)
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == f"key-{own.card.identity.id[:8]}.age"  # names nobody
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "kept from whoever reads it" in told[0]
    assert told[2] == str(file)
    hub = open_store(tmp_path / "panel", WORDS)
    assert acts_of(hub) == [("sealing_key.taken_out", WHY)]
    (line,) = [one for one in find_trail(hub.desk).rows if one.act == "sealing_key.taken_out"]
    assert line.reason == WHY
    assert ACTS[line.act] == "Took the key that opens work packs out of the store"
    keys = [line for line in file.read_text().splitlines() if not line.startswith("#")]
    assert keys == keys_of(hub)
    again = save_key_file(hub, tmp_path / "out", passphrase=OPENS, reason=WHY)
    assert again != file  # what lies there is never written over
    hub.close(back_up=False)


@pytest.mark.usefixtures("quick")
def test_every_key_that_opens_something_now_is_in_it_and_none_that_was_given_up(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    (first,) = keys_of(both.hub)
    change_sealing_key(both.hub.desk)
    second = next(one for one in keys_of(both.hub) if one != first)
    file = save_key_file(both.hub, tmp_path, passphrase=OPENS, reason=WHY)
    assert [one for one in file.read_text().splitlines() if one[0] != "#"] == [second, first]
    clock.at += GRACE + timedelta(days=1)
    file = save_key_file(both.hub, tmp_path, passphrase=OPENS, reason=WHY)
    assert [one for one in file.read_text().splitlines() if one[0] != "#"] == [second]


@pytest.mark.usefixtures("quick")
def test_a_passphrase_is_held_to_the_stores_own_rule_and_is_none_of_the_stores(
    both: Both, asked: Asked, tmp_path: Path
) -> None:
    both.close()
    panel, out = tmp_path / "panel", tmp_path / "out"
    for weak, rule in (("short", "short"), ("password2026", "common"), (WORDS, "opens-store")):
        with pytest.raises(WeakPassphraseError) as refused:
            asked(panel, out, weak, weak)
        assert refused.value.rule == rule
        assert notice_for(refused.value).what
    with pytest.raises(InvalidFieldsError) as differs:
        asked(panel, out, OPENS, OPENS + "s")
    assert differs.value.fields == {"passphrase_again": "differs"}
    with pytest.raises(ReasonNeededError, match="key-taken-out"):
        asked(panel, out, OPENS, OPENS, why="  ")
    with pytest.raises(GuardError, match="key-at-terminal"):
        asked(panel, out)
    assert not out.exists()
    hub = open_store(panel, WORDS)
    assert acts_of(hub) == []
    hub.close(back_up=False)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("role", [one for one in Role if one is not Role.COORDINATOR])
def test_at_a_panel_nobody_but_the_coordinator_takes_it_out(
    both: Both, tmp_path: Path, role: Role
) -> None:
    theirs = sit(both.hub, Sitter(CHAIR, role))
    with pytest.raises(NotPermittedError):
        save_key_file(theirs, tmp_path / "out", passphrase=OPENS, reason=WHY)
    assert not (tmp_path / "out").exists()
    assert acts_of(both.hub) == []


@pytest.mark.usefixtures("quick")
def test_a_file_that_cannot_be_written_leaves_nothing_and_no_line(
    both: Both, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ExportTargetError):
        save_key_file(both.hub, tmp_path / "file", passphrase=OPENS, reason=WHY)
    assert acts_of(both.hub) == []


@pytest.mark.usefixtures("quick")
def test_a_line_that_cannot_be_written_leaves_no_file(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"

    def no_room(_tx: Transaction) -> None:
        assert len(list(out.iterdir())) == 1
        raise StoreFullError

    with monkeypatch.context() as broken:
        broken.setattr(Transaction, "finish", no_room)
        with pytest.raises(StoreFullError):
            save_key_file(both.hub, out, passphrase=OPENS, reason=WHY)
    assert list(out.iterdir()) == []
    assert acts_of(both.hub) == []


def test_a_store_without_a_card_has_no_key_to_give(office: Office, tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError):
        save_key_file(office, tmp_path / "out", passphrase=OPENS, reason=WHY)
    assert not (tmp_path / "out").exists()
