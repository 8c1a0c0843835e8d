"""References of the panel's own series: each given once, those of the file kept where free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.returns.imports import References

NUMBERS = st.integers(min_value=1, max_value=99_999)


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("KP-0007", "KP-0007"),
        ("kp 7", "KP-0007"),
        (" KP0012 ", "KP-0012"),
        ("KP-12345", "KP-12345"),
        ("KP-", ""),
        ("KP-123456", ""),
        ("H/118", ""),
        ("12", ""),
        ("KP-\u0661\u0662", ""),
        ("", ""),
    ],
)
def test_a_reference_of_ours_is_known_however_it_is_written(written: str, reference: str) -> None:
    assert References("KP", []).own(written) == reference


@given(taken=st.sets(NUMBERS), own=st.lists(NUMBERS, max_size=20), more=st.integers(0, 20))
def test_no_reference_is_ever_given_twice(taken: set[int], own: list[int], more: int) -> None:
    before = {f"KP-{number:04d}" for number in taken}
    references = References("KP", before)
    wanted = [references.own(f"KP-{number}") for number in own]
    claimed = [reference for reference in wanted if references.claim(reference)]
    given_out = claimed + [references.next() for _ in range(more)]

    assert len(set(given_out)) == len(given_out)
    assert before.isdisjoint(given_out)
    assert set(claimed) == set(wanted) - before


def test_the_next_one_follows_the_highest_and_odd_ones_do_not_count() -> None:
    references = References("KP", ["KP-0002", "KP-0011", "KP-OLD"])
    assert [references.next(), references.next()] == ["KP-0012", "KP-0013"]
