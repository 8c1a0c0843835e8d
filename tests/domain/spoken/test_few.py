"""What a line of the room says of who may see it."""

import pytest

from coordinator.domain.spoken.few import for_few, turned
from coordinator.domain.states import Sensitivity


@pytest.mark.parametrize(
    ("line", "text", "sensitivity"),
    [
        ("r: police, ring the flat", "police, ring the flat", Sensitivity.RESTRICTED),
        ("  R :police: two calls", "police: two calls", Sensitivity.RESTRICTED),
        ("restricted: keep the bed", "keep the bed", Sensitivity.RESTRICTED),
        ("third party: his sister rang", "his sister rang", Sensitivity.THIRD_PARTY),
        ("Serious-harm: ask the police", "ask the police", Sensitivity.SERIOUS_HARM),
        ("privileged: what counsel says", "what counsel says", Sensitivity.PRIVILEGED),
        ("r:", "", Sensitivity.RESTRICTED),
    ],
)
def test_a_line_says_at_its_beginning_that_few_may_see_it(
    line: str, text: str, sensitivity: Sensitivity
) -> None:
    found = for_few(line)
    assert (found.text, found.sensitivity) == (text, sensitivity)
    assert found.mark + found.text == line


@pytest.mark.parametrize(
    "line", ["", "police: two calls", "Ring r: now", "Rhodri: ring", "the restricted: bed"]
)
def test_any_other_line_is_for_everybody_and_stays_as_it_is(line: str) -> None:
    assert (for_few(line).text, for_few(line).is_marked) == (line, False)


def test_turning_it_twice_gives_the_line_back() -> None:
    assert turned("ring the flat") == "r: ring the flat"
    assert turned(turned("ring the flat")) == "ring the flat"
