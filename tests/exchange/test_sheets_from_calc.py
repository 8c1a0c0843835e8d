"""Update sheets that somebody fills in with LibreOffice, where it is installed."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.plans.writing import edit_plan
from tests.exchange import typed_in_calc
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.update_sheets import (
    ACTIONS,
    MUCH,
    NEW,
    NOTES,
    PLANS,
    Cells,
    actions,
    given,
    looked,
    take_over,
    text,
)
from tests.stores import Clock

PYTHON = "/usr/bin/python3"
"""Debian's, which LibreOffice is spoken to with."""
LOOKS_LIKE = {"C7": "12", "C8": "1/2", "C9": "18/11/2026", "C11": "01632 960001", "C12": "TRUE"}
ODD: Cells = {
    PLANS: LOOKS_LIKE,
    NOTES: {"B5": "5/11/26", "C5": "On the street", "D5": "Met, talked", "E5": "12:30"},
    ACTIONS: {"G5": "In progress", "K5": "50%"},
    NEW: {"A5": "KT (KP-0001)", "B5": "£20", "C5": "Kasia Dębska", "D5": "24/12/2026"},
}


def _is_here() -> bool:
    asked = [PYTHON, "-c", "import uno"]
    found = shutil.which("soffice") is not None and Path(PYTHON).exists()
    return found and subprocess.run(asked, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _is_here(), reason="LibreOffice is not installed")


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    edit_plan(
        made.hub.desk, made.kept.plan, seen=1, direction="A room of her own", what_matters="1/3"
    )
    yield made
    made.close()


def saved(sheet: Path, *endings: str, cells: Cells | None = None, locale: str = "en-GB") -> Path:
    """Type into a sheet and save it, one kind of file after another."""
    for ending in endings:
        target = sheet.with_name(f"calc-{ending[1:]}-{sheet.stem}{ending}")
        program = [PYTHON, typed_in_calc.__file__, str(sheet), str(target)]
        said = json.dumps(cells or {})
        subprocess.run(
            [*program, str(sheet.parent / "profile"), locale, said],
            check=True,
            capture_output=True,
            timeout=2 * typed_in_calc.SECONDS,
        )
        sheet, cells = target, None
    return sheet


WAYS = [(".xlsx",), (".ods",), (".ods", ".xlsx"), (".xls",)]


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_what_is_typed_and_saved_there_comes_back(
    both: Both, tmp_path: Path, way: tuple[str, ...]
) -> None:
    take_over(both, saved(given(both, tmp_path), *way, cells=MUCH))
    assert text(both, "direction") == "A room of her own by spring"
    assert "Ring the surgery" in actions(both)
    (one,) = [
        row
        for row in find_contacts(both.hub.desk, both.kept.kezia).rows
        if row.note == "Warm, fed"
    ]
    assert one.at.date().isoformat() == "2026-11-18"
    with both.hub.desk.store.reading() as look:
        assert next(iter(look.imports.numbered({"A26-0001"}))).due_on.isoformat() == "2026-12-24"


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_saved_there_untouched_it_says_nothing_new(
    both: Both, tmp_path: Path, way: tuple[str, ...]
) -> None:
    review = looked(both, saved(given(both, tmp_path), *way))
    assert (review.rows, review.held, review.unread) == ((), (), ())


@pytest.mark.parametrize("ending", [".xlsx", ".ods"])
def test_words_that_look_like_a_number_or_a_day_stay_words(
    both: Both, tmp_path: Path, ending: str
) -> None:
    take_over(both, saved(given(both, tmp_path), ending, cells=ODD))
    with both.hub.desk.store.reading() as look:
        written = {str(one.value) for one in look.away.changes_of(both.kept.kezia)}
    assert set(LOOKS_LIKE.values()) <= written
    assert "£20" in actions(both)
    assert "12:30" in {one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows}
