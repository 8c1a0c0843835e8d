"""No word of the shell names somebody who is kept from whoever's passphrase it was opened with."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from coordinator import cli
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.directory.seats import add_seat
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.casework.people.entering import register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import add_user
from coordinator.cli.program import app
from coordinator.cli.telling import hiding, say
from coordinator.domain.roles import Role
from tests.exchange.keyholders import Keyholder
from tests.meetings import next_meeting_of, weekly
from tests.offices import WORDS
from tests.sheets import makers
from tests.stores import TODAY

NAME = "Ysolt Rowe"
HIDDEN = "[name hidden]"
EXACTLY = {
    "contacts.py": 5,  # paths, words that are read aloud, and what to do with a key
    "days.py": 1,
    "demos.py": 1,
    "exporting.py": 1,
    "packing.py": 2,  # paths, and an agency with its password
    "stores.py": 5,  # paths and counts
    "workpacks.py": 3,  # paths, and the recovery code
}
"""How often each family prints what must stay letter for letter; nothing typed about anybody."""


def words_of(command: object, so_far: tuple[str, ...] = ()) -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        yield " ".join(so_far)
        return
    for name, one in below.items():
        yield from words_of(one, (*so_far, name))


@pytest.fixture
def kept(office: Office) -> Office:
    """A store whose texts name somebody who is kept from the coordinator: each word says one."""
    desk = office.desk
    ensure_own_card(desk)
    person = register_person(desk, given_name="Ysolt", family_name="Rowe").result
    add_seat(desk, name=f"Seat of {NAME}", required=True)
    next_meeting_of(desk, weekly(desk, TODAY))
    assert desk.sitter.agency is not None
    chair = add_professional(desk, name="Kasia Nowak", agency_id=desk.sitter.agency).result
    add_user(office, chair, Role.CHAIR, "lantern quarry thistle mule")  # who can lift it
    me = desk.sitter.professional
    exclude_worker(desk, person, professional_id=me, reason="They are related")
    return office


def sheet(folder: Path, *heads: str) -> str:
    row = ["Jory", "Pascoe", *(["5"] * (len(heads) - 2))]
    return str(makers.delimited(folder / "sheet.csv", [heads, row]))


def card(folder: Path) -> str:
    path = folder / "theirs.card"
    path.write_bytes(Keyholder(NAME, "Porth Homes").card.file_bytes)
    return str(path)


Given = Callable[[str, Path], list[str]]
TRIED: dict[str, Given] = {
    "packs": lambda store, _at: [store, "--meeting", "M26-001"],
    "import people": lambda store, at: [
        sheet(at, "First name", "Surname", NAME), store, "--dry-run",
    ],
    "import actions": lambda store, at: [
        sheet(at, "Name", "Action", "Owner", "Due", NAME), store, "--dry-run",
    ],
    "contact check": lambda store, at: [store, card(at)],
}  # fmt: skip
"""How the words that print what was typed somewhere are given."""
WITHOUT_NAMES = {
    # Paths, codes and counts; of whom a pack is from or for, or who leads, the directory's own
    # name; people by reference.
    "missing",
    "day", "demo", "export", "check", "backup", "restore", "contact card", "contact key",
    "import list", "import undo", "import demand",
    "workpack start", "workpack make", "workpack apply", "workpack list",
    "workpack sheet",
}  # fmt: skip
ELSEWHERE = {"workpack open"}
"""Prints what is in a pack: tried in `test_opening_packs.py`, with two stores."""


def output(office: Office, word: str, folder: Path) -> str:
    """Close the store, let the shell do its word, and give what it printed."""
    office.close(back_up=False)
    secret = folder / "secret.txt"
    secret.write_text(WORDS + "\n", encoding="utf-8")
    given = [*word.split(), *TRIED[word](str(office.folder.path), folder)]
    done = CliRunner().invoke(app, [*given, "--passphrase-file", str(secret)])
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def test_each_word_of_the_shell_is_either_tried_here_or_prints_no_name() -> None:
    words = set(words_of(typer.main.get_command(app)))
    assert words == TRIED.keys() | WITHOUT_NAMES | ELSEWHERE
    assert not TRIED.keys() & WITHOUT_NAMES


@pytest.mark.parametrize("word", TRIED)
def test_no_word_names_somebody_who_is_kept_from_the_sitter(
    kept: Office, tmp_path: Path, word: str
) -> None:
    told = output(kept, word, tmp_path)
    assert HIDDEN in told
    assert "Ysolt" not in told
    assert "Rowe" not in told


@pytest.mark.parametrize("word", TRIED)
def test_whoever_may_be_told_reads_the_name(kept: Office, tmp_path: Path, word: str) -> None:
    with kept.desk.store.transaction(kept.desk.stamp()) as tx:
        for one in tx.readers.exclusions_of([kept.desk.sitter.professional]):
            one.removed = True
        tx.journal("test.lifted")
    assert NAME in output(kept, word, tmp_path)


def test_what_is_said_of_records_goes_one_way_and_only_while_the_store_is_open(
    kept: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    with hiding(lambda line: without_kept(kept.desk, line)):
        say(f"Asked {NAME}, ref KP-0001")
    assert capsys.readouterr().out == f"Asked {HIDDEN}, ref {HIDDEN}\n"
    with pytest.raises(RuntimeError):
        say("Anything")


def test_nothing_else_of_the_shell_prints() -> None:
    (folder,) = cli.__path__
    found: dict[str, int] = {}
    for path in sorted(Path(folder).glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
        called = [ast.unparse(one.func) for one in calls]
        if count := called.count("say_exactly"):
            found[path.name] = count
        assert "print" not in called
        on_stdout = [
            one
            for one in calls
            if ast.unparse(one.func) == "typer.echo" and "err" not in {k.arg for k in one.keywords}
        ]
        assert not on_stdout or path.name == "telling.py"
    assert found == EXACTLY
