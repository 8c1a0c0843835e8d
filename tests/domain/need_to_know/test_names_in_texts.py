"""References in texts, of people put on file at the panel, and away from it."""

import pytest

from coordinator.domain.disclosing.log import references_in as printed_in
from coordinator.domain.need_to_know.names_in_texts import (
    reference_of,
    references_in,
    without_references,
    written_references,
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Ask KP-0142 about it", "KP-0142"),
        ("ask kp 142", "KP-0142"),
        ("Ask KP/K7QX-0001 about it", "KP/K7QX-0001"),
        ("ask kp/k7qx 0001.", "KP/K7QX-0001"),
    ],
)
def test_a_reference_is_found_however_it_is_typed(text: str, reference: str) -> None:
    (found,) = written_references("KP").finditer(text)

    assert reference_of(found, "KP") == reference
    assert len(references_in(text, "KP")) == 1
    assert "0001" not in without_references(text, "KP", "somebody")


def test_what_only_looks_like_one_is_none() -> None:
    assert not references_in("Read KP/K7QX and the 12th, KPX-0142", "KP")


def test_a_paper_speaks_of_whoever_was_put_on_file_away() -> None:
    assert printed_in("KP/K7QX-0001 and KP-0142", "KP") == {"KP/K7QX-0001", "KP-0142"}
