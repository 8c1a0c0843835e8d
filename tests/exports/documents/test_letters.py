"""Letters over pages: one page where it is nearly one, and never a page with a line or two."""

from datetime import date

import pytest

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.exports.documents.letter import letter_paper
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import print_paper
from tests.exports.reading import pages
from tests.exports.structure import faults

MARK = "mooring"
"""Stands in every line of a letter; not in the header and footer of a page."""


def letter(lines: int, *, is_own: bool, ending: int = 2) -> Letter:
    said = tuple(f"A {MARK} {place}." for place in range(lines))
    return Letter(
        imprint=Imprint(panel="Panel", reference="", issued_on=date(2026, 11, 19)),
        title=f"A {MARK}",
        text="\n".join(said[: lines // 2]),
        parts=(LetterPart(f"Next {MARK}", points=said[lines // 2 :]),),
        ending=(f"The {MARK}",) * ending,
        is_own=is_own,
    )


def lines_of(made: Letter) -> list[int]:
    """Count the lines of a letter on each page."""
    printed = print_paper(letter_paper(made))
    assert faults(printed) == []
    return [page.count(MARK) for page in pages(printed)]


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("ending", [1, 2])
def test_no_letter_ends_on_a_page_with_under_four_lines(ending: int, *, is_own: bool) -> None:
    counts = [lines_of(letter(lines, is_own=is_own, ending=ending)) for lines in range(22, 40)]
    assert {len(one) for one in counts} == {1, 2}
    assert min(one[-1] for one in counts) >= 4
    for lines, found in zip(range(22, 40), counts, strict=True):
        assert sum(found) == lines + 2 + ending  # title, heading, what is said, who signs


def test_what_is_one_page_but_for_a_line_is_one_page_in_letters_of_14_points() -> None:
    most = max(n for n in range(22, 40) if len(lines_of(letter(n, is_own=True))) == 1)
    blocks = letter_paper(letter(most, is_own=True)).blocks
    sizes = {round(block.style.size, 1) for block in blocks[2:9] if isinstance(block, Text)}
    assert sizes == {14.0}
    fewer = letter_paper(letter(12, is_own=True)).blocks
    assert {block.style.size for block in fewer[2:7] if isinstance(block, Text)} == {14.5}
