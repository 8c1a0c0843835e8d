"""Whether a name that was typed means somebody on file."""

import pytest

from coordinator.domain.need_to_know.typed_names import is_like_name, means, says_name


@pytest.mark.parametrize(
    ("typed", "is_meant"),
    [
        ("Rhys Roskilly", True),
        ("her brother RHYS ROSKILLY", True),
        ("Anybody at Kerrow Homes", True),
        ("Rhys", False),
        ("Kerrow", False),
        ("", False),
    ],
)
def test_a_tie_means_a_worker_by_name_or_by_agency_and_never_by_half_a_name(
    typed: str, is_meant: bool
) -> None:
    assert means(typed, "Dr Rhys Roskilly", ("Kerrow Homes", "")) is is_meant


def test_marks_case_and_order_make_no_other_name() -> None:
    assert says_name("debska, Kasia (nurse)", "Kasia Dębska")
    assert not says_name("Kasia", "Kasia Dębska")
    assert is_like_name("Constable Debska", "Kasia Dębska")
    assert not is_like_name("The duty sergeant", "Kasia Dębska")
    assert not says_name("anybody", "")
