"""Requests for information as agencies send them back."""

from pathlib import Path

import pytest

from coordinator.casework.asking.returns import looks_like_a_request, read_replies_file
from coordinator.domain.errors import SheetError
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.request_codes import RequestCode
from coordinator.sheets.files import read_tables

CODE = RequestCode("1f3a9c2e", "77ab01cd", "90ee41b7")
HEAD = "No.,Reference,Family name,Given name,Known as,Date of birth,Known to you?,One line"


def a_file(folder: Path, *rows: str, top: str = f"Please leave this code: {CODE.text}") -> Path:
    path = folder / "back.csv"
    path.write_text("\n".join(("A panel", f'"{top}"', HEAD, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Known", Known.KNOWN),
        ("yes", Known.KNOWN),
        ("Known, will share", Known.WILL_SHARE),
        ("known - will share", Known.WILL_SHARE),
        ("KNOWN; CANNOT SHARE.", Known.CANNOT_SHARE),
        ("Not known", Known.NOT_KNOWN),
        ("not  known.", Known.NOT_KNOWN),
        ("No", Known.NOT_KNOWN),
        ("N/K", None),
        ("unknown", Known.NOT_KNOWN),
        ("no trace", Known.NOT_KNOWN),
        ("will look", None),
    ],
)
def test_answers_are_read_however_they_are_written_and_never_guessed(
    tmp_path: Path, written: str, meant: Known | None
) -> None:
    (row,) = read_replies_file(a_file(tmp_path, f'1,KP-0001,A,B,,,"{written}",')).rows
    assert row.answer is meant
    assert bool(row.written) is (meant is None)


def test_the_code_is_found_among_other_words_and_rows_that_say_nothing_are_left_out(
    tmp_path: Path,
) -> None:
    sheet = read_replies_file(
        a_file(tmp_path, "1,KP-0001,A,B,,,,", "2,kp-0002,C,D,,,Known,Two reports", ",,,,,,,")
    )
    assert sheet.code == CODE
    assert [(one.row, one.reference, one.note) for one in sheet.rows] == [
        (5, "KP-0002", "Two reports")
    ]


def test_a_file_is_known_for_a_request_by_its_columns_and_its_code(tmp_path: Path) -> None:
    assert looks_like_a_request(read_tables(a_file(tmp_path, "1,KP-0001,A,B,,,Known,")))
    bare = a_file(tmp_path, "1,KP-0001,A,B,,,Known,", top="Copy for: Police")
    assert not looks_like_a_request(read_tables(bare))
    other = tmp_path / "people.csv"
    other.write_text("Reference,Name\nKP-0001,Somebody\n", encoding="utf-8")
    assert not looks_like_a_request(read_tables(other))


def test_a_file_with_far_too_many_rows_is_refused(tmp_path: Path) -> None:
    rows = [f"{at},KP-{at:04},A,B,,,Known," for at in range(1, 2_005)]
    with pytest.raises(SheetError) as refused:
        read_replies_file(a_file(tmp_path, *rows))
    assert refused.value.fault == "too-large"


def test_what_stands_in_a_row_is_never_shown_by_its_repr(tmp_path: Path) -> None:
    (row,) = read_replies_file(a_file(tmp_path, "1,KP-0001,A,B,,,Known,A secret line")).rows
    assert "secret" not in repr(row)
