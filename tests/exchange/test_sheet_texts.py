"""Whatever the texts of a plan hold, a sheet nobody touched says nothing new."""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coordinator.casework.plans.writing import edit_plan
from coordinator.domain.exchange.update_sheets import (
    RowBasis,
    RowKind,
    basis_in,
    find_code,
    fingerprint_of,
    plain,
    written_code,
)
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.update_sheet import UpdateLine, UpdateSheet
from coordinator.exchange.coming_back import review_returned
from coordinator.exports.files.update_sheet import update_sheet
from coordinator.exports.layout.safety import clean
from coordinator.sheets.cells import text_of
from coordinator.sheets.files import read_tables
from tests.exchange import update_sheets as sheets
from tests.exchange.away_stores import Both, both_stores
from tests.stores import TODAY, Clock

PACK = "ab" * 16
HARD = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("=+-@'\t\n\r _xX0041D;,\"&<>\u00a0\u200b\u202e\ufeff\ufffd\x0b\x00"),
    ),
    max_size=60,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HARD, min_size=1, max_size=12))
@example(["_x0041_", "_x005F_x0041_", "=1+1", "'=1", "- a\n- b", "\u2010\u202fx", "a\x00b", "''"])
@example([" ", "\n\n", "none", "#N/A", "12", "1.50", "TRUE", "2026-11-20", "=cmd|' /C calc'!A0"])
def test_a_text_comes_back_as_what_was_written(texts: list[str]) -> None:
    lines = tuple(
        UpdateLine({"person": "K", "section": "S", "text": one or None}) for one in texts
    )
    imprint = Imprint("P", "r", TODAY, "OFFICIAL", recipient="R")
    book = update_sheet(UpdateSheet(imprint, "U1-x", (), (), (), lines, (), ()))
    with TemporaryDirectory() as folder:
        (path := Path(folder) / "a.xlsx").write_bytes(book)
        (page,) = [one for one in read_tables(path).sheets if one.name == "Plans"]
    found = [row[2] if len(row) > 2 else "" for row in page.rows[4:]]
    found += [""] * (len(texts) - len(found))
    for said, cell in zip(texts, found, strict=True):
        written = fingerprint_of(PACK, text_of(clean(said)))
        assert fingerprint_of(PACK, plain(text_of(cell))) == written


@given(HARD)
def test_what_a_cell_says_is_said_plainly_once(words: str) -> None:
    assert plain(plain(words)) == plain(words)


@given(
    st.sampled_from(RowKind),
    st.uuids(),
    st.dictionaries(
        st.sampled_from(["status", "due_on"]), st.lists(st.binary(min_size=16, max_size=16))
    ),
    st.binary(min_size=64, max_size=64),
)
def test_the_mark_of_a_row_is_read_as_it_was_written(
    kind: RowKind, person: object, shown: dict[str, list[bytes]], signature: bytes
) -> None:
    ids = {name: tuple(some) for name, some in shown.items()}
    basis = RowBasis(kind, person, shown=ids, due_on=TODAY)  # type: ignore[arg-type]
    signed = find_code(written_code(basis, signature))
    assert signed is not None
    assert basis_in(signed.body) == basis
    assert signed.signature == signature


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def test_a_plan_of_odd_texts_comes_back_untouched(both: Both, tmp_path: Path) -> None:
    chance = random.Random(7)
    odd = "=+-@'\t\n _x0041_&<>\u00a0\u200b\u0301é漢🙂\u202e\"Wq"
    names = ("what_matters", "how_to_work", "formulation", "direction", "warning_signs")
    texts = {one: "".join(chance.choices(odd, k=80)) for one in names}
    edit_plan(both.hub.desk, both.kept.plan, seen=1, **texts)
    sheet = sheets.given(both, tmp_path)
    assert not review_returned(both.hub.desk, sheet).rows
    words = sheets.as_words_only(sheet)
    assert not review_returned(both.hub.desk, words).rows
