"""`missing` from a shell: a line for each thing, by who leads, people by reference alone."""

from pathlib import Path

from typer.testing import CliRunner, Result

from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import add_user
from coordinator.cli.program import app
from coordinator.domain.roles import Role
from tests.casework.entries_on_file import a_person
from tests.offices import WORDS

THEIRS = "lantern quarry thistle mule"


def told(office: Office, folder: Path, passphrase: str = WORDS) -> Result:
    office.close(back_up=False)
    secret = folder / "secret.txt"
    secret.write_text(passphrase + "\n", encoding="utf-8")
    given = ["missing", str(office.folder.path), "--passphrase-file", str(secret)]
    return CliRunner().invoke(app, given)


def test_it_says_what_is_missing_of_whom_with_whom_it_lies(office: Office, tmp_path: Path) -> None:
    a_person(office.desk, "Kezia", "Trelawny")
    done = told(office, tmp_path)
    assert done.exit_code == 0
    first, whose, *lines = done.output.splitlines()
    assert first == "1 person on the caseload. No panel is in the calendar."
    assert whose == "Nobody leads:"
    assert "  No live plan: 1 (KP-0001)" in lines
    assert "Kezia" not in done.output


def test_of_nobody_nothing_is_missing(office: Office, tmp_path: Path) -> None:
    done = told(office, tmp_path)
    assert done.output.splitlines()[1:] == [
        "Nothing that is looked for here is missing of anybody on the caseload."
    ]


def test_who_may_not_see_figures_is_told_so_in_one_sentence(
    office: Office, tmp_path: Path
) -> None:
    assert office.desk.sitter.agency is not None
    lead = add_professional(office.desk, name="Kasia Nowak", agency_id=office.desk.sitter.agency)
    add_user(office, lead.result, Role.LEAD_PROFESSIONAL, THEIRS)
    done = told(office, tmp_path, THEIRS)
    assert done.exit_code != 0
    assert "KP-" not in done.output
