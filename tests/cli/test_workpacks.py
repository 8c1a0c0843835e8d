"""`workpack`: work goes away with somebody and comes back, from a shell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from coordinator.casework.away.contacts import add_contact
from coordinator.casework.away.identity import read_own_card
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import open_store
from coordinator.cli import contacts, workpacks
from coordinator.db.models import Professional
from coordinator.domain.errors import (
    BasisLackingError,
    ExportTargetError,
    FileUnreadableError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    PackRefusedError,
    ReasonNeededError,
    SheetCellsError,
    SheetError,
)
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.reviews import Applied
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.roles import Right, Role
from coordinator.wording.away import applied_words
from coordinator.wording.refusals.notices import notice_for
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import PASSPHRASE, Both
from tests.exchange.keyholders import Keyholder
from tests.exchange.update_sheets import MUCH, NOTES, filled
from tests.offices import WORDS
from tests.stores import NURSE, WORKER

Shell = Callable[..., list[str]]


def worked(both: Both, folder: Path) -> None:
    """Note something away, and close the store again."""
    office = open_store(folder / "away", PASSPHRASE)
    log_contact(office.desk, a_contact_with(office.desk, both.kept.kezia, note="By the quay"))
    office.close(back_up=False)


def test_work_goes_away_and_comes_back_from_a_shell(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    path, holds, stays, left = shell("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly")
    assert holds.startswith("1 person, ")
    assert stays.startswith("4 entries stay")
    assert left == "Disclosure D26-0001"
    assert shell("open", "away", path) == ["1 person is with you."]
    worked(both, tmp_path)
    home, counted = shell("make", "away", "--out", tmp_path)
    assert counted == "1 person, 1 change"
    review = shell("open", "panel", home)
    assert review[0] == "From Rhys Roskilly. Changes: 1; here already: 0."
    (done,) = shell("apply", "panel", home)
    assert done.startswith("Brought in: 1.")
    assert [line.split(" | ")[1:] for line in shell("list", "panel")] == [
        ["hand-back", "taken from Rhys Roskilly", "1"],
        ["take-away", "made for Rhys Roskilly", "1"],
    ]
    office = open_store(tmp_path / "panel", WORDS)
    notes = [one.note for one in find_contacts(office.desk, both.kept.kezia).rows]
    office.close(back_up=False)
    assert "By the quay" in notes


def test_nobody_is_guessed(both: Both, shell: Shell, tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError) as refused:
        shell("make", "panel", "--out", tmp_path, "--to", "Somebody")
    assert notice_for(refused.value).what.startswith("No contact of that name")
    with pytest.raises(AssertionError, match="--to"):
        shell("make", "panel", "--out", tmp_path)
    with pytest.raises(GuardError, match="nothing-taken"):
        shell("make", "away", "--out", tmp_path)


def test_a_pack_is_sealed_for_no_stranger_by_a_slip(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    given = ("make", "panel", "--out", tmp_path / "out", "--to")
    for short in (both.lead[:1], both.lead[:7]):
        with pytest.raises(MissingRecordError):
            shell(*given, short)
    namesake = Keyholder(both.lead[:8], "Kerrow Mental Health")  # a name comes before an identity
    office = open_store(tmp_path / "panel", WORDS)
    add_contact(office.desk, namesake.card.file_bytes)
    office.close(back_up=False)
    with pytest.raises(GuardError, match="contact-unchecked"):
        shell(*given, both.lead[:8])
    assert not (tmp_path / "out").exists()
    assert shell(*given, both.lead[:9].upper())[1].startswith("1 person, ")


def arranged(folder: Path, name: str, value: object) -> None:
    """Have the panel's directory say something else of him."""
    office = open_store(folder / "panel", WORDS)
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        setattr(tx.get(Professional, WORKER), name, value)
        tx.journal("test.arranged")
    office.close(back_up=False)


def test_a_deputy_is_given_those_who_are_named(both: Both, shell: Shell, tmp_path: Path) -> None:
    given = ("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly", "--also", "KP-0002")

    with pytest.raises(GuardError, match="also-not-theirs"):
        shell(*given)
    arranged(tmp_path, "deputy_of_id", NURSE)
    assert shell(*given)[1].startswith("2 people, ")
    with pytest.raises(GuardError, match="also-not-theirs"):
        shell(*given, "--also", "KP-0003")  # his agency must not be told


