"""The standing texts say what they must."""

import pytest

from coordinator.domain.lists.agencies import Marking
from coordinator.wording.statements import marking_explained, own_copy_heading


@pytest.mark.parametrize("marking", Marking)
def test_every_marking_is_explained(marking: Marking) -> None:
    assert marking_explained(marking).endswith(".")


def test_the_persons_own_copy_says_whose_it_is() -> None:
    assert own_copy_heading("Kez") == "Private: belongs to Kez"
