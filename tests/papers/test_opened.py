"""A saved paper opened by two other programs, as a reader's computer opens it, locked and not.

Every kind of paper is opened so in `tests/exports/test_opened_by_others.py`.
"""

import re
from pathlib import Path

import pytest

from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.exports.poppler import poppler
from tests.exports.reading import pages, words
from tests.papers.conftest import Held

PASSWORD = "gorse and slate, wren 7"
NUMBER = re.compile(r"Copy D26-\d{4}")


@pytest.fixture(scope="module", params=["", PASSWORD], ids=["open", "locked"])
def paper(
    request: pytest.FixtureRequest, held: Held, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The minutes for one agency, and the password they have."""
    order = Order(
        PaperKind.MINUTES,
        tmp_path_factory.mktemp("opened"),
        agency="Kerrow Homes",
        password=request.param,
    )
    return make_papers(held.desk, [order])[0], request.param


def test_pdfium_opens_it_and_finds_its_number_on_every_page(paper: tuple[Path, str]) -> None:
    path, password = paper
    assert "M26-002" in words(path.read_bytes(), password)
    assert all(NUMBER.search(page) for page in pages(path.read_bytes(), password))


def test_poppler_reads_its_words(paper: tuple[Path, str]) -> None:
    path, password = paper
    text = poppler("pdftotext", "-upw", password, str(path), "-")
    assert "M26-002" in text
    assert NUMBER.search(text)


def test_poppler_tells_that_it_is_tagged_and_whether_it_is_locked(paper: tuple[Path, str]) -> None:
    path, password = paper
    told = poppler("pdfinfo", "-upw", password, str(path))
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(rf"Encrypted:\s+{'yes' if password else 'no'}", told)
    assert len(pages(path.read_bytes(), password)) == int(re.findall(r"Pages:\s+(\d+)", told)[0])