def test_why_and_how_a_take_away_goes_are_said(both: Both, shell: Shell, tmp_path: Path) -> None:
    arranged(tmp_path, "confidentiality_signed_on", None)
    given = ("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly", "--how", "secure_mail")

    with pytest.raises(ReasonNeededError, match="confidentiality-unsigned"):
        shell(*given)
    shell(*given, "--reason", "Signs on Friday", "--why", "To work on a ward")
    office = open_store(tmp_path / "panel", WORDS)
    (row,) = find_disclosures(office.desk).rows
    office.close(back_up=False)
    assert (row.reason, row.proportionality) == ("Signs on Friday", "To work on a ward")
    assert row.channel is Channel.SECURE_MAIL


def test_a_store_for_work_taken_away_is_started(shell: Shell, tmp_path: Path) -> None:
    (code,) = shell("start", "fresh", "--name", "Kasia Dębska", "--agency", "Kerrow")
    office = open_store(tmp_path / "fresh", PASSPHRASE)
    card = read_own_card(office.desk)
    office.close(back_up=False)

    assert "-" in code or len(code) > 20
    assert card is not None
    assert card.card.identity.name == "Kasia Dębska"


@pytest.mark.parametrize(
    ("name", "agency"), [("", "Kerrow"), ("Kasia", " "), ("K" * 201, "Kerrow")]
)
def test_no_store_is_left_behind_without_its_recovery_code(
    shell: Shell, tmp_path: Path, name: str, agency: str
) -> None:
    with pytest.raises(InvalidFieldsError):
        shell("start", "fresh", "--name", name, "--agency", agency)
    assert not (tmp_path / "fresh").exists()


