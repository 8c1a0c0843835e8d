"""`coordinator import`: told first, done once, taken back; hostile files change nothing."""

import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
import typer
from typer.testing import CliRunner, Result

from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.cli import importing
from coordinator.domain.errors import CoordinatorError
from coordinator.sheets import limits
from coordinator.wording.refusals.notices import notice_for
from tests.offices import WORDS
from tests.sheets import makers

HEAD = ("Client ID", "First name", "Surname", "DOB", "Phone", "Shoe size")
KEZIA = ("C1", "Kezia", "Trelawny", "14/05/1981", "01632 960001", "5")
TOMOS = ("C2", "Tomos", "Gray", "31/02/1990", "", "9")


@dataclass(frozen=True)
class Counter:
    """A store on disk, closed, and the command that works on it."""

    store: Path
    folder: Path
    secret: Path

    def run(self, *words: str) -> Result:
        app = typer.Typer()
        importing.join(app)
        return CliRunner().invoke(app, ["import", *words, "--passphrase-file", str(self.secret)])

    def people(self, file: Path, *options: str) -> Result:
        return self.run("people", str(file), str(self.store), *options)

    def sheet(self, *rows: Sequence[str], name: str = "clients.csv") -> Path:
        return makers.delimited(self.folder / name, [HEAD, *rows])

    def open(self) -> Office:
        return open_store(self.store, WORDS)

    def kept(self) -> dict[str, bytes]:
        """Give every database of the store and of its backups as it lies there."""
        return {path.name: path.read_bytes() for path in self.store.rglob("*.db")}

    def names(self) -> list[str]:
        office = self.open()
        with office.desk.read() as look:
            found = sorted(person.given_name for person in look.people.everybody())
        assert check_office(office).is_whole
        office.close(back_up=False)
        return found


@pytest.fixture
def counter(office: Office, tmp_path: Path) -> Counter:
    office.close(back_up=False)
    secret = tmp_path / "secret.txt"
    secret.write_text(WORDS + "\n", encoding="utf-8")
    return Counter(office.folder.path, tmp_path, secret)


def refusal(result: Result) -> str:
    """Give the sentence a refused command is told with."""
    assert result.exit_code == 1
    assert isinstance(result.exception, CoordinatorError)
    return notice_for(result.exception).text


def test_people_arrive_and_the_last_lines_say_how_many_and_how_to_undo(counter: Counter) -> None:
    result = counter.people(counter.sheet(KEZIA, TOMOS, KEZIA))

    assert result.exit_code == 0
    *told, counts, undo = result.output.splitlines()
    assert told[0] == "Columns understood: Client ID, First name, Surname, DOB, Phone."
    assert told[1] == "Columns not understood, and not read: Shoe size."
    assert any(line.startswith("row 3, D (DOB): there is no such day") for line in told)
    assert counts == "2 rows arrived, 1 repeated, 0 refused."
    assert undo.startswith("To take it back as a whole: coordinator import undo STORE ")
    assert counter.names() == ["Kezia", "Tomos"]


def test_nobody_is_named_in_what_is_printed(counter: Counter) -> None:
    file = counter.sheet(KEZIA, TOMOS)
    again = counter.sheet(("C3", "Kezia", "Trelawney", "15/05/1981", "", ""), name="other.csv")
    printed = counter.people(file).output + counter.people(again).output

    assert "possibly the same person as KP-0001" in printed
    for secret in ("Kezia", "Trelawn", "Tomos", "1981", "960001", "C1"):
        assert secret not in printed


def test_a_dry_run_tells_the_same_and_writes_nothing(counter: Counter) -> None:
    result = counter.people(counter.sheet(KEZIA, TOMOS), "--dry-run")

    assert result.exit_code == 0
    last = result.output.splitlines()[-1]
    assert last == "2 rows would arrive, 0 repeated, 0 refused. Nothing was written."
    assert counter.names() == []
    assert not list((counter.store / "backups").glob("*-import-*"))


