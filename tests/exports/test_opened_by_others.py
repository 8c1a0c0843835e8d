"""Every kind of paper, locked and not, opened by the readers most programs are built on."""

import re
from functools import cache
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from coordinator.exports.composing import PaperKind
from coordinator.exports.layout.stamping import stamp
from coordinator.exports.worker import lay_out
from tests.exports.poppler import poppler, ran
from tests.exports.reading import pages, words
from tests.exports.test_structure import FULL, LIKE_ANOTHER

COPY, PASSWORD = "Copy D26-0042 for: Kerrow Homes", "gorse and slate, wren 7"
FONT = re.compile(r" (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", re.MULTILINE)
"""Of a line of pdffonts: whether it is embedded, a part of its font, readable as text."""


@cache
def laid(kind: PaperKind) -> bytes:
    """Lay one out; a kind that nobody has put among the papers that are looked at fails here."""
    models = dict(reversed(FULL))
    return lay_out(kind, models[LIKE_ANOTHER.get(kind, kind)])


@pytest.mark.parametrize("password", ["", PASSWORD], ids=["open", "locked"])
@pytest.mark.parametrize("kind", PaperKind, ids=lambda kind: kind.value)
def test_both_read_every_page_of_every_kind(
    kind: PaperKind, password: str, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(stamp(laid(kind), COPY, password))
    read = pages(path.read_bytes(), password)
    assert all(COPY in " ".join(page.split()) for page in read)
    opened = ("-upw", password, str(path))
    told = poppler("pdfinfo", *opened)
    assert re.search(r"Tagged: +yes", told)
    assert re.search(rf"Encrypted: +{'yes' if password else 'no'}", told)
    assert re.search(rf"Pages: +{len(read)}\n", told)
    sheets = poppler("pdftotext", "-layout", *opened, "-").split("\f")
    assert [COPY in sheet for sheet in sheets] == [True] * len(read) + [False]
    fonts = FONT.findall(poppler("pdffonts", *opened))
    assert set(fonts) == {("yes", "yes", "yes")}


@pytest.mark.parametrize("tried", ["", "wren"], ids=["none", "another"])
@pytest.mark.parametrize("kind", PaperKind, ids=lambda kind: kind.value)
def test_neither_opens_a_locked_one_with_no_password_or_another(
    kind: PaperKind, tried: str, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(stamp(laid(kind), COPY, PASSWORD))
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        words(path.read_bytes(), tried)
    for program in ("pdfinfo", "pdftotext", "pdffonts"):
        done = ran(program, *(["-upw", tried] if tried else []), str(path))
        assert done.returncode != 0
        assert "Incorrect password" in done.stderr
    assert not path.with_suffix(".txt").exists()
