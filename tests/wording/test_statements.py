"""The standing texts say what they must."""

import pytest

from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Gateway
from coordinator.wording.statements import confidentiality, marking_explained, own_copy_heading


@pytest.mark.parametrize(
    "point",
    [
        "one plan for each person",
        "confidential",
        "need to know",
        "not copied",
        "its own record of its own actions",
        "court",
        "within 24 hours",
        "fairly",
        "Challenge is welcome",
        "conflict of interest",
        "Observers sign",
        "Crime and Disorder Act 1998, section 115",
    ],
)
def test_the_confidentiality_statement_makes_every_point(point: str) -> None:
    assert point in " ".join(confidentiality([Gateway.CRIME_AND_DISORDER]))


def test_without_a_named_power_the_statement_still_says_on_what_it_rests() -> None:
    assert "public task" in " ".join(confidentiality())


@pytest.mark.parametrize("marking", Marking)
def test_every_marking_is_explained(marking: Marking) -> None:
    assert marking_explained(marking).endswith(".")


def test_the_persons_own_copy_says_whose_it_is() -> None:
    assert own_copy_heading("Kez") == "Private: belongs to Kez"