def test_a_file_brought_in_again_is_repeated_and_fills_gaps(counter: Counter) -> None:
    counter.people(counter.sheet((*KEZIA[:4], "", "")))
    fuller = counter.people(counter.sheet((*KEZIA[:3], "15/05/1981", *KEZIA[4:])))

    assert "0 rows arrived, 1 repeated (1 of them filling gaps), 0 refused." in fuller.output
    assert "row 2: on file already as KP-0001 (same number of the sender); fills: Phone;" in (
        fuller.output
    )
    assert "differs, nothing changed: Date of birth" in fuller.output
    again = counter.people(counter.sheet(KEZIA))
    assert again.output.splitlines()[-1] == "0 rows arrived, 1 repeated, 0 refused."


def test_the_sender_named_is_who_issued_the_numbers(counter: Counter) -> None:
    counter.people(counter.sheet(KEZIA), "--source", "Street team")
    other = counter.sheet(("C1", "Bartek", "Nowak", "", "", ""))
    assert counter.people(other, "--source", "Hostel").output.count("1 row arrived") == 1
    clash = counter.people(other, "--source", "street TEAM").output
    assert "row 2: this number belongs to somebody of another name" in clash


def test_long_lists_are_cut_unless_all_is_wanted(counter: Counter) -> None:
    rows = [(f"C{n}", f"Name{n}", "Long", "31/02/1980", "", "") for n in range(13)]
    file = counter.sheet(*rows)
    short = counter.people(file, "--dry-run").output
    assert "... and 3 more like this (--all shows them)" in short
    assert short.count("no such day") == 10
    assert counter.people(file, "--dry-run", "--all").output.count("no such day") == 13


def test_an_import_is_listed_and_undone_once(counter: Counter) -> None:
    counter.people(counter.sheet(KEZIA))
    listed = counter.run("list", str(counter.store)).output
    assert "people" in listed
    assert "undone" not in listed

    undone = counter.run("undo", str(counter.store))
    assert (undone.exit_code, undone.output) == (0, "2 records taken back.\n")
    assert counter.names() == []
    assert "undone" in counter.run("list", str(counter.store)).output
    assert "not in this store" in refusal(counter.run("undo", str(counter.store)))
    number = listed.split()[0]
    again = counter.run("undo", str(counter.store), number)
    assert refusal(again).startswith("This import was taken back before.")


def test_actions_arrive_and_what_does_not_fit_is_told(counter: Counter) -> None:
    counter.people(counter.sheet(KEZIA))
    head = ("Name", "Action", "Owner", "Due", "Status")
    rows = [
        ("Kezia Trelawny", "Ring the landlord", "Rhys Roskilly", "01/12/2099", "open"),
        ("Kezia Trelawny", "Ring the doctor", "Nobody Known", "01/12/2099", "open"),
        ("Somebody Else", "Ring the police", "Rhys Roskilly", "01/12/2099", "open"),
    ]
    file = makers.xlsx(counter.folder / "tracker.xlsx", [head, *rows])
    result = counter.run("actions", str(file), str(counter.store))

    assert "People, row 3: the owner is not in the directory" in result.output
    assert "People, row 4: nobody on file is this person" in result.output
    assert "1 row arrived, 0 repeated, 2 refused." in result.output


def test_a_mapping_file_is_kept_and_used_by_its_name(counter: Counter) -> None:
    mapping = counter.folder / "hostel.toml"
    mapping.write_text('target = "people"\n[columns]\nfamily_name = "Clan"\n', encoding="utf-8")
    head = ("First name", "Clan")
    one = makers.delimited(counter.folder / "one.csv", [head, ("Kezia", "Trelawny")])
    two = makers.delimited(counter.folder / "two.csv", [head, ("Tomos", "Gray")])

    assert counter.people(one, "--mapping", str(mapping)).exit_code == 0
    mapping.unlink()
    result = counter.people(two, "--mapping", "hostel")
    assert "Columns understood: First name, Clan." in result.output
    assert refusal(counter.people(two, "--mapping", "elsewhere")).startswith("There is no file")


