"""Colours, without rendering any: words can be read and outlines seen, whatever the scheme."""

import re

import pytest

from coordinator.reference.resources import resource
from coordinator.ui.kit.tokens import OUTLINE_PAIRS, SCHEMES, TEXT_PAIRS, Scheme, contrast

SCHEME = pytest.mark.parametrize("scheme", Scheme)


def _weak(scheme: Scheme, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    tokens = SCHEMES[scheme]
    return [
        f"{one} on {ground}: {found:.1f}"
        for one, ground in pairs
        if (found := contrast(getattr(tokens, one), getattr(tokens, ground))) < least
    ]


@SCHEME
def test_words_are_read_on_every_ground_they_stand_on(scheme: Scheme) -> None:
    assert _weak(scheme, TEXT_PAIRS, 4.5) == []


@SCHEME
def test_outlines_of_what_can_be_used_are_seen(scheme: Scheme) -> None:
    assert _weak(scheme, OUTLINE_PAIRS, 3.0) == []


def test_high_contrast_asks_for_more() -> None:
    assert _weak(Scheme.CONTRAST, TEXT_PAIRS, 7.0) == []


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_as_the_standard_counts_it(one: str, other: str, wanted: float) -> None:
    assert contrast(one, other) == pytest.approx(wanted, abs=0.01)


def test_the_style_sheet_knows_no_colour_of_its_own() -> None:
    sheet = resource("style", "windows.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgb", sheet) == []