def test_a_sheet_goes_out_and_comes_back_from_a_shell(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    to = ("--out", tmp_path, "--lead", "rhys roskilly", "--reason", "May install nothing")
    with pytest.raises(InvalidFieldsError):
        shell("sheet", "panel", *to)
    told = shell("sheet", "panel", *to, "--how", "secure_mail")
    assert told[1].startswith("1 person, ")
    assert told[-2:] == [
        "Disclosure D26-0001",
        "Not sealed: anybody who has the file can read it.",
    ]
    sheet = filled(Path(told[0]), MUCH)
    assert shell("open", "panel", sheet)[0].startswith("From Rhys Roskilly. Changes: ")
    (done,) = shell("apply", "panel", sheet)
    assert done.startswith("Brought in: ")
    with pytest.raises(GuardError, match="sheet-empty"):
        shell("apply", "panel", sheet)
    assert [line.split(" | ")[1:] for line in shell("list", "panel")] == [
        ["update sheet", "taken from Rhys Roskilly", "1"],
        ["update sheet", "made for Rhys Roskilly", "1"],
    ]
    with pytest.raises(MissingRecordError):
        shell("sheet", "panel", "--out", tmp_path, "--lead", "Nobody", "--reason", "why")


def test_who_was_lent_is_lent_no_longer_when_somebody_says_so(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    arranged(tmp_path, "deputy_of_id", NURSE)
    given = ("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly")
    _path, lent, *_more = shell(*given, "--also", "KP-0002")
    _path, ended, *_more = shell(*given, "--no-longer", "KP-0002")

    assert (lent[:8], ended[:8]) == ("2 people", "1 person")
    for never in ("KP-0002", "KP-0001"):  # not any more, and never: she is his own
        with pytest.raises(GuardError, match="not-lent"):
            shell(*given, "--no-longer", never)


def test_the_rest_goes_without_whose_basis_is_not_complete(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    office = open_store(tmp_path / "panel", WORDS)
    withdraw_basis(office.desk, both.kept.kezia, reason="asked to")
    office.close(back_up=False)
    given = ("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly")

    with pytest.raises(BasisLackingError) as refused:
        shell(*given)
    assert refused.value.references == ("KP-0001",)
    _path, holds, stays, *_more = shell(*given, "--rest")
    assert holds.startswith("0 people")
    assert stays.startswith("1 person stays: their information basis")


def test_a_sheet_holds_who_is_lent_and_goes_without_who_may_not(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    arranged(tmp_path, "deputy_of_id", NURSE)
    to = ("--out", tmp_path, "--lead", "Rhys Roskilly", "--reason", "May install nothing")
    given = ("sheet", "panel", *to, "--how", "secure_mail")
    _path, lent, *_more = shell(*given, "--also", "KP-0002")
    office = open_store(tmp_path / "panel", WORDS)
    withdraw_basis(office.desk, both.kept.kezia, reason="asked to")
    office.close(back_up=False)
    with pytest.raises(BasisLackingError):
        shell(*given)
    _path, rest, *told = shell(*given, "--rest")
    assert (lent[:8], rest[:8]) == ("2 people", "1 person")
    assert any(line.startswith("1 person stays: their information basis") for line in told)


def test_what_can_be_read_of_a_sheet_is_taken_without_the_rest(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    to = ("--out", tmp_path, "--lead", "Rhys Roskilly", "--reason", "May install nothing")
    path, *_told = shell("sheet", "panel", *to, "--how", "secure_mail")
    bad = filled(Path(path), {**MUCH, NOTES: {**MUCH[NOTES], "B5": "soon"}})
    with pytest.raises(SheetCellsError):
        shell("apply", "panel", bad)
    told = shell("open", "panel", bad, "--rest")
    assert told[-1] == "Contacts and notes, B5: this is not a date."
    assert shell("apply", "panel", bad, "--rest")[1:] == told[-2:]
    pack, *_told = shell("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly")
    with pytest.raises(AssertionError, match="--rest"):
        shell("apply", "panel", pack, "--rest")


def test_each_kind_of_pack_is_made_from_a_shell(both: Both, shell: Shell, tmp_path: Path) -> None:
    given = ("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly", "--kind")

    for kind, role in (("agency-actions", Role.REPRESENTATIVE), ("whole-panel", Role.COORDINATOR)):
        arranged(tmp_path, "role", role)
        path, _holds, *_more = shell(*given, kind)
        shell("open", "away", path)
        office = open_store(tmp_path / "away", PASSPHRASE)
        office.close(back_up=False)
        assert office.desk.sitter.role is role
    with pytest.raises(MissingRecordError):
        shell(*given, "meeting-copy")  # there is no meeting to come
    with pytest.raises(AssertionError, match="hand-back"):
        shell(*given, "hand-back")


def test_a_hand_back_is_not_chosen_about(both: Both, shell: Shell, tmp_path: Path) -> None:
    path, *_more = shell("make", "panel", "--out", tmp_path, "--to", "Rhys Roskilly")
    shell("open", "away", path)
    made = ("make", "away", "--out", tmp_path / "home")

    for chosen in (
        ("--to", "The panel"),
        ("--kind", "whole-panel"),
        ("--kind", "take-away"),
        ("--due", "2026-12-01"),
        ("--rest",),
    ):
        with pytest.raises(AssertionError, match=chosen[0]):
            shell(*made, *chosen)
    assert not (tmp_path / "home").exists()
    shell(*made)
    assert len(list((tmp_path / "home").iterdir())) == 1


def test_whoever_brings_in_a_fork_is_told() -> None:
    told = applied_words(Applied(0, 1, 0, 0, forks=1))
    assert told.endswith("Two copies of the sender's store are in use: ask them which is theirs.")
    assert "copies" not in applied_words(Applied(0, 1, 0, 0))


@pytest.mark.parametrize("word", ["open", "apply"])
def test_what_is_no_pack_is_said_to_be_what_it_is(
    both: Both, shell: Shell, tmp_path: Path, word: str
) -> None:
    (tmp_path / "panel-1.plan").write_bytes(b"")
    (tmp_path / "panel-2.plan").write_bytes(b"Age-encryption.org/v1\n" + b"x" * 500)
    (tmp_path / "none.xlsx").write_bytes(b"")

    with pytest.raises(FileUnreadableError):
        shell(word, "panel", tmp_path)
    for headless in ("panel-1.plan", "panel-2.plan"):
        with pytest.raises(PackRefusedError) as refused:
            shell(word, "panel", tmp_path / headless)
        assert refused.value.fault is PackFault.DAMAGED
    for sheet, fault in (("none.xlsx", "empty"), ("gone.plan", "missing")):
        with pytest.raises(SheetError) as unread:
            shell(word, "panel", tmp_path / sheet)
        assert unread.value.fault == fault


def test_what_the_shell_refuses_is_said_of_what_was_named(
    both: Both, shell: Shell, tmp_path: Path
) -> None:
    taken = tmp_path / "a file"
    taken.write_text("no folder", encoding="utf-8")
    with pytest.raises(ExportTargetError) as refused:
        shell("make", "panel", "--out", taken, "--to", "Rhys Roskilly")
    assert notice_for(refused.value).what == f"This could not be written to {taken}."
    (tmp_path / "panel.txt").unlink()
    with pytest.raises(InvalidFieldsError) as unread:
        shell("list", "panel")
    assert "save" not in notice_for(unread.value).text


def test_help_for_a_sheet_says_sheet() -> None:
    app = Typer()
    contacts.join(app)
    workpacks.join(app)
    told = CliRunner().invoke(app, ["workpack", "sheet", "--help"], env={"COLUMNS": "200"}).output
    assert "The folder the sheet goes into." in told