def _text(content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "odd.csv"
        path.write_bytes(content)
        return path

    return make


def _encrypted(folder: Path) -> Path:
    path = folder / "locked.xlsx"
    head = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504
    path.write_bytes(head + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512)
    return path


def _renamed(folder: Path) -> Path:
    path = folder / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 2000)
    return path


def _bomb(folder: Path) -> Path:
    path = makers.xlsx(folder / "bomb.xlsx", [HEAD])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _block in range(limits.MOST_UNPACKED_BYTES // 10_000_000 + 1):
            part.write(b"\0" * 10_000_000)
    return path


def _cut_off(folder: Path) -> Path:
    path = makers.xlsx(folder / "half.xlsx", [HEAD, KEZIA])
    path.write_bytes(path.read_bytes()[:-200])
    return path


def _empty_book(folder: Path) -> Path:
    path = folder / "empty.xlsx"
    openpyxl.Workbook().save(path)
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder: folder / "absent.csv", "There is no such file."),
        (lambda folder: folder, "This file cannot be read as a spreadsheet."),
        (_text(b""), "There are no rows in this file."),
        (_text(b"\n\n  \n"), "There are no rows in this file."),
        (_text(bytes(range(256)) * 20), "This file cannot be read as a spreadsheet."),
        (_text(b"alpha,beta\n1,2\n3,4\n"), "No row with column headings was found."),
        (_text(b"DOB,Phone\n1/1/1980,01632 960001\n"), "No column holds a name or a reference."),
        (_text(b",".join([b"Name"] * 10_000)), "This file is too large"),
        (_encrypted, "This spreadsheet is locked with a password."),
        (_renamed, "This file cannot be read as a spreadsheet."),
        (_bomb, "This file is too large"),
        (_cut_off, "This file cannot be read as a spreadsheet."),
        (_empty_book, "There are no rows in this file."),
    ],
    ids=(
        "absent", "folder", "empty", "blank", "noise", "no headings", "no names",
        "10,000 columns", "encrypted", "renamed", "bomb", "cut off", "empty book",
    ),
)  # fmt: skip
def test_a_bad_file_gets_one_sentence_and_changes_nothing(
    counter: Counter, make: Callable[[Path], Path], sentence: str
) -> None:
    folder = counter.folder / "bad"
    folder.mkdir()
    before = counter.kept()
    assert before
    told = refusal(counter.people(make(folder)))

    assert told.startswith(sentence)
    assert "\n" not in told
    assert counter.kept() == before
    assert counter.names() == []


def test_a_file_with_headings_only_brings_nobody(counter: Counter) -> None:
    result = counter.people(counter.sheet())
    assert result.exit_code == 0
    assert "0 rows arrived, 0 repeated, 0 refused." in result.output


def test_a_wrong_passphrase_is_refused_before_anything_is_read(counter: Counter) -> None:
    counter.secret.write_text("not the passphrase of this store\n", encoding="utf-8")
    assert refusal(counter.people(counter.sheet(KEZIA)))


def test_a_store_that_stands_nowhere_is_said_so(counter: Counter) -> None:
    shutil.rmtree(counter.store)
    assert refusal(counter.people(counter.sheet(KEZIA)))


def test_a_list_of_counts_arrives_and_lists_whom_nobody_knows(counter: Counter) -> None:
    counter.people(counter.sheet(KEZIA))
    listed = makers.delimited(
        counter.folder / "police.csv",
        [("Ref", "Month", "Police calls"), ("KP-0001", "01/2026", "4"), ("X9", "01/2026", "1")],
    )
    words = ("demand", str(listed), str(counter.store), "--source", "Kerrow Police")
    result = counter.run(*words, "--as-at", "2026-03-01")
    assert result.exit_code == 0
    *told, counts, _undo = result.output.splitlines()
    assert any("row 3: nobody on file has this reference" in line for line in told)
    assert counts == "1 row arrived, 0 repeated, 1 refused."
    again = counter.run(*words)
    assert again.output.splitlines()[-1] == "0 rows arrived, 1 repeated, 1 refused."
    assert "counts of demand" in counter.run("list", str(counter.store)).output
