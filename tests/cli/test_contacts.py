"""`contact card` and `contact check`: two stores get to know each other from a shell."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner

from coordinator.casework.away.contacts import find_contacts
from coordinator.casework.away.identity import read_own_card
from coordinator.casework.stores.opening import Office, open_store
from coordinator.cli import contacts
from coordinator.domain.errors import (
    CardRefusedError,
    CoordinatorError,
    ExportTargetError,
    FileUnreadableError,
    GuardError,
)
from coordinator.domain.exchange.cards import parse_card
from coordinator.domain.exchange.contacts import CheckedHow, Contact
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import Keyholder
from tests.offices import WORDS

Shell = Callable[..., list[str]]
KASIA = Keyholder("Kasia Dębska", "Kerrow Mental Health")


@pytest.fixture
def store(office: Office) -> Path:
    """A closed store."""
    office.close(back_up=False)
    return office.folder.path


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", WORDS)
    app = Typer(pretty_exceptions_enable=False)
    contacts.join(app)

    def run(*words: object) -> list[str]:
        done = CliRunner().invoke(app, [*map(str, words)])
        if isinstance(done.exception, CoordinatorError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output.splitlines()

    return run


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "from-kasia.txt"
    path.write_bytes(KASIA.card.file_bytes)
    return path


def on_file(store: Path) -> list[Contact]:
    found: list[Contact] = looked(store, lambda desk: list(find_contacts(desk)))
    return found


def looked(store: Path, look: Callable[[Any], Any]) -> Any:
    office = open_store(store, WORDS)
    found = look(office.desk)
    office.close(back_up=False)
    return found


def words_of(holder: Keyholder) -> str:
    return " ".join(six_words(holder.card.identity.id))


def test_a_card_is_saved_under_a_name_that_names_nobody(
    shell: Shell, store: Path, tmp_path: Path
) -> None:
    path, words = shell("contact", "card", store, "--out", tmp_path / "out")
    own = looked(store, read_own_card)
    assert re.fullmatch(r"contact-[0-9a-f]{8}\.txt", Path(path).name)
    assert parse_card(Path(path).read_bytes()) == own.card
    assert words == " · ".join(own.words)
    again, _words = shell("contact", "card", store, "--out", tmp_path / "out")
    assert again != path  # what lies there is never written over
    assert Path(again).read_bytes() == Path(path).read_bytes()


def test_a_card_that_is_looked_at_is_on_file_and_not_checked(
    shell: Shell, store: Path, sent: Path
) -> None:
    told = shell("contact", "check", store, sent)
    assert told[:2] == ["Kasia Dębska, Kerrow Mental Health", words_of(KASIA).replace(" ", " · ")]
    assert told[-1] == "Words not read yet"
    (contact,) = on_file(store)
    assert not contact.may_receive


def test_words_that_are_those_of_the_card_are_recorded_with_how(
    shell: Shell, store: Path, sent: Path
) -> None:
    told = shell("contact", "check", store, sent, "--how", "telephone", "--words", words_of(KASIA))
    assert told[-1].startswith("Checked by Aled Hâf on ")
    (contact,) = on_file(store)
    assert contact.checked is not None
    assert contact.checked.how is CheckedHow.TELEPHONE
    assert words_of(KASIA).split()[0] not in "".join(told)  # they are heard, not read off here


@pytest.mark.parametrize("words", ["", "foil exact pitch stand put major", "foil"])
def test_other_words_record_nothing(shell: Shell, store: Path, sent: Path, words: str) -> None:
    given = ("--words", words) if words else ()
    with pytest.raises(GuardError, match="words-differ"):
        shell("contact", "check", store, sent, "--how", "in-person", *given)
    assert on_file(store) == []
    shell("contact", "check", store, sent)
    with pytest.raises(GuardError, match="words-differ"):
        shell("contact", "check", store, sent, "--how", "in-person", *given)
    assert [one.may_receive for one in on_file(store)] == [False]


def test_what_is_no_card_is_refused_and_nothing_is_kept(
    shell: Shell, store: Path, tmp_path: Path
) -> None:
    for name, data in (
        ("damaged", KASIA.card.file_bytes[:-9]),
        ("large", KASIA.card.file_bytes + b"\n" * 5_000),
        ("empty", b""),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(CardRefusedError):
            shell("contact", "check", store, tmp_path / name)
    for nothing in (tmp_path / "gone", tmp_path):
        with pytest.raises(FileUnreadableError):
            shell("contact", "check", store, nothing)
    with pytest.raises(ExportTargetError):
        shell("contact", "card", store, "--out", tmp_path / "empty" / "under a file")
    assert on_file(store) == []


def test_another_way_to_have_read_words_is_wrong_use(store: Path, sent: Path) -> None:
    app = Typer()
    contacts.join(app)
    done = CliRunner().invoke(app, ["contact", "check", str(store), str(sent), "--how", "e-mail"])
    assert done.exit_code == 2
